"""The percentage that points are measured from, in a bracket or in words right before or behind them."""

from __future__ import annotations

import re

from checker.claim import Claim
from checker.relate.topic import last_clause

# a percentage of which the words behind it say what it is: 6%的预期目标, 5.3%的整体增速
_SET = re.compile(
    "^的[一-鿿]{0,6}(?:目标|标准|底线|红线|要求|水平|均值|增速|增幅|涨幅|平均)[一-鿿]{0,2}(?:要|略|还)?(?:[快高低慢][出于]?)?$"
)
_AGAINST = re.compile("(?:高于|快于|低于|慢于|高出|超过|好于|低出)[^，]{0,12}$")
_COMPARED = re.compile("(?<![占同环之对百无相])[比较][^，]{0,12}$")
_SIDE = re.compile("[快高低慢][出于]?$")
_NORM = re.compile("的[一-鿿]{0,4}(?:目标|标准|底线|红线|要求)")
_LABEL = re.compile(r"^\((?P<label>[^，;()]{2,12}?)(?:为|是|仅为|:)?$")
# characters of 高出了
_VERB = 3


def set_beside(points: Claim, before: Claim) -> bool:
    """高于上半年85%的目标3.4个百分点, 比年初6%的预期目标高出0.1个百分点: the percentage that the points are measured from stands right
    before them."""
    lead, words = last_clause(before.lead), points.lead
    if before.quantity.dimension != "fraction" or before.index != points.index - 1 or _SET.match(words) is None:
        return False
    return _AGAINST.search(lead) is not None or _COMPARED.search(lead) is not None and _SIDE.search(words) is not None


def is_norm(claim: Claim) -> bool:
    """6%的预期目标, 10.5%的监管底线: a percentage that is set, not rounded."""
    return _NORM.match(claim.tail) is not None


def bracketed(sentence: list[Claim], position: int, other: str) -> Claim | None:
    """The percentage that a bracket gives of what is compared with: 高于全市平均水平(6.1%)0.8个百分点, 比全市平均水平(5.9%)高出0.9个百分点,
    高于年初目标0.2个百分点(目标6.0%)."""
    points = sentence[position]
    before = sentence[position - 1] if position else None
    if before is not None and before.quantity.dimension == "fraction" and _around(points, before):
        return before
    after = next(iter(sentence[position + 1 : position + 2]), None)
    if after is None or "paren" not in after.cues or after.quantity.dimension != "fraction":
        return None
    told = _LABEL.match(after.lead)
    return after if told is not None and (told["label"] in other or other.startswith(told["label"])) else None


def _around(points: Claim, before: Claim) -> bool:
    """Whether the words of the points are those before the bracket, going on behind it."""
    opened = before.lead.endswith("(") and points.lead.startswith(before.lead[:-1])
    return opened and before.index == points.index - 1 and len(points.lead) - len(before.lead) < _VERB
