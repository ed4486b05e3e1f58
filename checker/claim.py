"""What a figure says: which indicator, of whom, for when, against what base."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from checker.interval import Interval
from checker.quantity import Quantity

# level: an amount or a rate as such; change: how much more or less; rate: by what share it changed; share: part of a whole as a fraction;
# points: difference of two rates; mean: an amount for each one of something; multiple: so many times; ratio: a member of a∶b∶c
Measure = Literal["level", "change", "rate", "share", "points", "mean", "multiple", "ratio", "rank", "length"]
# result: what was reached; base: what it is compared with (上年的18.62亿元); target: what is planned or budgeted
Modality = Literal["result", "base", "target"]
POINT = Decimal("0.01")
_FEBRUARY = 2


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time or a moment. `first`/`last` are its first and last day; `point` says that a level at the end is meant.

    Two periods are the same only if all three are equal; an unknown period is None on the claim, never a guess.
    """

    first: date
    last: date
    point: bool = False

    def __str__(self) -> str:
        """FIRST/LAST for a stretch of time, the day for a moment."""
        return self.last.isoformat() if self.point else f"{self.first.isoformat()}/{self.last.isoformat()}"

    @property
    def days(self) -> int:
        """Number of days, both ends counted."""
        return (self.last - self.first).days + 1

    def shifted(self, years: int) -> Period:
        """The same stretch of another year; the end of February stays the end of February."""
        last = monthrange(self.last.year + years, self.last.month)[1]
        day = last if self.last.month == _FEBRUARY else self.last.day
        leap = self.first.month == _FEBRUARY and self.first.day > 28
        first = self.first.replace(year=self.first.year + years, day=28 if leap else self.first.day)
        return Period(first, self.last.replace(year=self.last.year + years, day=day), self.point)

    @property
    def months(self) -> int:
        """Number of calendar months touched, both ends counted."""
        return (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure with its meaning.

    `index` is its place among the document's claims. `name` is the noun phrase the words give it ('' if none); `indicator` the pack's id
    for it ('' if unknown); `subject` whom it is about ('' = the document's own subject). `direction` is −1 where the words say that
    something fell (下降8.8%), else 1; `signed` is the interval with that direction in it. `average` marks 年均 rates. `cues` are the
    word classes met around it (part, total, share, remainder, per, respectively, overlap, comparable …). `lead` is the text since
    the figure before it in the sentence, `tail` the text up to the next one. `block`, `sentence` and `clause` count from 0 through
    the document. `cell` is (table number, row, column). `dated` is the date
    that gave the figure its period, None where none did.
    """

    quantity: Quantity
    index: int
    measure: Measure
    name: str = ""
    indicator: str = ""
    subject: str = ""
    period: Period | None = None
    direction: int = 1
    modality: Modality = "result"
    average: bool = False
    cues: frozenset[str] = frozenset()
    lead: str = ""
    tail: str = ""
    block: int = 0
    sentence: int = 0
    clause: int = 0
    cell: tuple[int, int, int] | None = None
    dated: Quantity | None = None
    sources: tuple[Claim, ...] = ()

    @property
    def signed(self) -> Interval:
        """What the figure may stand for, with the direction of its verb; percentage points as fractions, so that they add to rates."""
        interval = self.quantity.interval
        if self.quantity.dimension == "point":
            interval = interval.scaled(POINT)
        return -interval if self.direction < 0 else interval

