"""The XML of Checkstyle, which many programs read: a list of files with what is wrong in each. Columns count code points."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker.render.places import relative
from checker.render.words import told, unchecked
from checker.render.xml import possible, written
from checker.report import DocumentReport, Language, Report

_SEVERITIES: Mapping[str, str] = {"error": "error", "warning": "warning", "note": "info"}


def render(report: Report, language: Language, colour: bool) -> str:  # noqa: ARG001 - XML has no colours; formats are called alike
    """A file for each document, also for one that passes; what was not checked is an error on its first line."""
    from xml.etree.ElementTree import Element, SubElement

    root = Element("checkstyle", version="4.3")
    for one in report.documents:
        file = SubElement(root, "file", name=possible(relative(one.path)))
        for attributes in _errors(one, language):
            SubElement(file, "error", {name: possible(value) for name, value in attributes.items()})
    return written(root)


def _errors(report: DocumentReport, language: Language) -> Iterator[Mapping[str, str]]:
    if report.reason is not None:
        yield {"line": "1", "severity": "error", "message": unchecked(report.reason, language), "source": "heshu.unreadable"}
    for finding in report.findings:
        yield {
            "line": str(finding.at.line),
            "column": str(finding.at.column),
            "severity": _SEVERITIES[finding.severity],
            "message": "\n".join(told(finding, language)),
            "source": f"heshu.{finding.rule}",
        }
