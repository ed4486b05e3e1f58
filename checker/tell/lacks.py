"""What is missing where nothing confirms a figure: facts of the document, no guesses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.claim import Claim
from checker.explanation import Comparison, Lack


def lacks(claim: Claim | None, claims: Sequence[Claim], comparisons: Sequence[Comparison], proposed: bool) -> tuple[Lack, ...]:
    """Nothing if a comparison confirms or contradicts the figure; else why none does. Linear in the number of claims."""
    if any(one.confirms or one.certain and one.outcome == "contradicts" for one in comparisons):
        return ()
    if claim is None:
        return ("exempt",)
    return (_state(comparisons, proposed), *_alone(claim, claims))


def _state(comparisons: Sequence[Comparison], proposed: bool) -> Lack:
    if any(one.outcome != "abstains" for one in comparisons):
        return "uncertain"
    if comparisons:
        return "abstained"
    return "outdone" if proposed else "unrelated"


def _alone(claim: Claim, claims: Sequence[Claim]) -> Iterator[Lack]:
    others = [other for other in claims if other.index != claim.index]
    kindred = [other for other in others if other.quantity.dimension == claim.quantity.dimension]
    if all(abs(other.quantity.value) != abs(claim.quantity.value) for other in kindred):
        yield "once"
    named = claim.indicator or claim.name
    if not named:
        yield "nameless"
    elif all(named not in (other.indicator, other.name) for other in others):
        yield "name-once"
    if all(_where(other) != _where(claim) for other in kindred):
        yield "alone"


def _where(claim: Claim) -> tuple[bool, int]:
    """The sentence of a figure of prose, the table of a cell."""
    return (True, claim.cell[0]) if claim.cell is not None else (False, claim.sentence)
