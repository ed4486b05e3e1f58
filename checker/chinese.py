"""Chinese numerals: 一百二十三, 两千, 廿三, 二〇二三, 三点五, 壹佰贰拾, 数十, 三四十."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

DIGITS = {
    **{character: value for value, character in enumerate("零一二三四五六七八九")},
    **{character: value for value, character in enumerate("〇壹贰叁肆伍陆柒捌玖")},
    "两": 2, "○": 0, "弌": 1, "貳": 2, "參": 3, "叄": 3, "陸": 6, "兩": 2, "俩": 2, "仨": 3,
}  # fmt: skip
# a few things counted in one character
FEW = {**{str(number): number for number in range(10)}, **DIGITS, "十": 10}
SMALL = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
LARGE = {"万": 10**4, "亿": 10**8, "萬": 10**4, "億": 10**8}
TENS = {"廿": 20, "卅": 30}
UNKNOWN_DIGIT = frozenset("数几")
CAPITALS = frozenset("壹贰叁肆伍陆柒捌玖拾佰仟貳參叄陸")
LONGEST = 64


@dataclass(frozen=True, slots=True)
class Spelled:
    """What a spelled number says: `value`, `step` (the worth of its last digit; 1 unless it ends in 万 or 亿 or has decimals), `reach`
    (how far above `value` it may lie: 数十 is 20 and 80 more) and `scale` (the 万, 亿 or 万亿 it ends in, else 1)."""

    value: Decimal
    step: Decimal
    reach: Decimal
    scale: Decimal


def read_spelled(text: str) -> Spelled:
    """The number that a Chinese numeral spells; ValueError if it spells none or is longer than 64 characters."""
    if not text or len(text) > LONGEST:
        raise ValueError(f"not a Chinese numeral: {text[:LONGEST]!r}")
    whole, point, decimals = text.partition("点")
    if point:
        return _with_decimals(whole, decimals)
    if all(character in DIGITS for character in text) and not _two_guesses(text):
        return Spelled(Decimal("".join(str(DIGITS[character]) for character in text)), Decimal(1), Decimal(0), Decimal(1))
    return _accumulated(text)


def _two_guesses(text: str) -> bool:
    """两三 and 五六 name a number between two neighbours, not two digits of one."""
    return len(text) == 2 and 0 < DIGITS[text[0]] == DIGITS[text[1]] - 1


def _with_decimals(whole: str, decimals: str) -> Spelled:
    tail = decimals.rstrip("".join(LARGE) + "".join(SMALL))
    factor = Decimal(1)
    for character in decimals[len(tail) :]:
        factor *= LARGE.get(character) or SMALL[character]
    if not tail or any(character not in DIGITS for character in tail):
        raise ValueError(f"not a Chinese numeral: {whole}点{decimals}")
    fraction = Decimal("0." + "".join(str(DIGITS[character]) for character in tail))
    step = Decimal(1).scaleb(-len(tail)) * factor
    return Spelled((read_spelled(whole).value + fraction) * factor, step, Decimal(0), factor)


class _Tally:
    """The running total of a numeral: `done` counts finished 亿, `section` finished 万, `part` the four places below; `digit` is the
    digit read last, `guess` how far above it the truth may lie, `last` the place taken last."""

    __slots__ = ("digit", "done", "guess", "last", "part", "reach", "section")

    def __init__(self) -> None:
        self.done = self.section = self.part = self.reach = 0
        self.digit: int | None = None
        self.guess = 0
        self.last = 0

    def take_digit(self, value: int) -> None:
        if self.digit and value == self.digit + 1 and not self.guess:
            self.guess = 1
        elif self.digit:
            raise ValueError("two digits without a place between them")
        else:
            self.digit = value
            if value == 0:
                self.last = 0

    def take_unknown(self) -> None:
        if self.digit:
            raise ValueError("a guessed digit after a digit")
        self.digit, self.guess = (1, 8) if self.last == 10 and self.part else (2, 7)

    def take_small(self, place: int) -> None:
        count = 1 if self.digit is None or (self.digit == 0 and place == 10) else self.digit
        self.part += count * place
        self.reach += (self.guess if self.guess < 7 else 8) * place
        self.digit, self.guess, self.last = None, 0, place

    def take_large(self, place: int) -> None:
        self._close()
        if place == 10**8:
            total = self.done + self.section + self.part
            self.done, self.section, self.part = (total or 1) * place, 0, 0
        else:
            # 万 after a section already closed by 万 (万万) multiplies it
            self.section = (self.section + (self.part or (0 if self.section else 1))) * place
            self.part = 0
        self.reach *= place
        self.last = place

    def _close(self) -> None:
        if self.digit is not None:
            self.part += self.digit
            self.reach += self.guess if self.guess < 7 else 8
            self.digit, self.guess = None, 0

    def finish(self) -> int:
        if self.digit and self.last > 10 and not self.guess:
            # 一千二 and 三万五 leave out the next smaller place
            self.part += self.digit * self.last // 10
            self.last //= 10
            self.digit = None
        else:
            if self.digit:
                self.last = 1
            self._close()
        return self.done + self.section + self.part


def _accumulated(text: str) -> Spelled:
    tally = _Tally()
    for character in text:
        if character in DIGITS:
            tally.take_digit(DIGITS[character])
        elif character in SMALL:
            tally.take_small(SMALL[character])
        elif character in LARGE:
            tally.take_large(LARGE[character])
        elif character in TENS:
            tally.part += TENS[character]
            tally.last = 10
        elif character in UNKNOWN_DIGIT:
            tally.take_unknown()
        else:
            raise ValueError(f"not a Chinese numeral: {text!r}")
    value = tally.finish()
    scale = _scale(text)
    step = scale if scale > 1 else (tally.last if text[-1] in DIGITS and tally.last >= 1 and text[-1] not in "零〇" else 1)
    return Spelled(Decimal(value), Decimal(step), Decimal(tally.reach), Decimal(scale))


def _scale(text: str) -> int:
    scale = 1
    for character in reversed(text):
        if character not in LARGE:
            break
        scale *= LARGE[character]
    return scale
