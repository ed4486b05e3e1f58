"""Flows of adjoining periods: 一季度a，二季度b，上半年c; 1—6月a，7月b，1—7月c."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta

from checker.claim import Claim, Period
from checker.relate.clause import full_lead, last_words
from checker.relate.lists.periods import months, stock
from checker.relate.scene import Scene
from checker.relate.sorts import amount
from checker.relation import Relation, term

_REACH = 14
# what the words of a figure may hold and say nothing of what it is of
_PLAIN = re.compile("[0-9—-]|[至前后第年月日]|[一二三四]季度|[上下]半年|当月|单月|累计|当年|全年|完成|实现|达到|带动|共|为|计")
_DAY = timedelta(days=1)
# Flows of one name in periods that adjoin make up the flow of both together.
_SAME_NAME, _NAMELESS = 0.94, 0.85


def relations(scene: Scene) -> Iterator[Relation]:
    """Every flow whose period two others of its name, unit and block divide between them."""
    for claims in scene.blocks.values():
        flows = [(c, c.period) for c in claims if c.period is not None and not c.period.point and _flow(scene, c)]
        for at, (whole, period) in enumerate(flows):
            around = [pair for pair in flows[max(0, at - _REACH) : at + _REACH] if pair[0].quantity.dimension == whole.quantity.dimension]
            yield from _split(scene, whole, period, around)
    for sentence in scene.sentences:
        told = [c for c in sentence if c.period is None and _flow(scene, c)]
        for three in zip(told, told[1:], told[2:], strict=False):
            yield from _undated(scene, sentence, three)


def _undated(scene: Scene, sentence: Sequence[Claim], three: Sequence[Claim]) -> Iterator[Relation]:
    """1—9月a，10月b，1—10月累计c: three flows side by side, of no year that is told, of which two adjoin and one is of both."""
    words = [full_lead(sentence, claim.index - sentence[0].index) for claim in three]
    spans = [months(said) for said in words]
    one_unit = len({claim.quantity.dimension for claim in three}) == 1 == len({claim.clause for claim in three})
    if not all(spans) or not one_unit or any(stock(said) for said in words):
        return
    parted = sorted(zip((span for span in spans if span is not None), three, strict=True), key=lambda pair: pair[0][0] - pair[0][1])
    (whole, total), *parts = parted
    (begins, first), (ends, last) = sorted(parts, key=lambda pair: pair[0])
    if (begins[0], ends[1]) == whole and ends[0] == begins[1] + 1 and _one_name(total, first, last, bare=True):
        terms = [term("whole", total), term("part", first), term("part", last)]
        yield scene.relation("flows-of-adjoining-periods", terms, ("span", total.index, first.index), _SAME_NAME)


def _flow(scene: Scene, claim: Claim) -> bool:
    """Whether a figure is an amount that adds up over time."""
    if not amount(claim) or claim.modality != "result" or "paren" in claim.cues or claim.index in scene.container:
        return False
    return not claim.indicator or scene.rules.indicators[claim.indicator].kind in ("flow", "")


def _split(scene: Scene, whole: Claim, period: Period, around: Sequence[tuple[Claim, Period]]) -> Iterator[Relation]:
    for first, begins in around:
        if first is whole or begins.first != period.first or begins.last >= period.last:
            continue
        for last, ends in around:
            if last is not whole and ends.last == period.last and ends.first == begins.last + _DAY:
                trust = _one_name(whole, first, last)
                if trust:
                    terms = [term("whole", whole), term("part", first), term("part", last)]
                    yield scene.relation("flows-of-adjoining-periods", terms, ("span", whole.index, first.index), trust)


def _one_name(*claims: Claim, bare: bool = False) -> float:
    """How sure it is that figures are of one flow: the same name, or none where the period alone is new; `bare`: none may tell one."""
    names = {claim.indicator or claim.name for claim in claims if _telling(claim)}
    # 上半年签约项目a，…，全年签约c: what one says in full the others say in short
    names = {max(names, key=len)} if bare and names and all(name in max(names, key=len) for name in names) else names
    if len(names) != 1 and not (bare and not names):
        return 0.0
    return _SAME_NAME if len({claim.sentence for claim in claims}) == 1 else _NAMELESS


def _telling(claim: Claim) -> bool:
    """Whether a figure says what it is of, beyond its period."""
    return bool(claim.indicator) or len(_PLAIN.sub("", last_words(claim))) > 1
