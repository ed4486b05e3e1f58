"""Figures that belong together: ratios a:b:c, fractions 1/3, units shared by several numbers, dates in two pieces."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from checker.find.lexicon import Lexicon
from checker.find.sighting import BARE, Sighting
from checker.numeral import Numeral
from checker.quantity import When
from checker.unit import Unit

_RATIO = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,9})?(?: ?: ?[0-9]{1,9}(?:\.[0-9]{1,9})?){1,9}")
_SLASH = re.compile(r"([0-9]{1,3})/([0-9]{1,3})(?![0-9/])")
_MOVES = re.compile(r"([一二两三四五六七八九])(.)([一二两三四五六七八九])(.)")
_JOINTS = frozenset(("、", "和", "与", "及", "或", "以及", ",", "，", " 、", "、 "))
NEAR = 40
MONTHS = 12
RATIO = Unit("", "ratio", Decimal(1))


def ratio_at(text: str, at: int) -> list[Sighting] | None:
    """The members of 25.7:26.8:47.5, each a figure of its own."""
    found = _RATIO.match(text, at)
    if found is None:
        return None
    members: list[Sighting] = []
    begin = at
    parts = found.group().split(":")
    for position, part in enumerate(parts):
        written = part.strip()
        start = begin + part.index(written)
        numeral = Numeral.read(written)
        members.append(Sighting(start, start + len(written), "measure", numeral, unit=RATIO, ratio=(at, position, len(parts))))
        begin += len(part) + 1
    return members


def ups_and_downs_at(text: str, at: int, lexicon: Lexicon) -> list[Sighting] | None:
    """四增两减: each side counts members of a list."""
    moves = lexicon.words("ups_and_downs")
    found = _MOVES.match(text, at)
    if found is None or not {found[2], found[4]} <= set(moves) or found[2] == found[4]:
        return None
    sides = ((found.start(1), found[1], found[2]), (found.start(3), found[3], found[4]))
    return [
        Sighting(start, start + 2, "measure", Numeral.read(digit), unit=Unit(move, f"count:{move}", Decimal(1), True))
        for start, digit, move in sides
    ]


def slash_at(text: str, at: int) -> Sighting | None:
    """1/3 as a fraction, exact to a tenth like 三分之一."""
    found = _SLASH.match(text, at) if "/" in text[at : at + 4] else None
    if found is None or not 0 < int(found.group(1)) < int(found.group(2)):
        return None
    value = Decimal(found.group(1)) / Decimal(found.group(2))
    tenth = Decimal("0.1")
    numeral = Numeral(found.group(), value, tenth, tenth, value, Decimal(1), "arabic")
    return Sighting(at, found.end(), "measure", numeral, unit=Unit("", "fraction", Decimal(1)))


def merged_dates(first: Sighting, second: Sighting) -> Sighting | None:
    """去年 and 1—8月 written together are one period."""
    if first.when is None or second.when is None or second.when.year is not None or second.when.shift is not None:
        return None
    if first.when.month is not None or first.when.form != "span" or second.when.form == "length":
        return None
    return replace(second, begin=first.begin, when=replace(second.when, year=first.when.year, shift=first.when.shift))


def joined(text: str, seen: list[Sighting]) -> list[Sighting]:
    """Gives a unit that several numbers share (12、15和18万元) to all of them."""
    for i in range(1, len(seen)):
        if seen[i - 1].klass == "label" and _numbered_on(text, seen[i - 1], seen[i]):
            seen[i] = replace(seen[i], klass="label", when=None)
    for i in range(len(seen) - 2, -1, -1):
        if text[seen[i].stop : seen[i + 1].begin] not in _JOINTS:
            continue
        if seen[i].bare:
            seen[i] = _like_next(text, seen[i], seen[i + 1])
        elif seen[i].unit.name == "个" and seen[i + 1].unit.dimension == "point":
            seen[i] = replace(seen[i], unit=seen[i + 1].unit, shared=True)
    return [one for i, one in enumerate(seen) if not _article(one) or _in_company(seen, i)]


def _numbered_on(text: str, one: Sighting, other: Sighting) -> bool:
    """第4、6、10项: what is listed after an ordinal is numbered too."""
    listed = text[one.begin] == "第" or (one.begin > 0 and text[one.begin - 1] == "、")
    return listed and text[one.stop : other.begin] in _JOINTS and (other.bare or other.unit.countable)


def _like_next(text: str, one: Sighting, other: Sighting) -> Sighting:
    """12、15和18万元: the unit of the last; 3、4号: labels; 7、8月: months."""
    assert one.numeral is not None
    if other.klass == "label":
        return replace(one, klass="label") if text[other.stop - 1] == "号" else one
    if other.klass == "date":
        when = _shared_when(one.numeral.value, other.when) if one.numeral.step == 1 else None
        return one if when is None else Sighting(one.begin, one.stop, "date", shared=True, when=when)
    if other.klass != "measure" or other.numeral is None or other.unit is BARE or other.ratio is not None:
        return one
    if one.numeral.scale != 1 and other.numeral.scale == 1:
        return one
    return _lent(one, other)


def _shared_when(value: Decimal, other: When | None) -> When | None:
    """The month or year that a bare number names before 8月 or 1999年; None if the neighbour is a longer date."""
    if other is None:
        return None
    if other == When("span", month=other.month) and 1 <= value <= MONTHS:
        return When("span", month=int(value))
    if other == When("span", other.year) and other.year and abs(value - other.year) < NEAR:
        return When("span", int(value))
    return None


def _article(one: Sighting) -> bool:
    """一个, 一批, 一步, 一年来: an article more often than a count."""
    if one.numeral is None or one.numeral.text != "一" or one.high is not None or one.klass == "label":
        return False
    if one.hedge and not one.unit.countable:
        return False
    return one.unit.dimension not in ("fraction", "multiple", "rank", "point")


def _in_company(seen: list[Sighting], i: int) -> bool:
    """Whether a neighbour counts the same in Chinese numerals (甲方执四份，代理机构执一份) or touches it (五升一降)."""
    if not seen[i].unit.countable:
        return False
    if any(
        other.numeral and seen[i].begin in (other.stop, other.begin - 2) for other in seen[max(0, i - 1) : i + 2] if other is not seen[i]
    ):
        return True
    near = [other for other in seen[max(0, i - 3) : i + 4] if abs(other.begin - seen[i].begin) < NEAR]
    counted = [other.unit.dimension for other in near if other.numeral and other.numeral.style == "chinese" and other.numeral.value > 1]
    return seen[i].unit.dimension in counted


def _lent(one: Sighting, other: Sighting) -> Sighting:
    assert one.numeral is not None
    assert other.numeral is not None
    scale = other.numeral.text[len(other.numeral.text.rstrip("万亿")) :] if one.numeral.scale == 1 else ""
    numeral = Numeral.read(one.numeral.text + scale) if scale else one.numeral
    return replace(one, klass="measure", numeral=numeral, unit=other.unit, shared=True)
