"""Units of measurement: what a written unit is worth, and quotients of units."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Context, Decimal
from math import gcd

EXACT = Context(prec=28)
_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_QUOTIENT = str.maketrans({"／": "/", "每": "/", "⁄": "/", "∕": "/", "・": "·", "•": "·", "（": "(", "）": ")", " ": None})


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as `rules/units` defines it for pint.

    `factor` turns a value into the dimension's base unit (元, 人, 平方米, 米, 千克, 立方米, 瓦时, 1 …); it is exact as a fraction
    (`ratio`: numerator, denominator) and rounded to 28 digits as a Decimal. `countable` units count things one by one: without
    万 or 亿 their figures are exact.
    """

    name: str
    dimension: str
    factor: Decimal
    countable: bool = False
    ratio: tuple[int, int] = (0, 0)

    @property
    def fraction(self) -> tuple[int, int]:
        """The factor as numerator and denominator, exact where the definition was (亩 = 2000/3 平方米)."""
        return self.ratio if self.ratio[1] else self.factor.as_integer_ratio()


def quotient(text: str, units: Mapping[str, Unit], below: Mapping[str, Unit]) -> Unit | None:
    """The unit that a quotient or a scale word before a unit makes (元/人, 件/万人, 元/人·月, 亿元), None if a word of it is unknown.
    `units` are those the rules spell out, `below` what a spelling means beneath the line instead."""
    above, *beneath = text.translate(_QUOTIENT).split("/")
    factors = [part for whole in beneath for part in ([whole] if whole in units else whole.strip("()").split("·"))]
    parts = [_scaled(part, units, below if beneath else {}) for part in (above, *factors)]
    known = [part for part in parts if part is not None]
    return _divided(known) if len(known) == len(parts) else None


def _scaled(text: str, units: Mapping[str, Unit], below: Mapping[str, Unit]) -> Unit | None:
    at, scale = 0, 1
    while text[at:] not in units and text[at : at + 1] in _SCALES:
        scale *= _SCALES[text[at]]
        at += 1
    unit = below.get(text[at:]) or units.get(text[at:])
    if unit is None or scale == 1:
        return unit
    numerator, denominator = unit.fraction
    return _made(text, unit.dimension, numerator * scale, denominator)


def _divided(parts: list[Unit]) -> Unit:
    """The first unit over all the others; a single one is itself."""
    if len(parts) == 1:
        return parts[0]
    numerator, denominator = parts[0].fraction
    for part in parts[1:]:
        numerator, denominator = numerator * part.fraction[1], denominator * part.fraction[0]
    return _made("/".join(part.name for part in parts), "/".join(part.dimension for part in parts), numerator, denominator)


def _made(name: str, dimension: str, numerator: int, denominator: int) -> Unit:
    shared = gcd(numerator, denominator)
    ratio = (numerator // shared, denominator // shared)
    return Unit(name, dimension, EXACT.divide(Decimal(ratio[0]), Decimal(ratio[1])), ratio=ratio)
