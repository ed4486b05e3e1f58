"""Which contradictions are proven: the evidence that brought the figures together against the chance that it misled."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from math import log10

from checker.claim import Claim
from checker.verdict import Mend, Verdict

# A reading trusted at least this much is likelier right than wrong: its drift is worth a note, its agreement counts in full.
EVEN = 0.5
# A relation the wording states this surely needs no slip to explain it.
STATED = 0.9
# Decimal orders of improbability from which agreement elsewhere vouches for a figure.
VOUCHED = 2.5
# How often a figure in a draft carries a slip of the pen.
SLIP_RATE = 0.02
# Odds in favour of a slip from which a weaker relation accuses.
ODDS = 4.0


@dataclass(slots=True)
class Weighed:
    """`agreeing` verdicts, `proven` contradictions, and how strongly agreement vouches for each claim (decimal orders of improbability)."""

    agreeing: list[Verdict] = field(default_factory=list)
    proven: list[Verdict] = field(default_factory=list)
    support: dict[int, float] = field(default_factory=dict)
    abstained: list[Verdict] = field(default_factory=list)


# What is not miswritten but out of date, or not recomputed, is seldom off by more than this.
_LEAST = Decimal("0.6")
# the kinds of relation that a miswritten amount breaks; days, numbers of things listed and units are mistaken in other ways
_BOUNDS = frozenset({"at-most", "at-least", "within", "bracket"})
_AMOUNTS = frozenset({"share", "total", "growth", "table", "order"})


def weigh(verdicts: Sequence[Verdict]) -> Weighed:
    """Settle each question, then keep the contradictions whose evidence outweighs the chance of a misreading."""
    weighed = Weighed()
    best: dict[tuple[object, ...], Verdict] = {}
    for verdict in verdicts:
        if verdict.outcome == "contradicts":
            rival = best.get(verdict.relation.question)
            if rival is None or verdict.relation.trust > rival.relation.trust:
                best[verdict.relation.question] = verdict
    for verdict in verdicts:
        # what only a far less trusted reading makes agree is not vouched for by it
        if verdict.relation.abstain:
            weighed.abstained.append(verdict)
        elif verdict.outcome in ("agrees", "drift", "improbable") and verdict.relation.question not in best:
            weighed.agreeing.append(verdict)
            _vouch(weighed.support, verdict)
    odds = _shared_odds(best.values(), weighed.support)
    for verdict in best.values():
        if _proven(verdict, weighed.support, odds):
            weighed.proven.append(verdict)
    return weighed


def stated(verdict: Verdict) -> bool:
    """Whether the evidence is so strong that it accuses without any other."""
    return verdict.relation.trust >= STATED


def _vouch(support: dict[int, float], verdict: Verdict) -> None:
    relation = verdict.relation
    if verdict.chance >= 1 or relation.rule.form in _BOUNDS:
        return
    strength = -log10(max(verdict.chance, 1e-9)) * (1.0 if relation.trust >= EVEN else 0.7)
    for claim in relation.claims:
        support[claim.index] = support.get(claim.index, 0.0) + strength


def _shared_odds(contradictions: Iterable[Verdict], support: dict[int, float]) -> dict[tuple[int, str], float]:
    """For each (claim, reading): the odds that this slip happened, over all the relations it would mend. That several other figures
    say the reading is one piece of evidence, not several: they say it of one another's thing."""
    odds: dict[tuple[int, str], float] = {}
    said: dict[tuple[int, str], float] = {}
    for verdict in contradictions:
        for mend, claim in _suspects(verdict, support):
            trust = min(verdict.relation.trust, 0.99)
            key, weight = (claim.index, mend.reading), trust / (1 - trust) / max(mend.chance, 1e-6)
            if verdict.relation.rule.form == "equal":
                said[key] = max(said.get(key, 0.0), weight)
            else:
                odds[key] = odds.get(key, SLIP_RATE) * weight
    return odds | {key: odds.get(key, SLIP_RATE) * weight for key, weight in said.items()}


def _suspects(verdict: Verdict, support: dict[int, float]) -> list[tuple[Mend, Claim]]:
    pairs = []
    for mend in verdict.mends:
        claim = verdict.relation.terms[mend.index].claim
        if claim is not None and support.get(claim.index, 0.0) < VOUCHED:
            pairs.append((mend, claim))
    return pairs


def _beyond_slips(verdict: Verdict) -> bool:
    """Whether no slip of the pen makes the figures agree, and no figure of another year or another stage would stand so far off: then the
    words were taken for what they do not say rather than a figure miswritten."""
    rule = verdict.relation.rule
    if verdict.mends or verdict.computed is None or rule.kind not in _AMOUNTS or rule.form in _BOUNDS:
        return False
    told, computed = verdict.relation.terms[0].interval.middle, verdict.computed.middle
    return not (told and computed) or not _LEAST <= abs(told / computed) <= 1 / _LEAST or (told < 0) != (computed < 0)


def _proven(verdict: Verdict, support: dict[int, float], odds: dict[tuple[int, str], float]) -> bool:
    claims = verdict.relation.claims
    if verdict.relation.gathered and not verdict.mends:
        # no slip of the pen explains it: a part is not named, or is counted twice
        return False
    if stated(verdict):
        if verdict.relation.trust >= 0.97:
            return True
        return not _beyond_slips(verdict) and any(support.get(c.index, 0.0) < VOUCHED for c in claims)
    return any(odds[claim.index, mend.reading] >= ODDS for mend, claim in _suspects(verdict, support))
