"""The Code Quality report of GitLab, which a merge request shows beside the changed lines.

Fields are those of https://docs.gitlab.com/ci/testing/code_quality/; `content` and `other_locations` are those of Code Climate, whose
format it is a part of.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from checker.finding import Finding, Place
from checker.render.places import end, fingerprints, relative, unread
from checker.render.words import told, unchecked
from checker.report import DocumentReport, Language, Report

_SEVERITIES: Mapping[str, str] = {"error": "major", "warning": "minor", "note": "info"}


def render(report: Report, language: Language, colour: bool) -> str:  # noqa: ARG001 - JSON has no colours; formats are called alike
    """A JSON list with an entry for each finding and, as a blocker, for each document that was not checked."""
    from json import dumps

    issues = [issue for document in report.documents for issue in _issues(document, language)]
    return dumps(issues, ensure_ascii=False, indent=2) + "\n"


def _issues(document: DocumentReport, language: Language) -> Iterator[Mapping[str, Any]]:
    path = relative(document.path)
    if document.reason is not None:
        yield {
            "type": "issue",
            "check_name": "heshu: unreadable",
            "description": unchecked(document.reason, language),
            "categories": ["Bug Risk"],
            "severity": "blocker",
            "fingerprint": unread(document),
            "location": {"path": path, "lines": {"begin": 1}},
        }
    for finding, fingerprint in zip(document.findings, fingerprints(document)[0], strict=True):
        yield _issue(path, finding, fingerprint, language)


def _issue(path: str, finding: Finding, fingerprint: str, language: Language) -> Mapping[str, Any]:
    lines = list(told(finding, language))
    others = [place for one in (finding, *finding.symptoms) for place in one.places if place is not finding.at]
    return {
        "type": "issue",
        "check_name": f"heshu: {finding.rule}",
        # one line is all that a merge request shows
        "description": "  ".join(line.strip() for line in lines),
        "content": {"body": "\n\n".join(lines)},
        "categories": ["Bug Risk"],
        "severity": _SEVERITIES[finding.severity],
        "fingerprint": fingerprint,
        "location": {"path": path, "lines": _lines(finding.at)},
        "other_locations": [{"path": path, "lines": _lines(place)} for place in others],
    }


def _lines(place: Place) -> Mapping[str, int]:
    return {"begin": place.line, "end": end(place)[0]}
