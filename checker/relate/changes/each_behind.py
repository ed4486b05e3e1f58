"""Percentage points that are told one for each of several percentages in the bracket behind them."""

from __future__ import annotations

from collections.abc import Iterator

from checker.claim import Claim
from checker.relate.changes import outpacing
from checker.relate.changes.partners import MOST
from checker.relate.scene import Scene
from checker.relate.topic import last_clause
from checker.relation import Relation

_SURE = 0.93
# 距年度目标尚差2.6个百分点(目标95%)
_SHORT_OF = ("差", "缺", "不足", "还差", "尚差")


def relations(scene: Scene, sentence: list[Claim], position: int) -> Iterator[Relation]:
    """增长5.5%，比一季度、上半年分别快0.3个和0.1个百分点(一季度增长5.2%，上半年增长5.4%): the k-th points lie between the rate now and
    the k-th in the bracket."""
    begin = position
    while begin > position - MOST and begin and sentence[begin].measure == "points" and not sentence[begin].lead.strip("、和及与 "):
        begin -= 1
    end = position + 1
    while end < position + MOST and end < len(sentence) and sentence[end].measure == "points" and not sentence[end].lead.strip("、和及与 "):
        end += 1
    count = end - begin
    ends = sentence[max(0, begin - 2 * count) : begin]
    percentages = count > 1 and len(ends) == 2 * count and all(c.quantity.dimension == "fraction" for c in ends)
    if percentages and all((c.modality == "base") == (at % 2 == 0) for at, c in enumerate(ends)):
        # 甲由a升至b，乙由c升至d，分别提高p个和q个百分点
        own = 2 * (position - begin)
        yield outpacing.difference(scene, sentence[position], ends[own + 1], ends[own], _SURE)
        return
    if percentages and ends[count].modality == "base" and ends[0].modality != "base":
        # 占比分别为a和b，比上年的c和d分别提高p个和q个百分点
        yield outpacing.difference(scene, sentence[position], ends[position - begin], ends[count + position - begin], _SURE)
        return
    told, past = [c for c in sentence[:begin] if c.quantity.dimension == "fraction"][-count:], sentence[end : end + count]
    pairs = len(told) == len(past) == count > 1 and past[0].modality == "base" and "paren" not in past[0].cues
    if pairs and all(c.quantity.dimension == "fraction" for c in (*told, *past)):
        # 率a，率b，同比分别提高p和q个百分点，上年分别为c和d
        yield outpacing.difference(scene, sentence[position], told[position - begin], past[position - begin], _SURE)
        return
    now = sentence[begin - 1] if begin else None
    others = sentence[end : end + end - begin]
    if now is None or len(others) < end - begin or now.quantity.dimension != "fraction" or "paren" in now.cues:
        return
    if now.modality == "base" or "，" in others[0].lead:
        return  # 较1—7月的6.9%加快0.4个百分点，高出均值(5.7%)1.6个百分点: the bracket is of what comes behind it
    if all(c.quantity.dimension == "fraction" and "paren" in c.cues and c.measure == now.measure for c in others):
        pair = now, others[position - begin]
        if last_clause(sentence[position].lead).endswith(_SHORT_OF):
            pair = pair[::-1]
        yield outpacing.difference(scene, sentence[position], *pair, _SURE)
