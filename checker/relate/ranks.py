"""Columns of ranks: each row stands where the figures of another column put it."""

from __future__ import annotations

from collections.abc import Iterator

from checker.claim import Claim
from checker.interval import Interval
from checker.relate.grid import Grid, grids, heading
from checker.relate.scene import Scene
from checker.relation import Relation, Term

_FEWEST = 3


def relations(scene: Scene) -> Iterator[Relation]:
    """Every rank of every column headed 排名, 名次 …, against the column that nearly all rows are ranked by."""
    for number, grid in grids(scene):
        columns = sorted({column for _, column in grid})
        for column in columns:
            ranks = {row: claim for (row, c), claim in sorted(grid.items()) if c == column and _ranks(scene, claim)}
            if len(ranks) >= _FEWEST:
                others = [c for c in reversed(columns) if c != column]
                yield from _ranked(scene, number, grid, ranks, others)


def _ranks(scene: Scene, claim: Claim) -> bool:
    whole = claim.quantity.value == claim.quantity.value.to_integral_value()
    return whole and any(word in heading(claim) for word in scene.rules.wording["rank_header"])


def _ranked(scene: Scene, number: int, grid: Grid, ranks: dict[int, Claim], others: list[int]) -> Iterator[Relation]:
    best: tuple[int, int, dict[int, int]] | None = None
    for column in others:
        for sign in (1, -1):
            levels = {row: sign * grid[row, column].signed.middle for row in ranks if (row, column) in grid}
            if len(levels) < len(ranks) or len(set(levels.values())) < len(levels):
                continue
            places = {row: 1 + sum(other > level for other in levels.values()) for row, level in levels.items()}
            held = sum(ranks[row].quantity.value == place for row, place in places.items())
            if best is None or held > best[0]:
                best = held, column, places
    # one slip moves one rank, or of one level the ranks on its way
    if best is None or best[0] * 3 < len(ranks) * 2:
        return
    _, column, places = best
    for row, place in places.items():
        level = grid[row, column]
        note = f"{level.quantity.text} 居第{place}位"
        rank = Term("result", Interval.exactly(ranks[row].quantity.value), ranks[row])
        terms = [rank, Term("place", Interval.exactly(place), None, note)]
        yield scene.relation("table-rank", terms, ("rank", number, row), 0.97 if best[0] > 3 else 0.93)
