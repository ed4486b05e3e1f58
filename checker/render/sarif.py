"""SARIF 2.1.0 (OASIS), which code scanning and many editors read. Columns count code points from 1, ends are exclusive.

What is known or was let pass is there with its justification (`suppressions`), what was not checked as a notification, and what the run
covered as properties of the documents: silence is not a pass.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from checker.finding import Finding, Place
from checker.mute import Muted
from checker.render.places import end, fingerprints, within
from checker.render.words import WORDS, pardon, printable, said, told, unchecked
from checker.report import DocumentReport, Language, Report
from checker.version import VERSION

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LANGUAGES: Mapping[Language, str] = {"zh": "zh-CN", "en": "en-US"}
_UNREADABLE = "unreadable"


def render(report: Report, language: Language, colour: bool) -> str:  # noqa: ARG001 - JSON has no colours; formats are called alike
    """A log with one run, ending with a line break."""
    from json import dumps

    from checker.render.sarif_rules import descriptors

    rules = sorted({finding.rule for document in report.documents for finding in document.found})
    run = {
        "tool": {
            "driver": {
                "name": "heshu",
                "version": VERSION,
                "semanticVersion": VERSION,
                "rules": descriptors(rules, report.rules, language),
                "notifications": [{"id": _UNREADABLE, "shortDescription": {"text": WORDS[language]["unreadable"]}}],
            }
        },
        "language": _LANGUAGES[language],
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report, language)],
        "artifacts": [_artifact(document) for document in report.documents],
        "results": [result for document in report.documents for result in _results(document, rules, language)],
    }
    return dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _invocation(report: Report, language: Language) -> Mapping[str, Any]:
    notifications = [
        {
            "descriptor": {"id": _UNREADABLE, "index": 0},
            "level": "error",
            "message": {"text": unchecked(document.reason, language)},
            "locations": [{"physicalLocation": {"artifactLocation": _file(document.path)}}],
        }
        for document in report.documents
        if document.reason is not None
    ]
    return {"executionSuccessful": not notifications, "toolExecutionNotifications": notifications}


def _artifact(report: DocumentReport) -> Mapping[str, Any]:
    encoding = {} if report.document is None else {"encoding": report.document.encoding}
    covered = {
        "status": report.status, "figures": report.figures, "checked": report.checked, "exempt": report.exempt,
        "unconfirmed": report.unconfirmed, "relations": report.relations,
    }  # fmt: skip
    return {"location": _file(report.path), "roles": ["analysisTarget"], **encoding, "properties": covered}


def _results(report: DocumentReport, rules: Sequence[str], language: Language) -> Iterator[Mapping[str, Any]]:
    names, known_names, muted_names = fingerprints(report)
    for finding, name in zip(report.findings, names, strict=True):
        # an empty list says that it is not suppressed; none at all would say that nobody knows
        yield {**_result(report.path, finding, name, rules, language), "suppressions": []}
    for finding, name in zip(report.known, known_names, strict=True):
        known = {"kind": "external", "status": "accepted", "justification": WORDS[language]["known"]}
        yield {**_result(report.path, finding, name, rules, language), "suppressions": [known]}
    for muted, name in zip(report.muted, muted_names, strict=True):
        yield {**_result(report.path, muted.finding, name, rules, language), "suppressions": [_suppression(muted, language)]}


def _result(path: str, finding: Finding, fingerprint: str, rules: Sequence[str], language: Language) -> Mapping[str, Any]:
    return {
        "ruleId": finding.rule,
        "ruleIndex": rules.index(finding.rule),
        "kind": "fail",
        "level": finding.severity,
        "message": {"text": "\n".join(told(finding, language))},
        "locations": [_location(path, finding.at)],
        "relatedLocations": [{"id": i, **location} for i, location in enumerate(_related(path, finding, language), 1)],
        "partialFingerprints": {"heshu/v1": fingerprint},
        "properties": {
            "kind": finding.kind, "evidence": finding.evidence, "key": finding.key, "working": finding.working,
            "expected": finding.expected, "slip": finding.slip,
        },
    }  # fmt: skip


def _related(path: str, finding: Finding, language: Language) -> Iterator[Mapping[str, Any]]:
    for place in finding.places:
        if place is not finding.at:
            yield {**_location(path, place), "message": {"text": printable(place.text)}}
    for symptom in finding.symptoms:
        message = {"text": f"{symptom.rule}: {next(said(symptom, language))}"}
        yield from ({**_location(path, place), "message": message} for place in symptom.places)


def _suppression(muted: Muted, language: Language) -> Mapping[str, Any]:
    mute = muted.mute
    where = {"artifactLocation": _file(mute.file), "region": {"startLine": mute.line}}
    return {
        "kind": "inSource" if mute.start >= 0 else "external",
        "status": "accepted",
        "justification": pardon(muted, language),
        "location": {"physicalLocation": where},
    }


def _location(path: str, place: Place) -> Mapping[str, Any]:
    line, column = end(place)
    region = {
        "startLine": place.line, "startColumn": place.column, "endLine": line, "endColumn": column,
        "charOffset": place.start, "charLength": place.end - place.start, "snippet": {"text": place.text},
    }  # fmt: skip
    return {"physicalLocation": {"artifactLocation": _file(path), "region": region}, "properties": {"role": place.role}}


def _file(path: str) -> Mapping[str, str]:
    """Where a file is: from the root of what is checked, or by its whole address."""
    from urllib.parse import quote

    inside = within(path)
    if inside is None:
        return {"uri": Path(os.path.abspath(path)).as_uri()}  # noqa: PTH100 - links stay as they were named
    return {"uri": quote(os.fsencode(inside)), "uriBaseId": "%SRCROOT%"}
