"""A figure as the document writes it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from checker.document import Rounding
from checker.interval import Interval
from checker.numeral import Numeral
from checker.unit import Unit

# 计量 (takes part in arithmetic), 概数 (ditto, wide), 编号 (labels a thing), 日期 (dates, periods), 名称 (part of a name)
Class = Literal["measure", "approximate", "label", "date", "name"]
Hedge = Literal["", "above", "below", "about"]


_HALF = Decimal("0.5")
_NOTHING = Interval(Decimal(0), Decimal(0))


@dataclass(frozen=True, slots=True)
class When:
    """A date or period as written, before its year is known.

    Fields are None where the words are silent. `year`/`month`/`day` give the first day, `end_*` the last part of a span (1—8月 has
    month 1, end_month 8; 前三季度 has month 1, end_month 9; a single year or month leaves `end_*` None). `shift` counts years
    relative to the year under report (去年同期 −1, 今年 0). `form` is span (a stretch of time), point (截至8月底, 年末: a level
    at one moment), since (2020年以来) or length (五年来, 36个月: a duration without a place). `count`/`unit` give a length's number
    and its unit (年 季度 月 周 日 工作日 小时 …). `weekday` is 0 for Monday; clock times are dates without a `when`.
    """

    form: Literal["span", "point", "since", "length"]
    year: int | None = None
    month: int | None = None
    day: int | None = None
    end_year: int | None = None
    end_month: int | None = None
    end_day: int | None = None
    shift: int | None = None
    count: Decimal | None = None
    unit: str = ""
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """One figure with its place and what it stands for.

    `start`/`end` are code-point offsets in the document and cover number, unit and the hedges that belong to it; `text` quotes the
    document. `value` is the written value, and `interval` what it may stand for, both in base units (元, 人, 平方米 …; per cent as
    fractions of 1; percentage points as points, so 2.3个百分点 is 2.3 of dimension "point"). `step` is the worth of the last written
    digit in base units. `unit` is the unit as written without the scale word (10.99亿元 → 元), '' for bare numbers; `dimension` names
    what can be added (money, person, area, fraction, point, rank, ratio, count:户, money/person, number for bare numbers …). `factor`
    is base units per written unit including 万/亿, so value = numeral.mantissa × factor.
    `exact` figures have zero width. `ratio` is (offset of the first member, position from 0, members) for a member of
    25.7∶26.8∶47.5, else None. `high` is the upper numeral of a range such as 10%–20%, else None. `shared` marks a unit taken from a
    later neighbour (12、15和18万元).
    """

    start: int
    end: int
    text: str
    klass: Class
    numeral: Numeral | None = None
    high: Numeral | None = None
    unit: str = ""
    dimension: str = ""
    factor: Decimal = Decimal(1)
    value: Decimal = Decimal(0)
    step: Decimal = Decimal(0)
    interval: Interval = _NOTHING
    exact: bool = False
    hedge: Hedge = ""
    ratio: tuple[int, int, int] | None = None
    shared: bool = False
    when: When | None = None

    @property
    def arithmetic(self) -> bool:
        """Whether the figure takes part in arithmetic (计量 and 概数 figures)."""
        return self.klass in ("measure", "approximate")

    def in_unit(self, unit: Unit, factor: Decimal) -> Quantity:
        """The same figure read in `unit`, as a table heading (单位：万元) or a later neighbour says; `factor` is base units per written one
        (万元 → 10000, % → 0.01). Raises ValueError for a figure without a numeral."""
        if self.numeral is None:
            raise ValueError(f"no number to put a unit to: {self.text!r}")
        counted = unit.countable and factor == 1
        value, step, interval, exact = stands_for(self.numeral, self.high, factor, counted, self.hedge)
        return replace(
            self,
            unit=unit.name,
            dimension=unit.dimension,
            factor=factor * self.numeral.scale,
            value=value,
            step=step,
            interval=interval,
            exact=exact,
        )


    def cut(self, rounding: Rounding) -> Quantity:
        """The same figure where the last digit was not rounded to the nearest: what was cut off is less than one step, or at most half
        of one if it may have been either. Exact and hedged figures, and ranges, stay as they are."""
        if rounding == "nearest" or self.exact or self.hedge or self.numeral is None or self.numeral.vague or self.high is not None:
            return self
        half, away = self.step * _HALF, self.step if self.value >= 0 else -self.step
        cut = Interval(min(self.value, self.value + away), max(self.value, self.value + away))
        return replace(self, interval=cut if rounding == "down" else cut.hull(Interval.around(self.value, half)))


def stands_for(
    numeral: Numeral, high: Numeral | None, factor: Decimal, counted: bool, hedge: Hedge
) -> tuple[Decimal, Decimal, Interval, bool]:
    """Value, worth of the last digit, range and exactness of a number of units worth `factor` each; all in base units.

    `counted` says that the unit counts things one by one: such a figure is exact unless it has 万, 亿, decimals or a hedge.
    """
    value, step = numeral.value * factor, numeral.step * factor
    exact = not hedge and not numeral.vague and (numeral.style == "capital" or (counted and numeral.scale == 1 and numeral.step >= 1))
    interval = Interval(value, value) if exact else _spread(numeral, value, step, factor, hedge)
    if high is not None:
        above = stands_for(high, None, factor, counted, "")
        return value, step, interval.hull(above[2]), False
    return value, step, interval, exact


def _spread(numeral: Numeral, value: Decimal, step: Decimal, factor: Decimal, hedge: Hedge) -> Interval:
    if numeral.vague:
        return Interval(value, value + numeral.reach * factor)
    if not hedge:
        half = step * _HALF
        return Interval(value - half, value + half)
    reach = numeral.round_step * factor
    if hedge == "above":
        return Interval(value, value + reach)
    if hedge == "below":
        return Interval(value - reach, value)
    return Interval.around(value, reach * _HALF)
