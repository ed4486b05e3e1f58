"""What was understood of one figure, from which words, what it was compared with, and what was missing where nothing confirms it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from checker.claim import Modality
from checker.document import Unreadable
from checker.finding import Place
from checker.quantity import Quantity
from checker.report import Figure
from checker.rules import Evidence, Kind, Rules
from checker.verdict import Outcome

# why a figure stands for its range: counted one by one, written in capital numerals (大写), a range of two numbers, an amount said
# vaguely (数十), a hedge that says at least, at most or about, or nothing but the last digit
Ground = Literal["counted", "capital", "span", "vague", "above", "below", "about", "digit"]
# what is missing where nothing confirms a figure: it needs no check; nothing was found to compare it with; what it might be compared
# with fits other figures better; the figures beside it must not be compared; only uncertain relations agree; its value is written once;
# no words name it; nothing else in the document is so named; nothing else in its sentence or table is of its kind
Lack = Literal["exempt", "unrelated", "outdone", "abstained", "uncertain", "once", "nameless", "name-once", "alone"]

_SCALES: Mapping[int, str] = {10: "十", 100: "百", 1000: "千", 10**4: "万", 10**8: "亿", 10**12: "万亿"}


class NoFigure(Unreadable):
    """No figure stands at the place that was named; `zh` and `en` say so in one sentence."""


@dataclass(frozen=True, slots=True)
class Sense:
    """What a written figure may stand for: from `low` to `high` in `unit` as written (10.985 to 10.995 亿元), on what `ground`, and the
    `hedges` as written."""

    low: Decimal
    high: Decimal
    unit: str
    ground: Ground
    hedges: tuple[str, ...] = ()

    @classmethod
    def of(cls, quantity: Quantity, rules: Rules) -> Sense:
        """The sense of a figure that takes part in arithmetic."""
        scale = quantity.numeral.scale if quantity.numeral is not None else Decimal(1)
        word = "" if scale == 1 else _SCALES.get(int(scale), "")
        factor = quantity.factor if scale == 1 or word else quantity.factor / scale
        low, high = quantity.interval.low / factor, quantity.interval.high / factor
        return cls(low, high, word + quantity.unit, _ground(quantity), _hedges(quantity, rules))


def _ground(quantity: Quantity) -> Ground:
    if quantity.exact:
        return "capital" if quantity.numeral is not None and quantity.numeral.style == "capital" else "counted"
    if quantity.high is not None:
        return "span"
    if quantity.numeral is not None and quantity.numeral.vague:
        return "vague"
    return quantity.hedge or "digit"


def _hedges(quantity: Quantity, rules: Rules) -> tuple[str, ...]:
    """The longest hedge before the digits and the longest one after them."""
    before = max((word for word in rules.hedges["before"] if quantity.text.startswith(word)), key=len, default="")
    rest = quantity.text[len(before) :]
    after = max((word for word in rules.hedges["after"] if word in rest), key=len, default="")
    return tuple(word for word in (before, after) if word) if quantity.hedge or _ground(quantity) == "vague" else ()


@dataclass(frozen=True, slots=True)
class Heads:
    """What stands beside and above a table's cell: the label of its row, the heading of its column, the unit that the table is in."""

    row: str
    column: str
    unit: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """One relation that a figure took part in.

    `trust` is the share of such relations that hold in proofread documents; `working` its arithmetic, '' where there is none; `zh`/`en`
    say why it abstains; `places` are all its figures in document order, the explained one included. Only `certain` ones would accuse;
    `reported` says that this one does.
    """

    rule: str
    kind: Kind
    evidence: Evidence
    outcome: Outcome
    trust: float
    certain: bool
    reported: bool
    working: str
    places: tuple[Place, ...]
    zh: str = ""
    en: str = ""

    @property
    def confirms(self) -> bool:
        """Whether it is a reason to believe the figure."""
        return self.certain and self.outcome in ("agrees", "drift", "improbable")


@dataclass(frozen=True, slots=True)
class Explanation:
    """One figure as it was understood.

    `figure` and `sense` say what it is and stands for, `line` is the line that it begins on. `name` is the noun phrase that names it, which
    `named_by` lends it if its own words do not; `dated` is the date that gives it its period. `direction`, `modality` and `average` are
    those of the claim; `cues` the words that say so; `lead` and `tail` the text before and after it as it was read. For a cell of a table
    `heads` stand for those words. `lacks` is empty if something confirms or contradicts it.
    """

    path: str
    figure: Figure
    line: str
    sense: Sense | None = None
    name: str = ""
    named_by: Place | None = None
    dated: Place | None = None
    direction: int = 1
    modality: Modality = "result"
    average: bool = False
    cues: tuple[str, ...] = ()
    lead: str = ""
    tail: str = ""
    heads: Heads | None = None
    comparisons: tuple[Comparison, ...] = ()
    lacks: tuple[Lack, ...] = ()
