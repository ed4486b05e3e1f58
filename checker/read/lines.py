"""The lines of a text, and what the beginning of each says it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from checker.passage import BLANKS, BREAKS, INVISIBLE

Sort = Literal["blank", "hidden", "plain", "title", "label", "bullet", "note", "rule", "pipe", "gap"]

_NUMERAL = "一二三四五六七八九十百〇零"
_TRIM = BLANKS + INVISIBLE
_SPACE = f"[{BLANKS}]"
_NOT_A_NUMBER = rf"(?!{_SPACE}{{0,2}}[0-9０-９]{{1,3}}(?![0-9０-９]))"
_LINE = re.compile(f"[^{BREAKS}]+")
_RULE = re.compile(r"[-=*_]{3,200}|`{3,10}\w{0,20}|~{3,10}")
_GAP = re.compile(rf"[^{BLANKS}](?:\t|[{BLANKS}]{{3}}|[{BLANKS}]{{2}}(?=[-+]?[0-9]))[{BLANKS}]*[^{BLANKS}]")
_NUMBERS = re.compile(r"[-+−0-9０-９][0-9０-９,，.．]{0,40}[%％]?")
# In order of rank: a label's level is that of the heading it would make.
_LABELS = (
    ("part", 1, rf"第{_SPACE}{{0,2}}[{_NUMERAL}\d]{{1,6}}{_SPACE}{{0,2}}(?:编|篇|部分|章)"),
    ("section", 2, rf"第{_SPACE}{{0,2}}[{_NUMERAL}\d]{{1,6}}{_SPACE}{{0,2}}[节条款](?!例)"),
    ("first", 2, rf"[{_NUMERAL}]{{1,5}}{_SPACE}{{0,2}}[、．]"),
    ("second", 3, rf"[（(]{_SPACE}{{0,2}}[{_NUMERAL}]{{1,5}}{_SPACE}{{0,2}}[）)]{_SPACE}{{0,2}}、?"),
    ("third", 4, rf"[0-9０-９]{{1,3}}[.．、]{_NOT_A_NUMBER}"),
    ("decimal", 4, rf"[0-9]{{1,2}}(?:\.[0-9]{{1,2}}){{1,3}}(?={_SPACE})(?!{_SPACE}{{1,2}}[万亿元%％‰个倍吨米人户家亩公千平次])"),
    ("fourth", 5, rf"[（(]{_SPACE}{{0,2}}[0-9０-９]{{1,3}}{_SPACE}{{0,2}}[）)]"),
    ("fifth", 5, r"[0-9０-９]{1,2}[）)]"),
    ("circle", 6, r"[①-⑳㉑-㉟⑴-⒇⒈-⒛❶-❿㈠-㈩]"),
    ("counted", 0, rf"[{_NUMERAL}]{{1,3}}[是要]"),
    ("note", 0, r"注释?[0-9０-９]{0,2}[:：]|(?:附注|备注|说明|数据来源|资料来源|来源)[:：]|注释$|[\[［][0-9]{1,3}[\]］]"),
    ("bullet", 0, rf"(?:[-*+](?={_SPACE})|[●•■◆◇□▪▲★☆※·]|—{{2,4}}|--?(?=[\u4e00-\u9fff]))"),
    ("title", 0, rf"\#{{1,6}}(?:{_SPACE}|$)"),
)  # fmt: skip
_LEVELS = {name: level for name, level, _ in _LABELS}
_START = re.compile("|".join(f"(?P<{name}>{pattern})" for name, _, pattern in _LABELS))


class Line(NamedTuple):
    """One line: `start`/`end` are the range of its words without the blanks around them, `indent` the columns of blanks before them.

    `sort` is what it looks like, `label` the numbering or bullet it begins with, `scheme` the name of that numbering and `level` its rank
    among headings (0 for none). `width` counts columns of a fixed-width page, two for a Chinese character.
    """

    start: int
    end: int
    indent: int
    sort: Sort
    label: str
    scheme: str
    level: int
    width: int


def lines_of(text: str, hidden: Iterable[tuple[int, int]] = ()) -> Iterator[Line]:
    """The lines of `text` in order; a line of blanks is `blank`, and one that only holds `hidden` ranges or invisible marks is `hidden`."""
    veils = iter(hidden)
    veil = next(veils, None)
    at = 0
    for found in _LINE.finditer(text):
        begin, stop = found.span()
        if begin - at > 1 and len(text[at:begin].replace("\r\n", "\n")) > 1:
            yield Line(at, at, 0, "blank", "", "", 0, 0)
        at = stop
        while veil and veil[1] <= begin:
            veil = next(veils, None)
        if veil and veil[0] <= begin and stop <= veil[1]:
            yield Line(begin, begin, 0, "hidden", "", "", 0, 0)
        else:
            yield _line(text, begin, stop)


def label_at(text: str, start: int, end: int) -> tuple[str, str]:
    """The numbering at `start` and the name of its scheme, or two empty strings."""
    found = _START.match(text, start, end)
    return (found.group(), found.lastgroup or "") if found else ("", "")


def columns(words: str) -> int:
    """How many columns of a fixed-width page `words` takes."""
    return 2 * len(words) - len(words.encode("ascii", "ignore"))


def _line(text: str, begin: int, stop: int) -> Line:
    raw = text[begin:stop]
    words = raw.strip(_TRIM)
    if not words:
        return Line(begin, begin, 0, "hidden" if raw[0] in INVISIBLE and not raw.strip(INVISIBLE) else "blank", "", "", 0, 0)
    ahead = raw.find(words[0])
    start = begin + ahead
    end = start + len(words)
    indent = columns(raw[:ahead]) if ahead else 0
    width = columns(words) + indent
    if words[0] in "-=*_`~" and _RULE.fullmatch(words):
        return Line(start, end, indent, "rule", words[0], "", 0, width)
    if "|" in words and (words[0] == "|" or words.count("|") > 1):
        return Line(start, end, indent, "pipe", "", "", 0, width)
    found = _START.match(words)
    scheme = found.lastgroup if found else None
    gap = _GAP.search(words, found.end() if found else 0)
    if found and scheme and not (gap and scheme not in ("title", "note")):
        sort: Sort = "title" if scheme == "title" else "note" if scheme == "note" else "bullet" if scheme == "bullet" else "label"
        return Line(start, end, indent, sort, found.group().strip(_TRIM), scheme, _LEVELS[scheme], width)
    if found and scheme:
        return Line(start, end, indent, "gap", found.group().strip(_TRIM), scheme, _LEVELS[scheme], width)
    lone = raw[0] == "\t" and _NUMBERS.fullmatch(words)
    return Line(start, end, indent, "gap" if gap or lone else "plain", "", "", 0, width)
