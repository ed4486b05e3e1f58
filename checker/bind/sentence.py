"""Claims of running text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from checker.bind.measure import Reading, last_segment, read_measure
from checker.bind.naming import Name, among, in_its_noun, name_of, named, respective_names
from checker.bind.period import Clock, Times
from checker.claim import Claim
from checker.passage import Passage
from checker.quantity import Quantity
from checker.rules import Rules

# a date after one of these is the date of what is compared with
_COMPARED_WITH = ("比", "较", "与", "由", "从", "同")
_STOPS = "。！？!?"
_BLANK = "\0"
_CLOCK = re.compile("[0-9]{1,2}[时点](?:[0-9]{1,2}分)?")
_HALVES_OF_NAMES = ("年", "本年", "上年", "当年")
# how far into a sentence a period may stand that the next sentences are of too
_HEAD = 8
_SEPARATORS = frozenset("、和及与，；;: \"“”（）()")
# between how many others there are and what they have: 其余三市共a, 其余10个乡镇b个村
_BESIDE = re.compile("[一-鿿]{0,6}")


@dataclass(slots=True)
class Place:
    """Where the reading stands: running numbers of the next claim, of the block, the sentence and the clause; whether the sentence
    names goals, and whether the plan of the coming year has begun (a work report names its 预期目标 once and plans from there on)."""

    index: int = 0
    block: int = 0
    sentence: int = 0
    clause: int = 0
    aiming: bool = False
    planning: bool = False

    def next_sentence(self) -> None:
        """What follows is another sentence, and so another clause."""
        self.sentence += 1
        self.clause += 1
        self.aiming = False

    def look_ahead(self, words: str, rules: Rules) -> None:
        """Whether the words name goals that the figures after them are: 主要预期目标是：…；…"""
        last = words[max(words.rfind(mark) for mark in _STOPS) + 1 :]
        if any(word in last for word in rules.wording["goals_follow"]):
            self.aiming = True
            self.planning = self.planning or any(word in last for word in rules.wording["plan_begins"])


def bind_passage(
    passage: Passage, quantities: Sequence[Quantity], place: Place, clock: Clock, goal: bool, rules: Rules
) -> tuple[list[Claim], Clock]:
    """The claims of one passage of prose, and the clock after it. `goal` says that the passage stands under a heading of goals."""
    claims: list[Claim] = []
    spans = [(passage.index(q.start), passage.index(q.end - 1) + 1) for q in quantities]
    times = Times(clock)
    names: list[Name] = []
    cursor, started, depth = 0, 0, 0
    outer, bare_outer = "", ""
    bare = _undated(passage.text, [span for q, span in zip(quantities, spans, strict=True) if _dates(q)])
    for position, (quantity, (begin, stop)) in enumerate(zip(quantities, spans, strict=True)):
        between = passage.text[started:begin]
        if any(mark in between for mark in _STOPS):
            place.next_sentence()
            times.next_sentence()
            names, depth = [], 0
            cursor = max(cursor, started + max(between.rfind(mark) for mark in _STOPS) + 1)
        elif ";" in between:
            place.clause += 1
        place.look_ahead(between, rules)
        opened, depth = depth > 0, max(0, depth + between.count("(") - between.count(")"))
        times.past(_inserted(claims) and between.startswith(("，", ";")))
        times.bracket(opened, depth > 0, bool(claims) and "paren" in claims[-1].cues)
        started = stop
        _tell_time(times, quantity, passage.text, (begin, stop), claims, place, rules)
        if not quantity.arithmetic:
            continue
        lead, outer = _around_brackets(passage.text[max(cursor, begin - 80) : begin], outer)
        undated, bare_outer = _around_brackets(bare[max(cursor, begin - 80) : begin], bare_outer)
        cursor = stop
        tail = passage.text[stop : min(spans[position + 1][0] if position + 1 < len(spans) else stop + 30, stop + 30)]
        own = respective_names(undated.replace(_BLANK, ""), rules)
        claim = _claim(quantity, (lead, undated.replace(_BLANK, ""), tail), claims, own, names, place, depth, goal, rules)
        base = claim.modality == "base"
        claims.append(replace(claim, period=times.of(base), dated=times.said(base)))
        names = own or names
        place.index += 1
    place.next_sentence()
    return claims, times.passage


def _inserted(claims: list[Claim]) -> bool:
    """Whether the last figure is a level of the past behind one of the same clause; where it heads its clause all of that is of then."""
    return len(claims) > 1 and claims[-1].modality == "base" and claims[-2].clause == claims[-1].clause


def _tell_time(
    times: Times, quantity: Quantity, text: str, span: tuple[int, int], claims: list[Claim], place: Place, rules: Rules
) -> None:
    """What a date, or 五年来 and 过去五年, say of when the figures after them hold."""
    begin, stop = span
    if quantity.when is None or text.startswith(rules.wording["priced"], stop):
        return
    first = max(text.rfind(mark, 0, begin) for mark in _STOPS) + 1
    opens = (not claims or claims[-1].sentence != place.sentence) and begin - first <= _HEAD
    if quantity.arithmetic:
        words = rules.wording
        if text.startswith(words["years_after"], stop) or text.endswith(words["years_before"], 0, begin):
            times.reviewed(quantity, opens, not claims)
    elif begin and text[begin - 1] in _COMPARED_WITH:
        times.compared(quantity)
    else:
        times.told(quantity, opens, not claims)


def _around_brackets(lead: str, outer: str) -> tuple[str, str]:
    """The lead without what a bracket before it holds, going on where the words before the bracket stopped (`outer`), and the words before
    a bracket that it opens."""
    closed, opened = lead.find(")"), lead.rfind("(")
    if closed >= 0 and "(" not in lead[:closed]:
        return outer + lead[closed + 1 :], outer
    return lead, lead[:opened] if opened >= 0 and ")" not in lead[opened:] else outer


def _dates(quantity: Quantity) -> bool:
    """Whether a figure only says when; 年初, 年末 and 本年 may be half of a name (年初预算, 本年收入合计)."""
    return quantity.when is not None and not quantity.arithmetic and not quantity.text.startswith(_HALVES_OF_NAMES)


def _undated(text: str, dates: Sequence[tuple[int, int]]) -> str:
    """The text with its dates and the hours right behind them blanked out, each character for a character."""
    for begin, stop in dates:
        clock = _CLOCK.match(text, stop)
        stop = clock.end() if clock is not None else stop
        text = text[:begin] + _BLANK * (stop - begin) + text[stop:]
    return text


def _claim(
    quantity: Quantity,
    words: tuple[str, str, str],
    claims: list[Claim],
    own: list[Name],
    names: list[Name],
    place: Place,
    depth: int,
    goal: bool,
    rules: Rules,
) -> Claim:
    """The claim of a figure; `words` are those before it, the same without dates, and those after it; `own` are the names it opens a list
    of (分别), `names` those of the list it may stand in."""
    lead, undated, tail = words
    previous = claims[-1] if claims and claims[-1].sentence == place.sentence else None
    reading = read_measure(quantity, lead, tail, rules)
    enumerated = previous is not None and set(lead) <= _SEPARATORS and lead != ""
    if enumerated and previous is not None and previous.quantity.dimension == quantity.dimension:
        reading = Reading(previous.measure, previous.direction, previous.modality, previous.average, previous.cues)
    name = own[0] if own else name_of(undated, reading.measure, rules)
    if not own and enumerated and names:
        place_in_list = _run_length(claims, place.sentence)
        name = names[place_in_list] if place_in_list < len(names) else name
    elif not name.indicator and not own and reading.measure in ("level", "mean"):
        start, stop, identity = rules.indicator_span(last_segment(undated))
        if identity and not among(last_segment(undated), stop):
            name = Name(name.text, identity, named(last_segment(undated)[:start], rules).text)
    if previous is not None and _BESIDE.fullmatch(lead) and (others := _of_the_others(previous, rules)):
        name = Name(others + lead)
    cues = reading.cues | {"paren"} if depth else reading.cues
    modality = "target" if (goal or place.aiming or place.planning) and reading.modality == "result" else reading.modality
    return Claim(
        quantity=in_its_noun(quantity, name.text, rules),
        index=place.index,
        measure=reading.measure,
        name=name.text,
        indicator=name.indicator,
        subject=name.subject,
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


def _of_the_others(count: Claim, rules: Rules) -> str:
    """其余三座a, 其余三市共b: how many others there are names what follows; '' if the count says nothing of others."""
    said = last_segment(count.lead).strip("、，;和及与")
    return said + count.quantity.text if said in rules.wording["others"] and count.quantity.dimension.startswith("count:") else ""


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
