"""Dates and periods: 2023年8月29日, 1—8月, 上半年, 去年同期, “十四五”期间, 9时30分."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from checker.chinese import read_spelled
from checker.find.lexicon import Lexicon, ends_with
from checker.find.sighting import Sighting
from checker.quantity import When

N = r"(?:[0-9]{1,2}(?![0-9])|[一二三四五六七八九十]{1,3})"
_Y = r"(?:[12] ?[0-9] ?[0-9] ?[0-9]|[一二][〇零○Oo一二三四五六七八九]{3})"
_SEP = r" ?(?:[—~-]{1,2}|至|到) ?"
_YEAR = re.compile(
    rf"(?P<y>{_Y}) ?(?:年度?)?(?:{_SEP}|/)(?P<y2>{_Y}|[0-9]{{2}}) ?学?年度?(?! ?[0-9]{{1,2}} ?月)"
    rf"|(?P<only>{_Y}) ?学?年度?"
)
_SHORT_YEAR = re.compile(r"(?P<only>[0-9]{2})年(?=[0-9]{1,2}月|底|末|初)")
_DECADE = re.compile(r"(?:(?P<c>[0-9]{1,2}|[一二十]{1,3})世纪)?(?P<d>[0-9]0|[一二三四五六七八九]十)年代|(?:[0-9]{1,2}|[一二十]{1,3})世纪")
_ISO = re.compile(r"(?P<y>(?:19|20)[0-9]{2})([-/.])(?P<m>[0-9]{1,2})\2(?P<d>[0-9]{1,2})(?![0-9.])")
_WITHIN = re.compile(
    rf" ?(?:"
    rf"(?P<half>[上下])半年"
    rf"|第?(?P<q>[一二三四1-4])(?:{_SEP}第?(?P<q2>[一二三四1-4]))? ?个?季度"
    rf"|前(?P<fq>[一二两三123])个?季度"
    rf"|前(?P<fm>两|{N})个?月(?!以)"
    rf"|后(?P<lm>两|{N})个?月(?!以)"
    rf"|(?P<m>{N}) ?(?:月份?)?{_SEP}(?P<m2>{N}) ?月份?(?! ?{N} ?[日号])"
    rf"|(?P<ma>{N}) ?月(?:份|(?! ?[0-9])|(?= ?[0-9]))(?: ?(?P<d>{N})(?:(?:{_SEP}(?P<d2>{N}))? ?[日号]))?"
    rf"|(?P<d0>{N}){_SEP}(?P<d1>{N}) ?日|(?P<day>{N}) ?日"
    rf"|(?P<edge>年?[初末底])(?![一二三]{{0,1}}中|级)"
    rf")"
)
_TAIL = re.compile(r"(?P<edge>[初末底])|[上中下]旬|(?P<since>以来)")
_TO = re.compile(_SEP)
_CLOCK = re.compile(
    r"(?:(?:[01]?[0-9]|2[0-4])(?:[—~-]|至))?(?:[01]?[0-9]|2[0-4]|零|十?[一二三四五六七八九十])(?:[时点](?:[0-5]?[0-9]分|半|整|许)|时(?![间候期代段光机效常限序空]))"
    r"|(?:[01]?[0-9]|2[0-4]):[0-5][0-9](?::[0-5][0-9])?(?![0-9:])"
)
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
    if special is not None and not _years_listed(special):
        return _special(special)
    year = _YEAR.match(text, at) or _SHORT_YEAR.match(text, at)
    if year is not None:
        return _after_year(text, at, year, lexicon)
    part = within(text, at, When("span"))
    if part is not None:
        when, end = part
        if when.month is None and _is_duration(text, at, end, when, lexicon):
            return None
        return finished(text, at, end, when, lexicon)
    clock = _CLOCK.match(text, at)
    return None if clock is None else Sighting(at, clock.end(), "date")


def _years_listed(found: re.Match[str]) -> bool:
    """Whether strokes list years (2019/20/21年) where no month can be meant."""
    parts = found.groupdict()
    return found.group()[4:5] == "/" and int(parts["m"]) > 12 and int(parts["d"]) == int(parts["m"]) + 1


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
        return finished(text, at, end, When("span", first, end_year=last), lexicon)
    year = number_of(parts["only"]) or 0
    year += 1900 if year < 100 else 0
    when = When("span", year)
    part = within(text, end, when)
    if part is not None and not (part[0].month is None and part[0].day is not None):
        when, end = part
    return finished(text, at, end, when, lexicon)


def within(text: str, at: int, when: When) -> tuple[When, int] | None:
    """The part of a year (8月29日, 1—8月, 上半年, 年末) at `at`, added to `when`, and where it ends."""
    found = _WITHIN.match(text, at)
    if found is None:
        return None
    kind = found.lastgroup
    parts = {name: value for name, value in found.groupdict().items() if value is not None}
    if kind == "edge":
        edge = parts["edge"][-1]
        return (replace(when, form="point", month=1 if edge == "初" else 12), found.end()) if when.year or when.shift is not None else None
    months = _months(parts)
    return replace(
        when, month=months.get("month"), day=months.get("day"), end_month=months.get("end_month"), end_day=months.get("end_day")
    ), found.end()


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


def finished(text: str, at: int, end: int, when: When, lexicon: Lexicon) -> Sighting:
    """The date [at, end) with what follows it: 末, 以来, or the second date of a span."""
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
    part = within(text, second.end() if second else joint.end(), other)
    if part is None:
        return when, end
    last = part[0]
    if last.end_month is not None or last.form != "span" or (when.day is None) != (last.day is None):
        return when, end
    if when.month is None and last.month is not None:
        return when, end
    return replace(when, end_year=last.year, end_month=last.month, end_day=last.day), part[1]
