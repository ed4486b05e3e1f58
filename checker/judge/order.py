"""What must not be greater or smaller."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from checker.interval import ZERO, Interval
from checker.relation import Term

FAR = Decimal("1e30")
ONE = Interval(Decimal(1), Decimal(1))


def at_most(terms: Sequence[Term], exponent: Decimal) -> Interval:
    """Everything up to the second term (a part is not above its whole)."""
    return Interval(-FAR, terms[1].interval.high)


def at_most_working(terms: Sequence[Term], exponent: Decimal) -> str:
    """≤ b."""
    return f"≤ {terms[1].text}"


def at_least(terms: Sequence[Term], exponent: Decimal) -> Interval:
    """Everything from the second term on."""
    return Interval(terms[1].interval.low, FAR)


def at_least_working(terms: Sequence[Term], exponent: Decimal) -> str:
    """≥ b."""
    return f"≥ {terms[1].text}"


def former_part(terms: Sequence[Term], exponent: Decimal) -> Interval:
    """Terms: part, its growth, whole, its growth. Last year's part must not be above last year's whole, so
    part ≤ whole ÷ (1 + growth of the whole) × (1 + growth of the part)."""
    part_rate, whole, whole_rate = (term.interval for term in terms[1:4])
    before = whole / (ONE + whole_rate)
    return Interval(min(ZERO, terms[0].interval.low), (before * (ONE + part_rate)).high)


def former_part_working(terms: Sequence[Term], exponent: Decimal) -> str:
    """Both levels of the year before."""
    part, part_rate, whole, whole_rate = (term.text for term in terms)
    before_part = (terms[0].interval / (ONE + terms[1].interval)).middle
    before_whole = (terms[2].interval / (ONE + terms[3].interval)).middle
    return f"{part} ÷ (1 + {part_rate}) = {_short(before_part, terms[0])} > {whole} ÷ (1 + {whole_rate}) = {_short(before_whole, terms[2])}"


def _short(value: Decimal, term: Term) -> str:
    factor = term.claim.quantity.factor if term.claim else Decimal(1)
    return f"{value / factor:.2f}"
