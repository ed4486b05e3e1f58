"""Rows whose name says by the numbers of other rows how they come about: 4 建设投资(1+2+3), 三、利润总额(一-二)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.relate.scene import Scene
from checker.relate.tables.column_totals import may_add
from checker.relate.tables.grid import Grid, cell_term, grids, halves
from checker.relation import Relation

_LABEL = r"(?:\d{1,2}(?:\.\d{1,2}){0,2}|[一二三四五六七八九十]{1,2}|[A-H])"
_NUMBERED = re.compile(rf"^[(（]?({_LABEL})(?:[)）、.．: ]|(?=[一-鿿])|$)")
_FORMULA = re.compile(rf"[(（=＝][(（]?({_LABEL}[)）]?(?:[+＋\-－—–][(（]?{_LABEL}[)）]?){{1,9}})[)）]?$")
_TERM = re.compile(rf"([+＋\-－—–]?)[(（]?({_LABEL})[)）]?")
# the arithmetic stands in the table itself
_TOLD = 0.98


def relations(scene: Scene) -> Iterator[Relation]:
    """Every column of every row that is told as a sum or difference of rows above or below it."""
    for number, grid in grids(scene):
        for part, names in halves(scene, grid):
            for row, members in told(names).items():
                yield from _columns(scene, number, part, row, members)


def told(names: dict[int, str]) -> dict[int, list[tuple[int, bool]]]:
    """For each row whose name holds a formula the rows that it speaks of, and whether they are taken away. Numbers that several rows bear
    are nobody's."""
    labels: dict[str, list[int]] = {}
    for row, name in names.items():
        if found := _NUMBERED.match(name):
            labels.setdefault(found[1], []).append(row)
    answer: dict[int, list[tuple[int, bool]]] = {}
    for row, name in names.items():
        formula = _FORMULA.search(name)
        if formula is None:
            continue
        terms = [(labels.get(label, []), sign not in ("", "+", "＋")) for sign, label in _TERM.findall(formula[1])]
        members = [(rows[0], less) for rows, less in terms if len(rows) == 1 and rows[0] != row]
        if len(members) == len(terms) > 1:
            answer[row] = members
    return answer


def _columns(scene: Scene, number: int, grid: Grid, row: int, members: list[tuple[int, bool]]) -> Iterator[Relation]:
    rows = tuple(member for member, _ in members)
    for column in sorted({column for _, column in grid}):
        present = all((member, column) in grid for member in rows)
        if present and may_add(scene.rules, grid, row, rows, column):
            terms = [cell_term("whole", grid[row, column])]
            terms += [cell_term("less" if less else "part", grid[member, column]) for member, less in members]
            yield scene.relation("table-column-sum", terms, ("total", number, row, column, False), _TOLD)
