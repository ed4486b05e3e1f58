"""What the rule packs say, compiled: units, hedges, indicators, relations. Built by `load`, read by every verb."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

Kind = Literal["repeat", "total", "growth", "share", "count", "date", "words", "range", "unit", "table", "order", "fact", "cross"]
Evidence = Literal["stated", "table", "repeated", "named", "arithmetic"]
Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as `rules/units` defines it for pint.

    `factor` turns a value into the dimension's base unit (元, 人, 平方米, 米, 千克, 立方米, 瓦时, 1 …); it is exact as a fraction and rounded to 28
    digits as a Decimal. `countable` units count things one by one: without 万 or 亿 their figures are exact.
    """

    name: str
    dimension: str
    factor: Decimal
    countable: bool = False


@dataclass(frozen=True, slots=True)
class Indicator:
    """A statistical indicator: `names` are what documents call it (first the standard term); `whole` is the indicator it is a part of;
    `partitions` are lists of parts that together make it up; `growth` says whether its growth rate is computed from current-price
    levels (nominal), at constant prices (real), or is not defined (none); `kind` is flow, stock, rate, ratio or count; `unless`
    are words after which the name means something else."""

    id: str
    names: tuple[str, ...]
    field: str
    dimension: str
    kind: Literal["flow", "stock", "rate", "ratio", "count"]
    growth: Literal["nominal", "real", "none"] = "nominal"
    whole: str = ""
    partitions: tuple[tuple[str, ...], ...] = ()
    unless: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """A proof that a rule carries: `good` must give one agreeing verdict, `bad` one finding on the figure marked «…», `quiet` none."""

    sort: Literal["good", "bad", "quiet", "todo"]
    text: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One relation of `rules/relations`.

    `form` names the arithmetic in `judge`; `roles` maps each role of the form to indicator ids (several for parts of a sum), and is
    empty for rules whose figures the wording, a table or a repetition brings together; `same` says what the figures must have in
    common; `zh`/`en` are the messages.
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
    examples: tuple[Example, ...] = ()
    title_zh: str = ""
    title_en: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """Closed classes of words that carry meaning around figures, from `rules/*.toml`; each maps a class name to its words."""

    classes: Mapping[str, tuple[str, ...]]

    def __getitem__(self, name: str) -> tuple[str, ...]:
        return self.classes[name]


@dataclass(frozen=True)
class Rules:
    """Everything the packs say. `digest` identifies the content."""

    units: Mapping[str, Unit]
    kin: Mapping[str, frozenset[str]]
    hedges: Mapping[str, Mapping[str, str]]
    wording: Wording
    indicators: Mapping[str, Indicator]
    relations: Mapping[str, Rule]
    digest: str


@dataclass(frozen=True, slots=True)
class Settings:
    """Limits of what is read: bytes of a file and characters of its text."""

    max_bytes: int = 64 * 1024 * 1024
    max_characters: int = 20_000_000
