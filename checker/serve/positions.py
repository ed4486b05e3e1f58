"""Between offsets in a text and places as editors count them (Language Server Protocol 3.17, “Position”)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping
from typing import Literal

Encoding = Literal["utf-8", "utf-16", "utf-32"]

# other characters that Python takes for the end of a line (form feed, U+2028 …) are none for editors
_BREAK = re.compile(r"\r\n|\n|\r")
_BEYOND = 0xFFFF

_WIDTHS: Mapping[Encoding, Callable[[str], int]] = {
    "utf-8": lambda text: len(text.encode("utf-8", "surrogatepass")),
    "utf-16": lambda text: len(text) + sum(ord(character) > _BEYOND for character in text),
    "utf-32": len,
}


class Lines:
    """The lines of a text. Offsets count code points from its head; a place is a line and a character in it, both from 0, the latter in
    units of `encoding`: 𠮷 is two in UTF-16, four in UTF-8."""

    def __init__(self, text: str, encoding: Encoding = "utf-16") -> None:
        breaks = [found.span() for found in _BREAK.finditer(text)]
        self._text = text
        self._starts = [0, *(end for _, end in breaks)]
        self._ends = [*(start for start, _ in breaks), len(text)]
        self._width = _WIDTHS[encoding]

    def place(self, offset: int) -> tuple[int, int]:
        """The place of an offset; one within a line break is the end of its line."""
        line = bisect_right(self._starts, offset) - 1
        return line, self._width(self._text[self._starts[line] : min(offset, self._ends[line])])

    def offset(self, line: int, character: int) -> int:
        """The offset of a place. One beyond its line is the end of the line, one beyond the text is the end of the text, one within a
        character is before it."""
        if line >= len(self._starts):
            return len(self._text)
        at, end = self._starts[line], self._ends[line]
        while at < end:
            character -= self._width(self._text[at])
            if character < 0:
                break
            at += 1
        return at
