"""Wholes and the parts that the wording lists for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from checker.claim import Claim
from checker.relate.scene import Scene, amount

_MOST_WHOLES = 4
_JOINTS = {"、": "、", "和": "、", "及": "、", "与": "、", "以": "、", "，": "，", ";": ";", ")": ")"}
_SEPARATORS = frozenset("、和及与，；;: \"“”（）()")


@dataclass(frozen=True, slots=True)
class Listing:
    """Parts named one after the other and the wholes they may belong to, likeliest first.

    `bound` is how sure the wording is that the parts are parts of the first whole; `complete` how sure it is that none is left out.
    """

    wholes: tuple[Claim, ...]
    parts: tuple[Claim, ...]
    bound: float
    complete: float

    def trust(self, whole: Claim, parts: tuple[Claim, ...]) -> float:
        """How sure it is that these parts add up to this whole: parts that exceed it cannot merely be too few."""
        sum_low = sum((part.quantity.interval.low for part in parts), Decimal(0))
        exceeds = sum_low > whole.quantity.interval.high
        return self.bound if exceeds else self.bound * self.complete


def listings(scene: Scene) -> Iterator[Listing]:
    """Every listing in running text that some words open: 其中, 包括, 分别, a colon or a bracket."""
    for sentence in scene.sentences:
        for position, head in enumerate(sentence):
            bound = _opened(head)
            if not bound:
                continue
            run = _run(sentence, position)
            wholes = _wholes(scene, run)
            if wholes:
                yield Listing(tuple(wholes), tuple(run), bound, _complete(scene, head, run))


def _opened(claim: Claim) -> float:
    """How sure the words before a figure are that a list of parts begins with it; 0 if they do not say so."""
    if not amount(claim) or claim.modality == "base" or set(claim.lead) <= _SEPARATORS - {"("}:
        return 0.0
    lead = claim.lead
    if "其中" in lead:
        return 0.93
    if any(word in lead for word in ("包括", "分为", "组成", "构成", "包含")):
        return 0.9
    if "(" in lead[-12:] and "paren" in claim.cues:
        return 0.85
    if "分别" in lead or "依次" in lead or ":" in lead or "按" in lead and "分" in lead:
        return 0.75
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
        if other.quantity.dimension == head.quantity.dimension:
            run.append(other)
    return run


def _wholes(scene: Scene, run: list[Claim]) -> list[Claim]:
    """Amounts of the same kind before the list, nearest first, that are not smaller than each part (give or take one slip)."""
    head = run[0]
    greatest = max((part.quantity.value for part in run), default=Decimal(0))
    found = [
        other
        for other in scene.before(head, 12)
        if amount(other) and other.quantity.dimension == head.quantity.dimension and other.modality != "base" and "paren" not in other.cues
    ]
    fitting = [other for other in found if other.quantity.interval.high >= greatest]
    fitting.sort(key=lambda other: other.modality != head.modality)
    return fitting[:_MOST_WHOLES]


def _complete(scene: Scene, head: Claim, run: list[Claim]) -> float:
    names = [part.name for part in run]
    if any("等" in part.tail[:6] for part in run):
        return 0.1
    if any(part.name.startswith(scene.rules.wording["rest"]) for part in run[1:]) or _partition(scene, names):
        return 0.97
    if any(word in head.lead for word in scene.rules.wording["composed"]):
        return 0.9
    return 0.8 if _parallel(names) else 0.6


def _parallel(names: list[str]) -> bool:
    """Whether the names are variants of one noun: 县道、乡道、村道; 高温库、低温库."""
    if len(names) < 2 or not all(names):
        return False
    return len({name[-1] for name in names}) == 1 or len({name[0] for name in names}) == 1 and len({len(name) for name in names}) == 1


def _partition(scene: Scene, names: list[str]) -> bool:
    """Whether the names carry the members of a closed set (省级、市级、县级), each once."""
    for key, words in scene.rules.wording.classes.items():
        if len(words) == len(names) and key.startswith("partition:") and all(any(word in name for name in names) for word in words):
            return True
    return False
