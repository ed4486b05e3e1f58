"""Counts of a list taken together as what a mean is over: 移送检察机关17件、公安机关3件，涉及金额1.5亿元，件均750万元."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.claim import Claim
from checker.relate.means.pace import quotient_term
from checker.relate.scene import Scene
from checker.relate.shares.sanity import mean_ruled_out
from checker.relation import Relation, Term, term

_REACH = 16
_SEVERAL = 2
_SURE = 0.92
_RIVAL = 0.5


def over_list(scene: Scene, mean: Claim, tops: Sequence[Claim], bottoms: Sequence[Claim]) -> Iterator[Relation]:
    """移送检察机关17件、公安机关3件，涉及金额…，件均…: the counts of a list together divide what is said of them all; counts that merely
    stand in one sentence may."""
    run = run_of(scene, bottoms[0]) if bottoms else []
    listed = len(run) > 1
    if not listed:
        run = [c for c in bottoms if c.sentence == mean.sentence and c.index not in scene.container and c.measure != "change"]
    if len(run) < _SEVERAL or not tops or tops[0] in run or any("respectively" in claim.cues for claim in (run[0], tops[0])):
        return  # the k-th amount is of the k-th count
    count = run[0].signed
    for claim in run[1:]:
        count = count + claim.signed
    if mean_ruled_out(mean, tops[0], count.middle):
        return
    note = f"({' + '.join(claim.quantity.text for claim in run)})"
    below = Term("denominator", count, replace(run[0], sources=tuple(run)), note)
    sure = listed and run[-1].index == bottoms[0].index and run[-1].index < tops[0].index and tops[0].sentence == run[0].sentence
    yield scene.relation(
        "mean-per-unit", [quotient_term(mean), term("numerator", tops[0]), below], ("mean", mean.index), _SURE if sure else _RIVAL
    )


def run_of(scene: Scene, last: Claim) -> list[Claim]:
    """The counts that end with this one, each joined to the one before by 、 or 和."""
    run = [last]
    for claim in scene.before(last, _REACH):
        if run[0].lead[:1] not in ("、", "和") or claim.quantity.dimension != last.quantity.dimension:
            break
        run.insert(0, claim)
    return run
