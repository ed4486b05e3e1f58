"""Levels, changes and rates of change."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from checker.interval import Interval
from checker.relation import Term

ONE = Interval(Decimal(1), Decimal(1))


def growth(terms: Sequence[Term], exponent: Decimal) -> Interval:
    """rate = now ÷ base − 1; over `exponent` periods the root of that degree (年均增长, geometric)."""
    quotient = terms[1].interval / terms[2].interval
    return (quotient if exponent == 1 else quotient.power(1 / exponent)) - ONE


def growth_working(terms: Sequence[Term], exponent: Decimal) -> str:
    """now ÷ base − 1, or the n-th root of the quotient − 1."""
    if exponent == 1:
        return f"{terms[1].text} ÷ {terms[2].text} − 1"
    return f"({terms[1].text} ÷ {terms[2].text})^(1/{exponent}) − 1"


def increment(terms: Sequence[Term], exponent: Decimal) -> Interval:
    """rate = change ÷ (now − change): 增加d，增长r%. Falls as its three figures can only move together, so the ends are paired."""
    change, now = terms[1].interval, terms[2].interval
    corners = [d / (x - d) for d in (change.low, change.high) for x in (now.low, now.high) if x != d]
    if not corners:
        raise ValueError("the change equals the level")
    return Interval(min(corners), max(corners))


def increment_working(terms: Sequence[Term], exponent: Decimal) -> str:
    """change ÷ (now − change), or (now + change) where it fell."""
    return f"{terms[1].text} ÷ ({terms[2].text} {'+' if terms[1].interval.middle < 0 else '−'} {terms[1].text})"


def difference(terms: Sequence[Term], exponent: Decimal) -> Interval:
    """change = now − base, for levels as for percentage points."""
    return terms[1].interval - terms[2].interval


def difference_working(terms: Sequence[Term], exponent: Decimal) -> str:
    """now − base."""
    return f"{terms[1].text} − {terms[2].text}"


def multiple(terms: Sequence[Term], exponent: Decimal) -> Interval:
    """multiple = now ÷ base (增长到2倍, 翻一番 = 2)."""
    return terms[1].interval / terms[2].interval


def multiple_working(terms: Sequence[Term], exponent: Decimal) -> str:
    """now ÷ base."""
    return f"{terms[1].text} ÷ {terms[2].text}"


def bracket(terms: Sequence[Term], exponent: Decimal) -> Interval:
    """The growth of a whole lies between the least and the greatest growth of its parts."""
    result = terms[1].interval
    for term in terms[2:]:
        result = result.hull(term.interval)
    return result


def bracket_working(terms: Sequence[Term], exponent: Decimal) -> str:
    """least … greatest."""
    return " … ".join(term.text for term in terms[1:])


def weighted(terms: Sequence[Term], exponent: Decimal) -> Interval:
    """Growth of a whole from pairs (level now, rate) of its parts: Σnow ÷ Σ(now ÷ (1 + rate)) − 1."""
    now = terms[1].interval
    before = now / (ONE + terms[2].interval)
    for level, rate in zip(terms[3::2], terms[4::2], strict=True):
        now = now + level.interval
        before = before + level.interval / (ONE + rate.interval)
    return now / before - ONE


def weighted_working(terms: Sequence[Term], exponent: Decimal) -> str:
    """Σnow ÷ Σ(now ÷ (1 + rate)) − 1."""
    now = " + ".join(term.text for term in terms[1::2])
    before = " + ".join(f"{level.text} ÷ (1 + {rate.text})" for level, rate in zip(terms[1::2], terms[2::2], strict=True))
    return f"({now}) ÷ ({before}) − 1"


def shift_of_share(terms: Sequence[Term], exponent: Decimal) -> Interval:
    """Change of a share from (part, its rate, whole, its rate): part÷whole − [part÷(1+rate)] ÷ [whole÷(1+rate)]."""
    part, part_rate, whole, whole_rate = (term.interval for term in terms[1:5])
    share = part / whole
    factor = (ONE + whole_rate) / (ONE + part_rate)
    corners = [s * (1 - f) for s in (share.low, share.high) for f in (factor.low, factor.high)]
    return Interval(min(corners), max(corners))


def shift_of_share_working(terms: Sequence[Term], exponent: Decimal) -> str:
    """part÷whole − [part÷(1+rate)] ÷ [whole÷(1+rate)]."""
    part, part_rate, whole, whole_rate = (term.text for term in terms[1:5])
    return f"{part} ÷ {whole} − [{part} ÷ (1 + {part_rate})] ÷ [{whole} ÷ (1 + {whole_rate})]"
