"""How likely a reading is by what can be seen of it, each trait with a measured weight.

The weights are those of a logistic regression over readings in clean documents, where the arithmetic tells the right ones from the wrong:
the logarithms of odds add up (Hosmer, Lemeshow: Applied Logistic Regression, chapter 1). Two traits that mean another thing together than
each alone have a weight as a pair ("a: x & b: y"). `tests/weigh.py` measures them, and how low the sum of weights stood after each group of
traits for readings that became likely in the end ("floor: a"): what stands lower is not looked at further.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate
from math import exp, log
from typing import Generic, TypeVar

BIAS, FLOOR, PAIR = "bias", "floor: ", " & "
Reading = TypeVar("Reading")
Group = tuple[str, Callable[[Reading], str]]


class Evidence(Generic[Reading]):
    """Groups of traits with their weights by "group: trait" and "group: trait & group: trait", the pair in the order of the groups. A group
    that sees nothing in a reading answers ''."""

    def __init__(self, groups: Sequence[Group[Reading]], weights: Mapping[str, float]) -> None:
        self._bias = weights.get(BIAS, 0.0)
        self._pairs: dict[str, dict[str, float]] = {}
        for key, weight in weights.items():
            if PAIR in key:
                earlier, later = key.split(PAIR, 1)
                self._pairs.setdefault(later, {})[earlier] = weight
        tables = [
            {key.removeprefix(f"{name}: "): weight for key, weight in weights.items() if key.startswith(f"{name}: ") and PAIR not in key}
            for name, _ in groups
        ]
        highest = [max(0.0, *table.values()) if table else 0.0 for table in tables]
        to_come = [*list(accumulate(highest[::-1]))[::-1][1:], 0.0]
        self._groups = [
            (name, look, table, weights.get(FLOOR + name), rest)
            for (name, look), table, rest in zip(groups, tables, to_come, strict=True)
        ]

    def probability(self, reading: Reading, least: float) -> float:
        """How likely the reading is; 0 as soon as it cannot reach `least` any more."""
        score, floor = self._bias, log(least / (1 - least))
        seen: list[str] = []
        for name, look, table, lowest, rest in self._groups:
            trait = look(reading)
            if trait:
                score += table.get(trait, 0.0)
                if self._pairs:
                    seen.append(key := f"{name}: {trait}")
                    pairs = self._pairs.get(key)
                    if pairs:
                        score += sum(pairs.get(other, 0.0) for other in seen)
            if score < (floor - rest if lowest is None else lowest):
                return 0.0
        return 1 / (1 + exp(-score)) if score >= floor else 0.0


def traits(groups: Sequence[Group[Reading]], reading: Reading) -> list[str]:
    """What can be seen of a reading, as "group: trait"."""
    return [f"{name}: {seen}" for name, look in groups if (seen := look(reading))]
