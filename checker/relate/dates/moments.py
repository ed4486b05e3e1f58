"""The moments a document names, with their years and hours, as lengths of time are measured between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from checker.claim import Claim
from checker.document import Document, Words
from checker.passage import fold
from checker.quantity import Quantity, When

Grain = Literal["month", "day", "hour"]
_CLOCK = re.compile(r"([0-9]{1,2})[时点:](?:([0-5]?[0-9])分?|(半))?")
ANY_YEAR = 2001
# 8日18时 … 10日16时, without a month anywhere near: counted as days of one long month
ANY_MONTH = 2003
_SIXTY = Decimal(60)
# a day of every month or of one that is named otherwise (每月5日, 次月10日)
_NO_DAY = ("月", "每", "第", "满", "连续")
_TOLD_ON = 100
_LONGEST = 31


@dataclass(frozen=True, slots=True)
class Moment:
    """A day (`grain` month: the first day of a month), with the hour of the day where the words name it. `start` and `end` are the
    place of the figure in the document; the two ends of one span (3月6日至4月28日) share it. `yearless` days stand before any year and
    are counted in a common one."""

    start: int
    end: int
    day: date
    grain: Grain
    quantity: Quantity
    hour: Decimal = Decimal(0)
    yearless: bool = False


def unnumbered(quantity: Quantity) -> Claim:
    """Dates make no claims of their own; a relation quotes them through one outside the running count."""
    return Claim(quantity, -1 - quantity.start, "level")


def moments(document: Document, quantities: Sequence[Quantity]) -> list[Moment]:
    """Every moment of at least a month's grain in document order; a year that is not written is that of the date before."""
    found: list[Moment] = []
    year: int | None = None
    text = document.words
    dates = [q for q in quantities if q.klass == "date"]
    for before, quantity in pairwise([None, *dates]):
        when = quantity.when if quantity is not None else None
        if quantity is None:
            continue
        if when is None:
            _clock(text, found, before, quantity)
        elif when.form != "length":
            if when.year is not None and when.form != "since":
                year = when.end_year or when.year
            month = when.month or _month_before(text, found, quantity, when)
            if month is None and when.form == "span":
                found += _of_any_month(text, quantity, when)
            else:
                found += _ends(quantity, replace(when, month=month), when.year if when.year is not None else year)
    return [moment for moment in found if moment.day.year != ANY_MONTH or moment.grain == "hour"]


def _of_any_month(text: Words, quantity: Quantity, when: When) -> Iterator[Moment]:
    told = text[max(0, quantity.start - 2) : quantity.start].endswith(_NO_DAY)
    if when.day is not None and 1 <= when.day <= _LONGEST and when.end_day is None and not told:
        yield Moment(quantity.start, quantity.end, date(ANY_MONTH, 1, when.day), "day", quantity, yearless=True)


def _month_before(text: Words, found: list[Moment], quantity: Quantity, when: When) -> int | None:
    """7月2日10时启动响应，3日1时提升: a day without its month, not before the day told last in the paragraph, is of the same month."""
    if not found or found[-1].day.year == ANY_MONTH:
        return None
    if when.day is None or when.form != "span" or found[-1].grain == "month" or when.day < found[-1].day.day:
        return None
    between = text[found[-1].end : quantity.start]
    told_on = len(between) <= _TOLD_ON and "\n" not in between and not between.endswith(_NO_DAY)
    return found[-1].day.month if told_on else None


def _ends(quantity: Quantity, when: When, year: int | None) -> Iterator[Moment]:
    if when.month is None or when.form == "since":
        return
    yearless, year = year is None, ANY_YEAR if year is None else year
    last = when.end_year or year, when.end_month or when.month, when.end_day
    spanned = (when.end_month, when.end_day) != (None, None)
    for of, month, day in ((year, when.month, when.day), last) if spanned else ((year, when.month, when.day),):
        try:
            yield Moment(quantity.start, quantity.end, date(of, month, day or 1), "day" if day else "month", quantity, yearless=yearless)
        except ValueError:
            return


def _clock(text: Words, found: list[Moment], before: Quantity | None, clock: Quantity) -> None:
    """7月1日 23时: the hour goes to the day right before it; 8时至20时: the second hour is of the same day."""
    read = _CLOCK.fullmatch(fold(clock.text))
    if read is None or not found or before is None or found[-1].end != before.end:
        return
    last = found[-1]
    hour = Decimal(read[1]) + (Decimal(read[2]) / _SIXTY if read[2] else Decimal("0.5") if read[3] else Decimal(0))
    gap = text[last.end : clock.start].strip("　 )（(")
    if last.grain == "day" and gap in ("", "上午", "凌晨", "早上"):
        found[-1] = replace(last, end=clock.end, grain="hour", hour=hour)
    elif last.grain == "day" and gap in ("下午", "晚上", "夜间"):
        found[-1] = replace(last, end=clock.end, grain="hour", hour=hour + 12 if hour < 12 else hour)
    elif last.grain == "hour" and gap in ("至", "到", "—", "-", "~"):
        found.append(replace(last, start=clock.start, end=clock.end, quantity=clock, hour=hour))
