"""A rate of growth beside one that its own words describe: 比全市4.7%的平均水平高1.2个百分点, 低于7.5%的预期目标0.9个百分点."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.claim import Claim
from checker.interval import Interval
from checker.relate.changes.outpacing import amount_of
from checker.relate.changes.set_against import is_norm, set_beside
from checker.relate.scene import Scene
from checker.relate.topic import last_clause
from checker.relation import Relation, Term

_BELOW, _ABOVE = re.compile("低于|慢于|落后于|低出"), re.compile("高于|快于|高出|超过|好于")
_SIDE = {"低": -1, "慢": -1, "高": 1, "快": 1}
_SURE = 0.95
_PAIR = ("now", "base")
_DESCRIBED = re.compile("^的[一-鿿]{0,6}(?:目标|要求|水平|均值|增速|增幅|涨幅|平均)[一-鿿]{0,2}(?:要|略|还)?[快高低慢]?[出于]?$")


def relations(scene: Scene, sentence: list[Claim], position: int) -> Iterator[Relation]:
    """The rate told right before, and the one that the points are counted from, set, aimed at or of somebody else."""
    if position < len(_PAIR):
        return
    points, (now, other) = sentence[position], sentence[position - 2 : position]
    # 降低14.2%，超过13.5%的目标: of falls the words may compare the sizes
    grown = now.measure == "rate" and now.direction > 0 and now.modality != "base"
    fits = grown and now.clause == points.clause and "paren" not in now.cues | other.cues
    side = _side(points, other)
    if not fits or not side or not _told(points, other) or other.lead[:1] != "，" or other.average != now.average:
        return
    ends = (now, other) if side > 0 else (other, now)
    terms = [Term(role, _told_value(c), c) for role, c in zip(("now", "base"), ends, strict=True)]
    yield scene.relation("points-of-rates", [amount_of(points), *terms], ("points", points.index), _SURE)


def _told(points: Claim, other: Claim) -> bool:
    return set_beside(points, other) or bool(other.quantity.hedge) and _DESCRIBED.match(last_clause(points.lead)) is not None


def _side(points: Claim, other: Claim) -> int:
    """1 where the words say higher or faster, −1 lower or slower, 0 where they say neither."""
    words = last_clause(other.lead) + other.quantity.text
    if _BELOW.search(words):
        return -1
    return 1 if _ABOVE.search(words) else _SIDE.get(points.lead.rstrip("出于了")[-1:], 0)


def _told_value(claim: Claim) -> Interval:
    """A goal is set, not rounded; 低于7.5%的 is no bound where the distance from it follows."""
    value = claim.quantity.value * claim.direction
    if is_norm(claim) and claim.quantity.high is None and claim.quantity.hedge in ("", "above", "below"):
        return Interval.exactly(value)
    return Interval.around(value, claim.quantity.step / 2) if claim.quantity.hedge in ("above", "below") else claim.signed
