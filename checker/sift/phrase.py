"""A finding as the reader of the report sees it."""

from __future__ import annotations

from checker.claim import Claim
from checker.document import Document
from checker.finding import Finding, Place
from checker.rules import Severity
from checker.sift.blame import Blame
from checker.verdict import Mend, Verdict

_SURE = 0.9


def finding(document: Document, blame: Blame) -> Finding:
    """The main relation with its places and working; the other relations of the same slip beneath it."""
    symptoms = tuple(_plain(document, verdict, blame.suspect, None) for verdict in blame.others)
    return _plain(document, blame.main, blame.suspect, blame.mend, symptoms)


def _plain(document: Document, verdict: Verdict, suspect: Claim | None, mend: Mend | None, symptoms: tuple[Finding, ...] = ()) -> Finding:
    relation = verdict.relation
    rule = relation.rule
    severity: Severity = rule.level if relation.trust >= _SURE or rule.level != "error" else "warning"
    places = [
        _place(document, figure, term.role, suspect is not None and figure.index == suspect.index)
        for term in relation.terms
        if term.claim is not None
        for figure in term.claim.sources or (term.claim,)
    ]
    first = relation.terms[0].claim
    expected = verdict.expected if suspect is not None and first is not None and suspect.index == first.index else ""
    words = {"working": verdict.working, "figures": "、".join(place.text for place in places)}
    return Finding(
        rule=rule.id,
        kind=rule.kind,
        severity=severity,
        evidence=rule.evidence,
        zh=_filled(rule.zh, words),
        en=_filled(rule.en, words),
        working=verdict.working,
        key=":".join((rule.id, *(f"{c.name}={c.quantity.text}" for c in relation.claims))),
        places=tuple(sorted(places, key=lambda place: place.start)),
        expected=expected,
        slip=mend.slip if mend is not None else "",
        symptoms=symptoms,
    )


def _filled(message: str, words: dict[str, str]) -> str:
    for name, value in words.items():
        message = message.replace("{" + name + "}", value)
    return message


def _place(document: Document, claim: Claim, role: str, suspect: bool) -> Place:
    quantity = claim.quantity
    line, column = document.position(quantity.start)
    return Place(document.text[quantity.start : quantity.end], quantity.start, quantity.end, line, column, role, suspect)
