"""Workflow commands of GitHub Actions, which become annotations on the lines of a pull request.

Printed to standard output by a step. GitHub shows ten errors and ten warnings of a step as annotations; the log has all of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker.finding import Finding
from checker.render.places import end, relative
from checker.render.words import closing, told, unchecked
from checker.report import DocumentReport, Language, Report

_COMMANDS: Mapping[str, str] = {"error": "error", "warning": "warning", "note": "notice"}


def render(report: Report, language: Language, colour: bool) -> str:  # noqa: ARG001 - a log has no colours of ours; formats are called alike
    """One command a line for each finding and each document that was not checked; then what the run covered."""
    lines = [line for document in report.documents for line in _lines(document, language)]
    return "\n".join([*lines, closing(report, language)]) + "\n"


def _lines(document: DocumentReport, language: Language) -> Iterator[str]:
    file = relative(document.path)
    if document.reason is not None:
        yield _command("error", {"file": file, "title": "heshu"}, unchecked(document.reason, language))
    for finding in document.findings:
        where = {"file": file, **_range(finding), "title": f"heshu: {finding.rule}"}
        yield _command(_COMMANDS[finding.severity], where, "\n".join(told(finding, language)))


def _range(finding: Finding) -> Mapping[str, str]:
    place = finding.at
    line, column = end(place)
    if line != place.line:  # columns are allowed within one line only
        return {"line": str(place.line), "endLine": str(line)}
    return {"line": str(line), "endLine": str(line), "col": str(place.column), "endColumn": str(column)}


def _command(name: str, properties: Mapping[str, str], message: str) -> str:
    listed = ",".join(f"{key}={_escaped(value).replace(':', '%3A').replace(',', '%2C')}" for key, value in properties.items())
    return f"::{name} {listed}::{_escaped(message)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
