"""Claims of running text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from checker.bind.measure import Reading, last_segment, read_measure
from checker.bind.naming import Name, completed, name_of, named, respective_names
from checker.bind.period import Clock
from checker.claim import Claim
from checker.document import Passage
from checker.quantity import Quantity
from checker.rules import Rules

# a date after one of these is the date of what is compared with
_COMPARED_WITH = ("比", "较", "与", "由", "从", "同")
_STOPS = "。！？!?"
_SEPARATORS = frozenset("、和及与，；;: \"“”（）()")


@dataclass(slots=True)
class Place:
    """Where the reading stands: running numbers of the next claim, of the block, the sentence and the clause."""

    index: int = 0
    block: int = 0
    sentence: int = 0
    clause: int = 0

    def next_sentence(self) -> None:
        """What follows is another sentence, and so another clause."""
        self.sentence += 1
        self.clause += 1


def bind_passage(
    passage: Passage, quantities: Sequence[Quantity], place: Place, clock: Clock, goal: bool, rules: Rules
) -> tuple[list[Claim], Clock]:
    """The claims of one passage of prose, and the clock after it. `goal` says that the passage stands under a heading of goals."""
    claims: list[Claim] = []
    spans = [(passage.index(q.start), passage.index(q.end - 1) + 1) for q in quantities]
    names: list[str] = []
    cursor, started = 0, 0
    depth = 0
    outer = ""
    local = base = clock
    for position, (quantity, (begin, stop)) in enumerate(zip(quantities, spans, strict=True)):
        between = passage.text[started:begin]
        if any(mark in between for mark in _STOPS):
            place.next_sentence()
            local, base, names, depth = clock, clock, [], 0
            cursor = max(cursor, started + max(between.rfind(mark) for mark in _STOPS) + 1)
        elif ";" in between:
            place.clause += 1
        depth = max(0, depth + between.count("(") - between.count(")"))
        started = stop
        if quantity.when is not None and not quantity.arithmetic:
            if passage.text[begin - 1 : begin] in _COMPARED_WITH and begin:
                base = local.at(quantity.when)
                continue
            local = base = local.at(quantity.when)
            if not claims:
                clock = Clock(local.year, clock.period) if quantity.when.year is None else local
            continue
        if not quantity.arithmetic:
            continue
        lead = passage.text[max(cursor, begin - 80) : begin]
        lead, outer = _around_brackets(lead, outer)
        cursor = stop
        tail = passage.text[stop : min(spans[position + 1][0] if position + 1 < len(spans) else stop + 30, stop + 30)]
        claim = _claim(quantity, lead, tail, claims, names, place, local, depth, goal, rules)
        if claim.modality == "base" and base is not local:
            claim = replace(claim, period=base.period)
        names = respective_names(lead) or names
        claims.append(claim)
        place.index += 1
    place.next_sentence()
    return claims, clock


def _around_brackets(lead: str, outer: str) -> tuple[str, str]:
    """The lead without what a bracket before it holds, going on where the words before the bracket stopped (`outer`), and the words before
    a bracket that it opens."""
    closed, opened = lead.find(")"), lead.rfind("(")
    if closed >= 0 and "(" not in lead[:closed]:
        return outer + lead[closed + 1 :], outer
    return lead, lead[:opened] if opened >= 0 and ")" not in lead[opened:] else outer


def _claim(
    quantity: Quantity,
    lead: str,
    tail: str,
    claims: list[Claim],
    names: list[str],
    place: Place,
    clock: Clock,
    depth: int,
    goal: bool,
    rules: Rules,
) -> Claim:
    previous = claims[-1] if claims and claims[-1].sentence == place.sentence else None
    reading = read_measure(quantity, lead, tail, rules)
    enumerated = previous is not None and set(lead) <= _SEPARATORS and lead != ""
    if enumerated and previous is not None and previous.quantity.dimension == quantity.dimension:
        reading = Reading(previous.measure, previous.direction, previous.modality, previous.average, previous.cues)
    own = respective_names(lead)
    name = named(own[0], rules) if own else name_of(lead, reading.measure, rules)
    if not own and enumerated and names:
        place_in_list = _run_length(claims, place.sentence)
        name = named(names[place_in_list], rules) if place_in_list < len(names) else name
    if not name.indicator and reading.measure in ("level", "mean"):
        start, _, identity = rules.indicator_span(last_segment(lead))
        if identity:
            name = Name(name.text, identity, named(last_segment(lead)[:start], rules).text)
    cues = reading.cues | {"paren"} if depth else reading.cues
    modality = "target" if goal and reading.modality == "result" else reading.modality
    return Claim(
        quantity=quantity,
        index=place.index,
        measure=reading.measure,
        name=name.text,
        indicator=name.indicator,
        subject=name.subject,
        period=clock.period,
        direction=reading.direction,
        modality=modality,
        average=reading.average,
        cues=cues,
        lead=lead,
        tail=tail,
        block=place.block,
        sentence=place.sentence,
        clause=place.clause,
    )


def _run_length(claims: list[Claim], sentence: int) -> int:
    """How many figures of the running enumeration stand before this one."""
    count = 0
    for claim in reversed(claims):
        if claim.sentence != sentence:
            break
        count += 1
        if "respectively" in claim.cues and not set(claim.lead) <= _SEPARATORS:
            break
    return count


def _elliptical(claim: Claim) -> bool:
    return not claim.indicator and 2 <= len(claim.name) <= 8 and claim.measure in ("level", "mean")


def inherit(claims: list[Claim], rules: Rules) -> list[Claim]:
    """Rates and changes that carry no name of their own speak of the nearest amount before them in the sentence, points of the nearest
    percentage."""
    answer: list[Claim] = []
    amount: Claim | None = None
    share: Claim | None = None
    sentence = -1
    before: Claim | None = None
    for claim in claims:
        if claim.sentence != sentence:
            amount, share, before, sentence = None, None, None, claim.sentence
        if before is not None and before.modality == "base" and not claim.name and _reached_from(before, claim):
            claim = replace(claim, name=before.name, indicator=before.indicator, subject=before.subject)
        elif amount is not None and amount.indicator and _elliptical(claim):
            claim = replace(claim, indicator=completed(claim.name, amount.name, rules))
        before = claim
        if claim.measure in ("level", "mean", "share") and claim.modality != "base" and "paren" not in claim.cues:
            if claim.quantity.dimension == "fraction":
                share = claim
            else:
                amount = claim
        elif not claim.indicator and not claim.name:
            source = (share or amount) if claim.measure == "points" else amount if claim.measure in ("rate", "change") else None
            if source is not None:
                claim = replace(claim, name=source.name, indicator=source.indicator, subject=source.subject)
        answer.append(claim)
    return answer


def _reached_from(base: Claim, claim: Claim) -> bool:
    """由a增加到b: the level reached is of what the level before it was of."""
    return claim.measure in ("level", "mean", "share", "ratio") and claim.quantity.dimension == base.quantity.dimension and base.name != ""
