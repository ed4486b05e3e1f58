"""What stands in a text for its looks and not for its meaning."""

from __future__ import annotations

import re

_SIGN = re.compile(r"[*_`~!\[<\\]")
_QUOTE = re.compile(r"^[ ]{0,3}(?:>[ ]?){1,6}", re.MULTILINE)
_INLINE = re.compile(
    r"(?P<pair>\*{2,3}|__|`{1,2}|~~)"
    r"|(?P<link>!?\[(?P<words>[^\[\]\n]{1,200})\]\([^()\s]{0,300}(?:\s{1,3}\"[^\"\n]{0,100}\")?\))"
    r"|(?P<tag></?[a-zA-Z][^<>\n]{0,200}>)"
    r"|(?P<escape>\\(?=[!-/:-@\[-`{-~]))"
)


def comments(text: str) -> list[tuple[int, int]]:
    """The ranges of `<!-- … -->`; one that is never closed ends with its line."""
    found: list[tuple[int, int]] = []
    at = text.find("<!--")
    closed = True
    while at >= 0:
        end = text.find("-->", at + 4) if closed else -1
        closed = end >= 0
        line = text.find("\n", at)
        stop = end + 3 if closed else len(text) if line < 0 else line
        found.append((at, stop))
        at = text.find("<!--", stop)
    return found


def inline(text: str) -> list[tuple[int, int]]:
    """The ranges of Markdown emphasis, code ticks, link targets, quote signs, tags, escapes and comments, ascending and disjoint.

    Emphasis marks that have no partner on their line are words. Linear in the length of `text`.
    """
    found = comments(text)
    if ">" in text:
        found += (quote.span() for quote in _QUOTE.finditer(text))
    open_at: dict[str, tuple[int, int]] = {}
    line = -1
    stop = 0
    for place in _SIGN.finditer(text):
        match = _INLINE.match(text, place.start()) if place.start() >= stop else None
        if not match:
            continue
        begin, stop = match.span()
        if match.lastgroup != "pair":
            words = match.span("words") if match["link"] else (stop, stop)
            found += [(begin, words[0]), (words[1], stop)] if match["link"] else [(begin, stop)]
            continue
        sign = match.group()
        end = text.find("\n", begin) if begin >= line else line
        if end != line:
            open_at, line = {}, len(text) if end < 0 else end
        if sign in open_at:
            found += [open_at.pop(sign), (begin, stop)]
        else:
            open_at[sign] = (begin, stop)
    return _disjoint(found)


def _disjoint(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for begin, stop in sorted(ranges):
        begin = max(begin, kept[-1][1]) if kept else begin
        if begin < stop:
            kept.append((begin, stop))
    return kept
