"""Lists of parts that some words open, and the wholes they may belong to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from checker.claim import Claim
from checker.relate.clause import apiece, coordinated, full_lead, last_words, referred, silent
from checker.relate.lists.appended import appended, behind
from checker.relate.lists.apposition import by_industry, of_the_product, told_names
from checker.relate.lists.behind_rates import set_behind
from checker.relate.lists.beside import companion_of, companions
from checker.relate.lists.caveats import above_a_mark, and_so_on, came_and_went, counted_twice, no_whole_of, summed_up
from checker.relate.lists.closed import partition
from checker.relate.lists.cohesion import cohesion, counts, granted, income_behind, of_another_unit, worked_out
from checker.relate.lists.completeness import complete, followed, of_counted_places
from checker.relate.lists.kinds import picked
from checker.relate.lists.members import closes, joint, joints, run_of, told_set
from checker.relate.lists.openers import composed, opened
from checker.relate.lists.periods import in_time
from checker.relate.lists.spoken_of import among, names, taken_apart, topic, twice
from checker.relate.lists.turns import by_turns, called, divided, told_each
from checker.relate.sorts import amount, one_thing, opposed
from checker.rules import Rules

# how sure it is that a list leaves none out whose other figures add up; how many steps a sum must have to be no accident
_SURE, _TELLING = 0.98, 20
_AGAIN, _MEASURED, _STATED = 0.96, 0.97, 0.9
_RESTS = ("其余", "余下", "剩余", "其他", "其它")
# lists that 等 or a rest cuts short
_OPEN_ENDED = 0.35
# 56人及以上即属大班额: from where on something is so
_COLON = re.compile("[一-鿿]{0,8}:")
_MARKS = ("以上", "以下", "以内")
_NEAR, _FAR, _MOST_WHOLES, _BARE = 12, 24, 4, 4


@dataclass(frozen=True, slots=True)
class Listing:
    """Parts named one after the other and the wholes they may belong to, likeliest first.

    `overlap` are members counted in two parts; `bound` is how sure the wording is that the parts are parts of the first whole; `complete`
    how sure it is that none is left out.
    """

    wholes: tuple[Claim, ...]
    parts: tuple[Claim, ...]
    overlap: tuple[Claim, ...]
    bound: float
    complete: float

    def trust(self, whole: Claim, parts: tuple[Claim, ...]) -> float:
        """How sure it is that these parts add up to this whole: parts that exceed it cannot be too few, measured ones not counted twice."""
        if not self.exceeds(whole, parts):
            return self.bound * self.complete
        beside = parts[0].index == whole.index + 1 and parts[0].clause == whole.clause and "part" in parts[0].cues
        return max(self.bound, _MEASURED) if beside and not counts(whole) and self.bound >= _STATED else self.bound

    def exceeds(self, whole: Claim, parts: tuple[Claim, ...]) -> bool:
        """Whether the parts, none of them counted twice by the words, are more than the whole."""
        return not self.overlap and sum((part.quantity.interval.low for part in parts), Decimal(0)) > whole.quantity.interval.high

    def adds_up(self) -> bool:
        """Whether the parts make up the first whole, so finely that it is no accident."""
        return self._makes_up(self.wholes[0])

    @property
    def whole(self) -> Claim:
        """The first whole that the parts make up so finely, else the likeliest."""
        return next((whole for whole in self.wholes if self._makes_up(whole)), self.wholes[0])

    def _makes_up(self, whole: Claim) -> bool:
        interval = sum((part.quantity.interval for part in self.parts[1:]), self.parts[0].quantity.interval)
        fine = whole.quantity.step * _TELLING <= whole.quantity.value
        return len(self.parts) > 1 and fine and whole.quantity.interval.meets(interval)


def listings(sentences: Sequence[list[Claim]], rules: Rules, before: Callable[[Claim, int], Iterator[Claim]]) -> Iterator[Listing]:
    """Every listing in running text that some words open: 其中, 包括, 分别, a colon or a bracket. `before` walks back through a block."""
    listed: dict[int, Claim] = {}
    called_so: dict[str, Claim] = {}
    previous: list[Claim] = []
    for sentence in sentences:
        for position, head in enumerate(sentence):
            bound = opened(sentence, position) or composed(sentence, position) or _appended(sentence, position, listed, rules)
            anew = not bound and _anew(sentence, position, listed, rules)
            if not bound and not anew:
                continue
            run = _respective(sentence, position, rules) or run_of(sentence, position, opened, rules)
            wholes = [listed[sentence[position - 1].index]] if anew else _wholes(run, before, listed, full_lead(sentence, position))
            named = called_so.get(topic(full_lead(sentence, position)))
            if not wholes and named is not None and named.quantity.dimension == head.quantity.dimension:
                wholes = [named]  # 工业投资中，甲a，乙b: of what bears that name in a paragraph before
            bound = _AGAIN if not bound or _announced(sentence, head, len(run)) else bound
            if granted(head, wholes) or any(part.quantity.text.endswith(_MARKS) for part in run):
                continue
            listed.update((part.index, wholes[0] if wholes else head) for part in run)
            if wholes:
                found = _listing(sentence, run, wholes, bound, rules)
                yield from vouched([found, *_rows_beside(sentence, previous, found)])
        amounts = [c for c in sentence if amount(c) and c.modality == "result" and "paren" not in c.cues]
        called_so.update((c.name, c) for c in amounts if len(c.name) > 2)
        previous = sentence


def _listing(sentence: list[Claim], run: list[Claim], wholes: list[Claim], bound: float, rules: Rules) -> Listing:
    head = run[0]
    lead = full_lead(sentence, head.index - sentence[0].index)
    near = head.sentence - wholes[0].sentence <= 1 or divided(lead) or names(topic(lead), wholes[0])
    marks = joints(sentence, run)
    sure = bound * (1.0 if near else 0.7) * cohesion(sentence, run, wholes[0], rules)
    overlap = twice(sentence, run)
    # who names the members counted twice has named all the others
    whole_list = 0.97 if overlap else complete(rules, wholes[0], run, lead, marks, followed(rules, sentence, run))
    if appended(sentence, run, rules) and whole_list > _OPEN_ENDED:
        whole_list = _SURE  # 其中 may pick some of the parts, a bare list does not
    told = told_names(sentence, run) if by_turns(head) and wholes[0].clause == head.clause else []
    all_told = _announced(sentence, head, len(run)) or partition(rules, told) or told_each(rules, sentence, run, wholes[0])
    all_told = all_told or in_time(sentence, run, wholes[0]) or picked(rules, sentence, wholes[0], run)
    all_told = all_told or of_counted_places(sentence, wholes[0], run)
    if all_told and whole_list > _OPEN_ENDED:
        sure, whole_list = max(sure, bound), _SURE  # 债券a用于四类项目：甲b、乙c、丙d、丁e
    if len(marks) == 1 and of_another_unit(sentence, run) or summed_up(sentence, run) or and_so_on(wholes[0], run):
        whole_list = min(whole_list, 0.3)
    elsewise = income_behind(sentence, run) or worked_out(run, wholes[0]) or came_and_went(rules, run) or above_a_mark(run)
    if not overlap and (counted_twice(sentence, run) or elsewise):
        sure = 0.3
    return Listing(tuple(wholes), tuple(run), overlap, sure, whole_list)


def _announced(sentence: list[Claim], head: Claim, count: int) -> bool:
    """Whether as many things as there are members were counted right before the colon that opens a list."""
    before = sentence[head.index - sentence[0].index - 1] if head.index > sentence[0].index else None
    if before is None or _COLON.match(head.lead) is None or not before.quantity.dimension.startswith("count:"):
        return False
    return before.quantity.exact and before.quantity.value == count > 1 and before.quantity.dimension != head.quantity.dimension


def _appended(sentence: list[Claim], position: int, listed: dict[int, Claim], rules: Rules) -> float:
    """How sure it is that a figure begins a list of the one right before it, which no word opens."""
    head = sentence[position]
    if not position or not behind(head) or not amount(head) or sentence[position - 1].index in listed:
        return 0.0
    run = run_of(sentence, position, opened, rules)
    return appended(sentence, run, rules) or set_behind(sentence, position, run, rules)


def _anew(sentence: list[Claim], position: int, listed: dict[int, Claim], rules: Rules) -> bool:
    """286个项目中，产业类167个、民生类119个；续建148个、新开工138个: a closed set of names behind a list, of the same things."""
    head = sentence[position]
    if not position or not head.lead.startswith(";") or not amount(head) or sentence[position - 1].index not in listed:
        return False
    run, before = run_of(sentence, position, opened, rules), sentence[position - 1]
    alike = before.quantity.dimension == head.quantity.dimension and before.modality == head.modality and one_thing(before, head)
    names = [part.name for part in run]
    done = len(names[0]) > max(map(len, names[1:]), default=0) + 1 and "按" not in head.lead  # ；鉴定C级c栋、D级d栋
    filled = joints(sentence, run) in ({"、"}, {"，"} if run[-1] is sentence[-1] and max(map(len, names)) <= _BARE else {"、"})
    # 重度残疾c、非重度残疾d as well, but not 甲c、其他d
    return alike and len(run) > 1 and filled and not done and not closes(rules, run[-1]) and told_set(rules, run)


def _rows_beside(sentence: list[Claim], previous: list[Claim], found: Listing) -> Iterator[Listing]:
    """户 and 人 of one list: what its members state beside their own figures adds up to what their whole states beside its own."""
    whole = found.wholes[0]
    around = sentence if whole.sentence == sentence[0].sentence else previous
    for row in companions(sentence, found.parts):
        beside = companion_of(around, whole, row[0]) if around and around[0].sentence == whole.sentence else None
        if beside is not None and beside.index < found.parts[0].index:
            yield Listing((beside,), tuple(row), (), found.bound, found.complete)


def vouched(rows: list[Listing]) -> list[Listing]:
    """Rows of one list: where what its members state beside their figures adds up, none of them is left out, of the others either."""
    whole = [row.adds_up() for row in rows]
    return [replace(row, complete=max(row.complete, _SURE)) if any(whole[:at] + whole[at + 1 :]) else row for at, row in enumerate(rows)]


def _respective(sentence: list[Claim], position: int, rules: Rules) -> list[Claim]:
    """分别为a、b和c: the figures that 分别 speaks for, and the rest (其余三市d); a clause of its own begins another matter."""
    head = sentence[position]
    if not by_turns(head):
        return []
    end = position + 1
    while end < len(sentence) and (silent(sentence[end]) or joint(sentence[end]) == "、") and not opened(sentence, end):
        end += 1
    behind = range(end, min(end + 2, len(sentence)))  # the number of the others (三市) stands between
    end = max((at + 1 for at in behind if amount(sentence[at]) and closes(rules, sentence[at])), default=end)
    return [c for c in sentence[position:end] if c.quantity.dimension == head.quantity.dimension]


def _loose(part: Claim, listed: dict[int, Claim]) -> bool:
    """Whether a figure is in a list of which no whole was found: its head stands for that."""
    whole = listed.get(part.index)
    return whole is not None and listed.get(whole.index) is whole


def _told_here(nearest: Claim, head: Claim, lead: str) -> bool:
    return nearest.index == head.index - 1 and lead.startswith("，") and not coordinated(nearest)


def _wholes(run: list[Claim], before: Callable[[Claim, int], Iterator[Claim]], listed: dict[int, Claim], lead: str) -> list[Claim]:
    """Amounts of the same kind before the list, nearest first, whatever their size: a slip must not choose another whole. A part of an
    earlier list is the whole of a later one only where it stands right before it; what is taken apart anew (按来源分…。按用途分…) is the
    whole of the list before."""
    head = run[0]
    # 净增数依次为; 减少人员中，…: increases make up an increase, and what fell a fall
    spoken, moved = among(lead), "增" if "增" in lead else "减" if "减" in topic(lead) else ""
    near = list(before(head, _FAR if divided(lead) or topic(lead) or by_industry(lead) else _NEAR))
    alike = [other for other in near if other.quantity.dimension == head.quantity.dimension and not apiece(other)]
    sorted_out = [other for other in alike if amount(other) or moved and other.measure == "change"]
    open_ones = [other for other in sorted_out if other.modality != "base" and "paren" not in other.cues]
    open_ones = [other for other in open_ones if not no_whole_of(head, other, near, divided(lead))]
    found = [other for other in open_ones if one_thing(head, other) or spoken and other.index == head.index - 1 and not coordinated(other)]
    found = [other for other in found if not opposed([part.name for part in run], other.name)]

    # 143眼中有39眼未通电，其中甲19眼、…: what is some of another, and alone is, is the whole of what follows it
    whole = listed.get(alike[0].index) if alike and alike[0].sentence == head.sentence and "其中" in lead else None
    alone = whole is not None and whole.index < alike[0].index and sum(other is whole for other in listed.values()) == 1

    def farther(other: Claim) -> tuple[bool, bool, bool]:
        beside = other.index == head.index - 1 and other.sentence == head.sentence or alone and other is alike[0]
        return moved not in last_words(other), other.index in listed and not beside, referred(other)

    if noun := topic(lead) or taken_apart(lead):
        called_so = [other for other in found if names(noun, other)]
        # at the head of a sentence 重点项目中 is of nothing else
        begins = not near or near[0].sentence != head.sentence or lead.startswith(";")
        found = called_so if called_so or begins else found
    if divided(lead):
        found = [other for other in found if called(head) in last_words(other) and not last_words(other).startswith(_RESTS)]
    if by_industry(lead):
        found = [other for other in found if of_the_product(lead, other)]
    nearest = found[0] if found else None
    if divided(lead) and nearest is not None and _loose(nearest, listed):
        return []  # 按险种分，…依次为a、b、c；按缴费分，…: of a whole that nobody tells
    if by_turns(head):
        found = [other for other in found if not (other.index in listed and (silent(other) or coordinated(other)))]
    found.sort(key=farther)
    # 农民工t，按去向看，省外a，…: not what stands right before, but the list it is in
    if nearest is not None and nearest.index in listed and divided(lead) and not _told_here(nearest, head, lead):
        again = listed[nearest.index]
        found = [again, *(other for other in found if other is not again)]
    return found[:_MOST_WHOLES]
