"""The words of a figure's own clause."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.claim import Claim
from checker.relate.sorts import amount

JOINTS = ("、", "和", "及", "与")
_SHORT = 8
_GRADES = frozenset({"voltage"})
_MARKED = tuple("，、；;:(和及与")
_QUALIFYING = frozenset({"grade", "year", "month", "time", "age", "number", "rank"})
# 1年(含)以下定期
_INCLUDED = re.compile(r"^\(不?含(?:本数)?\)(?=以[上下内])")
_APIECE = re.compile("每(?![年月季])")
_OPENERS = "，、；;:("
# words before what is added to the amount told before
PLUS = re.compile("^(?:再|并)?(?:加(?:上|：)?(?![速快强大工密入班装征征])|连同)")
_SILENT = frozenset('、和及与，；;: "“”（）()')


def last_words(claim: Claim) -> str:
    """The words between the last comma and the figure."""
    lead = claim.lead
    at = max(lead.rfind(mark) for mark in _OPENERS)
    if at > 0 and lead[at + 2 : at + 4] == ")型":  # 小(1)型水库
        at = max(lead.rfind(mark, 0, at) for mark in _OPENERS)
    return lead[at + 1 :]


def band(claim: Claim) -> bool:
    """Whether a figure only says of what size the things are that the next one counts: 400毫米以上的23个, 250至400毫米的97个."""
    if claim.quantity.dimension in _GRADES and not claim.tail:
        return True  # 500千伏4项
    bounded = claim.quantity.hedge in ("above", "below") or claim.quantity.high is not None
    return bounded and claim.tail in ("的", "") and not claim.quantity.dimension.startswith("count:")


def silent(claim: Claim) -> bool:
    """Whether a figure says nothing of itself: it stands right behind another that speaks for both (182户558人)."""
    return set(claim.lead) <= _SILENT


def spoken(sentence: Sequence[Claim], position: int) -> str:
    """The words of a figure's clause, or those that speak for it where it stands right behind another."""
    while position and silent(sentence[position]):
        position -= 1
    return last_words(sentence[position])


def alike(claim: Claim, other: Claim) -> bool:
    """Whether both are amounts of one dimension that may enter one sum: levels that are compared with nothing and no base of a share."""
    same = amount(other) and other.quantity.dimension == claim.quantity.dimension
    return same and other.modality != "base" and not last_words(other).startswith("占")


def apiece(claim: Claim) -> bool:
    """Whether a figure is so much for each one of something (每千人口3.43个), which has no parts."""
    return "each" in claim.cues or _APIECE.search(last_words(claim) + claim.name) is not None


def coordinated(claim: Claim) -> bool:
    """Whether a count goes with the one before it: 3个镇 of 5个街道、3个镇中 is no whole of its own."""
    return claim.lead.startswith(JOINTS) or claim.lead.endswith(JOINTS) and len(claim.lead) <= _SHORT


def referred(claim: Claim) -> bool:
    """Whether a figure only says what a percentage is of: 为目标a的b%, 占总额a的b%."""
    return len(claim.tail) <= _SHORT and claim.tail.endswith("的") and "，" not in claim.tail


def full_lead(sentence: Sequence[Claim], position: int) -> str:
    """The text before a figure back to the last that is counted or measured, over the numbers that only qualify its name:
    其中五年以上, 、二级支行, 400毫米以上的."""
    lead = _INCLUDED.sub("", sentence[position].lead)
    while position and lead[:1] not in _MARKED and _qualifies(sentence[position - 1], lead):
        position -= 1
        lead = sentence[position].lead + sentence[position].quantity.text + lead
    return lead


def _qualifies(before: Claim, lead: str) -> bool:
    if not lead:
        return band(before) or before.quantity.dimension == "grade"  # 其中250毫米以上23个, 二级98条
    return before.quantity.dimension in _QUALIFYING or lead.startswith("的")
