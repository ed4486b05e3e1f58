"""Totals that stand under or above the column they add up, group by group."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from checker.interval import Interval
from checker.relate.grid import Grid, cell_term, grids, labels_of
from checker.relate.scene import Scene
from checker.relation import Relation

_TOTAL = re.compile(r"合\s{0,4}计|总\s{0,4}计|小\s{0,4}计|共\s{0,4}计|总数|总额|总量|^总|^全[市县省区国部]|投资$|^合$")
_NUMBERED = re.compile(r"^[(（]?[一二三四五六七八九十]{1,3}[)）]?[、.．]?")


def relations(scene: Scene) -> Iterator[Relation]:
    """Every total row of every table, column by column."""
    for number, grid in grids(scene):
        yield from _totals(scene, number, grid, labels_of(scene, grid))


def _totals(scene: Scene, number: int, grid: Grid, labels: dict[tuple[int, int], str]) -> Iterator[Relation]:
    rows = sorted({row for row, _ in grid})
    columns = sorted({column for _, column in grid})
    found: dict[tuple[int, tuple[int, ...]], list[int]] = {}
    proposals: dict[int, list[tuple[int, ...]]] = {}
    for row in rows:
        label = next((labels[row, c] for c in columns if (row, c) in labels), "")
        proposals[row] = list(_groups(rows, row, label, labels, columns))
        for group in proposals[row]:
            for column in columns:
                if _adds_up(grid, row, group, column):
                    found.setdefault((row, group), []).append(column)
    for row in rows:
        answers = [(group, found.get((row, group), [])) for group in proposals[row]]
        if not answers:
            continue
        group, held = max(answers, key=lambda answer: len(answer[1]))
        summable = [c for c in columns if _summable(grid, row, group, c)]
        named = any(_TOTAL.search(labels.get((row, c), "")) for c in summable)
        if len(held) >= 2 or held and named:
            trust = 0.96 if len(held) >= 2 else 0.93
        elif named:
            trust = 0.8
        else:
            continue
        for column in summable if named or len(held) * 2 > len(summable) else held:
            members = [grid[r, column] for r in group if (r, column) in grid]
            terms = [cell_term("whole", grid[row, column]), *(cell_term("part", member) for member in members)]
            # a column beside those that add up may count one thing in several rows
            sure = trust if column in held or len(held) * 2 > len(summable) else 0.6
            yield scene.relation("table-column-sum", terms, ("total", number, row, column), sure)


def _groups(rows: list[int], row: int, label: str, labels: dict[tuple[int, int], str], columns: list[int]) -> Iterator[tuple[int, ...]]:
    """Sets of rows that may add up to this one."""

    def name(r: int) -> str:
        return next((labels[r, c] for c in columns if (r, c) in labels), "")

    at = rows.index(row)
    above, below = rows[:at], rows[at + 1 :]
    totals = [r for r in above if _TOTAL.search(name(r))]
    if _TOTAL.search(label) or not below or not above:
        yield tuple(r for r in above if r not in totals)
        yield tuple(r for r in above if _NUMBERED.match(name(r)))
        yield tuple(below)
        yield tuple(r for r in below if _NUMBERED.match(name(r)))
        if totals:
            yield tuple(r for r in above if r >= totals[-1])
            yield tuple(r for r in above if r > totals[-1])
    if _NUMBERED.match(label):
        children: list[int] = []
        for r in below:
            if _NUMBERED.match(name(r)) or _TOTAL.search(name(r)):
                break
            children.append(r)
        yield tuple(children)


def _summable(grid: Grid, row: int, group: tuple[int, ...], column: int) -> bool:
    members = [grid[r, column] for r in group if (r, column) in grid]
    whole = grid.get((row, column))
    if whole is not None and whole.measure == "rate":
        return False
    return whole is not None and len(members) >= 2 and all(m.quantity.dimension == whole.quantity.dimension for m in members)


def _adds_up(grid: Grid, row: int, group: tuple[int, ...], column: int) -> bool:
    if not _summable(grid, row, group, column):
        return False
    members = [grid[r, column] for r in group if (r, column) in grid]
    if not any(m.quantity.value for m in members):
        return False
    total = Interval(Decimal(0), Decimal(0))
    for member in members:
        total = total + member.quantity.interval
    whole = grid[row, column].quantity
    return total.meets(whole.interval.widened(whole.step / 2))
