"""A finding as the reader of the report sees it."""

from __future__ import annotations

from dataclasses import replace

from checker.claim import Claim
from checker.document import Document
from checker.finding import Finding, Place
from checker.relation import Relation
from checker.rules import Severity
from checker.sift.blame import Blame
from checker.verdict import Mend, Verdict

_SURE = 0.9


def finding(document: Document, blame: Blame) -> Finding:
    """The main relation with its places and working; the other relations of the same slip beneath it."""
    symptoms = tuple(_plain(document, verdict, blame.suspect, None) for verdict in blame.others)
    told = _plain(document, blame.main, blame.suspect, blame.mend, symptoms)
    # what is wrong with 48.6亿元 for 4.86亿元 is its unit, whichever relation shows it
    return replace(told, kind="unit") if told.slip == "scale" and told.kind not in ("words", "table") else told


# why figures that stand together are not compared (国家统计局《统计指标解释》: 现价, 不变价, 可比口径)
REASONS = {
    "real": ("不核对：水平按现价、增速按不变价计算，二者不能互推", "not compared: levels at current prices, growth at constant ones"),
    "comparable": ("不核对：增速按可比口径计算，与所列水平口径不同", "not compared: growth is on another footing than the levels"),
    "no quotient": ("不核对：按所写的数无法计算（除数可能为零）", "not compared: it cannot be computed (a divisor may be nought)"),
}


def note(document: Document, verdict: Verdict) -> Finding:
    """Figures that agree but for a last digit, or only if nearly all of them were rounded the same way."""
    words = ("末位相差，属舍入：", "off by a last digit, as rounding makes it: ") if verdict.outcome == "drift" else _ONE_WAY
    return replace(_plain(document, verdict, None, None), severity="note", zh=words[0] + verdict.working, en=words[1] + verdict.working)


_ONE_WAY = ("各数几乎同向舍入才能相符", "they agree only if nearly all were rounded the same way")


def abstention(document: Document, verdict: Verdict) -> Finding:
    """Figures that stand together and must not be compared, with the reason."""
    zh, en = REASONS[verdict.reason]
    return replace(_plain(document, verdict, None, None), severity="note", zh=zh, en=en)


def _plain(document: Document, verdict: Verdict, suspect: Claim | None, mend: Mend | None, symptoms: tuple[Finding, ...] = ()) -> Finding:
    relation = verdict.relation
    rule = relation.rule
    severity: Severity = rule.level if relation.trust >= _SURE or rule.level != "error" else "warning"
    shown = places(document, relation, suspect)
    first = relation.terms[0].claim
    expected = verdict.expected if suspect is not None and first is not None and suspect.index == first.index else ""
    words = {"working": verdict.working, "figures": "、".join(place.text for place in shown)}
    return Finding(
        rule=rule.id,
        kind=rule.kind,
        severity=severity,
        evidence=rule.evidence,
        zh=filled(rule.zh, words),
        en=filled(rule.en, words),
        working=verdict.working,
        key=":".join((rule.id, *(f"{c.name}={c.quantity.text}" for c in relation.claims))),
        places=shown,
        expected=expected,
        slip=mend.slip if mend is not None else "",
        symptoms=symptoms,
    )


def places(document: Document, relation: Relation, suspect: Claim | None = None) -> tuple[Place, ...]:
    """The figures of the page in a relation, in document order."""
    found = [
        place_of(document, figure, term.role, suspect is not None and figure.index == suspect.index)
        for term in relation.terms
        if term.claim is not None
        for figure in term.claim.sources or (term.claim,)
    ]
    return tuple(sorted(found, key=lambda place: place.start))


def filled(message: str, words: dict[str, str]) -> str:
    """A message of a rule with its {words} filled in."""
    for name, value in words.items():
        message = message.replace("{" + name + "}", value)
    return message


def place_of(document: Document, claim: Claim, role: str, suspect: bool) -> Place:
    """Where a figure stands, in its role."""
    quantity = claim.quantity
    line, column = document.position(quantity.start)
    return Place(document.text[quantity.start : quantity.end], quantity.start, quantity.end, line, column, role, suspect)
