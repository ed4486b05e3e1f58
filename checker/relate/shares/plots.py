"""容积率 over all the floor space where nothing of it lies underground: 用地126.5亩，总建筑面积91080平方米，容积率1.08."""

from __future__ import annotations

from collections.abc import Iterator

from checker.relate.clause import last_words
from checker.relate.scene import Scene
from checker.relate.sorts import amount
from checker.relation import Relation, term

_RATE = "容积率"
_SURE = 0.93
_REACH = 14
_FLOORS = ("总建筑面积", "建筑总面积")
_LAND = ("用地", "用地面积", "占地", "占地面积")
# floor space that does not count, of which the text would tell
_UNCOUNTED = ("地下", "计容", "架空", "人防")


def relations(scene: Scene) -> Iterator[Relation]:
    """Every such ratio with the floor space and the land told before it in its paragraph."""
    rates = [c for c in scene.prose if c.indicator == _RATE and c.measure == "level" and c.modality == "result" and not c.quantity.hedge]
    if not rates or any(word in scene.document.text for word in _UNCOUNTED):
        return
    for rate in rates:
        near = [c for c in scene.before(rate, _REACH) if amount(c) and c.quantity.dimension == "area" and "paren" not in c.cues]
        floors = [c for c in near if last_words(c).rstrip("约为是达").endswith(_FLOORS)]
        land = [c for c in near if last_words(c).rstrip("约为是达共").endswith(_LAND)]
        if len(floors) == len(land) == 1 and not land[0].quantity.hedge and not floors[0].quantity.hedge:
            terms = [term("result", rate), term("numerator", floors[0]), term("denominator", land[0])]
            yield scene.relation("plot-ratio", terms, ("named", "plot-ratio", rate.index), _SURE)
