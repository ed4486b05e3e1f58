"""Wholes and the parts that the wording lists for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.claim import Claim
from checker.relate.scene import Scene, amount


@dataclass(frozen=True, slots=True)
class Listing:
    """Parts named one after the other, the wholes they may belong to (likeliest first), and how sure the wording is that nothing is left out."""

    wholes: tuple[Claim, ...]
    parts: tuple[Claim, ...]
    trust: float
    stated_sum: bool


_OPEN = ("其中", "包括", "分为", "包含", "分别为", "分别是", "即", "由", "分", "按")
_COMPOSED = ("组成", "构成", "包括", "分为", "分别", "依次", "即", "三部分", "两部分")


def listings(scene: Scene) -> Iterator[Listing]:
    """Every listing of two parts or more in running text."""
    for sentence in scene.sentences:
        yield from _of_sentence(scene, sentence)


def _of_sentence(scene: Scene, sentence: list[Claim]) -> Iterator[Listing]:
    position = 0
    while position < len(sentence):
        head = sentence[position]
        if not _begins(head):
            position += 1
            continue
        run = _run(scene, sentence, position)
        if len(run) >= 1:
            wholes = _wholes(scene, sentence, position, run)
            if wholes:
                yield Listing(tuple(wholes), tuple(run), *_sureness(scene, head, run))
        position += 1


def _begins(claim: Claim) -> bool:
    return amount(claim) and claim.modality != "base" and ("part" in claim.cues or "respectively" in claim.cues or claim.lead.rstrip().endswith(("(", ":")) or "(" in claim.lead)


def _run(scene: Scene, sentence: list[Claim], position: int) -> list[Claim]:
    """The amounts of one kind that follow one another, stepping over their shares and rates."""
    head = sentence[position]
    run = [head]
    depth_inside = "paren" in head.cues
    for other in sentence[position + 1 :]:
        if depth_inside and "paren" not in other.cues:
            break
        if not depth_inside and "paren" in other.cues:
            continue
        if amount(other):
            if other.modality == "base" or not scene.same_things(other, head):
                if other.quantity.dimension == head.quantity.dimension:
                    continue
                if "part" in other.cues:
                    break
                continue
            if "part" in other.cues or "total" in other.cues:
                break
            run.append(other)
        elif other.measure == "mean":
            break
    return run


def _wholes(scene: Scene, sentence: list[Claim], position: int, run: list[Claim]) -> list[Claim]:
    """Amounts before the list that could be its whole, nearest first: of the same kind and not smaller than the greatest part."""
    head = sentence[position]
    greatest = max(part.quantity.interval.low for part in run)
    found: list[Claim] = []
    for other in scene.before(head, 10):
        if amount(other) and scene.same_things(other, head) and other.modality != "base" and other.quantity.interval.high >= greatest:
            found.append(other)
    return found[:4]


def _sureness(scene: Scene, head: Claim, run: list[Claim]) -> tuple[float, bool]:
    if len(run) < 2:
        return 0.0, False
    names = [part.name for part in run]
    if any("remainder" in part.cues or part.name.startswith(("其他", "其余", "其它")) for part in run[1:]):
        return 0.9, True
    if _partition(scene, names) or any(word in head.lead for word in ("组成", "构成", "分为")):
        return 0.9, True
    if "respectively" in head.cues:
        return 0.7, True
    if any("等" in part.tail[:4] for part in run):
        return 0.1, False
    return 0.6, "part" in head.cues


def _partition(scene: Scene, names: list[str]) -> bool:
    """Whether the names carry the members of a closed set (省级、市级、县级), each once."""
    for key, words in scene.rules.wording.classes.items():
        if key.startswith("partition:") and len(words) == len(names):
            if all(any(word in name for name in names) for word in words):
                return True
    return False
