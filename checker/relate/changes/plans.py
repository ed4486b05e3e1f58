"""What is planned: the level to be reached and its rate, against the level reached so far, wherever the document states it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.claim import Claim
from checker.relate.changes.levels import level
from checker.relate.scene import Scene
from checker.relate.sorts import one_subject
from checker.relate.topic import last_clause, topic_of
from checker.relation import Relation, term

_AFTER = ("达到", "达", "总量", "总额", "规模", "、")
_SHORT = 8
_TIMES = re.compile("^(?:去年|上年|今年|明年|本年|当年|全年|[0-9]{4}年|全[国省市县区]|我[国省市县区])")
_GROSS = ("总量", "总计")
_FULL_YEAR = 12
_SURE, _RIVAL = 0.93, 0.6


def relations(scene: Scene) -> Iterator[Relation]:
    """税收收入增长7%、达到21.4亿元 under a heading of goals; 安排8.4亿元，比上年执行数增长5%."""
    reached: dict[str, list[Claim]] = {}
    for claim in scene.prose:
        if level(claim) and claim.modality == "result" and (claim.indicator or claim.name):
            reached.setdefault(claim.indicator or _core(scene, claim.name), []).append(claim)
    for sentence in scene.sentences:
        for position, rate in enumerate(sentence):
            if rate.measure == "rate" and not rate.average and "comparable" not in rate.cues:
                goal = _goal(scene, sentence, position)
                if goal is not None:
                    yield from _from_reached(scene, rate, goal, reached)


def _goal(scene: Scene, sentence: list[Claim], position: int) -> Claim | None:
    rate = sentence[position]
    before = sentence[position - 1] if position else None
    after = sentence[position + 1] if position + 1 < len(sentence) else None
    if after is not None and level(after) and after.clause == rate.clause and _planned(scene, rate, after):
        words = last_clause(after.lead) or after.lead
        if (not after.name or words.startswith(_AFTER)) and len(words) < _SHORT and topic_of(scene, rate):
            return after
    if before is not None and level(before) and before.clause == rate.clause and _planned(scene, rate, before):
        return None if topic_of(scene, rate) else before
    return None


def _planned(scene: Scene, rate: Claim, goal: Claim) -> bool:
    ahead = goal.modality == "target" or any(word in goal.lead for word in scene.rules.wording["ahead"])
    return goal.modality != "base" and (ahead or rate.modality == "target") and goal.quantity.dimension != "fraction"


def _core(scene: Scene, name: str) -> str:
    """The name without the year, the place and the verb of planning before it."""
    before = ""
    while before != name:
        before, name = name, _TIMES.sub("", name)
        for word in scene.rules.wording["ahead"]:
            name = name.removeprefix(word)
    return name


def _from_reached(scene: Scene, rate: Claim, goal: Claim, reached: dict[str, list[Claim]]) -> Iterator[Relation]:
    named = rate if topic_of(scene, rate) else goal
    indicator = scene.rules.indicators.get(named.indicator)
    if not named.name or "增加值" in named.name or indicator is not None and indicator.growth == "real":
        return
    found: list[Claim] = []
    for claim in reversed(reached.get(named.indicator or _core(scene, named.name), [])):
        before = claim.index < min(rate.index, goal.index) and scene.same_things(claim, goal) and one_subject(claim, named)
        whole = claim.period is None or claim.period.point or claim.period.months >= _FULL_YEAR
        gross = claim.name.endswith(_GROSS) != named.name.endswith(_GROSS)
        if before and whole and not gross and all(c.quantity.value != claim.quantity.value for c in found):
            found.append(claim)
    for level_reached in found[:3]:
        terms = [term("rate", rate), term("now", goal), term("base", level_reached)]
        yield scene.relation("growth-from-levels", terms, ("plan", rate.index), _SURE if len(found) == 1 else _RIVAL)
