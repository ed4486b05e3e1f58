"""Why figures must agree: one file per source of evidence. Claims in, relations out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from checker.relate.again import milestones, repeat, words
from checker.relate.changes import (
    accrued,
    beyond,
    growth,
    implied,
    marks,
    order,
    places,
    plans,
    sequence,
    told_after,
    without,
    yearly,
)
from checker.relate.counts import bands, count, directions, graded, groups
from checker.relate.dates import date, duration, overruns, streaks, works
from checker.relate.known import named
from checker.relate.means import buyback, census, dividends, extremes, mean, pace, population, portion_paid, priced, product, times
from checker.relate.scene import Scene
from checker.relate.shares import (
    behind,
    capital,
    composition,
    contribution,
    instalments,
    last_time,
    limits,
    loose,
    operands,
    risen,
    several,
    share,
    split,
    structure,
    turns,
)
from checker.relate.sums import (
    accounts,
    added,
    any_order,
    apart,
    balance,
    deducted,
    drawn,
    due,
    gap,
    items,
    leftover,
    matched,
    moves,
    nearby,
    opening,
    quarters,
    rolled,
    so_far,
    span,
    status,
    steps,
    to_go,
    total,
)
from checker.relate.tables import (
    column_totals,
    columns,
    identities,
    off_plan,
    ranks,
    recital,
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
    "growth": growth.relations,
    "accrued": accrued.relations,
    "sequence": sequence.relations,
    "implied": implied.relations,
    "plans": plans.relations,
    "beyond": beyond.relations,
    "marks": marks.relations,
    "told_after": told_after.relations,
    "yearly": yearly.relations,
    "places": places.relations,
    "without": without.relations,
    "total": total.relations,
    "drawn": drawn.relations,
    "added": added.relations,
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
    "opening": opening.relations,
    "gap": gap.relations,
    "apart": apart.relations,
    "quarters": quarters.relations,
    "span": span.relations,
    "share": share.relations,
    "contribution": contribution.relations,
    "split": split.relations,
    "capital": capital.relations,
    "instalments": instalments.relations,
    "defined rates": operands.relations,
    "mean": mean.relations,
    "pace": pace.relations,
    "census": census.relations,
    "population": population.relations,
    "dividends": dividends.relations,
    "buyback": buyback.relations,
    "priced": priced.relations,
    "portion paid": portion_paid.relations,
    "extremes": extremes.relations,
    "product": product.relations,
    "times": times.relations,
    "structure": structure.relations,
    "composition": composition.relations,
    "loose": loose.relations,
    "several": several.relations,
    "turns": turns.relations,
    "behind": behind.relations,
    "risen": risen.relations,
    "last time": last_time.relations,
    "count": count.relations,
    "bands": bands.relations,
    "groups": groups.relations,
    "directions": directions.relations,
    "graded": graded.relations,
    "date": date.relations,
    "duration": duration.relations,
    "overruns": overruns.relations,
    "streaks": streaks.relations,
    "works": works.relations,
    "words": words.relations,
    "limits": limits.relations,
    "repeat": repeat.relations,
    "milestones": milestones.relations,
    "recital": recital.relations,
    "told": told.relations,
    "named": named.relations,
    "order": order.relations,
    "columns": columns.relations,
    "column totals": column_totals.relations,
    "row formulas": row_formulas.relations,
    "growth of totals": whole_growth.relations,
    "off plan": off_plan.relations,
    "identities": identities.relations,
    "ranks": ranks.relations,
    "statements": statements.relations,
    "series": series.relations,
    "share columns": share_columns.relations,
    "yardsticks": yardsticks.relations,
    "nearby": nearby.relations,
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
    return found, failures
