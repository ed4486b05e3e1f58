"""The sources of evidence of this room: numbers of things and lists of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from checker.relate.counts import bands, count, directions, graded, groups
from checker.relate.scene import Scene
from checker.relation import Relation

SOURCES: Mapping[str, Callable[[Scene], Iterator[Relation]]] = {
    "count": count.relations,
    "bands": bands.relations,
    "groups": groups.relations,
    "directions": directions.relations,
    "graded": graded.relations,
}
