"""What the readers of a passage hand over: a figure with its place in the folded text."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from checker.numeral import Numeral
from checker.passage import Passage
from checker.quantity import Class, Hedge, Quantity, When, stands_for
from checker.unit import Unit

BARE = Unit("", "number", Decimal(1))


@dataclass(slots=True)
class Sighting:
    """A figure at [begin, stop) of a passage's folded text; the other fields are those of Quantity."""

    begin: int
    stop: int
    klass: Class
    numeral: Numeral | None = None
    high: Numeral | None = None
    unit: Unit = BARE
    hedge: Hedge = ""
    ratio: tuple[int, int, int] | None = None
    shared: bool = False
    when: When | None = None

    @property
    def bare(self) -> bool:
        """Whether it is a number without a unit, so that a later neighbour may lend it one."""
        return self.unit is BARE and self.numeral is not None and self.klass in ("measure", "name") and self.ratio is None

    def quantity(self, passage: Passage, source: str) -> Quantity:
        """The figure as a noun, quoted as it is written in `source`, the text of the document, but for marks and blanks inside it; or as
        folded, where that is ''."""
        start, end = passage.places(self.begin, self.stop)
        text = passage.quoted(source, self.begin, self.stop) if source else passage.text[self.begin : self.stop]
        numeral, unit = self.numeral, self.unit
        if numeral is None:
            return Quantity(start, end, text, self.klass, when=self.when)
        value, step, interval, exact = stands_for(numeral, self.high, unit.factor, unit.countable, self.hedge)
        factor = unit.factor if numeral.scale == 1 else unit.factor * numeral.scale
        ratio = None if self.ratio is None else (passage.place(self.ratio[0]), self.ratio[1], self.ratio[2])
        return Quantity(
            start, end, text, self.klass, numeral, self.high, unit.name, unit.dimension,
            factor, value, step, interval, exact, self.hedge, ratio, self.shared, self.when,
        )  # fmt: skip
