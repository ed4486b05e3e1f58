"""Columns of shares over the total of another column, and running totals down a column."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from checker.claim import Claim
from checker.relate.scene import Scene
from checker.relate.tables.columns import MOST_COLUMNS
from checker.relate.tables.formula import Formula, bears_out
from checker.relate.tables.grid import Grid, cell_term, grids, heading
from checker.relation import Relation

_QUOTIENT = Formula("table-quotient", 0, (0, 0))


def relations(scene: Scene) -> Iterator[Relation]:
    """Every row of every column of shares or of running totals."""
    for number, grid in grids(scene):
        columns = sorted({column for _, column in grid})[:MOST_COLUMNS]
        rows = sorted({row for row, _ in grid})
        yield from _shares(scene, number, grid, columns, rows)
        yield from _running(scene, number, grid, columns, rows)


def _shares(scene: Scene, number: int, grid: Grid, columns: list[int], rows: list[int]) -> Iterator[Relation]:
    """A column of shares over the column whose total stands in the row where the share is 100 %, or in a total row."""
    for result in columns:
        shares = {row: grid[row, result] for row in rows if (row, result) in grid}
        if len(shares) < 3 or next(iter(shares.values())).quantity.dimension != "fraction":
            continue
        full = [row for row, claim in shares.items() if claim.signed.holds(Decimal(1))]
        for whole_row in full[:2]:
            told = [_told(grid, shares, result, column, whole_row) for column in columns if column != result]
            # where two columns tell the shares, they are of the one right before them
            held, _near, column = max(told, default=(0, 0, 0))
            for row, share in shares.items() if held else ():
                if row != whole_row and (row, column) in grid:
                    terms = [cell_term("result", share), cell_term("numerator", grid[row, column])]
                    terms.append(cell_term("denominator", grid[whole_row, column]))
                    yield scene.relation("table-share", terms, ("share-column", number, row, result), 0.97)


def _told(grid: Grid, shares: dict[int, Claim], result: int, column: int, whole_row: int) -> tuple[int, int, int]:
    """How many shares of a column another one tells (0 unless most of them), how near it stands before them, and which it is."""
    whole = grid.get((whole_row, column))
    if whole is None or whole.quantity.dimension == "fraction":
        return 0, 0, column
    rest = [(grid[row, column], share) for row, share in shares.items() if row != whole_row and (row, column) in grid]
    held = sum(bears_out(_QUOTIENT, [share, part, whole]) for part, share in rest)
    return held if held >= 2 and held * 2 > len(rest) else 0, -abs(result - 1 - column), column


def _accumulates(title: str, step: str) -> bool:
    """Whether a heading says that its column adds up the other one: 累计用电量 beside 用电量, 累计 beside 当日新增."""
    bare = title.replace("累计", "")
    return bare != title and "累计" not in step and "比" not in title and (bare in step or "新增" in step or "当" in step)


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
            if len(steps) < 2 or len({c.quantity.dimension for step in steps for c in step[:3]}) != 1:
                continue
            held = sum(now.signed.meets(old.signed + new.signed) for now, old, new, _ in steps)
            # one slip in a running total breaks the step to it and the step from it
            named = _accumulates(heading(steps[0][0]), heading(steps[0][2])) and held >= 1 and len(steps) - held <= 2
            if held >= 3 and held * 2 > len(steps) or named:
                for now, old, new, row in steps:
                    terms = [cell_term("result", now), cell_term("part", old), cell_term("part", new)]
                    yield scene.relation("table-running-total", terms, ("running", number, row, result), 0.97)
