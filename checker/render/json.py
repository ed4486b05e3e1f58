"""A report for programs: the shape that reports/report.schema.json promises."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from checker.finding import Checked, Finding, Place
from checker.report import DocumentReport, Language, Report
from checker.version import VERSION

SCHEMA: Final = 1


def render(report: Report, language: Language, colour: bool) -> str:  # noqa: ARG001 - JSON has no colours; formats are called alike
    """The report as JSON that ends with a line break; messages are in `language`."""
    from json import dumps

    content = {
        "schema": SCHEMA,
        "tool": {"name": "heshu", "version": VERSION},
        "summary": _summary(report),
        "documents": [_document(document, language) for document in report.documents],
    }
    return dumps(content, ensure_ascii=False, indent=2) + "\n"


def _summary(report: Report) -> Mapping[str, int]:
    return {
        "documents": len(report.documents),
        "failed": report.failed,
        "unreadable": report.unreadable,
        "errors": report.errors,
        "warnings": report.warnings,
        "notes": report.notes,
        "figures": report.figures,
        "checked": report.checked,
        "exempt": report.exempt,
        "unconfirmed": report.unconfirmed,
        "relations": report.relations,
        "muted": report.muted,
        "known": report.known,
        "gone": report.gone,
    }


def _document(document: DocumentReport, language: Language) -> Mapping[str, Any]:
    reason = {} if document.reason is None else {"reason": document.reason[language]}
    return {
        "path": document.path,
        "status": document.status,
        **reason,
        "figures": document.figures,
        "checked": document.checked,
        "exempt": document.exempt,
        "unconfirmed": document.unconfirmed,
        "relations": document.relations,
        "findings": [_finding(finding, language) for finding in document.findings],
        **_muted(document, language),
        **({"known": [_finding(finding, language) for finding in document.known]} if document.known else {}),
        **({"gone": list(document.gone)} if document.gone else {}),
        **_coverage(document),
        **({} if document.checks is None else {"checks": [_checked(one, language) for one in document.checks]}),
    }


def _muted(document: DocumentReport, language: Language) -> Mapping[str, Any]:
    if not document.muted:
        return {}
    rows = [
        {
            "finding": _finding(one.finding, language),
            "reason": one.mute.reason,
            "by": one.by,
            "until": one.mute.until.isoformat() if one.mute.until else "",
            "file": one.mute.file,
            "line": one.mute.line,
        }
        for one in document.muted
    ]
    return {"muted": rows}


def _checked(one: Checked, language: Language) -> Mapping[str, Any]:
    return {
        "rule": one.rule,
        "kind": one.kind,
        "evidence": one.evidence,
        "outcome": one.outcome,
        "certain": one.certain,
        "working": one.working,
        "reason": one.zh if language == "zh" else one.en,
        "figures": [_place(place) for place in one.places],
    }


def _coverage(document: DocumentReport) -> Mapping[str, Any]:
    if document.coverage is None:
        return {}
    from checker.render.coverage import as_content

    return {"coverage": as_content(document.coverage)}


def _finding(finding: Finding, language: Language) -> Mapping[str, Any]:
    return {
        "rule": finding.rule,
        "kind": finding.kind,
        "severity": finding.severity,
        "evidence": finding.evidence,
        "message": finding.zh if language == "zh" else finding.en,
        "working": finding.working,
        "key": finding.key,
        "figures": [_place(place) for place in finding.places],
        "expected": finding.expected,
        "slip": finding.slip,
        "symptoms": [_finding(symptom, language) for symptom in finding.symptoms],
    }


def _place(place: Place) -> Mapping[str, Any]:
    return {
        "text": place.text,
        "start": place.start,
        "end": place.end,
        "line": place.line,
        "column": place.column,
        "role": place.role,
        "suspect": place.suspect,
    }
