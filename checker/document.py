"""What a reader makes of a file: one flat text and blocks that are ranges in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

BlockKind = Literal["heading", "paragraph", "item", "caption", "note", "table"]

# One character becomes one character, so that most passages need no map back to the document.
_FOLD = str.maketrans(
    {
        **{chr(0xFF10 + n): str(n) for n in range(10)},
        **{chr(0xFF21 + n): chr(0x41 + n) for n in range(26)},
        **{chr(0xFF41 + n): chr(0x61 + n) for n in range(26)},
        "％": "%", "．": ".", "＋": "+", "－": "-", "−": "-", "／": "/", "＝": "=", "～": "~", "〜": "~", "∼": "~",
        "﹪": "%", "﹣": "-", "\u3000": " ", "\xa0": " ", "\t": " ", "\f": " ", "\u2009": " ", "\u2002": " ", "\u2003": " ",
        "（": "(", "）": ")", "［": "[", "］": "]", "∶": ":", "：": ":", "﹕": ":", "；": ";", "–": "—", "―": "—", "─": "—",
    }
)  # fmt: skip
_INVISIBLE = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad")


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a document as the understanding reads it: folded to half width, soft line breaks and invisible characters gone.

    `text` is the folded text; `start`/`end` its range in the document (code points); `offsets` maps each folded character to its
    document offset, or is None where character i stands at `start + i`.
    """

    text: str
    start: int
    end: int
    offsets: tuple[int, ...] | None = None

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Passage:
        """The passage of `text[start:end]`."""
        raw = text[start:end]
        folded = raw.translate(_FOLD)
        if "\n" not in raw and "\r" not in raw and not (_INVISIBLE & set(raw)):
            return cls(folded, start, end)
        kept = [i for i, character in enumerate(folded) if not _dropped(folded, i, character)]
        return cls("".join(folded[i] for i in kept), start, end, tuple(start + i for i in kept))

    def place(self, index: int) -> int:
        """Document offset of the folded character at `index` (of the passage's end for `len(text)`)."""
        if self.offsets is None:
            return self.start + index
        return self.offsets[index] if index < len(self.offsets) else self.end

    def places(self, begin: int, stop: int) -> tuple[int, int]:
        """Document range of the folded range [begin, stop); `stop` must be greater than `begin`."""
        return self.place(begin), self.place(stop - 1) + 1

    def index(self, offset: int) -> int:
        """Folded index of a document offset."""
        if self.offsets is None:
            return offset - self.start
        return bisect_left(self.offsets, offset)


def _dropped(folded: str, i: int, character: str) -> bool:
    if character in "\n\r" or character in _INVISIBLE:
        return True
    if character != " ":
        return False
    # the indentation after a soft break and the padding before one belong to the break
    left = folded[:i].rstrip(" ")[-1:] if i and folded[i - 1] in " \n\r" else folded[i - 1 : i]
    right = folded[i + 1 : i + 2]
    return left in ("\n", "\r", "") or right in ("\n", "\r")


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table, at its own place; `passage` is empty text for an empty cell."""

    row: int
    column: int
    passage: Passage

    @property
    def text(self) -> str:
        """The folded text without surrounding blanks."""
        return self.passage.text.strip()


@dataclass(frozen=True, slots=True)
class Table:
    """Cells in rows; the first `header_rows` rows name the columns; `unit` is what a 单位：… line above says (万元, or 万元、%), else ''."""

    rows: tuple[tuple[Cell, ...], ...]
    header_rows: int
    unit: str = ""
    caption: str = ""

    def column_names(self, column: int) -> tuple[str, ...]:
        """The header texts above a column, outermost first; an empty header cell takes the text on its left (merged cells)."""
        names: list[str] = []
        for row in self.rows[: self.header_rows]:
            at = min(column, len(row) - 1)
            while at > 0 and not row[at].text:
                at -= 1
            if at >= 0 and row[at].text and row[at].text not in names:
                names.append(row[at].text)
        return tuple(names)


@dataclass(frozen=True, slots=True)
class Block:
    """A range of the document that belongs together. `level` is 1–6 for headings, else 0. `passages` are in reading order: one for
    prose, one per non-empty cell for a table. `label` is the numbering it begins with (一、 （二） 3. ①), else ''."""

    kind: BlockKind
    start: int
    end: int
    passages: tuple[Passage, ...]
    level: int = 0
    label: str = ""
    table: Table | None = None


@dataclass(frozen=True)
class Document:
    """One flat text plus blocks in order. `text` is the decoded file: offsets are offsets of code points in it. `title` is the text of
    the first heading or line."""

    path: str
    text: str
    blocks: tuple[Block, ...]
    title: str = ""
    encoding: str = "utf-8"

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
