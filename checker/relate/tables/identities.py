"""Identities that a table proves itself: what holds to the last digit in all columns (or rows) but one is no accident, and accuses the one.

No word names them. How improbable it is that figures of so many digits agree by accident, in all the cases in which they do, against the
number of readings that were as near at hand, is the evidence; what is left of it is the trust. Figures of few digits prove nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from math import log10

from checker.relate.scene import Scene
from checker.relate.sorts import at_constant_prices
from checker.relate.tables.column_totals import between
from checker.relate.tables.formula import Formula, terms_of
from checker.relate.tables.grid import Grid, grids, halves, heading
from checker.relate.tables.readings import implied_cases, readings
from checker.relate.tables.sheet import Figure, Sheet, sheet
from checker.relation import Relation

_MOST_COLUMNS = 14
_MOST_READINGS = 120
# of two lines that could be related one in so many is
_PRIOR = 0.3
_LEAST = 1.5
_MOST_ORDERS = 9.0
# how sure it is, whatever the digits, that what holds in so many cases is meant to hold in one more
_CAPS = {1: 0.85, 2: 0.93, 3: 0.95}
_ALWAYS = 0.97
_ROUNDING = 1e-9


@dataclass(slots=True)
class Record:
    """How a reading fares: the cases in which it holds, those in which it breaks, and the decimal orders of improbability of the first."""

    held: list[int] = field(default_factory=list)
    broken: list[int] = field(default_factory=list)
    orders: float = 0.0
    distinct: set[tuple[float, ...]] = field(default_factory=set)


def relations(scene: Scene) -> Iterator[Relation]:
    """Every identity among near rows that the columns prove, and among columns that the rows prove."""
    for number, grid in grids(scene):
        for part, _ in halves(scene, grid):
            columns = _levels(scene, part)
            if len(columns) < 2:
                continue
            yield from _proven(scene, number, sheet(part, columns))
            yield from _proven(scene, number, sheet(part, sorted({c for _, c in part})).transposed())


def _levels(scene: Scene, grid: Grid) -> list[int]:
    """The columns of amounts: no changes, shares, ranks or rates of completion of what stands beside them, no means."""
    classes = ("column_change", "structure_header", "rank_header", "column_completion", "column_other", "not_added")
    words = [word for name in classes for word in scene.rules.wording[name]]
    columns = sorted({column for _, column in grid})
    return [column for column in columns if not any(word in _title(grid, column) for word in words)][:_MOST_COLUMNS]


def _title(grid: Grid, column: int) -> str:
    return heading(next(claim for (_, c), claim in sorted(grid.items()) if c == column))


def _proven(scene: Scene, number: int, sheet: Sheet) -> Iterator[Relation]:
    cases = len(sheet.lines[0]) if sheet.lines else 0
    implied = implied_cases(sheet)
    found = 0
    for formula, tries in readings(sheet):
        record = _record(sheet, formula, cases, implied)
        if record is None or not record.held:
            continue
        trust = _trust(record, tries)
        if trust is None:
            continue
        found += 1
        if found > _MOST_READINGS:
            return
        for case in (*record.held, *record.broken):
            figures = _figures(sheet, formula, case)
            assert figures is not None
            real = formula.rule == "table-growth" and at_constant_prices(scene.rules, figures[1].claim)
            if real or case in record.broken and _more_here(sheet, formula, case, record.held):
                continue
            terms = terms_of(formula, [figure.claim for figure in figures])
            lines = (formula.result, *formula.inputs)
            question = ("identity", number, sheet.across, case, formula.rule, *lines)
            # one other case says that the figures are related, and only a slip that mends them that this one is too; a total row may
            # hold the mean of what is not added up
            doubted = len(record.distinct) < 2 or formula.rule == "table-balance" and not formula.less and _mean(figures)
            yield replace(scene.relation(formula.rule, terms, question, trust), gathered=doubted)


def _more_here(sheet: Sheet, formula: Formula, case: int, held: Sequence[int]) -> bool:
    """Whether a sum lacks a figure in one case that none of the others has: 预备费 is in the estimate and not in the accounts."""
    lines = (formula.result, *formula.inputs)
    others = [line for at, line in enumerate(sheet.lines[min(lines) : max(lines) + 1], min(lines)) if at not in lines]
    return formula.rule == "table-balance" and any(line[case] is not None and all(line[each] is None for each in held) for line in others)


def _mean(figures: Sequence[Figure]) -> bool:
    result, *inputs = (figure.claim for figure in figures)
    return between(result, inputs)


def _trust(record: Record, tries: float) -> float | None:
    """How sure a reading is by the cases in which it holds; None where accident would do as well."""
    orders = record.orders - log10(max(1.0, tries))
    if orders < _LEAST or len(record.broken) > 1 and len(record.broken) * 4 > len(record.held):
        return None
    odds: float = _PRIOR * 10.0 ** min(orders, _MOST_ORDERS)
    return min(_CAPS.get(len(record.distinct), _ALWAYS), odds / (1 + odds))


def _record(sheet: Sheet, formula: Formula, cases: int, implied: frozenset[int]) -> Record | None:
    """How a reading fares in all cases; None as soon as it breaks too often."""
    record, most = Record(), max(1, cases // 5)
    for case in range(cases):
        figures = _figures(sheet, formula, case)
        if figures is None:
            continue
        off, reach, width, size = _measured(formula, figures)
        if off <= reach + width * _ROUNDING:
            record.held.append(case)
            values = tuple(figure.value for figure in figures)
            if size > 0 and case not in implied and values not in record.distinct:
                record.distinct.add(values)
                record.orders += min(_MOST_ORDERS, max(0.0, log10(size / width)))
        elif off > 2 * reach:
            record.broken.append(case)
            if len(record.broken) > most:
                return None
    return record


def _figures(sheet: Sheet, formula: Formula, case: int) -> list[Figure] | None:
    """The figures of a case, the result first; None where one is missing or they are not of the kinds that the arithmetic takes."""
    figures = []
    for line in (formula.result, *formula.inputs):
        figure = sheet.lines[line][case]
        if figure is None or figure.kind != sheet.kinds[line]:
            return None
        figures.append(figure)
    result = figures[0]
    if formula.rule == "table-balance":
        return figures if all(figure.kind == result.kind for figure in figures) else None
    one, other = figures[1:]
    if formula.rule == "table-product":
        return figures if one.kind != other.kind else None
    return figures if result.kind == "fraction" and one.kind == other.kind else None


def _measured(formula: Formula, figures: Sequence[Figure]) -> tuple[float, float, float, float]:
    """How far the result is off, how far it may be, the width of what would have been taken for agreement, and the size against which
    that is an accident: of a sum its least member, for greater ones say nothing of it."""
    result, *inputs = figures
    if formula.rule == "table-balance":
        total = sum(-f.value if line in formula.less else f.value for line, f in zip(formula.inputs, inputs, strict=True))
        reach = sum(f.reach for f in figures)
        width = max(2 * reach, min(f.step for f in figures))
        return abs(total - result.value), reach, width, min(abs(f.value) for f in figures)
    one, other = inputs
    if not (one.value and other.value and result.value):
        return 1.0, 0.0, 1.0, 0.0
    share = (one.reach or one.step / 2) / abs(one.value) + (other.reach or other.step / 2) / abs(other.value)
    if formula.rule == "table-product":
        value = _product(formula, figures)
    else:
        value = one.value / other.value - (1.0 if formula.rule == "table-growth" else 0.0)
    exact = one.reach / abs(one.value) + other.reach / abs(other.value)
    grown = abs(value + 1.0) if formula.rule == "table-growth" else abs(value)
    reach = result.reach + grown * exact
    return abs(value - result.value), reach, 2 * (result.reach or result.step / 2) + 2 * grown * share, abs(result.value)


def _product(formula: Formula, figures: Sequence[Figure]) -> float:
    _, one, other = terms_of(formula, [figure.claim for figure in figures])
    return float(one.interval.middle * other.interval.middle)
