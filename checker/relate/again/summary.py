"""What a summary says ahead of the body that says it again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from checker.claim import Claim
from checker.relate.scene import Scene
from checker.relate.sorts import one_subject

_SHORTEST_NAME = 4
_FEWEST_DIGITS = 2
_MOST_NAMESAKES = 6
# so many figures of one passage must come again as they are before another is held to its namesake
_COMES_AGAIN = 3
_Pair = tuple[Claim, Claim]


def retold(scene: Scene) -> list[_Pair]:
    """Pairs (said first, said again) of figures that one passage tells ahead of the others: of one indicator, subject and time, each with a
    single namesake. A passage is a summary where three of its figures come again unchanged, and no more than a third do not."""
    ahead: dict[int, list[_Pair]] = defaultdict(list)
    for claims in _namesakes(scene).values():
        for first, again in _told_twice(claims):
            ahead[first.block].append((first, again))
    answer: list[_Pair] = []
    for pairs in ahead.values():
        same = sum(_agrees(first, again) for first, again in pairs)
        if same >= _COMES_AGAIN and len(pairs) - same <= same // 3:
            answer += pairs
    return answer


def _namesakes(scene: Scene) -> dict[tuple[object, ...], list[Claim]]:
    found: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in scene.prose:
        name = claim.indicator or (claim.name if len(claim.name) >= _SHORTEST_NAME else "")
        stated = claim.measure in ("level", "mean", "rate", "share", "change") and claim.modality == "result" and claim.quantity.value
        if name and stated and claim.period is not None and claim.quantity.ratio is None:
            found[name, claim.measure, claim.quantity.dimension, claim.average, claim.direction].append(claim)
    return found


def _told_twice(claims: list[Claim]) -> Iterator[_Pair]:
    if not 1 < len(claims) <= _MOST_NAMESAKES:
        return
    for first in claims:
        later = [c for c in claims if c.block > first.block and _one_fact(first, c)]
        rivals = [c for c in claims if c is not first and c.block == first.block and _one_fact(first, c)]
        if len(later) == 1 and not rivals:
            yield first, later[0]


def _one_fact(one: Claim, other: Claim) -> bool:
    subject = one_subject(one, other) or not one.subject or not other.subject
    return subject and one.period == other.period and "part" not in one.cues | other.cues


def _agrees(one: Claim, other: Claim) -> bool:
    telling = all(len(c.quantity.numeral.mantissa.as_tuple().digits) >= _FEWEST_DIGITS for c in (one, other) if c.quantity.numeral)
    return telling and one.quantity.interval.meets(other.quantity.interval)
