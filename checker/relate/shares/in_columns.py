"""A defined rate that is a column of a table, over the columns that its definition names: 控制价｜中标价｜下浮率."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from checker.claim import Claim
from checker.interval import Interval
from checker.relate.scene import Scene
from checker.relate.shares.definitions import Definition, bare, book, quotient, unit_less
from checker.relate.shares.operands import alike, operand
from checker.relate.sorts import proportion
from checker.relate.tables.grid import Grid, grids, heading
from checker.relation import Relation, Term
from checker.rules import Rule

# rows that hold prove that the columns are what their headings say
_PROVEN, _NAMED = 0.97, 0.93
_HELD, _ROWS = 2, 2
_MOST_COLUMNS, _MOST_ROWS = 16, 400
_FORMS = ("quotient", "remainder")
_ROLES = 3
_TOTAL = re.compile("合计|总计|小计|平均|全[市县省区行]")
_ONE = Interval.exactly(1)
Row = tuple[Claim, Claim, Claim]


@dataclass(frozen=True, slots=True)
class _Reading:
    """Which columns are above and below the line, and by what definition, or rule of the pack."""

    above: int
    below: int
    source: Definition | Rule

    @property
    def rest(self) -> bool:
        """Whether the rate is what is left of all when the one is taken over the other."""
        return self.source.form in ("rest", "remainder")

    def told(self, scene: Scene, row: Row, trust: float) -> Relation:
        """The rate of a row, the figure above and the figure below."""
        rate, top, bottom = row
        if isinstance(self.source, Definition):
            return quotient(scene, rate, self.source, top, bottom, trust)
        terms = [Term(role, c.quantity.interval, c) for role, c in zip(self.source.roles, row, strict=True)]
        return scene.relation(self.source.id, terms, ("share", rate.index), trust)

    def holds(self, row: Row) -> bool:
        """Whether a row is as the definition has it."""
        rate, top, bottom = (c.quantity.interval for c in row)
        over = top / bottom
        return rate.meets(_ONE - over if self.rest else over)


def relations(scene: Scene) -> Iterator[Relation]:
    """Every cell of such a column with the two of its row, unless most rows speak against it."""
    for _, grid in grids(scene):
        titles = _titles(grid)
        if _ROWS < len(titles) <= _MOST_COLUMNS:
            for column, title in titles.items():
                reading = _reading(scene, title, {other: name for other, name in titles.items() if other != column})
                if reading is not None:
                    yield from _rows(scene, grid, column, reading)


def _titles(grid: Grid) -> dict[int, str]:
    """The title of every column of figures that bears but one."""
    said: dict[int, set[str]] = {}
    for (_, column), claim in grid.items():
        said.setdefault(column, set()).add(unit_less(heading(claim)))
    return {column: next(iter(names)) for column, names in said.items() if len(names) == 1 and "" not in names}


def _reading(scene: Scene, title: str, others: Mapping[int, str]) -> _Reading | None:
    for definition in book(scene.rules.wording).get(title, ()):
        columns = _so_called(others, definition.above), _so_called(others, definition.below)
        if definition.form in ("quotient", "rest") and (found := _apart(*columns)) is not None:
            return _Reading(*found, definition)
    identity = scene.rules.indicator_in(title)
    if not identity or title not in scene.rules.indicators[identity].names:
        return None
    for rule in scene.rules.relations.values():
        roles = list(rule.roles.values())
        plain = rule.form in _FORMS and rule.factor == 1 and len(roles) == _ROLES and all(len(role) == 1 for role in roles[1:])
        if plain and identity in roles[0]:
            above, below = (_so_called(others, scene.rules.indicators[role[0]].names) for role in roles[1:])
            if (found := _apart(above, below)) is not None:
                return _Reading(*found, rule)
    return None


def _apart(above: int | None, below: int | None) -> tuple[int, int] | None:
    return (above, below) if above is not None and below is not None and above != below else None


def _so_called(titles: Mapping[int, str], names: Sequence[str]) -> int | None:
    """The one column that bears a name and no other, the likeliest name first."""
    for name in names:
        found = [column for column, title in titles.items() if title == name]
        found = found or [column for column, title in titles.items() if bare(title) == bare(name)]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _rows(scene: Scene, grid: Grid, column: int, reading: _Reading) -> Iterator[Relation]:
    rows: list[Row] = []
    for (row, at), rate in grid.items():
        top, bottom = grid.get((row, reading.above)), grid.get((row, reading.below))
        if at == column and top is not None and bottom is not None and _fit(scene, rate, top, bottom):
            rows.append((rate, top, bottom))
    held = sum(reading.holds(row) for row in rows[:_MOST_ROWS])
    # one row that breaks among many is a slip, many are another definition
    if not rows or held * _ROWS < len(rows):
        return
    trust = _PROVEN if held >= _HELD and held > _ROWS * (len(rows) - held) else _NAMED
    for told in rows[:_MOST_ROWS]:
        # the rate of a total may be a mean of those above it
        yield reading.told(scene, told, min(trust, _NAMED) if _TOTAL.search(told[0].name) else trust)


def _fit(scene: Scene, rate: Claim, top: Claim, bottom: Claim) -> bool:
    plain = proportion(rate) and not rate.quantity.hedge and operand(top) and operand(bottom) and alike(scene, top, bottom)
    return plain and top.quantity.interval.low > 0 and bottom.quantity.interval.low > 0
