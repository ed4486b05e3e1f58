"""Lists of the times at which something was done, and parts that are called first, second, third: 演练3次，分别在4月、7月和11月开展."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.relate.counts.declared import MOST, Declared, Reading
from checker.relate.scene import Scene

_OCCASIONS = ("次", "期", "场", "批", "轮", "届", "回", "批次", "场次")
_DATE = r"(?:[0-9]{4}年)?(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日|份|初|底|末|[上中下]旬)?"
_DATES = re.compile(rf"(?:[，,]?分别(?:于|在|为|是|安排在)?|[（(])(?P<dates>{_DATE}(?:[、和及]{_DATE}){{1,20}})(?P<end>[^、和及0-9等])")
_BETWEEN = 10
_NUMERALS = "一二三四五六七八九十"
_REACH, _SPAN = 60, 400
# the last of them may be called otherwise, or be left for later
_REST = re.compile("其余|其他|其它|余下|剩余|最后|末[批期]|尾批|其中|目前|已完成|正在|后续")
_SURE = 0.95


def at_dates(scene: Scene, one: Declared) -> Iterator[Reading]:
    """组织演练3次，分别在4月、7月和11月开展: one date for each time."""
    if one.claim.quantity.unit not in _OCCASIONS:
        return
    text = one.passage.text
    found = _DATES.search(text, one.stop, one.stop + _REACH * 2)
    if found is None or found.start() - one.stop > _BETWEEN or set("，。；;、:") & set(text[one.stop : found.start()]):
        return
    if any(character.isdigit() for character in text[one.stop : found.start()]):
        return
    rest = re.split("[。；;\n]", text[found.end() : found.end() + _REACH])[0]
    if "各" in rest or one.claim.quantity.unit in rest:
        return  # 其中3月和5月各两期: more than one on a date
    dates = [date for date in re.split("[、和及]", found["dates"]) if date]
    if all(re.search("[月日]", date) for date in dates) and len(set(dates)) == len(dates):
        # 招聘会12场，分别在3月、6月: a month may have had several
        most = len(dates) if all("日" in date for date in dates) else MOST
        yield Reading(len(dates), most, f"{found['dates']}：{len(dates)}", _SURE)


def in_stages(scene: Scene, one: Declared) -> Iterator[Reading]:
    """分三期实施，第一期…，第二期…，第三期…: the last of the parts that its sentence calls by their numbers."""
    unit = one.claim.quantity.unit or ""
    text = one.passage.text
    stop = text.find("。", one.stop, one.stop + _SPAN)
    end = stop if stop >= 0 else min(len(text), one.stop + _SPAN)
    if unit not in (*_OCCASIONS, "阶段") or "分" not in text[max(0, one.begin - 2) : one.begin]:
        return
    if _REST.search(text, one.stop, end):
        return
    at, count = one.stop, 0
    while count < len(_NUMERALS) and (found := text.find(f"第{_NUMERALS[count]}{unit}", at, end)) >= 0:
        at, count = found + 1, count + 1
    if count > 1 and text.find(f"第一{unit}", one.stop, end) - one.stop <= _REACH:
        yield Reading(count, count, f"第一{unit} … 第{_NUMERALS[count - 1]}{unit}", _SURE)
