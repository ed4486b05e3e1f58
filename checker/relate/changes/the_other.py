"""Percentage points between two percentages told together, of which the words name one: 乡村快2.2个百分点."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.claim import Claim
from checker.relate.changes.outpacing import SLOWER, amount_of
from checker.relate.changes.rate_names import abbreviates, core, enumerated
from checker.relate.scene import Scene
from checker.relate.topic import alike, last_clause
from checker.relation import Relation, Term

_AHEAD = re.compile(r"(?P<topic>[^，比较于同环]{2,12}?)(?P<side>[快高低慢])(?:出|了)?")
_SURE = 0.93
_PAIR = 2


def relations(scene: Scene, sentence: list[Claim], position: int) -> Iterator[Relation]:
    """城镇、乡村零售额同比增长5.2%、7.4%，乡村快2.2个百分点: of the two percentages told together the one so named and the other."""
    points = sentence[position]
    words = _AHEAD.fullmatch(last_clause(points.lead))
    topic = core(scene, words["topic"]) if words is not None else ""
    two = [enumerated(scene, c) for c in sentence[max(0, position - _PAIR) : position]]
    if words is None or not topic or len(two) != _PAIR or not _joined(*two):
        return
    named = [c for c in two if c.name and (alike(scene, topic, c) or abbreviates(topic, c.name))]
    if len(named) == 1:
        other = two[0] if named[0] is two[1] else two[1]
        order = (other, named[0]) if words["side"] in SLOWER else (named[0], other)
        ends = (Term(role, c.signed, c) for role, c in zip(("now", "base"), order, strict=True))
        yield scene.relation("points-of-rates", [amount_of(points), *ends], ("points", points.index), _SURE)


def _joined(first: Claim, second: Claim) -> bool:
    fractions = first.quantity.dimension == second.quantity.dimension == "fraction" and "base" not in (first.modality, second.modality)
    return fractions and second.lead in ("、", "和", "与") and first.measure == second.measure and "paren" not in first.cues | second.cues
