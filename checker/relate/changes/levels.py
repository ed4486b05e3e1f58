"""Which figures are levels that can grow, and which of several in a sentence a comparison with another time is of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from checker.claim import Claim
from checker.relate.scene import Scene
from checker.relate.topic import last_clause, of_the_past

# bare numbers that grow: CMI值由1.08升到1.13，提高4.6%
_INDEX = ("指数", "系数", "收入比", "CMI值", "CMI", "PUE", "PUE值")
_NO_LEVEL = frozenset({"point", "multiple", "rank", "number", ""})
# 超过保证水位(85.50米)1.24米, 高出汛限1.2米: how far something is from a mark, and no level
_BESIDE_A_MARK = re.compile("(?:超过|超出|超|高于|高出|低于|距离?)[一-鿿]{0,6}(?:水位|汛限|保证|警戒|标准|限值|目标|预算|计划|均值|平均)$")
_BESIDE = ("低于", "高于", "高出", "超过", "优于", "好于", "大于", "小于", "短于", "不及")
# 每招用1人1000元: so many are spoken of
_APIECE = re.compile("每(?![年月季日天])[^，。；;、]{0,6}$")
_ORDER = Decimal(12)
_HEAD, _RIVAL = 0.97, 0.5
_MEAN = re.compile("的?(?:同期)?(?:均值|平均值|平均水平|平均)(?:为|的)?")
_TO_YEARS = re.compile("(?:[比较]|相比于?|低于|高于)(?:最?近|前|过去|此前)$")
_TO_MEAN = re.compile("[与较比][^，。；]{2,16}(?:均值|平均值|平均水平)(?:相比|比较|，)")
_COMPARED = re.compile("(?<![占同环之对百无相])[比较]$|[由从]$")
_BACK = 160


def level(claim: Claim) -> bool:
    """Whether the figure is a level that can grow."""
    index = claim.quantity.dimension == "number" and (claim.name.endswith(_INDEX) or claim.modality == "base")
    return claim.measure in ("level", "mean", "share") and (index or claim.quantity.dimension not in _NO_LEVEL)


def beside_a_mark(claim: Claim) -> bool:
    """Whether the words make a figure the distance from a mark: 超过保证水位（a）1.24米."""
    return _BESIDE_A_MARK.search(last_clause(claim.lead)) is not None


def a_norm(scene: Scene, claim: Claim) -> bool:
    """较近五年均值267.8千公顷偏少, 与近五年均值相比减少23.3%(均值186.7万人): a mean of years past that another is compared with."""
    if years_ago(scene, claim):
        return True
    if _MEAN.fullmatch(last_clause(claim.lead).strip("(")) is None:
        return False
    if claim.lead.endswith("("):
        return over_years_past(scene, claim)  # 比近五年均值(85.9万人)偏多
    before = next(scene.before(claim, 1), None)
    if before is None or before.sentence != claim.sentence:
        return False
    if "paren" in claim.cues:
        start = max(0, claim.quantity.start - _BACK)
        return _TO_MEAN.search(scene.document.words[start : claim.quantity.start]) is not None
    return over_years_past(scene, claim)


def told_as_base(scene: Scene, claim: Claim) -> bool:
    """(上年同期20.6%); 较近五年均值b偏少, 比近五年均值(b)偏少: whether its words are those of what another figure is compared with."""
    bracket = "paren" in claim.cues
    return bracket and of_the_past(scene, claim) or (not bracket or claim.lead.endswith("(")) and a_norm(scene, claim)


def over_years_past(scene: Scene, claim: Claim) -> bool:
    """较前五年年均3.2人减少: a mean of years past, however it is called, that another is compared with."""
    before = next(scene.before(claim, 1), None)
    beside = before is not None and before.sentence == claim.sentence and not set("，;") & set(claim.lead)
    return beside and before is not None and before.measure == "length" and _TO_YEARS.search(before.lead) is not None


def years_ago(scene: Scene, claim: Claim) -> bool:
    """较三年前的6.2万元增长: what another is compared with, so many years before."""
    before = next(scene.before(claim, 1), None) if claim.lead in ("前的", "前") else None
    compared = before is not None and before.quantity.when is not None and before.sentence == claim.sentence
    return before is not None and compared and _COMPARED.search(last_clause(before.lead)) is not None


def a_mark(claim: Claim) -> bool:
    """Whether a figure is what the words compare with, and no distance from it: 低于8天的目标值."""
    said = claim.quantity.text.startswith(_BESIDE) or claim.lead.endswith(_BESIDE)
    compared = claim.quantity.dimension == "fraction" and any(word in last_clause(claim.lead) for word in _BESIDE)
    return (said or compared) and claim.tail.startswith("的")


def passed_over(sentence: Sequence[Claim], now: Claim, position: int) -> bool:
    """进口通关时间32.6小时，…；出口1.24小时，较2017年: whether the clause of what moved tells a time of its own that is called no level."""
    between = sentence[now.index - sentence[0].index + 1 : position]
    own = any(c.measure == "length" and c.quantity.dimension == now.quantity.dimension and c.lead.startswith(";") for c in between)
    return own and now.clause != sentence[position].clause


def netted(now: Claim, moved: Claim) -> bool:
    """年内新开6条、停航3条，净增3条: whether figures come and go, and what is left of them is of another thing."""
    net = moved.measure == "change" and "净" in last_clause(moved.lead)
    return net and now.index == moved.index - 1 and now.lead.startswith("、") and len(now.lead) > 1


def of_the_head(scene: Scene, sentence: list[Claim], nows: list[tuple[Claim, float]], base: Claim, wide: bool) -> list[tuple[Claim, float]]:
    """报告1386例，死亡2例，较上周(1247例)上升11.2%: a comparison that names nothing may be of the figure that heads the sentence, past
    those inserted after it; it is where it speaks of a total (`wide`), and where only the head is of the order of what it is compared
    with."""
    nearest = nows[0][0]
    if nearest.index > base.index:
        return nows
    here = (c for c in sentence if level(c) and c.modality == nearest.modality and not c.cues & {"paren", "part", "each"})
    here = (c for c in here if not _APIECE.search(c.lead))
    head = next((c for c in here if c.clause == nearest.clause and scene.same_things(c, base)), nearest)
    if head.index >= nearest.index:
        return nows
    if wide or _of_order(head, base) and not _of_order(nearest, base):
        return [(head, _HEAD)]
    return [*nows, (head, _RIVAL)]


def _of_order(claim: Claim, base: Claim) -> bool:
    lesser, greater = sorted((abs(claim.quantity.value), abs(base.quantity.value)))
    return greater <= lesser * _ORDER
