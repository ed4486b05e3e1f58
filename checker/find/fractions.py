"""Parts and multiples in words: 百分之三点五, 七成, 八成五, 三分之二, 过半, 翻一番."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from checker.find.lexicon import Lexicon
from checker.find.measures import RANGE
from checker.find.number import Number, number_at
from checker.find.sighting import Sighting
from checker.numeral import Numeral
from checker.unit import Unit

_SPELLED_FRACTION = re.compile(r"([百千万])分之")
_PARTS = re.compile(r"([一二两三四五六七八九十百]{1,4}|[0-9]{1,3})分之([一二两三四五六七八九十百]{1,4}|[0-9]{1,3})")
_DOUBLING = re.compile(r"翻了?([一二两三四五]|[0-9])番")
_HALVES = re.compile(r"半数|一半|(?<=[过近约占])半(?=[，。、；,; )]|$)")
_TENTHS = re.compile(r"[一二三四五六七八九](?![一二三四五六七八九])")
TENTH = Decimal("0.1")
PER = {"百": Decimal("0.01"), "千": Decimal("0.001"), "万": Decimal("0.0001")}
FRACTION = Unit("", "fraction", Decimal(1))
MULTIPLE = Unit("番", "multiple", Decimal(1))


def per_at(text: str, at: int, lexicon: Lexicon) -> Sighting | None:
    """百分之三点五, 千分之2, 万分之五."""
    found = _SPELLED_FRACTION.match(text, at)
    number = number_at(text, found.end(), lexicon) if found else None
    if found is None or number is None:
        return None
    if found.group(1) == "百" and number.numeral.value > 0 and number.numeral.style == "chinese" and number.numeral.step > 1:
        number.numeral = replace(number.numeral, step=Decimal(1))
    unit = Unit("%" if found.group(1) == "百" else found.group(), "fraction", PER[found.group(1)])
    seen = Sighting(at, number.stop, "measure", number.numeral, unit=unit, hedge=number.hedge)
    joint = RANGE.match(text, seen.stop)
    if joint and (again := _SPELLED_FRACTION.match(text, joint.end())) and (upper := number_at(text, again.end(), lexicon)):
        seen.high, seen.stop = upper.numeral, upper.stop
    return _hedged(text, seen, lexicon)


def parts_at(text: str, at: int, lexicon: Lexicon) -> Sighting | None:
    """三分之二, read as a rounded tenth either way: writers use it for 60 to 70 per cent."""
    found = _PARTS.match(text, at)
    if found is None:
        return None
    below, above = (Numeral.read(part).value for part in found.groups())
    if not below or above > below:
        return None
    return _hedged(text, Sighting(at, found.end(), "measure", _fraction(found.group(), above / below), unit=FRACTION), lexicon)


def half_at(text: str, at: int, lexicon: Lexicon) -> Sighting | None:
    """一半, 半数, 过半: half of something, within a twentieth."""
    found = _HALVES.match(text, at)
    if found is None:
        return None
    seen = Sighting(at, found.end(), "measure", _fraction(found.group(), Decimal("0.5")), unit=FRACTION)
    if at and text[at - 1] == "过":
        seen.begin, seen.hedge = at - 1 - text.startswith("超", at - 2), "above"
    return _hedged(text, seen, lexicon)


def _fraction(text: str, value: Decimal) -> Numeral:
    return Numeral(text, value, TENTH, TENTH, value, Decimal(1), "chinese")


def tenths_at(text: str, at: int, number: Number, lexicon: Lexicon) -> Sighting | None:
    """七成, 八成五, 九成多; `number` was read at `at` and 成 follows it."""
    if not lexicon.simple_unit_at(text, number.stop):
        return None
    stop, value, step = number.stop + 1, number.numeral.value, Decimal(1)
    digit = _TENTHS.match(text, stop)
    if digit is not None and not lexicon.simple_unit_at(text, digit.end()):
        value, step, stop = value + Numeral.read(digit.group()).value / 10, TENTH, digit.end()
    numeral = Numeral(text[at:stop], value, step, step, value, Decimal(1), number.numeral.style)
    seen = Sighting(at, stop, "measure", numeral, unit=Unit("成", "fraction", TENTH), hedge=number.hedge)
    if text[stop : stop + 1] in lexicon.inside and text[stop] in "多余":
        seen.hedge, seen.stop = lexicon.inside[text[stop]], stop + 1
    return _hedged(text, seen, lexicon)


def doubling_at(text: str, at: int, lexicon: Lexicon) -> Sighting | None:
    """翻一番 is twice the old level, 翻两番 four times: `at` is the place of the numeral."""
    begin = at - 2 if at > 1 and text[at - 1] == "了" else at - 1
    found = _DOUBLING.match(text, begin) if begin >= 0 else None
    if found is None:
        return None
    value = Decimal(2) ** int(Numeral.read(found.group(1)).value)
    # 翻一番多 may be well over twice, 近翻一番 well under; 翻一番 alone is true within a tenth either way
    numeral = Numeral(found.group(), value, 2 * TENTH, Decimal(1), value, Decimal(1), "chinese")
    return _hedged(text, Sighting(begin, found.end(), "measure", numeral, unit=MULTIPLE), lexicon)


def _hedged(text: str, seen: Sighting, lexicon: Lexicon) -> Sighting:
    after = lexicon.hedge_after(text, seen.stop)
    if after is not None:
        seen.hedge, seen.stop = after[0], after[1]
    before = lexicon.hedge_before(text, seen.begin)
    if before is not None and before[0]:
        seen.hedge, seen.begin = seen.hedge or before[0], before[1]
    return seen
