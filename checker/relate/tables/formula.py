"""One column computed from others: the arithmetic of a row, and how hardly it would come out by accident."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, DecimalException
from math import log10

from checker.claim import POINT, Claim
from checker.interval import Interval
from checker.relate.tables.grid import Grid, cell_term, slack
from checker.relation import Term

_ONE = Interval(Decimal(1), Decimal(1))
_SCALES = {"亿": Decimal(10**8), "万": Decimal(10**4)}
# a row of rates below rows of amounts does not add up
_RATE = re.compile(r"率(?:[(\[][^()\[\]]{1,8}[)\]])?$")
_LEAST_CHANCE = 1e-9


@dataclass(frozen=True, slots=True)
class Formula:
    """The column `result` follows from the columns `inputs` by the arithmetic of `rule`, over `years` periods; `words` tells that the
    headings say so; inputs in `less` are taken away in a sum."""

    rule: str
    result: int
    inputs: tuple[int, ...]
    years: int = 1
    words: bool = False
    less: frozenset[int] = frozenset()


def _difference(a: Interval, b: Interval) -> Interval:
    return a - b


def _growth(a: Interval, b: Interval) -> Interval:
    return a / b - _ONE


def _quotient(a: Interval, b: Interval) -> Interval:
    return a / b


def _portion(a: Interval, b: Interval) -> Interval:
    return a / (a + b)


def _product(a: Interval, b: Interval) -> Interval:
    return a * b


def _rest(a: Interval, b: Interval) -> Interval:
    return _ONE - a / b


def _shift(part: Interval, part_rate: Interval, whole: Interval, whole_rate: Interval) -> Interval:
    share, factor = part / whole, (_ONE + whole_rate) / (_ONE + part_rate)
    return share * factor - share


_SUMS = ("table-row-sum", "table-balance")
_BY_RULE: Mapping[str, Callable[..., Interval]] = {
    "table-difference": _difference,
    "table-growth": _growth,
    "table-quotient": _quotient,
    "share-of-siblings": _portion,
    "table-product": _product,
    "table-margin": _rest,
    "table-reduction": _rest,
    "table-margin-shift": _shift,
}
_ROLES: Mapping[str, tuple[str, ...]] = {
    "table-difference": ("now", "base"),
    "table-growth": ("now", "base"),
    "table-quotient": ("numerator", "denominator"),
    "share-of-siblings": ("numerator", "part"),
    "table-product": ("factor", "factor"),
    "table-margin": ("numerator", "denominator"),
    "table-reduction": ("numerator", "denominator"),
    "table-margin-shift": ("part", "rate", "whole", "rate"),
}


def cells_of(grid: Grid, row: int, formula: Formula) -> list[Claim] | None:
    """The figures of a row in a formula, the result first; None where one is missing or the row is measured otherwise."""
    found = [grid.get((row, column)) for column in (formula.result, *formula.inputs)]
    cells = [cell for cell in found if cell is not None]
    if len(cells) < len(found) or not any(cell.quantity.value for cell in cells[1:]):
        return None
    kinds = [cell.quantity.dimension for cell in cells]
    if formula.words and len(set(kinds[1:])) > 1 and formula.rule not in ("table-product", "table-margin-shift"):
        return None
    if formula.rule in _SUMS and (len(set(kinds)) > 1 or kinds[0] == "fraction" and _RATE.search(cells[0].lead)):
        return None
    if formula.rule == "table-growth" and (kinds[0] != "fraction" or kinds[1] == "fraction"):
        return None
    if formula.rule == "table-difference" and kinds[0] not in (kinds[1], "point"):
        return None
    return cells


def terms_of(formula: Formula, cells: Sequence[Claim]) -> list[Term]:
    """The figures in their roles."""
    sums = tuple("less" if column in formula.less else "part" for column in formula.inputs)
    roles = ("result", *_ROLES.get(formula.rule, sums))
    values = _values(formula, cells)
    terms = [replace(cell_term(role, cell), interval=value) for role, cell, value in zip(roles, cells, values, strict=True)]
    if formula.rule == "table-margin-shift":
        # the form computes how the share of costs moved, and margins move the other way
        terms[0] = replace(terms[0], interval=-terms[0].interval)
    return terms


def _values(formula: Formula, cells: Sequence[Claim]) -> list[Interval]:
    """What the figures stand for in a formula: a price (or a yield) is for one of the unit in which the numbers beside it are, be it a
    kilogram or a ton, and percentage points are the difference of figures that are per cent whether or not the table says so."""
    values = [cell.signed for cell in cells]
    kinds = [cell.quantity.dimension for cell in cells]
    if formula.rule == "table-product" and kinds[0] in kinds[1:] and len(set(kinds)) > 1:
        return [v if kind == kinds[0] else v.scaled(1 / _unit(cell)) for v, kind, cell in zip(values, kinds, cells, strict=True)]
    if formula.rule == "table-difference" and kinds == ["point", "number", "number"]:
        return [values[0], *(value.scaled(POINT) for value in values[1:])]
    return values


def _unit(claim: Claim) -> Decimal:
    """Base units in one unit of a figure, scale words apart: 1000 for 吨 and for 万吨."""
    quantity, factor = claim.quantity, claim.quantity.factor
    if quantity.numeral is not None:
        factor /= quantity.numeral.scale
    for scale, worth in _SCALES.items():
        if quantity.unit.startswith(scale):
            factor /= worth
    return factor


def computed(formula: Formula, cells: Sequence[Claim]) -> Interval | None:
    """What the result should be; None where there is nothing to divide by."""
    inputs = _values(formula, cells)[1:]
    try:
        if formula.rule in _SUMS:
            total = Interval.exactly(0)
            for column, value in zip(formula.inputs, inputs, strict=True):
                total = total - value if column in formula.less else total + value
            return total
        value = _BY_RULE[formula.rule](*inputs)
        return value if formula.years == 1 else (value + _ONE).power(1 / Decimal(formula.years)) - _ONE
    except (ValueError, DecimalException):
        return None


def bears_out(formula: Formula, cells: Sequence[Claim]) -> bool:
    """Whether the stated result and the computed one meet, truncation granted."""
    value = computed(formula, cells)
    return value is not None and cells[0].signed.widened(slack(cells[0])).meets(value)


def strength(formula: Formula, cells: Sequence[Claim]) -> float:
    """By how many decimal orders it is improbable that a row comes out by accident."""
    value = computed(formula, cells)
    if value is None:
        return 0.0
    size = max(abs(value.middle), abs(cells[0].signed.middle))
    width = value.width + cells[0].signed.width + 2 * slack(cells[0])
    return -log10(min(1.0, max(_LEAST_CHANCE, float(width / size)))) if size else 0.0
