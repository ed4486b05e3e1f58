"""Percentage points between two percentages told each with its time, or with its sign: “十三五”末为93.2%，“十四五”末达到96.5%，提高3.3个
百分点."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.claim import Claim
from checker.relate.changes.outpacing import difference, elsewhere
from checker.relate.scene import Scene
from checker.relate.topic import last_clause, topic_of
from checker.relation import Relation

_FIVE = "[“\"]?(?:十[一二三四五]五|[一二三四五六七八九]五)[”\"]?(?:时期|期间)?(?:期?[末初])"
_DATE = "[0-9]{4}年(?:末|底|初|度)?|[上去今前]年[末底初]?|年[初末底]|[0-9]{1,2}月(?:份|末|底|初)?|[一二三四]季度末?"
_TIME = f"(?:{_FIVE}|{_DATE}|目前|现在)"
_REACHED = "(?:达到?|为|是|升[至到]|降[至到]|提高[至到]|上升[至到]|下降[至到])(?:了)?"
_FIRST = re.compile(f"(?:到|至|截至)?{_TIME}")
_SECOND = re.compile(f"(?:到|至|截至|而)?{_TIME}，?(?:已|则|仅|将)?{_REACHED}")
# 7月增长5.2%，6月为下降1.3%，由负转正，提高6.5个百分点: the signs tell which of the two came first
_TURNED = re.compile("由[负降跌减]转(?P<rose>[正增涨升])|由[正增涨升]转[负降跌减]")
_ONLY_WHEN = re.compile(f"[，；;]?[而但]?(?:同比)?(?:{_TIME}|[上去][月年季])(?:当月|当季|同期|同月)?[尚仍还则已]?[为是]?(?:同比)?")
_PAIR = 2
_SURE = 0.93


def relations(scene: Scene, sentence: list[Claim], position: int) -> Iterator[Relation]:
    """The points right behind two such percentages, where the second names nothing but its time."""
    points = sentence[position]
    position -= position > 0 and sentence[position - 1].measure == "length"  # 四年提高4.4个百分点
    if position < _PAIR or elsewhere(points) or re.search("[比较]", last_clause(points.lead)):
        return
    run = sentence[max(0, position - _PAIR - 1) : position]
    if len(run) > _PAIR and run[0].quantity.dimension == "fraction" and run[0].measure == run[1].measure and run[0].clause == run[1].clause:
        return  # of three moments 累计 is from the first
    first, second = sentence[position - _PAIR : position]
    if (turned := _TURNED.search(points.lead)) is not None:
        yield from _across_zero(scene, points, (first, second), 1 if turned["rose"] else -1)
        return
    plain = all(c.quantity.dimension == "fraction" and c.quantity.ratio is None and "paren" not in c.cues for c in (first, second))
    if not plain or first.measure != second.measure or second.clause != points.clause or "base" in (first.modality, second.modality):
        return
    opened = _FIRST.match(first.lead.lstrip("，。；;")) or _FIRST.match(last_clause(first.lead))
    topic = topic_of(scene, points)
    if opened and _SECOND.fullmatch(second.lead.lstrip("，；;")) and (not topic or topic in first.name):
        yield difference(scene, points, second, first, _SURE)


def _across_zero(scene: Scene, points: Claim, two: tuple[Claim, Claim], side: int) -> Iterator[Relation]:
    """From a rate of one sign to one of the other, both told right before the points, the second under nothing but its time."""
    now, base = sorted(two, key=lambda claim: -side * claim.direction)
    rates = all(c.measure == "rate" and not c.average and "paren" not in c.cues and c.clause == points.clause for c in two)
    words, verbs = two[1].lead, scene.rules.wording["increase"] + scene.rules.wording["decrease"]
    verb = max((verb for verb in verbs if words.endswith(verb)), key=len, default="")
    when = _ONLY_WHEN.fullmatch(words.removesuffix(verb)) is not None
    if when and rates and now.direction == side == -base.direction == points.direction and all(c.quantity.high is None for c in two):
        yield difference(scene, points, now, base, _SURE)
