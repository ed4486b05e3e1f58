"""The sources of evidence of this room: what the indicator pack knows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from checker.relate.known import named
from checker.relate.scene import Scene
from checker.relation import Relation

SOURCES: Mapping[str, Callable[[Scene], Iterator[Relation]]] = {
    "named": named.relations,
}
