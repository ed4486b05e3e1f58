"""A summary in Markdown for a pull request, a merge request or the page of a run (GitHub's and GitLab's flavour).

Words of a document can neither become markup nor call people: they are escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from checker.document import Document
from checker.finding import Finding
from checker.mute import Muted
from checker.render.places import relative
from checker.render.words import WORDS, closing, pardon, printable, said, told, unchecked
from checker.report import DocumentReport, Language, Report

_MARGIN = 20
_MARKS = {"error": "❌", "warning": "⚠️", "note": "ℹ️"}
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
# what is markup anywhere, and what is markup where a line begins with it
_MARKUP = re.compile(r"[\\`*_\[\]#|~$]|^[-+=]|(?<=^\d)[.)]")
_HEADS: Mapping[Language, tuple[str, str, str, str, str]] = {
    "zh": ("核数：通过", "核数：未通过", "级别", "位置", "问题"),
    "en": ("heshu: passed", "heshu: did not pass", "severity", "place", "finding"),
}
_DETAILS: Mapping[Language, tuple[str, str]] = {"zh": ("核算与原文", "已豁免"), "en": ("workings and quotations", "muted")}


def render(report: Report, language: Language, colour: bool) -> str:  # noqa: ARG001 - Markdown has no colours; formats are called alike
    """A heading, what the run covered, a table of the findings, their workings in folds; ends with a line break."""
    return "\n\n".join(_blocks(report, language)) + "\n"


def _blocks(report: Report, language: Language) -> Iterator[str]:
    passed, failed, *heads = _HEADS[language]
    stopped = report.stops or report.unreadable
    yield f"### {'❌' if stopped else '✅'} {failed if stopped else passed}"
    yield _escaped(closing(report, language))
    rows = [row for document in report.documents for row in _rows(document, language)]
    if rows:
        yield "\n".join([f"| {' | '.join(heads)} |", "|---|---|---|", *rows])
    for document in report.documents:
        if document.findings:
            yield from _fold(document, language)
    muted = [_muted(document, one, language) for document in report.documents for one in document.muted]
    if muted:
        yield "\n".join([f"<details><summary>{_DETAILS[language][1]} {len(muted)}</summary>", "", *muted, "", "</details>"])


def _rows(document: DocumentReport, language: Language) -> Iterator[str]:
    if document.reason is not None:
        level, reason = f"{_MARKS['error']} {WORDS[language]['error']}", unchecked(document.reason, language)
        yield f"| {level} | {_code(relative(document.path))} | {_escaped(reason)} |"
    for finding in document.findings:
        said_briefly = "<br>".join(_escaped(line) for line in said(finding, language))
        expected = f"<br>{WORDS[language]['expected']}{_code(finding.expected)}" if finding.expected else ""
        level = f"{_MARKS[finding.severity]} {WORDS[language][finding.severity]}"
        yield f"| {level} | {_place(document, finding)} | {said_briefly}{expected} |"


def _fold(document: DocumentReport, language: Language) -> Iterator[str]:
    yield f"<details><summary>{_DETAILS[language][0]} {_code(relative(document.path))}</summary>"
    for finding in document.findings:
        lines = [_escaped(line.strip().removeprefix("- ")) for line in told(finding, language)]
        head = f"**{finding.at.line}:{finding.at.column}** {_code(finding.rule)}"
        quoted = [_quoted(finding, document.document)] if document.document else []
        yield "\n".join(["<br>\n".join([head, *lines]), *quoted])
    yield "</details>"


def _quoted(finding: Finding, document: Document) -> str:
    """The words around the figures of a finding, each line once, the figures in bold."""
    pieces = []
    for number in dict.fromkeys(place.line for place in finding.places):
        line, done = document.line(number), 0
        parts = [f"{number}: "]
        for place in sorted((place for place in finding.places if place.line == number), key=lambda place: place.start):
            start = max(place.column - 1, done)
            stop = max(min(place.column - 1 + place.end - place.start, len(line)), start)
            parts += [_html(_shortened(line[done:start], not done)), f"<b>{_html(line[start:stop])}</b>"]
            done = stop
        pieces.append("".join([*parts, _html(line[done : done + _MARGIN] + ("…" if len(line) > done + _MARGIN else ""))]))
    return f"<pre>{'<br>'.join(pieces)}</pre>"


def _shortened(gap: str, first: bool) -> str:
    if first:
        return gap if len(gap) <= _MARGIN else "…" + gap[-_MARGIN:]
    return gap if len(gap) <= 2 * _MARGIN else f"{gap[:_MARGIN]}…{gap[-_MARGIN:]}"


def _muted(document: DocumentReport, one: Muted, language: Language) -> str:
    return f"- {_place(document, one.finding)} {_code(one.finding.rule)} {_escaped(pardon(one, language))}"


def _place(document: DocumentReport, finding: Finding) -> str:
    return _code(f"{relative(document.path)}:{finding.at.line}:{finding.at.column}")


def _code(text: str) -> str:
    """`text` as code in HTML, which unlike backquotes can hold any character, also in a table; what is markup there too is spelt out."""
    return f"<code>{_MARKUP.sub(lambda match: f'&#{ord(match[0])};', _html(text))}</code>"


def _html(text: str) -> str:
    return "".join(_ENTITIES.get(character, character) for character in printable(text))


def _escaped(text: str) -> str:
    """Words of a document as words: no markup, and no call of a person or a ticket (a comment parts the sign from the name)."""
    plain = _MARKUP.sub(r"\\\g<0>", printable(text))
    return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("@", "@<!-- -->").replace("#", "#<!-- -->")
