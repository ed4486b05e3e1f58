"""When a figure holds: dates and periods of the text resolved against the year under report."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from checker.claim import Period
from checker.quantity import Quantity, When

_LEAP_YEAR = 366
_LONGEST_REVIEW = 30


@dataclass(frozen=True, slots=True)
class Clock:
    """The year under report (None if the document does not say) and the period in force."""

    year: int | None = None
    period: Period | None = None

    def at(self, when: When) -> Clock:
        """The clock after the words of `when`; lengths and bare weekdays leave it as it is. 2020年以来 runs to the end of the period in
        force, or of the year under report."""
        if when.form == "length" or (when.weekday is not None and when.day is None):
            return self
        period = resolve(when, self.year)
        if period is None:
            return self
        if when.form == "since":
            return Clock(self.year, self._until_now(period.first))
        absolute = when.year is not None
        return Clock(period.last.year if absolute and when.day is None else self.year, period)

    @property
    def spans_years(self) -> bool:
        """Whether the period in force is longer than a year: what a review of five years says at its head holds until another head."""
        return self.period is not None and self.period.days > _LEAP_YEAR

    def over(self, years: int) -> Clock:
        """The clock after 五年来, 过去五年: so many years, the last of which is the year under report."""
        if self.year is None:
            return self
        return Clock(self.year, Period(date(self.year - years + 1, 1, 1), date(self.year, 12, 31)))

    def _until_now(self, first: date) -> Period | None:
        if self.period is not None and self.period.last >= first:
            return Period(first, self.period.last)
        return Period(first, date(self.year, 12, 31)) if self.year is not None and self.year >= first.year else None


_Held = tuple[Clock, Clock, Quantity | None, Quantity | None]


class Times:
    """The times a passage speaks of: `passage` holds for the sentences to come, `sentence` from its date on, `base` for what the sentence
    compares with; `words` and `base_words` are the dates that say so, None where an earlier passage does."""

    def __init__(self, clock: Clock) -> None:
        self.passage = self.sentence = self.base = clock
        self.words: Quantity | None = None
        self.base_words: Quantity | None = None
        self._said: Quantity | None = None
        held: _Held = (clock, clock, None, None)
        self._outside = self._before = held
        self._of_the_past = False

    def next_sentence(self) -> None:
        """A sentence without a date of its own is of the passage's time."""
        self.sentence = self.base = self.passage
        self.words = self.base_words = self._said
        self._of_the_past = False

    def past(self, told: bool) -> None:
        """出院21634人次，上年20181人次，增长7.2%: once the level of last year is told, the sentence goes on with its own time."""
        if told and self._of_the_past:
            self.sentence, self.base, self.words, self.base_words = self._before
            self._of_the_past = False

    def bracket(self, was: bool, is_open: bool, figures: bool) -> None:
        """A bracket that gives figures of another time (年初余额38766.83亿元) says nothing of when those behind it hold."""
        if is_open and not was:
            self._outside = (self.sentence, self.base, self.words, self.base_words)
        elif was and not is_open and figures:
            self.sentence, self.base, self.words, self.base_words = self._outside

    def told(self, date: Quantity, opens: bool, first: bool) -> None:
        """A date of its own; `opens` if it stands before all figures of its sentence, `first` before all of the passage."""
        assert date.when is not None
        self._of_the_past = bool(date.when.shift) and not first
        if self._of_the_past:
            self._before = (self.sentence, self.base, self.words, self.base_words)
        self._set(self._at(date), date, opens, first, date.when.year is not None)

    def reviewed(self, length: Quantity, opens: bool, first: bool) -> None:
        """五年来, 过去五年: so many years up to now, or those of the plan that is spoken of."""
        when, now = length.when, self.sentence.period
        if when is None or when.form != "length" or when.unit != "年" or not when.count or not 1 <= when.count <= _LONGEST_REVIEW:
            return
        if now is None or now.months != 12 * when.count:
            self._set(self.sentence.over(int(when.count)), length, opens, first, False)

    def compared(self, date: Quantity) -> None:
        """The date of what is compared with (比2019年)."""
        self.base, self.base_words = self._at(date), date

    def of(self, base: bool) -> Period | None:
        """The period of a figure of the sentence, or of what it is compared with."""
        return self.base.period if base else self.sentence.period

    def said(self, base: bool) -> Quantity | None:
        """The date that gave that period."""
        return self.base_words if base else self.words

    def _at(self, date: Quantity) -> Clock:
        """The clock after a date; 上年同期 is the stretch of last year that the period in force is of this one."""
        when, now = date.when, self.sentence.period
        assert when is not None
        if not date.text.endswith("同期") or when.shift is None or when.month is not None or now is None:
            return self.sentence.at(when)
        return Clock(self.sentence.year, now.shifted(when.shift))

    def _set(self, clock: Clock, words: Quantity, opens: bool, first: bool, absolute: bool) -> None:
        """A period named before any figure of the passage holds on, and so does a review of years opened at the head of a sentence
        (这五年，…。…。) until another period is."""
        before, self.sentence, self.base = self.passage, clock, clock
        self.words = self.base_words = words
        if opens and (clock.spans_years or before.spans_years):
            self.passage = clock
        elif first:
            self.passage = clock if absolute else Clock(before.year, clock.period) if clock.period else before
        if self.passage is not before:
            self._said = words


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
