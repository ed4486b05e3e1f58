"""The cells of all tables with the words that name them, row by row, for prose that tells them again."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from checker.claim import Claim
from checker.relate.scene import Scene
from checker.relate.tables.grid import Grid, grids, halves, heading, table_of
from checker.relate.tables.outline import names_total
from checker.relate.tables.rows import MOVED, label_of

MOST_ROWS = 40
LEAST = 2
_MOST_TABLES, _MOST_CELLS, _CAPTION = 30, 2000, 60
BRACKETS = re.compile(r"[(\[][^()\[\]]{0,16}[)\]]")
YEAR = re.compile(r"(?:19|20)\d\d")
_FILLING = re.compile(r"[0-9年月日末度数额值的/、—~-]")
# stages between which something moved
_STAGES = re.compile("(?:变动|调整|增减|增加|减少)[前后]")
_RATES = ("增速", "增幅", "增长率", "降幅", "涨幅")
# characters of function words and of totals: they tell nothing of what is measured
_SMALL = frozenset("的为达约在均每平月年日了可以到超近和及其各共计总合全市县省区实现完成累计个数额")


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell with a figure: the words of its row, of its column (`stem`: without times and units), and of the line over its table.
    `total`: its row is the whole of the others. `latest`: the last year that a heading of the table names, 0 if none does;
    `running`: a heading is of all the year up to now (年初至报告期末). `letters`: the telling characters of heading and line; `moved`: the
    column is of changes. `place`, `row`, `column`: table, row and column of the cell; table and row; table and column."""

    cell: Claim
    label: str
    title: str
    stem: str
    caption: str
    total: bool
    latest: int
    running: bool
    letters: frozenset[str]
    moved: bool
    place: tuple[int, int, int]
    row: tuple[int, int]
    column: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table under one of its labels; `thing`: the label without what says that it moved (固定资产投资增速)."""

    label: str
    thing: str
    slots: tuple[Slot, ...]


@dataclass(frozen=True)
class Shelves:
    """The rows of all tables by the pairs of characters in their labels (`begun`: by the first of them), their cells by the indicators
    that they name, and the rows that are a whole."""

    scene: Scene
    pairs: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))
    begun: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))
    indicators: dict[str, list[Slot]] = field(default_factory=lambda: defaultdict(list))
    wholes: list[Row] = field(default_factory=list)

    def put(self, row: Row) -> None:
        """Set a row upon its shelves, as long as there is room."""
        for slot in row.slots:
            if slot.cell.indicator and len(self.indicators[slot.cell.indicator]) < MOST_ROWS:
                self.indicators[slot.cell.indicator].append(slot)
        if row.slots[0].total and len(self.wholes) < MOST_ROWS:
            self.wholes.append(row)
        if len(row.label) < LEAST:
            return
        shelves = [self.begun[row.label[:2]], *(self.pairs[pair] for pair in {row.label[at : at + 2] for at in range(len(row.label) - 1)})]
        for shelf in shelves:
            if len(shelf) < MOST_ROWS:
                shelf.append(row)


def shelved(scene: Scene) -> Shelves | None:
    """The rows of the first tables of a document; None where there is no table."""
    shelves, cells = Shelves(scene), 0
    for number, grid in grids(scene):
        if number >= _MOST_TABLES or cells > _MOST_CELLS:
            break
        cells += len(grid)
        for row in rows_of_table(scene, number, grid):
            shelves.put(row)
    return shelves if cells else None


def rows_of_table(scene: Scene, number: int, grid: Grid) -> Iterator[Row]:
    """The rows of a table with the words that name them, each under every label that it has."""
    caption = label_of(table_of(scene, grid).caption)[-_CAPTION:]
    titles = {column: heading(cell) for (_, column), cell in grid.items()}
    latest = max((int(year) for title in titles.values() for year in YEAR.findall(title)), default=0)
    running = any("年初至" in title for title in titles.values())
    stems = {column: _stem(scene, title) for column, title in titles.items()}
    letters = {column: telling(stem + caption) for column, stem in stems.items()}
    for part, names in halves(scene, grid):
        cells: dict[int, list[tuple[int, Claim]]] = defaultdict(list)
        for (row, column), cell in sorted(part.items()):
            cells[row].append((column, cell))
        for row, own in cells.items():
            words = names.get(row, "").split(" ")
            labels = [label for word in words if len(label := label_of(word)) >= LEAST and scene.rules.unit(label) is None]
            label = labels[-1] if labels else label_of(words[-1])
            total = names_total(label) or label in scene.rules.wording["own_body"] or not label
            slots = tuple(
                Slot(
                    cell=cell, label=label, title=titles[c], stem=stems[c], caption=caption, total=total, latest=latest, running=running,
                    letters=letters[c], moved=moved(scene, cell, titles[c]), place=(number, row, c), row=(number, row), column=(number, c),
                )
                for c, cell in own
            )  # fmt: skip
            for each in labels[-2:] or [label]:
                yield Row(each, MOVED.sub("", each), slots)


def _stem(scene: Scene, title: str) -> str:
    """What a heading says of what is measured, without times, stages, changes and units."""
    bare = YEAR.sub("", BRACKETS.sub("", title))
    for part in ("now", "base"):
        bare = scene.rules.heading_times[part].sub("", bare)
    for word in sorted(scene.rules.wording["column_change"], key=len, reverse=True):
        bare = bare.replace(word, "")
    return _FILLING.sub("", bare)


def moved(scene: Scene, claim: Claim, title: str) -> bool:
    """Whether a figure is of a change, by its words or by the heading of its column."""
    if claim.measure in ("rate", "change"):
        return True
    if not title:
        return claim.name.endswith(_RATES)
    return any(word in _STAGES.sub("", title) for word in scene.rules.wording["column_change"])


def telling(words: str) -> frozenset[str]:
    """The characters of words that are no function words."""
    return frozenset(c for c in words if "一" <= c <= "鿿") - _SMALL
