"""Tables whose columns are years: rows of growth and of shares are computed from rows of levels."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from math import log10

from checker.claim import Claim
from checker.relate.scene import Scene
from checker.relate.tables.formula import Formula, bears_out, strength, terms_of
from checker.relate.tables.grid import Grid, grids, halves, heading
from checker.relation import Relation

_YEAR = re.compile(r"^(?:19|20)\d\d")
_BRACKETS = re.compile(r"[(\[][^()\[\]]{0,12}[)\]]|^其中:?")
_MOST_LEVELS = 12
# longer tables list places or things, not indicators
_MOST_ROWS = 80
# decimal orders of improbability from which an unnamed ratio is believed, tries accounted for
_BELIEVED = 3.0
_GROWTH = Formula("table-growth", 0, (1, 2), words=True)
_SHARE = Formula("table-quotient", 0, (1, 2), words=True)


def relations(scene: Scene) -> Iterator[Relation]:
    """Every rate and share of a row below a row of levels."""
    for number, grid in grids(scene):
        for part, names in halves(scene, grid):
            rows = sorted(names)
            if len(rows) > _MOST_ROWS:
                continue
            stems = {row: _BRACKETS.sub("", names[row]).strip() for row in rows}
            for at, row in enumerate(rows):
                if all(claim.quantity.dimension == "fraction" for (r, _), claim in part.items() if r == row):
                    levels = [r for r in rows[:at][::-1] + rows[at + 1 :] if _level(part, r)]
                    yield from _row(scene, number, part, row, stems, levels)


def _level(grid: Grid, row: int) -> bool:
    return all(claim.quantity.dimension not in ("fraction", "point", "number") for (r, _), claim in grid.items() if r == row)


def _row(scene: Scene, number: int, grid: Grid, row: int, stems: dict[int, str], levels: list[int]) -> Iterator[Relation]:
    words, name = scene.rules.wording, stems[row]
    named = [r for r in levels if len(stems[r]) >= 2 and stems[r] in name]
    if any(word in name for word in words["column_other"] if word not in ("占比", "比重")):
        return
    if any(word in name for word in words["structure_header"]):
        part = max(named, key=lambda r: len(stems[r])) if named else next((r for r in levels if _opens(stems[r], name)), row)
        readings = [[(grid[row, c], grid[part, c], grid[w, c]) for c in _columns(grid, row, part, w)] for w in levels if w != part != row]
        yield from _judged(scene, number, row, _SHARE, readings, 2)
    elif any(word in name for word in words["column_change"]):
        above = [r for r in levels if r < row]
        bases = named[:1] or above[:1]
        yield from _judged(scene, number, row, _GROWTH, [_steps(grid, row, base) for base in bases], 1)
    elif name.endswith("率") and len(levels) <= _MOST_LEVELS:
        pairs = [(a, b) for a in levels for b in levels if a != b]
        readings = [[(grid[row, c], grid[a, c], grid[b, c]) for c in _columns(grid, row, a, b)] for a, b in pairs]
        yield from _judged(scene, number, row, _SHARE, [cases for cases in readings if _beyond_accident(cases, len(pairs))], 2)


def _beyond_accident(cases: list[tuple[Claim, Claim, Claim]], tries: int) -> bool:
    """Whether a ratio of two rows that no words name comes out too often, and too exactly, for an accident."""
    held = sum(strength(_SHARE, cells) for cells in cases if bears_out(_SHARE, cells))
    return held - log10(max(1, tries)) >= _BELIEVED


def _opens(stem: str, name: str) -> bool:
    """Whether the name of a share begins with what a row counts (线上, 线上占比)."""
    return len(stem) >= 2 and name.startswith(stem[:2])


def _columns(grid: Grid, *rows: int) -> list[int]:
    return [c for r, c in sorted(grid) if r == rows[0] and all((other, c) in grid for other in rows)]


def _steps(grid: Grid, row: int, base: int) -> list[tuple[Claim, Claim, Claim]]:
    """(rate, level, level of the year before) for neighbouring years."""
    years = [(int(year[0]), c) for c in _columns(grid, base) if (year := _YEAR.match(heading(grid[base, c])))]
    pairs = pairwise(sorted(years))
    return [(grid[row, c], grid[base, c], grid[base, b]) for (y, b), (x, c) in pairs if x == y + 1 and (row, c) in grid]


def _judged(
    scene: Scene, number: int, row: int, formula: Formula, readings: list[list[tuple[Claim, Claim, Claim]]], least: int
) -> Iterator[Relation]:
    held = [(sum(bears_out(formula, cells) for cells in cases), cases) for cases in readings if cases and _alike(cases)]
    most, cases = max(held, key=lambda each: each[0], default=(0, []))
    if most < least or len(cases) - most > 1:
        return
    for cells in cases:
        yield scene.relation(formula.rule, terms_of(formula, cells), ("row", number, row, cells[0].index), 0.97 if most > 2 else 0.93)


def _alike(cases: list[tuple[Claim, Claim, Claim]]) -> bool:
    return all(level.quantity.dimension == base.quantity.dimension for _, level, base in cases)
