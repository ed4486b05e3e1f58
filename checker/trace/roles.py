"""A term of a relation, filled with the figure that took the place of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from checker.claim import Claim
from checker.interval import Interval
from checker.relation import Term
from checker.revision import Alignment

_ONE = Interval.exactly(1)
# the senses in which relations take a figure: as signed, as written, turned round, its middle alone, as a factor of growth
_SENSES: tuple[Callable[[Claim], Interval], ...] = (
    lambda claim: claim.signed,
    lambda claim: claim.quantity.interval,
    lambda claim: -claim.signed,
    lambda claim: _ONE + claim.signed,
    lambda claim: Interval.exactly(claim.quantity.value),
)


def carried_term(term: Term, alignment: Alignment) -> Term | None:
    """The term with the present figure in its place; None where the sense in which it was taken is not plain. The figures of a relation
    all have successors."""
    if term.claim is None:
        return term
    sources = term.claim.sources
    claim = alignment.now[term.claim.index]
    if sources:
        present = tuple(alignment.now[source.index] for source in sources)
        if any(one.index in alignment.revised for one in present):
            return None
        return replace(term, claim=replace(term.claim, sources=present))
    if claim.index not in alignment.revised:
        return replace(term, claim=claim)
    interval = _taken(term, claim)
    note = term.note.replace(term.claim.quantity.text, claim.quantity.text)
    return None if interval is None or term.note and note == term.note else Term(term.role, interval, claim, note)


def _taken(term: Term, claim: Claim) -> Interval | None:
    """What the present figure may stand for in the sense in which the former one was taken."""
    assert term.claim is not None
    for sense in _SENSES:
        if sense(term.claim) == term.interval:
            return sense(claim)
    former = term.claim.signed
    if not former.low or not former.high:
        return None
    factor = term.interval.low / former.low
    return claim.signed.scaled(factor) if _near(former.scaled(factor), term.interval) else None


def _near(one: Interval, other: Interval) -> bool:
    """Whether two ranges are one but for the last places of a division."""
    slack = abs(other.middle) * Decimal("1e-20")
    return abs(one.low - other.low) <= slack and abs(one.high - other.high) <= slack
