"""Tables of plain text, whose columns are kept apart by tabs or by several blanks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from checker.document import Cell, Table
from checker.passage import BLANKS
from checker.read.lines import columns
from checker.read.pipes import MOST_COLUMNS, Cut, header_rows_of, trimmed

_SPACES = BLANKS.replace("\t", "")
_WORDS = re.compile(rf"[^{BLANKS}]+(?:[{_SPACES}][^{BLANKS}]+)*")
_NUMBER = re.compile(r"[-+−(（]?[0-9０-９][0-9０-９,，]{0,24}(?:[.．][0-9０-９]{1,12})?[)）]?[%％‰]?")
_EDGE = 2

Range = tuple[int, int]
Row = tuple[Range, ...]


def tables_in(text: str, lines: Sequence[Range], cut: Cut) -> list[tuple[int, int, Table]]:
    """The tables among neighbouring lines with gaps in them: first line, line after the last, table.

    Three lines or more with the same columns and numbers in one of them make a table. Columns set with blanks must stand beneath each
    other; what does not is left alone, for figures in the wrong column are worse than none. `cut` makes a passage of a range.
    """
    found: list[tuple[int, int, Table]] = []
    rows = [_row(text, start, end) for start, end in lines]
    for first, stop in _runs(text, rows):
        begin = first - 1 if first and _heads(text, rows[first - 1], rows[first]) else first
        kept = rows[first:stop]
        if begin < first:
            kept = [((rows[begin][0][0],) * 2, *rows[begin]), *kept]
        cells = tuple(tuple(Cell(r, c, cut(*place)) for c, place in enumerate(row)) for r, row in enumerate(kept))
        wordy = next((r for r, row in enumerate(kept) if _counts(text, row[1:])), 0)
        found.append((begin, stop, Table(cells, header_rows_of(cells, wordy))))
    return found


def _row(text: str, start: int, end: int) -> Row:
    if "\t" not in text[start:end]:
        return tuple(found.span() for found in _WORDS.finditer(text, start, end))
    cells: list[Range] = []
    for piece in text[start:end].split("\t"):
        cells.append(trimmed(text, start, start + len(piece)))
        start += len(piece) + 1
    return tuple(cells)


def _runs(text: str, rows: Sequence[Row]) -> Iterator[Range]:
    """Ranges of rows that are one table."""
    for count, block in groupby(range(len(rows)), key=lambda i: len(rows[i])):
        first, *rest = block
        stop = first + 1 + len(rest)
        filled = [i for i in range(first, stop) if _counts(text, rows[i][1:])]
        if not 2 <= count <= MOST_COLUMNS or len(rest) < 2 or len(filled) < 2 or stop - filled[0] != len(filled):
            continue
        if "\t" in text[rows[first][0][0] : rows[first][-1][1] + 1] or _beneath(text, rows[filled[0] : stop]):
            yield first, stop


def _counts(text: str, row: Row) -> bool:
    """Whether one of the cells is a number and nothing else."""
    return any(begin < stop and _NUMBER.fullmatch(text, begin, stop) for begin, stop in row)


def _beneath(text: str, rows: Sequence[Row]) -> bool:
    """Whether the cells of every column begin or end at the same place of the page."""
    edges = [_edges(text, row) for row in rows]
    return all(any(max(side) - min(side) <= _EDGE for side in zip(*column, strict=True)) for column in zip(*edges, strict=True))


def _edges(text: str, row: Row) -> list[Range]:
    at, column = text.rfind("\n", 0, row[0][0]) + 1, 0
    edges: list[Range] = []
    for begin, stop in row:
        left = column + columns(text[at:begin])
        at, column = stop, left + columns(text[begin:stop])
        edges.append((left, column))
    return edges


def _heads(text: str, above: Row, row: Row) -> bool:
    """Whether the line above names every column but the first."""
    if len(above) != len(row) - 1 or _counts(text, above):
        return False
    return all(a[0] <= b[1] and b[0] <= a[1] for a, b in zip(_edges(text, above), _edges(text, row)[1:], strict=True))
