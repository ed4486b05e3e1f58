"""What each row of a table pulls the growth of the total by: its increase as a share of the total a year ago."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import DecimalException

from checker.claim import POINT, Claim
from checker.interval import Interval
from checker.relate.scene import Scene
from checker.relate.sorts import at_constant_prices
from checker.relate.tables.grid import Grid, cell_term, grids, halves, heading
from checker.relate.tables.outline import names_total
from checker.relation import Relation, Term

_ONE = Interval.exactly(1)
# so many rows bear out which columns are meant, and most of them do
_FEWEST = 2
_BORNE = 0.97

_Row = tuple[Claim, Claim, Claim]


def relations(scene: Scene) -> Iterator[Relation]:
    """Every pull beside a level and its rate of growth, where the total row tells its level and rate."""
    for number, grid in grids(scene):
        for part, names in halves(scene, grid):
            totals = [row for row, name in names.items() if names_total(name)]
            columns = _columns(scene, part)
            if len(totals) == 1 and columns is not None:
                yield from _pulled(scene, number, part, totals[0], columns)


def _columns(scene: Scene, grid: Grid) -> tuple[int, int, int] | None:
    """The columns of pulls, of rates and of levels; None where one is missing or could be another."""
    words = scene.rules.wording
    titles: dict[int, Claim] = {}
    for (_, column), claim in sorted(grid.items()):
        titles.setdefault(column, claim)
    pulls = [c for c, claim in titles.items() if "拉动" in heading(claim)]
    if len(pulls) != 1 or any(at_constant_prices(scene.rules, claim) for claim in grid.values()):
        return None
    left = [c for c in sorted(titles, reverse=True) if c < pulls[0]]
    rates = [c for c in left if titles[c].quantity.dimension == "fraction" and any(w in heading(titles[c]) for w in words["column_change"])]
    levels = [c for c in left if rates and c < rates[0] and titles[c].quantity.dimension not in ("fraction", "point", "number", "rank")]
    return (pulls[0], rates[0], levels[0]) if levels else None


def _pulled(scene: Scene, number: int, grid: Grid, total: int, columns: tuple[int, int, int]) -> Iterator[Relation]:
    pull, rate, level = columns
    rows = sorted({row for row, _ in grid if all((row, column) in grid for column in columns)})
    if (total, rate) not in grid or (total, level) not in grid:
        return
    base = _before(grid[total, level], grid[total, rate])
    told = [(grid[row, pull], grid[row, level], grid[row, rate]) for row in rows if row != total]
    cases = [(row, terms) for row in told if base is not None and (terms := _terms(row, base)) is not None]
    held = sum(_bears_out(terms) for _, terms in cases)
    if held >= _FEWEST and held * 2 > len(cases):
        for (claim, _, _), terms in cases:
            yield scene.relation("table-pull", terms, ("pull", number, claim.cell), _BORNE)


def _before(level: Claim, rate: Claim) -> Term | None:
    """A level of the year before, as level and rate imply it."""
    try:
        interval = level.signed / (_ONE + rate.signed)
    except (ValueError, DecimalException):
        return None
    words = f"{level.quantity.text} ÷ (1 + {rate.quantity.text})"
    return Term("denominator", interval, replace(level, sources=(level, rate)), words)


def _terms(row: _Row, base: Term) -> list[Term] | None:
    pull, level, rate = row
    before = _before(level, rate)
    if before is None:
        return None
    told = cell_term("result", pull)
    size = told.interval if pull.quantity.dimension in ("point", "fraction") else told.interval.scaled(POINT)
    increase = level.signed - before.interval
    words = f"({level.quantity.text} − {before.note})"
    return [replace(told, interval=size), Term("numerator", increase, replace(level, sources=(level, rate)), words), base]


def _bears_out(terms: list[Term]) -> bool:
    try:
        return terms[0].interval.meets(terms[1].interval / terms[2].interval)
    except (ValueError, DecimalException):
        return False
