"""Numbers that label or name a thing: 第三章, 〔2024〕12号, YCZC-2023-0187, “2+1”, PM2.5, 5A级."""

from __future__ import annotations

import re
from decimal import Decimal

from checker.find.lexicon import LATIN, Lexicon, ends_with
from checker.find.sighting import BARE, Sighting
from checker.numeral import Numeral
from checker.unit import Unit

_CN = "零〇一二两三四五六七八九十百千"
_HEAD = re.compile(
    rf" ?(?:第(?:[{_CN}]{{1,6}}|[0-9]{{1,4}})[章节条款编篇部]分?"
    rf"|\(?[{_CN}]{{1,4}}(?:、|\)|[.﹒](?![0-9])|(?= ))"
    rf"|\([0-9]{{1,2}}\)|[0-9]{{1,2}}\)"
    rf"|[0-9]{{1,2}}(?:、(?![0-9])|、(?=(?:19|20)[0-9]{{2}}年)|[.﹒](?![0-9])|[.](?=(?:19|20)[0-9]{{2}}年)| (?! ?[0-9]))"
    rf"|[—-] ?[0-9]{{1,4}} ?[—-] ?$"
    rf"|[0-9]{{1,2}}(?:\.[0-9]{{1,2}}){{1,3}}(?![0-9.%‰万亿—~-]))"
)
_NUMBERED = re.compile(r"[〔\[(（【][0-9]{4}[〕\])】] ?第? ?[0-9]{1,5} ?号")
_NOTE = re.compile(r"[\[〔][0-9]{1,3}[\]〕]")
_PAREN = re.compile(rf"\((?:[0-9]{{1,2}}|[{_CN}]{{1,3}})\)")
_ITEM = re.compile(r"[0-9]{1,2}(?:、(?![0-9])|\.(?![0-9])|\))")
_CODE = re.compile(
    r"[0-9]{2,12}(?:-[0-9A-Za-z]{1,12}){1,6}|0[0-9]{2,24}|1[3-9][0-9]{9}(?![0-9])|[0-9]{13,}|[0-9]{1,4}(?:\.[0-9]{1,4}){2,6}"
)
_PLUS = re.compile(r"[0-9]{1,4}(?:\+[0-9A-Za-zN]{1,4}){1,6}")
_DOT_NAME = re.compile(r"[0-9]{1,2}·[0-9]{1,2}")
_TOKEN = re.compile(r"[A-Za-z]++(?:[-_/.&+]?[A-Za-z0-9]++)*+")
_GLUED = re.compile(r"[0-9]{1,12}[A-Za-z][A-Za-z0-9+-]{0,24}")
_LAST_NUMBER = re.compile(r"(?<![0-9.])[0-9]{1,12}(?:\.[0-9]{1,6})?$")
_NUMBER_SIGN = re.compile(r"[0-9]{1,5}(?:[—~-][0-9]{1,5})? ?号")
_ORDINAL = re.compile(rf"[0-9]{{1,6}}(?:\.[0-9]{{1,2}})?|[{_CN}]{{1,8}}+")
# 三级公路13公里, 二类坝28座, 二次管网8公里: a grade with its noun, right before the figure that it names
_GRADE = re.compile(
    "[一二三四五六七八](?:级(?!联动)|类(?=坝|桥|水|区|地)|次(?=管|热|网|供水))(?:(?![有共为])[一-鿿]){0,5}(?!20[0-9][0-9]年)[0-9]"
)
_BREAKS = frozenset("。；;:：!？ ")
_QUOTE_WINDOW = 20
RANK = Unit("位", "rank", BARE.factor, True)


def head_at(text: str, lexicon: Lexicon) -> Sighting | None:
    """The numbering at the head of a passage (一、 （二） 3. 1.1 第三条), if it is one and not a figure."""
    found = _HEAD.match(text)
    if found is None:
        return None
    stop = found.end()
    begin = 1 if text[0] == " " else 0
    written = text[begin:stop].rstrip(" ")
    dotted = "." in written[:-1]
    if stop >= len(text.rstrip()) and (dotted or written.isdigit()):
        return None
    after = stop + (text[stop : stop + 1] == " ")
    numbering = written[-1] in "、)﹒." or written[0] == "第"
    if not numbering and (text[after : after + 1] in "百千万亿%‰" or lexicon.simple_unit_at(text, after)):
        return None
    return Sighting(begin, begin + len(written), "label")


def bracketed_at(text: str, at: int) -> Sighting | None:
    """〔2024〕12号, a footnote mark [1] or (三): `at` is the place of the number after the bracket. What alone fills a cell (〔758〕) marks
    nothing: plans so write what accrues over all the years."""
    if not at or text[at - 1] not in "〔[(【" or at == 1 and _NOTE.fullmatch(text):
        return None
    found = _NUMBERED.match(text, at - 1) or _NOTE.match(text, at - 1) or _PAREN.match(text, at - 1)
    return None if found is None else Sighting(at - 1, found.end(), "label")


def ordinal_at(text: str, at: int, lexicon: Lexicon) -> tuple[Sighting, int]:
    """第三, 第二十条, 第41位: `at` is the place of the number after 第. A place in a ranking is a figure."""
    found = _ORDINAL.match(text, at)
    stop = found.end() if found else at + 1
    blank = text[stop : stop + 1] == " "
    after = stop + blank
    ranked = text.startswith(lexicon.words("rank_unit"), after) and lexicon.simple_unit_at(text, after) is not None
    if ranked or (ends_with(text, at - 1, lexicon.words("rank_before")) and not lexicon.simple_unit_at(text, after)):
        try:
            numeral = Numeral.read(text[at:stop])
        except ValueError:
            return Sighting(at - 1, stop, "label"), stop
        end = after + 1 if ranked else stop
        return Sighting(at - 1, end, "measure", numeral, unit=RANK), end
    return Sighting(at - 1, stop, "label"), stop


def code_at(text: str, at: int) -> Sighting | None:
    """Telephone numbers, codes with hyphens, 1.2.3, numbers too long to be figures: the text at `at` begins with a digit."""
    plus = _PLUS.match(text, at)
    if plus is not None:
        return Sighting(at, plus.end(), "name")
    found = _CODE.match(text, at)
    return None if found is None else Sighting(at, found.end(), "label")


def number_sign_at(text: str, at: int) -> Sighting | None:
    """4号线, 1—5号泊位."""
    found = _NUMBER_SIGN.match(text, at)
    return None if found is None else Sighting(at, found.end(), "label")


def dot_name_at(text: str, at: int) -> Sighting | None:
    """7·12 and its like, which name an event."""
    found = _DOT_NAME.match(text, at)
    return None if found is None else Sighting(at, found.end(), "name")


def item_at(text: str, at: int) -> Sighting | None:
    """1. and 2、 and 3) after the end of a sentence inside a passage."""
    if at and text[at - 1] not in _BREAKS:
        return None
    found = _ITEM.match(text, at)
    if found is not None and found.group().endswith(")") and text.rfind("(", max(0, at - 40), at) > text.rfind(")", max(0, at - 40), at):
        return None
    return None if found is None else Sighting(at, found.end(), "label")


def glued_at(text: str, at: int) -> Sighting | None:
    """5G, 5A级, 3D: digits glued to letters that are no unit."""
    found = _GLUED.match(text, at)
    return None if found is None else Sighting(at, found.end(), "name")


def token_at(text: str, at: int, lexicon: Lexicon) -> tuple[Sighting | None, int]:
    """The Latin word at `at` and where to read on. With digits it is a name or, hyphenated, a label; but GDP5.2万亿元 ends in a figure."""
    found = _TOKEN.match(text, at)
    if found is None:
        return None, at + 1
    word, stop = found.group(), found.end()
    if word.isalpha() or not any(character.isdigit() for character in word):
        return None, stop
    number = _LAST_NUMBER.search(word)
    if number and word[: number.start()].isalpha() and _figure_follows(text, stop, lexicon):
        return None, at + number.start()
    return Sighting(at, stop, "label" if "-" in word or sum(map(str.isdigit, word)) > 4 else "name"), stop


def _figure_follows(text: str, at: int, lexicon: Lexicon) -> bool:
    following = text[at : at + 1]
    if following in ("%", "‰", "万", "亿", ","):
        return following != ","
    unit = lexicon.simple_unit_at(text, at)
    return unit is not None and unit[0].dimension in ("money", "point", "multiple")


def numbered(text: str, at: int, stop: int, value: Decimal, lexicon: Lexicon) -> bool:
    """Whether a Chinese numeral at [at, stop) numbers what follows: 十三届, 二期工程 (but 分四期支付 counts)."""
    if text.startswith(lexicon.words("label_unit"), stop):
        return True
    if text.startswith(lexicon.words("phase_unit"), stop) and not ends_with(text, at, lexicon.words("counted_before")):
        return True
    if stop - at == 1 and _GRADE.match(text, at) and not ends_with(text, at, lexicon.words("counted_before")):
        return True
    return _congress(text, at, stop, value)


def _congress(text: str, at: int, stop: int, value: Decimal) -> bool:
    """党的二十大, and 十九大 without 党的: congresses are numbered past twelve, while lists of 大 (七大行动) are shorter."""
    return text.startswith("大", stop) and (value > 12 or text.startswith("党的", at - 2) or text.startswith("中共", at - 2))


def labelled(text: str, at: int, lexicon: Lexicon) -> bool:
    """Whether the word before `at` (表, 附件 …) says that a bare number there only names a thing."""
    at -= text.endswith(" ", 0, at)
    at -= text.endswith(":", 0, at)
    return ends_with(text, at, lexicon.words("label_before")) or text.endswith(("..", "……"), 0, at)


def in_quotes(text: str, begin: int, stop: int) -> bool:
    """Whether [begin, stop) stands in a short pair of quotation marks, or in the title of a book or document."""
    if begin and text[begin - 1] in "“《":
        opening = begin - 1
    else:
        low = max(0, begin - _QUOTE_WINDOW)
        opening = max(text.rfind("“", low, begin), text.rfind("《", max(0, begin - 60), begin))
        if opening < 0:
            return False
    closing = "”" if text[opening] == "“" else "》"
    if text.find(closing, opening, begin) >= 0:
        return False
    end = text.find(closing, stop, opening + (_QUOTE_WINDOW + 10 if closing == "”" else 90))
    return end >= 0


def is_name(text: str, begin: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether a bare whole number between words is part of a name (12345热线) rather than a value (性别比为104)."""
    before, after = text[begin - 1 : begin], text[stop : stop + 1]
    if before in LATIN:
        return True
    if "一" <= before <= "鿿" and before not in lexicon.number_before:
        return True
    return "一" <= after <= "鿿" and after not in lexicon.number_after
