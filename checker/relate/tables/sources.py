"""The sources of evidence of this room: rows, columns and what prose tells of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from checker.relate.scene import Scene
from checker.relate.tables import (
    column_totals,
    columns,
    grouped,
    identities,
    off_plan,
    pinned,
    pulls,
    ranks,
    recital,
    retold,
    row_formulas,
    series,
    share_columns,
    statements,
    told,
    whole_growth,
    yardsticks,
)
from checker.relation import Relation

SOURCES: Mapping[str, Callable[[Scene], Iterator[Relation]]] = {
    "recital": recital.relations,
    "retold": retold.relations,
    "pinned": pinned.relations,
    "told": told.relations,
    "columns": columns.relations,
    "column totals": column_totals.relations,
    "row formulas": row_formulas.relations,
    "growth of totals": whole_growth.relations,
    "grouped": grouped.relations,
    "off plan": off_plan.relations,
    "pulls": pulls.relations,
    "identities": identities.relations,
    "ranks": ranks.relations,
    "statements": statements.relations,
    "series": series.relations,
    "share columns": share_columns.relations,
    "yardsticks": yardsticks.relations,
}
