"""What a list of amounts is of: the sum told behind it, the whole that opens it, all its members where it leaves nothing out, or what
the sentence before told when the list says how that is sorted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.claim import Claim
from checker.relate.lists.turns import divided
from checker.relate.scene import Scene
from checker.relate.shares.around import differs
from checker.relate.shares.cores import core
from checker.relate.shares.elsewhere import called_whole
from checker.relate.shares.overall import one_a_value, one_of, overall, so_called
from checker.relate.shares.wholes import named_whole, wholes
from checker.relate.sorts import amount, one_scale, one_thing
from checker.relation import Relation, Term, term

SURE = 0.95
RIVAL = 0.6
_REACH = 12
_SUM = re.compile("^[，;(](?:[两三四五六七八九十][^，；;、0-9]{0,6})?(?:共计?|合计|总计|累计|共)[^，；;、0-9]{0,6}$")


def wholes_of(scene: Scene, share: Claim, run: Sequence[Claim], parts: Sequence[Claim]) -> list[tuple[Claim, float]]:
    """The wholes that the words give a list of whose members, or of their sum, a share speaks; the surest first."""
    if core(scene, named_whole(share)):
        return _named(scene, share, run)
    told = next(scene.after(run[-1], 1), None)
    beyond = told is not None and told not in parts and told.index < share.index and _alike(scene, told, run[0])
    if told is not None and beyond and _SUM.match(told.lead):
        return [(told, SURE)]
    containers = {whole.index: whole for claim in run if (whole := scene.container.get(claim.index)) is not None}
    opened = [c for c in containers.values() if not c.quantity.hedge and not one_of(scene, c)]
    # 支出86亿元。教育、卫生两项支出分别为…，共…，占: the sum of some is of what stands before them
    summed = bool(parts) and (len(parts) > 1 or parts[0] not in run)
    opened = [c for c in opened if c.sentence == run[0].sentence or summed or divided(_opening(scene, run[0]))]
    if len(containers) == len(opened) == 1 and all(claim.index in scene.container for claim in run):
        return [(opened[0], SURE)]
    here = [c for c in scene.before(run[0], _REACH) if c.sentence == run[0].sentence and _alike(scene, c, run[0])]
    before = [c for c in here if not one_of(scene, c)]
    above = overall(scene, run[0], several=True) if not opened else []
    near = one_a_value(before)
    opens = run[0].lead.startswith("，") or divided(run[0].lead)
    if len(near) == 1 and before[-1].index == run[0].index - 1 and opens:
        return [(near[0], SURE)]
    if above:
        return [(whole, SURE if len(above) == 1 and (not near or whole in near) else RIVAL) for whole in above]
    return [(whole, SURE) for whole in _sorted(scene, run)] if not near else [(whole, RIVAL) for whole in near]


def among_themselves(scene: Scene, share: Claim, part: Claim, run: Sequence[Claim]) -> Iterator[Relation]:
    """The part over all members, where the list says how a whole is sorted."""
    more = [c for c in scene.claims[run[-1].index + 1 : share.index] if _alike(scene, c, run[0])]
    if not more and not core(scene, named_whole(share)) and divided(_opening(scene, run[0])):
        terms: list[Term] = [term("share", share), term("numerator", part), *(term("part", c) for c in run if c is not part)]
        yield scene.relation("share-of-siblings", terms, ("share", share.index), SURE)


def _named(scene: Scene, share: Claim, run: Sequence[Claim]) -> list[tuple[Claim, float]]:
    ranked = wholes(scene, share, run[0], "")[:3]
    if ranked and ranked[0][1] >= SURE:
        return ranked
    told = so_called(scene, run[0], called_whole(scene, share))
    return [(whole, SURE if len(told) == 1 else RIVAL) for whole in told] or ranked


def _sorted(scene: Scene, run: Sequence[Claim]) -> list[Claim]:
    """估算总投资28.6亿元。按领域分，…: the one amount of the kind in the sentence before a list that says how something is sorted."""
    if not divided(_opening(scene, run[0])):
        return []
    told = [c for c in scene.before(run[0], _REACH) if c.sentence == run[0].sentence - 1 and _alike(scene, c, run[0])]
    told = [c for c in told if not one_of(scene, c)]
    return told if len(told) == 1 else []


def _opening(scene: Scene, first: Claim) -> str:
    """The words of the sentence up to a figure, without the figures between."""
    here = [first, *(c for c in scene.before(first, _REACH) if c.sentence == first.sentence)]
    return "".join(c.lead for c in reversed(here))


def _alike(scene: Scene, claim: Claim, first: Claim) -> bool:
    plain = amount(claim) and claim.modality == first.modality and not claim.quantity.hedge and not {"paren", "each"} & claim.cues
    # 对照全年11.4亿元的资金盘子
    plain = plain and not claim.tail.startswith("的")
    return plain and scene.same_things(claim, first) and one_scale(claim, first) and one_thing(claim, first) and not differs(claim)
