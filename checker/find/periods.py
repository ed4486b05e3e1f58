"""Periods that begin with a word instead of a number: 上半年, 前三季度, 去年同期, 年末, 星期六, “十四五”期间."""

from __future__ import annotations

import re
from typing import Literal

from checker.find import dates
from checker.find.lexicon import Lexicon, ends_with
from checker.find.sighting import Sighting
from checker.quantity import When

_PART_OF_DAY = re.compile("上午|下午|早上|晚上|中午|夜间|凌晨|晚")
_WEEKDAY = re.compile(r"\(?(?:星期|周|礼拜)(?P<w>[一二三四五六日天])\)?")
_PLAN = re.compile(r"(?P<n>十[一二三四五六七八九]|[一二三四五六七八九十])五(?P<quote>[”\"」]?)(?P<tail>期间|时期|以来|[末初])?")
_FRONT = re.compile(rf"[前后头](?:两|{dates.N})个?(?:季度|月)(?!以)")
_NOT_AFTER = frozenset("以之此日年提近最当目生")


def front_at(text: str, at: int, lexicon: Lexicon) -> Sighting | None:
    """前三季度, 前4个月, 后4个月: `at` is the place of the number."""
    if not at or (at > 1 and text[at - 2] in _NOT_AFTER) or not _FRONT.match(text, at - 1):
        return None
    begin = at - 1
    part = dates.within(text[begin : at + 12].replace("头", "前"), 0, When("span"))
    return None if part is None else dates.finished(text, begin, begin + part[1], part[0], lexicon)


def quarter_at(text: str, at: int, lexicon: Lexicon) -> Sighting | None:
    """第三季度, where `at` is the place of 第."""
    part = dates.within(text, at, When("span")) if text.startswith("季度", at + 2) else None
    return None if part is None else dates.finished(text, at, part[1], part[0], lexicon)


def half_year_at(text: str, at: int, lexicon: Lexicon) -> Sighting | None:
    """上半年 and 下半年, where `at` is the place of 半."""
    part = dates.within(text, at - 1, When("span")) if at and text[at - 1] in "上下" else None
    return None if part is None else dates.finished(text, at - 1, part[1], part[0], lexicon)


def relative_at(text: str, at: int, lexicon: Lexicon) -> Sighting | None:
    """去年, 上年同期, 今年上半年, 全年, 年末: `at` is the place of 年."""
    for word, shift in lexicon.years.items():
        begin = at + 1 - len(word)
        if begin >= 0 and text.startswith(word, begin) and not ends_with(text, at + 1, lexicon.words("not_before_year")):
            return _relative(text, begin, at + 1, shift, lexicon)
    edge = text[at + 1 : at + 2]
    if edge and edge in "初末底":
        return Sighting(at, at + 2, "date", when=When("point", month=1 if edge == "初" else 12, shift=0))
    return None


def _relative(text: str, begin: int, end: int, shift: int, lexicon: Lexicon) -> Sighting:
    when = When("span", shift=shift)
    end += text.startswith("度", end)
    if text.startswith("同期", end):
        return Sighting(begin, end + 2, "date", when=when)
    part = dates.within(text, end, when)
    if part is not None and not (part[0].month is None and part[0].day is not None):
        when, end = part
    return dates.finished(text, begin, end, when, lexicon)


def weekday_at(text: str, at: int) -> Sighting | None:
    """星期六 or (周五) at `at`."""
    found = _WEEKDAY.match(text, at)
    if found is None:
        return None
    day = "一二三四五六日".find(found["w"].replace("天", "日"))
    inner = found.span()
    if text[inner[0]] == "(":
        inner = (inner[0] + 1, inner[1] - (text[inner[1] - 1] == ")"))
    return Sighting(inner[0], inner[1], "date", when=When("span", weekday=day))


def weekday_behind(text: str, at: int) -> Sighting | None:
    """The weekday that a date names behind it: (星期日), 下午(周五), 星期天."""
    part = _PART_OF_DAY.match(text, at)
    begin = part.end() if part is not None else at
    opened = text.startswith("(", begin)
    return weekday_at(text, begin) if opened or text.startswith(("星期", "礼拜"), begin) else None


def weekday_alone(text: str) -> Sighting | None:
    """星期日 as all that a cell of a table says."""
    found = _WEEKDAY.fullmatch(text.strip())
    return None if found is None else weekday_at(text, len(text) - len(text.lstrip()))


def plan_at(text: str, at: int, lexicon: Lexicon) -> Sighting | None:
    """“十四五”期间: the five years of a national plan; 十四五 is 2021–2025."""
    found = _PLAN.match(text, at)
    if found is None:
        return None
    # “八五”普法 and “五五”工程 are other plans
    quoted = bool(found["quote"]) and at > 0 and text[at - 1] in '“"「' and (len(found["n"]) > 1 or bool(found["tail"]))
    if not quoted and not text.startswith(lexicon.words("plan_after"), at + len(found["n"]) + 1):
        return None
    first = 1953 + 5 * ((dates.number_of(found["n"]) or 1) - 1)
    # the years 1963–1965 lie between the second plan and the third
    first += 3 if first >= 1963 else 0
    end = found.end() if found["tail"] or not found["quote"] else found.end() - 1
    tail = found["tail"] or ""
    form: Literal["point", "since", "span"] = "point" if tail in ("末", "初") and tail else "since" if tail == "以来" else "span"
    return Sighting(at, end, "date", when=When(form, first, end_year=first + 4))
