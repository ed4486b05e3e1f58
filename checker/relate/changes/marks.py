"""How far a figure is from a mark whose value stands before its name: 接种率93.6%，低于95%的目标值1.4个百分点."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.claim import POINT, Claim
from checker.interval import Interval
from checker.relate.changes.levels import beside_a_mark, level
from checker.relate.scene import Scene
from checker.relate.topic import bare, last_clause
from checker.relation import Relation, Term, term

_SIDE = re.compile("(?P<above>高于|超过|多于|大于|超出)|(?P<below>低于|少于|小于|不足)")
_NAME = re.compile("的[一-鿿]{2,10}")
_STATED = 0.94


def relations(scene: Scene) -> Iterator[Relation]:
    """Every difference right behind the name of a mark whose value is told as a bound, against the level told before both."""
    for sentence in scene.sentences:
        for now, mark, gap in zip(sentence, sentence[1:], sentence[2:], strict=False):
            side = _SIDE.match(mark.quantity.text)
            if side is not None and mark.quantity.hedge and _NAME.fullmatch(gap.lead) and _told_of(scene, now, mark):
                yield from _distance(scene, gap, *((mark, now) if side["below"] else (now, mark)))


def _told_of(scene: Scene, now: Claim, mark: Claim) -> bool:
    plain = level(now) and now.modality == "result" and "paren" not in now.cues and not beside_a_mark(now)
    unnamed = not bare(scene, last_clause(mark.lead))
    return plain and unnamed and now.quantity.dimension == mark.quantity.dimension and now.clause == mark.clause


def _distance(scene: Scene, gap: Claim, greater: Claim, lesser: Claim) -> Iterator[Relation]:
    stated = gap.quantity.interval
    ends = [Term(role, _value(claim), claim, _SIDE.sub("", claim.quantity.text)) for role, claim in (("now", greater), ("base", lesser))]
    if gap.quantity.dimension == "point" and greater.quantity.dimension == "fraction":
        yield scene.relation("points-of-rates", [Term("points", stated.scaled(POINT), gap), *ends], ("points", gap.index), _STATED)
    elif gap.quantity.dimension == greater.quantity.dimension and gap.measure in ("level", "change"):
        yield scene.relation("change-of-levels", [Term("change", stated, gap), *ends], ("gap", gap.index), _STATED)


def _value(claim: Claim) -> Interval:
    """What the figure itself may be: 低于95% is told of another figure, and the mark is 95 % exactly."""
    if not claim.quantity.hedge:
        return term("now", claim).interval
    whole = claim.quantity.dimension == "fraction"
    return Interval.exactly(claim.quantity.value) if whole else Interval.around(claim.quantity.value, claim.quantity.step / 2)


