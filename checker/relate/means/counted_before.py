"""So much for each and what it comes to, where how many there are was told before: 参保31.4万人。按每人60元的标准购买，共支出1884万元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from checker.claim import Claim
from checker.interval import Interval
from checker.relate.means import halved, raised
from checker.relate.means.each import OF_TIME, Each, each_of
from checker.relate.means.tiers import is_sum, plain, times_in
from checker.relate.scene import Scene
from checker.relate.sorts import countable
from checker.relate.topic import last_clause
from checker.relation import Relation, Term, term

# who is insured is told once
_INSURED = re.compile("(?:参保|参合|投保|缴费)[^，。；;、0-9]{0,8}$")
_INSURANCE = re.compile("保险|参保|保费|筹资|参合")
_OTHERS = re.compile("其中|增|减|比|较|上年|去年|累计|另|目标|计划|新增")
_PAID = re.compile("按|标准|每")
_FAR = 60
_SURE, _BY_NAME = 0.93, 0.92


def relations(scene: Scene) -> Iterator[Relation]:
    """Every rate with the sum right behind it, over the one count of that kind in the sentence before, or over those insured; those told
    between, and what is half or a part of a year of another."""
    yield from raised.relations(scene)
    yield from halved.relations(scene)
    for before, sentence in pairwise([[], *scene.sentences]):
        for rate, whole in pairwise(sentence):
            if plain(rate) and rate.quantity.dimension == "money" and is_sum(whole, rate) and _PAID.search(last_clause(rate.lead)):
                each = each_of(scene, rate)
                others = [one for one in each if one.dimension not in OF_TIME]
                months = times_in([one for one in each if one.dimension in OF_TIME], whole)
                if len(others) == 1 and months is not None:
                    yield from _over(scene, before, sentence, rate, whole, others[0], months)


def _over(
    scene: Scene, before: list[Claim], sentence: list[Claim], rate: Claim, whole: Claim, one: Each, months: Decimal
) -> Iterator[Relation]:
    if _OTHERS.search(rate.lead + whole.lead):
        return
    others = [c for c in sentence if c is not rate and c is not whole]
    if any(one.reach(scene, c) is not None or c.quantity.dimension == "money" and c.index < whole.index for c in others):
        return
    here = [c for c in before if countable(c) and one.reach(scene, c) is not None]
    near = len(here) == 1 and rate.block == here[0].block and not _OTHERS.search(last_clause(here[0].lead)) and plain(here[0])
    count = here[0] if near else _insured(scene, rate) if _INSURANCE.search(rate.lead + whole.lead) else None
    number = one.reach(scene, count) if count is not None else None
    if count is None or number is None:
        return
    words = count.quantity.text + (f" × {months}个月" if months > 1 else "")
    below = Term("denominator", number.scaled(months), count, words)
    terms = [Term("mean", Interval.exactly(rate.quantity.value), rate), term("numerator", whole), below]
    yield scene.relation("mean-per-unit", terms, ("mean", rate.index), _SURE if near else _BY_NAME)


def _insured(scene: Scene, rate: Claim) -> Claim | None:
    """The one number of those insured that is told before."""
    told = [c for c in scene.earlier(rate, _FAR) if c.quantity.dimension == "person" and countable(c) and plain(c)]
    named = [c for c in told if _INSURED.search(last_clause(c.lead)) and not _OTHERS.search(last_clause(c.lead))]
    return named[0] if len({c.quantity.value for c in named}) == 1 else None
