"""Columns of shares over the total of another column, and running totals down a column."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from checker.claim import Claim
from checker.interval import Interval
from checker.relate.scene import Scene
from checker.relate.tables.columns import MOST_COLUMNS
from checker.relate.tables.formula import Formula, bears_out
from checker.relate.tables.grid import TELLING, Grid, cell_term, digits, grids, heading
from checker.relation import Relation, Term

# longer tables list places or things, not indicators over the years
_MOST_ROWS = 40
_FEWEST = 3
_LONGER = (212, 213, 243, 244, 273, 274, 304, 305, 334, 335)
# the days of a month, of two and three, of half a year, of three quarters, of any number of months to the end of one, of a year
_LENGTHS = (365, 366, *range(28, 32), 59, 60, 90, 91, 92, 120, 121, 151, 152, 181, 182, 184, *_LONGER)
_QUOTIENT = Formula("table-quotient", 0, (0, 0))


def relations(scene: Scene) -> Iterator[Relation]:
    """Every row of every column of shares or of running totals."""
    for number, grid in grids(scene):
        columns = sorted({column for _, column in grid})[:MOST_COLUMNS]
        rows = sorted({row for row, _ in grid})
        yield from _shares(scene, number, grid, columns, rows)
        yield from _running(scene, number, grid, columns, rows)
        yield from _of_days(scene, number, grid, columns, rows)


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
    """累计 of a row = 累计 of the row before + the row's own increase; and the same along the columns of a table of years."""
    down = {column: [grid.get((row, column)) for row in rows] for column in columns}
    yield from _adding_up(scene, ("running", number), down, {column: heading(_first(claims)) for column, claims in down.items()})
    if len(rows) <= _MOST_ROWS:
        across = {row: [grid.get((row, column)) for column in columns] for row in rows}
        yield from _adding_up(scene, ("running across", number), across, {row: _first(claims).lead for row, claims in across.items()})


def _first(claims: Sequence[Claim | None]) -> Claim:
    return next(claim for claim in claims if claim is not None)


def _adding_up(
    scene: Scene, question: tuple[object, ...], lines: Mapping[int, Sequence[Claim | None]], titles: Mapping[int, str]
) -> Iterator[Relation]:
    for result, levels in lines.items():
        for line, changes in lines.items():
            triples = zip(levels[1:], levels, changes[1:], strict=False)
            steps = [(now, old, new) for now, old, new in triples if now is not None and old is not None and new is not None]
            if line == result or len(steps) < 2 or len({c.quantity.dimension for step in steps for c in step}) != 1:
                continue
            holding = [step for step in steps if step[0].signed.meets(step[1].signed + step[2].signed)]
            held, telling = len(holding), sum(digits(now) >= TELLING for now, _, _ in holding)
            # one slip in a running total breaks the step to it and the step from it
            named = _accumulates(titles[result], titles[line]) and held >= 1 and len(steps) - held <= 2
            if telling >= _FEWEST and held * 2 > len(steps) or named:
                for now, old, new in steps:
                    terms = [cell_term("result", now), cell_term("part", old), cell_term("part", new)]
                    yield scene.relation("table-running-total", terms, (*question, now.index), 0.97)


def _of_days(scene: Scene, number: int, grid: Grid, columns: list[int], rows: list[int]) -> Iterator[Relation]:
    """优良天数 over the days of the period is 优良率: all rows but one agree on how many days that has."""
    for result in columns:
        for column in columns:
            pairs = [(grid[row, result], grid[row, column]) for row in rows if (row, result) in grid and (row, column) in grid]
            if len(pairs) < _FEWEST or any(r.quantity.dimension != "fraction" or d.quantity.dimension != "time" for r, d in pairs):
                continue
            held = {length: sum(_part_of(rate, days, length) for rate, days in pairs) for length in _LENGTHS}
            length = max(held, key=lambda each: held[each])
            if held[length] < max(2, len(pairs) - 1):
                continue
            for rate, days in pairs:
                whole = Term("denominator", Interval.exactly(length), None, f"{length}天")
                terms = [cell_term("result", rate), cell_term("numerator", days), whole]
                yield scene.relation("table-quotient", terms, ("days", number, rate.index), 0.96)


def _part_of(rate: Claim, days: Claim, length: int) -> bool:
    return rate.signed.meets(days.signed / Interval.exactly(length))
