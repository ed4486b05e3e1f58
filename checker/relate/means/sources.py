"""The sources of evidence of this room: means, products and prices."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from checker.relate.means import (
    buyback,
    census,
    counted_before,
    dividends,
    extremes,
    factors,
    interest,
    mean,
    pace,
    per_head,
    planned_shares,
    population,
    portion_paid,
    priced,
    product,
    rain,
    sole,
    tiers,
    times,
)
from checker.relate.scene import Scene
from checker.relation import Relation

SOURCES: Mapping[str, Callable[[Scene], Iterator[Relation]]] = {
    "mean": mean.relations,
    "factors": factors.relations,
    "interest": interest.relations,
    "pace": pace.relations,
    "census": census.relations,
    "population": population.relations,
    "dividends": dividends.relations,
    "buyback": buyback.relations,
    "priced": priced.relations,
    "planned shares": planned_shares.relations,
    "rain": rain.relations,
    "per head": per_head.relations,
    "portion paid": portion_paid.relations,
    "extremes": extremes.relations,
    "product": product.relations,
    "sole": sole.relations,
    "tiers": tiers.relations,
    "counted before": counted_before.relations,
    "times": times.relations,
}
