"""The sources of evidence of this room: parts, wholes and rates."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from checker.relate.scene import Scene
from checker.relate.shares import (
    afar,
    afterwards,
    audited,
    behind,
    bracketed,
    capital,
    closed,
    composition,
    contribution,
    echoed,
    exhausted,
    instalments,
    last_time,
    limits,
    loose,
    of_table,
    operands,
    pledged,
    plots,
    risen,
    several,
    share,
    split,
    structure,
    turns,
)
from checker.relation import Relation

SOURCES: Mapping[str, Callable[[Scene], Iterator[Relation]]] = {
    "share": share.relations,
    "contribution": contribution.relations,
    "told behind": afterwards.relations,
    "pledged": pledged.relations,
    "split": split.relations,
    "capital": capital.relations,
    "instalments": instalments.relations,
    "defined rates": operands.relations,
    "rates from afar": afar.relations,
    "rate before a bracket": bracketed.relations,
    "named after a part": echoed.relations,
    "plot ratio": plots.relations,
    "audited": audited.relations,
    "structure": structure.relations,
    "exhausted": exhausted.relations,
    "composition": composition.relations,
    "closed": closed.relations,
    "loose": loose.relations,
    "several": several.relations,
    "turns": turns.relations,
    "row of a table": of_table.relations,
    "behind": behind.relations,
    "risen": risen.relations,
    "last time": last_time.relations,
    "limits": limits.relations,
}
