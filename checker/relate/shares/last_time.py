"""A share of another time told with its own count of things that stay the same: 35个行业中24个增长，上年同期增长面57.1%（20个）."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.claim import Claim
from checker.relate.scene import Scene
from checker.relate.shares.sanity import ruled_out
from checker.relate.shares.together import share_of
from checker.relate.sorts import countable
from checker.relation import Relation

_SURE = 0.93
_REACH = 12
_LONGEST = 6
_AFTER = re.compile("^(?:，即|[(])(?:为|有|是)?$")
_INSIDE = re.compile("^，?占(?:比|总数的)?[为达]?$")
_ARROW = re.compile("(?:面|率|占比|比重|比例)(?:相应|也|亦|则)?由[^，；;。]{0,10}$")
_FORMER = re.compile("上年|去年|同期|上月|上季|上半年|上期|前一|此前|20[0-9]{2}年|[0-9一二三四]季度|月的?$|期末")


def relations(scene: Scene) -> Iterator[Relation]:
    """The former count over the number of all things so counted, which stays the same: branches of industry, gauges, townships."""
    for share in scene.prose:
        if share.quantity.dimension == "fraction" and share.measure in ("share", "level") and not share.quantity.hedge:
            part = _count(scene, share) or _risen(scene, share)
            whole = _whole(scene, part) if part is not None and not part.quantity.hedge else None
            if part is not None and whole is not None and not ruled_out(share, (part,), whole):
                yield share_of(scene, share, (part,), whole, ("share", share.index), _SURE)


def _count(scene: Scene, share: Claim) -> Claim | None:
    """上年同期57.1%（20个）, 即20个; 上年（22个，占84.6%）; 由21个增至23个，增长面由65.6%扩大到71.9%."""
    behind, before = next(scene.after(share, 1), None), list(scene.before(share, 4))
    former = share.modality == "base" or _FORMER.search(share.lead) is not None
    if former and behind is not None and countable(behind) and _AFTER.match(behind.lead):
        return behind
    first = before[0] if before and before[0].sentence == share.sentence and countable(before[0]) else None
    if first is not None and "paren" in first.cues and "paren" in share.cues and _INSIDE.match(share.lead):
        told = scene.document.words[max(0, first.quantity.start - _REACH) : first.quantity.start]
        return first if _FORMER.search(told) else None
    second = next((c for c in before[1:2] if c.sentence == share.sentence and countable(c)), None)
    if first is None or second is None or not _ARROW.search(share.lead) or "由" not in second.lead:
        return None
    risen = any(word in first.lead for word in ("增至", "增加到", "升至", "降至", "减至", "减少到", "扩大到"))
    return second if risen and first.quantity.dimension == second.quantity.dimension else None


def _risen(scene: Scene, share: Claim) -> Claim | None:
    """由21个增至23个，增长面由65.6%扩大到71.9%: the count that the second share goes with."""
    former = next(scene.before(share, 1), None)
    if former is None or former.sentence != share.sentence or not share.lead.endswith(("到", "至")) or len(share.lead) > _LONGEST:
        return None
    return next(scene.before(former, 1), None) if former.quantity.dimension == "fraction" and _count(scene, former) else None


def _whole(scene: Scene, part: Claim) -> Claim | None:
    """The nearest number before it of things that do not change from one time to another."""
    lasting = scene.rules.wording["lasting_things"]
    for claim in scene.before(part, _REACH):
        near = claim.sentence >= part.sentence - 1 and any(word in claim.tail[:12] for word in lasting)
        if near and countable(claim) and scene.same_things(claim, part):
            return claim
    return None
