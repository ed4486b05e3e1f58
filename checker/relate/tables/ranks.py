"""Columns of ranks: each row stands where the figures of another column put it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from checker.claim import Claim
from checker.interval import Interval
from checker.relate.scene import Scene
from checker.relate.tables.grid import Grid, grids, heading
from checker.relation import Relation, Term

_FEWEST = 3


def relations(scene: Scene) -> Iterator[Relation]:
    """Every rank of every column headed 排名, 名次 …, against the column that the heading or the scores name, or that is the only one."""
    for number, grid in grids(scene):
        titles = {column: heading(claim) for (_, column), claim in sorted(grid.items(), reverse=True)}
        for column, title in titles.items():
            word = next((word for word in scene.rules.wording["rank_header"] if word in title), "")
            ranks = {row: claim for (row, c), claim in sorted(grid.items()) if c == column and _whole(claim)}
            if word and len(ranks) >= _FEWEST:
                yield from _ranked(scene, number, grid, ranks, _ranked_by(scene, titles, column, title.replace(word, "")))


def _whole(claim: Claim) -> bool:
    return claim.quantity.value == claim.quantity.value.to_integral_value()


def _ranked_by(scene: Scene, titles: dict[int, str], column: int, matter: str) -> list[int]:
    """The columns that may have been ranked: what the heading names (增速排名), else the scores, else the only one there is."""
    others = {c: title for c, title in titles.items() if c != column}
    if matter:
        return [c for c, title in others.items() if matter in title]
    scores = [c for word in scene.rules.wording["score_header"] for c, title in others.items() if word in title]
    return scores[:1] or (list(others) if len(others) == 1 else [])


def _ranked(scene: Scene, number: int, grid: Grid, ranks: dict[int, Claim], others: list[int]) -> Iterator[Relation]:
    best: tuple[int, int, dict[int, Interval]] | None = None
    for column in others:
        for sign in (1, -1):
            levels = {row: sign * grid[row, column].signed.middle for row in ranks if (row, column) in grid}
            if len(levels) == len(ranks):
                places = {row: _place(levels, level) for row, level in levels.items()}
                held = sum(place.holds(ranks[row].quantity.value) for row, place in places.items())
                if best is None or held > best[0]:
                    best = held, column, places
    # one slip moves one rank, or of one level the ranks on its way
    if best is None or best[0] * 3 < len(ranks) * 2:
        return
    for row, place in best[2].items():
        note = f"{grid[row, best[1]].quantity.text} 居第{place.low}位"
        terms = [Term("result", Interval.exactly(ranks[row].quantity.value), ranks[row]), Term("place", place, None, note)]
        yield scene.relation("table-rank", terms, ("rank", number, row), 0.97 if best[0] > 3 else 0.93)


def _place(levels: dict[int, Decimal], level: Decimal) -> Interval:
    """The place of a level among all; of equal ones any that they share."""
    before = sum(other > level for other in levels.values())
    return Interval(Decimal(before + 1), Decimal(before + sum(other == level for other in levels.values())))
