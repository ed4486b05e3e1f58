"""Every shipped rule proves itself on its own examples: it confirms what is right, finds what is wrong, and else keeps quiet."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import pytest

from checker.bind import bind
from checker.derive import derive
from checker.document import Document
from checker.find import find
from checker.finding import Finding
from checker.judge import judge
from checker.load import rules
from checker.read import parse
from checker.relate import relate
from checker.relate.scene import Scene
from checker.rules import Rule, Rules
from checker.sift import sift
from checker.verdict import Verdict

# rules that no source of evidence makes relations of yet: their right and wrong texts are known misses
UNMADE: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Outcome:
    """What came of a text: the verdicts of one rule and the findings of all."""

    document: Document
    verdicts: tuple[Verdict, ...]
    findings: tuple[Finding, ...]


@cache
def pack() -> Rules:
    return rules(())


def cases(sort: str) -> list[object]:
    every = [(rule, example) for rule in pack().relations.values() for example in rule.examples if example.sort == sort]
    found = [(rule, example.text) for rule, example in every if not example.former and rule.kind != "mute"]
    missed = [pytest.mark.xfail(strict=True, reason="no source of evidence makes it yet")] if sort in ("good", "bad") else []
    return [
        pytest.param(rule, text, id=f"{rule.id}-{number}", marks=missed if rule.id in UNMADE else ())
        for number, (rule, text) in enumerate(found)
    ]


def outcome(rule: Rule, text: str) -> Outcome:
    document = parse(text, "example.md")
    quantities = find(document, pack())
    claims = bind(document, quantities, pack())
    relations, failures = relate(Scene(document, quantities, claims, pack(), derive(claims, pack())))
    assert not failures
    verdicts = judge(relations)
    return Outcome(document, tuple(v for v in verdicts if v.relation.rule.id == rule.id), sift(document, verdicts).findings)


def said(findings: tuple[Finding, ...]) -> list[str]:
    return [f"{finding.rule}: {finding.working}" for finding in findings]


def confirm(rule: Rule, text: str) -> None:
    """One question of the rule is answered with yes (in a table as many as it has rows), and nothing is found."""
    came = outcome(rule, text)
    assert said(came.findings) == []
    agreed = {verdict.relation.question for verdict in came.verdicts if verdict.outcome == "agrees"}
    assert len(agreed) >= 1
    assert len(agreed) == 1 or rule.evidence == "table"


def accuse(rule: Rule, text: str) -> None:
    """One finding, of this rule or with it among its symptoms, on the marked figure."""
    start = text.index("«")
    end = text.index("»") - 1
    came = outcome(rule, text.replace("«", "").replace("»", ""))
    found = said(came.findings)
    assert len(found) == 1, f"{found} of {[(v.outcome, v.working) for v in came.verdicts]}"
    finding = came.findings[0]
    assert rule.id in {finding.rule, *(symptom.rule for symptom in finding.symptoms)}, said(came.findings)
    places = [place for part in (finding, *finding.symptoms) if part.rule == rule.id for place in part.places]
    assert any(place.start < end and start < place.end for place in places), [place.text for place in places]


@pytest.mark.parametrize(("rule", "text"), cases("good"))
def test_confirms_what_is_right(rule: Rule, text: str) -> None:
    confirm(rule, text)


@pytest.mark.parametrize(("rule", "text"), cases("bad"))
def test_finds_what_is_wrong(rule: Rule, text: str) -> None:
    accuse(rule, text)


@pytest.mark.parametrize(("rule", "text"), cases("quiet"))
def test_keeps_quiet_without_evidence(rule: Rule, text: str) -> None:
    assert [f"{v.outcome}: {v.working}" for v in outcome(rule, text).verdicts if v.outcome in ("agrees", "contradicts")] == []


@pytest.mark.xfail(strict=True, reason="a known miss")
@pytest.mark.parametrize(("rule", "text"), cases("todo"))
def test_known_misses_are_still_missed(rule: Rule, text: str) -> None:
    accuse(rule, text) if "«" in text else confirm(rule, text)
