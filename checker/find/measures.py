"""Numbers with their units and hedges: what takes part in arithmetic."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from checker.find.labels import in_quotes, is_name, labelled
from checker.find.lexicon import HUNDREDTH, MONEY_SYMBOLS, Lexicon, ends_with
from checker.find.number import Number, capital_at, number_at, signed
from checker.find.sighting import BARE, Sighting
from checker.numeral import Numeral
from checker.quantity import Hedge, When
from checker.rules import Unit

LENGTHS = frozenset(("time", "month", "year", "workday"))
_RANGE = re.compile(r" ?(?:[—~-]{1,2}|至|到) ?(?=[0-9一二两三四五六七八九十])")
_SPELLED_FRACTION = re.compile(r"([百千万])分之")
_PARTS = re.compile(r"([一二两三四五六七八九十百]{1,4}|[0-9]{1,3})分之([一二两三四五六七八九十百]{1,4}|[0-9]{1,3})")
_DOUBLING = re.compile(r"翻了?([一二两三四五]|[0-9])番")
_HALVES = re.compile(r"半数|一半|(?<=[过近约占])半(?=[，。、；,; )]|$)")
_TENTHS = re.compile(r"[一二三四五六七八九](?![一二三四五六七八九])")
_MONEY_TAIL = re.compile(r"([0-9])角(?:([0-9])分)?整?|整")
_SHILLING = frozenset("¥￥$€£")
PER = {"百": Decimal("0.01"), "千": Decimal("0.001"), "万": Decimal("0.0001")}
TENTH = Decimal("0.1")
FRACTION = Unit("", "fraction", Decimal(1))
MULTIPLE = Unit("番", "multiple", Decimal(1))


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
    return _ranged(text, Sighting(begin, stop, "measure", number.numeral, unit=unit, hedge=number.hedge), lexicon)


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
    joint = _RANGE.match(text, seen.stop)
    if joint is not None and (wider := _with_upper(text, seen, joint, lexicon)):
        return finished(text, wider, lexicon)
    return finished(text, seen, lexicon)


def _with_upper(text: str, seen: Sighting, joint: re.Match[str], lexicon: Lexicon) -> Sighting | None:
    """5~8万元, 10%—20%, 60万人至80万人; but 由60万人至80万人 is a change, not a range."""
    if joint.group().strip() in ("至", "到") and (seen.unit is BARE or ends_with(text, seen.begin, lexicon.words("from"))):
        if ends_with(text, seen.begin, lexicon.words("from")):
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
    assert numeral is not None  # noqa: S101 - every caller has read one
    if numeral.style == "chinese" and not _counts(text, seen, numeral, lexicon):
        return None
    after = lexicon.hedge_after(text, seen.stop)
    if after is not None and not (seen.unit is BARE and text[seen.stop] in "多余来"):
        seen.hedge, seen.stop = after[0] or seen.hedge, after[1]
    before = lexicon.hedge_before(text, seen.begin)
    length = seen.unit.dimension in LENGTHS
    if before is not None and not (length and text[before[1] : seen.begin].strip() == "近"):
        seen.hedge, seen.begin = seen.hedge or before[0], before[1] if before[0] else seen.begin
    if length:
        seen.when = When("length", count=numeral.value, unit=seen.unit.name)
    return _classed(text, seen, numeral, lexicon)


def _counts(text: str, seen: Sighting, numeral: Numeral, lexicon: Lexicon) -> bool:
    """Whether a Chinese numeral is a figure: it needs a unit, and 百家 or 万元 alone need a hedge."""
    if seen.unit is BARE or (not numeral.value and seen.unit.countable):
        return False
    if numeral.text[0] in "百千万亿":
        return bool(seen.hedge or lexicon.hedge_after(text, seen.stop) or _real_hedge(text, seen.begin, lexicon))
    return True


def _real_hedge(text: str, at: int, lexicon: Lexicon) -> bool:
    found = lexicon.hedge_before(text, at)
    return found is not None and bool(found[0])


def _classed(text: str, seen: Sighting, numeral: Numeral, lexicon: Lexicon) -> Sighting:
    spelled = numeral.style == "chinese"
    if numeral.vague or (spelled and seen.hedge in ("above", "about") and text[seen.stop - 1] in "余多来"):
        seen.klass = "approximate"
    if seen.unit is BARE and labelled(text, seen.begin, lexicon):
        seen.klass = "label"
    elif seen.unit is BARE:
        if numeral.scale == 1 and numeral.step >= 1 and seen.high is None and not seen.hedge and _only_names(text, seen, lexicon):
            seen.klass = "name"
    elif seen.unit.name == "版" and not spelled:
        seen.klass = "label"
    elif seen.unit.countable and numeral.scale == 1 and seen.klass == "measure" and in_quotes(text, seen.begin, seen.stop):
        seen.klass = "name"
    return seen


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
    joint = _RANGE.match(text, seen.stop)
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
    numeral = Numeral(found.group(), value, TENTH, TENTH, value, Decimal(1), "chinese")
    return _hedged(text, Sighting(begin, found.end(), "measure", numeral, unit=MULTIPLE, hedge=""), lexicon)


def _hedged(text: str, seen: Sighting, lexicon: Lexicon) -> Sighting:
    after = lexicon.hedge_after(text, seen.stop)
    if after is not None:
        seen.hedge, seen.stop = after[0], after[1]
    before = lexicon.hedge_before(text, seen.begin)
    if before is not None and before[0]:
        seen.hedge, seen.begin = seen.hedge or before[0], before[1]
    return seen


__all__ = ["HUNDREDTH", "Hedge", "capital_measure_at", "doubling_at", "half_at", "measure_at", "parts_at", "per_at", "tenths_at"]
