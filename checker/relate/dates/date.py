"""Dates against the calendar: days that are none, wrong weekdays, ends before their beginnings."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from checker.interval import Interval
from checker.quantity import Quantity, When
from checker.relate.dates.moments import Moment, moments, unnumbered
from checker.relate.scene import Scene
from checker.relation import Relation, Term

_LEAP_DAY = (2, 29)
_WEEKDAYS = "一二三四五六日"


def relations(scene: Scene) -> Iterator[Relation]:
    """Every written date against the calendar, every weekday against its date, every span against its own order."""
    known = moments(scene)
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


def _weekday(
    scene: Scene, quantity: Quantity, before: Quantity, days: Mapping[int, Moment], years: Sequence[int]
) -> Iterator[Relation]:
    moment = days.get(before.start)
    when = quantity.when
    gap = scene.document.text[before.end : quantity.start]
    if moment is None or moment.quantity is not before or when is None or when.weekday is None or gap.strip("（( \u3000"):
        return
    day = moment.day
    if before.when is not None and before.when.year is None:
        others = [day.replace(year=year) for year in years if (day.month, day.day) != _LEAP_DAY]
        day = next((d for d in (day, *others) if d.weekday() == when.weekday), day)
    weekday = day.weekday()
    stated = Term("weekday", Interval.exactly(when.weekday), unnumbered(quantity))
    note = f"{day.isoformat()} = 星期{_WEEKDAYS[weekday]}"
    calendar = Term("calendar", Interval.exactly(weekday), unnumbered(before), note)
    yield scene.relation("weekday", [stated, calendar], ("weekday", quantity.start), 0.99)


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
