"""Columns of a table that are computed from other columns: sums of a row, differences, growth, quotients, products, shares, running totals.

No heading is read: a formula counts where most rows bear it out, and then judges the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal, DecimalException
from itertools import pairwise

from checker.claim import Claim
from checker.interval import Interval
from checker.relate.grid import Grid, cell_term, grids
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
    "table-difference": ("now", "base"),
    "table-growth": ("now", "base"),
    "table-quotient": ("numerator", "denominator"),
    "table-product": ("factor", "factor"),
}


def _computed(scene: Scene, number: int, grid: Grid, columns: list[int], rows: list[int]) -> Iterator[Relation]:
    for result in columns:
        best = _best_formula(grid, rows, columns, result)
        if best is None:
            continue
        rule, inputs, held = best
        for row in rows:
            cells = [grid.get((row, column)) for column in inputs]
            stated = grid.get((row, result))
            if stated is None or any(cell is None for cell in cells):
                continue
            used = [cell for cell in cells if cell is not None]
            roles = _ROLES.get(rule, ("part",) * len(used))
            terms = [cell_term("result", stated), *(cell_term(role, cell) for role, cell in zip(roles, used, strict=True))]
            yield scene.relation(rule, terms, ("column", number, row, result), 0.97 if held >= 3 else 0.9)


def _best_formula(grid: Grid, rows: list[int], columns: list[int], result: int) -> tuple[str, tuple[int, ...], int] | None:
    """The formula over other columns that holds in most rows; at least two rows and more than half must bear it out."""
    stated = {row: grid[row, result] for row in rows if (row, result) in grid}
    if len(stated) < 3:
        return None
    best: tuple[str, tuple[int, ...], int] | None = None
    for rule, inputs in _formulas(grid, columns, result, next(iter(stated.values()))):
        held = tried = 0
        for row, claim in stated.items():
            cells = [grid.get((row, column)) for column in inputs]
            used = [cell for cell in cells if cell is not None]
            if len(used) < len(inputs) or not any(cell.quantity.value for cell in used):
                continue
            tried += 1
            held += _bears_out(rule, claim, used)
            if tried - held > max(1, len(stated) // 2):
                break
        if held >= 2 and held * 2 > tried and (best is None or held > best[2]):
            best = rule, inputs, held
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


def _bears_out(rule: str, claim: Claim, cells: list[Claim]) -> bool:
    try:
        if rule == "table-row-sum":
            computed = cells[0].signed
            for cell in cells[1:]:
                computed = computed + cell.signed
        else:
            computed = _PAIRED[rule](cells[0].signed, cells[1].signed)
    except (ValueError, DecimalException):
        return False
    return claim.signed.widened(claim.quantity.step / 2).meets(computed)


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
                held = sum(_bears_out("table-quotient", share, [part, whole]) for _, part, share in rest)
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
