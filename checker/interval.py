"""The set of values that a written figure may stand for."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Interval:
    """A closed range of decimal numbers in base units.

    Both ends count as inside: a figure that lies exactly on the seam between two roundings is never accused.
    Division by a range that holds zero and empty ranges raise ValueError.
    """

    low: Decimal
    high: Decimal

    @classmethod
    def exactly(cls, value: Decimal | int) -> Interval:
        """The range that holds one value only."""
        value = Decimal(value)
        return cls(value, value)

    @classmethod
    def around(cls, value: Decimal, reach: Decimal) -> Interval:
        """All values at most `reach` away from `value`."""
        return cls(value - reach, value + reach)

    @property
    def middle(self) -> Decimal:
        """The value half way between the ends."""
        return (self.low + self.high) / 2

    @property
    def width(self) -> Decimal:
        """Distance between the ends, in the unit of the ends."""
        return self.high - self.low

    def meets(self, other: Interval) -> bool:
        """Whether some value lies in both ranges (XBRL Calculations 1.1: consistent within rounding)."""
        return self.low <= other.high and other.low <= self.high

    def holds(self, value: Decimal) -> bool:
        """Whether `value` lies inside."""
        return self.low <= value <= self.high

    def widened(self, reach: Decimal) -> Interval:
        """The same range with `reach` more on either side."""
        return Interval(self.low - reach, self.high + reach)

    def hull(self, other: Interval) -> Interval:
        """The least range that holds both."""
        return Interval(min(self.low, other.low), max(self.high, other.high))

    def __add__(self, other: Interval) -> Interval:
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: Interval) -> Interval:
        return Interval(self.low - other.high, self.high - other.low)

    def __neg__(self) -> Interval:
        return Interval(-self.high, -self.low)

    def __mul__(self, other: Interval) -> Interval:
        if self.low >= 0 and other.low >= 0:
            return Interval(self.low * other.low, self.high * other.high)
        corners = (self.low * other.low, self.low * other.high, self.high * other.low, self.high * other.high)
        return Interval(min(corners), max(corners))

    def __truediv__(self, other: Interval) -> Interval:
        if other.low <= 0 <= other.high:
            raise ValueError("division by a range that holds zero")
        if self.low >= 0 and other.low > 0:
            return Interval(self.low / other.high, self.high / other.low)
        corners = (self.low / other.low, self.low / other.high, self.high / other.low, self.high / other.high)
        return Interval(min(corners), max(corners))

    def scaled(self, factor: Decimal) -> Interval:
        """Both ends times `factor`."""
        low, high = self.low * factor, self.high * factor
        return Interval(low, high) if low <= high else Interval(high, low)

    def power(self, exponent: Decimal) -> Interval:
        """Both ends raised to `exponent`; the range must not reach below zero."""
        if self.low < 0:
            raise ValueError("a root of a range that reaches below zero")
        low, high = self.low**exponent, self.high**exponent
        return Interval(low, high) if low <= high else Interval(high, low)
