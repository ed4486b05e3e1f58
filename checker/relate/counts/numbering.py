"""The numbered paragraphs and headings of a document as runs: （一）（二）（三） or 1. 2. 3., each from its first to its last."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from checker.document import Block, Document, fold

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
    """Paragraphs numbered 1, 2, 3 … in one `form` (the lower, the wider the division). `blocks` are their places, `titles` their first
    words; a run is `broken` where a number is missing."""

    form: int
    blocks: list[int] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    broken: bool = False


@dataclass(frozen=True)
class Outline:
    """All runs of a document, in order; `heads` gives for each numbered block its form."""

    document: Document
    runs: tuple[Run, ...]
    heads: dict[int, int]

    def right_after(self, block: int) -> Run | None:
        """The run that begins with the very next paragraph."""
        return self._by_first.get(block + 1)

    def named(self, noun: str) -> Sequence[Run]:
        """The whole runs of two and more whose titles all end with `noun` (two to six characters), or that alone divide a title which
        does."""
        return self._by_name.get(noun, ())

    @cached_property
    def _by_first(self) -> dict[int, Run]:
        return {run.blocks[0]: run for run in reversed(self.runs)}

    @cached_property
    def _by_name(self) -> dict[str, list[Run]]:
        names: dict[str, list[Run]] = {}
        for run in self.runs:
            if run.broken or len(run.blocks) < 2:
                continue
            shared = set.intersection(*(_endings(title) for title in run.titles))
            for name in shared.union(*(_endings(title) for title in self._alone_under(run))):
                names.setdefault(name, []).append(run)
        return names

    def _alone_under(self, run: Run) -> Iterator[str]:
        """The titles that `run` divides: those above it in whose reach no other run of its form begins."""
        narrowest = run.form
        for block in range(run.blocks[0] - 1, max(-1, run.blocks[0] - 40), -1):
            form = self.heads.get(block, 99)
            if form >= narrowest:
                continue
            narrowest = form
            if self._alone(run, block, form):
                yield title(self.document.blocks[block])

    def _alone(self, run: Run, above: int, form: int) -> bool:
        wider = self._wider[form]
        at = bisect_right(wider, above)
        end = wider[at] if at < len(wider) else len(self.document.blocks)
        begins = self._begins[run.form]
        others = bisect_left(begins, end) - bisect_right(begins, above)
        return run.blocks[-1] < end and others == (above < run.blocks[0] < end)

    @cached_property
    def _wider(self) -> dict[int, list[int]]:
        """For each form the blocks that are numbered in it or in a wider one, ascending."""
        return {form: sorted(block for block, other in self.heads.items() if other <= form) for form in set(self.heads.values())}

    @cached_property
    def _begins(self) -> dict[int, list[int]]:
        """For each form the blocks with which its runs begin, ascending."""
        begins: dict[int, list[int]] = {}
        for run in self.runs:
            begins.setdefault(run.form, []).append(run.blocks[0])
        return begins


def _endings(title: str) -> set[str]:
    """The last two to six characters of a title."""
    return {title[-length:] for length in range(2, min(6, len(title)) + 1)}


def title(block: Block) -> str:
    """The first words of a block, folded, up to the end of its first clause."""
    text = block.passages[0].text[:60] if block.passages else ""
    return re.split("[。:，;]", text, maxsplit=1)[0].strip()


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
        run.titles.append(title(block))
    return Outline(document, tuple(runs), heads)


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
