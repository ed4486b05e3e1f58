"""One thing at two moments, the second of them told by its date alone: 蓄水6.28亿立方米，8日8时为5.17亿立方米，三天多蓄1.11亿立方米."""

from __future__ import annotations

import re
from dataclasses import replace

from checker.claim import Claim
from checker.relate.changes.levels import level
from checker.relate.changes.reached import only_reached
from checker.relate.scene import Scene
from checker.relate.topic import alike, last_clause, led_on, topic_of

_MOMENT = r"(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日(?:\d{1,2}时)?|(?<=月)[末底初]|年[末底初])"
_DATE_ALONE = re.compile(rf"{_MOMENT}(?:则|仅|只)?(?:为|是|达)")
_FLOW = re.compile("全年|累计|合计|[季年月]度|半年|[0-9]月份")
_DATED, _ENDS = re.compile(_MOMENT), re.compile("(?:[0-9]{1,4}年)?(?:[0-9]{1,2}月)?[年月][末底]")
_PERIOD = r"(?:\d{4}年)?(?:\d{1,2}(?:[—-]\d{1,2})?月份?|[一二三四]季度|[上下]半年)|\d{4}年度?"
_NOW = "(?:今年[末底]?|本年|本期|本月|本季|当年|当月)(?:度|以来|同期)?"
# changes that may stand between the two levels and the one that is asked of
_REACH, _PAIR = 6, 2


# 2024年收入, 今年办理: a clause that opens with the time of its figure
_TIME = re.compile(rf"(?:到|至)?(?:{_PERIOD}|{_MOMENT}|{_NOW})")
_YEAR, _SHORT = 12, 8
_PLAN = re.compile("^(?:预计|有望|将|可)+")
_NORMS = ("常年", "多年", "历")
# a comparison that says itself with what
_ELSE = re.compile("(?<![同环])[比较]|[年季月][初末]|[高低快慢][于出]|超过|全[国省市]|占")


def told(scene: Scene, sentence: list[Claim], position: int) -> tuple[Claim, Claim] | None:
    """The level now and the one before it, of which the second in the text bears nothing but a date: it is the later one where the first is
    dated too, and the earlier one beside a figure of the document's own time."""
    moved = sentence[position]
    if (both := _to_come(scene, sentence, position) or _behind(scene, sentence, position)) is not None:
        return both
    if topic_of(scene, moved):
        return None
    at = position
    while at and position - at < _REACH and sentence[at - 1].measure in ("change", "rate", "length"):
        at -= 1
    if at < _PAIR:
        return None
    second, back = sentence[at - 1], at - _PAIR
    while back and at - back < _REACH and sentence[back].measure in ("change", "rate"):
        back -= 1  # 2023年a，增长r%；2024年b，增长s%
    first = sentence[back]
    told_already = any(c.measure == moved.measure for c in sentence[at:position])
    if not told_already and _of_two_periods(scene, first, second, moved):
        return second, first
    if back < at - _PAIR:
        return None
    plain = all(level(c) and c.modality != "base" and "paren" not in c.cues for c in (first, second))
    # 全年门诊量42.6万人次，12月31日为986人次: one day of many
    plain = plain and _FLOW.search(first.lead) is None
    alone = _DATE_ALONE.fullmatch(last_clause(second.lead)) is not None and not second.name
    if not plain or not alone or not scene.same_things(first, second) or second.clause != moved.clause:
        return None
    if _DATED.search(last_clause(first.lead)):
        return second, first
    # 退出6家，年末达183家，净增15家: the end of a year is before nothing that is told in it
    return None if _ENDS.match(last_clause(second.lead)) else (first, second)


def _of_two_periods(scene: Scene, first: Claim, second: Claim, moved: Claim) -> bool:
    """2023年收入1286万元，2024年收入1412万元，增长9.8%; 上年同期办理1246件，今年办理1014件，减少232件: one name, and one time after the
    other, each at the head of its clause."""
    if not all(level(c) and "paren" not in c.cues for c in (first, second)) or not scene.same_things(first, second):
        return False
    here, there = last_clause(second.lead), _with_its_time(first)
    time, time_before = _TIME.match(here), _TIME.match(there)
    noun = _PLAN.sub("", here[time.end() :]) if time is not None else ""
    if time is None or second.modality != "result" or not second.lead.startswith(("，", ";")):
        return False
    if moved.average or _ELSE.search(last_clause(moved.lead)) is not None:
        return False
    opened = max((word for word in scene.rules.wording["base"] if there.startswith(word)), key=len, default="")
    if opened or first.modality == "base":
        if opened.startswith(_NORMS) or "同比" in moved.lead and opened.endswith(("初", "末", "底")):
            return False
        return bool(opened) and re.match(_NOW, here) is not None and _same_noun(noun, there[len(opened) :])
    if time_before is None or not _same_noun(noun, there[time_before.end() :]) or not _next_to(first, second, "环比" in moved.lead):
        return False
    return second.clause == moved.clause


def _to_come(scene: Scene, sentence: list[Claim], position: int) -> tuple[Claim, Claim] | None:
    """2024年完成128.4亿元，2025年预计增长5%，达到134.8亿元: the level that the rate of a later year leads to, and the one before it."""
    moved, around = sentence[position], (sentence[position - 1 : position], sentence[position + 1 : position + 2])
    if moved.measure not in ("rate", "change") or moved.average or not all(around) or not moved.lead.startswith(("，", ";")):
        return None
    (before,), (after,) = around
    alone = level(before) and before.modality != "base" and "paren" not in before.cues and _dated(moved)
    topic = topic_of(scene, moved)
    alone = alone and (not topic or topic in scene.rules.wording["ahead"] or alike(scene, topic, before))
    later = replace(before, period=moved.period)
    fits = alone and level(after) and only_reached(scene, after) and scene.same_things(before, after) and _dated(before)
    return (after, before) if fits and _next_to(before, later, False) and _ELSE.search(last_clause(moved.lead)) is None else None


def _behind(scene: Scene, sentence: list[Claim], position: int) -> tuple[Claim, Claim] | None:
    """同比增长5.2%，由上年的128.4亿元增加到135.1亿元: from where to where, told behind how much it is."""
    moved, two = sentence[position], sentence[position + 1 : position + 1 + _PAIR]
    if len(two) < _PAIR or moved.measure not in ("rate", "change"):
        return None
    base, now = two
    opened = base.lead.startswith("，") and base.lead[1:].lstrip("已").startswith(("由", "从")) and base.modality == "base"
    ends = opened and level(base) and level(now) and led_on(base, now) and scene.same_things(base, now)
    same = base.name in ("", moved.name) and (moved.measure == "rate" or scene.same_things(base, moved))
    return (now, base) if ends and same else None


def _with_its_time(claim: Claim) -> str:
    """去年底，村均收入: the clause with the time that stands alone before it."""
    before, _, clause = claim.lead.rpartition("，")
    alone = last_clause(before)
    return alone + clause if before == alone and len(alone) < _SHORT else last_clause(claim.lead)


def _dated(claim: Claim) -> bool:
    return _TIME.match(last_clause(claim.lead)) is not None


def _same_noun(here: str, there: str) -> bool:
    """收入 and 收入, 接待游客 and nothing: what the later clause calls its figure, if anything, is what the earlier one does."""
    noun, before = here.rstrip("为是达到约仅"), there.rstrip("为是达到约仅")
    return not noun or noun == before or len(noun) > 1 and before.endswith(noun)


def _next_to(first: Claim, second: Claim, from_last: bool) -> bool:
    """Whether two times are the same part of two years in a row; under 环比 (`from_last`), whether they are of one length and adjoin."""
    before, after = first.period, second.period
    if before is None or after is None or before.months != after.months or before.point != after.point:
        return False
    gap = (after.last.year - before.last.year) * _YEAR + after.last.month - before.last.month
    return gap == (before.months if from_last else _YEAR)
