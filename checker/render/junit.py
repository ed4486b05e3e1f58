"""The XML of JUnit as Jenkins, GitLab and others read it: a suite for each document, a case for each finding.

A finding that fails its document is a failure, a lesser one a case that passes and says what was found, a known or muted one is skipped,
and a document that could not be checked is an error. A document without findings is one case that passes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.finding import Finding
from checker.render.places import relative
from checker.render.words import WORDS, message, pardon, printable, told
from checker.render.xml import possible, written
from checker.report import DocumentReport, Language, Report

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_NAMES = {"zh": "数字核对", "en": "figures"}


def render(report: Report, language: Language, colour: bool) -> str:  # noqa: ARG001 - XML has no colours; formats are called alike
    """The suites of all documents."""
    from xml.etree.ElementTree import Element

    suites = [_suite(one, language) for one in report.documents]
    root = Element("testsuites", {"name": "heshu", **_counts([case for suite in suites for case in suite])})
    root.extend(suites)
    return written(root)


def _suite(report: DocumentReport, language: Language) -> Element:
    from xml.etree.ElementTree import Element

    path = possible(relative(report.path))
    seen: Counter[str] = Counter()
    cases = []
    for name, content in _cases(report, language):
        seen[name] += 1
        # no line numbers: a case should be known again after lines were added above it
        called = name if seen[name] == 1 else f"{name} ({seen[name]})"
        case = Element("testcase", name=possible(called), classname=path, file=path, time="0")
        case.extend(content)
        cases.append(case)
    suite = Element("testsuite", {"name": path, **_counts(cases), "time": "0"})
    suite.extend(cases)
    return suite


def _cases(report: DocumentReport, language: Language) -> Iterator[tuple[str, list[Element]]]:
    """The name and the result of each case; no result is a pass."""
    if report.reason is not None:
        reason = printable(report.reason[language])
        yield _NAMES[language], [_element("error", reason, message=reason, type="unreadable")]
    for finding in report.findings:
        said = "\n".join((f"{report.path}:{finding.at.line}:{finding.at.column}", *told(finding, language)))
        if report.fails(finding):
            yield _name(finding), [_element("failure", said, message=message(finding, language), type=finding.rule)]
        else:
            yield _name(finding), [_element("system-out", f"{WORDS[language][finding.severity]} {said}")]
    for finding in report.known:
        yield _name(finding), [_element("skipped", "", message=WORDS[language]["known"])]
    for muted in report.muted:
        yield _name(muted.finding), [_element("skipped", "", message=f"{WORDS[language]['muted']}: {pardon(muted, language)}")]
    if report.reason is None and not (report.findings or report.known or report.muted):
        yield _NAMES[language], []


def _name(finding: Finding) -> str:
    return f"{finding.rule}: {' '.join(printable(place.text) for place in finding.places)}"


def _element(tag: str, text: str, **attributes: str) -> Element:
    from xml.etree.ElementTree import Element

    element = Element(tag, {name: possible(printable(value)) for name, value in attributes.items()})
    element.text = possible(text) or None
    return element


def _counts(cases: list[Element]) -> dict[str, str]:
    counted = {"failures": "failure", "errors": "error", "skipped": "skipped"}
    return {
        "tests": str(len(cases)),
        **{name: str(sum(case.find(tag) is not None for case in cases)) for name, tag in counted.items()},
    }
