"""Percentage points between two structure ratios: 由22.8∶43.5∶33.7调整为17.6∶41.9∶40.5，第三产业比重提高6.8个百分点."""

from __future__ import annotations

from collections.abc import Iterator

from checker.claim import POINT, Claim
from checker.relate.scene import Scene
from checker.relation import Relation, Term, term

_ORDINALS = "一二三"


def relations(scene: Scene, points: Claim, question: tuple[object, ...]) -> Iterator[Relation]:
    """由22.8∶43.5∶33.7调整为17.6∶41.9∶40.5，第三产业比重提高6.8个百分点: two members in the same place of two ratios."""
    for now, base, named in members(scene, points):
        ends = (Term(role, c.signed.scaled(POINT), c) for role, c in (("now", now), ("base", base)))
        yield scene.relation("points-of-rates", [term("points", points), *ends], question, 0.95 if named else 0.3)


def members(scene: Scene, points: Claim) -> Iterator[tuple[Claim, Claim, bool]]:
    """The members in each place of two ratios told before, the later first, and whether the clause names that place."""
    told = [c for c in scene.before(points, 8) if c.sentence == points.sentence and c.quantity.ratio is not None]
    groups = {c.quantity.ratio[0] for c in told if c.quantity.ratio is not None}
    if len(groups) != 2 or len(told) % 2:
        return
    words = _clause_of(scene, points)
    ordinal = next((place for place, word in enumerate(_ORDINALS) if f"第{word}" in words or f"{word}产" in words), None)
    for place in range(len(told) // 2):
        pair = sorted((c for c in told if c.quantity.ratio is not None and c.quantity.ratio[1] == place), key=lambda c: -c.index)
        if len(pair) == 2:
            yield pair[0], pair[1], place == ordinal


def _clause_of(scene: Scene, points: Claim) -> str:
    """The words of the clause, a length of time among them included (第一产业比重五年下降…)."""
    before = next(scene.before(points, 1), None)
    length = before is not None and before.measure == "length" and "，" not in points.lead
    return before.lead + points.lead if before is not None and length else points.lead
