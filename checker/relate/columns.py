"""Columns of a table that are computed from other columns: sums of a row, differences, growth, quotients, products, shares, running totals.

A formula that the headings name holds unless several rows deny it; one they do not name counts where most rows bear it out, and then
judges the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal, DecimalException
from itertools import pairwise

from checker.claim import Claim
from checker.interval import Interval
from checker.relate.grid import Grid, cell_term, grids, slack
from checker.relate.headings import Formula, stated
from checker.relate.scene import Scene
from checker.relation import Relation

_ONE = Interval(Decimal(1), Decimal(1))
_MOST_COLUMNS = 16


def relations(scene: Scene) -> Iterator[Relation]:
    """Every row of every computed column."""
    for number, grid in grids(scene):
        columns = sorted({column for _, column in grid})[:_MOST_COLUMNS]
        rows = sorted({row for row, _ in grid})
        yield from _computed(scene, number, grid, columns, rows)
        yield from _shares(scene, number, grid, columns, rows)
        yield from _running(scene, number, grid, columns, rows)


def _difference(a: Interval, b: Interval) -> Interval:
    return a - b


def _growth(a: Interval, b: Interval) -> Interval:
    return a / b - _ONE


def _quotient(a: Interval, b: Interval) -> Interval:
    return a / b


def _product(a: Interval, b: Interval) -> Interval:
    return a * b


_PAIRED: dict[str, Callable[[Interval, Interval], Interval]] = {
    "table-difference": _difference,
    "table-growth": _growth,
    "table-quotient": _quotient,
    "table-product": _product,
}
_ROLES = {
    "table-difference": ("result", "now", "base"),
    "table-growth": ("result", "now", "base"),
    "table-quotient": ("result", "numerator", "denominator"),
    "table-product": ("result", "factor", "factor"),
}
_QUOTIENT = Formula("table-quotient", 0, (0, 0))


def _computed(scene: Scene, number: int, grid: Grid, columns: list[int], rows: list[int]) -> Iterator[Relation]:
    named = {formula.result: formula for formula in stated(grid, scene.rules)}
    for result in columns:
        choice = _borne(scene, grid, rows, named.get(result)) or _best_formula(grid, rows, columns, result)
        if choice is None:
            continue
        column, held = choice
        trust = 0.97 if held >= 3 else 0.95 if column.words else 0.9
        for row in rows:
            formula = _of_row(scene, grid, row, column)
            cells = _cells(grid, row, formula)
            if cells is None or formula.years == 1 and formula.rule == "table-growth" and _real_growth(scene, grid, cells[0]):
                continue
            roles = _ROLES.get(formula.rule, ("result", *("part",) * len(formula.inputs)))
            terms = [cell_term(role, cell) for role, cell in zip(roles, cells, strict=True)]
            sure = 0.6 if formula.rule == "table-growth" and _real_growth(scene, grid, cells[0]) else trust
            yield scene.relation(formula.rule, terms, ("column", number, row, result), sure, formula.years)


def _of_row(scene: Scene, grid: Grid, row: int, formula: Formula) -> Formula:
    """The formula as it goes for one row: among yearly rates a figure in square brackets is the change over all the years."""
    claim = grid.get((row, formula.result))
    if formula.years == 1 or claim is None or scene.document.text[claim.quantity.start - 1] not in "[［【":
        return formula
    return Formula("table-difference", formula.result, formula.inputs, words=True)


def _cells(grid: Grid, row: int, formula: Formula) -> list[Claim] | None:
    """The figures of a row in a formula, the result first; None where one is missing or the row is measured otherwise."""
    found = [grid.get((row, column)) for column in (formula.result, *formula.inputs)]
    cells = [cell for cell in found if cell is not None]
    if len(cells) < len(found) or not any(cell.quantity.value for cell in cells[1:]):
        return None
    kinds = [cell.quantity.dimension for cell in cells]
    if formula.words and len(set(kinds[1:])) > 1 and formula.rule != "table-product":
        return None
    if formula.rule == "table-growth" and (kinds[0] != "fraction" or kinds[1] == "fraction"):
        return None
    if formula.rule == "table-difference" and kinds[0] not in (kinds[1], "point"):
        return None
    return cells


def _real_growth(scene: Scene, grid: Grid, claim: Claim) -> bool:
    """Whether the rate is of what is published at constant prices, beside levels at current ones (国家统计局《统计指标解释》); a row
    that names its prices (2020年价) speaks for all."""
    indicator = scene.rules.indicators.get(claim.indicator)
    if "增加值" not in claim.name and (indicator is None or indicator.growth != "real"):
        return False
    return not any("年价" in each.name or "不变价" in each.name for each in grid.values())


def _borne(scene: Scene, grid: Grid, rows: list[int], formula: Formula | None) -> tuple[Formula, int] | None:
    """A formula that the headings name, with the number of rows that bear it out, unless too many deny it: one slip is a slip, several
    are another matter."""
    if formula is None:
        return None
    own = [(row, _of_row(scene, grid, row, formula)) for row in rows]
    answers = [_bears_out(each, cells) for row, each in own if (cells := _cells(grid, row, each)) is not None]
    denied = answers.count(False)
    if not answers or denied > 1 and denied * 3 > len(answers):
        return None
    return formula, len(answers) - denied


def _best_formula(grid: Grid, rows: list[int], columns: list[int], result: int) -> tuple[Formula, int] | None:
    """The formula over other columns that holds in most rows; at least two rows and more than half must bear it out."""
    stated_rows = [row for row in rows if (row, result) in grid]
    if len(stated_rows) < 3:
        return None
    best: tuple[Formula, int] | None = None
    for rule, inputs in _formulas(grid, columns, result, grid[stated_rows[0], result]):
        formula = Formula(rule, result, inputs)
        held = tried = 0
        for row in stated_rows:
            cells = _cells(grid, row, formula)
            if cells is None:
                continue
            tried += 1
            held += _bears_out(formula, cells)
            if tried - held > max(1, len(stated_rows) // 2):
                break
        if held >= 2 and held * 2 > tried and (best is None or held > best[1]):
            best = formula, held
    return best


def _formulas(grid: Grid, columns: list[int], result: int, sample: Claim) -> Iterator[tuple[str, tuple[int, ...]]]:
    kinds = {column: claim.quantity.dimension for (_, column), claim in grid.items()}
    kind = sample.quantity.dimension
    at = columns.index(result)
    for width in range(2, min(at, 6) + 1):
        left = tuple(columns[at - width : at])
        if all(kinds[c] == kind for c in left):
            yield "table-row-sum", left
    for width in range(2, min(len(columns) - at - 1, 6) + 1):
        right = tuple(columns[at + 1 : at + 1 + width])
        if all(kinds[c] == kind for c in right):
            yield "table-row-sum", right
    others = [c for c in columns if c != result]
    for first in others:
        for second in others:
            if first == second:
                continue
            same = kinds[first] == kinds[second]
            if same and kind == kinds[first]:
                yield "table-difference", (first, second)
            if same and kind == "fraction" and kinds[first] != "fraction":
                yield "table-growth", (first, second)
                yield "table-quotient", (first, second)
            if first < second and kind not in ("fraction", "number") and not (same and kinds[first] == kind):
                yield "table-product", (first, second)


def _bears_out(formula: Formula, cells: Sequence[Claim]) -> bool:
    stated_cell, *inputs = (cell.signed for cell in cells)
    try:
        if formula.rule == "table-row-sum":
            computed = inputs[0]
            for cell in inputs[1:]:
                computed = computed + cell
        else:
            computed = _PAIRED[formula.rule](*inputs)
            if formula.years > 1:
                computed = (computed + _ONE).power(1 / Decimal(formula.years)) - _ONE
    except (ValueError, DecimalException):
        return False
    return stated_cell.widened(slack(cells[0])).meets(computed)


def _shares(scene: Scene, number: int, grid: Grid, columns: list[int], rows: list[int]) -> Iterator[Relation]:
    """A column of shares over the column whose total stands in the row where the share is 100 %, or in a total row."""
    for result in columns:
        shares = {row: grid[row, result] for row in rows if (row, result) in grid}
        if len(shares) < 3 or next(iter(shares.values())).quantity.dimension != "fraction":
            continue
        full = [row for row, claim in shares.items() if claim.signed.holds(Decimal(1))]
        for whole_row in full[:2]:
            for column in columns:
                if column == result or (whole_row, column) not in grid or grid[whole_row, column].quantity.dimension == "fraction":
                    continue
                whole = grid[whole_row, column]
                rest = [(row, grid[row, column], share) for row, share in shares.items() if row != whole_row and (row, column) in grid]
                held = sum(_bears_out(_QUOTIENT, [share, part, whole]) for _, part, share in rest)
                if held >= 2 and held * 2 > len(rest):
                    for row, part, share in rest:
                        terms = [cell_term("result", share), cell_term("numerator", part), cell_term("denominator", whole)]
                        yield scene.relation("table-share", terms, ("share-column", number, row, result, column), 0.97)


def _running(scene: Scene, number: int, grid: Grid, columns: list[int], rows: list[int]) -> Iterator[Relation]:
    """累计 of a row = 累计 of the row before + the row's own increase."""
    for result in columns:
        for column in columns:
            if column == result:
                continue
            steps = [
                (grid[row, result], grid[before, result], grid[row, column], row)
                for before, row in pairwise(rows)
                if (row, result) in grid and (before, result) in grid and (row, column) in grid
            ]
            if len(steps) < 3 or len({c.quantity.dimension for step in steps for c in step[:3]}) != 1:
                continue
            held = sum(now.signed.meets(old.signed + new.signed) for now, old, new, _ in steps)
            if held >= 3 and held * 2 > len(steps):
                for now, old, new, row in steps:
                    terms = [cell_term("result", now), cell_term("part", old), cell_term("part", new)]
                    yield scene.relation("table-running-total", terms, ("running", number, row, result), 0.97)
