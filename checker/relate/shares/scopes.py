"""Whether a rate is of the time, place and sort of figure that the amounts beside it are of, by the words of its clause."""

from __future__ import annotations

import re

from checker.claim import Claim
from checker.relate.scene import Scene

# times, larger or smaller bodies, and means over time: what stands before a rate and not before its amounts makes it one of something else
_MARKS = re.compile(
    "上年|去年|前年|上月|上季|上期|同期|年初|[0-9]{4}年|[一二三四]季度|[0-9]{1,2}月|上半年|前三季度|全国|全省|母公司|集团|行业|平均|年均|月均|日均"
    "|季均|累计|初次|二次|首次"
)
_FORETOLD = re.compile("到[0-9]{4}年|预计|预期|力争|目标|规划|计划|将|拟")
_STOPS = frozenset("，、；;:。()（）")
_SAID = 40


def of_another(scene: Scene, rate: Claim, *amounts: Claim) -> bool:
    """Whether words before a rate tell another time, body or kind of mean than those before the amounts it would be over, a figure of its
    own clause narrows it (35千伏线损率), or it is told of times to come."""
    before = next(scene.before(rate, 1), None)
    if before is not None and before.sentence == rate.sentence and before not in amounts and not set(rate.lead) & _STOPS:
        return True
    if _FORETOLD.search(rate.lead) or scene.foretold(rate):
        return True
    if "part" in rate.cues and not any("part" in claim.cues for claim in amounts):
        return True
    text = scene.document.words
    told = "".join(text[max(0, claim.quantity.start - _SAID) : claim.quantity.start] + claim.subject for claim in amounts)
    return any(mark not in told for mark in _MARKS.findall(rate.lead))
