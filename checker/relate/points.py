"""Wording that ties percentage points to the two percentages they lie between, and per cent written where points are meant."""

from __future__ import annotations

from collections.abc import Iterator

from checker.claim import POINT, Claim
from checker.interval import Interval
from checker.relate.scene import Scene
from checker.relation import Relation, Term, term

_FASTER = ("高于", "快于", "低于", "慢于", "高出")
# a difference of one digit agrees with too much
_TELLING = 2
_ORDINALS = "一二三"


def of_points(scene: Scene, sentence: list[Claim], position: int) -> Iterator[Relation]:
    """提高2.3个百分点 is the percentage now less the one before; without a base in words any two percentages at hand may be meant."""
    points = sentence[position]
    if points.average:
        yield from _yearly(scene, sentence, position)
        return
    now, base = _now_and_base(sentence, position)
    question = ("points", points.index)
    if now is None and base is not None:
        now = _named_before(scene, base)
    if now is not None and base is not None:
        yield scene.relation("points-of-rates", [term("points", points), term("now", now), term("base", base)], question, 0.97)
        return
    yield from _of_structure(scene, points, question)
    near = [c for c in scene.before(points, 8) if c.quantity.dimension == "fraction" and c.measure in ("rate", "share", "level")]
    for first in near[:3]:
        for second in near:
            if second is not first:
                terms = [term("points", points), term("now", first), term("base", second)]
                yield scene.relation("points-of-rates", terms, question, 0.3)


def _now_and_base(sentence: list[Claim], position: int) -> tuple[Claim | None, Claim | None]:
    """The percentage now and the one before, as the sentence states them; the base may also follow in brackets (上年为61.1%)."""
    near = [c for c in reversed(sentence[max(0, position - 4) : position]) if c.quantity.dimension == "fraction" and c.measure != "rate"]
    after = [c for c in sentence[position + 1 : position + 3] if c.quantity.dimension == "fraction" and "paren" in c.cues]
    base = next((c for c in (*near, *after) if c.modality == "base"), None)
    return next((c for c in near if c.modality != "base"), None), base


def _of_structure(scene: Scene, points: Claim, question: tuple[object, ...]) -> Iterator[Relation]:
    """由22.8∶43.5∶33.7调整为17.6∶41.9∶40.5，第三产业比重提高6.8个百分点: two members in the same place of two ratios."""
    members = [c for c in scene.before(points, 8) if c.sentence == points.sentence and c.quantity.ratio is not None]
    groups = {c.quantity.ratio[0] for c in members if c.quantity.ratio is not None}
    if len(groups) != 2 or len(members) % 2:
        return
    ordinal = next((place for place, word in enumerate(_ORDINALS) if f"第{word}" in points.lead), None)
    for place in range(len(members) // 2):
        pair = sorted((c for c in members if c.quantity.ratio is not None and c.quantity.ratio[1] == place), key=lambda c: -c.index)
        if len(pair) == 2:
            now, base = (Term(role, c.signed.scaled(POINT), c) for role, c in zip(("now", "base"), pair, strict=True))
            trust = 0.95 if place == ordinal else 0.3
            yield scene.relation("points-of-rates", [term("points", points), now, base], question, trust)


def _yearly(scene: Scene, sentence: list[Claim], position: int) -> Iterator[Relation]:
    """提高8.8个百分点，年均提高约1.8个百分点: the change over the years, spread evenly."""
    points = sentence[position]
    before = sentence[position - 1] if position else None
    if before is None or before.measure != "points" or before.average:
        return
    for years in scene.year_lengths:
        count = Term("denominator", Interval.exactly(years), None, f"{years}")
        terms = [term("points", points), Term("numerator", before.signed, before), count]
        yield scene.relation("mean-per-unit", terms, ("points", points.index), 0.93 if len(scene.year_lengths) == 1 else 0.5)


def _named_before(scene: Scene, base: Claim) -> Claim | None:
    """The same percentage as stated before: 资产负债率62.4%。… 资产负债率比年初的61.8%上升0.6个百分点."""
    if not base.name:
        return None
    alike = (c for c in scene.before(base, 40) if c.quantity.dimension == "fraction" and c.modality == "result" and c.measure != "rate")
    return next((c for c in alike if c.name == base.name), None)


def as_percent(scene: Scene, sentence: list[Claim], position: int) -> Iterator[Relation]:
    """上升11.26% after a percentage, 快于后者7.4% after two rates: where the plain difference of two percentages at hand is exactly what is
    written, per cent stands for percentage points."""
    rate = sentence[position]
    previous = sentence[position - 1] if position else None
    compared = any(word in last_clause(rate.lead) for word in _FASTER)
    after_base = previous is not None and previous.modality == "base" and previous.quantity.dimension == "fraction"
    if not (compared or after_base) or rate.quantity.hedge or len(rate.quantity.value.normalize().as_tuple().digits) < _TELLING:
        return
    near = [c for c in scene.before(rate, 16) if c.quantity.dimension == "fraction" and c.quantity.ratio is None and not c.quantity.hedge]
    bases = [previous] if previous is not None and after_base else near[:4]
    for base in bases:
        for now in near:
            if now is not base and rate.signed.meets(now.signed - base.signed) and not now.signed.meets(base.signed):
                terms = [term("rate", rate), term("now", now), term("base", base)]
                yield scene.relation("percent-for-points", terms, ("percent", rate.index), 0.95)
                return


def last_clause(lead: str) -> str:
    """The words since the last comma."""
    return lead[max(lead.rfind(mark) for mark in "，;。:") + 1 :]
