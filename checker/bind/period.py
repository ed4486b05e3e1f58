"""When a figure holds: dates and periods of the text resolved against the year under report."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from checker.claim import Period
from checker.quantity import Quantity, When


@dataclass(frozen=True, slots=True)
class Clock:
    """The year under report (None if the document does not say) and the period in force."""

    year: int | None = None
    period: Period | None = None

    def at(self, when: When) -> Clock:
        """The clock after the words of `when`; lengths, base years and bare weekdays leave it as it is."""
        if when.form in ("length", "since") or (when.weekday is not None and when.day is None):
            return self
        period = resolve(when, self.year)
        if period is None:
            return self
        absolute = when.year is not None and when.form != "since"
        return Clock(period.last.year if absolute and when.day is None else self.year, period)


def resolve(when: When, year: int | None) -> Period | None:
    """The days that `when` covers; None where no year is known or the date does not exist."""
    first_year = when.year if when.year is not None else year
    if first_year is None:
        return None
    if when.shift is not None and when.year is None:
        first_year += when.shift
    last_year = when.end_year if when.end_year is not None else first_year
    first_month = when.month if when.month is not None else 1
    last_month = when.end_month or when.month or 12
    try:
        first = date(first_year, first_month, when.day or 1)
        last_day = when.end_day or (when.day if when.end_month is None and when.day else None) or monthrange(last_year, last_month)[1]
        last = date(last_year, last_month, last_day)
    except ValueError:
        return None
    if last < first:
        return None
    return Period(first, last, when.form == "point")


def year_of(title: str, quantities: Iterable[Quantity]) -> int | None:
    """The year a document reports on: the first year in its title, else the year that its dates name most often."""
    counts: dict[int, int] = {}
    for quantity in quantities:
        when = quantity.when
        if when is None or when.year is None or when.form == "since":
            continue
        if quantity.start < len(title) + 3:
            return when.end_year or when.year
        counts[when.year] = counts.get(when.year, 0) + 1
        if sum(counts.values()) > 200:
            break
    return max(counts, key=lambda y: counts[y]) if counts else None
