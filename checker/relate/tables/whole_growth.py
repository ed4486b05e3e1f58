"""Growth of a total row from the levels and the growth of the rows it adds up, where the table does not show the levels of before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import DecimalException

from checker.claim import Claim
from checker.interval import Interval
from checker.relate.scene import Scene
from checker.relate.sorts import at_constant_prices
from checker.relate.tables.column_totals import adds_up
from checker.relate.tables.grid import Grid, cell_term, digits, grids, halves, heading, slack
from checker.relate.tables.headings import stated
from checker.relate.tables.outline import groups, taken_off
from checker.relation import Relation

_AGAINST = re.compile("[比较同增减涨]")
_MANY_DIGITS, _REACH = 4, 8
_ZERO = Interval.exactly(0)
_ONE = Interval.exactly(1)

Case = tuple[int, Claim, list[tuple[Claim, Claim]]]


def relations(scene: Scene) -> Iterator[Relation]:
    """Every rate of a total row, with the levels and rates of its parts."""
    for number, grid in grids(scene):
        computed = {formula.result for formula in stated(grid, scene.rules)}
        for part, names in halves(scene, grid):
            cases = [case for column in _rates(scene, part) if column not in computed for case in _cases(scene, part, names, column)]
            broken = [case for case in cases if not _bears_out(*case[1:])]
            held = len(cases) - len(broken)
            if held >= 1 and (len(broken) * 3 <= len(cases) or _one_slip(broken)):
                for row, whole, pairs in cases:
                    terms = [cell_term("result", whole)]
                    terms += [cell_term(role, claim) for pair in pairs for role, claim in zip(("level", "rate"), pair, strict=True)]
                    trust = 0.95 if held >= 2 else 0.85
                    yield scene.relation("table-growth-of-total", terms, ("growth of total", number, row, whole.cell), trust)


def _rates(scene: Scene, grid: Grid) -> list[int]:
    """The columns of growth rates."""
    found: list[int] = []
    for column in sorted({column for _, column in grid}):
        claims = [claim for (_, c), claim in grid.items() if c == column]
        title = heading(claims[0])
        words = scene.rules.wording
        moved = any(word in title for word in words["column_change"]) and not any(word in title for word in words["column_other"])
        if moved and all(claim.quantity.dimension == "fraction" for claim in claims):
            found.append(column)
    return found


def _cases(scene: Scene, grid: Grid, names: dict[int, str], column: int) -> Iterator[Case]:
    level = _level_of(scene, grid, column)
    rows = sorted({row for row, _ in grid})
    if level is None or any(at_constant_prices(scene.rules, grid[row, column]) for row in rows if (row, column) in grid):
        return
    for row in rows:
        if (row, column) not in grid:
            continue
        named = [group.members for group in groups(rows, row, names)]
        for members in (*named, *_below(grid, rows, row, level)):
            whole = all((r, column) in grid and (r, level) in grid and not taken_off(names[r]) for r in members)
            if len(members) >= 2 and whole and adds_up(scene.rules, grid, names, row, members, level):
                yield row, grid[row, column], [(grid[r, level], grid[r, column]) for r in members]
                break


def _below(grid: Grid, rows: list[int], row: int, level: int) -> Iterator[tuple[int, ...]]:
    """Runs of rows right below a figure of many digits, which they hardly make up by accident, whatever they are called (城镇, 乡村)."""
    whole = grid.get((row, level))
    if whole is None or digits(whole) < _MANY_DIGITS:
        return
    below = rows[rows.index(row) + 1 :][:_REACH]
    for first in range(len(below)):
        made = _ZERO
        for last, other in enumerate(below[first:], first + 1):
            if (other, level) not in grid:
                break
            made = made + grid[other, level].signed
            if last > first + 1 and made.meets(whole.signed):
                yield tuple(below[first:last])


def _level_of(scene: Scene, grid: Grid, column: int) -> int | None:
    """The column of levels whose growth a column states: the one its heading names, else the nearest on its left that is no plan."""
    titles = {c: heading(claim) for (_, c), claim in sorted(grid.items(), reverse=True) if claim.quantity.dimension != "fraction"}
    told = heading_at(grid, column)
    matter = _AGAINST.split(told)[0]
    named = [c for c, title in titles.items() if len(title) >= 2 and title in told or len(matter) >= 2 and title.endswith(matter)]
    plan = scene.rules.wording["column_plan"]
    left = [c for c, title in titles.items() if c < column and not any(word in title for word in plan)]
    return max(named, key=lambda c: len(titles[c])) if named else max(left, default=None)


def heading_at(grid: Grid, column: int) -> str:
    """The heading of a column that holds figures."""
    return next(heading(claim) for (_, c), claim in grid.items() if c == column)


def _one_slip(cases: list[Case]) -> bool:
    """Whether one figure has a part in all these cases."""
    figures = [{whole.index, *(claim.index for pair in pairs for claim in pair)} for _, whole, pairs in cases]
    return bool(set.intersection(*figures))


def _bears_out(whole: Claim, pairs: list[tuple[Claim, Claim]]) -> bool:
    now = before = _ZERO
    try:
        for level, rate in pairs:
            now = now + level.signed
            before = before + level.signed / (_ONE + rate.signed)
        return whole.signed.widened(slack(whole)).meets(now / before - _ONE)
    except (ValueError, DecimalException):
        return False
