"""The sources of evidence of this room: what is said more than once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from checker.relate.again import milestones, repeat, words
from checker.relate.scene import Scene
from checker.relation import Relation

SOURCES: Mapping[str, Callable[[Scene], Iterator[Relation]]] = {
    "words": words.relations,
    "repeat": repeat.relations,
    "milestones": milestones.relations,
}
