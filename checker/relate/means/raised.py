"""What a rate just raised comes to: 由每生每年1000元提高到1200元，预计受助21640人，需2596.80万元; and what is lost on each at a price
below its cost: 成本每立方米3.42元，水价2.10元，每售一立方米亏1.32元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.claim import Claim
from checker.interval import Interval
from checker.relate.means.each import OF_TIME, each_of
from checker.relate.means.tiers import is_sum, plain, times_in
from checker.relate.scene import Scene
from checker.relate.sorts import countable
from checker.relate.topic import last_clause
from checker.relation import Relation, Term, term

_REACHED = re.compile("^(?:统一|分别)?(?:提高|提|调整|上调|调|增加|增|降低|下调|降|涨)[至到为]$")
_START = re.compile("[由从][^，]{0,12}$|原[^，]{0,10}$")
_LOST = re.compile(
    "每[^，。；;、0-9]{0,2}(?:一)?[^，。；;、0-9]{1,6}?(?:倒挂|亏损|亏|倒贴|贴补|毛利|盈利|净赚|价差|差价|赚|差)(?:约|为|约为)?$"
)
_COST, _PRICE = re.compile("成本[^，。；;、0-9]{0,12}$"), re.compile("(?:价格?|[水电气热]价|售价|收费标准|收入)[^，。；;、0-9]{0,10}$")
_WINDOW = 6
_SURE = 0.93


def relations(scene: Scene) -> Iterator[Relation]:
    """Every rate reached with the count and the sum behind it; every loss on one as its cost less its price."""
    for whole_sentence in scene.sentences:
        sentence = [c for c in whole_sentence if c.measure not in ("rate", "points", "change") and c.quantity.dimension != "age"]
        for at in range(1, len(sentence) - 2):
            yield from _paid(scene, *sentence[at - 1 : at + 3])
        for at, claim in enumerate(whole_sentence[2:], 2):
            if claim.quantity.dimension == "money" and _LOST.search(last_clause(claim.lead)):
                yield from _lost(scene, whole_sentence[max(0, at - _WINDOW) : at], claim)


def _paid(scene: Scene, start: Claim, rate: Claim, count: Claim, whole: Claim) -> Iterator[Relation]:
    kind = start.quantity.dimension == rate.quantity.dimension == "money" and rate.modality != "base" and not rate.quantity.hedge
    if not kind or not _REACHED.match(rate.lead) or not _START.search(last_clause(start.lead)) or not plain(count) or not countable(count):
        return
    each = each_of(scene, start)
    others = [one for one in each if one.dimension not in OF_TIME]
    months = times_in([one for one in each if one.dimension in OF_TIME], whole)
    number = others[0].reach(scene, count) if len(others) == 1 else None
    if number is None or months is None or not is_sum(whole, rate):
        return
    below = Term("denominator", number.scaled(months), count, count.quantity.text + (f" × {months}个月" if months > 1 else ""))
    terms = [Term("mean", Interval.exactly(rate.quantity.value), rate), term("numerator", whole), below]
    yield scene.relation("mean-per-unit", terms, ("mean", rate.index), _SURE)


def _lost(scene: Scene, before: Sequence[Claim], gap: Claim) -> Iterator[Relation]:
    """The one cost and the one price of the sentence, whichever is the greater."""
    sums = [c for c in before if c.quantity.dimension.partition("/")[0] == "money" and c.measure in ("level", "mean") and plain(c)]
    costs = [c for c in sums if _COST.search(last_clause(c.lead))]
    prices = [c for c in sums if _PRICE.search(last_clause(c.lead)) and c not in costs]
    if len(costs) == len(prices) == 1 and costs[0].quantity.value != prices[0].quantity.value:
        lesser, greater = sorted((costs[0], prices[0]), key=lambda c: c.quantity.value)
        ends = Term("greater", greater.quantity.interval, greater), Term("lesser", lesser.quantity.interval, lesser)
        yield scene.relation("difference-in-words", [Term("gap", gap.quantity.interval, gap), *ends], ("apart", gap.index), _SURE)
