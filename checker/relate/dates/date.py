"""Dates against the calendar: days that are none, wrong weekdays, ends before their beginnings."""

from __future__ import annotations

import re
from calendar import monthrange
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise

from checker.interval import Interval
from checker.quantity import Quantity, When
from checker.relate.dates.moments import Moment, unnumbered
from checker.relate.scene import Scene
from checker.relation import Relation, Term

_SOON = 45
_LEAP_DAY = (2, 29)
_WEEKDAYS = "一二三四五六日"
# 11月6日下午（星期四）, 8月14日 | 星期三: between a day and its weekday stands a part of the day, or the line between two cells of a row
_BESIDE = re.compile(r"[ \u3000（(]{0,3}(?:上午|下午|早上|晚上?|中午|夜间|凌晨)?[ \u3000（(|，,]{0,4}")


def relations(scene: Scene) -> Iterator[Relation]:
    """Every written date against the calendar, every weekday against its date, every span against its own order."""
    known = scene.moments
    days = {moment.start: moment for moment in known if moment.grain != "month" and not moment.yearless}
    dates = [q for q in scene.quantities if q.when is not None]
    years = _main_years(dates)
    year: int | None = None
    for position, quantity in enumerate(dates):
        when = quantity.when
        assert when is not None
        if when.year is not None and when.form != "since":
            year = when.end_year or when.year
        yield from _exists(scene, quantity, when, year)
        if when.weekday is not None and position:
            yield from _weekday(scene, quantity, dates[position - 1], days, years)
    for one, other in pairwise(known):
        if one.quantity is other.quantity:
            yield from _in_order(scene, one, other)


def _exists(scene: Scene, quantity: Quantity, when: When, year: int | None) -> Iterator[Relation]:
    first = when.month, when.day, when.year or year
    last = when.end_month or when.month, when.end_day, when.end_year or when.year or year
    for month, day, of in (first, last):
        if month is None or day is None:
            continue
        longest = 29 if of is None and month == 2 else monthrange(of or 2023, month)[1] if 1 <= month <= 12 else 0
        stated = Term("day", Interval.exactly(day), unnumbered(quantity))
        bound = Term("calendar", Interval(Decimal(1), Decimal(longest)), None, f"{month}月：1–{longest}日")
        yield scene.relation("impossible-date", [stated, bound], ("date", quantity.start, month, day), 0.99)


def _weekday(scene: Scene, quantity: Quantity, before: Quantity, days: Mapping[int, Moment], years: Sequence[int]) -> Iterator[Relation]:
    moment = days.get(before.start)
    when = quantity.when
    gap = scene.document.words[before.end : quantity.start]
    if moment is None or moment.quantity is not before or when is None or when.weekday is None or not _BESIDE.fullmatch(gap):
        return
    day = moment.day
    if before.when is not None and before.when.year is None:
        told = _may_be(day, years, days)
        day = next((d for d in told if d.weekday() == when.weekday), told[0])
    weekday = day.weekday()
    stated = Term("weekday", Interval.exactly(when.weekday), unnumbered(quantity))
    note = f"{day.isoformat()} = 星期{_WEEKDAYS[weekday]}"
    calendar = Term("calendar", Interval.exactly(weekday), unnumbered(before), note)
    yield scene.relation("weekday", [stated, calendar], ("weekday", quantity.start), 0.99)


def _may_be(day: date, years: Sequence[int], days: Mapping[int, Moment]) -> list[date]:
    """The days that one told without its year may be: of the year told last or one of the document's; of one year only where it lies so
    near to the day that the document is dated."""
    if (day.month, day.day) == _LEAP_DAY:
        return [day]
    dated = [m.day for m in days.values() if m.quantity.when is not None and m.quantity.when.year is not None]
    about = [day.replace(year=dated[-1].year + shift) for shift in (0, 1, -1)] if dated else []
    # 有效期5年，至2029年8月31日: the end of a term is no time that the document tells of
    far = bool(dated and years) and abs(dated[-1].year - years[0]) > 1
    near = [] if far else [each for each in about if abs((each - dated[-1]).days) <= _SOON]
    return near or [day, *(day.replace(year=year) for year in years)]


def _main_years(dates: Sequence[Quantity]) -> list[int]:
    """The year that the document names first with a month, and the one it names most often: meant where a day is told without its year,
    though a former year was told last."""
    named = Counter(q.when.year for q in dates if q.when is not None and q.when.year is not None and q.when.month)
    return [*list(named)[:1], *(year for year, _ in named.most_common(1))]


def _in_order(scene: Scene, one: Moment, other: Moment) -> Iterator[Relation]:
    """A span that names the years of both its ends, or none between them (11月—次年3月 is never written as one figure without 次年)."""
    when = one.quantity.when
    if when is None or when.year is None:
        return
    first = Term("first", Interval.exactly(one.day.toordinal()), None, one.day.isoformat())
    last = Term("last", Interval.exactly(other.day.toordinal()), unnumbered(other.quantity), other.day.isoformat())
    yield scene.relation("span-in-order", [last, first], ("span", one.start), 0.97)
