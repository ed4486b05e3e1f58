"""Wholes and the parts that the wording lists for them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from checker.claim import Claim
from checker.relate.sorts import amount, one_thing
from checker.rules import Rules

_MOST_WHOLES = 4
_SHORT = 6
# Lists of so many parts joined by 、 named all of them in 10 of 11 real and 24 of 24 practice lists; lists of two in half.
_MANY = 3
_ARE = ("分别为", "分别是", "依次为", "依次是")
_JOINTS = {"、": "、", "和": "、", "及": "、", "与": "、", "以": "、", "，": "，", ";": ";", ")": ")"}
_SEPARATORS = frozenset("、和及与，；;: \"“”（）()")


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
        sum_low = sum((part.quantity.interval.low for part in parts), Decimal(0))
        exceeds = not self.overlap and sum_low > whole.quantity.interval.high
        return self.bound if exceeds else self.bound * self.complete


def listings(sentences: Sequence[list[Claim]], rules: Rules, before: Callable[[Claim, int], Iterator[Claim]]) -> Iterator[Listing]:
    """Every listing in running text that some words open: 其中, 包括, 分别, a colon or a bracket. `before` walks back through a block."""
    listed: set[int] = set()
    for sentence in sentences:
        for position, head in enumerate(sentence):
            bound = _opened(head) or _composed(sentence, position)
            if not bound:
                continue
            run = _run(sentence, position)
            wholes = _wholes(run, before, listed)
            listed.update(part.index for part in run)
            if wholes and "grant" not in head.cues:
                near = head.sentence - wholes[0].sentence <= 1 and _nearest(head, before, listed) is wholes[0]
                sure = bound * (1.0 if near else 0.7) * _cohesion(head, run, wholes[0])
                overlap = _overlap(sentence, run)
                # who names the members counted twice has named all the others
                complete = 0.97 if overlap else _complete(rules, head, run)
                yield Listing(tuple(wholes), tuple(run), overlap, sure, complete)


def _composed(sentence: list[Claim], position: int) -> float:
    """T，由A a、B b和C c组成: 由 opens what 组成 closes."""
    head = sentence[position]
    lead = head.lead
    opens = lead[max(lead.rfind(mark) for mark in "，;:)") + 1 :].startswith("由") and amount(head)
    closes = opens and any(c.tail.startswith(("组成", "构成", "等组成", "等构成")) for c in sentence[position : position + 12])
    return 0.95 if closes else 0.0


def _cohesion(head: Claim, run: list[Claim], whole: Claim) -> float:
    """How sure it is that the parts are one list of the whole's parts: 、 joins a list; a comma or semicolon may begin another matter
    unless a colon announced it; a goal has no results for parts."""
    if whole.modality != head.modality:
        return 0.5
    if ("分别" in head.lead or "依次" in head.lead) and "其中" not in head.lead:
        said = _takes_up(head.lead, whole.lead) or head.lead.lstrip("，,").startswith(_ARE)
        # counts that stand between name what the list is of: 发现13个项目、6个项目，涉及资金分别为…
        return 1.0 if said and whole.index == head.index - 1 and whole.sentence == head.sentence else 0.5
    if len(run) < 2 or _JOINTS.get(run[1].lead[:1]) == "、" or ":" in head.lead or run[-1].name.startswith(("其余", "其他", "其它")):
        return 1.0
    return 0.65


def _takes_up(lead: str, words: str) -> bool:
    """Whether a list repeats the words of its whole (移送线索14件，分别移送…)."""
    pairs = {words[i : i + 2] for i in range(len(words) - 1)}
    return any(lead[i : i + 2] in pairs for i in range(len(lead) - 1) if "一" <= lead[i] <= "鿿" and "一" <= lead[i + 1] <= "鿿")


def _overlap(sentence: list[Claim], run: list[Claim]) -> tuple[Claim, ...]:
    """Members counted in two parts, bracketed after the list: (同时受到两种处分的9人)."""
    first, last = run[0], run[-1]
    bracket = [c for c in sentence if first.index < c.index <= last.index + 2 and "paren" in c.cues and c not in run]
    if not any("overlap" in c.cues for c in bracket):
        return ()
    return tuple(c for c in bracket if c.quantity.dimension == last.quantity.dimension)


def _opened(claim: Claim) -> float:
    """How sure the words before a figure are that a list of parts begins with it; 0 if they do not say so."""
    if not amount(claim) or claim.modality == "base" or set(claim.lead) <= _SEPARATORS - {"("}:
        return 0.0
    lead = claim.lead
    if "其中" in lead or any(word in lead for word in ("包括", "分为", "组成", "构成", "包含", "分别", "依次")):
        return 0.95
    if lead.startswith(("中，", "中大", "中小", "中有", "中:")) or lead.startswith("中") and len(lead) <= _SHORT:
        return 0.9
    if "(" in lead[-12:] and "paren" in claim.cues:
        return 0.9
    if "按" in lead and "分" in lead[lead.find("按") :]:
        return 0.95
    if ":" in lead:
        return 0.8
    return 0.0


def _run(sentence: list[Claim], position: int) -> list[Claim]:
    """The amounts of one dimension that follow one another, stepping over their shares, rates and bracketed remarks. What separates
    the first two parts separates them all: a list joined by 、 ends where another mark follows."""
    head = sentence[position]
    run = [head]
    inside = "paren" in head.cues
    joint = ""
    for other in sentence[position + 1 :]:
        if inside != ("paren" in other.cues):
            if inside:
                break
            continue
        if other.measure == "mean" or not amount(other) or other.modality == "base":
            continue
        if _opened(other) or "合计" in other.lead or "总计" in other.lead or "共计" in other.lead:
            break
        mark = _JOINTS.get(other.lead[:1], "")
        if joint == "、" and mark != "、":
            break
        joint = joint or mark
        if other.quantity.dimension == head.quantity.dimension and one_thing(head, other):
            run.append(other)
    return run


def _wholes(run: list[Claim], before: Callable[[Claim, int], Iterator[Claim]], listed: set[int]) -> list[Claim]:
    """Amounts of the same kind before the list, nearest first, that are not smaller than its parts (give or take one slip). A part of
    an earlier list is the whole of a later one only where it stands right before it."""
    head = run[0]
    values = sorted(part.quantity.value for part in run)
    second = values[-2] if len(values) > 1 else values[-1]
    alike = [other for other in before(head, 12) if amount(other) and other.quantity.dimension == head.quantity.dimension]
    found = [other for other in alike if other.modality != "base" and "paren" not in other.cues and one_thing(head, other)]
    fitting = [other for other in found if other.quantity.interval.high >= second]

    def farther(other: Claim) -> tuple[bool, bool]:
        beside = other.index == head.index - 1 and other.sentence == head.sentence
        return other.index in listed and not beside, other.modality != head.modality

    fitting.sort(key=farther)
    return fitting[:_MOST_WHOLES]


def _nearest(head: Claim, before: Callable[[Claim, int], Iterator[Claim]], listed: set[int]) -> Claim | None:
    """The amount of the same kind that stands just before a list."""
    alike = (c for c in before(head, 6) if amount(c) and c.quantity.dimension == head.quantity.dimension and c.modality != "base")
    return next((c for c in alike if "paren" not in c.cues and (c.index not in listed or c.sentence == head.sentence)), None)


def _complete(rules: Rules, head: Claim, run: list[Claim]) -> float:
    names = [part.name for part in run]
    if any("等" in part.tail[:6] for part in run):
        return 0.1
    if any(part.name.startswith(rules.wording["rest"]) for part in run[1:]) or _partition(rules, names):
        return 0.97
    if any(word in head.lead for word in rules.wording["composed"]) or run[-1].tail.startswith(("组成", "构成")):
        return 0.96
    if len(run) >= _MANY and all(_JOINTS.get(part.lead[:1]) == "、" for part in run[1:]):
        return 0.93
    return 0.8 if _parallel(names) else 0.6


def _parallel(names: list[str]) -> bool:
    """Whether the names are variants of one noun: 县道、乡道、村道; 高温库、低温库."""
    if len(names) < 2 or not all(names):
        return False
    return len({name[-1] for name in names}) == 1 or len({name[0] for name in names}) == 1 and len({len(name) for name in names}) == 1


def _partition(rules: Rules, names: list[str]) -> bool:
    """Whether the names carry the members of a closed set (省级、市级、县级), each once."""
    for key, words in rules.wording.classes.items():
        if len(words) == len(names) and key.startswith("partition:") and all(any(word in name for name in names) for word in words):
            return True
    return False
