"""What a reader makes of a file: one flat text and blocks that are ranges in it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal

from checker.passage import Passage, fold

BlockKind = Literal["heading", "paragraph", "item", "caption", "note", "table"]

_SPREAD, _WORDS = re.compile("(?<=[一-鿿]) +(?=[一-鿿])"), re.compile("[一-鿿 ]{2,16}")


class Unreadable(Exception):  # noqa: N818 - a noun of this house: what a reader says of a file
    """A document that cannot be read; `zh` and `en` say why, each in one sentence."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(zh)
        self.zh = zh
        self.en = en

    def __reduce__(self) -> tuple[type[Unreadable], tuple[str, str]]:
        return type(self), (self.zh, self.en)


# how the figures of a document were cut to their last digit: 四舍五入, 截尾, or either
Rounding = Literal["nearest", "down", "either"]


@dataclass(frozen=True, slots=True)
class About:
    """What is known of a document beside its text: the day on which it was written, whom it is about where it does not say so, and how
    its figures were rounded."""

    on: date | None = None
    subject: str = ""
    rounding: Rounding = "nearest"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table, at its own place; `passage` is empty text for an empty cell."""

    row: int
    column: int
    passage: Passage

    @property
    def text(self) -> str:
        """The folded text without surrounding blanks, and without those that only spread the characters of a word (合 计)."""
        text = self.passage.text.strip()
        return _SPREAD.sub("", text) if " " in text and _WORDS.fullmatch(text) else text

    @property
    def begin(self) -> int:
        """Document offset of the first character of `text`."""
        folded = self.passage.text
        return self.passage.place(len(folded) - len(folded.lstrip()))


@dataclass(frozen=True, slots=True)
class Table:
    """Cells in rows; the first `header_rows` rows name the columns; `unit` is what a 单位：… line beside it says, as
    written (万元, or 万元、%, or 元，含税), else ''; `caption` is the line above that names it. Rows may differ in length."""

    rows: tuple[tuple[Cell, ...], ...]
    header_rows: int
    unit: str = ""
    caption: str = ""

    def column_names(self, column: int) -> tuple[str, ...]:
        """The header texts above a column, outermost first; an empty header cell takes the text on its left where the cells above
        belong together too (merged cells). Rows that only number the columns (1, 2, 3 …) give no name."""
        names: list[str] = []
        for r, row in enumerate(self.rows[: self.header_rows]):
            at = min(column, len(row) - 1)
            while at > 0 and not row[at].text and self._together(r, at):
                at -= 1
            name = row[at].text if at >= 0 else ""
            if name and name not in names and not name.isdigit():
                names.append(name)
        return tuple(names)

    def _together(self, row: int, column: int) -> bool:
        """Whether every header row above `row` spans `column` and the column on its left with one cell."""
        for above in self.rows[:row]:
            if column < len(above) and above[column].text and above[column].text != above[column - 1].text:
                return False
        return True


@dataclass(frozen=True, slots=True)
class Block:
    """A range of the document that belongs together.

    `level` is 1–6 for headings, else 0. `passages` are in reading order: one for prose, one per non-empty cell for a table. `label` is the
    numbering or bullet it begins with (一、 （二） 3. ① 第二章 一是 [1] — ——), as written, else ''. The passage begins after it, except
    after 一是, 一要 and 注：, which belong to the sentence.
    """

    kind: BlockKind
    start: int
    end: int
    passages: tuple[Passage, ...]
    level: int = 0
    label: str = ""
    table: Table | None = None


class Words:
    """The text of a document as the understanding reads it, sliced by offsets of the document: `words[start:end]` is folded and has no
    marks, idle blanks and soft line breaks; what stands between two passages (breaks of lines, bullets, lines between cells) is in it."""

    def __init__(self, text: str, blocks: Iterable[Block]) -> None:
        self._text = text
        self._passages = [passage for block in blocks for passage in block.passages]
        self._starts = [passage.start for passage in self._passages]

    def stretch(self, start: int, end: int, reach: int) -> tuple[int, int]:
        """The offsets between the stops (。;) around a range that lies in one passage, as far as so many characters to either side."""
        passage = self._passages[max(0, bisect_right(self._starts, start) - 1)]
        first, last = passage.index(start), passage.index(end)
        low, high = max(0, first - reach), min(len(passage.text), last + reach)
        begin = max(low, *(passage.text.rfind(mark, low, first) + 1 for mark in "。;"))
        stop = min((at for mark in "。;" if (at := passage.text.find(mark, last, high)) >= 0), default=high)
        return passage.place(begin), passage.place(stop)

    def back(self, offset: int, characters: int) -> int:
        """The offset of the place so many characters, as understood, before one that lies in a passage, not beyond its beginning."""
        passage = self._passages[max(0, bisect_right(self._starts, offset) - 1)]
        return passage.place(max(0, passage.index(offset) - characters))

    def __getitem__(self, place: slice) -> str:
        at, end = max(0, place.start or 0), len(self._text) if place.stop is None else min(place.stop, len(self._text))
        pieces: list[str] = []
        for number in range(max(0, bisect_right(self._starts, at) - 1), bisect_left(self._starts, end)):
            passage = self._passages[number]
            first, last = max(at, passage.start), min(end, passage.end)
            if first < last:
                pieces += (self._between(at, first), passage.text[passage.index(first) : passage.index(last)])
                at = last
        return "".join((*pieces, self._between(at, end)))

    def _between(self, start: int, end: int) -> str:
        return "\n".join(fold(line) for line in self._text[start:end].split("\n"))


@dataclass(frozen=True)
class Document:
    """One flat text plus blocks in order. `text` is the decoded file: offsets are offsets of code points in it. `title` is the text of
    the first heading or line; `about` is what others say of it."""

    path: str
    text: str
    blocks: tuple[Block, ...]
    title: str = ""
    encoding: str = "utf-8"
    about: About = field(default_factory=About)

    @cached_property
    def words(self) -> Words:
        """The text as the understanding reads it."""
        return Words(self.text, self.blocks)

    @cached_property
    def _line_starts(self) -> list[int]:
        starts = [0]
        at = self.text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.text.find("\n", at + 1)
        return starts

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1; the column counts code points."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def line(self, number: int) -> str:
        """The text of a line (from 1), without its end."""
        start = self._line_starts[number - 1]
        end = self.text.find("\n", start)
        return self.text[start : len(self.text) if end < 0 else end].rstrip("\r")
