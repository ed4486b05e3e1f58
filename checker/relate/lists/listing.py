"""Lists of parts that some words open, and the wholes they may belong to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from checker.claim import Claim
from checker.relate.clause import apiece, band, coordinated, full_lead, last_words, referred, silent
from checker.relate.lists.members import companion_of, companions, complete, joint, joints, partition, run_of
from checker.relate.lists.turns import TURNS, all_of_a_class, by_turns, called, divided, of_the_same
from checker.relate.sorts import amount, one_thing, opposed
from checker.rules import Rules

# how sure it is that a list leaves none out whose other figures add up; how many steps a sum must have to be no accident
_SURE, _TELLING = 0.98, 20
_NEAR, _FAR, _MOST_WHOLES = 12, 24, 4
_SHORT = 6
_ENDING = 2
_NOT_AMONG = ("中央", "中西", "中东", "中部", "中学", "中级", "中等", "中国", "中心", "中期", "中长", "中小学", "中型")
_AMONG = re.compile(r"(?:[^，。；、;:(]{0,12}[^，。；、;:(集其]|^)中[，,:]|，后者中")
_PLAIN_TURNS = re.compile("[，,]?(?:涉及|所涉|其)?(?:金额|资金|数量|人数|面积|投资|规模|长度)?(?:分别|依次)")
_ABOVE = ("超过", "以上", "突破", "高于", "大于")
_OPENING = ("资金来源", "其中", "当中", "包括", "分为", "组成", "构成", "包含")
_SEPARATORS = frozenset('、和及与，；;: "“”（）()')


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
        """How sure it is that these parts add up to this whole: parts that exceed it cannot merely be too few."""
        return self.bound if self.exceeds(whole, parts) else self.bound * self.complete

    def exceeds(self, whole: Claim, parts: tuple[Claim, ...]) -> bool:
        """Whether the parts, none of them counted twice by the words, are more than the whole."""
        return not self.overlap and sum((part.quantity.interval.low for part in parts), Decimal(0)) > whole.quantity.interval.high

    def adds_up(self) -> bool:
        """Whether the parts make up the first whole, so finely that it is no accident."""
        interval = sum((part.quantity.interval for part in self.parts[1:]), self.parts[0].quantity.interval)
        whole = self.wholes[0].quantity
        return whole.interval.meets(interval) and len(self.parts) > 1 and whole.step * _TELLING <= whole.value


def listings(sentences: Sequence[list[Claim]], rules: Rules, before: Callable[[Claim, int], Iterator[Claim]]) -> Iterator[Listing]:
    """Every listing in running text that some words open: 其中, 包括, 分别, a colon or a bracket. `before` walks back through a block."""
    listed: dict[int, Claim] = {}
    previous: list[Claim] = []
    for sentence in sentences:
        for position, head in enumerate(sentence):
            bound = _opened(sentence, position) or _composed(sentence, position)
            if not bound:
                continue
            run = _respective(sentence, position) or run_of(sentence, position, _opened, rules)
            wholes = _wholes(run, before, listed, full_lead(sentence, position))
            if "grant" in head.cues and not (wholes and "grant" in wholes[0].cues and "total" in wholes[0].cues):
                continue
            listed.update((part.index, wholes[0] if wholes else head) for part in run)
            if wholes:
                found = _listing(sentence, run, wholes, bound, rules)
                yield from vouched([found, *_rows_beside(sentence, previous, found)])
        previous = sentence


def _listing(sentence: list[Claim], run: list[Claim], wholes: list[Claim], bound: float, rules: Rules) -> Listing:
    head = run[0]
    lead = full_lead(sentence, head.index - sentence[0].index)
    near = head.sentence - wholes[0].sentence <= 1 or divided(lead)
    marks = joints(sentence, run)
    sure = bound * (1.0 if near else 0.7) * _cohesion(sentence, run, wholes[0], rules)
    overlap = _overlap(sentence, run)
    # who names the members counted twice has named all the others
    whole_list = 0.97 if overlap else complete(rules, wholes[0], run, lead, marks, _followed(sentence, run))
    return Listing(tuple(wholes), tuple(run), overlap, sure, whole_list)


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


def _composed(sentence: list[Claim], position: int) -> float:
    """T，由A a、B b和C c组成: 由 opens what 组成 closes."""
    head = sentence[position]
    lead = head.lead
    opens = lead[max(lead.rfind(mark) for mark in "，;:)") + 1 :].startswith("由") and amount(head)
    closes = opens and any(c.tail.startswith(("组成", "构成", "等组成", "等构成")) for c in sentence[position : position + 12])
    return 0.95 if closes else 0.0


def _respective(sentence: list[Claim], position: int) -> list[Claim]:
    """分别为a、b和c: the figures that 分别 speaks for; a clause of its own begins another matter."""
    head = sentence[position]
    if not by_turns(head):
        return []
    end = position + 1
    while end < len(sentence) and (silent(sentence[end]) or joint(sentence[end]) == "、") and not _opened(sentence, end):
        end += 1
    return [c for c in sentence[position:end] if c.quantity.dimension == head.quantity.dimension]


def _cohesion(sentence: list[Claim], run: list[Claim], whole: Claim, rules: Rules) -> float:
    """How sure it is that the parts are one list of the whole's parts: 、 joins a list, and so does a closed set; a comma or semicolon
    may begin another matter unless a colon announced it; a goal has no results for parts."""
    head = run[0]
    lead = full_lead(sentence, head.index - sentence[0].index)
    apart = divided(lead) and len(run) > 2
    if whole.modality != head.modality and not apart:
        return 0.5
    if "(" in head.lead[-12:] and "其中" not in head.lead and "paren" in head.cues:
        # a bracket takes apart the figure it stands behind
        return 1.0 if whole.index == head.index - 1 and whole.tail.startswith("(") else 0.4
    if _of_others(head, whole) or _nested(sentence, run):
        return 0.3
    if apart:
        return 1.0
    closed = partition(rules, [part.name for part in run])
    beside = whole.index == head.index - 1 and whole.sentence == head.sentence and len(run) > 1
    if by_turns(head):
        if not of_the_same(head, whole, rules):
            return 0.5
        if len(run) > 1 and whole.sentence == head.sentence and all_of_a_class(rules, sentence, head, whole, len(run)):
            return 1.0
        # who is named before 分别 has figures of his own: 甲省16件，乙省和丙省分别11件和10件
        return 1.0 if beside and (closed or _PLAIN_TURNS.match(head.lead) is not None) else 0.5
    if _among(lead):
        return 1.0 if whole.sentence == head.sentence else 0.4
    announced = ":" in head.lead or closed or run[-1].name.startswith(("其余", "其他", "其它"))
    if len(run) < 2 or announced or joints(sentence, run) == {"、"} or companions(sentence, run):
        return 1.0
    return 0.9 if _one_ending([part.name for part in run]) else 0.65


def _one_ending(names: Sequence[str]) -> bool:
    """Whether all names end in the same two characters and differ before: 北库拦蓄, 南库拦蓄."""
    return all(len(name) > _ENDING for name in names) and len({name[-_ENDING:] for name in names}) == 1 and len(set(names)) == len(names)


def _nested(sentence: list[Claim], run: list[Claim]) -> bool:
    """占比超过10%的44种、超过20%的23种: what is above the one mark is above the other."""
    leads = [full_lead(sentence, part.index - sentence[0].index) for part in run]
    return sum(any(word in lead for word in _ABOVE) for lead in leads) > 1


def _followed(sentence: list[Claim], run: list[Claim]) -> bool:
    """Whether one more amount of the list's kind stands behind a comma in its clause."""
    last = run[-1]
    first = sentence[0].index
    behind = [c for c in sentence if last.index < c.index <= last.index + 3 and c.clause == last.clause and "paren" not in c.cues]
    alike_ones = [c for c in behind if amount(c) and c.quantity.dimension == last.quantity.dimension and c.modality == last.modality]
    going_on = [c for c in alike_ones if one_thing(c, last) and not _opened(sentence, c.index - first)]
    return any(not any(word in c.lead for word in ("合计", "共", "总计")) for c in going_on)


def _of_others(head: Claim, whole: Claim) -> bool:
    """员工1842人。研发人员按学历分，博士21人…: who is named before 按 is taken apart, and is not the whole."""
    before = head.lead[: head.lead.rfind("按")] if "按" in head.lead else ""
    subject = before[max(before.rfind(mark) for mark in "，、；;:(。") + 1 :]
    return len(subject) > 1 and not any(subject[i : i + 2] in whole.lead for i in range(len(subject) - 1))


def _overlap(sentence: list[Claim], run: list[Claim]) -> tuple[Claim, ...]:
    """Members counted in two parts, bracketed after the list: (同时受到两种处分的9人)."""
    first, last = run[0], run[-1]
    bracket = [c for c in sentence if first.index < c.index <= last.index + 2 and "paren" in c.cues and c not in run]
    if not any("overlap" in c.cues for c in bracket):
        return ()
    return tuple(c for c in bracket if c.quantity.dimension == last.quantity.dimension)


def _opened(sentence: Sequence[Claim], position: int) -> float:
    """How sure the words before a figure are that a list of parts begins with it; 0 if they do not say so."""
    claim = sentence[position]
    lead = full_lead(sentence, position)
    if not amount(claim) or claim.modality == "base" or band(claim) or set(lead) <= _SEPARATORS - {"("}:
        return 0.0
    if any(word in lead for word in _OPENING) or any(word in last_words(claim) for word in TURNS):
        return 0.96
    if position and (_among(lead) or last_words(claim).startswith("即") and amount(sentence[position - 1])):
        return 0.96
    # 96户中大型12户: 中 right behind a figure, unless it begins a word of its own
    among = lead.startswith("中") and not lead.startswith(_NOT_AMONG)
    if among and (lead.startswith(("中大", "中小", "中有")) or len(lead) <= _SHORT):
        return 0.9
    if "(" in lead[-12:] and "paren" in claim.cues:
        return 0.9
    if "按" in lead and "分" in lead[lead.find("按") :]:
        return 0.95
    if ":" in lead:
        return 0.8
    return 0.0


def _among(lead: str) -> bool:
    """233座水库中，大型2座: 中 ends the words right behind the whole."""
    return _AMONG.match(lead) is not None


def _wholes(run: list[Claim], before: Callable[[Claim, int], Iterator[Claim]], listed: dict[int, Claim], lead: str) -> list[Claim]:
    """Amounts of the same kind before the list, nearest first, whatever their size: a slip must not choose another whole. A part of an
    earlier list is the whole of a later one only where it stands right before it; what is taken apart anew (按来源分…。按用途分…) is the
    whole of the list before."""
    head = run[0]
    among, grown = _among(lead), "增" in lead
    near = before(head, _FAR if divided(lead) else _NEAR)
    alike = [other for other in near if other.quantity.dimension == head.quantity.dimension and not apiece(other)]
    sorted_out = [other for other in alike if amount(other) or grown and other.measure == "change"]
    open_ones = [other for other in sorted_out if other.modality != "base" and "paren" not in other.cues]
    found = [other for other in open_ones if one_thing(head, other) or among and other.index == head.index - 1 and not coordinated(other)]
    found = [other for other in found if not opposed([part.name for part in run], other.name)]

    def farther(other: Claim) -> tuple[bool, bool, bool]:
        # 净增数依次为: increases make up an increase
        beside = other.index == head.index - 1 and other.sentence == head.sentence
        return grown and "增" not in last_words(other), other.index in listed and not beside, referred(other)

    if divided(lead):
        found = [other for other in found if called(head) in last_words(other)]
    nearest = found[0] if found else None
    found.sort(key=farther)
    if nearest is not None and nearest.index in listed and divided(lead):
        again = listed[nearest.index]
        found = [again, *(other for other in found if other is not again)]
    return found[:_MOST_WHOLES]
