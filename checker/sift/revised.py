"""Revised here, forgotten there: one finding for each figure, or group of figures, that was revised without its fellows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from checker.claim import Claim
from checker.document import Document
from checker.finding import Finding
from checker.revision import Alignment, Broken, Carried
from checker.rules import Rule, Severity
from checker.sift.phrase import filled, place_of
from checker.verdict import Verdict

RULE = "revised-in-part"
# a relation that held with this much certainty is taken to hold by right
_CERTAIN = 0.985
# forms whose first term is worked out from the others, so that it is what a revision of these forgets
_WORKED_OUT = frozenset({"growth", "increment", "difference", "multiple", "weighted", "shift-of-share", "quotient", "product", "sum",
                         "remainder", "portion", "equal"})  # fmt: skip
# forms that say of some figures that they add up to another
_ADDED = frozenset({"sum", "remainder", "difference"})


def broken(
    carried: Sequence[Carried], verdicts: Sequence[Verdict], alignment: Alignment, present: Sequence[Verdict] = ()
) -> list[Broken]:
    """Those of the `carried` relations that do not hold now (`verdicts` are those of the same relations, in any order), unless another
    answer to the same question does, or one of the `present` document's own relations takes their place."""
    grown = _by_figure(present)
    said = {id(verdict.relation): verdict for verdict in verdicts}
    answered = {verdict.relation.question for verdict in verdicts if verdict.outcome in ("agrees", "drift")}
    found = []
    for one in carried:
        verdict = said.get(id(one.relation))
        if verdict is None or verdict.outcome != "contradicts" or verdict.relation.question in answered:
            continue
        if not _outgrown(verdict, grown):
            left = tuple(claim for claim in verdict.relation.claims if claim.index not in alignment.revised)
            found.append(Broken(one, verdict, left))
    return found


def _by_figure(verdicts: Iterable[Verdict]) -> dict[int, list[Verdict]]:
    """The verdicts on sums by the figures in them."""
    found: dict[int, list[Verdict]] = {}
    for verdict in verdicts:
        if verdict.relation.rule.form in _ADDED:
            for index in _indices(verdict):
                found.setdefault(index, []).append(verdict)
    return found


def _outgrown(verdict: Verdict, present: Mapping[int, Sequence[Verdict]]) -> bool:
    """Whether a part was added to a sum: the sum with it holds, or breaks for reasons that are just as good, and is told by itself."""
    if verdict.relation.rule.form not in _ADDED:
        return False
    mine = _indices(verdict)
    return any(
        mine < _indices(other) and (other.outcome in ("agrees", "drift") or other.relation.trust >= verdict.relation.trust)
        for other in present.get(next(iter(mine)), ())
    )


def _indices(verdict: Verdict) -> frozenset[int]:
    return frozenset(claim.index for claim in verdict.relation.claims)


def forgotten(document: Document, rule: Rule, every: Sequence[Broken], alignment: Alignment) -> tuple[Finding, ...]:
    """One finding for what hangs together, in document order; `rule` words it."""
    return tuple(sorted((_finding(document, rule, group, alignment) for group in _groups(every, alignment)), key=lambda f: f.at.start))


def _groups(every: Sequence[Broken], alignment: Alignment) -> list[list[Broken]]:
    """The broken relations by the figures that hold them together: what was revised, and what should have been."""
    root: dict[int, int] = {}

    def find(index: int) -> int:
        while root.setdefault(index, index) != index:
            root[index] = index = root[root[index]]
        return index

    groups: dict[int, list[Broken]] = {}
    shared = [[c.index for c in one.verdict.relation.claims if c.index in alignment.revised or c in _blamed(one)] for one in every]
    for first, *others in shared:
        for other in others:
            root[find(other)] = find(first)
    for one, (first, *_) in zip(every, shared, strict=True):
        groups.setdefault(find(first), []).append(one)
    return list(groups.values())


def _finding(document: Document, rule: Rule, group: list[Broken], alignment: Alignment) -> Finding:
    main = max(group, key=lambda one: (one.carried.sure, one.verdict.relation.rule.form == "equal"))
    revised = _distinct(c for one in group for c in one.verdict.relation.claims if c.index in alignment.revised)
    blamed = _distinct(c for one in group for c in _blamed(one))
    left = _distinct(c for one in group for c in one.left)
    changes = "、".join(f"{alignment.revised[c.index].quantity.text} → {c.quantity.text}" for c in revised)
    places = [place_of(document, c, "revised", False) for c in revised]
    places += [place_of(document, c, "forgotten", c in blamed) for c in left]
    words = {"changes": changes, "forgotten": "、".join(_spot(document, c) for c in blamed or left)}
    certain = any(one.carried.sure >= _CERTAIN and one.verdict.relation.rule.level == "error" for one in group)
    severity: Severity = rule.level if certain else "warning"
    rest = [one for one in group if one is not main]
    return Finding(
        rule=rule.id,
        kind=main.verdict.relation.rule.kind,
        severity=severity,
        evidence=main.verdict.relation.rule.evidence,
        zh=filled(rule.zh, words),
        en=filled(rule.en, words),
        working=main.verdict.working,
        key=_key(rule, (*revised, *left)),
        places=tuple(sorted(places, key=lambda place: place.start)),
        expected=main.verdict.expected if len(blamed) == 1 and blamed[0] is main.verdict.relation.claims[0] else "",
        slip="stale",
        symptoms=tuple(_symptom(document, one, alignment) for one in rest),
    )


def _blamed(one: Broken) -> tuple[Claim, ...]:
    """What should have been revised too: what is worked out from revised figures, or the only figure that was left."""
    relation = one.verdict.relation
    first = relation.terms[0].claim
    if relation.rule.form in _WORKED_OUT and first is not None and any(claim is first for claim in one.left):
        return (first,)
    return one.left if len(one.left) == 1 else ()


def _symptom(document: Document, one: Broken, alignment: Alignment) -> Finding:
    relation, rule = one.verdict.relation, one.verdict.relation.rule
    places = [place_of(document, c, "revised" if c.index in alignment.revised else "forgotten", False) for c in relation.claims]
    words = {"working": one.verdict.working, "figures": "、".join(place.text for place in places)}
    return Finding(
        rule.id, rule.kind, rule.level, rule.evidence, filled(rule.zh, words), filled(rule.en, words), one.verdict.working,
        _key(rule, relation.claims), tuple(sorted(places, key=lambda place: place.start)),
    )  # fmt: skip


def _key(rule: Rule, claims: Iterable[Claim]) -> str:
    return ":".join((rule.id, *(f"{claim.name}={claim.quantity.text}" for claim in claims)))


def _spot(document: Document, claim: Claim) -> str:
    line, column = document.position(claim.quantity.start)
    return f"{claim.quantity.text} ({line}:{column})"


def _distinct(claims: Iterable[Claim]) -> list[Claim]:
    return list({claim.index: claim for claim in claims}.values())


def merged(findings: Sequence[Finding], excused: Sequence[Finding]) -> tuple[Finding, ...]:
    """`findings`, of this document and of its history, each once: what a traced finding tells with its history is not told again without
    it, and what is `excused` (let pass, or known) as it stands is so with its history."""
    passed = [_starts(finding) for finding in excused]
    traced = [f for f in findings if f.rule == RULE and not all(any(_starts(g) <= e for e in passed) for g in (f, *f.symptoms))]
    told = [_starts(finding) for finding in traced]
    rest = [f for f in findings if f.rule != RULE and (f.severity == "note" or not any(_starts(f) <= places for places in told))]
    return tuple(sorted((*rest, *traced), key=lambda f: (f.at.start, f.rule)))


def _starts(finding: Finding) -> frozenset[int]:
    return frozenset(place.start for place in finding.places)
