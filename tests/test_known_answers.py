"""Invented documents of other genres with known answers (`tests/answers`): the right ones stay quiet, and of the slips in their
twins as many are caught as were when the document came in.

Each folder holds `clean.md`, `flawed.md` (the same but for some edited figures) and `gold.json`: "errors" quotes each edit ("flawed") and
the figures that it contradicts ("against"); each quote occurs once. They were written without knowledge of the code. Measure on them, learn
what a sentence of that sort means, and never fit a rule to one of them.
"""

from __future__ import annotations

import json
import tomllib
from functools import cache
from pathlib import Path

import pytest

import checker
from checker.finding import Finding

ANSWERS = Path(__file__).parent / "answers"
CASES = sorted(path.name for path in ANSWERS.iterdir() if path.is_dir())


@cache
def recorded() -> dict[str, dict[str, int]]:
    """How many slips of each document were caught, and how many findings its right version still gets."""
    found: dict[str, dict[str, int]] = tomllib.loads((ANSWERS / "recorded.toml").read_text("utf-8"))
    return found


def alarms(name: str, version: str) -> list[Finding]:
    report = checker.check((ANSWERS / name / f"{version}.md").read_text("utf-8"))
    return [finding for finding in report.findings if finding.severity != "note"]


@pytest.mark.parametrize("name", CASES)
def test_the_right_version_gets_no_more_findings_than_are_known(name: str) -> None:
    found = alarms(name, "clean")
    assert len(found) == recorded()["alarms"].get(name, 0), [finding.working for finding in found]


@pytest.mark.parametrize("name", CASES)
def test_as_many_slips_are_caught_as_ever(name: str) -> None:
    text = (ANSWERS / name / "flawed.md").read_text("utf-8")
    found = alarms(name, "flawed")
    gold = json.loads((ANSWERS / name / "gold.json").read_text("utf-8"))
    caught = sum(any(_shows(finding, text, error) for finding in found) for error in gold["errors"])
    assert caught >= recorded()["caught"][name]


def _shows(finding: Finding, text: str, error: dict[str, object]) -> bool:
    """Whether a finding quotes the edited figure, or one that it contradicts under the right kind."""
    edited, against = str(error["flawed"]), error.get("against", [])
    assert isinstance(against, list)
    here = _touches(finding, text, edited)
    return here or finding.kind == error["kind"] and any(_touches(finding, text, quote) for quote in against)


def _touches(finding: Finding, text: str, quote: str) -> bool:
    start = text.index(quote)
    return any(place.start < start + len(quote) and start < place.end for place in finding.places)
