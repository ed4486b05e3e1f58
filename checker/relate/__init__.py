"""Why figures must agree: one file per source of evidence. Claims in, relations out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.claim import Claim
from checker.document import Document
from checker.quantity import Quantity
from checker.relate import (
    arithmetic,
    column_totals,
    columns,
    count,
    date,
    growth,
    limits,
    mean,
    named,
    repeat,
    share,
    structure,
    total,
    words,
)
from checker.relate.scene import Scene
from checker.relation import Relation
from checker.rules import Rules

SOURCES = {
    "growth": growth.relations,
    "total": total.relations,
    "share": share.relations,
    "mean": mean.relations,
    "structure": structure.relations,
    "count": count.relations,
    "date": date.relations,
    "words": words.relations,
    "limits": limits.relations,
    "repeat": repeat.relations,
    "named": named.relations,
    "columns": columns.relations,
    "column totals": column_totals.relations,
    "arithmetic": arithmetic.relations,
}


def relate(document: Document, quantities: Sequence[Quantity], claims: Sequence[Claim], rules: Rules) -> Iterator[Relation]:
    """Every relation that some source of evidence sees among the claims, rivals included."""
    scene = Scene(document, quantities, claims, rules)
    for relations in SOURCES.values():
        yield from relations(scene)
