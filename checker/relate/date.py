"""Dates against the calendar, and lengths of time against the dates they lie between."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from checker.claim import Claim
from checker.interval import Interval
from checker.quantity import Quantity, When
from checker.relate.scene import Scene
from checker.relation import Relation, Term

_WEEKDAYS = "一二三四五六日"
_SPANNING = ("历时", "工期", "建设期", "历经", "为期", "共", "持续", "质保期", "保修期", "期限", "服务期")


def relations(scene: Scene) -> Iterator[Relation]:
    """Days that do not exist, weekdays that are wrong, durations that do not fit their ends."""
    dates = [q for q in scene.quantities if q.when is not None]
    full: dict[int, date] = {}
    year: int | None = None
    for position, quantity in enumerate(dates):
        when = quantity.when
        assert when is not None
        if when.year is not None and when.form != "since":
            year = when.end_year or when.year
        yield from _exists(scene, quantity, when, year)
        day = _day(when, when.year if when.year is not None else year)
        if day is not None:
            full[quantity.start] = day
        if when.weekday is not None and position:
            yield from _weekday(scene, quantity, dates[position - 1], full)
    yield from _lengths(scene, dates, full)


def _claim(quantity: Quantity) -> Claim:
    """Dates make no claims of their own; a relation quotes them through one outside the running count."""
    return Claim(quantity, -1 - quantity.start, "level")


def _exists(scene: Scene, quantity: Quantity, when: When, year: int | None) -> Iterator[Relation]:
    first = when.month, when.day, when.year or year
    last = when.end_month or when.month, when.end_day, when.end_year or when.year or year
    for month, day, of in (first, last):
        if month is None or day is None:
            continue
        longest = 29 if of is None and month == 2 else monthrange(of or 2023, month)[1] if 1 <= month <= 12 else 0
        stated = Term("day", Interval.exactly(day), _claim(quantity))
        bound = Term("calendar", Interval(Decimal(1), Decimal(longest)), None, f"{month}月：1–{longest}日")
        yield scene.relation("impossible-date", [stated, bound], ("date", quantity.start, month, day), 0.99)


def _day(when: When, year: int | None) -> date | None:
    if year is None or when.month is None or when.day is None or when.end_day is not None:
        return None
    try:
        return date(year, when.month, when.day)
    except ValueError:
        return None


def _weekday(scene: Scene, quantity: Quantity, before: Quantity, full: dict[int, date]) -> Iterator[Relation]:
    day = full.get(before.start)
    when = quantity.when
    gap = scene.document.text[before.end : quantity.start]
    if day is None or when is None or when.weekday is None or len(gap.strip("（( \u3000")) > 0:
        return
    stated = Term("weekday", Interval.exactly(when.weekday), _claim(quantity))
    calendar = Term("calendar", Interval.exactly(day.weekday()), _claim(before), f"{day.isoformat()} = 星期{_WEEKDAYS[day.weekday()]}")
    yield scene.relation("weekday", [stated, calendar], ("weekday", quantity.start), 0.99)


def _lengths(scene: Scene, dates: list[Quantity], full: dict[int, date]) -> Iterator[Relation]:
    """Lengths of days or months within a hundred characters of two dates, and n days after a date."""
    for position, quantity in enumerate(dates):
        when = quantity.when
        if when is None or when.form != "length" or when.count is None or when.unit not in ("天", "日", "月", "个月", "年"):
            continue
        near = [d for d in dates[max(0, position - 4) : position + 5] if d is not quantity and abs(d.start - quantity.start) < 110]
        for first, second in pairwise(near):
            yield from _between(scene, quantity, when, first, second, full)
        for single in near:
            yield from _within_range(scene, quantity, when, single)
        yield from _after(scene, quantity, when, near, full)


def _between(scene: Scene, length: Quantity, when: When, first: Quantity, second: Quantity, full: dict[int, date]) -> Iterator[Relation]:
    if not (first.start in full and second.start in full) or second.start - first.end > 24:
        return
    yield from _spanned(scene, length, when, full[first.start], full[second.start], (first, second))


def _within_range(scene: Scene, length: Quantity, when: When, span: Quantity) -> Iterator[Relation]:
    of = span.when
    if of is None or of.form != "span" or of.year is None or of.month is None or of.end_month is None:
        return
    end_year = of.end_year or of.year
    try:
        first = date(of.year, of.month, of.day or 1)
        last = date(end_year, of.end_month, of.end_day or monthrange(end_year, of.end_month)[1])
    except ValueError:
        return
    yield from _spanned(scene, length, when, first, last, (span,))


def _spanned(scene: Scene, length: Quantity, when: When, first: date, last: date, ends: tuple[Quantity, ...]) -> Iterator[Relation]:
    if last <= first or when.count is None:
        return
    words = scene.document.text[max(0, length.start - 6) : length.start].rstrip("为约：: ")
    trust = 0.93 if words.endswith(_SPANNING) else 0.3
    if when.unit in ("天", "日"):
        days = (last - first).days
        low, high = days, days + 1
    else:
        months = (last.year - first.year) * 12 + last.month - first.month
        low, high = (months, months + 1) if when.unit != "年" else (months // 12, (months + 1) // 12)
    unit = "天" if when.unit in ("天", "日") else "年" if when.unit == "年" else "个月"
    note = f"{first.isoformat()} … {last.isoformat()} = {low}–{high}{unit}"
    calendar = Term("calendar", Interval(Decimal(low), Decimal(high)), _claim(ends[0]), note)
    terms = [Term("length", Interval.exactly(when.count), _claim(length)), calendar]
    if len(ends) > 1:
        terms.append(Term("calendar", Interval.exactly(0), _claim(ends[1])))
    yield scene.relation("duration", terms, ("length", length.start), trust)


def _after(scene: Scene, length: Quantity, when: When, near: list[Quantity], full: dict[int, date]) -> Iterator[Relation]:
    """起60日内，即2023年7月15日: the day that 即 names lies so many days after one of the document's dates."""
    text = scene.document.text
    for target in near:
        if target.start not in full or not 0 < target.start - length.end < 12 or "即" not in text[length.end : target.start]:
            continue
        if when.unit not in ("天", "日") or when.count is None or "起" not in text[max(0, length.start - 6) : length.start]:
            continue
        origins = {full[d] for d in full if d < length.start}
        fits = [o for o in origins if o + timedelta(days=int(when.count)) - full[target.start] in (timedelta(0), timedelta(1))]
        origin = fits[0] if fits else min(origins, default=None)
        if origin is None:
            continue
        end = origin + timedelta(days=int(when.count))
        stated = Term("day", Interval.exactly(full[target.start].toordinal()), _claim(target))
        reach = Interval(Decimal(end.toordinal() - 1), Decimal(end.toordinal()))
        note = f"{origin.isoformat()} + {when.count}天 = {end.isoformat()}"
        yield scene.relation("deadline", [stated, Term("calendar", reach, _claim(length), note)], ("deadline", target.start), 0.9)
