"""What the text itself declares a percentage to be worked out from: 败诉率12.5%（以一审判决结案的296件为基数）."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.claim import Claim
from checker.relate.scene import Scene
from checker.relate.shares.together import share_of
from checker.relate.sorts import amount
from checker.relation import Relation

_SURE = 0.95
_REACH = 8
_AFTER = 3
_OPENED = re.compile("^[^，。；;()]{0,6}[(，](?:其中)?(?:以|按照?|根据|计算)?(?:(?:基数|分母|基准)(?:为|是|取))?([^，。；;()]{0,24})$")
_NAMED = re.compile("[(，](?:计算)?(?:基数|分母|基准)(?:为|是|取)")
_CLOSED = re.compile("^[^，。；;()0-9]{0,8}?(?:为(?:计算)?(?:基数|分母|基准)|(?:来|进行)?(?:计算|测算|统计)|计[，。；;)]|口径)")


def base(scene: Scene, share: Claim) -> Claim | None:
    """The amount that a bracket or clause right behind a percentage says it is of."""
    text = scene.document.words
    for claim in scene.after(share, _AFTER):
        if not amount(claim):
            continue
        before = text[share.quantity.end : claim.quantity.start]
        after = text[claim.quantity.end : claim.quantity.end + 24]
        opened = _OPENED.match(before)
        told = opened is not None and (_NAMED.search(before) or re.search("[以按据]", before) and _CLOSED.match(after))
        return claim if told else None
    return None


def relations(scene: Scene, share: Claim, below: Claim) -> Iterator[Relation]:
    """The nearest result of the base's kind before the percentage over the base; what else is told between them is passed over."""
    near = [c for c in scene.before(share, _REACH) if amount(c) and c.modality == "result" and scene.same_things(c, below)]
    for rank, part in enumerate(near[:2]):
        sure = rank == 0 and part.sentence == share.sentence and not part.quantity.hedge
        yield share_of(scene, share, (part,), below, ("share", share.index), _SURE if sure else 0.5)
