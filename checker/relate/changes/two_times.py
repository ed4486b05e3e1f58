"""One thing at two moments, the second of them told by its date alone: 蓄水6.28亿立方米，8日8时为5.17亿立方米，三天多蓄1.11亿立方米."""

from __future__ import annotations

import re

from checker.claim import Claim
from checker.relate.changes.levels import level
from checker.relate.scene import Scene
from checker.relate.topic import last_clause, topic_of

_MOMENT = r"(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日(?:\d{1,2}时)?|(?<=月)[末底初]|年[末底初])"
_DATE_ALONE = re.compile(rf"{_MOMENT}(?:则|仅|只)?(?:为|是|达)")
_FLOW = re.compile("全年|累计|合计|[季年月]度|半年|[0-9]月份")
_DATED = re.compile(_MOMENT)
# changes that may stand between the two levels and the one that is asked of
_REACH, _PAIR = 6, 2


def told(scene: Scene, sentence: list[Claim], position: int) -> tuple[Claim, Claim] | None:
    """The level now and the one before it, of which the second in the text bears nothing but a date: it is the later one where the first is
    dated too, and the earlier one beside a figure of the document's own time."""
    moved = sentence[position]
    if topic_of(scene, moved):
        return None
    at = position
    while at and position - at < _REACH and sentence[at - 1].measure in ("change", "rate", "length"):
        at -= 1
    if at < _PAIR:
        return None
    first, second = sentence[at - _PAIR : at]
    plain = all(level(c) and c.modality != "base" and "paren" not in c.cues for c in (first, second))
    # 全年门诊量42.6万人次，12月31日为986人次: one day of many
    plain = plain and _FLOW.search(first.lead) is None
    alone = _DATE_ALONE.fullmatch(last_clause(second.lead)) is not None and not second.name
    if not plain or not alone or not scene.same_things(first, second) or second.clause != moved.clause:
        return None
    return (second, first) if _DATED.search(last_clause(first.lead)) else (first, second)
