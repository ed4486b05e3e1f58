"""The Reviewdog Diagnostic Format, which reviewdog posts to whatever reviews the change.

Columns count bytes of UTF-8 from 1 and ends are exclusive, as its definition says (reviewdog's proto/rdf/reviewdog.proto).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from checker.document import Document
from checker.finding import Finding, Place
from checker.render.places import byte_column, end, relative
from checker.render.words import printable, said, told, unchecked
from checker.report import DocumentReport, Language, Report

_SEVERITIES: Mapping[str, str] = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}
_SOURCE = {"name": "heshu"}


def render(report: Report, language: Language, colour: bool) -> str:  # noqa: ARG001 - JSON has no colours; formats are called alike
    """One diagnostic for each finding and each document that was not checked."""
    from json import dumps

    diagnostics = [one for document in report.documents for one in _diagnostics(document, language)]
    return dumps({"source": _SOURCE, "diagnostics": diagnostics}, ensure_ascii=False, indent=2) + "\n"


def _diagnostics(report: DocumentReport, language: Language) -> Iterator[Mapping[str, Any]]:
    path = relative(report.path)
    if report.reason is not None:
        yield {
            "message": unchecked(report.reason, language),
            "location": {"path": path},
            "severity": "ERROR",
            "code": {"value": "unreadable"},
        }
    for finding in report.findings:
        yield {
            "message": "\n".join(told(finding, language)),
            "location": _location(path, finding.at, report.document),
            "severity": _SEVERITIES[finding.severity],
            "code": {"value": finding.rule},
            "related_locations": list(_related(path, finding, report.document, language)),
        }


def _related(path: str, finding: Finding, document: Document | None, language: Language) -> Iterator[Mapping[str, Any]]:
    for place in finding.places:
        if place is not finding.at:
            yield {"message": printable(place.text), "location": _location(path, place, document)}
    for symptom in finding.symptoms:
        message = f"{symptom.rule}: {next(said(symptom, language))}"
        yield from ({"message": message, "location": _location(path, place, document)} for place in symptom.places)


def _location(path: str, place: Place, document: Document | None) -> Mapping[str, Any]:
    return {"path": path, "range": {"start": _position(place.line, place.column, document), "end": _position(*end(place), document)}}


def _position(line: int, column: int, document: Document | None) -> Mapping[str, int]:
    """A position in bytes, or of the line alone where the text that counts them is not at hand."""
    return {"line": line} if document is None else {"line": line, "column": byte_column(document, line, column)}
