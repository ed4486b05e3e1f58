"""Which lines of a text are one paragraph that was cut at the edge of a page, or by the links of a web page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from checker.read.lines import Line

_ENDS = frozenset("。！？；：…!?;:")
_CLOSING = frozenset("”’」』）)》〉】")
_CONTINUES = frozenset("，。、；：！？”’」』）》〉】％%,;")
_OPEN = frozenset("，、“‘「『（《〈【(,")
_HEADS = frozenset({"part", "section", "first", "second"})
_SOFT = frozenset({"counted", "decimal", "fourth", "bullet", "note"})
_PAGE = re.compile(r"[—–―\-－一]{1,2}\s{0,2}\d{1,4}\s{0,2}[—–―\-－一]{1,2}|第\s?\d{1,4}\s?页(?:\s?[,，/]?\s?共\s?\d{1,4}\s?页)?")
_SHORT_RUN, _PARTED = 12, 3
_PROSE = frozenset({"plain", "label", "bullet", "note"})
_BARE = re.compile(r"\d{1,4}")


class Wrap(NamedTuple):
    """How a text is broken: at `width` columns (0: not at all), with `indented` first lines, with `parted` paragraphs between blank
    lines, or at the links of a web page: `torn` holds the starts of the lines near such breaks."""

    width: int = 0
    indented: bool = False
    parted: bool = False
    torn: frozenset[int] = frozenset()


def without_pages(text: str, lines: list[Line]) -> list[Line]:
    """The lines with page numbers, and the blank lines around them, hidden."""
    numbers = [(i, text[line.start : line.end]) for i, line in enumerate(lines) if line.end - line.start <= 16 and line.end > line.start]
    bare = [(i, int(words)) for i, words in numbers if _BARE.fullmatch(words)]
    for i in {i for i, words in numbers if _PAGE.fullmatch(words)} | _sequence(bare):
        for j in (i - 1, i, i + 1):
            if 0 <= j < len(lines) and (j == i or lines[j].sort == "blank"):
                lines[j] = lines[j]._replace(sort="hidden")
    return lines


def _sequence(numbers: list[tuple[int, int]]) -> set[int]:
    """Lines that count 1, 2, 3 … at a distance number the pages."""
    pages: list[tuple[int, int]] = []
    for i, value in numbers:
        if value <= 3 if not pages else value == pages[-1][1] + 1 and i - pages[-1][0] > 5:
            pages.append((i, value))
    return {i for i, _ in pages} if len(pages) >= 3 else set()


def wrap_of(text: str, lines: Sequence[Line]) -> Wrap:
    """How the text is broken into lines, from all its lines together."""
    seen = [line for line in lines if line.sort != "hidden"]
    follows = [(a, b) for a, b in pairwise(seen) if a.sort != "blank" and b.sort == "plain"]
    cut = [
        a.width
        for a, b in follows
        if 24 <= a.width <= 160 and b.width <= a.width + 8 and a.sort in _PROSE and b.indent <= a.indent and not _ended(text, a)
    ]
    width = _usual(cut)
    around = sum(abs(w - width) <= 2 for w in cut)
    longer = sum(line.width > 1.5 * width and line.sort in _PROSE for line in seen)  # such lines are paragraphs nobody has cut
    alone = len(cut) == 1 and any(a.width == width and _ended(text, b) for a, b in follows)
    sure = longer <= around and (alone or (around >= 2 and around >= 0.4 * len(cut)))
    plain = [line for line in seen if line.sort == "plain"]
    indented = sum(line.indent >= 2 for line in plain) >= max(2, 0.1 * len(plain))
    behind = [b.sort for a, b in pairwise(seen) if a.sort in _PROSE and _ended(text, a) and a.width < 0.85 * width]
    parted = "plain" not in behind and behind.count("blank") >= _PARTED
    return Wrap(width if sure else 0, indented, parted, _torn(text, seen, len(plain)))


def _torn(text: str, lines: Sequence[Line], plain: int) -> frozenset[int]:
    """Starts of the lines of a torn text that may go on with the line before: those between blank lines that hold a whole sentence, or
    in a long run without blank lines those at most five lines from one that begins in mid-sentence."""
    breaks = [i for i, b in enumerate(lines) if i and b.sort == "plain" and lines[i - 1].sort != "blank" and text[b.start] in _CONTINUES]
    if len(breaks) < 2 and 30 * len(breaks) < plain:
        return frozenset()
    near = {j for i in breaks for j in range(i - 5, i + 6)}
    torn: set[int] = set()
    for blank, run in groupby(enumerate(lines), key=lambda pair: pair[1].sort == "blank"):
        members = () if blank else tuple(run)
        whole = len(members) <= _SHORT_RUN and any("。" in text[line.start : line.end] for _, line in members)
        torn.update(line.start for i, line in members if whole or i in near)
    return frozenset(torn)


def _usual(widths: list[int]) -> int:
    counts = Counter(widths)
    return max(counts, key=lambda w: (sum(counts[w + d] for d in range(-2, 3)), counts[w], w), default=0)


def _ended(text: str, line: Line) -> bool:
    last = text[line.end - 1]
    return last in _ENDS or (last in _CLOSING and text[max(line.start, line.end - 2)] in _ENDS)


def joins(text: str, a: Line, b: Line, wrap: Wrap) -> bool:
    """Whether the line `b` goes on with the paragraph whose last line is `a`."""
    if a.sort in ("title", "gap", "pipe", "rule") or b.sort in ("title", "gap", "pipe", "rule", "blank") or a.end == a.start:
        return False
    if b.sort == "plain" and text[b.start] in _CONTINUES:
        return True
    width, last, ended = wrap.width, text[a.end - 1], _ended(text, a)
    full = width > 0 and width - 2 <= a.width <= 1.5 * width
    goes_on = b.sort == "plain" or (full and b.scheme in _SOFT) or (width > 0 and not ended and b.scheme == "decimal")
    if b.indent > a.indent or not goes_on:
        return False
    if last in _OPEN or a.end - a.start == len(a.label):
        return True
    if ended:
        return full and (wrap.indented or wrap.parted) and b.indent == 0
    if width and 0.85 * width <= a.width <= 1.5 * width and b.width <= 1.5 * width:
        return full or a.scheme not in _HEADS
    return b.start in wrap.torn and not width and a.scheme not in _HEADS
