"""The sources of evidence of this room: amounts that make up others."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from checker.relate.scene import Scene
from checker.relate.sums import (
    accounts,
    added,
    altogether,
    any_order,
    apart,
    balance,
    deducted,
    drawn,
    due,
    gap,
    items,
    ledgers,
    leftover,
    matched,
    moved,
    moves,
    nearby,
    opening,
    quarters,
    rolled,
    so_far,
    span,
    status,
    steps,
    thirds,
    to_go,
    total,
    twice_over,
)
from checker.relation import Relation

SOURCES: Mapping[str, Callable[[Scene], Iterator[Relation]]] = {
    "total": total.relations,
    "drawn": drawn.relations,
    "added": added.relations,
    "altogether": altogether.relations,
    "deducted": deducted.relations,
    "due": due.relations,
    "leftover": leftover.relations,
    "items": items.relations,
    "moves": moves.relations,
    "status": status.relations,
    "balance": balance.relations,
    "rolled": rolled.relations,
    "any order": any_order.relations,
    "steps": steps.relations,
    "so far": so_far.relations,
    "matched": matched.relations,
    "accounts": accounts.relations,
    "to go": to_go.relations,
    "twice over": twice_over.relations,
    "opening": opening.relations,
    "gap": gap.relations,
    "thirds": thirds.relations,
    "ledgers": ledgers.relations,
    "moved": moved.relations,
    "apart": apart.relations,
    "quarters": quarters.relations,
    "span": span.relations,
    "nearby": nearby.relations,
}
