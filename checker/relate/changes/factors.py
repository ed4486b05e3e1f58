"""Rates that multiply: output as area times yield, sales as floor space times price, worth as number times price."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker.claim import Claim
from checker.relate.changes.compound import factor
from checker.relate.changes.grown import Pace, since
from checker.relate.scene import Scene
from checker.relate.topic import last_clause
from checker.relation import Relation, term

_SURE = 0.93
_NEAR = 10
# product, the factor that is counted, the factor for each one of it
_TRIPLES = (
    (("总产量", "产量", "总产"), ("面积",), ("单产", "亩产")),
    (("销售额",), ("销售面积",), ("均价", "平均价格", "平均销售价格", "单价")),
)
_THREE = 3
_PRICES = ("均价", "单价", "平均价格", "平均售价", "价格")
_UNCOUNTED = frozenset({"money", "fraction", "point", "number", "rank", "time", "multiple", ""})


def growth_of_product(scene: Scene, rate: Claim, names: Mapping[int, str]) -> Iterator[Relation]:
    """单产增长1.4% behind the growth of area and output: growth factors multiply. `names` tells what each rate is of, by its index."""
    for product, counted, each in _TRIPLES:
        if not names.get(rate.index, rate.name).endswith(each):
            continue
        near = [c for c in scene.claims[max(0, rate.index - _NEAR) : rate.index + 3] if c.measure == "rate" and c.block == rate.block]
        near = sorted((c for c in near if since(c) == since(rate)), key=lambda c: abs(c.index - rate.index))
        made = next((c for c in near if names.get(c.index, c.name).endswith(product)), None)
        number = next((c for c in near if names.get(c.index, c.name).endswith(counted)), None)
        if made is not None and number is not None and made is not number:
            terms = [term("rate", rate), factor("now", made), factor("base", number)]
            yield scene.relation("growth-of-product", terms, ("product", rate.index), _SURE)


def growth_of_value(scene: Scene, known: Mapping[int, Pace]) -> Iterator[Relation]:
    """进口812.5万吨，增加5.7%，均价下跌12.2%，进口值60.8亿元，减少7.2%: how many, the price of one and what all are worth, each once in one
    clause, each with its own rate."""
    clauses: dict[int, list[Pace]] = {}
    for index in sorted(known):
        clauses.setdefault(known[index].level.clause, []).append(known[index])
    for paces in clauses.values():
        prices = [p for p in paces if _priced(p.level)]
        values = [p for p in paces if p not in prices and p.level.quantity.dimension == "money" and p.level.measure == "level"]
        counts = [p for p in paces if p not in prices and p.level.quantity.dimension not in _UNCOUNTED and p.level.measure == "level"]
        one_each = len(prices) == len(values) == len(counts) == 1 and len(paces) == _THREE
        if one_each and len({pace.since for pace in paces}) == 1:
            terms = [term("rate", prices[0].rate), factor("now", values[0].rate), factor("base", counts[0].rate)]
            yield scene.relation("growth-of-product", terms, ("product", prices[0].rate.index), _SURE)


def _priced(level: Claim) -> bool:
    dimension = level.quantity.dimension
    named = any(word in level.name + last_clause(level.lead) for word in _PRICES)
    return dimension.startswith("money/") or dimension == "money" and named
