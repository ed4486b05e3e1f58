"""What the words say against a list's being all the parts of a figure: it is summed up apart, it tells what came and what went, it starts
at a mark above which others count too; the figure names the members and goes on with 等, is a mean, or is itself a part."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.claim import Claim
from checker.relate.clause import last_words, silent
from checker.relate.lists.spoken_of import several
from checker.rules import Rules

_PAIR = 2
_SUMMED = re.compile("合计|共计|总计|小计|相加")
_UPWARD, _DOWNWARD = re.compile("[及或]?以上|超过|[大高]于"), re.compile("[及或]?以下|不足|未满|以内|其他|其它|其余")
# 会议费、培训费等超支t，其中会议费a、培训费b
_AND_SO_ON = re.compile("([^，。；;:()]{2,40})等(?![级额位值待])")
_TWICE = re.compile("[、和及与，;]?(?:重复|交叉)[一-鿿]{2,10}$")
_SHARE = re.compile("，(?:合计|共|约)?占")
_CARRIED = re.compile("结转|结存|结余")
_SPENT = re.compile("支出|使用|拨付|执行")


def summed_up(sentence: Sequence[Claim], run: Sequence[Claim]) -> bool:
    """甲a、乙b、丙c，合计t: whether the words right behind a list draw its own total, which no whole before it is."""
    behind = sentence[run[-1].index - sentence[0].index + 1 :][:_PAIR]
    summed = [c for c in behind if _SUMMED.search(last_words(c)) and c.clause == run[-1].clause and not _of_two(c, run)]
    return bool(summed) and behind[0].lead.startswith("，")


def _of_two(share: Claim, run: Sequence[Claim]) -> bool:
    """中央a、省级b、市级c、县级d，市县两级合计占70.4%: whether a percentage is of two members only, each named by its first letter."""
    letters = run[-1].tail.lstrip("，,")[:_PAIR]
    names = [part.lead.lstrip("、和及与，;") for part in run]
    named = [next((name for name in names if name.startswith(letter)), "") for letter in letters]
    return share.quantity.dimension == "fraction" and len(run) > _PAIR and all(named) and len(set(named)) == _PAIR


def came_and_went(rules: Rules, run: Sequence[Claim]) -> bool:
    """168条，其中新开7条、撤销4条; 年初结转a，支出b，结转下年c: whether members tell of what came and what went, or of an account."""
    said = [last_words(part) + part.name for part in run]
    came = [any(word in words for word in rules.wording["inflow"]) for words in said]
    went = [any(word in words for word in ("撤销", "撤并", "退出", "注销", "取消", "关停", "摘牌", "退库", "减少")) for words in said]
    account = any(map(_SPENT.search, said)) and sum(_CARRIED.search(words) is not None for words in said) > 1
    return any(came) and any(went) or account


def counted_twice(sentence: Sequence[Claim], run: Sequence[Claim]) -> bool:
    """Whether the words between the figure before a list and the second behind it say that one member may be in several parts."""
    first, last = run[0].index - sentence[0].index, run[-1].index - sentence[0].index
    # 重复计算土方运距a is what a member is called
    leads = [c.lead if not _TWICE.match(last_words(c)) else "" for c in sentence[first : last + 1]]
    behind = sentence[last + 1 : last + 1 + _PAIR]
    # 部分案卷同时存在两类以上问题: the figures behind are words of it too
    return several("，".join([*leads, *(c.tail for c in (run[-1], *behind)), *(c.lead + c.quantity.text for c in behind)]))


def above_a_mark(run: Sequence[Claim]) -> bool:
    """本科及以上14127名，研究生1684名: whether a member takes in all above a mark, and none is of those below it."""
    said = [part.lead + part.name for part in run]
    return any(map(_UPWARD.search, said)) and not any(map(_DOWNWARD.search, said))


def and_so_on(whole: Claim, run: Sequence[Claim]) -> bool:
    """Whether the words of a whole name the members and go on with 等: others are in it too."""
    found = _AND_SO_ON.search(whole.lead)
    return found is not None and sum(len(part.name) > 1 and part.name in found.group(1) for part in run) > 1


def no_whole_of(head: Claim, other: Claim, near: Sequence[Claim], anew: bool) -> bool:
    """Whether a figure before a list is none that a list takes apart: a mean, the last of several told in turn (分别为a、b。其中),
    or, where the list takes something apart `anew`, one told as a share of more (两县合计a，占65%。从构成看)."""
    if other.average or "平均" in last_words(other):
        return True
    if "respectively" in other.cues and "paren" not in head.cues and (silent(other) or other.index != head.index - 1):
        return True
    behind = next((c for c in near if c.index == other.index + 1), None)
    return anew and behind is not None and behind.measure == "share" and _SHARE.match(behind.lead) is not None
