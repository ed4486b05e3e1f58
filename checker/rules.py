"""What the rule packs say, compiled: units, hedges, indicators, relations. Built by `load`, read by every verb."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Literal

from checker.unit import Unit, quotient

Kind = Literal["repeat", "total", "growth", "share", "count", "date", "words", "range", "unit", "table", "order", "fact", "cross", "mute"]
Evidence = Literal["stated", "table", "repeated", "named", "arithmetic"]
Severity = Literal["error", "warning", "note"]

# the arithmetic a relation may name; `judge` has one function for each
FORMS = (
    "sum", "growth", "increment", "difference", "multiple", "bracket", "weighted", "shift-of-share", "quotient", "product", "remainder",
    "portion", "equal", "at-most", "at-least", "within",
)  # fmt: skip
SAME = ("subject", "period", "measure")

# nothing longer is looked up as a unit, and no more answers than that are kept
LONGEST_UNIT = 24
REMEMBERED_UNITS = 4096


@dataclass(frozen=True, slots=True)
class Indicator:
    """A statistical indicator: `names` are what documents call it (first the standard term); `whole` is the indicator it is a part of;
    `partitions` are lists of parts that together make it up; `growth` says whether its growth rate is computed from current-price
    levels (nominal), at constant prices (real), or is not defined (none); `kind` is flow, stock, rate, ratio or count; `unless`
    are words after which the name means something else; `alone` are short names (出口) that mean it only where they are the whole
    noun phrase. The names of a `local` indicator (受理, 支出) are too common to mean it by themselves: they only fill roles of
    identities, at the end of a noun phrase and beside the other roles."""

    id: str
    names: tuple[str, ...]
    field: str
    dimension: str
    kind: Literal["flow", "stock", "rate", "ratio", "count"]
    growth: Literal["nominal", "real", "none"] = "nominal"
    whole: str = ""
    partitions: tuple[tuple[str, ...], ...] = ()
    unless: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    local: bool = False
    source: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """A proof that a rule carries: `good` must give one agreeing verdict, `bad` one finding on the figure marked «…», `quiet` none.
    `former` is the text before it was revised, '' for a rule that needs no history."""

    sort: Literal["good", "bad", "quiet", "todo"]
    text: str
    former: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """One relation of `rules/relations`.

    `form` names the arithmetic in `judge`; `roles` maps each role of the form to indicator ids (several for parts of a sum), and is
    empty for rules whose figures the wording, a table or a repetition brings together; `same` says what the figures must have in
    common; `factor` multiplies the numerator (性别比 is men ÷ women × 100); `zh`/`en` are the messages. `weights` are the measured
    weights of what can be seen of a reading, in natural logarithms of odds (see `relate/evidence.py`), empty where the words decide.
    """

    id: str
    kind: Kind
    form: str
    evidence: Evidence
    level: Severity
    source: str
    zh: str
    en: str
    roles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    same: tuple[str, ...] = ()
    factor: Decimal = Decimal(1)
    examples: tuple[Example, ...] = ()
    title_zh: str = ""
    title_en: str = ""
    weights: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Wording:
    """Closed classes of words that carry meaning around figures, from `rules/*.toml`; each maps a class name to its words."""

    classes: Mapping[str, tuple[str, ...]]

    def __getitem__(self, name: str) -> tuple[str, ...]:
        return self.classes[name]


@dataclass(frozen=True)
class Rules:
    """Everything the packs say. `digest` identifies the content.

    `units` maps every spelling to what it means when nothing near it decides; `readings` gives all meanings of ambiguous words
    (度: 千瓦时, 摄氏度, 角度) and `below` their meaning inside a quotient (3分/千瓦时 is money). `kin` maps a dimension to the other
    dimensions that may count the same things; use `akin`. `hedges` has "before" and "after", each word → above, below, about or exact.
    """

    units: Mapping[str, Unit]
    kin: Mapping[str, frozenset[str]]
    hedges: Mapping[str, Mapping[str, str]]
    wording: Wording
    indicators: Mapping[str, Indicator]
    relations: Mapping[str, Rule]
    digest: str
    readings: Mapping[str, tuple[Unit, ...]] = field(default_factory=dict)
    below: Mapping[str, Unit] = field(default_factory=dict)
    _written: dict[str, Unit | None] = field(default_factory=dict, compare=False, repr=False)

    def unit(self, text: str) -> Unit | None:
        """What a written unit means, or None if it is none: 亿元 (factor 100000000), 元/人 (dimension money/person), 微克/立方米,
        元每人每年, 件/万人, 元/人·月. Scale words leave nothing countable. Answers are remembered; texts over 24 characters are none."""
        if len(text) > LONGEST_UNIT:
            return None
        if text not in self._written:
            if len(self._written) >= REMEMBERED_UNITS:
                self._written.clear()
            self._written[text] = self.units.get(text) or quotient(text, self.units, self.below)
        return self._written[text]

    @cached_property
    def indicator_index(self) -> dict[str, list[tuple[str, str, tuple[str, ...]]]]:
        """The first two characters of every indicator name → (name, indicator id, words that change its meaning), longest name first."""
        index: dict[str, list[tuple[str, str, tuple[str, ...]]]] = {}
        for indicator in self.indicators.values():
            for name in () if indicator.local else indicator.names:
                index.setdefault(name[:2], []).append((name, indicator.id, indicator.unless))
        for entries in index.values():
            entries.sort(key=lambda entry: -len(entry[0]))
        return index

    @cached_property
    def indicator_names(self) -> dict[str, str]:
        """Every name of an indicator → its id."""
        return {name: indicator.id for indicator in self.indicators.values() if not indicator.local for name in indicator.names}

    @cached_property
    def local_names(self) -> dict[str, list[str]]:
        """Every name of a local indicator → the ids that it may mean."""
        answer: dict[str, list[str]] = {}
        for indicator in self.indicators.values():
            for name in indicator.names if indicator.local else ():
                answer.setdefault(name, []).append(indicator.id)
        return answer

    @cached_property
    def alone(self) -> dict[str, str]:
        """Short names that mean an indicator only where nothing stands beside them → its id."""
        return {name: indicator.id for indicator in self.indicators.values() for name in indicator.alone}

    @cached_property
    def closed_sets(self) -> dict[tuple[int, str], list[tuple[str, tuple[str, ...]]]]:
        """How many words a closed set (`partition:` classes) has and the first letter of one of them → (that word, the set)."""
        index: dict[tuple[int, str], list[tuple[str, tuple[str, ...]]]] = {}
        for key, words in self.wording.classes.items():
            for word in words if key.startswith("partition:") else ():
                index.setdefault((len(words), word[0]), []).append((word, words))
        return index

    @cached_property
    def families(self) -> tuple[re.Pattern[str], ...]:
        """One pattern for each family of kinds (`kinds:` classes) that finds its words, the longest first."""
        families = [sorted(words, key=len, reverse=True) for key, words in self.wording.classes.items() if key.startswith("kinds:")]
        return tuple(re.compile("|".join(map(re.escape, words))) for words in families)

    @cached_property
    def heading_times(self) -> Mapping[str, re.Pattern[str]]:
        """What says in the heading of a table that a column is of an earlier time ("base": 上年同期, 期初) or of that reported on
        ("now": 本报告期末, 年末)."""
        words = self.wording
        any_of = {name: "|".join(sorted(words[f"time_{name}"], key=len, reverse=True)) for name in ("then", "now", "span", "edge")}

        def pattern(prefix: str, alone: tuple[str, ...]) -> re.Pattern[str]:
            return re.compile(f"(?:{prefix})(?:{any_of['span']})(?:{any_of['edge']}){{0,3}}|{'|'.join(alone)}")

        return {"base": pattern(any_of["then"], words["column_base"]), "now": pattern(any_of["now"], words["column_now"])}

    def indicator_span(self, text: str) -> tuple[int, int, str]:
        """Where the last indicator named in `text` stands, and its id; the longest name wins where names overlap; (-1, -1, '') if none.
        A longest name that its `unless` words turn into something else names nothing."""
        found, at = (-1, -1, ""), 0
        while at < len(text) - 1:
            step = 1
            for name, identity, unless in self.indicator_index.get(text[at : at + 2], ()):
                if text.startswith(name, at):
                    stop = at + len(name)
                    if not means_otherwise(text, at, stop, unless) and stop > found[1]:
                        found = at, stop, identity
                    step = len(name)
                    break
            at += step
        return found

    def indicator_in(self, text: str) -> str:
        """Id of the last indicator named in `text`, '' if none."""
        return self.indicator_span(text)[2]

    def akin(self, one: str, other: str) -> bool:
        """Whether figures of these two dimensions may count the same things (件 and 项), and so can be compared."""
        return one == other or other in self.kin.get(one, ())


def means_otherwise(text: str, start: int, end: int, unless: tuple[str, ...]) -> bool:
    """Whether a word right after the name (or, written ^word, right before it) makes it another thing."""
    return any(text.endswith(word[1:], 0, start) if word[0] == "^" else text.startswith(word, end) for word in unless)
