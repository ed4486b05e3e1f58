"""So many of so many, and their share right behind: 覆盖19个派出所中的17个，覆盖率89.5%."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.claim import Claim
from checker.relate.scene import Scene
from checker.relate.shares.together import share_of
from checker.relate.sorts import amount, own_basis
from checker.relation import Relation

_AMONG = re.compile("^[^，。；;、(（]{0,14}(?:中|里|当中)(?:的|，?有|，?已有|，)?$")
_NAMED = re.compile("(?:率|面|占比|比例|^[，(]?占)[为达约仅是]{0,2}$")
_SURE = 0.93


def relations(scene: Scene, share: Claim) -> Iterator[Relation]:
    """The second of two counts, which the words put among the first, over the first, for the share that follows them."""
    part, whole = (*scene.before(share, 2), None, None)[:2]
    if part is None or whole is None or share.quantity.hedge or own_basis(scene.document.words, share):
        return
    near = part.sentence == whole.sentence == share.sentence and len(share.lead) <= len("，实际覆盖率已达到约")
    counts = all(amount(c) and c.modality == "result" and not c.quantity.hedge for c in (part, whole))
    # 十个样品中三个: what is counted must be of one kind, or the second without a noun of its own
    if near and counts and scene.same_things(part, whole) and _AMONG.match(part.lead) and _NAMED.search(share.lead):
        name = share.lead.strip("，,为达约仅是 ")
        if not any(root in name for root in scene.rules.wording["rates_of_other_base"]) or name.endswith("面"):
            yield share_of(scene, share, (part,), whole, ("share", share.index), _SURE)
