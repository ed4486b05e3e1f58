"""Dates and periods: 2023年8月29日, 1—8月, 上半年, 去年同期, “十四五”期间, 9时30分."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from checker.chinese import read_spelled
from checker.find.lexicon import Lexicon, ends_with
from checker.find.sighting import Sighting
from checker.quantity import When

_N = r"(?:[0-9]{1,2}(?![0-9])|[一二三四五六七八九十]{1,3})"
_Y = r"(?:[12] ?[0-9] ?[0-9] ?[0-9]|[一二][〇零○Oo一二三四五六七八九]{3})"
_SEP = r" ?(?:[—~-]{1,2}|至|到) ?"
_YEAR = re.compile(rf"(?P<y>{_Y}) ?(?:年度?)?(?:{_SEP}|/)(?P<y2>{_Y}|[0-9]{{2}}) ?(?P<school>学)?年度?(?! ?[0-9]{{1,2}} ?月)|(?P<only>{_Y}) ?(?P<s>学)?年度?")
_SHORT_YEAR = re.compile(r"(?P<only>[0-9]{2})年(?=[0-9]{1,2}月|底|末|初)")
_DECADE = re.compile(r"(?:(?P<c>[0-9]{1,2}|[一二十]{1,3})世纪)?(?P<d>[0-9]0|[一二三四五六七八九]十)年代|(?:[0-9]{1,2}|[一二十]{1,3})世纪")
_ISO = re.compile(r"(?P<y>(?:19|20)[0-9]{2})([-/.])(?P<m>[0-9]{1,2})\2(?P<d>[0-9]{1,2})(?![0-9.])")
_WITHIN = re.compile(
    rf" ?(?:"
    rf"(?P<half>[上下])半年"
    rf"|第?(?P<q>[一二三四1-4])(?:{_SEP}第?(?P<q2>[一二三四1-4]))? ?个?季度"
    rf"|前(?P<fq>[一二两三123])个?季度"
    rf"|前(?P<fm>两|{_N})个?月(?!以)"
    rf"|后(?P<lm>两|{_N})个?月(?!以)"
    rf"|(?P<m>{_N}) ?(?:月份?)?{_SEP}(?P<m2>{_N}) ?月份?(?! ?{_N} ?[日号])"
    rf"|(?P<ma>{_N}) ?月(?:份|(?! ?[0-9])|(?= ?[0-9]))(?: ?(?P<d>{_N})(?:(?:{_SEP}(?P<d2>{_N}))? ?[日号]))?"
    rf"|(?P<d0>{_N}){_SEP}(?P<d1>{_N}) ?日|(?P<day>{_N}) ?日"
    rf"|(?P<edge>年?[初末底])(?![一二三]{{0,1}}中|级)"
    rf")"
)
_TAIL = re.compile(r"(?P<edge>[初末底])|[上中下]旬|(?P<since>以来)")
_TO = re.compile(_SEP)
_CLOCK = re.compile(r"(?:[01]?[0-9]|2[0-4]|零|十?[一二三四五六七八九十])(?:[时点](?:[0-5]?[0-9]分|半|整|许)|时(?![间候期代段光机效常限序空]))|(?:[01]?[0-9]|2[0-4]):[0-5][0-9](?::[0-5][0-9])?(?![0-9:])")
_WEEKDAY = re.compile(r"\(?(?:星期|周|礼拜)(?P<w>[一二三四五六日天])\)?")
_PLAN = re.compile(r"(?P<n>十[一二三四五六七八九]|[一二三四五六七八九十])五(?P<quote>[”\"」]?)(?P<tail>期间|时期|以来|[末初])?")
_FRONT = re.compile(rf"[前后头](?:两|{_N})个?(?:季度|月)(?!以)")
_NOT_AFTER = frozenset("以之此日年提近最当目生")
MONTHS_OF_HALF = {"上": (1, 6), "下": (7, 12)}


def number_of(text: str | None) -> int | None:
    """A small number in either script, or None for None."""
    if text is None:
        return None
    digits = text.replace(" ", "").replace("○", "〇").replace("O", "〇").replace("o", "〇")
    return int(digits) if digits.isascii() else int(read_spelled(digits).value)


def date_at(text: str, at: int, lexicon: Lexicon) -> Sighting | None:
    """The date or period that begins at `at` with a digit or numeral."""
    special = _ISO.match(text, at) or _DECADE.match(text, at)
    if special is not None:
        return _special(special)
    year = _YEAR.match(text, at) or _SHORT_YEAR.match(text, at)
    if year is not None:
        return _after_year(text, at, year, lexicon)
    within = _within(text, at, When("span"))
    if within is not None:
        when, end = within
        if when.month is None and _is_duration(text, at, end, when, lexicon):
            return None
        return _finished(text, at, end, when, lexicon)
    clock = _CLOCK.match(text, at)
    return None if clock is None else Sighting(at, clock.end(), "date")


def _special(found: re.Match[str]) -> Sighting:
    parts = found.groupdict()
    when = None
    if parts.get("y"):
        when = When("span", int(parts["y"]), int(parts["m"]), int(parts["d"]))
    elif parts.get("d"):
        decade = number_of(parts["d"]) or 0
        first = ((number_of(parts["c"]) or 20) - 1) * 100 + decade
        when = When("span", first, end_year=first + 9)
    return Sighting(found.start(), found.end(), "date", when=when)


def _after_year(text: str, at: int, found: re.Match[str], lexicon: Lexicon) -> Sighting:
    parts = found.groupdict()
    end = found.end()
    if parts.get("y"):
        first, last = number_of(parts["y"]) or 0, number_of(parts["y2"]) or 0
        last += first // 100 * 100 if last < 100 else 0
        return _finished(text, at, end, When("span", first, end_year=last), lexicon)
    year = number_of(parts["only"]) or 0
    year += 1900 if year < 100 else 0
    when = When("span", year)
    within = _within(text, end, when)
    if within is not None and not (within[0].month is None and within[0].day is not None):
        when, end = within
    return _finished(text, at, end, when, lexicon)


def _within(text: str, at: int, when: When) -> tuple[When, int] | None:
    found = _WITHIN.match(text, at)
    if found is None:
        return None
    kind = found.lastgroup
    parts = {name: value for name, value in found.groupdict().items() if value is not None}
    if kind == "edge":
        edge = parts["edge"][-1]
        return (replace(when, form="point", month=1 if edge == "初" else 12), found.end()) if when.year or when.shift is not None else None
    return replace(when, **_months(parts)), found.end()


def _months(parts: dict[str, str]) -> dict[str, int | None]:
    n = {name: number_of(value) or 0 for name, value in parts.items() if name != "half"}
    if "half" in parts:
        first, last = MONTHS_OF_HALF[parts["half"]]
        return {"month": first, "end_month": last}
    if "q" in n:
        return {"month": n["q"] * 3 - 2, "end_month": n.get("q2", n["q"]) * 3}
    if "fq" in n:
        return {"month": 1, "end_month": n["fq"] * 3}
    if "fm" in n:
        return {"month": 1, "end_month": n["fm"]}
    if "lm" in n:
        return {"month": 13 - n["lm"], "end_month": 12}
    if "m" in n:
        return {"month": n["m"], "end_month": n["m2"]}
    if "ma" in n:
        return {"month": n["ma"], "day": n.get("d"), "end_day": n.get("d2")}
    return {"day": n.get("d0", n.get("day")), "end_day": n.get("d1")}


def _is_duration(text: str, at: int, end: int, when: When, lexicon: Lexicon) -> bool:
    """N日 counts days when it cannot be a day of a month or the words beside it say so."""
    if (when.day or 0) > 31 or not text[at].isascii() or text.startswith(lexicon.words("duration_after"), end):
        return True
    return ends_with(text, at, lexicon.words("duration_before"))


def _finished(text: str, at: int, end: int, when: When, lexicon: Lexicon) -> Sighting:
    tail = _TAIL.match(text, end)
    if tail is not None and not (tail.group() in "初末底" and text[end + 1 : end + 2] == "级"):
        end = tail.end()
        form: Literal["point", "since", "span"] = "point" if tail["edge"] else "since" if tail["since"] else "span"
        when = replace(when, form=form)
        if tail["edge"] and when.month is None:
            when = replace(when, month=1 if tail["edge"] == "初" else 12)
    elif when.end_year is None and when.end_month is None and when.end_day is None:
        when, end = _to_end(text, end, when)
    if when.form == "span" and when.end_year is None and ends_with(text, at, lexicon.words("until")):
        when = replace(when, form="point")
    return Sighting(at, end, "date", when=when)


def _to_end(text: str, end: int, when: When) -> tuple[When, int]:
    """2022年7月至2023年6月, 3月6日至4月28日: the second date ends the span."""
    joint = _TO.match(text, end)
    if joint is None:
        return when, end
    second = re.compile(_Y + " ?年").match(text, joint.end())
    other = When("span", number_of(second.group()[:-1]) if second else None)
    within = _within(text, second.end() if second else joint.end(), other)
    if within is None or within[0].end_month is not None or within[0].form != "span" or (when.month is None and within[0].month is not None):
        return when, end
    last = within[0]
    if (when.day is None) != (last.day is None):
        return when, end
    return replace(when, end_year=last.year, end_month=last.month, end_day=last.day), within[1]


def front_at(text: str, at: int, lexicon: Lexicon) -> Sighting | None:
    """前三季度, 前4个月, 后4个月: `at` is the place of the number."""
    if not at or (at > 1 and text[at - 2] in _NOT_AFTER) or not _FRONT.match(text, at - 1):
        return None
    begin = at - 1
    within = _within("前" + text[at : at + 12] if text[begin] == "头" else text[begin : at + 12], 0, When("span"))
    return None if within is None else _finished(text, begin, begin + within[1], within[0], lexicon)


def half_year_at(text: str, at: int, lexicon: Lexicon) -> Sighting | None:
    """上半年 and 下半年, where `at` is the place of 半."""
    within = _within(text, at - 1, When("span")) if at and text[at - 1] in "上下" else None
    return None if within is None else _finished(text, at - 1, within[1], within[0], lexicon)


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
    within = _within(text, end, when)
    if within is not None and not (within[0].month is None and within[0].day is not None):
        when, end = within
    return _finished(text, begin, end, when, lexicon)


def weekday_at(text: str, at: int) -> Sighting | None:
    """星期六 or (周五) at `at`."""
    found = _WEEKDAY.match(text, at)
    if found is None:
        return None
    day = "一二三四五六日".find(found["w"].replace("天", "日"))
    inner = found.span()
    if text[inner[0]] == "(" :
        inner = (inner[0] + 1, inner[1] - (text[inner[1] - 1] == ")"))
    return Sighting(inner[0], inner[1], "date", when=When("span", weekday=day))


def plan_at(text: str, at: int, lexicon: Lexicon) -> Sighting | None:
    """“十四五”期间: the five years of a national plan; 十四五 is 2021–2025."""
    found = _PLAN.match(text, at)
    if found is None:
        return None
    # “八五”普法 and “五五”工程 are other plans
    quoted = bool(found["quote"]) and at > 0 and text[at - 1] in "“\"「" and (len(found["n"]) > 1 or bool(found["tail"]))
    if not quoted and not text.startswith(lexicon.words("plan_after"), at + len(found["n"]) + 1):
        return None
    first = 1953 + 5 * ((number_of(found["n"]) or 1) - 1)
    # the years 1963–1965 lie between the second plan and the third
    first += 3 if first >= 1963 else 0
    end = found.end() if found["tail"] or not found["quote"] else found.end() - 1
    tail = found["tail"] or ""
    form: Literal["point", "since", "span"] = "point" if tail in ("末", "初") and tail else "since" if tail == "以来" else "span"
    return Sighting(at, end, "date", when=When(form, first, end_year=first + 4))
