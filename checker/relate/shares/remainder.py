"""A share whose whole is told by what is left of it: 已整改2.4亿元，占83.5%，尚有0.47亿元待整改."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.claim import Claim
from checker.relate.clause import JOINTS
from checker.relate.scene import Scene
from checker.relate.shares.around import differs
from checker.relate.shares.rate_names import clause, named_after
from checker.relate.shares.wholes import named_whole
from checker.relate.sorts import amount, one_scale, one_thing, proportion
from checker.relation import Relation, Term, term

_SURE = 0.93
_REACH = 8
_LONGEST = 10
_NAMES = ("率", "面", "占比", "比例")


def relations(scene: Scene, share: Claim) -> Iterator[Relation]:
    """The amount right before the first share of a sentence over itself and what the words right behind say is left."""
    part, rest = next(scene.before(share, 1), None), next(scene.after(share, 1), None)
    if part is None or rest is None or named_whole(share) or not _one_of_two(scene, share, part):
        return
    left = rest.lead.lstrip("，,").startswith(scene.rules.wording["left_of_it"]) and rest.lead[:1] == "，" and len(rest.lead) <= _LONGEST
    alike = part.quantity.dimension == rest.quantity.dimension and one_scale(part, rest) and one_thing(part, rest)
    if left and alike and amount(rest) and rest.modality == "result" and not rest.quantity.hedge and not differs(rest):
        terms: list[Term] = [term("share", share), term("numerator", part), term("part", rest)]
        yield scene.relation("share-of-siblings", terms, ("share", share.index), _SURE)


def _one_of_two(scene: Scene, share: Claim, part: Claim) -> bool:
    """Whether the amount is no member of a list and no other amount of the clause has a share before it."""
    if part.sentence != share.sentence or not amount(part) or part.modality != "result" or part.quantity.hedge or share.quantity.hedge:
        return False
    named = share.lead.rstrip("为是达约仅 ").endswith(_NAMES) and len(share.lead) <= _LONGEST
    own = named or share.lead.strip("，(约仅只 ").startswith("占")
    before = [c for c in scene.before(share, _REACH) if c.sentence == share.sentence and c.clause == share.clause]
    # 退服812个，恢复率95.9%，尚有33个待修: what had to be restored is all there was
    done = not named or "占" in share.lead or _did(scene, share, part)
    return own and done and not part.lead.startswith(JOINTS) and not any(proportion(c) for c in before)


def _did(scene: Scene, share: Claim, part: Claim) -> bool:
    root = named_after(share)[1]
    said = clause(scene, part) + re.split("[，、；;。(]", part.tail)[0]
    return not root or root[0] in said or "已" in said  # 达到要求的 is what a 达标面 counts
