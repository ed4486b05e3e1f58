"""Values that cannot be, whatever else the document says."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from checker.interval import Interval
from checker.relation import Term


def within(terms: Sequence[Term], exponent: Decimal) -> Interval:
    """The second term as a constant range of what is possible (a share is between 0 and 1)."""
    return terms[1].interval


def within_working(terms: Sequence[Term], exponent: Decimal) -> str:
    """The range as its note words it."""
    return terms[1].note
