"""The sources of evidence of this room: days, terms and spans."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from checker.relate.dates import date, duration, events, overruns, streaks, terms, works
from checker.relate.scene import Scene
from checker.relation import Relation

SOURCES: Mapping[str, Callable[[Scene], Iterator[Relation]]] = {
    "date": date.relations,
    "duration": duration.relations,
    "events": events.relations,
    "overruns": overruns.relations,
    "terms": terms.relations,
    "streaks": streaks.relations,
    "works": works.relations,
}
