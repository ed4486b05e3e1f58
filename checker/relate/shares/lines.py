"""Figures that are said to stay under a line or to have passed it: 支付月数7.4个月，低于9个月的警戒线; 支出31万元，未超预算36万元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from checker.claim import Claim
from checker.interval import Interval
from checker.relate.scene import Scene
from checker.relation import Relation, Term, term

_SURE = 0.97
_REACH = 6
_LINE = (
    "(?:警戒[线值]|预警[线值]|控制[数线]|控制目标|限额|限值|上限|下限|红线|底线|标准|目标值?|任务|指标|要求|计划|预算数?|平均水平|平均值)"
)
_ADVERBS = "(?:仍|均|也|都|已|远|明显|大幅|略|尚|但){0,2}"
# ，低于9个月的省级风险警戒线: 低于目标3万元 would be by how much
_UNDER = re.compile(f"^，{_ADVERBS}(?:低于|小于|少于)[^，。；;、:()0-9]{{0,8}}$")
_OVER = re.compile(f"^，{_ADVERBS}(?:高于|超过|超出|大于|多于)[^，。；;、:()0-9]{{0,8}}$")
_NAMED_BEHIND = re.compile(f"^的[^，。；;、:()0-9的]{{0,10}}?{_LINE}(?=[，。；;)]|$)")
# ，未超年初预算36万元
_KEPT = re.compile(f"^，{_ADVERBS}(?:未超过?|没有超过|未突破|没有突破|不超过)[^，。；;、:()0-9]{{0,12}}$")
# 由38.0%提高到56.0%，超额完成“十四五”末达到55%的目标: nothing but when stands between
_REACHED = re.compile("^，(?:超额|提前)(?:完成|实现)(?:“?十[一二三四五六]五”?|规划|年度|全年|预期|年末|末|期末|确定|达到?|的){0,4}$")
_RISEN = re.compile("(?:提高|提升|上升|升|增加|增|增长|扩大)[至到]$")
_COMPARING = "低高小大少多未不没有超过突破出于足到"
# 突破500亿元，达到514亿元; 不足100家，仅86家
_BROKEN = re.compile("(?:突破|超过|跨越|迈上|站上)$")
_SHORT_OF = re.compile("(?:跌破|不足|不到)$")
_TOLD = re.compile("^，(?:仅|只|已)?(?:达到?|为|有|实现|仅)$")
_SAME_SORT = ("level", "mean", "share", "rate", "length")
_SET = re.compile("目标|计划|预算|上限|下限|不(?:高|低|少|多|超)")


def relations(scene: Scene) -> Iterator[Relation]:
    """The last figure of its kind before each such line, under or over it as the words have it."""
    yield from _then_told(scene)
    for line in scene.prose:
        rule = _side(line)
        figure = _figure(scene, line) if rule else None
        if figure is None or rule == "above-a-line" and _REACHED.match(line.lead) and not _RISEN.search(figure.lead):
            continue
        mark = Term("line", Interval.exactly(line.quantity.value), line, line.quantity.text.lstrip(_COMPARING))
        yield scene.relation(rule, [term("figure", figure), mark], ("line", line.index), _SURE)


def _then_told(scene: Scene) -> Iterator[Relation]:
    """突破500亿元，达到514亿元; 不足百家，仅86家: the figure itself right behind the line."""
    for line, figure in pairwise(scene.prose):
        alike = figure.sentence == line.sentence and figure.quantity.dimension == line.quantity.dimension
        told = _TOLD.match(figure.lead) is not None and line.tail == figure.lead and figure.tail[:1] in ("", *"，。；;、)")
        if not alike or not told or figure.quantity.hedge not in ("", "about"):
            continue
        words = _spelled(line)
        rule = "above-a-line" if _BROKEN.search(words) else "below-a-line" if _SHORT_OF.search(words) else ""
        if rule:
            mark = Term("line", Interval.exactly(line.quantity.value), line, line.quantity.text.lstrip(_COMPARING))
            yield scene.relation(rule, [term("figure", figure), mark], ("line", line.index), _SURE)


def _side(line: Claim) -> str:
    """Under which rule the words before and behind a figure make it a line, '' if they do not."""
    words, named = _spelled(line), _NAMED_BEHIND.match(line.tail) is not None
    kept = _KEPT.match(words) is not None and (named or re.search(_LINE, words) is not None)
    if kept or named and _UNDER.match(words):
        return "below-a-line"
    return "above-a-line" if named and (_OVER.match(words) or _REACHED.match(line.lead)) else ""


def _spelled(line: Claim) -> str:
    """The words before a figure with those that the reading of it has taken into the figure: 低于 of 低于9个月."""
    return line.lead + line.quantity.text[: len(line.quantity.text) - len(line.quantity.text.lstrip(_COMPARING))]


def _figure(scene: Scene, line: Claim) -> Claim | None:
    """The last figure of the kind before a line in its clause, if it tells how things are."""
    near = [c for c in scene.before(line, _REACH) if c.sentence == line.sentence and c.clause == line.clause]
    alike = [c for c in near if c.quantity.dimension == line.quantity.dimension and c.measure in _SAME_SORT and c.modality != "base"]
    figure = next(iter(alike), None)
    plain = figure is not None and figure.modality == "result" and not figure.quantity.hedge and "paren" not in figure.cues
    # 降低14.2%，超过13.5%的目标: a fall is less than nothing
    told = plain and figure is not None and figure.direction > 0 and not _SET.search(figure.lead[-8:])
    return figure if told else None
