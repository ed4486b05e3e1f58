"""A stretch of a text as the understanding reads it: folded to half width, without marks, blanks and breaks that part nothing."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

BREAKS = "\n\r\v\x85\u2028\u2029"
BLANKS = " \u3000\xa0\t\f\u2002\u2003\u2005\u2006\u2009\u202f"
INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"

# One character becomes one character, so that most passages need no map back to the document.
_FOLD = {
    **{chr(0xFF10 + n): str(n) for n in range(10)},
    **{chr(0xFF21 + n): chr(0x41 + n) for n in range(26)},
    **{chr(0xFF41 + n): chr(0x61 + n) for n in range(26)},
    **dict.fromkeys(BREAKS + BLANKS[1:], " "),
    "％": "%", "．": ".", "＋": "+", "－": "-", "−": "-", "／": "/", "＝": "=", "～": "~", "〜": "~", "∼": "~",
    "﹪": "%", "﹣": "-", "（": "(", "）": ")", "［": "[", "］": "]", "∶": ":", "：": ":", "﹕": ":", "；": ";",
    "–": "—", "―": "—", "─": "—", "｡": "。", "､": "、", "﹐": "，", "﹑": "、", "﹔": ";", "﹙": "(", "﹚": ")",
}  # fmt: skip
_FOLDED = re.compile("[" + re.escape("".join(_FOLD)) + "]")
# a comma of half width parts clauses as one of full width does; between two digits it groups them
_COMMA = re.compile("(?<![0-9]),|,(?![0-9])")
_UNEVEN = re.compile(f"[{BREAKS}{INVISIBLE}]")
_HAN, _MARKS = "\u4e00-\u9fff", "，、。；：！？（）,;:()“”《》"
# blanks that part a number from the word beside it, or stand beside a mark, are a typist's and part nothing; but 120, 135 are two numbers
_IDLE = re.compile(
    f"(?<=[{_HAN}{_MARKS}])(?<![0-9０-９],)[{BLANKS}]{{1,2}}(?=[0-9０-９+−-])|(?<=[0-9０-９%％‰])[{BLANKS}]{{1,2}}(?=[{_HAN}])"
    f"|(?<=[{_MARKS}])[{BLANKS}]{{1,2}}(?=[{_HAN}])|(?<=[0-9０-９%％‰{_HAN}])[{BLANKS}]{{1,2}}(?=[{_MARKS}%％‰])(?!,[0-9０-９])"
)
_RUN = re.compile(f"[{BLANKS}{BREAKS}{INVISIBLE}]+")
_LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")


def fold(text: str) -> str:
    """`text` in half width, one character for one character; line breaks become blanks, and commas between words are ，."""
    for character in set(_FOLDED.findall(text)):
        text = text.replace(character, _FOLD[character])
    return _COMMA.sub("，", text) if "," in text else text


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
    def of(cls, text: str, start: int, end: int, dropped: Iterable[tuple[int, int]] = ()) -> Passage:
        """The passage of `text[start:end]`; `dropped` are ascending document ranges inside it that are marks, not words.

        A line break goes with the blanks around it, unless it parts two words of Latin letters. Linear in the length of the range.
        """
        raw = text[start:end]
        ranges = [(a - start, b - start) for a, b in dropped]
        if ranges:
            raw = _blanked(raw, ranges)
        raw = _IDLE.sub(lambda idle: "\u200b" * len(idle[0]), raw)
        if not _UNEVEN.search(raw):
            return cls(fold(raw), start, end)
        kept = _kept(raw)
        return cls(fold("".join([raw[i] for i in kept])), start, end, tuple([start + i for i in kept]))

    def place(self, index: int) -> int:
        """Document offset of the folded character at `index` (of the passage's end for `len(text)`)."""
        if self.offsets is None:
            return self.start + index
        return self.offsets[index] if index < len(self.offsets) else self.end

    def places(self, begin: int, stop: int) -> tuple[int, int]:
        """Document range of the folded range [begin, stop); `stop` must be greater than `begin`."""
        return self.place(begin), self.place(stop - 1) + 1

    def quoted(self, text: str, begin: int, stop: int) -> str:
        """The folded range [begin, stop) as it is written in the document's `text`, without what was dropped inside it."""
        if self.offsets is None:
            return text[self.start + begin : self.start + stop]
        return "".join([text[offset] for offset in self.offsets[begin:stop]])

    def index(self, offset: int) -> int:
        """Folded index of a document offset."""
        if self.offsets is None:
            return offset - self.start
        return bisect_left(self.offsets, offset)


def _blanked(raw: str, ranges: list[tuple[int, int]]) -> str:
    pieces: list[str] = []
    at = 0
    for begin, stop in ranges:
        pieces += (raw[at:begin], "\u200b" * (stop - max(begin, at)))
        at = max(at, stop)
    return "".join((*pieces, raw[at:]))


def _kept(raw: str) -> list[int]:
    kept: list[int] = []
    at = 0
    for run in _RUN.finditer(raw):
        begin, stop = run.span()
        kept.extend(range(at, begin))
        at = stop
        broken = next((i for i in range(begin, stop) if raw[i] in BREAKS), -1)
        if broken < 0:
            kept.extend(i for i in range(begin, stop) if raw[i] in BLANKS)
        elif begin and stop < len(raw) and raw[begin - 1] in _LETTERS and raw[stop] in _LETTERS:
            kept.append(broken)
    kept.extend(range(at, len(raw)))
    return kept
