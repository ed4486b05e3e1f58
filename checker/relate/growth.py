"""Wording that ties a rate or a change to the levels before and after it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

from checker.claim import Claim
from checker.interval import Interval
from checker.relate.points import as_percent, last_clause, of_points
from checker.relate.scene import Scene
from checker.relate.sorts import amount
from checker.relation import Relation, Term, term

ONE = Interval(Decimal(1), Decimal(1))


def relations(scene: Scene) -> Iterator[Relation]:
    """Growth, change, points and multiples as the words state them, sentence by sentence."""
    for sentence in scene.sentences:
        yield from _runs_of_rates(scene, sentence)
        for position, claim in enumerate(sentence):
            if claim.measure == "change":
                yield from _change(scene, sentence, position)
            elif claim.measure == "points":
                yield from of_points(scene, sentence, position)
            elif claim.measure == "multiple":
                yield from _multiple(scene, sentence, position)


def _levels(claim: Claim) -> bool:
    return claim.measure in ("level", "mean", "share") and claim.quantity.dimension not in ("point", "multiple", "rank", "number", "")


def _runs_of_rates(scene: Scene, sentence: list[Claim]) -> Iterator[Relation]:
    position = 0
    while position < len(sentence):
        if sentence[position].measure != "rate":
            position += 1
            continue
        end = position + 1
        while end < len(sentence) and sentence[end].measure == "rate" and len(sentence[end].lead.strip("、和及与 ")) == 0:
            end += 1
        run = sentence[position:end]
        if len(run) > 1:
            yield from _respective(scene, sentence, position, run)
        else:
            yield from _single(scene, sentence, position)
        position = end


def _respective(scene: Scene, sentence: list[Claim], position: int, run: list[Claim]) -> Iterator[Relation]:
    """n levels before, n levels now, n rates: “比上年的18起、10人分别下降16.7%和20.0%”."""
    earlier = [c for c in sentence[:position] if _levels(c)]
    bases = [c for c in earlier if c.modality == "base"]
    if bases and len(bases) < len(run) and len(earlier) >= 2 * len(run):
        # only the first of an enumeration carries 比上年的
        first = earlier.index(bases[-1])
        bases = earlier[first : first + len(run)]
    nows = [c for c in earlier if c not in bases]
    if len(bases) < len(run) or len(nows) < len(run):
        return
    for rate, now, base in zip(run, nows[-len(run) :], bases[-len(run) :], strict=True):
        yield from _grown(scene, rate, now, base)


def _single(scene: Scene, sentence: list[Claim], position: int) -> Iterator[Relation]:
    rate = sentence[position]
    yield from as_percent(scene, sentence, position)
    now, base, change = _partners(scene, sentence, position)
    if now is None and change is None and position:
        now, base, change = _from_sentence_before(scene, sentence, position)
    if now is not None and not _about(rate, now):
        return
    if rate.average and position and sentence[position - 1].measure == "rate" and not sentence[position - 1].average:
        yield from _yearly(scene, rate, sentence[position - 1])
    if now is None:
        return
    if base is not None:
        yield from _grown(scene, rate, now, base)
    if "comparable" in rate.cues | now.cues:
        return
    if base is None and "环比" in rate.lead:
        yield from _from_period_before(scene, sentence, rate, now)
    if change is not None and not rate.average and not _real(scene, now):
        terms = [term("rate", rate), term("change", change), term("now", now)]
        yield scene.relation("growth-from-change", terms, ("rate", rate.index), 0.93)


def _from_sentence_before(scene: Scene, sentence: list[Claim], position: int) -> tuple[Claim | None, Claim | None, Claim | None]:
    """收支总计均为T。与上年度的S相比，各增加d，增长r%: the level now stands in the sentence before."""
    head = sentence[:position]
    if not head[0].lead.lstrip(" ").startswith(("与", "较", "比", "同")) or any(_levels(c) and c.modality != "base" for c in head):
        return None, None, None
    base = next((c for c in head if c.modality == "base" and _levels(c)), None)
    change = next((c for c in reversed(head) if c.measure == "change"), None)
    partner = base or change
    before = [c for c in scene.before(head[0], 2) if c.sentence == head[0].sentence - 1]
    if partner is None or not before or not _levels(before[0]) or not scene.same_things(before[0], partner):
        return None, None, None
    return before[0], base, change


def _from_period_before(scene: Scene, sentence: list[Claim], rate: Claim, now: Claim) -> Iterator[Relation]:
    """环比: the level of the period just before, if the sentence states it."""
    for other in sentence:
        alike = other.measure == now.measure and other.quantity.dimension == now.quantity.dimension
        if alike and other.index < now.index and _adjoins(other, now):
            terms = [term("rate", rate), term("now", now), term("base", other)]
            yield scene.relation("growth-from-levels", terms, ("rate", rate.index), 0.95)


def _adjoins(before: Claim, after: Claim) -> bool:
    """Whether one period ends the day before the other begins, both of one length in months."""
    if before.period is None or after.period is None or "part" in before.cues:
        return False
    return before.period.last + timedelta(days=1) == after.period.first and before.period.months == after.period.months


def _about(one: Claim, other: Claim) -> bool:
    """Whether a rate or multiple may speak of that level: it has no name of its own, or the same."""
    if not one.name or one.name == other.name or one.indicator and one.indicator == other.indicator:
        return True
    return bool(other.name) and (one.name in other.name or other.name in one.name)


def _partners(scene: Scene, sentence: list[Claim], position: int) -> tuple[Claim | None, Claim | None, Claim | None]:
    """The level now, the level before and the change that a rate after them speaks of."""
    near = _reach_back(sentence, position)
    bases = [c for c in near if _levels(c) and c.modality == "base"]
    bases += [c for c in sentence[position + 1 : position + 3] if c.modality == "base" and "paren" in c.cues and _levels(c)]
    changes = [c for c in near[:2] if c.measure == "change"]
    partner = bases[0] if bases else changes[0] if changes else None
    nows = [c for c in near if _levels(c) and c.modality == "result" and "paren" not in c.cues]
    if partner is not None:
        nows = [c for c in nows if scene.same_things(c, partner)]
    if not nows:
        return None, None, None
    now = nows[0]
    base = next((c for c in bases if _paired(scene, now, c)), None)
    return now, base, next((c for c in changes if scene.same_things(c, now) and c.index > now.index), None)


def _reach_back(sentence: list[Claim], position: int) -> list[Claim]:
    """The claims before a rate, nearest first, up to the rate of another level."""
    near: list[Claim] = []
    for other in reversed(sentence[max(0, position - 6) : position]):
        if other.measure == "rate" and (near or not sentence[position].average):
            break
        near.append(other)
    return near


def _paired(scene: Scene, now: Claim, base: Claim) -> bool:
    """Whether a base belongs to that level: it follows it (b，比上年的a…) or leads straight to it (由a增加到b)."""
    if not scene.same_things(now, base):
        return False
    return base.index > now.index or now.index - base.index == 1 and _leads_to(now.lead)


def _leads_to(lead: str) -> bool:
    return any(word in lead for word in ("到", "至", "为", "达"))


def _real(scene: Scene, claim: Claim) -> bool:
    indicator = scene.rules.indicators.get(claim.indicator)
    return "增加值" in claim.name or (indicator is not None and indicator.growth == "real")


def _grown(scene: Scene, rate: Claim, now: Claim, base: Claim) -> Iterator[Relation]:
    if not scene.same_things(now, base):
        return
    terms = [term("rate", rate), term("now", now), term("base", base)]
    question = ("rate", rate.index)
    abstain = "real" if _real(scene, now) or _real(scene, base) else "comparable" if "comparable" in rate.cues | now.cues else ""
    if abstain:
        yield scene.relation("growth-from-levels", terms, question, 0.0, abstain=abstain)
        return
    if rate.average:
        for years, trust in _years(scene, rate, now, base):
            yield scene.relation("average-growth", terms, question, trust, years)
        return
    fractions = now.quantity.dimension == "fraction"
    yield scene.relation("percent-for-points" if fractions else "growth-from-levels", terms, question, 0.98)


def _yearly(scene: Scene, rate: Claim, whole: Claim) -> Iterator[Relation]:
    """下降2.86%，年平均下降0.29%: the yearly rate against the rate over all years."""
    now = Term("now", ONE + whole.signed, whole, f"(1 {'−' if whole.direction < 0 else '+'} {_digits(whole)})")
    for years, trust in _years(scene, rate, whole, whole):
        terms = [term("rate", rate), now, Term("base", ONE, None, "1")]
        yield scene.relation("average-growth", terms, ("rate", rate.index), trust, years)


def _digits(claim: Claim) -> str:
    return claim.quantity.text


def _years(scene: Scene, rate: Claim, now: Claim, base: Claim) -> list[tuple[int, float]]:
    """Numbers of years that may lie between two levels, each with how sure it is: from their own dates, else from the lengths that the
    document speaks of, of which only a single one is sure."""
    if now.period and base.period and now.period.last.year > base.period.last.year:
        return [(now.period.last.year - base.period.last.year, 0.97)]
    return [(count, 0.97 if len(scene.year_lengths) == 1 else 0.6) for count in scene.year_lengths]


def _change(scene: Scene, sentence: list[Claim], position: int) -> Iterator[Relation]:
    change = sentence[position]
    if "each" in change.cues:
        return
    now = base = None
    for other in reversed(sentence[max(0, position - 4) : position]):
        if not _levels(other) or not scene.same_things(other, change):
            continue
        if other.modality == "base":
            base = base or other
        elif now is None and "paren" not in other.cues:
            now = other
    for other in sentence[position + 1 : position + 2]:
        if now is None and _levels(other) and other.modality == "result" and scene.same_things(other, change):
            now = other
    if now is not None and base is not None and _paired(scene, now, base) and _about(change, now):
        terms = [term("change", change), term("now", now), term("base", base)]
        yield scene.relation("change-of-levels", terms, ("change", change.index), 0.97)


def _multiple(scene: Scene, sentence: list[Claim], position: int) -> Iterator[Relation]:
    """是…的3倍 and 增长到3倍 are quotients; 增长2倍 is growth (国家统计局常用名词)."""
    multiple = sentence[position]
    levels = [c for c in sentence[max(0, position - 4) : position] if amount(c) and "paren" not in c.cues]
    bases = [c for c in levels if c.modality == "base"]
    nows = [c for c in levels if c.modality == "result"]
    if nows and bases and scene.same_things(nows[-1], bases[-1]) and _about(multiple, nows[-1]):
        terms = [term("multiple", multiple), term("now", nows[-1]), term("base", bases[-1])]
        grows = multiple.quantity.text[:1] != "翻" and last_clause(multiple.lead).rstrip("了约近").endswith(scene.rules.wording["increase"])
        yield scene.relation("growth-in-multiples" if grows else "multiple-of-levels", terms, ("multiple", multiple.index), 0.95)
