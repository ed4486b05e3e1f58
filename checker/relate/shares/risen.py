"""The share that another has become: 税收收入7.6亿元，占比由上年同期的66.2%升至67.5%; 猪肉占比由67.0%降至65.7%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from checker.claim import Claim
from checker.relate.scene import Scene
from checker.relate.shares.cores import core
from checker.relate.shares.elsewhere import called_whole
from checker.relate.shares.numerators import called
from checker.relate.shares.overall import one_a_value, overall, so_called
from checker.relate.shares.sanity import ruled_out
from checker.relate.shares.subject import own_subject
from checker.relate.shares.together import share_of, together
from checker.relate.shares.wholes import named_whole
from checker.relate.sorts import amount, one_scale
from checker.relation import Relation

_SURE = 0.93
_RIVAL = 0.6
_REACH = 24
_NEAR = 4
_SHORTEST = 2
_GROWN = ("rate", "change", "points")
_FROM = re.compile("(?P<share>占比|比重|比例|占[^，；;。]{0,12}的?(?:比重|比例)?)(?:相应|也|则|已)?[由从][^，；;。]{0,12}$")
_TO = re.compile("^(?:进一步|稳步|逐步)?(?:[上提]?升|提高|增加|扩大|[下回]?降|回落|减少|降低|变化?|调整|优化)[至到为]$")


def relations(scene: Scene) -> Iterator[Relation]:
    """Every share at the end of such an arrow: the amount its words call, or the one right before, over what that is part of."""
    for former, share in pairwise(scene.prose):
        both = former.sentence == share.sentence and former.quantity.dimension == share.quantity.dimension == "fraction"
        if not both or share.quantity.hedge or not _TO.match(share.lead) or together(former):
            continue
        found = _FROM.search(former.lead)
        part = _part(scene, former, found.start("share")) if found is not None else None
        if part is not None and not part.quantity.hedge:
            for whole, sure in _wholes(scene, former, part)[:3]:
                if not ruled_out(share, (part,), whole):
                    yield share_of(scene, share, (part,), whole, ("share", share.index), sure)


def _part(scene: Scene, former: Claim, at: int) -> Claim | None:
    before = former.lead[:at]
    subject = own_subject(former) or before[max(before.rfind(mark) for mark in "，、；;:(。") + 1 :].strip("其中 ")
    told = [c for c in scene.before(former, _REACH) if amount(c) and c.modality == "result" and not {"paren", "each"} & c.cues]
    if len(subject) >= _SHORTEST:
        exact = [c for c in told if c.name == subject] or [c for c in told if c.name and called(c, subject)]
        return exact[0] if len(one_a_value(exact)) == 1 else None
    right = next((c for c in scene.before(former, _NEAR) if c.measure not in _GROWN), None)
    return right if right is not None and not subject and right in told and right.sentence == former.sentence else None


def _just_so_named(scene: Scene, part: Claim, name: str) -> list[Claim]:
    """工业投资42亿元，占全部投资的62%；技改投资15亿元，占工业投资的比重由…: what has a share of its own is all that bears its name."""
    told = [c for c in scene.before(part, _REACH) if c.block == part.block and c.name == name and amount(c) and one_scale(c, part)]
    plain = [c for c in told if c.modality == "result" and not c.quantity.hedge and not {"paren", "each"} & c.cues]
    return one_a_value([c for c in plain if scene.same_things(c, part)])


def _wholes(scene: Scene, former: Claim, part: Claim) -> list[tuple[Claim, float]]:
    named = named_whole(former).rpartition("由")[0] or named_whole(former)
    if core(scene, named) and not named.startswith(("由", "从")):
        name = called_whole(scene, former).split("由")[0].split("从")[0]
        found = so_called(scene, part, name) or _just_so_named(scene, part, name)
    elif (container := scene.container.get(part.index)) is not None:
        # a list is of what its sentence or the one before tells
        return [(container, _SURE)] if container.sentence >= part.sentence - 1 else []
    else:
        above = scene.rules.indicators[part.indicator].whole if part.indicator else ""
        told = [c for c in scene.before(part, _REACH) if above and c.indicator == above and amount(c) and c.modality == part.modality]
        found = one_a_value([c for c in told if one_scale(c, part) and not {"paren", "each"} & c.cues]) or overall(scene, part)
    return [(whole, _SURE if len(found) == 1 else _RIVAL) for whole in found]
