"""Sums that no word announces: neighbouring amounts of one unit that add up, or would but for one slip."""

from __future__ import annotations

from collections.abc import Iterator

from checker.claim import Claim
from checker.relate.scene import Scene
from checker.relate.sorts import amount
from checker.relation import Relation, Term, term

_LONGEST = 6
_REACH = 9
# How often a run of neighbouring amounts of one unit is what an amount beside it consists of, where no word says so.
_NEIGHBOURS = 0.03


def relations(scene: Scene) -> Iterator[Relation]:
    """Each amount against the runs of two to six amounts of its unit right after and right before it in the block."""
    for claims in scene.blocks.values():
        kinds: dict[str, list[Claim]] = {}
        for claim in claims:
            if amount(claim) and claim.modality != "base" and claim.quantity.hedge == "":
                kinds.setdefault(claim.quantity.dimension, []).append(claim)
        for alike in kinds.values():
            if len(alike) >= 3:
                yield from _sums(scene, alike)


def _sums(scene: Scene, alike: list[Claim]) -> Iterator[Relation]:
    for position, whole in enumerate(alike):
        after, before = alike[position + 1 : position + 1 + _REACH], alike[max(0, position - _REACH) : position][::-1]
        for run in (after, before):
            for start in range(0, min(3, len(run))):
                for length in range(2, min(_LONGEST, len(run) - start) + 1):
                    parts = run[start : start + length]
                    if _near_enough(whole, parts):
                        terms = [term("whole", whole), *(term("part", part) for part in sorted(parts, key=lambda c: c.index))]
                        yield from _flows(scene, whole, terms)
                        question = ("run", whole.index, parts[0].index, length)
                        yield scene.relation("amounts-that-add-up", terms, question, _NEIGHBOURS)


def _flows(scene: Scene, whole: Claim, terms: list[Term]) -> Iterator[Relation]:
    """期初＋增加−减少＝期末: the same run with what flows out taken off."""
    outflow, stock = scene.rules.wording["outflow"], scene.rules.wording["stock_after"]
    signed = [Term("less", t.interval, t.claim) if t.claim and any(w in t.claim.lead[-8:] for w in outflow) else t for t in terms[1:]]
    if any(t.role == "less" for t in signed) and any(w in whole.lead[-8:] for w in stock):
        first = signed[0].claim
        yield scene.relation("stock-and-flow", [terms[0], *signed], ("flow", whole.index, first.index if first else -1, len(signed)), 0.2)


def _near_enough(whole: Claim, parts: list[Claim]) -> bool:
    """Whether the sum is of the whole's order at all: one slip moves it, two leave it unproven."""
    if any(part.quantity.value > whole.quantity.value * 10 for part in parts):
        return False
    total = sum(part.quantity.value for part in parts)
    return total <= whole.quantity.value * 10 and whole.quantity.value <= total * 10 and whole.quantity.numeral is not None
