"""The sources of evidence of this room: what moved, and from where."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from checker.relate.changes import (
    accrued,
    beyond,
    both_ends,
    growth,
    implied,
    marks,
    order,
    over_plan,
    places,
    plans,
    sequence,
    stages,
    then,
    told_after,
    without,
    yearly,
)
from checker.relate.scene import Scene
from checker.relation import Relation

SOURCES: Mapping[str, Callable[[Scene], Iterator[Relation]]] = {
    "growth": growth.relations,
    "accrued": accrued.relations,
    "sequence": sequence.relations,
    "implied": implied.relations,
    "plans": plans.relations,
    "beyond": beyond.relations,
    "marks": marks.relations,
    "stages": stages.relations,
    "told_after": told_after.relations,
    "then": then.relations,
    "yearly": yearly.relations,
    "places": places.relations,
    "without": without.relations,
    "over plan": over_plan.relations,
    "order": order.relations,
    "both ends": both_ends.relations,
}
