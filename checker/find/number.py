"""Reads the number at a place in a text, without its unit."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from checker.find.lexicon import SPELLED, Lexicon
from checker.numeral import Numeral
from checker.quantity import Hedge

LONGEST = 24
_DIGITS = re.compile(r"(?:[0-9]{1,3}(?:(?:,[0-9]{3}){1,6}+(?![0-9]|,[0-9])|(?:，[0-9]{3}){1,6}+(?![0-9]))|[0-9]++)(?:\.[0-9]++)?")
_SPACED = re.compile(r"[0-9](?: [0-9]){1,8}+(?: ?\.(?: ?[0-9]){1,4})?(?= ?[年%‰万亿元个])")
_DOTTED = re.compile(r"[0-9]{1,4}·[0-9]{1,4}")
_SCALE = re.compile(r" ?(万亿|[十百千]?[万亿]|[十百千](?![十百千万亿]))")
_LOWER = re.compile(r"[0-9]{1,4}(?:\.[0-9]{1,4})?[万千百]")
_RUN = re.compile(rf"(?:[数几](?=[十百千万亿]))?[{SPELLED}]{{1,40}}+(?:几(?=\w))?(?:点[零〇一二三四五六七八九]{{1,10}}[万亿]{{0,2}})?")
_MORE_SCALE = re.compile(r"[余多来][万亿]{1,2}")
_CAPITAL = re.compile(
    r"[零〇壹贰叁肆伍陆柒捌玖拾佰仟万亿]{1,40}+(?:[元圆](?:(?:零?([壹贰叁肆伍陆柒捌玖])角)?(?:零?([壹贰叁肆伍陆柒捌玖])分)?[整正]?))?"
)
CAPITAL_FIRST = frozenset("壹贰叁肆伍陆柒捌玖拾佰仟")
_DIGIT = {character: value for value, character in enumerate("零壹贰叁肆伍陆柒捌玖")}


@dataclass(slots=True)
class Number:
    """A number at [begin, stop) and the hedge inside it (3000余万)."""

    begin: int
    stop: int
    numeral: Numeral
    hedge: Hedge = ""


def arabic_at(text: str, at: int, lexicon: Lexicon) -> Number | None:
    """The number that begins with the digit at `at`; None if it is too long to be one."""
    found = _SPACED.match(text, at) if text[at + 1 : at + 2] == " " else None
    found = found or _DIGITS.match(text, at)
    if found is None:
        return None
    stop = found.end()
    if stop - at > LONGEST:
        return None
    digits = found.group()
    following = text[stop : stop + 1]
    if following == "·" and (dotted := _DOTTED.match(text, at)) and _measured(text, dotted.end(), lexicon):
        digits, stop, following = dotted.group(), dotted.end(), text[dotted.end() : dotted.end() + 1]
    if " " in digits:
        digits = digits.replace(" ", "")
    if following and following in "十百千万亿余多来 ":
        return _scaled(text, at, stop, digits, lexicon)
    return Number(at, stop, Numeral.read(digits))


def _measured(text: str, at: int, lexicon: Lexicon) -> bool:
    return text[at : at + 1] in ("%", "万", "亿", "‰") or lexicon.simple_unit_at(text, at) is not None


def _scaled(text: str, at: int, stop: int, digits: str, lexicon: Lexicon) -> Number:
    plain = Number(at, stop, Numeral.read(digits))
    hedge: Hedge = ""
    after = stop + (text[stop] == " ")
    if text[after : after + 1] in lexicon.inside:
        hedge, after = lexicon.inside[text[after]], after + 1
    scale = _SCALE.match(text, after)
    if scale and not (scale.group(1)[0] in "十百千" and lexicon.simple_unit_at(text, scale.start(1))):
        return _after_scale(text, plain, digits, scale.group(1), scale.end(), hedge, lexicon)
    if hedge and (lexicon.simple_unit_at(text, after) or text[after : after + 1] in "%‰"):
        return replace(plain, stop=after, hedge=hedge)
    return plain


def _after_scale(text: str, plain: Number, digits: str, scale: str, end: int, hedge: Hedge, lexicon: Lexicon) -> Number:
    written = digits.replace("·", ".") + scale
    lower = _LOWER.match(text, end) if scale in ("亿", "万", "万亿") else None
    if lower:
        try:
            return Number(plain.begin, lower.end(), Numeral.read(written + lower.group()), hedge)
        except ValueError:
            pass
    if not hedge and text[end : end + 1] in lexicon.inside and _measured(text, end + 1, lexicon):
        hedge, end = lexicon.inside[text[end]], end + 1
    return Number(plain.begin, end, Numeral.read(written), hedge)


def spelled_at(text: str, at: int, lexicon: Lexicon) -> Number | None:
    """The Chinese numeral at `at`, with 余 多 来 inside or right after it; None if the characters spell no number."""
    found = _RUN.match(text, at)
    if found is None:
        return None
    stop, core = found.end(), found.group()
    hedge: Hedge = ""
    if more := _MORE_SCALE.match(text, stop):
        hedge, core, stop = lexicon.inside.get(text[stop], ""), core + more.group()[1:], more.end()
    elif text[stop : stop + 1] in lexicon.inside and core[-1] in "十百千万亿" and lexicon.simple_unit_at(text, stop + 1):
        hedge, stop = lexicon.inside[text[stop]], stop + 1
    try:
        return Number(at, stop, Numeral.read(core), hedge)
    except ValueError:
        return None


def capital_at(text: str, at: int) -> tuple[Number, bool] | None:
    """The 大写 amount at `at` and whether 元 stands in it (then 角 and 分 are in the value); None if it is no number."""
    found = _CAPITAL.match(text, at)
    if found is None:
        return None
    whole = found.group()
    amount = re.split("[元圆]", whole, maxsplit=1)
    if len(amount) == 1 and len(whole) < 2:
        return None
    try:
        numeral = Numeral.read(amount[0])
    except ValueError:
        return None
    if numeral.style != "capital":
        return None
    jiao, fen = (_DIGIT[part] if part else 0 for part in found.groups())
    value = numeral.value + Decimal(jiao) / 10 + Decimal(fen) / 100
    cent = Decimal("0.01")
    money = replace(numeral, text=whole, value=value, mantissa=value, scale=Decimal(1), step=cent, round_step=cent)
    return (Number(at, found.end(), money), True) if len(amount) > 1 else (Number(at, found.end(), numeral), False)


def number_at(text: str, at: int, lexicon: Lexicon) -> Number | None:
    """The number at `at` in any script; None if there is none."""
    character = text[at : at + 1]
    if character.isdigit() and character.isascii():
        return arabic_at(text, at, lexicon)
    if character == "-" and text[at + 1 : at + 2].isdigit():
        return signed(text, at, arabic_at(text, at + 1, lexicon))
    return spelled_at(text, at, lexicon) if character and character in SPELLED + "数几" else None


def signed(text: str, at: int, number: Number | None) -> Number | None:
    """`number` with the minus that stands at `at` before it."""
    if number is None:
        return None
    return replace(number, begin=at, numeral=Numeral.read(text[at] + number.numeral.text))
