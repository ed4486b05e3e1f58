"""Sums that no word announces: neighbouring amounts of one unit that add up, or would but for one slip."""

from __future__ import annotations

from collections.abc import Iterator

from checker.claim import Claim
from checker.relate.scene import Scene
from checker.relate.sorts import amount
from checker.relation import Relation, term

_LONGEST = 6
_REACH = 9
# Figures of fewer digits are a slip away from too much to accuse one another without a word.
_TELLING = 3
# How often a run of neighbouring amounts of one unit is what an amount beside it consists of, where no word says so.
_NEIGHBOURS = 0.03


def relations(scene: Scene) -> Iterator[Relation]:
    """Each amount against the runs of two to six amounts of its unit right after and right before it in the block."""
    for claims in scene.blocks.values():
        kinds: dict[str, list[Claim]] = {}
        for claim in claims:
            if amount(claim) and claim.modality != "base" and claim.quantity.hedge == "" and "grant" not in claim.cues:
                kinds.setdefault(claim.quantity.dimension, []).append(claim)
        for alike in kinds.values():
            if len(alike) >= 3:
                yield from _sums(scene, alike)


def _sums(scene: Scene, alike: list[Claim]) -> Iterator[Relation]:
    for position, whole in enumerate(alike):
        after, before = alike[position + 1 : position + 1 + _REACH], alike[max(0, position - _REACH) : position][::-1]
        for run in (after, before):
            for start in range(min(3, len(run))):
                for length in range(2, min(_LONGEST, len(run) - start) + 1):
                    yield from _run(scene, whole, run[start : start + length])


def _run(scene: Scene, whole: Claim, parts: list[Claim]) -> Iterator[Relation]:
    ordered = sorted(parts, key=lambda c: c.index)
    if _within_a_slip(whole, ordered):
        terms = [term("whole", whole), *(term("part", part) for part in ordered)]
        yield scene.relation("amounts-that-add-up", terms, ("run", whole.index, parts[0].index, len(parts)), _NEIGHBOURS)


def _within_a_slip(whole: Claim, parts: list[Claim]) -> bool:
    """Whether the amounts add up, or are off by what one changed digit (d × 10^k) or two neighbours swapped (9d × 10^k) make."""
    off = whole.quantity.value
    slack = whole.quantity.step
    if any(part.quantity.value < max(other.quantity.step for other in (whole, *parts) if other is not part) for part in parts):
        # nobody adds what vanishes in the rounding of the others
        return False
    for part in parts:
        off -= part.quantity.value
        slack = max(slack, part.quantity.step)
    off = abs(off)
    if off <= slack * (len(parts) + 1) / 2:
        return True
    if not slack or off > whole.quantity.value * 10 or max(map(_digits, (whole, *parts))) < _TELLING:
        return False
    steps = int(off / slack)
    return any(_one_slip(steps + drift) for drift in (0, 1, -1))


def _digits(claim: Claim) -> int:
    """How many digits stand before the zeros at a figure's end."""
    numeral = claim.quantity.numeral
    return len(numeral.mantissa.normalize().as_tuple().digits) if numeral is not None else 0


def _one_slip(steps: int) -> bool:
    while steps and steps % 10 == 0:
        steps //= 10
    return steps < 10 or steps < 100 and steps % 9 == 0
