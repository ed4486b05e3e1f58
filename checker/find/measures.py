"""Numbers with their units and hedges: what takes part in arithmetic."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from checker.find.labels import in_quotes, is_name, labelled
from checker.find.lexicon import MONEY_SYMBOLS, Lexicon, ends_with
from checker.find.number import Number, capital_at, number_at, signed
from checker.find.sighting import BARE, Sighting
from checker.numeral import Numeral
from checker.quantity import Class, When
from checker.unit import Unit

_LENGTH_NAMES: Mapping[tuple[str, Decimal], str] = {
    ("year", Decimal(1)): "年",
    ("month", Decimal(1)): "月",
    ("month", Decimal(3)): "季度",
    ("time", Decimal(1)): "日",
    ("time", Decimal(7)): "周",
    ("workday", Decimal(1)): "工作日",
}
LENGTHS = frozenset(("time", "month", "year", "workday"))
RANGE = re.compile(r" ?(?:[—~-]{1,2}|至|到) ?(?=[0-9一二两三四五六七八九十])")
_SHILLING = frozenset("¥￥$€£")
# 三点建议 lists three; 3点 may be an index
POINTS = Unit("点", "count:点", Decimal(1), True)


def measure_at(text: str, at: int, number: Number, lexicon: Lexicon) -> Sighting | None:
    """The figure whose number was read at `at`; None for Chinese numerals that count nothing."""
    spelled = number.numeral.style == "chinese"
    begin, sign = at, None
    if at and text[at - 1] in "-负" and not spelled and not (at > 1 and (text[at - 2].isascii() and text[at - 2].isalnum())):
        sign = signed(text, at - 1, number)
    if sign is not None:
        number, begin = sign, at - 1
    begin, currency = _currency(text, begin, lexicon)
    stop = number.stop
    found = None if text[stop : stop + 1] in "，、。" else _unit(text, stop, lexicon)
    if found is None and "，" in number.numeral.text:
        number = replace(number, numeral=Numeral.read(number.numeral.text.partition("，")[0]))
        number.stop = stop = at + len(number.numeral.text)
    unit, stop = found or (BARE, stop)
    if unit is BARE and currency is not None:
        unit = currency
    klass: Class = "approximate" if spelled and number.hedge else "measure"
    if spelled and unit.name == "点":
        unit = POINTS
    return _ranged(text, Sighting(begin, stop, klass, number.numeral, unit=unit, hedge=number.hedge), lexicon)


def _currency(text: str, begin: int, lexicon: Lexicon) -> tuple[int, Unit | None]:
    blank = 1 if begin and text[begin - 1] == " " else 0
    if begin - blank > 0 and (text[begin - blank - 1] in _SHILLING or text[begin - blank - 1] in "币B"):
        for word in lexicon.words("money_before"):
            if text.endswith(word, 0, begin - blank):
                unit = lexicon.rules.units.get(MONEY_SYMBOLS.get(word, word))
                return begin - blank - len(word), unit
    return begin, None


def _unit(text: str, at: int, lexicon: Lexicon) -> tuple[Unit, int] | None:
    if text[at : at + 1] == " ":
        at += 1
    return lexicon.unit_at(text, at)


def _ranged(text: str, seen: Sighting, lexicon: Lexicon) -> Sighting | None:
    joint = RANGE.match(text, seen.stop)
    if joint is not None and (wider := _with_upper(text, seen, joint, lexicon)):
        return finished(text, wider, lexicon)
    return finished(text, seen, lexicon)


def _with_upper(text: str, seen: Sighting, joint: re.Match[str], lexicon: Lexicon) -> Sighting | None:
    """5~8万元, 10%—20%, 60万人至80万人; but 由60万人至80万人 is a change, not a range."""
    if joint.group().strip() in ("至", "到") and ends_with(text, seen.begin, lexicon.words("from")):
        return None
    upper = number_at(text, joint.end(), lexicon)
    if upper is None or seen.numeral is None or (upper.numeral.style == "chinese") != (seen.numeral.style == "chinese"):
        return None
    found = _unit(text, upper.stop, lexicon)
    unit, stop = found or (BARE, upper.stop)
    if unit is BARE and (seen.unit is not BARE or "-" in joint.group() or text[stop : stop + 1] in "年月日号时:"):
        return None
    if seen.unit is not BARE and seen.unit.dimension != unit.dimension:
        return None
    lower = seen.numeral
    if seen.unit is BARE and upper.numeral.scale > 1 and lower.scale == 1 and lower.value < upper.numeral.mantissa:
        lower = Numeral.read(lower.text + _scale_text(upper.numeral.text))
    return replace(seen, numeral=lower, high=upper.numeral, stop=stop, unit=unit)


def _scale_text(written: str) -> str:
    return written[len(written.rstrip("十百千万亿")) :]


def finished(text: str, seen: Sighting, lexicon: Lexicon) -> Sighting | None:
    """Hedges, class and the length of a stretch of time added; None for words that only look like figures."""
    numeral = seen.numeral
    assert numeral is not None
    if numeral.style == "chinese" and not _counts(text, seen, numeral, lexicon):
        return None
    after = lexicon.hedge_after(text, seen.stop)
    if after is not None:
        seen.hedge, seen.stop = after[0] or seen.hedge, after[1]
    before = lexicon.hedge_before(text, seen.begin)
    length = seen.unit.dimension in LENGTHS
    if before is not None and not (length and text[before[1] : seen.begin].strip() == "近"):
        seen.hedge, seen.begin = seen.hedge or before[0], before[1] if before[0] else seen.begin
    if length:
        seen.when = When("length", count=numeral.value, unit=length_unit(seen.unit))
    return _classed(text, seen, numeral, lexicon)


def _counts(text: str, seen: Sighting, numeral: Numeral, lexicon: Lexicon) -> bool:
    """Whether a Chinese numeral is a figure: it needs a unit, and 百家 or 万元 alone need a hedge."""
    if seen.unit is BARE or (not numeral.value and seen.unit.countable):
        return False
    if text[seen.begin : seen.stop] in lexicon.not_numbers:
        return False
    if numeral.text[0] in "百千万亿":
        word = next((word for word in lexicon.words("magnitude_before") if text.endswith(word, 0, seen.begin)), "")
        seen.begin -= len(word)
        seen.hedge = "above" if word else seen.hedge
        return bool(seen.hedge or lexicon.hedge_after(text, seen.stop) or _real_hedge(text, seen.begin, lexicon))
    return True


def _real_hedge(text: str, at: int, lexicon: Lexicon) -> bool:
    found = lexicon.hedge_before(text, at)
    return found is not None and bool(found[0])


def _classed(text: str, seen: Sighting, numeral: Numeral, lexicon: Lexicon) -> Sighting:
    spelled = numeral.style == "chinese"
    if numeral.vague:
        seen.klass = "approximate"
    if seen.unit is BARE and labelled(text, seen.begin, lexicon):
        seen.klass = "label"
    elif seen.unit is BARE:
        if numeral.scale == 1 and numeral.step >= 1 and seen.high is None and not seen.hedge and _only_names(text, seen, lexicon):
            seen.klass = "name"
    elif (seen.unit.name == "版" and not spelled) or _top(text, seen):
        seen.klass = "label"
    elif seen.unit.countable and numeral.scale == 1 and seen.klass == "measure" and in_quotes(text, seen.begin, seen.stop):
        seen.klass = "name"
    return seen


def length_unit(unit: Unit) -> str:
    """What a When calls a unit of time: 个月 and 月 are 月, 日历天 is 日."""
    return _LENGTH_NAMES.get((unit.dimension, unit.factor), unit.name)


def _top(text: str, seen: Sighting) -> bool:
    """前10名 and 前三位 name places in a ranking."""
    before = text[seen.begin - 1 : seen.begin]
    return before == "前" and seen.unit.name in ("名", "位") and text[seen.begin - 2 : seen.begin - 1] not in ("目", "之", "以", "此", "日")


def _only_names(text: str, seen: Sighting, lexicon: Lexicon) -> bool:
    return is_name(text, seen.begin, seen.stop, lexicon) or in_quotes(text, seen.begin, seen.stop)


def capital_measure_at(text: str, at: int, lexicon: Lexicon) -> Sighting | None:
    """人民币壹佰贰拾万元整 as one exact amount; 壹佰台 as a count."""
    found = capital_at(text, at)
    if found is None:
        return None
    number, money = found
    begin, _ = _currency(text, at, lexicon)
    if money:
        return Sighting(begin, number.stop, "measure", number.numeral, unit=lexicon.rules.units.get("元", BARE))
    unit = _unit(text, number.stop, lexicon)
    return None if unit is None else Sighting(at, unit[1], "measure", number.numeral, unit=unit[0])
