"""Findings in the terms of the Language Server Protocol."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lsprotocol import types

from checker.finding import Finding, Place
from checker.pack_error import PackError
from checker.render.words import WORDS, message, printable, told, unchecked
from checker.report import DocumentReport, Language
from checker.rules import Severity
from checker.serve.positions import Lines

SOURCE = "heshu"
_SEVERITIES: dict[Severity, types.DiagnosticSeverity] = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "note": types.DiagnosticSeverity.Information,
}


def diagnostics(report: DocumentReport, uri: str, lines: Lines, language: Language) -> list[types.Diagnostic]:
    """A diagnostic for each finding, at the figure to look at first, and one at the head of a document that was not checked to its end."""
    found = [_diagnostic(finding, uri, lines, language) for finding in report.findings]
    if report.reason is None:
        return found
    head = types.Range(types.Position(0, 0), types.Position(0, 0))
    return [types.Diagnostic(head, unchecked(report.reason, language), types.DiagnosticSeverity.Warning, source=SOURCE), *found]


def misset(error: PackError, language: Language) -> tuple[str, types.Diagnostic]:
    """What is wrong with settings, rules or mutes: the URI of their file and the diagnostic there, which takes the whole line."""
    line = max(error.line - 1, 0)
    place = types.Range(types.Position(line, 0), types.Position(line + 1, 0))
    said = types.Diagnostic(place, error.text(language), types.DiagnosticSeverity.Error, code=error.problem, source=SOURCE)
    return Path(error.file).absolute().as_uri(), said


def range_of(start: int, end: int, lines: Lines) -> types.Range:
    """The range of code points [`start`, `end`) as the editor counts."""
    return types.Range(types.Position(*lines.place(start)), types.Position(*lines.place(end)))


def _diagnostic(finding: Finding, uri: str, lines: Lines, language: Language) -> types.Diagnostic:
    return types.Diagnostic(
        range_of(finding.at.start, finding.at.end, lines),
        "\n".join(told(finding, language)),
        _SEVERITIES[finding.severity],
        code=finding.rule,
        source=SOURCE,
        related_information=list(_related(finding, uri, lines, language)),
    )


def _related(finding: Finding, uri: str, lines: Lines, language: Language) -> Iterator[types.DiagnosticRelatedInformation]:
    """The other figures of a finding, then each of its symptoms with all of its figures."""

    def at(place: Place, said: str) -> types.DiagnosticRelatedInformation:
        return types.DiagnosticRelatedInformation(types.Location(uri, range_of(place.start, place.end, lines)), said)

    words = WORDS[language]
    seen = {finding.at.start}
    for place in finding.places:
        if place.start not in seen:
            seen.add(place.start)
            yield at(place, f"{printable(' '.join(place.text.split()))}{words['open']}{place.role}{words['close']}")
    for symptom in finding.symptoms:
        yield at(symptom.at, f"{words['symptoms']} {printable(message(symptom, language))}")
        for place in symptom.places:
            if place.start not in seen:
                seen.add(place.start)
                yield at(place, f"{printable(' '.join(place.text.split()))}{words['open']}{place.role}{words['close']}")
