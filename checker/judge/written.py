"""Computed values as the document would write them."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal

from checker.interval import Interval
from checker.relation import Term


def value(computed: Interval, term: Term) -> str:
    """The middle of a computed range in the unit of the term it is to be compared with, with one digit more than was written there
    where the range is not a single value."""
    claim = term.claim
    if claim is None:
        return f"{_plain(computed.middle * 100)}%" if term.note.endswith("%") else _plain(computed.middle)
    quantity = claim.quantity
    middle = abs(computed.middle) if claim.direction < 0 else computed.middle
    if quantity.dimension == "point":
        middle = middle * 100
    number = middle / quantity.factor
    digit = quantity.step / quantity.factor if quantity.step else Decimal(1)
    if computed.width or number % digit:
        digit = digit / 10
    places = max(0, -int(digit.normalize().as_tuple().exponent))
    rounded = number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_EVEN)
    return f"{rounded}{_unit(term)}"


def _unit(term: Term) -> str:
    """What is written after the digits of the term's figure, scale word included."""
    assert term.claim is not None
    text = term.claim.quantity.text
    if term.claim.cell is not None and term.claim.quantity.dimension == "fraction" and text[-1:].isdigit():
        return "%"
    end = max((i for i, c in enumerate(text) if c.isdigit() or c in "０１２３４５６７８９"), default=len(text) - 1)
    return text[end + 1 :]


def _plain(number: Decimal) -> str:
    return f"{number.quantize(Decimal('0.0001')).normalize():f}"
