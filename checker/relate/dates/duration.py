"""Lengths of time against the moments they lie between, and deadlines against the days they are counted from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from checker.document import Words
from checker.interval import Interval
from checker.quantity import Quantity
from checker.relate.dates.moments import ANY_MONTH, ANY_YEAR, Moment, unnumbered
from checker.relate.scene import Scene
from checker.relation import Relation, Term

# How far a length may stand from the moments it lies between.
_REACH = 140
_STATED = 0.95
_GUESSED = 0.4
_ONE_OF = 0.93
_LAID_DOWN = ("历时", "为期", "持续", "持续了", "用时", "耗时", "相隔", "间隔")
# 3月4日至4月12日，用40天; 6月1日至30日主汛期30天: the length is said of the span right before it
_APPOSED = re.compile(
    r"(?:止|期间|[一-鿿]{1,2}期|[（(][^（）()]{1,10}[）)])?[，（(、）) ]{0,2}"
    r"(?:共|计|共计|合计|总共|用|用了|用时|历时|为期|的|这|前后|先后|整整)?"
)
_ENDS = (re.compile("开工|开始|起始|生效"), re.compile("[竣完]工|结束|届满|终止|失效"))
_OVER = re.compile("止|届满|到期|期满|终止|失效|截止")
# 7日启动，8日提升，至今已持续27小时: until the report was written
_UNTIL_NOW = ("至今", "迄今", "截至目前", "目前已")
_OF_WORKS = ("日历天数", "总工期")
_MONTHS = {"月": 1, "年": 12}
# without a year nobody knows how long February is
_LEAP_EVE = date(ANY_YEAR, 2, 28)
_HOURS = {"小时": 1, "日": 24}


def relations(scene: Scene) -> Iterator[Relation]:
    """历时, 共, 工期 … so many days, months or hours between two moments; n days after a day, 即 another."""
    known = scene.moments
    lengths = [q for q in scene.quantities if q.when is not None and q.when.form == "length" and q.when.count is not None]
    first = 0
    for position, length in enumerate(lengths):
        while first < len(known) and known[first].end < length.start - _REACH:
            first += 1
        near = []
        for moment in known[first : first + 24]:
            if moment.start > length.end + _REACH:
                break
            near.append(moment)
        if not (position and _composed(scene, lengths[position - 1], length)):
            following = lengths[position + 1] if position + 1 < len(lengths) else None
            yield from _measured(scene, length, following, near)
        yield from _deadline(scene, length, known, near)


def _composed(scene: Scene, years: Quantity, months: Quantity) -> bool:
    """Whether two lengths are one: 3年8个月, 3年零8个月."""
    of, rest = years.when, months.when
    joint = scene.document.words[years.end : months.start]
    return of is not None and rest is not None and of.unit == "年" and rest.unit == "月" and joint in ("", "零", "又")


def _measured(scene: Scene, length: Quantity, following: Quantity | None, near: Sequence[Moment]) -> Iterator[Relation]:
    when = length.when
    assert when is not None and when.count is not None
    if length.hedge or when.unit not in (*_MONTHS, *_HOURS):
        return
    text = scene.document.words
    count, unit, end = when.count, when.unit, length.end
    if following is not None and following.when is not None and following.when.count is not None and _composed(scene, length, following):
        count, unit, end = count * 12 + following.when.count, "月", following.end
    written = Term("length", Interval.exactly(count), unnumbered(length), text[length.start : end])
    for one, other, trust in _bounds(scene, length.start, end, near):
        reach = _between(one, other, unit)
        if reach is not None:
            terms = [written, Term("calendar", reach, unnumbered(one.quantity), _noted(one, other, reach, unit))]
            if other.quantity is not one.quantity:
                terms.append(Term("calendar", Interval.exactly(0), unnumbered(other.quantity)))
            yield scene.relation("duration", terms, ("length", length.start), trust)


def _bounds(scene: Scene, start: int, end: int, near: Sequence[Moment]) -> Iterator[tuple[Moment, Moment, float]]:
    """The moments a length may lie between, the likeliest first."""
    text = scene.document.words
    words = text[max(0, start - 10) : start].rstrip("为是约了：: ")
    behind = text[end : end + 2]
    lasting = words.endswith(scene.rules.wording["lasting"])
    term = max((noun for noun in scene.rules.wording["term_noun"] if words.endswith(noun)), key=len, default="")
    before = [m for m in near if m.end <= start and not set("。；;\n") & set(text[m.end : start])]
    after = [m for m in near if m.start >= end and not set("。；;\n") & set(text[end : m.start])]
    if behind[:1] == "后" and len(before) == 1 and after and after[0].start - end < 16:
        yield before[0], after[0], _STATED
        return
    if text[end : end + 4].lstrip("(（，, ").startswith(("即", "至", "自")) and len(after) > 1 and _joined(text, after[0], after[1]):
        yield after[0], after[1], _STATED
        return
    if behind[:1] not in ("前", "后") and _apposed(text, before, start):
        yield before[-2], before[-1], _STATED
        return
    if behind[:1] in ("内", "前", "后") or behind in ("以内", "以上", "以下", "之内", "左右"):
        return
    if term and before and after and _from_to(text, before[-1], after[0]):
        yield before[-1], after[0], _STATED
        return
    since = text[before[-1].end : start] if before else ""
    if (lasting or term) and not any(word in since for word in ("其中", *_UNTIL_NOW)):
        yield from _called(scene, start, end, near, words, term, before, after)


def _called(
    scene: Scene, start: int, end: int, near: Sequence[Moment], words: str, term: str, before: Sequence[Moment], after: Sequence[Moment]
) -> Iterator[tuple[Moment, Moment, float]]:
    """The moments of a length that is called one (历时, 工期)."""
    text = scene.document.words
    if term.endswith(_OF_WORKS) and not before:
        yield from _from_start_to_end(text, [m for m in near if m.end <= start and "\n" not in text[m.end : start]], start)
    yield from _by_the_hour([m for m in near if m.end <= start and not set("。\n") & set(text[m.end : start])], words)
    alone = len(before) == 2
    for one, other in pairwise(reversed(before)):
        yield other, one, _STATED if alone or other is before[-2] and _joined(text, other, one) else _GUESSED
    if not before or term:
        for one, other in pairwise(after):
            # what was agreed is not what came about: 合同工期180天，5月10日进场施工，12月20日完工
            trust = _STATED if term and one is after[0] and _joined(text, one, other) else _GUESSED
            yield one, other, trust
    if term and not after:
        later = [m for m in near if m.start >= end and "\n" not in text[end : m.start]]
        for one, other in pairwise(later):
            if text[one.end : other.start].endswith((term + "至", term + "到", term + "截至", term + "至于")):
                yield one, other, _STATED


def _from_to(text: Words, first: Moment, last: Moment) -> bool:
    """自2019年1月1日起施行，有效期5年，至2023年12月31日止: a beginning and an end, each so called."""
    return text[first.end : first.end + 1] == "起" and _OVER.match(text[last.end : last.end + 2]) is not None


def _apposed(text: Words, before: Sequence[Moment], start: int) -> bool:
    """Whether a length is said of the span right before it."""
    return len(before) > 1 and _joined(text, *before[-2:]) and _APPOSED.fullmatch(text[before[-1].end : start]) is not None


def _from_start_to_end(text: Words, before: Sequence[Moment], start: int) -> Iterator[tuple[Moment, Moment, float]]:
    """开工日期：2024年3月1日；竣工日期：2025年3月20日。总日历天数385天: the day of the start and that of the end, each so called."""
    if len(before) != len(_ENDS) or "其中" in text[before[-1].end : start]:
        return
    if all(named.search(text[max(0, m.start - 8) : m.start]) for named, m in zip(_ENDS, before, strict=True)):
        yield before[0], before[1], _STATED


def _by_the_hour(before: Sequence[Moment], words: str) -> Iterator[tuple[Moment, Moment, float]]:
    """2日10时启动，3日1时提升，5日12时降回，持续59小时: where each of three or four moments has its hour, the length lies between two of
    them."""
    if 2 < len(before) < 5 and all(m.grain == "hour" for m in before) and words.endswith(_LAID_DOWN):
        for late in range(len(before) - 1, 0, -1):
            for early in range(late - 1, -1, -1):
                yield before[early], before[late], _ONE_OF


def _joined(text: Words, one: Moment, other: Moment) -> bool:
    """Whether 至 or a dash joins two moments, or one figure names them both."""
    if one.quantity is other.quantity:
        return True
    gap = text[one.end : other.start]
    marks = ("起",) if "，" in gap else ("至", "到", "—", "~", "～", "起", "开工", "开始")
    return len(gap) <= 8 and any(mark in gap for mark in marks)


def measured_between(one: Moment, other: Moment, unit: str) -> tuple[Interval, str] | None:
    """How many units lie between two moments, and how a working says so; None where they cannot be told."""
    reach = _between(one, other, unit)
    return None if reach is None else (reach, _noted(one, other, reach, unit))


def _noted(one: Moment, other: Moment, reach: Interval, unit: str) -> str:
    return f"{_said(one)} … {_said(other)} = {_range(reach)}{'个月' if unit == '月' else unit}"


def _between(one: Moment, other: Moment, unit: str) -> Interval | None:
    """How many units lie between two moments: counted with neither end, or with one more where both days count."""
    leap = one.yearless and one.day <= _LEAP_EVE < other.day and unit not in _MONTHS
    apart = one.yearless and one.day.year != other.day.year
    if leap or apart or one.yearless != other.yearless or (other.day, other.hour) <= (one.day, one.hour):
        return None
    days = Decimal((other.day - one.day).days)
    if unit in _MONTHS:
        last = other.day if other.grain == "month" else other.day + timedelta(days=1)
        low = _months(one.day, other.day)
        high = low + 1 if other.grain == "month" else _months(one.day, last)
        if other.grain != "month" and last.day == one.day.day:
            low = high  # 3月1日至12月31日: whole months
        return Interval(Decimal(low // _MONTHS[unit]), Decimal(high // _MONTHS[unit]))
    if "month" in (one.grain, other.grain):
        return None
    if unit == "日":
        return Interval(days, days + 1)
    if one.grain != "hour" or other.grain != "hour":
        return None
    hours = days * 24 + other.hour - one.hour
    return Interval(hours.to_integral_value("ROUND_FLOOR"), hours.to_integral_value("ROUND_CEILING"))


def _months(first: date, last: date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day)


def _said(moment: Moment) -> str:
    hour = f"T{int(moment.hour):02d}:{int(moment.hour % 1 * 60):02d}" if moment.grain == "hour" else ""
    begin = 8 if moment.day.year == ANY_MONTH else 5 if moment.yearless else 0
    return moment.day.isoformat()[begin : 7 if moment.grain == "month" else 10] + hour


def _range(reach: Interval) -> str:
    return f"{reach.low:f}" if reach.low == reach.high else f"{reach.low:f}–{reach.high:f}"


def _deadline(scene: Scene, length: Quantity, known: Sequence[Moment], near: Sequence[Moment]) -> Iterator[Relation]:
    """起60日内，即2023年7月15日: the day that 即 names lies so many days after one of the document's dates."""
    text = scene.document.words
    when = length.when
    assert when is not None and when.count is not None
    if when.unit != "日" or "起" not in text[max(0, length.start - 6) : length.start]:
        return
    for target in near:
        told = 0 < target.start - length.end < 12 and "即" in text[length.end : target.start]
        if target.grain == "month" or target.yearless or not told:
            continue
        origins = {moment.day for moment in known if moment.end <= length.start and moment.grain != "month" and not moment.yearless}
        span = timedelta(days=int(when.count))
        fits = [o for o in origins if o + span - target.day in (timedelta(0), timedelta(1))]
        if not origins:
            continue
        origin = fits[0] if fits else min(origins)
        end = origin + span
        stated = Term("day", Interval.exactly(target.day.toordinal()), unnumbered(target.quantity))
        reach = Interval(Decimal(end.toordinal() - 1), Decimal(end.toordinal()))
        note = f"{origin.isoformat()} + {when.count}天 = {end.isoformat()}"
        yield scene.relation("deadline", [stated, Term("calendar", reach, unnumbered(length), note)], ("deadline", target.start), 0.9)
