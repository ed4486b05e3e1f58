"""Shares that a plan may buy back: its least and its greatest sum over the greatest price, 按价格上限24.80元/股测算，数量约为604.84万股."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.claim import Claim
from checker.interval import Interval
from checker.relate.scene import Scene
from checker.relate.topic import last_clause
from checker.relation import Relation, Term

_STOCK = "count:股"
_PRICE = "money/count:股"
_RECKONED = re.compile("(?:测算|计算|估算)")
_PRICED = re.compile("价格?[^，。；;0-9]{0,10}$")
_NUMBER = re.compile("(?:回购|购回|股份|数量|[上下]限)[^，。；;、0-9]{0,8}$")
_LEAST = re.compile("下限|不低于|不少于|最低|至少")
# figures before a number of shares among which the plan is told
_NEAR = 40
_MOST = re.compile("上限|不超过|不高于|最高|至多")
_PLAN = re.compile("(?:资金|金额|总额|回购)[^，。；;]{0,12}$|^[(]?含?[)]?[^，。；;]{0,2}(?:且|，|、|和)?$")
_REACH = 8
_SURE = 0.95
_OF_PLAN = 0.93


def relations(scene: Scene) -> Iterator[Relation]:
    """Every number of shares that a sentence reckons from a sum and a price of its own, or from those of the plan before it."""
    for sentence in scene.sentences:
        stocks = [c for c in sentence if c.quantity.dimension == _STOCK and (_NUMBER.search(c.lead) or c.lead in ("和", "、", "及"))]
        for stock in stocks[:_REACH]:
            if stock.quantity.hedge in ("above", "below") or not _reckoned(scene, sentence, stock):
                continue
            before = [c for c in sentence if c.index < stock.index][-_REACH:]
            yield from _own(scene, stock, before)


def _reckoned(scene: Scene, sentence: Sequence[Claim], stock: Claim) -> bool:
    start = scene.document.words.back(sentence[0].quantity.start, len(sentence[0].lead))
    return _RECKONED.search(scene.document.words[start : stock.quantity.start]) is not None


def _own(scene: Scene, stock: Claim, before: Sequence[Claim]) -> Iterator[Relation]:
    """按回购金额上限1.5亿元、价格上限24.80元/股测算: both right before the number."""
    prices = [c for c in before if c.quantity.dimension == _PRICE and _PRICED.search(c.lead)]
    sums = [c for c in before if c.quantity.dimension == "money" and (_LEAST.search(c.lead) or _MOST.search(c.lead))]
    if prices and sums and 0 <= stock.index - max(prices[-1].index, sums[-1].index) <= 1:
        yield _relation(scene, stock, sums[-1], prices[-1], _SURE)
    elif not sums:
        yield from _planned(scene, stock, prices)


def _planned(scene: Scene, stock: Claim, prices: Sequence[Claim]) -> Iterator[Relation]:
    """按价格上限测算，数量下限约为540.54万股: the plan's least or greatest sum, as its own words say which."""
    bound = _bound(scene, stock)
    if bound is None:
        return
    before = scene.claims[max(0, stock.index - _NEAR) : stock.index]
    near = [c for c in before if c.cell is None and stock.block - c.block <= 1]
    sums = [c for c in near if c.quantity.dimension == "money" and bound.search(c.lead + c.quantity.text) and _PLAN.search(c.lead)]
    ceilings = list(prices) or [c for c in near if c.quantity.dimension == _PRICE and _MOST.search(c.lead + c.quantity.text)]
    if len({c.quantity.value for c in sums}) == 1 == len({c.quantity.value for c in ceilings}):
        yield _relation(scene, stock, sums[0], ceilings[0], _OF_PLAN)


def _bound(scene: Scene, stock: Claim) -> re.Pattern[str] | None:
    """Whether the least or the greatest number is meant; 下限、上限分别为a和b tells both, in their order."""
    words = last_clause(stock.lead)
    if words in ("和", "、", "及") and stock.index:
        found = _both(last_clause(scene.claims[stock.index - 1].lead))
        return found[1] if found else None
    both = _both(words)
    return both[0] if both else _LEAST if _LEAST.search(words) else _MOST if _MOST.search(words) else None


def _both(words: str) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    least, most = _LEAST.search(words), _MOST.search(words)
    if least is None or most is None:
        return None
    return (_LEAST, _MOST) if least.start() < most.start() else (_MOST, _LEAST)


def _relation(scene: Scene, stock: Claim, paid: Claim, price: Claim, trust: float) -> Relation:
    """The bounds of a plan are laid down; the number is what was rounded."""
    number = Interval.around(stock.quantity.value, stock.quantity.step)
    terms = [Term("mean", Interval.exactly(price.quantity.value), price), Term("numerator", Interval.exactly(paid.quantity.value), paid)]
    return scene.relation("mean-per-unit", [*terms, Term("denominator", number, stock)], ("planned", stock.index), trust)
