"""The same figure said twice: same indicator or the same full name, same measure, same kind of statement."""

from __future__ import annotations

from collections.abc import Iterator

from checker.claim import Claim
from checker.relate.scene import Scene
from checker.relation import Relation, term

_SHORTEST_NAME = 4


def relations(scene: Scene) -> Iterator[Relation]:
    """Each later mention against the earlier ones of the same thing."""
    seen: dict[tuple[str, str, str, str, int], list[Claim]] = {}
    for claim in scene.prose:
        key = _key(claim)
        if key is None:
            continue
        earlier = seen.setdefault(key, [])
        for other in reversed(earlier[-6:]):
            if other.sentence == claim.sentence or not _one_time(claim, other):
                continue
            yield scene.relation("said-twice", [term("again", claim), term("first", other)], ("repeat", claim.index), 0.6)
        earlier.append(claim)


def _key(claim: Claim) -> tuple[str, str, str, str, int] | None:
    if claim.modality != "result" or claim.quantity.dimension in ("", "number") or claim.measure in ("length", "rank", "ratio", "points"):
        return None
    name = claim.indicator + claim.subject if claim.indicator else claim.name
    if len(name) < _SHORTEST_NAME:
        return None
    return name, claim.measure, claim.quantity.dimension, claim.modality, claim.direction


def _one_time(one: Claim, other: Claim) -> bool:
    """Whether both may speak of the same time."""
    return one.period is None or other.period is None or one.period == other.period
