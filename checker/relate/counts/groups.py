"""A declared number of things split over groups that leave none out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from checker.claim import Claim
from checker.relate.counts.declared import declares
from checker.relate.scene import Scene
from checker.relation import Relation, Term

_MOST = 8
_LONGEST = 40
# 低于平均水平的有3个: a band of what was counted before
_OF_A_BAND = ("的", "的有")


def relations(scene: Scene) -> Iterator[Relation]:
    """6个县中，80万以上的有2个，60万至80万的有3个，不足60万的有1个; 由7人组成，其中甲2人、乙5人."""
    for sentence in scene.sentences:
        for position, whole in enumerate(sentence):
            if not declares(whole) or whole.lead.endswith(_OF_A_BAND):
                continue
            groups = _alike(whole, sentence[position + 1 :])
            if len(groups) >= 2 and (_banded(scene, whole, groups) or _composed(whole, groups)):
                terms = [Term(role, claim.quantity.interval, claim) for role, claim in (("whole", whole), *(("group", g) for g in groups))]
                yield scene.relation("groups-of-count", terms, ("groups", whole.index), 0.95)


def _alike(whole: Claim, following: Sequence[Claim]) -> list[Claim]:
    """The exact counts of the same things that follow in the sentence, up to the first that counts something else exactly."""
    groups: list[Claim] = []
    for claim in following[: 2 * _MOST]:
        if claim.quantity.dimension == whole.quantity.dimension and claim.quantity.exact and not claim.quantity.hedge:
            if groups and ("其中" in claim.lead or ";" in claim.lead and len(groups) > 1):
                break  # behind a semicolon the same things are divided once more
            groups.append(claim)
        elif claim.quantity.exact and groups:
            break
    return groups


def _banded(scene: Scene, whole: Claim, groups: Sequence[Claim]) -> bool:
    """Whether the groups are bands of one measure, open above at one end and below at the other, each 的有n or 的n."""
    text = scene.document.words
    bands = [text[before.quantity.end : group.quantity.start] for before, group in pairwise((whole, *groups))]
    if any(len(band) > _LONGEST or "的" not in band[-8:] for band in bands):
        return False
    above, below = scene.rules.wording["band_above"], scene.rules.wording["band_below"]
    opens = [(any(w in band for w in above), any(w in band for w in below)) for band in (bands[0], bands[-1])]
    return sorted(opens) == [(False, True), (True, False)]


def _composed(whole: Claim, groups: Sequence[Claim]) -> bool:
    """由9人组成，其中职工代表3人、专家5人: what something is made up of is all of it."""
    made = whole.lead.endswith("由") and whole.tail.startswith(("组成", "构成"))
    return made and groups[0].index == whole.index + 1 and all(b.index == a.index + 1 for a, b in pairwise(groups))
