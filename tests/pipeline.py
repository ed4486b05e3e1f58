"""The way from a text to what is said of it, verb by verb, and figures made by hand, for the tests of bind, relate, judge and sift."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import cache

from checker.bind import bind
from checker.claim import Claim
from checker.derive import derive
from checker.document import Document
from checker.find import find
from checker.finding import Finding
from checker.judge import judge
from checker.load import rules
from checker.quantity import Quantity
from checker.read import parse
from checker.relate import relate
from checker.relate.scene import Scene
from checker.relation import Relation, Term, term
from checker.rules import Rule, Rules
from checker.sift import sift
from checker.verdict import Verdict


@cache
def pack() -> Rules:
    """The rules that ship."""
    return rules(())


def document(text: str) -> Document:
    return parse(text if text.endswith("\n") else text + "\n", "text.md")


def claims(text: str) -> tuple[Claim, ...]:
    read = document(text)
    return bind(read, find(read, pack()), pack())


def relations(text: str) -> list[Relation]:
    read = document(text)
    quantities = find(read, pack())
    found = bind(read, quantities, pack())
    answer, failures = relate(Scene(read, quantities, found, pack(), derive(found, pack())))
    assert not failures
    return answer


def verdicts(text: str) -> list[Verdict]:
    return judge(relations(text))


def findings(text: str) -> tuple[Finding, ...]:
    """Errors, warnings and notes."""
    return sift(document(text), verdicts(text)).findings


def alarms(text: str) -> list[str]:
    """Errors and warnings, worded for a failing assertion."""
    return [f"{finding.rule} {finding.severity}: {finding.working}" for finding in findings(text) if finding.severity != "note"]


def blamed(text: str) -> list[str]:
    """The suspects of errors and warnings, as written."""
    return [place.text for finding in findings(text) if finding.severity != "note" for place in finding.places if place.suspect]


def figure(text: str) -> Quantity:
    """The only figure of a text; a word goes before it, for a number that opens a line may be a heading's."""
    (quantity,) = find(document("为" + text), pack())
    return quantity


def claim(text: str, index: int = 0, direction: int = 1) -> Claim:
    """A figure that states a level, with no words around it."""
    return Claim(figure(text), index, "level", direction=direction)


def relation(form: str, texts: dict[str, str], *, trust: float = 0.98, exponent: int = 1) -> Relation:
    """A relation of `form` among figures that are written as `texts` says, role by role; roles that differ only in a number at their end
    are one role. A minus before a figure is the direction of its verb."""
    terms = [_filled(role, text, index) for index, (role, text) in enumerate(texts.items())]
    return Relation(rule_of(form), tuple(terms), (form, tuple(texts.values())), trust, Decimal(exponent))


def _filled(role: str, text: str, index: int) -> Term:
    made = claim(text.removeprefix("−"), index, -1 if text.startswith("−") else 1)
    return term(role.rstrip("0123456789"), made)


@cache
def rule_of(form: str) -> Rule:
    """A rule of that form, whatever it is of."""
    shipped = next(iter(pack().relations.values()))
    return next((rule for rule in pack().relations.values() if rule.form == form), replace(shipped, form=form))
