"""The same figure twice, in digits, words or another unit; a declared number against what is counted."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from checker.interval import Interval
from checker.relation import Term


def equal(terms: Sequence[Term], exponent: Decimal) -> Interval:
    """The second term, which the first must repeat."""
    return terms[1].interval


def equal_working(terms: Sequence[Term], exponent: Decimal) -> str:
    """The second term as written."""
    return terms[1].text
