"""Why figures must agree: one room per sort of evidence, one file per source. Claims in, relations out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from checker.relate.again.sources import SOURCES as AGAIN
from checker.relate.changes.sources import SOURCES as CHANGES
from checker.relate.counts.sources import SOURCES as COUNTS
from checker.relate.dates.sources import SOURCES as DATES
from checker.relate.doubts import without_the_doubtful
from checker.relate.known.sources import SOURCES as KNOWN
from checker.relate.means.sources import SOURCES as MEANS
from checker.relate.scene import Scene
from checker.relate.shares.sources import SOURCES as SHARES
from checker.relate.sums.sources import SOURCES as SUMS
from checker.relate.tables.sources import SOURCES as TABLES
from checker.relation import Relation

_ROOMS = (CHANGES, SUMS, SHARES, MEANS, COUNTS, DATES, AGAIN, TABLES, KNOWN)
SOURCES: Mapping[str, Callable[[Scene], Iterator[Relation]]] = {
    name: relations for room in _ROOMS for name, relations in room.items()
}


def relate(scene: Scene) -> tuple[list[Relation], list[Exception]]:
    """Every relation that some source of evidence sees among the claims, rivals included, and what went wrong in a source: one that
    fails takes no other with it."""
    found: list[Relation] = []
    failures: list[Exception] = []
    for relations in SOURCES.values():
        try:
            found += relations(scene)
        except Exception as error:  # noqa: BLE001 - what the other sources see is reported all the same
            failures.append(error)
    return list(without_the_doubtful(scene, found)), failures
