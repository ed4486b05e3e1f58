"""Rates that multiply: output as area times yield, sales as floor space times price."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker.claim import Claim
from checker.relate.changes.compound import factor
from checker.relate.changes.grown import since
from checker.relate.scene import Scene
from checker.relation import Relation, term

_SURE = 0.93
_NEAR = 10
# product, the factor that is counted, the factor for each one of it
_TRIPLES = (
    (("总产量", "产量", "总产"), ("面积",), ("单产", "亩产")),
    (("销售额",), ("销售面积",), ("均价", "平均价格", "平均销售价格", "单价")),
)


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
