"""Shares, quotients, means, products."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from checker.interval import Interval
from checker.relation import Term

_ABOVE = ("numerator", "less")


def quotient(terms: Sequence[Term], exponent: Decimal) -> Interval:
    """The sum of the numerators over the product of the denominators (占比, 户均, 完成年初预算的); `less` is taken off the sum."""
    above = [term.interval if term.role == "numerator" else -term.interval for term in terms[1:] if term.role in _ABOVE]
    result = above[0]
    for interval in above[1:]:
        result = result + interval
    for term in terms[1:]:
        if term.role == "denominator":
            result = result / term.interval
    return result


def quotient_working(terms: Sequence[Term], exponent: Decimal) -> str:
    """(a + b) ÷ c ÷ d."""
    above = [f"{'+' if term.role == 'numerator' else '−'} {term.text}" for term in terms[1:] if term.role in _ABOVE]
    below = [term.text for term in terms[1:] if term.role == "denominator"]
    first = " ".join(above).removeprefix("+ ")
    first = f"({first})" if len(above) > 1 else first
    return " ÷ ".join([first, *below])


def portion(terms: Sequence[Term], exponent: Decimal) -> Interval:
    """One part over the sum of all, itself included (税收占比 = 税收 ÷ (税收 + 非税))."""
    part = terms[1].interval
    whole = part
    for term in terms[2:]:
        whole = whole + term.interval
    return part / whole


def portion_working(terms: Sequence[Term], exponent: Decimal) -> str:
    """a ÷ (a + b + c)."""
    return f"{terms[1].text} ÷ ({' + '.join(term.text for term in terms[1:])})"


def product(terms: Sequence[Term], exponent: Decimal) -> Interval:
    """The product of all terms but the first (单价×数量)."""
    result = terms[1].interval
    for term in terms[2:]:
        result = result * term.interval
    return result


def product_working(terms: Sequence[Term], exponent: Decimal) -> str:
    """a × b."""
    return " × ".join(term.text for term in terms[1:])


def remainder(terms: Sequence[Term], exponent: Decimal) -> Interval:
    """1 minus a share: the share of the rest (亏空比例, 节约率 = 1 − 比例); or 1 − numerator ÷ denominator when both are given."""
    one = Interval(Decimal(1), Decimal(1))
    if len(terms) == 2:
        return one - terms[1].interval
    return one - terms[1].interval / terms[2].interval


def remainder_working(terms: Sequence[Term], exponent: Decimal) -> str:
    """1 − a ÷ b."""
    return "1 − " + " ÷ ".join(term.text for term in terms[1:])
