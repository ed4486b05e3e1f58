"""Percentage points for each year against those over all the years."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from checker.claim import Claim
from checker.interval import Interval
from checker.relate.scene import Scene
from checker.relation import Relation, Term, term

_PAIR, _ENDS = 2, 3


def relations(scene: Scene, sentence: list[Claim], position: int) -> Iterator[Relation]:
    """提高6.5个百分点，年均提高1.3个百分点, and the same from the percentages at both ends: the change over the years, spread evenly."""
    points = sentence[position]
    before = sentence[position - 1] if position else None
    if before is None:
        return
    whole = Term("numerator", before.signed, before) if before.measure == "points" and not before.average else None
    start = sentence[position - 2] if position > 1 else None
    if start is not None and start.modality == "base" and before.quantity.dimension == start.quantity.dimension == "fraction":
        words = f"({before.quantity.text} − {start.quantity.text})"
        whole = Term("numerator", before.signed - start.signed, replace(before, sources=(start, before)), words)
    if whole is None:
        return
    between = _years_between(sentence[max(0, position - _ENDS) : position])
    lengths = [between] if between else scene.year_lengths
    for years in lengths:
        count = Term("denominator", Interval.exactly(years), None, f"{years}")
        trust = 0.93 if len(lengths) == 1 else 0.5
        yield scene.relation("mean-per-unit", [term("points", points), whole, count], ("points", points.index), trust)


def _years_between(before: list[Claim]) -> int:
    """由2020年的76.4%提高到2024年的88.9%: the years from one to the other, 0 where the words do not tell both."""
    dated = [c for c in before if c.quantity.dimension == "fraction" and c.period is not None and c.dated is not None]
    if len(dated) < _PAIR or dated[-_PAIR].modality != "base":
        return 0
    first, last = (c.period for c in dated[-_PAIR:])
    years = last.last.year - first.last.year if first is not None and last is not None else 0
    return years if years >= _PAIR else 0
