"""Members named in a row right behind their whole and told in turn: 专利487项，发明、实用新型、外观设计依次为a、b、c; 投诉b件，…，
甲、乙和其他分别为c、d、e; 五年共n个，2021年至2025年分别为…; 生产总值a，…。三次产业增加值分别为b、c、d."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.claim import Claim
from checker.relate.clause import full_lead

_CLEAR = 3
_NAMES = re.compile("[，:(]([^，。；;:()]{2,60}?)(?:分别|依次)(?:[为有是达占]|完成|实现|达到|约?为|各为)?$")
_BETWEEN = re.compile("、|以及|[和及与](?![一-鿿]{0,2}(?:建|修|护|效))")
_YEARS = re.compile("(20[0-9]{2})(?:年)?[至到—-]{1,2}(20[0-9]{2})年(?:各年|每年|逐年)?$")
# 对美国、欧盟分别出口; 前两次、主导产业即甲、乙: some of many, or others than the whole is of
_OTHERS = re.compile("[对向与从]|其中|主要|前|后|包括|如|以|上述|最|当[年月]|同比|较|比|占|[^、]{0,16}即")
_INDUSTRIES = re.compile("(?:三次产业|第?一产?业?、第?二产?业?[、和]第?三次?产业?)(?:分别|依次)?(?:实现|完成)?增加值(?:分别|依次)")
_PRODUCT = "地区生产总值"


def in_turn(sentence: Sequence[Claim], run: Sequence[Claim], whole: Claim) -> bool:
    """Whether as many members as there are figures are named between the whole and 分别, in a clause that says nothing else: three and
    more, or two of which the second is all the rest; the years of a span are members too."""
    head = run[0]
    first = sentence[0].index
    between = [c for c in sentence if whole.index < c.index < head.index]
    if whole.sentence != head.sentence or whole.clause != head.clause or "paren" in whole.cues:
        return False
    if any(c.quantity.dimension == head.quantity.dimension and c.measure == "level" and c.modality != "base" for c in between):
        return False
    found = _NAMES.search(full_lead(sentence, head.index - first))
    if found is None:
        return False
    said = found.group(1)
    if span := _YEARS.fullmatch(said):
        return int(span.group(2)) - int(span.group(1)) + 1 == len(run)
    names = told_names(sentence, run)
    if not names or _OTHERS.match(said):
        return False
    return len(run) >= _CLEAR or len(run) > 1 and (names[-1].startswith(("其他", "其它", "其余")))


def told_names(sentence: Sequence[Claim], run: Sequence[Claim]) -> list[str]:
    """The names that stand before 分别 or 依次, if they are as many as the figures (出口、进口分别为a和b), else []."""
    found = _NAMES.search(full_lead(sentence, run[0].index - sentence[0].index))
    names = [name for name in _BETWEEN.split(found.group(1)) if name] if found is not None else []
    return names if len(names) == len(run) else []


def of_the_product(lead: str, whole: Claim) -> bool:
    """三次产业增加值分别为: what they make up is the product of the place."""
    return by_industry(lead) and whole.indicator == _PRODUCT and whole.quantity.dimension == "money"


def by_industry(lead: str) -> bool:
    """Whether the value added of all three industries is told in turn."""
    return _INDUSTRIES.search(lead) is not None
