"""How likely a reading is by what can be seen of it, each trait with a measured weight.

The weights are those of a logistic regression over readings in clean documents, where the arithmetic tells the right ones from the wrong:
the logarithms of odds add up (Hosmer, Lemeshow: Applied Logistic Regression, chapter 1). `tests/weigh.py` measures them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate
from math import exp, log
from typing import Generic, TypeVar

BIAS = "bias"
Reading = TypeVar("Reading")
Group = tuple[str, Callable[[Reading], str]]


class Evidence(Generic[Reading]):
    """Groups of traits with their weights by "group: trait". A group that sees nothing in a reading answers ''."""

    def __init__(self, groups: Sequence[Group[Reading]], weights: Mapping[str, float]) -> None:
        self._bias = weights.get(BIAS, 0.0)
        self._groups = [
            (look, {key.removeprefix(f"{name}: "): weight for key, weight in weights.items() if key.startswith(f"{name}: ")})
            for name, look in groups
        ]
        highest = [max(0.0, *table.values()) if table else 0.0 for _, table in self._groups]
        self._to_come = list(accumulate(highest[::-1]))[::-1]

    def probability(self, reading: Reading, least: float) -> float:
        """How likely the reading is; 0 as soon as it cannot reach `least` any more."""
        score, floor = self._bias, log(least / (1 - least))
        for (look, table), to_come in zip(self._groups, self._to_come, strict=True):
            if score + to_come < floor:
                return 0.0
            score += table.get(look(reading), 0.0)
        return 1 / (1 + exp(-score)) if score >= floor else 0.0


def traits(groups: Sequence[Group[Reading]], reading: Reading) -> list[str]:
    """What can be seen of a reading, as "group: trait"."""
    return [f"{name}: {seen}" for name, look in groups if (seen := look(reading))]
