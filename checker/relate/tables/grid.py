"""The figures of a table by row and column, as the sources of evidence that read layouts look at them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from checker.claim import POINT, Claim
from checker.document import Table
from checker.relate.scene import Scene
from checker.relation import Term

# (row, column) → the claim of the figure that fills the cell
Grid = dict[tuple[int, int], Claim]

# figures of so many digits agree with another only where they are the same
TELLING = 3
# what follows a name in brackets is its unit or a remark, but for 建设投资(1+2+3)
_UNIT = re.compile(r"(?<=[^\s])[(\[](?![\d.一二三四五六七八九十A-H]{1,4}[+＋\-－—])[^()\[\]]{1,8}[)\]]$")
_DIGIT = re.compile(r"\d")
# 建设投资(1+2+3): a name that holds numbers
_WORDS = re.compile("[一-鿿]{2}")
_NOTHING = frozenset({"-", "—", "——", "/", "…", "不适用"})


def grids(scene: Scene) -> Iterator[tuple[int, Grid]]:
    """Number and figures of every table that holds any, in document order."""
    tables: dict[int, Grid] = {}
    for claim in scene.claims:
        if claim.cell is not None:
            tables.setdefault(claim.cell[0], {})[claim.cell[1], claim.cell[2]] = claim
    yield from tables.items()


def table_of(scene: Scene, grid: Grid) -> Table:
    """The table that the figures stand in."""
    table = scene.document.blocks[next(iter(grid.values())).block].table
    assert table is not None
    return table


def heading(claim: Claim) -> str:
    """What the rows above a cell call its column, joined."""
    return claim.tail.replace(" ", "")


def slack(claim: Claim) -> Decimal:
    """Half the worth of the last written digit, on the scale of `signed`."""
    return claim.quantity.step / 2 * (POINT if claim.quantity.dimension == "point" else 1)


def halves(scene: Scene, grid: Grid) -> list[tuple[Grid, dict[int, str]]]:
    """The figures of a table with the names of their rows; tables that set two lists side by side make two.

    A name is all the text on the left of the row's first figure of that list, outermost first (“1.1 工程费用”).
    """
    table = table_of(scene, grid)
    names: dict[tuple[int, int], str] = {}
    homes: dict[int, Counter[int]] = {}
    for row in table.rows:
        words, home = "", -1
        for cell in row:
            if (cell.row, cell.column) in grid:
                homes.setdefault(cell.column, Counter())[home] += 1
                names[cell.row, cell.column] = words
            elif cell.text and cell.text not in _NOTHING and (home < 0 or not _DIGIT.search(cell.text) or _WORDS.match(cell.text)):
                fresh = (cell.row, cell.column - 1) in grid
                words, home = (cell.text, cell.column) if fresh or home < 0 else (f"{words} {cell.text}", home)
    lists: dict[int, list[int]] = {}
    last = -1
    for column in sorted(homes):
        home = homes[column].most_common(1)[0][0]
        last = home if home > last and (last < 0 or homes[column][home] > 1) else last
        lists.setdefault(last, []).append(column)
    return [_half(grid, columns, names) for columns in lists.values()]


def _half(grid: Grid, columns: list[int], names: dict[tuple[int, int], str]) -> tuple[Grid, dict[int, str]]:
    part = {place: claim for place, claim in grid.items() if place[1] in columns}
    first: dict[int, str] = {}
    for place in sorted(part):
        first.setdefault(place[0], _UNIT.sub("", names.get(place, "")))
    return part, first


def cell_term(role: str, claim: Claim) -> Term:
    """The figure of a cell in a role, with the sign that a verb or brackets before it give (减少1.2, (1,234.5))."""
    return Term(role, claim.signed, claim)


def digits(claim: Claim) -> int:
    """How many digits a figure is written with, 0 if it is hedged."""
    numeral = claim.quantity.numeral
    return len(numeral.mantissa.as_tuple().digits) if numeral is not None and not claim.quantity.hedge else 0
