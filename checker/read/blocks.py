"""What the lines of a text are: headings, paragraphs, items, captions, notes and tables."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from checker.document import Block, BlockKind, Table
from checker.passage import BLANKS, Passage, fold
from checker.read.columns import tables_in
from checker.read.lines import Line, label_at, lines_of
from checker.read.pipes import table_of
from checker.read.wrapping import Wrap, joins, without_pages, wrap_of

_LONGEST_HEADING = {
    "part": 60, "section": 30, "first": 60, "second": 45, "third": 30, "decimal": 30, "fourth": 20, "fifth": 20, "circle": 20,
}  # fmt: skip
_NO_TITLE = re.compile(r"[，。；：！？,;:!?]|\d[%％]|\d\.\d|[元%％人户个家亿万0-9]$")
_SENTENCE = re.compile(r"[。；;！？!?]")
_CLAUSE = re.compile(r"[，,：:]|\d")
_FIGURE = re.compile(r"\d\.\d|\d[%％亿万元]")
_CAPTION = re.compile(
    rf"(?:附?[表图]|专栏)[{BLANKS}]{{0,2}}[0-9０-９一二三四五六七八九十]{{1,3}}(?:[-—－.．][0-9]{{1,3}}){{0,2}}(?![0-9０-９年月明显示中])"
)
_UNIT = re.compile(
    rf"(?:(?<![\u4e00-\u9fff])|计量|金额|货币|表|情况|数量)单位[{BLANKS}]{{0,3}}[:：][{BLANKS}]{{0,3}}([^()（）:：。；{BLANKS}\n]{{1,24}})"
)
_UNIT_ALONE = re.compile(rf"[（(\[]?(?:计量|金额|货币)?单位[{BLANKS}]{{0,3}}[:：][^。\n]{{1,30}}")


@dataclass(slots=True)
class _Draft:
    kind: BlockKind
    start: int
    end: int
    body: int
    level: int = 0
    label: str = ""
    table: Table | None = None


class Shaper:
    """Makes blocks of one text; `marks` are the ascending ranges in it that are looks and not words."""

    def __init__(self, text: str, marks: Sequence[tuple[int, int]]) -> None:
        self.text = text
        self.lines = without_pages(text, list(lines_of(text, marks)))
        pages = ((line.start, line.end) for line in self.lines if line.sort == "hidden" and line.end > line.start)
        self.marks = sorted((*marks, *pages))
        self.starts = [start for start, _ in self.marks]
        self.wrap: Wrap = wrap_of(text, self.lines)

    def passage(self, start: int, end: int) -> Passage:
        """The passage of a range of the text, without the marks in it."""
        first = bisect_left(self.starts, start)
        inside = self.marks[first : bisect_left(self.starts, end)]
        return Passage.of(self.text, start, end, inside)

    def blocks(self) -> tuple[Block, ...]:
        """The blocks of the text, in order."""
        drafts: list[_Draft] = []
        for group in self._groups():
            drafts.extend(self._draft(group))
        self._title(drafts)
        self._name_tables(drafts)
        return tuple(self._block(draft) for draft in drafts)

    def _groups(self) -> Iterator[list[Line]]:
        """Runs of lines that are one block each: a paragraph, or the rows of a table."""
        group: list[Line] = []
        for line in self.lines:
            if line.sort == "hidden":
                continue
            if group and not self._same(group[-1], line):
                yield group
                group = []
            if line.sort not in ("blank", "rule") or (group and line.sort == "rule"):
                group.append(line)
        if group:
            yield group

    def _same(self, last: Line, line: Line) -> bool:
        if last.sort == "pipe" or line.sort == "pipe":
            return last.sort == line.sort
        if last.sort == line.sort == "gap":
            return True
        if line.sort == "rule":
            return line.label == "=" and last.sort == "plain"
        return joins(self.text, last, line, self.wrap)

    def _draft(self, group: list[Line]) -> list[_Draft]:
        first, last = group[0], group[-1]
        if first.sort in ("pipe", "gap"):
            return self._table(group)
        if last.sort == "rule":
            return [_Draft("heading", first.start, group[-2].end, first.start, 1)]
        return [self._prose(first, last.end)]

    def _table(self, group: list[Line]) -> list[_Draft]:
        ranges = [(line.start, line.end) for line in group]
        if group[0].sort == "gap":
            return self._columns(group, [self._with_tabs(*place) for place in ranges])
        table = table_of(self.text, ranges, self.passage)
        if table:
            return [_Draft("table", group[0].start, group[-1].end, group[0].start, table=table)]
        return [self._prose(line, line.end) for line in group]

    def _columns(self, group: list[Line], ranges: list[tuple[int, int]]) -> list[_Draft]:
        drafts: list[_Draft] = []
        at = 0
        for first, stop, table in tables_in(self.text, ranges, self.passage):
            drafts += (self._prose(line, line.end) for line in group[at:first])
            drafts.append(_Draft("table", group[first].start, group[stop - 1].end, group[first].start, table=table))
            at = stop
        return drafts + [self._prose(line, line.end) for line in group[at:]]

    def _with_tabs(self, start: int, end: int) -> tuple[int, int]:
        """A line with the tabs around it, which stand for empty cells."""
        while start and self.text[start - 1] == "\t":
            start -= 1
        while end < len(self.text) and self.text[end] == "\t":
            end += 1
        return start, end

    def _prose(self, first: Line, end: int) -> _Draft:
        text, label, scheme, level = self.text, first.label, first.scheme, first.level
        body = first.start + len(label) if scheme not in ("", "counted", "note") or label[:1] in ("[", "［") else first.start
        kind: BlockKind = "paragraph"
        if first.sort == "title":
            kind, level = "heading", len(label)
            body = self._skip(body, end)
            label, scheme = label_at(text, body, end)
            body += len(label) if scheme not in ("counted", "note", "bullet", "") else 0
            label = label if body > first.start else ""
        elif first.sort == "note":
            kind = "note"
        elif scheme:
            kind = "heading" if first.sort != "gap" and self._heads(text[body:end].strip(), scheme) else "item"
        elif end - first.start <= 80 and self._captions(text[first.start : end]):
            kind = "caption"
        body = self._skip(body, end)
        if body >= end:
            body = first.start
        return _Draft(kind, first.start, end, body, level if kind == "heading" else 0, label)

    def _skip(self, start: int, end: int) -> int:
        while start < end and (self.text[start].isspace() or self.text[start] in BLANKS):
            start += 1
        return start

    @staticmethod
    def _heads(words: str, scheme: str) -> bool:
        """Whether what follows a numbering is a heading: short, and no sentence."""
        if len(words) > _LONGEST_HEADING.get(scheme, 0) or _SENTENCE.search(words) or words[-1:] in "，,：:、":
            return False
        if scheme in ("part", "first", "second"):
            return not _FIGURE.search(words)
        return not _CLAUSE.search(words)

    @staticmethod
    def _captions(words: str) -> bool:
        return bool((_CAPTION.match(words) and "。" not in words) or _UNIT_ALONE.fullmatch(words))

    def _title(self, drafts: list[_Draft]) -> None:
        """The first line is the title where it reads like one and more follows."""
        if len(drafts) < 2 or drafts[0].kind != "paragraph" or any(d.kind == "heading" and d.level == 1 for d in drafts):
            return
        words = self.text[drafts[0].start : drafts[0].end]
        if len(words) <= 60 and not _NO_TITLE.search(words):
            drafts[0].kind, drafts[0].level = "heading", 1

    def _name_tables(self, drafts: list[_Draft]) -> None:
        for i, draft in enumerate(drafts):
            if draft.table:
                draft.table = self._named(draft.table, drafts[max(0, i - 3) : i], drafts[i + 1 : i + 2])

    def _named(self, table: Table, above: list[_Draft], below: list[_Draft]) -> Table:
        unit = caption = ""
        for draft in reversed(above):
            words = self.text[draft.start : draft.end]
            alone = _UNIT_ALONE.fullmatch(words)
            if draft.table or len(words) > 120 or not (alone or draft.kind == "caption" or not words.endswith("。")):
                break
            unit = unit or unit_in(words)
            if alone:
                draft.kind = "caption"
                continue
            if draft.kind == "paragraph" and len(words) <= 60 and words[-1] not in "，；：":
                draft.kind = "caption"
            caption = fold(words).strip()
            break
        heads = (cell.passage.text for row in table.rows[: table.header_rows] for cell in row)
        unit = unit or next(filter(None, map(unit_in, heads)), "")
        if not unit and below and _UNIT_ALONE.fullmatch(self.text[below[0].start : below[0].end]):
            unit, below[0].kind = unit_in(self.text[below[0].start : below[0].end]), "caption"
        return replace(table, unit=unit, caption=caption)

    def _block(self, draft: _Draft) -> Block:
        if draft.table:
            passages = tuple(cell.passage for row in draft.table.rows for cell in row if cell.passage.text)
        else:
            passages = (self.passage(draft.body, draft.end),)
        return Block(draft.kind, draft.start, draft.end, passages, draft.level, draft.label, draft.table)


def unit_in(words: str) -> str:
    """What “单位：” in a line names, folded, or ''."""
    found = _UNIT.findall(words)
    return fold(found[-1]).strip(" ,，、]") if found else ""
