"""Which contradictions are proven: the evidence that brought the figures together against the chance that it misled."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from math import log10, prod

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
# The same where the trust was measured on clean documents and not judged: such trust says less than it could, and the figures are many.
MEASURED_RATE = 0.05
# Odds in favour of a slip from which a weaker relation accuses.
ODDS = 4.0


@dataclass(slots=True)
class Weighed:
    """`agreeing` verdicts, `proven` contradictions, and how strongly agreement vouches for each claim (decimal orders of improbability)."""

    agreeing: list[Verdict] = field(default_factory=list)
    proven: list[Verdict] = field(default_factory=list)
    support: dict[int, float] = field(default_factory=dict)
    abstained: list[Verdict] = field(default_factory=list)


# From this trust a relation accuses though no slip of the pen on a figure that nothing vouches for would mend it. Below, the words are
# wrong oftener than a figure is out of date or not recomputed: in 63 clean documents by other hands 14 of the 30 false findings were of
# this sort, of 391 slips found in drafts 26, some ten of them shares and rates, which are kept.
_SURE = 0.97
# Up to this trust what only the figures of a table suggest, and what takes a difference first, accuses by slips of the pen alone: in 108
# clean documents at first sight 11 of the 37 false findings were of this sort, of 565 slips found 4. A miscount is judged up to it too.
_CERTAIN = 0.98
# What is not miswritten but out of date, or not recomputed, is seldom off by more than this, the less sure the words are
_LEAST = ((0.98, Decimal("0.6")), (_SURE, Decimal("0.75")), (0.0, Decimal("0.85")))
# a growth rate moves more from year to year than an amount or a share, and one is taken for another (ten years' for one year's)
_LEAST_OF_RATES = ((_SURE, Decimal("0.1")), (0.0, Decimal("0.6")))
# a mend that would hold by accident this seldom tells of a slip whatever else is wrong beside it
_TELLING = 0.02
# how far apart the sum of gathered parts and their whole may be for a figure to have been miswritten rather than a part overlooked
_NEAR = Decimal("0.1")
# what is counted wrongly is off by one or two, a large number by little; by more another list was taken for the one that is meant
_MISCOUNTED = 2
_MISCOUNTED_OF_MANY = Decimal("0.05")
# a mend that would hold by accident this often says nothing
_IDLE = 0.8
_BOUNDS = frozenset({"at-most", "at-least", "within", "bracket"})
# the kinds of relation that a miswritten amount breaks; days, numbers of things listed and units are mistaken in other ways
_AMOUNTS = frozenset({"share", "total", "growth", "table", "order", "repeat"})
# of the false findings without a mend none was of these kinds, of the slips ten were
_QUOTIENTS = frozenset({"share", "growth"})


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
    weighed.agreeing = _each_once(weighed.agreeing)
    for verdict in weighed.agreeing:
        _vouch(weighed.support, verdict)
    odds = _shared_odds(best.values(), weighed.support)
    doubted = _of_several_slips(best.values(), weighed.support)
    for verdict in best.values():
        if id(verdict) not in doubted and _proven(verdict, weighed.support, odds):
            weighed.proven.append(verdict)
    return weighed


def _each_once(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """One relation of the same figures is one, whatever brought them together: the surest tells it."""
    surest: dict[tuple[object, ...], Verdict] = {}
    for verdict in verdicts:
        key = _said_of(verdict)
        if key not in surest or verdict.relation.trust > surest[key].relation.trust:
            surest[key] = verdict
    return [verdict for verdict in verdicts if surest[_said_of(verdict)] is verdict]


def _said_of(verdict: Verdict) -> tuple[object, ...]:
    """The figures in their roles; a sum is the same in any order and under any rule."""
    relation = verdict.relation
    figures = [claim.index for claim in relation.claims]
    if relation.rule.form != "sum" or any(term.claim is None or term.claim.sources for term in relation.terms):
        return relation.rule.id, relation.question, *figures
    return "sum", figures[0], *sorted(figures[1:])


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
    say the reading is one piece of evidence, not several: they say it of one another's thing. So is one sum that is told by two rules."""
    mended: dict[tuple[int, str], dict[frozenset[int], float]] = {}
    rate: dict[tuple[int, str], float] = {}
    for verdict in contradictions:
        relation = verdict.relation
        figures = frozenset() if relation.rule.form == "equal" else frozenset(claim.index for claim in relation.claims)
        for mend, claim in _suspects(verdict, support):
            trust, key = min(relation.trust, 0.99), (claim.index, mend.reading)
            weights = mended.setdefault(key, {})
            weights[figures] = max(weights.get(figures, 0.0), trust / (1 - trust) / max(mend.chance, 1e-6))
            rate[key] = max(rate.get(key, 0.0), MEASURED_RATE if relation.rule.weights else SLIP_RATE)
    return {key: rate[key] * prod(weights.values()) for key, weights in mended.items()}


def _of_several_slips(contradictions: Iterable[Verdict], support: dict[int, float]) -> set[int]:
    """The contradictions of one rule over one figure that no single slip explains and none of their own tells of: three shares of a
    wrong whole are one misreading."""
    over: dict[tuple[str, int], list[Verdict]] = {}
    for verdict in contradictions:
        if stated(verdict) and verdict.relation.trust < _SURE and verdict.relation.rule.kind in _AMOUNTS:
            for claim in verdict.relation.claims:
                over.setdefault((verdict.relation.rule.id, claim.index), []).append(verdict)
    doubted: set[int] = set()
    for verdicts in over.values():
        slips = [{(claim.index, mend.reading) for mend, claim in _suspects(verdict, support)} for verdict in verdicts]
        if len(verdicts) > 1 and not set.intersection(*slips):
            doubted.update(id(v) for v in verdicts if min((m.chance for m, _ in _suspects(v, support)), default=1.0) > _TELLING)
    return doubted


def _suspects(verdict: Verdict, support: dict[int, float]) -> list[tuple[Mend, Claim]]:
    pairs = []
    for mend in verdict.mends:
        claim = verdict.relation.terms[mend.index].claim
        # that a point slipped mends much; where the words say little it explains too much
        if mend.slip == "scale" and verdict.relation.rule.weights:
            continue
        if claim is not None and support.get(claim.index, 0.0) < VOUCHED:
            pairs.append((mend, claim))
    return pairs


def _may_be_miswritten(verdict: Verdict, support: dict[int, float]) -> bool:
    """Whether a slip of the pen mends the contradiction, or the words are sure and the figure as near as that of another year or stage
    would stand. Otherwise the words were taken for what they do not say rather than a figure miswritten. What is counted must be near; what
    is worked out, of no more than trusted words, is off by a slip or computed over the wrong level."""
    rule, trust = verdict.relation.rule, verdict.relation.trust
    if rule.kind == "count" and verdict.computed is not None and trust < _CERTAIN:
        return bool(verdict.mends) or _miscounted(verdict)
    if trust < _CERTAIN and _worked_out(verdict) and not _suspects(verdict, support):
        return _over_the_new_level(verdict)
    if rule.form == "sum" and trust < _SURE and _by_any_digit(verdict, support) and not _miscounted(verdict):
        return False
    if verdict.computed is None or rule.kind not in _AMOUNTS or rule.form in _BOUNDS:
        return True
    # the slips of figures behind an implied level are not tried; a rate over last year's base is near, and no slip of the pen
    implied = any(t.claim is not None and t.claim.sources for t in verdict.relation.terms)
    sure = trust >= _SURE or implied or rule.kind in _QUOTIENTS and not verdict.mends
    if not sure or verdict.mends:
        return sure or bool(_suspects(verdict, support))
    told, computed = verdict.relation.terms[0].interval.middle, verdict.computed.middle
    table = _LEAST_OF_RATES if rule.kind == "growth" else _LEAST
    least = next(least for lowest, least in table if trust >= lowest)
    return bool(told and computed) and least <= abs(told / computed) <= 1 / least and (told < 0) == (computed < 0)


def _worked_out(verdict: Verdict) -> bool:
    """Whether only the figures of a table suggest the relation, or it is of points between percentages or takes a difference first."""
    rule, first = verdict.relation.rule, verdict.relation.terms[0].claim
    points = rule.form == "difference" and first is not None and first.quantity.dimension == "point"
    return points or rule.form == "increment" or rule.evidence == "table" and rule.form != "equal"


def _over_the_new_level(verdict: Verdict) -> bool:
    """Whether the rate is the change as a share of the level reached: a rate of growth got wrong without a slip of the pen."""
    rate, *given = (term.interval for term in verdict.relation.terms)
    return verdict.relation.rule.form == "increment" and given[1].low > 0 and (given[0] / given[1]).meets(rate)


def _by_any_digit(verdict: Verdict, support: dict[int, float]) -> bool:
    """Whether the figures are counts so short that one digit or another mends them whatever they are."""
    slips = [mend for mend, _ in _suspects(verdict, support)]
    counts = bool(slips) and all(claim.quantity.dimension.startswith(("count:", "person")) for claim in verdict.relation.claims)
    return counts and all(mend.chance > _IDLE and mend.slip == "digit" for mend in slips)


def _miscounted(verdict: Verdict) -> bool:
    """Whether the figures are as near as those of one who counted wrongly."""
    assert verdict.computed is not None
    told = verdict.relation.terms[0].interval.middle
    off = abs(verdict.computed.middle - told)
    return off <= _MISCOUNTED or off <= abs(told) * _MISCOUNTED_OF_MANY


def _close(verdict: Verdict) -> bool:
    """Whether the figures lie as near to one another as those of adjoining years, or with two digits in each other's place, do."""
    told = verdict.relation.terms[0].interval.middle
    return verdict.computed is not None and bool(told) and abs(verdict.computed.middle / told - 1) <= _NEAR


def _proven(verdict: Verdict, support: dict[int, float], odds: dict[tuple[int, str], float]) -> bool:
    claims = verdict.relation.claims
    if verdict.relation.gathered and not verdict.mends and not _close(verdict):
        # no slip of the pen explains it: a part is not named, or is counted twice
        return False
    if stated(verdict):
        if not _may_be_miswritten(verdict, support):
            return False
        return verdict.relation.trust >= _SURE or any(support.get(c.index, 0.0) < VOUCHED for c in claims)
    return any(odds[claim.index, mend.reading] >= ODDS for mend, claim in _suspects(verdict, support))
