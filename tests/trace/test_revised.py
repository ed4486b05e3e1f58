"""Revised here, forgotten there: what held in a former version has to hold in the present one."""

from __future__ import annotations

import pytest

from checker.finding import Finding
from checker.read import parse
from checker.rules import Example
from checker.run import Request, check_document, plain


def findings(former: str, text: str) -> list[Finding]:
    before, now = (parse(one.replace("«", "").replace("»", ""), "文.md") for one in (former, text))
    return [finding for finding in check_document(now, plain(), Request(), before).findings if finding.severity != "note"]


def examples(sort: str) -> list[Example]:
    return [e for rule in plain().rules.relations.values() for e in rule.examples if e.former and e.sort == sort]


@pytest.mark.parametrize("example", [*examples("good"), *examples("quiet")])
def test_whole_and_unrelated_revisions_pass(example: Example) -> None:
    assert [finding.working for finding in findings(example.former, example.text)] == []


@pytest.mark.parametrize("example", examples("bad"))
def test_the_forgotten_place_is_named(example: Example) -> None:
    found = findings(example.former, example.text)
    assert [finding.rule for finding in found] == ["revised-in-part"]
    start = example.text.index("«")
    suspects = [place.start for place in found[0].places if place.suspect]
    assert start in suspects
