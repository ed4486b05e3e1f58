"""Markdown tables: rows of cells between bars."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from checker.document import Cell, Table
from checker.passage import Passage

_BAR = re.compile(r"(?<!\\)\|")
_RULER = re.compile(r"\s{0,20}:?[-—]{1,200}:?\s{0,20}")
_VALUE = re.compile(r"\d")
_YEAR = re.compile(r"(?:19|20)\d\d(?:[-—~]\d{1,4})?|\d{1,2}(?:[-—~]\d{1,2})?(?=[年月日季])|[A-Za-z]\d|\d[A-Za-z]")
MOST_COLUMNS = 256

Cut = Callable[[int, int], Passage]


def table_of(text: str, ranges: Sequence[tuple[int, int]], cut: Cut) -> Table | None:
    """The table whose rows stand in `ranges` of `text`, or None where bars do not make one. `cut` makes a passage of a range."""
    rows: list[list[tuple[int, int]]] = [_cells(text, start, end) for start, end in ranges]
    if max(map(len, rows)) > MOST_COLUMNS:
        return None
    ruler = next((i for i, row in enumerate(rows[:6]) if row and all(_RULER.fullmatch(text, a, b) for a, b in row)), -1)
    if len(rows) < 2:
        return None
    kept = [row for i, row in enumerate(rows) if i != ruler and any(a < b for a, b in row)]
    made = tuple(tuple(Cell(r, c, cut(*place)) for c, place in enumerate(row)) for r, row in enumerate(kept))
    if not made:
        return None
    return Table(made, header_rows_of(made, max(ruler, 1)))


def _cells(text: str, start: int, end: int) -> list[tuple[int, int]]:
    bars = [bar.start() for bar in _BAR.finditer(text, start, end)]
    edges = [start - 1, *bars, end]
    if bars and bars[0] == start:
        edges = edges[1:]
    if bars and bars[-1] == end - 1 and len(edges) > 2:
        edges = edges[:-1]
    return [trimmed(text, a + 1, b) for a, b in pairwise(edges)]


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without the blanks at either end; an empty one stands at `start`."""
    words = text[start:end]
    body = words.strip()
    if not body:
        return start, start
    start += len(words) - len(words.lstrip())
    return start, start + len(body)


def header_rows_of(rows: Sequence[tuple[Cell, ...]], least: int) -> int:
    """How many rows from the top name columns: at least `least`, and what follows while it divides a heading or numbers the columns."""
    count = min(least, len(rows))
    while 0 < count < min(len(rows) - 1, 5) and (_numbers(rows[count]) or _divides(rows[count - 1], rows[count])):
        count += 1
    return count


def _numbers(row: tuple[Cell, ...]) -> bool:
    """Whether the row only counts its columns: 1, 2, 3 …"""
    numbers = [int(cell.text) for cell in row if cell.text.isdecimal() and len(cell.text) < 4]
    return len(numbers) > 1 and len(numbers) >= len(row) - 1 and numbers == list(range(1, 1 + len(numbers)))


def _divides(above: tuple[Cell, ...], row: tuple[Cell, ...]) -> bool:
    """Whether the row names parts of the columns above: those span several columns, and it holds words and no values."""
    texts = [cell.text for cell in row]
    spans = any(not b.text or a.text == b.text for a, b in pairwise(above)) or not above[-1].text
    if not spans or any(_VALUE.search(_YEAR.sub("", text)) for text in texts):
        return False
    top = above[0].text if above else ""
    return any(texts[1:]) and texts[0] in ("", top)
