"""A share with its part told behind it: 一般公共预算支出32.9亿元，民生支出占79.1%，达26.0亿元; 受访者2193人，女性占53.4%（1171人）."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.claim import Claim
from checker.relate.clause import coordinated
from checker.relate.scene import Scene
from checker.relate.shares.around import differs
from checker.relate.shares.cores import core
from checker.relate.shares.elsewhere import called_whole
from checker.relate.shares.overall import one_a_value, one_of, so_called
from checker.relate.shares.sanity import ruled_out
from checker.relate.shares.subject import own_subject
from checker.relate.shares.together import share_of, together
from checker.relate.shares.wholes import named_whole
from checker.relate.sorts import amount, one_scale, one_thing, proportion
from checker.relation import Relation

_SURE = 0.93
_RIVAL = 0.6
_REACH = 14
_SHORTEST = 2
_SAYS = re.compile("占|比重|占比|比例")
_VERBS = "(?:即|达到?|计|合计|共计|共|合|累计|总计|有|为|金额为?|总额为?|人数为?){1,2}"
_MARKS = "，。；;、)"
# ，达26亿元；（1171人）
_BEHIND = re.compile(f"^(?:，{_VERBS}|[(](?:{_VERBS})?)$")


def relations(scene: Scene) -> Iterator[Relation]:
    """The amount right behind a share over what the words before the share say it is of."""
    for share in scene.prose:
        plain = proportion(share) and share.modality != "base" and not share.quantity.hedge and _SAYS.search(share.lead) is not None
        subject = own_subject(share) or share.name.removesuffix("占比")
        if plain and len(subject) >= _SHORTEST and not together(share) and "respectively" not in share.cues:
            part = part_behind(scene, share)
            if part is not None:
                yield from _readings(scene, share, subject, part)


def part_behind(scene: Scene, share: Claim) -> Claim | None:
    """The amount right behind a share that says what it comes to: 占45%，为54亿元; 占28%（1171人）."""
    part = next(scene.after(share, 1), None)
    if part is None or not amount(part) or part.quantity.hedge or not _BEHIND.match(part.lead):
        return None
    closed = not part.lead.startswith("(") or part.tail.startswith(")")
    behind = next(scene.after(part, 1), None)
    # 入额的占28%，有101名法官未能: what the amount counts is told behind it
    alone = not part.tail or part.tail[0] in _MARKS
    return part if closed and alone and (behind is None or not behind.lead.startswith("的")) else None


def _readings(scene: Scene, share: Claim, subject: str, part: Claim) -> Iterator[Relation]:
    for whole, sure in _wholes(scene, share, subject, part)[:3]:
        if not ruled_out(share, (part,), whole):
            yield share_of(scene, share, (part,), whole, ("share", share.index), sure)


def _wholes(scene: Scene, share: Claim, subject: str, part: Claim) -> list[tuple[Claim, float]]:
    if core(scene, named_whole(share)):
        found = so_called(scene, share, called_whole(scene, share))
        return [(whole, _SURE if len(found) == 1 else _RIVAL) for whole in found if scene.same_things(whole, part)]
    near = [c for c in scene.before(share, _REACH) if c.sentence == share.sentence and _may_be(scene, c, part)]
    above = scene.rules.indicators[identity].whole if (identity := scene.rules.indicator_in(subject)) else ""
    known = [c for c in near if above and c.indicator == above]
    topical = [c for c in near if c.name and f"{c.name}中" in share.lead or c.tail.startswith("中")]
    chosen = one_a_value(known or topical)
    if chosen:
        return [(chosen[0], _SURE)]
    # 尚有10亿元待拨付，其中甲工程占64%，金额6亿元: of what 其中 takes it from
    taken = [c for c in near if "part" in share.cues and c.index + 1 == share.index and "，其中" in share.lead]
    told = taken or one_a_value(near)
    return [(whole, _SURE if len(told) == 1 else _RIVAL) for whole in told]


def _may_be(scene: Scene, claim: Claim, part: Claim) -> bool:
    alike = amount(claim) and scene.same_things(claim, part) and one_scale(claim, part) and one_thing(claim, part)
    plain = claim.modality != "base" and not claim.quantity.hedge and not {"paren", "each"} & claim.cues and not differs(claim)
    return alike and plain and not one_of(scene, claim) and not coordinated(claim)
