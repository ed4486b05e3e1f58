"""What a statistical bulletin divides by the average population of the year, half of the population at its two ends: the rates of births
and deaths, and the product for each head."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from checker.claim import Claim
from checker.relate.means.pace import quotient_term
from checker.relate.scene import Scene
from checker.relate.sorts import amount
from checker.relate.topic import last_clause
from checker.relation import Relation, Term

_RESIDENTS, _PRODUCT, _APIECE = "常住人口", "地区生产总值", "人均地区生产总值"
_RATES = {"人口出生率": re.compile("(?:出生|生育)(?:人口|人数)?(?:为|约)?$"), "人口死亡率": re.compile("死亡(?:人口|人数)?(?:为|约)?$")}
_YEAR_BEFORE = re.compile("(?:上年|去年|年初)")
# all 31 readings of eleven bulletins hold, the national one among them
_SURE = 0.98
_HALF = Decimal("0.5")
_MOST, _FULL_YEAR = 6, 12


def relations(scene: Scene) -> Iterator[Relation]:
    """出生人口2.54万人，出生率6.57‰ over the mean of the population at the end of this year and of the last."""
    below = average(scene)
    if below is None:
        return
    for rate in scene.prose:
        if rate.indicator in _RATES and rate.quantity.dimension == "fraction" and rate.modality == "result" and rate.measure != "rate":
            yield from _of_births(scene, rate, below)
        elif rate.indicator == _APIECE and rate.measure == "mean" and rate.modality == "result" and not rate.quantity.hedge:
            yield from _apiece(scene, rate, below)


def average(scene: Scene) -> Term | None:
    """The average population of the year as a divisor, if the document tells what it was at both ends."""
    residents = [c for c in scene.amounts_by_name.get(_RESIDENTS, ())[: 2 * _MOST] if c.indicator == _RESIDENTS and c.modality == "result"]
    return next((found for claim in residents[:_MOST] if (found := _average(scene, claim)) is not None), None)


def settles(scene: Scene, mean: Claim) -> bool:
    """Whether the mean is the product for each head and the population it is over is known exactly."""
    below = average(scene) if mean.indicator == _APIECE else None
    return below is not None and any(True for _ in _apiece(scene, mean, below))


def _average(scene: Scene, now: Claim) -> Term | None:
    """年末常住人口386.24万人，比上年末的387.15万人减少0.91万人: half of the sum of both, by the level before or by the change."""
    told = next(scene.after(now, 1), None)
    if told is None or told.quantity.dimension != "person" or {"part", "paren"} & now.cues or now.quantity.hedge or told.quantity.hedge:
        return None
    if _YEAR_BEFORE.search(last_clause(told.lead)) is None:
        return None
    if told.modality == "base":
        whole, words = (now.signed + told.signed).scaled(_HALF), f"({now.quantity.text} + {told.quantity.text}) ÷ 2"
    elif told.measure == "change":
        sign = "+" if told.direction < 0 else "−"
        whole, words = now.signed - told.signed.scaled(_HALF), f"({now.quantity.text} {sign} {told.quantity.text} ÷ 2)"
    else:
        return None
    return Term("denominator", whole, replace(now, sources=(now, told)), words)


def _of_births(scene: Scene, rate: Claim, below: Term) -> Iterator[Relation]:
    born = next(scene.before(rate, 1), None)
    if born is None or born.sentence != rate.sentence or not amount(born) or born.quantity.dimension != "person" or born.quantity.hedge:
        return
    if _RATES[rate.indicator].search(last_clause(born.lead)) and "户籍" not in born.lead + rate.lead and _one_year(born, below):
        terms = [Term("share", rate.quantity.interval, rate), Term("numerator", born.quantity.interval, born), below]
        yield scene.relation("share-of-whole", terms, ("share", rate.index), _SURE)


def _apiece(scene: Scene, mean: Claim, below: Term) -> Iterator[Relation]:
    told = scene.amounts_by_name.get(_PRODUCT, [])
    at = bisect_left(told, mean.index, key=lambda claim: claim.index)
    products = [c for c in told[max(0, at - 2 * _FULL_YEAR) : at] if c.indicator == _PRODUCT and c.modality == "result"]
    products = [c for c in products if _of_year(c, mean) and not c.quantity.hedge and "part" not in c.cues]
    if products and _one_year(mean, below) and len({c.quantity.value for c in products}) == 1:
        terms = [quotient_term(mean), Term("numerator", products[0].signed, products[0]), below]
        yield scene.relation("mean-per-unit", terms, ("mean", mean.index), _SURE)


def _of_year(claim: Claim, other: Claim) -> bool:
    return claim.period == other.period and (claim.period is None or claim.period.months >= _FULL_YEAR)


def _one_year(claim: Claim, below: Term) -> bool:
    people = below.claim
    year = claim.period.last.year if claim.period is not None else 0
    return people is None or people.period is None or not year or people.period.last.year == year
