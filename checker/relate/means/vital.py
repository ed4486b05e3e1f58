"""Births and deaths among a thousand and the product of each head, over the mean of the people at the year's two ends: 出生率6.57‰."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from checker.claim import Claim
from checker.relate.means.pace import quotient_term
from checker.relate.scene import Scene
from checker.relate.sorts import amount
from checker.relate.topic import last_clause
from checker.relation import Relation, Term, term

# nothing stands between that tells of other people: 全省出生率
_RATE = re.compile("^[，,(]?(?:人口)?(?P<what>出生|死亡)率(?:为|达|约为)?$")
_NUMBER = re.compile("(?<!户籍)(?P<what>出生|死亡)(?:人口|人数)?(?:为|达|约|共)?$")
_AT_END = re.compile("(?:年末|年底|月末|末)[^，。；;、:城镇乡户籍]{0,8}常住(?:总)?人口(?:总数|总量|数)?(?:为|达|达到|共|有)?$")
_MEAN = re.compile("(?:年平均|年均|平均)常住人口(?:数)?(?:为)?$")
_BY_MEAN = re.compile(
    r"(?:年?平均|年均)常住人口(?:数)?计算(?:\[[0-9]\])?[，,][^，。；;]{0,8}人均(?:地区)?生产总值(?:为|达|达到)?$"
    r"|人均(?:地区)?生产总值[(]按(?:年?平均|年均)常住人口(?:数)?计算(?:，下同)?[)](?:为|达|达到)?$"
)
_EARLIER = re.compile("上年末|上年底|年初|去年末|去年底|上年同期")
_PRODUCT = "地区生产总值"
_HALF = Decimal("0.5")
_SURE = 0.97
_FAR = 0.95
_BLOCKS = 3
_MOST = 40


def relations(scene: Scene) -> Iterator[Relation]:
    """Every rate of births or deaths behind its number, and every product per head that is said to be by the mean of the people."""
    people = _average(scene)
    if people is None:
        return
    for claim in scene.prose:
        if claim.quantity.dimension == "fraction" and not claim.quantity.hedge and (found := _RATE.search(claim.lead)):
            yield from _rate(scene, claim, found["what"], people)
        elif claim.quantity.dimension == "money" and claim.modality == "result" and _BY_MEAN.search(claim.lead):
            yield from _product(scene, claim, people)


def _rate(scene: Scene, rate: Claim, what: str, people: Term) -> Iterator[Relation]:
    number = next(scene.before(rate, 1), None)
    found = _NUMBER.search(last_clause(number.lead)) if number is not None else None
    if number is None or found is None or found["what"] != what or number.quantity.dimension != "person" or number.quantity.hedge:
        return
    if number.sentence != rate.sentence:
        return
    if people.claim is not None and abs(rate.block - people.claim.block) <= _BLOCKS:
        yield scene.relation("share-of-whole", [term("share", rate), term("numerator", number), people], ("share", rate.index), _SURE)


def _product(scene: Scene, mean: Claim, people: Term) -> Iterator[Relation]:
    """按年平均常住人口计算，人均地区生产总值56488元: of the product told last before."""
    around = (scene.claims[position] for position in range(mean.index - 1, max(-1, mean.index - 1 - _MOST), -1))
    products = (c for c in around if c.cell is None and c.indicator == _PRODUCT and amount(c) and c.modality == "result")
    product = next((c for c in products if c.period == mean.period and not c.quantity.hedge), None)
    if product is not None:
        yield scene.relation("mean-per-unit", [quotient_term(mean), term("numerator", product), people], ("mean", mean.index), _FAR)


def _average(scene: Scene) -> Term | None:
    """The mean of the people over the year, as the document states it or as half of both ends; None where it tells several."""
    persons = [c for c in scene.prose if c.quantity.dimension == "person" and c.modality == "result" and not c.quantity.hedge]
    stated = [c for c in persons if _MEAN.search(last_clause(c.lead))]
    if stated:
        return term("denominator", stated[0]) if len({c.quantity.value for c in stated}) == 1 else None
    ends = [c for c in persons if c.measure == "level" and _AT_END.search(last_clause(c.lead))]
    if len({c.quantity.value for c in ends}) != 1:
        return None
    return next((found for end in ends if (found := _of_both_ends(scene, end)) is not None), None)


def _of_both_ends(scene: Scene, end: Claim) -> Term | None:
    """With how many there were a year before: 上年末的358.14万人, or with the change since: 比上年末减少0.33万人."""
    for claim in scene.claims[end.index + 1 : end.index + 4]:
        near = claim.cell is None and claim.block == end.block and claim.sentence - end.sentence <= 1
        told = near and claim.quantity.dimension == "person" and not claim.quantity.hedge
        if not told or _EARLIER.search(last_clause(claim.lead)) is None:
            continue
        text, other = end.quantity.text, claim.quantity.text
        if claim.measure == "change":
            middle, note = end.signed - claim.signed.scaled(_HALF), f"({text} {'+' if claim.direction < 0 else '−'} {other} ÷ 2)"
        else:
            middle, note = (end.signed + claim.quantity.interval).scaled(_HALF), f"(({text} + {other}) ÷ 2)"
        return Term("denominator", middle, replace(end, sources=(end, claim)), note)
    return None
