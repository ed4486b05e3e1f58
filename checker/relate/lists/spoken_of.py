"""Lists that name what they take apart: 审结案件中，刑事a件、民事b件 after 审结c件."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.claim import Claim
from checker.relate.clause import last_words

_BRACKETS = re.compile(r"\([^()]{0,8}\)")
_AMONG = re.compile(r"(?:[^，。；、;:(]{0,12}[^，。；、;:(集其]|^)(?:中[，,:]|(?:里|中)有$)|，后者中")
_TOPIC = re.compile(r"^(?:在|上述|这些|以上|全部|所有|被|已|经)?([^，。；、;:(]{1,12}[^，。；、;:(集其])中[，,:]")
# 医疗收入按来源分，…: who is taken apart stands before 按
_NOBODY = "(?!其中|其他|其它|其余|同比|全[市县省区国州])"
_APART = re.compile(f"^({_NOBODY}[一-鿿]{{2,10}}?)(?:再|又|可)?按照?[^，。；;,(]{{1,8}}?(?:分|分类|划分|看|分看)[，,:]")
# what a noun may add to the name of its whole
_GENERAL = re.compile("(?:案件|项目|总数|总量|余额|数量|资金|人员|单位|企业)$")
_NOUN = re.compile("[一-鿿]{0,8}")
_SHORTEST = 2
_UNDONE = re.compile("(?:尚|还|仍)?未(?:能)?([一-鿿]{2})")
# not 二级以上公路, 二类坝: two of a kind are 两
_KINDS = re.compile(
    "(?<![一二三四五六七八九十第])(?!二[级类])([两二三四五六七八九])(?:大?类|部分|大?板块|种|级|条线|个?方面)(?!季|以[上下])"
)

# 一件可涉及多类, 同一机构可同时受到多种处理, 各类之间有交叉: members that are in more than one part
_SEVERAL = re.compile(
    "(?<![不无没未])(?:可能?|能够?|会|存在|[仍还]?有)(?![不无没])[^，。；;()0-9不无]{0,8}(?:多[种类次项个头重]|同时|几[种类项]|重复|交叉|重叠)"
    "|同一?[^，。；;()0-9]{1,10}(?:计入|涉及|属于|受到)[^，。；;()0-9]{0,4}(?:[两多几]个?[种类次项])|(?:同时|均)(?:存在|涉及|具有|属于)[^，。；;()0-9]{0,4}(?:[两二多几]个?[种类次项])|(?<![不无非])可?多选|(?<![不无没未])(?:重复|交叉)(?:计算|计入|统计|计数)"
)
_BOTH = re.compile("[^，。；;()]{0,8}(?:既[^。；;()]{1,12}[又也且]|双重|同时|兼)")


def several(words: str) -> bool:
    """Whether the words say that one member may be counted in several parts, so that these exceed the whole."""
    return _SEVERAL.search(words) is not None


def among(lead: str) -> bool:
    """233座水库中，大型2座; 12个县(市、区)中，a个…: 中 ends the words right behind the whole."""
    return _AMONG.match(_BRACKETS.sub("", lead.lstrip(";"))) is not None


def topic(lead: str) -> str:
    """What a list says it takes apart (重点项目中，… → 重点项目), '' if it does not."""
    found = _TOPIC.match(lead.lstrip(";"))
    return found.group(1) if found is not None else ""


def taken_apart(lead: str) -> str:
    """Who a list says it takes apart by some mark (医疗收入按来源分，… → 医疗收入), '' if it names nobody."""
    found = _APART.match(lead.lstrip(";"))
    return found.group(1) if found is not None else ""


def names(noun: str, claim: Claim) -> bool:
    """Whether a noun is what a figure is of: its words hold the noun's characters in order, but for a general word at its end."""
    said = iter(claim.name + last_words(claim) + _NOUN.match(claim.tail).group())  # type: ignore[union-attr]
    core = _GENERAL.sub("", noun) or noun
    return len(core) >= _SHORTEST and all(character in said for character in core)


def numbered(whole: Claim, count: int) -> bool:
    """两类主体累计1532家，其中甲a、乙b: the words of a whole say how many parts it has."""
    found = _KINDS.search(last_words(whole))
    return found is not None and "一二三四五六七八九十".find(found.group(1).replace("两", "二")) + 1 == count


def other_side(said: str, done: str) -> bool:
    """延伸a家，未延伸的b家: whether the one tells of whom something was not done that was done with the other."""
    undone = _UNDONE.match(said)
    return undone is not None and undone.group(1) in done and "未" + undone.group(1) not in done


def twice(sentence: Sequence[Claim], run: Sequence[Claim]) -> tuple[Claim, ...]:
    """Members counted in two parts, bracketed after the list: (同时受到两种处分的9人), (1人既受处分又被移送)."""
    first, last = run[0], run[-1]
    bracket = [c for c in sentence if first.index < c.index <= last.index + 2 and "paren" in c.cues and c not in run]
    bracket += [c for c in sentence if c.index == last.index + 1 and last_words(c).startswith("另有") and _BOTH.match(c.tail)]
    if not any("overlap" in c.cues or _BOTH.match(c.tail) for c in bracket):
        return ()
    return tuple(c for c in bracket if c.quantity.dimension == last.quantity.dimension)
