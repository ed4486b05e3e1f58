"""What an editor may change for a writer: a mute for a finding, or the figure that is to blame."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from checker.document import Document
from checker.finding import Finding
from checker.load import comments
from checker.report import DocumentReport

_MARKDOWN = (".md", ".markdown")
_NO_MUTE = "mute-out-of-use"
_BREAK = re.compile(r"\r\n|\n|\r")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|$)")
_FENCE = re.compile(r"[ \t>]{0,12}(?P<fence>`{3,}|~{3,})(?P<rest>[^\r\n]*)")
_AMOUNT = re.compile(r"(?P<number>-?\d{1,20}(?:\.\d{1,10})?)(?P<unit>\D{0,20})")


@dataclass(frozen=True, slots=True)
class Edit:
    """Put `text` in the place of a document's range [`start`, `end`), in code points."""

    start: int
    end: int
    text: str

    def made(self, text: str) -> str:
        """A text with the edit made in it."""
        return text[: self.start] + self.text + text[self.end :]


def mute(document: Document, finding: Finding, suffix: str) -> Edit | None:
    """A comment behind the finding's paragraph that lets it pass as soon as a reason stands in it; None where a comment cannot name the
    finding. It names all figures, so that it lapses with any of them, and stands in no table and in no code."""
    if finding.rule == _NO_MUTE:
        return None
    figures = "、".join(dict.fromkeys("".join(place.text.split()) for place in finding.places))
    comment = f"<!-- heshu: allow {finding.rule} {figures} because  -->"
    if not _names(comment, finding):
        return None
    text = document.text
    end = max((block.end for block in document.blocks if block.start <= finding.at.start < block.end), default=finding.at.end)
    at = _behind_run(text, end) if suffix in _MARKDOWN else _line_end(text, end)
    if at is None:
        return None
    mark = "\r\n" if "\r\n" in text else "\n"
    # a paragraph of plain text may go on after any line, one of Markdown is over
    apart = mark * 2 if suffix in _MARKDOWN else mark
    return Edit(at, at, apart + comment)


def repair(finding: Finding) -> Edit | None:
    """The figure that is blamed as it should read; None where no figure is, or where more than its digits would have to change (a hedge, a
    numeral, a unit, 增 for 减)."""
    suspect = finding.at
    written, expected = _AMOUNT.fullmatch(suspect.text), _AMOUNT.fullmatch(finding.expected)
    if not suspect.suspect or finding.slip == "sign" or not written or not expected or expected["unit"] != written["unit"]:
        return None
    if expected["number"].startswith("-") != written["number"].startswith("-"):
        return None
    return Edit(suspect.start, suspect.end, finding.expected)


def safe(edit: Edit, finding: Finding, report: DocumentReport, check: Callable[[str], DocumentReport]) -> bool:
    """Whether an edit of the document of `report` mends the finding and breaks nothing else, as a new `check` of the text says."""
    if report.document is None:
        return False
    after = check(edit.made(report.document.text))
    before = Counter(one.key for one in report.findings)
    return after.reason is None and Counter(one.key for one in after.findings) <= before - Counter([finding.key])


def _names(comment: str, finding: Finding) -> bool:
    """Whether the comment, with a reason, is read as the mute of all that the finding quotes."""
    said = comments(Document("", comment.replace("because  ", "because 有 "), ()))
    return len(said) == 1 and bool(said[0].reason) and said[0].names(finding) and said[0].whole(finding)


def _line_end(text: str, at: int) -> int:
    found = _BREAK.search(text, at)
    return found.start() if found else len(text)


def _behind_run(text: str, at: int) -> int | None:
    """The end of the run of lines that are not blank, at or after `at`, where no fence of code is open; None if it is never closed."""
    fence = ""
    for found in _LINE.finditer(text):
        line = found.group().rstrip("\r\n")
        end = found.start() + len(line)
        closes = _FENCE.match(line)
        if closes and not fence:
            fence = closes["fence"]
        elif closes and closes["fence"].startswith(fence) and not closes["rest"].strip():
            fence = ""
        following = _LINE.match(text, found.end())
        if end >= at and not fence and (following is None or not following.group().strip()):
            return end
    return None
