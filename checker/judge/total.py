"""Sums, parts and wholes, balances."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from checker.interval import ZERO, Interval
from checker.relation import Term


def total(terms: Sequence[Term], exponent: Decimal) -> Interval:
    """The sum of all terms but the first; terms in the role `less` count against it (期初+新增−退出=期末)."""
    result = Interval(ZERO, ZERO)
    for term in terms[1:]:
        result = result - term.interval if term.role == "less" else result + term.interval
    return result


def total_working(terms: Sequence[Term], exponent: Decimal) -> str:
    """a + b − c."""
    words = [("− " if term.role == "less" else "+ ") + term.text for term in terms[1:]]
    return " ".join(words).removeprefix("+ ")
