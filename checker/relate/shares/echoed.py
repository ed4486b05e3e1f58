"""A percentage named after the part told before it: 教学班186个，其中大班额9个，大班额比例4.8%."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.claim import Claim
from checker.relate.clause import JOINTS, last_words
from checker.relate.scene import Scene
from checker.relate.shares.around import listed, rated
from checker.relate.shares.definitions import EXACT, bare, called
from checker.relate.shares.operands import alike, operand, rate_named
from checker.relate.shares.sanity import ruled_out
from checker.relate.shares.together import share_of
from checker.relate.sorts import amount, own_basis, proportion
from checker.relation import Relation

_SURE = 0.93
_REACH = 8
_NOUN = 2
_NAMED = re.compile("^(?P<part>[^，。；;、:()0-9的]{2,14}?)(?:人数|数量|金额|面积|户数)?(?:占比|比例|比重|率)[为达约到]{0,3}$")
_GROWN = re.compile("^[不未]|[增减升降超]|同比|环比|完成|平均|合计|变动")


def relations(scene: Scene) -> Iterator[Relation]:
    """The part so called over the whole of its list, or over the amount right before it."""
    for share in scene.prose:
        found = _NAMED.match(last_words(share)) if proportion(share) else None
        plain = share.modality == "result" and not share.quantity.hedge and "respectively" not in share.cues
        if found is None or not plain or _GROWN.search(found["part"]) or own_basis(scene.document.words, share):
            continue
        if rate_named(scene, share)[1]:
            continue  # what it is of is known by definition
        part = next((c for c in scene.before(share, _REACH) if c.sentence == share.sentence and _so_called(scene, c, found["part"])), None)
        # 办结1140件，办结率95.0%；上年投诉1100件，办结率93.1%: it has its own already
        free = part is not None and (part.index + 1 == share.index or not rated(scene, part))
        whole = _whole(scene, part) if part is not None and free else None
        if part is not None and whole is not None and not ruled_out(share, (part,), whole):
            yield share_of(scene, share, (part,), whole, ("share", share.index), _SURE)


def _so_called(scene: Scene, claim: Claim, name: str) -> bool:
    call = called(scene, claim, (name,)) if operand(claim) and claim.modality == "result" else None
    return call is not None and call.how == EXACT


def _whole(scene: Scene, part: Claim) -> Claim | None:
    """What the part is taken from by 其中, or the one amount of its kind told right before it that has no share of its own."""
    before = next(scene.before(part, 1), None)
    container = scene.container.get(part.index)
    if "part" in part.cues and container is not None:
        return container
    if before is None or before.sentence != part.sentence or not amount(before) or not alike(scene, before, part) or listed(scene, part):
        return None
    # 来水5亿，下泄3亿，拦蓄2亿，拦蓄率: what stands before two of a kind may be of both
    others = any(c.sentence == part.sentence and amount(c) and alike(scene, c, part) for c in scene.before(before, _REACH))
    if others or before.index in scene.container or _siblings(bare(last_words(before)), bare(last_words(part))):
        return None
    free = not part.lead.startswith(JOINTS) and not rated(scene, before) and before.modality == "result" and not before.quantity.hedge
    return before if free and not {"part", "paren"} & before.cues else None


def _siblings(one: str, other: str) -> bool:
    """本地生源300人，外地生源200人: whether two names are of one noun, and neither is a part of the other."""
    return one[-_NOUN:] == other[-_NOUN:] and one not in other and other not in one
