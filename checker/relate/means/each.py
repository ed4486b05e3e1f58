"""What a rate is for one of: each person, each month, each 池 of 蓄水池24口, a square metre a month."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from checker.claim import Claim
from checker.interval import Interval
from checker.relate.scene import Scene
from checker.relate.topic import last_clause

EACH = re.compile("每(?:一|个)?(?=(?P<each>[一-鿿]{1,3}))|(?<=单)(?=(?P<single>[一-鿿]))|(?P<mean>[一-鿿])均(?!价)")
MONTHS_OF_YEAR = Decimal(12)
_BACK = 24
# 单价, 单位, 单独, 单项 are of nothing that is counted
_NO_NOUN = frozenset("价位独次日月年元个")
_PUPILS = "生"  # 每生每年: counted as persons
_GENERAL = "count:个"
OF_TIME = frozenset({"time", "month", "year", "workday"})


@dataclass(frozen=True, slots=True)
class Each:
    """What a rate is for one of: its dimension, and how many base units one of the words' units holds (每周: 7 days); or the last
    character of what is counted (单池, 每馆)."""

    dimension: str = ""
    size: Decimal = Decimal(1)
    noun: str = ""

    def reach(self, scene: Scene, claim: Claim) -> Interval | None:
        """How many of its units a figure counts; None if it counts something else."""
        dimension = claim.quantity.dimension
        if self.noun:
            # 45个示范村每村
            called = self.noun in last_clause(claim.lead)[-2:] or self.noun in re.split("[每，、；;(]", claim.tail[:5])[0]
            return claim.quantity.interval if called and dimension.startswith("count:") else None
        years = dimension == "year" and self.dimension == "month"
        kin = _GENERAL not in (dimension, self.dimension) and "count:" in dimension and scene.rules.akin(dimension, self.dimension)
        if not (years or kin or dimension == self.dimension or {dimension, self.dimension} == {"person", "count:人次"}):
            return None
        written = claim.quantity.interval if dimension not in OF_TIME else Interval.exactly(claim.quantity.value)
        return written.scaled((MONTHS_OF_YEAR if years else Decimal(1)) / self.size)


def each_of(scene: Scene, rate: Claim) -> list[Each]:
    """每人每月, 单池, 元/平方米·月: what the words before a figure and its own unit divide by."""
    found = [Each(dimension) for dimension in rate.quantity.dimension.split("/")[1:]]
    for match in EACH.finditer(last_clause(rate.lead)[-_BACK:]):
        words = match["each"] or match["single"] or match["mean"]
        units = (scene.rules.unit(words[:length]) for length in (3, 2, 1))
        unit = next((unit for unit in units if unit is not None and "/" not in unit.dimension), None)
        timed = unit is not None and unit.dimension in OF_TIME
        if unit is None and words[0] in _PUPILS:
            found.append(Each("person"))
        elif unit is None and not match["mean"] and words[0] not in _NO_NOUN:
            found.append(Each(noun=words[0]))
        elif unit is not None and (unit.countable or match["each"] or timed and match["mean"]) and words != "位":
            found.append(Each(unit.dimension, unit.factor))
    return found
