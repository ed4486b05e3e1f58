"""Names of which each tells one kind of a thing: members of a family of words that exclude one another (山地、丘陵、平原), or numbered ones
(一期、二期; 首批、第二批; 5A级、4A级)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.claim import Claim
from checker.relate.clause import JOINTS, alike, last_words
from checker.relate.lists.closed import partition
from checker.relate.lists.juxtaposed import common_ending
from checker.rules import Rules

_PAIR = 2
_MARKS = "、和及与，;"
_PREFIXES, _MARK = 4, 5
_AMOUNT = re.compile("(?:总数|总量|总额|余额|总计|合计|数量|里程|金额|[数量共为达])$")
_VERB = re.compile("[0-9月年季旬日周超低高比较占加减达已未增同计]|上年|全年|其|新|预|拟|重点|主要|优质|骨干|示范|一般")
_NOUN = re.compile("[一-鿿]{0,8}")
_GRADE = re.compile("[特一二三四五1-5ⅠⅡⅢⅣⅤ]级|^[2-5]?A级|博士|硕士|研究生|本科|正高|副高|教授")
# what the names of a family may add to its words and say nothing
_GENERAL = frozenset({"", "资金", "人员", "片区", "地区", "职工", "项目", "面积", "产量", "用电", "案件", "企业", "学生", "户"})
# 属实172件，部分属实68件、不属实46件: the others are no kinds of the first
_DEGREES = frozenset(("不", "未", "非", "部分", "基本", "比较", "非常", "较", "很", "完全", "不太", "阶段性"))
_SERIES = ("一二三四五六七八九十", "1234567890", "ABCDEFGH", "甲乙丙丁戊己庚", "ⅠⅡⅢⅣⅤⅥ")
_NUMBERED = re.compile(
    "(?:第)?(首|[一二三四五六七八九十]|[1-9]|[A-H]|[甲乙丙丁戊己庚]|[ⅠⅡⅢⅣⅤⅥ])(期|批次?|类|级|档|等|标段?|组|阶段|片区?|区|包|线|号[一-鿿]?|轮|部分|A级?)"
)


def kindred(rules: Rules, sentence: Sequence[Claim], whole: Claim, run: Sequence[Claim]) -> bool:
    """Whether figures right behind another are the kinds of what that counts: a closed set, those of a family where the whole is called as
    they are (企业捐款、个人捐款 of 捐款总额), numbered ones from the first on; nothing of the sort goes on behind them."""
    names = [last_words(part).lstrip(_MARKS).removeprefix("其中") for part in run]
    called = last_words(whole) + _NOUN.match(whole.tail).group()  # type: ignore[union-attr]
    if len(names) < _PAIR or whole.lead.startswith(JOINTS) or "其中" in whole.lead or _goes_on(sentence, run):
        return False
    return _numbered(names, called) or _of_a_family(rules, names, called) or "其中" not in run[0].lead and _of_one_noun(rules, names, whole)


def picked(rules: Rules, sentence: Sequence[Claim], whole: Claim, run: Sequence[Claim]) -> bool:
    """总户数a，其中一类b、二类c、三类d: whether a list that 其中 opens right behind its whole, the first of its unit in the sentence,
    names all its kinds: numbered from the first on, or three and more of a closed set."""
    at = whole.index - sentence[0].index
    if not 0 <= at < len(sentence) or run[0].index != whole.index + 1 or any(alike(whole, c) for c in sentence[:at]):
        return False
    names = [last_words(part).lstrip(_MARKS).removeprefix("其中") for part in run]
    return (len(names) > _PAIR or _numbered(names, last_words(whole))) and kindred(rules, sentence, whole, run)


def kin(rules: Rules, names: Sequence[str]) -> bool:
    """Whether names, whatever they have in common, differ in a number of one row, or three and more in a word of one
    family only; of an open family two may leave others out (公路a，铁路b)."""
    if len(names) < _PAIR:
        return False
    if _numbered(names, ""):
        return True
    return (len(names) > _PAIR or partition(rules, names)) and any(_differ(family, names) is not None for family in rules.families)


def all_kinds(rules: Rules, names: Sequence[str]) -> bool:
    """Whether three and more names each hold another word of one family."""
    return len(names) > _PAIR and any(_differ(family, names) in _GENERAL for family in rules.families)


def graded(names: Sequence[str]) -> bool:
    """三级医院、二级医院、一级医院: whether names tell grades, below which things without a grade are seldom told."""
    return len(names) > 1 and all(_GRADE.search(name) for name in names) and not any(name.startswith(("1A", "2A")) for name in names)


def awarded(names: Sequence[str], called: str) -> bool:
    """参赛作品600件，其中一等奖2件、二等奖8件: whether names tell prizes, and what the whole is called none: not all that take part win."""
    return len(names) > 1 and all("奖" in name for name in names) and "奖" not in called


def _goes_on(sentence: Sequence[Claim], run: Sequence[Claim]) -> bool:
    last = run[-1]
    behind = sentence[last.index - sentence[0].index + 1 :][:_PAIR]
    alike_ones = [c for c in behind if alike(last, c) and c.clause == last.clause and "paren" not in c.cues]
    return any(not any(word in c.lead for word in ("合计", "共", "总计")) for c in alike_ones) or "等" in last.tail[:_PAIR]


def _numbered(names: Sequence[str], called: str) -> bool:
    found = [_NUMBERED.search(name) for name in names]
    told = [match for match in found if match is not None]
    if len(told) < len(names) or len({match.group(2) for match in told}) > 1 or told[0].group(2) != "A级" and _NUMBERED.search(called):
        return False
    rests = {name[: match.start()] + name[match.end() :] for name, match in zip(names, told, strict=True)}
    marks = "".join(match.group(1) for match in told).replace("首", "一")
    ends = [marks, marks[::-1]]
    pair = told[0].group(2) in ("级", "A级") and len(names) <= _PAIR
    in_order = any(marked in series for marked in ends for series in _SERIES)
    # 5A级、4A级、3A级: the lower grades are seldom told
    lowest = set(marks) & set("12") if told[0].group(2) == "A级" else set()
    begins = bool(lowest) or any(marked[0] == series[0] for marked in ends for series in _SERIES)
    return in_order and begins and not pair and not graded(names) and not awarded(names, called) and len(rests - {""}) <= 1


def _of_a_family(rules: Rules, names: Sequence[str], called: str) -> bool:
    """Whether names differ only in words of one family that the whole does not name, and share what it is called or are a closed set."""
    rests = [_differ(family, names) for family in rules.families if not family.search(called)]
    return any(rest and rest in called for rest in rests) or any(rest in _GENERAL for rest in rests) and partition(rules, names)


def _differ(family: re.Pattern[str], names: Sequence[str]) -> str | None:
    """What names have in common beside their words of a family, each another one; None where they do not differ in these only."""
    found = [family.search(name) for name in names]
    told = [match for match in found if match is not None]
    if len(told) < len(names) or len({match.group() for match in told}) < len(names):
        return None
    # 中央3.16亿元，省级资金2.84亿元: what one says the others may leave out
    rests = {name.replace(match.group(), "", 1) for name, match in zip(names, told, strict=True)} - {""}
    return None if len(rests) > 1 else next(iter(rests), "")


def _of_one_noun(rules: Rules, names: Sequence[str], whole: Claim) -> bool:
    """新建管网a，供水管网b、排水管网c: whether every name says which of what the whole counts, and the whole says it of none."""
    noun = common_ending(names)
    marks = [name.removesuffix(noun) for name in names]
    told = last_words(whole) or _NOUN.match(whole.tail).group()  # type: ignore[union-attr]
    for _ in range(_PREFIXES):
        told = next((told.removeprefix(word) for word in rules.wording["whole_of_noun"] if told.startswith(word)), told)
    plain = all(1 <= len(mark) <= _MARK and not _VERB.search(mark) for mark in marks) and len(set(marks)) == len(marks)
    if _DEGREES & set(marks):
        return False
    return plain and len(noun) > 1 and _AMOUNT.sub("", told) == _AMOUNT.sub("", noun) and not noun.endswith(rules.wording["overlapping"])
