"""Sorts of claims that the sources of evidence tell apart."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.claim import Claim
from checker.document import Words
from checker.rules import Rules

_FIRST = re.compile("前[一二三四五六七八九十两0-9]{1,3}[名大家位户个][^，。；;]{0,20}$")
_CLAUSE = 30
_LARGE = re.compile("[万亿]")
_REMARK = 40
_OWN_BASIS = re.compile(
    r"[^，。；;(（]{0,6}[(（](?:按|以|根据|依据)[^，。；;)）]{1,16}(?:计算|折算|折合|测算|计|口径|为基数|为分母|平均)[)）]"
    r"|[^，。；;(（]{0,6}[(（](?:不?含|不?包括|剔除|扣除|未计入|未包含)[^，。；;)）]{1,20}[)）]"
)
_NOT_ADDED = frozenset({"fraction", "point", "multiple", "rank", "time", "month", "year", "number", "age", "grade", ""})

# a company, a bank or a group speaks of itself so
_ITSELF = frozenset({"公司", "本公司", "全公司", "我公司", "本行", "我行", "全行", "集团", "本集团", "全集团"})
# days that are counted one by one: 优良天数320天, 轻度污染30天
_DAYS = re.compile("(?:优|良|优级|良级|污染|天数|达标|超标|监测)$")
_YEARLY = ("年均", "年平均", "平均每年")


def amount(claim: Claim) -> bool:
    """Whether the claim states a level that can be added, divided or compared (no percentages, ratios, durations; but days
    that are counted)."""
    yearly = claim.average and claim.lead.rstrip("约为是达").endswith(_YEARLY)
    if claim.measure in ("level", "length") and claim.quantity.text.endswith("天") and _DAYS.search(claim.name):
        return not yearly
    return claim.measure == "level" and not yearly and claim.quantity.dimension not in _NOT_ADDED


def at_constant_prices(rules: Rules, claim: Claim) -> bool:
    """Whether growth of that level is published at constant prices, beside levels at current ones (国家统计局《统计指标解释》)."""
    indicator = rules.indicators.get(claim.indicator)
    return "增加值" in claim.name or indicator is not None and indicator.growth == "real"


def one_thing(one: Claim, other: Claim) -> bool:
    """Whether two counts may be of one thing: what a generic counter (个, 项) counts stands after it, and must not be something else."""
    first, second = counted(one), counted(other)
    return not first or not second or bool(set(first) & set(second))


def one_scale(one: Claim, other: Claim) -> bool:
    """Whether two sums of money may be of one account by their units: what is told in 亿元 or 万元 is no part of what is told in 元, which
    is a price, a mean or so much a share."""
    texts = [claim.quantity.text for claim in (one, other)]
    return one.quantity.dimension != "money" or len({_LARGE.search(text) is None for text in texts}) == 1


def countable(claim: Claim) -> bool:
    """Whether the claim states how many there are of something, or how many persons."""
    return amount(claim) and claim.quantity.dimension.startswith(("count:", "person"))


def counted(claim: Claim) -> str:
    """The noun right after a count (17个重点项目 → 重点项目), '' where punctuation follows."""
    if not claim.quantity.dimension.startswith("count:"):
        return ""
    noun = ""
    for character in claim.tail[:8]:
        # in 32家和27家 what stands behind the first is no noun
        if not "一" <= character <= "鿿" or character == "的" or not noun and character in "和及与":
            break
        noun += character
    return noun


def opposed(parts: Sequence[str], whole: str) -> bool:
    """Whether all parts are named as one side of an account and the whole as the other: 收入 are no parts of 支出."""
    sides = (("收入", "支出"), ("支出", "收入"), ("进口", "出口"), ("出口", "进口"), ("存款", "贷款"), ("贷款", "存款"))
    return any(all(name.endswith(one) for name in parts) and whole.endswith(other) for one, other in sides)


def one_subject(one: Claim, other: Claim) -> bool:
    """Whether two figures may be about the same place or body: 全县 is the document's own where nothing else is named, never 全省, and so
    is 公司."""
    return one.subject == other.subject or not one.subject and its_own(other) or not other.subject and its_own(one)


def its_own(claim: Claim) -> bool:
    """Whether a figure is of all that the document is about, as far as its own words say."""
    return claim.subject[:1] in ("", "全") or claim.subject in _ITSELF


def own_basis(text: Words, claim: Claim) -> bool:
    """Whether a bracket behind the figure in the document's text says from what it was computed: 生师比17.6:1(按折合在校生计算)."""
    return _OWN_BASIS.match(text[claim.quantity.end : claim.quantity.end + _REMARK]) is not None


def of_the_first(text: Words, claim: Claim) -> bool:
    """前十名股东合计持有1.9亿股: of some only of those that are counted."""
    start = claim.quantity.start
    return _FIRST.search(text[max(0, start - _CLAUSE) : start]) is not None


def proportion(claim: Claim) -> bool:
    """Whether the claim states a percentage that is no growth."""
    return claim.quantity.dimension == "fraction" and claim.measure in ("share", "level") and claim.quantity.ratio is None
