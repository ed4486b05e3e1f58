"""Sums that no word announces for sure: amounts of one unit that stand beside another one. How likely they make it up is measured by what
can be seen of them; the arithmetic has no say in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import groupby

from checker.claim import Claim
from checker.relate.evidence import Evidence
from checker.relate.scene import Scene
from checker.relate.sorts import amount
from checker.relate.sums.run import Run, digits
from checker.relate.sums.traits import GROUPS
from checker.relation import Relation, term

_LONGEST = 6
_REACH = 9
_SKIPPED = 3
# Figures of fewer digits are a slip away from too much to accuse one another without a word.
_TELLING = 3
# A whole is told in hundreds of its last digit at least.
_LARGE = 100
# Less likely readings are told only where they hold or are a slip away from it, with this trust: how often a run of neighbouring amounts
# of one unit is what an amount beside it consists of, where nothing else is known.
_HALF, _TWICE = 0.5, 0.3
_LIKELY, _NEIGHBOURS = 0.3, 0.03
# What is measured and not said never accuses by itself: only where one slip would mend it.
_MOST = 0.89
_VERY_MANY, _FEW = 100_000, 5


def relations(scene: Scene) -> Iterator[Relation]:
    """Each amount against the runs of two to six amounts of its unit right after and right before it in the block."""
    rule = scene.rules.relations["amounts-that-add-up"]
    evidence = Evidence(GROUPS, rule.weights)
    # lists that leave some out by their own words, or count members twice
    loose = {tuple(part.index for part in one.parts) for one in scene.listings if one.complete <= _HALF or one.bound <= _TWICE}
    for _, of_one in groupby(runs(scene), key=lambda run: run.whole.index):
        told = [run for run in of_one if not _vanishes(run.whole, run.parts) and tuple(part.index for part in run.parts) not in loose]
        told = [run for run in told if not _reckoned_apart(run)]
        # 货款a，…以a为基数: what is told again is no part of itself
        told = [run for run in told if all(part.quantity.value != run.whole.quantity.value for part in run.parts)]
        # what holds to the last digit of many leaves no room for another reading of the same whole
        held = [run for run in told if _off(run.whole, run.parts) == 0 and _tells(run)]
        for run in held or told:
            likely = evidence.probability(run, _LIKELY)
            if likely and run.whole.quantity.value >= _LARGE * run.whole.quantity.step or _within_a_slip(run):
                terms = [term("whole", run.whole), *(term("part", part) for part in run.parts)]
                question = ("run", run.whole.index, run.parts[0].index, len(run.parts))
                yield replace(scene.relation(rule.id, terms, question, min(likely, _MOST) or _NEIGHBOURS), gathered=True)


def runs(scene: Scene) -> Iterator[Run]:
    """Every run of neighbouring amounts of one unit beside another amount of it."""
    for claims in scene.blocks.values():
        kinds: dict[str, list[Claim]] = {}
        for claim in claims:
            if amount(claim) and claim.modality != "base" and claim.quantity.hedge == "" and "grant" not in claim.cues:
                kinds.setdefault(claim.quantity.dimension, []).append(claim)
        for alike in kinds.values():
            if len(alike) > 2:
                yield from _beside(scene, alike)


def _beside(scene: Scene, alike: Sequence[Claim]) -> Iterator[Run]:
    for position, whole in enumerate(alike):
        told = position == 0
        for before in (False, True):
            side = alike[max(0, position - _REACH - 1) : position][::-1] if before else alike[position + 1 : position + 2 + _REACH]
            for skipped in range(min(_SKIPPED, len(side))):
                for end in range(skipped + 2, min(skipped + _LONGEST, len(side), _REACH) + 1):
                    parts = side[skipped:end]
                    beyond = side[end] if end < len(side) else None
                    yield Run(scene, whole, parts[::-1] if before else parts, before, skipped, beyond, told)


def _vanishes(whole: Claim, parts: Sequence[Claim]) -> bool:
    """Whether a part is lost in the rounding of the others: nobody adds it."""
    return any(part.quantity.value < max(other.quantity.step for other in (whole, *parts) if other is not part) for part in parts)


def _tells(run: Run) -> bool:
    return max(map(digits, (run.whole, *run.parts))) >= _TELLING


def _reckoned_apart(run: Run) -> bool:
    """Whether numbers of shares, each reckoned from a sum of money and cut to a whole one, add up to all but a few of so many."""
    whole = run.whole.quantity
    apart = abs(whole.value - sum((part.quantity.value for part in run.parts), Decimal(0)))
    return whole.dimension == "count:股" and whole.value >= _VERY_MANY and 0 < apart <= _FEW


def _off(whole: Claim, parts: Sequence[Claim]) -> int:
    """By how many of the largest last digit the parts miss the whole; 0 where rounding explains it."""
    steps = [claim.quantity.step for claim in (whole, *parts)]
    slack = max(steps)
    off = abs(whole.quantity.value - sum((part.quantity.value for part in parts), Decimal(0)))
    return 0 if not slack or off <= slack * (len(parts) + 1) / 2 else int(off / slack)


def _within_a_slip(run: Run) -> bool:
    """Whether the amounts add up, or are off by what one changed digit (d × 10^k) or two neighbours swapped (9d × 10^k) make."""
    whole, parts = run.whole, run.parts
    steps = _off(whole, parts)
    if not steps or not _tells(run):
        return not steps
    apart = abs(whole.quantity.value - sum((part.quantity.value for part in parts), Decimal(0)))
    return apart <= whole.quantity.value * 10 and any(_one_slip(steps + drift) for drift in (0, 1, -1))


def _one_slip(steps: int) -> bool:
    while steps and steps % 10 == 0:
        steps //= 10
    return steps < 10 or steps < 100 and steps % 9 == 0
