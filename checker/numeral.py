"""A number as written: its value and the worth of its last digit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from checker.chinese import CAPITALS, DIGITS, LARGE, SMALL, TENS, UNKNOWN_DIGIT, Spelled, read_spelled

Style = Literal["arabic", "chinese", "capital", "mixed"]

ONE = Decimal(1)
ZERO = Decimal(0)
_PLACES = tuple(ONE.scaleb(-n) for n in range(64))
_PLAIN = re.compile(r"[0-9]++(?:\.[0-9]++)?")
_GROUPED = re.compile(r"[0-9]{1,3}(?:(?:,[0-9]{3})++|(?:，[0-9]{3})++)(?:\.[0-9]++)?")
_MIXED = re.compile(r"((?:[0-9]{1,3}(?:[,，][0-9]{3})++(?![0-9])|[0-9]++)(?:[.·][0-9]++)?) ?([余多来几]?) ?([十百千万亿]{0,4}+)([余多来]?)")
_SPACED = re.compile(r"[0-9](?: [0-9])+")
_MORE = "余多来"


@dataclass(frozen=True, slots=True)
class Numeral:
    """`text` as written (folded to half width); `value` the number it names with 万/亿 multiplied out (1.3万 → 13000);
    `mantissa`/`scale` split a trailing 万, 亿, 万亿 … off (1.3 and 10000), so value = mantissa × scale; `step` is the worth of the
    last written digit (1.3万 → 1000); `round_step` the worth of the last digit that is not zero (4000 → 1000), which is how far a
    hedge reaches; `vague` marks 数十, 几百, 十余 (概数), whose true value lies between `value` and `value + reach`."""

    text: str
    value: Decimal
    step: Decimal
    round_step: Decimal
    mantissa: Decimal
    scale: Decimal
    style: Style
    vague: bool = False
    reach: Decimal = ZERO

    @classmethod
    def read(cls, text: str) -> Numeral:
        """The numeral that `text` names; raises ValueError if it names none. Linear in the length of `text`."""
        return _read(text)


@lru_cache(maxsize=8192)
def _read(text: str) -> Numeral:
    if _PLAIN.fullmatch(text):
        return _plain(text, text)
    if _GROUPED.fullmatch(text):
        return _plain(text, text.replace(",", "").replace("，", ""))
    if text[:1] in ("-", "+", "负") and text[1:2].isdigit():
        inner = _read(text[1:])
        return inner if text[0] == "+" else _negated(text, inner)
    if text and text[0] in "0123456789":
        return _spaced(text) or _mixed(text)
    return _chinese(text)


def _plain(text: str, digits: str) -> Numeral:
    value = Decimal(digits)
    point = digits.find(".")
    decimals = 0 if point < 0 else len(digits) - point - 1
    step = _PLACES[decimals] if decimals < 64 else ONE.scaleb(-decimals)
    return Numeral(text, value, step, _round_step(value, digits, step), value, ONE, "arabic")


def _round_step(value: Decimal, digits: str, step: Decimal) -> Decimal:
    if digits[-1] != "0" or not value:
        return step
    bare = digits.replace(".", "")
    return step.scaleb(len(bare) - len(bare.rstrip("0")))


def _negated(text: str, inner: Numeral) -> Numeral:
    return Numeral(text, -inner.value, inner.step, inner.round_step, -inner.mantissa, inner.scale, inner.style, inner.vague, inner.reach)


def _spaced(text: str) -> Numeral | None:
    if not _SPACED.fullmatch(text):
        return None
    return _plain(text, text.replace(" ", ""))


def _mixed(text: str) -> Numeral:
    """1.3万, 12万亿, 13亿9538万, 3000余万: digits and scale words by turns, each scale smaller than the one before."""
    at, value, last, marked = 0, ZERO, None, False
    pieces: list[tuple[Decimal, Decimal, Numeral]] = []
    while at < len(text):
        found = _MIXED.match(text, at)
        if found is None or not (found[2] or found[3] or found[4] or "·" in found[1]):
            raise ValueError(f"not a number: {text[:64]!r}")
        digits, few, scale_words, more = found.groups()
        number, scale = _read(digits.replace("·", ".")), _scale_of(scale_words)
        if last is not None and scale >= last:
            raise ValueError(f"not a number: {text[:64]!r}")
        marked = marked or bool(few or more)
        value += number.value * scale
        pieces.append((number.value, scale, number))
        last, at = scale, found.end()
    _, scale, number = pieces[-1]
    step, round_step = number.step * scale, number.round_step * scale
    return Numeral(text, value, step, round_step, value / scale, scale, "mixed", marked, round_step if marked else ZERO)


def _scale_of(words: str) -> Decimal:
    scale = 1
    for character in words:
        scale *= LARGE.get(character) or SMALL[character]
    return Decimal(scale)


def _chinese(text: str) -> Numeral:
    core = text.translate(_WITHOUT_MORE)
    spelled = read_spelled(core)
    style: Style = "capital" if any(character in CAPITALS for character in core) else "chinese"
    round_step = _spelled_round_step(spelled)
    marked = len(core) < len(text)
    reach = spelled.reach or (round_step if marked else ZERO)
    mantissa = spelled.value / spelled.scale
    return Numeral(text, spelled.value, spelled.step, round_step, mantissa, spelled.scale, style, bool(reach), reach)


_WITHOUT_MORE = {ord(character): None for character in _MORE}


def _spelled_round_step(spelled: Spelled) -> Decimal:
    if not spelled.value:
        return spelled.step
    exponent = spelled.value.normalize().as_tuple().exponent
    return max(ONE.scaleb(exponent), spelled.step) if isinstance(exponent, int) else spelled.step


NUMERAL_CHARACTERS = frozenset(DIGITS) | frozenset(SMALL) | frozenset(LARGE) | frozenset(TENS) | UNKNOWN_DIGIT
