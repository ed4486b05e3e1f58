"""A table seen as lines that may be computed from one another, case by case: rows over columns, or columns over rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from checker.claim import POINT, Claim
from checker.relate.tables.grid import Grid

_POINT = float(POINT)
# what is no amount of anything: it neither adds up nor divides
_NEVER = frozenset({"rank", "ratio", "year", "month", "time", "age", "grade", "multiple"})


@dataclass(frozen=True, slots=True)
class Figure:
    """A cell in floating point, to look at many readings quickly: its value, how far it may be from what was meant (half the worth of its
    last digit, nothing for what is counted one by one), the worth of its last digit that is not zero, and what it measures."""

    value: float
    reach: float
    step: float
    kind: str
    claim: Claim


Line = list[Figure | None]


@dataclass(frozen=True)
class Sheet:
    """`lines[i][j]` is the figure of line i in case j, None where there is none. `across` says that the lines are rows."""

    lines: Sequence[Line]
    across: bool

    @cached_property
    def kinds(self) -> list[str]:
        """What most figures of each line measure."""
        found = [[figure.kind for figure in line if figure is not None] for line in self.lines]
        return [max(kinds, key=kinds.count, default="") for kinds in found]

    def transposed(self) -> Sheet:
        """The columns as lines and the rows as cases."""
        return Sheet([list(case) for case in zip(*self.lines, strict=True)], not self.across)


def sheet(grid: Grid, columns: Sequence[int]) -> Sheet:
    """The rows of a table in order, with the figures of some of its columns."""
    rows = sorted({row for row, column in grid if column in columns})
    return Sheet([[_figure(grid.get((row, column))) for column in columns] for row in rows], True)


def _figure(claim: Claim | None) -> Figure | None:
    if claim is None or claim.quantity.dimension in _NEVER or claim.quantity.hedge:
        return None
    quantity, signed = claim.quantity, claim.signed
    scale = _POINT if quantity.dimension == "point" else 1.0
    kind = "fraction" if quantity.dimension == "point" else quantity.dimension
    step = float(quantity.step) * scale * 10 ** _zeros(claim)
    return Figure(float(signed.middle), float(signed.width / Decimal(2)), step, kind, claim)


def _zeros(claim: Claim) -> int:
    """How many zeros a figure without decimals ends in: round figures agree with one another more easily."""
    numeral = claim.quantity.numeral
    if numeral is None or not numeral.mantissa or numeral.step < 1:
        return 0
    digits = f"{abs(numeral.mantissa):f}"
    return len(digits) - len(digits.rstrip("0"))
