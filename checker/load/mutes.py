"""Mutes: comments in a document, and heshu.mutes.toml beside documents that have no comments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from checker.document import Document
from checker.mute import Mute, plainly

FILE = "heshu.mutes.toml"
# <!-- heshu: allow RULE 8.81亿元、28.2% until 2026-12-31 because … -->
# <!-- 核数：允许 RULE 8.81亿元、28.2% 至 2026-12-31 因为…… -->
_COMMENT = re.compile(r"<!--[ \t\n]{0,20}(?:heshu|核数)[:：](?P<said>(?:(?!-->)[\s\S]){0,1000})-->", re.IGNORECASE)
_SAID = re.compile(
    r"\s{0,20}(?:allow|允许)\s{1,20}(?P<rule>[a-z0-9-]{1,60})"
    r"(?P<figures>(?:(?![\s，,；;](?:until|because|至|因为))[\s\S]){0,400})"
    r"(?:[\s，,；;]{1,20}(?:until|至)\s{0,20}(?P<until>\d{4}-\d{2}-\d{2}))?"
    r"(?:[\s，,；;]{1,20}(?:because|因为)(?P<reason>[\s\S]{0,400}))?\s{0,20}",
    re.IGNORECASE,
)
_PART = re.compile(r"[^\s、,，;；]{1,60}")


def comments(document: Document) -> list[Mute]:
    """The mutes in the comments of a document. What cannot be read as one becomes a mute of no rule, which is reported."""
    return [_mute(document, found) for found in _COMMENT.finditer(document.text)] if "<!--" in document.text else []


def _mute(document: Document, found: re.Match[str]) -> Mute:
    line = document.position(found.start())[0]
    said = _SAID.fullmatch(found["said"].rstrip())
    until = _day(said["until"]) if said else None
    if said is None or said["until"] and until is None:
        return Mute("", (), "", document.path, line, None, found.start(), found.end())
    reason = " ".join((said["reason"] or "").strip(" ：:，,").split())
    return Mute(said["rule"], _figures(said["figures"]), reason, document.path, line, until, found.start(), found.end())


def _figures(text: str) -> tuple[str, ...]:
    """The figures named, without blanks: 10.99 亿元 is one, 1,200、3% are two."""
    figures: list[str] = []
    at = 0
    for part in _PART.finditer(text):
        between, word = text[at : part.start()], part.group()
        at = part.end()
        unit = figures and between.isspace() and not any(character.isdigit() for character in word) and figures[-1][-1].isdigit()
        grouped = figures and between == "," and re.fullmatch(r"\d{3}(?!\d).{0,20}", word) and re.fullmatch(r"[\d,]{1,20}", figures[-1])
        if unit or grouped:
            figures[-1] += ("," if grouped else "") + word
        else:
            figures.append(word)
    return tuple(map(plainly, figures))


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def mutes_files(folder: Path) -> Iterator[Path]:
    """The files of mutes of `folder` (absolute) and of the folders above it, up to the root of the repository."""
    for place in (folder, *folder.parents):
        if (place / FILE).is_file():
            yield place / FILE
        if (place / ".git").exists():
            return
