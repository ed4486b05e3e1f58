"""Of what time a figure is told, and from what time a change is measured, as its words say; what it is called without them."""

from __future__ import annotations

import re

from checker.claim import Claim
from checker.relate.topic import last_clause

_TIME = (
    "(?P<last>[上去]年|上一年)(?:度|全年)?(?P<part>同期|同月|同季|末|底)?|(?P<year>(?:19|20)[0-9]{2})年(?:度|全年)?(?P<end>同期|末|底|初)?|(?P<opening>年初)"
    "|(?P<span>(?:[0-9]{1,2}[—~～-])?[0-9]{1,2}月(?:份)?末?|[一二三四]季度末?|前三季度|上半年|前[0-9]{1,2}个月)"
)
OPENS = re.compile(f"[，。；;:、( ]{{0,2}}(?:而|截至|截止|至)?(?:{_TIME})")
_COMPARED = re.compile(f"(?<![占同环之对百无相])[比较与](?:{_TIME})(?:相比)?[^0-9，]{{0,10}}$")
ALONE = re.compile(f"[(](?:{_TIME})(?:的|数|为|是|:)?")
_FROM = re.compile(f"(?<![占同环之对百无相])[比较与由从](?:{_TIME})(?:实际|完成){{0,2}}的?$")
# 247.3亿元，增长12.6%: of a whole year, from the year before
_BARE = re.compile("(?:实际)?(?:增长|下降|上升|增加|减少)(?:了)?")
_LIKE = re.compile("同比[^0-9，]{0,8}$")
_SPAN = re.compile("前[0-9]{1,2}个月|[上下]半年|[一二三四]季度|前三季度|[0-9]{1,2}月|假期|假日|黄金周|节|春运|当月|当季|单[月季日]|期间")
_PLACE = re.compile("^(?:(?:我|本|全)[市县区省州国旗镇行院校]|本?公司|本?集团)(?:实现|完成)?(?=.)|^(?:实现|完成)(?=..)")
WHEN = re.compile(f"(?:{_TIME})|[今本当]年(?:末|底)?|全年|年末|截至|目前|累计|报告期内?")
_END = ("末", "底")
_YEAR = 12


def bare_name(claim: Claim) -> str:
    """What a figure is called, without time and place."""
    name = WHEN.sub("", claim.name)
    if name[:1] in ("上", "去") and OPENS.match(claim.lead):
        name = name[1:]  # 上年末资产负债率 is called 上资产负债率
    return _PLACE.sub("", name).strip("的，、")


def of_one_span(claim: Claim, now: Claim, times: frozenset[str]) -> bool:
    """上半年净利润, 同比增长 is from no profit of a whole year: whether both are of one part of the year, as far as their words tell."""
    if any(_SPAN.search(time) for time in times):
        return True
    here, there = span(now.lead), span(OPENS.sub("", claim.lead, count=1))
    return here == there or not there and "同期" in claim.lead


def span(words: str) -> str:
    """The part of the year that words name, '' for none."""
    found = _SPAN.search(words)
    return found.group() if found is not None else ""


def times_of(moved: Claim, now: Claim) -> frozenset[str]:
    """The time that a change is measured from, as words and as a year."""
    words = last_clause(moved.lead)
    found = _COMPARED.search(words)
    if found is None:
        bare = moved.measure == "rate" and _BARE.fullmatch(words) is not None
        if bare and span(now.lead):
            return frozenset({"上年", "上年同期"})  # 前三季度增长5.3%, beside 去年前三季度
        bare = bare and now.period is not None and now.period.months == _YEAR
        year = frozenset({"上年", f"{now.period.last.year - 1}"}) if bare and now.period is not None else frozenset()
        return year | (frozenset({"上年同期"}) if _LIKE.search(words) or bare else frozenset())
    return _keys(found, now)


def told_at(claim: Claim, now: Claim) -> frozenset[str]:
    """The time that a figure's sentence or clause opens with."""
    found = _FROM.search(claim.lead) if claim.modality == "base" else None
    found = found or OPENS.match(claim.lead) or OPENS.match(last_clause(claim.lead))
    keys = _keys(found, now) if found is not None and _of_the_year_before(claim, now, found) else frozenset()
    # in a bracket right behind a level, and of a whole year, last year is the time that 同比 means
    beside = "今年" in now.lead and abs(claim.sentence - now.sentence) == 1
    whole = "paren" in claim.cues or "全年" in now.lead or beside or now.period is not None and now.period.months == _YEAR
    return keys | {"上年同期"} if whole and "上年" in keys else keys


def _of_the_year_before(claim: Claim, now: Claim, found: re.Match[str]) -> bool:
    """上年 said in 2024 is no year before 2022: whether the years of both, if known, adjoin."""
    one, other = claim.period, now.period
    if one is None or other is None or not (found["last"] or found["opening"]):
        return True
    gap = other.last.year - one.last.year
    return gap == 1 or gap == 0 and bool(found["opening"])


def _keys(found: re.Match[str], now: Claim) -> frozenset[str]:
    """上年末, 2023年末 and 年初 are one time for a document of 2024."""
    year = now.period.last.year if now.period is not None else 0
    if found["opening"]:
        return frozenset({"上年末"})
    if found["span"]:
        return frozenset({found["span"]})
    part = found["part"] or found["end"] or ""
    part = "末" if part in _END else "同期" if part.startswith("同") else part
    if found["last"]:
        return frozenset({f"上年{part}", *([f"{year - 1}{part}"] if year else [])})
    return frozenset({f"{found['year']}{part}", *([f"上年{part}"] if year - 1 == int(found["year"]) else [])})
