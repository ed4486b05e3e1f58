"""The numbered paragraphs and headings of a document as runs: （一）（二）（三） or 1. 2. 3., each from its first to its last."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from checker.document import Document
from checker.passage import fold

_CN = "[一二三四五六七八九十]{1,3}"
# how paragraphs are numbered, the widest division first (GB/T 9704: 一、 （一） 1. （1）), then what leads a paragraph in words
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"第({_CN})(?:[章篇]|部分)",
        rf"({_CN})、",
        rf"\(({_CN})\)",
        r"([0-9]{1,2})[.、](?![0-9])",
        r"\(([0-9]{1,2})\)",
        r"([①-⑳])",
        rf"({_CN})是",
        rf"({_CN})要",
        rf"第({_CN})(?![章篇节条款届季次轮批产个])",
    )
)
_DIVISIONS = 5
NUMERALS = ("一", "二", "三", "四", "五", "六", "七", "八", "九")
MARKERS = (*NUMERALS, "十", *("十" + d for d in NUMERALS), "二十", *("二十" + d for d in NUMERALS), "三十")
_VALUES = {**{marker: n for n, marker in enumerate(MARKERS, 1)}, **{chr(0x245F + n): n for n in range(1, 21)}}


@dataclass(slots=True)
class Run:
    """Paragraphs numbered 1, 2, 3 … in one `form` (the lower, the wider the division). `blocks` are their places; a run
    is `broken` where a number is missing."""

    form: int
    blocks: list[int] = field(default_factory=list)
    broken: bool = False


@dataclass(frozen=True)
class Outline:
    """All runs of a document, in order; `heads` gives for each numbered block its form."""

    runs: tuple[Run, ...]
    heads: dict[int, int]

    def right_after(self, block: int) -> Run | None:
        """The run that begins with the very next paragraph."""
        return self._by_first.get(block + 1)

    @cached_property
    def _by_first(self) -> dict[int, Run]:
        return {run.blocks[0]: run for run in reversed(self.runs)}


def outline(document: Document) -> Outline:
    """The runs of a document, in one pass."""
    runs: list[Run] = []
    heads: dict[int, int] = {}
    latest: dict[int, Run] = {}
    for place, block in enumerate(document.blocks):
        if block.table is not None or not block.passages:
            continue
        read = _number(fold(block.label) + block.passages[0].text[:6])
        if read is None:
            continue
        form, number = read
        if form < _DIVISIONS or form == 5:
            heads[place] = form
        if number == 1:
            latest[form] = Run(form)
            runs.append(latest[form])
        run = latest.get(form)
        if run is None:
            continue
        if number != len(run.blocks) + 1:
            run.broken = True
            continue
        run.blocks.append(place)
    return Outline(tuple(runs), heads)


def _number(head: str) -> tuple[int, int] | None:
    for form, pattern in enumerate(_FORMS):
        found = pattern.match(head)
        if found is not None:
            written = found.group(1)
            return form, int(written) if written.isascii() else _VALUES.get(written, 0)
    return None


def within_division(run: Run, heads: dict[int, int]) -> Sequence[int]:
    """The blocks of a run up to the first wider division that interrupts it."""
    kept = [run.blocks[0]]
    for before, block in zip(run.blocks, run.blocks[1:], strict=False):
        if any(heads.get(between, 99) < run.form for between in range(before + 1, block)):
            break
        kept.append(block)
    return kept
