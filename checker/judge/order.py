"""What must not be greater or smaller."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from checker.interval import Interval
from checker.relation import Term

FAR = Decimal("1e30")


def at_most(terms: Sequence[Term], exponent: Decimal) -> Interval:
    """Everything up to the second term (a part is not above its whole)."""
    return Interval(-FAR, terms[1].interval.high)


def at_most_working(terms: Sequence[Term], exponent: Decimal) -> str:
    """The second term as written."""
    return terms[1].text


def at_least(terms: Sequence[Term], exponent: Decimal) -> Interval:
    """Everything from the second term on."""
    return Interval(terms[1].interval.low, FAR)


def at_least_working(terms: Sequence[Term], exponent: Decimal) -> str:
    """The second term as written."""
    return terms[1].text
