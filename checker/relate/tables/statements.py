"""Rows and columns that accounting standards tie together by name: net cash flows, four quarters and their year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker.claim import Claim
from checker.relate.scene import Scene
from checker.relate.tables.grid import Grid, cell_term, grids, heading
from checker.relation import Relation, Term

_ACTIVITIES = ("经营活动", "投资活动", "筹资活动")
_QUARTERS = (("第一季度", "一季度"), ("第二季度", "二季度"), ("第三季度", "三季度"), ("第四季度", "四季度"))


def relations(scene: Scene) -> Iterator[Relation]:
    """Cash flow statements, column by column; tables of quarters, row by row."""
    tables = list(grids(scene))
    for number, grid in tables:
        for column in sorted({column for _, column in grid}):
            named = {claim.name: claim for (_, c), claim in sorted(grid.items()) if c == column and claim.quantity.dimension == "money"}
            yield from _flows(scene, number, column, named)
        quarters = _quarters(grid)
        if quarters:
            yield from _years(scene, number, grid, quarters, [other for other, _ in tables if other != number], dict(tables))


def _flows(scene: Scene, number: int, column: int, named: Mapping[str, Claim]) -> Iterator[Relation]:
    """现金流入小计 − 现金流出小计 = 现金流量净额, and the three of them with 汇率变动 make 现金净增加额."""
    changed: list[Term] = []
    complete = True
    for activity in _ACTIVITIES:
        into, out, net = (_row(named, activity, ending) for ending in ("流入小计", "流出小计", "净额"))
        if into and out and net:
            terms = [cell_term("result", net), cell_term("now", into), cell_term("base", out)]
            yield scene.relation("table-net-flow", terms, ("flow", number, column, activity), 0.97)
        if net:
            changed.append(cell_term("part", net))
        elif into and out:
            changed += [cell_term("part", into), cell_term("less", out)]
        else:
            complete = False
    total = next((claim for name, claim in named.items() if "净增加额" in name and "现金" in name), None)
    rate = next((claim for name, claim in named.items() if name.startswith("汇率变动")), None)
    if complete and total is not None and rate is not None:
        terms = [cell_term("result", total), *changed, cell_term("part", rate)]
        yield scene.relation("table-net-increase", terms, ("flow", number, column), 0.97)


def _row(named: Mapping[str, Claim], activity: str, ending: str) -> Claim | None:
    return next((claim for name, claim in named.items() if activity in name and name.endswith(ending) and "调整" not in name), None)


def _quarters(grid: Grid) -> tuple[int, ...]:
    """The columns of the four quarters, if a table has them and no column of their sum."""
    titles = {column: heading(claim) for (_, column), claim in grid.items()}
    found = [next((c for c, title in titles.items() if title.startswith(names)), -1) for names in _QUARTERS]
    return tuple(found) if len(titles) == len(found) and -1 not in found else ()


def _years(
    scene: Scene, number: int, grid: Grid, quarters: tuple[int, ...], others: list[int], tables: Mapping[int, Grid]
) -> Iterator[Relation]:
    for row in sorted({row for row, _ in grid}):
        parts = [grid[row, c] for c in quarters if (row, c) in grid]
        if len(parts) < len(quarters):
            continue
        year = next(filter(None, (_first(tables[other], parts[0]) for other in others)), None)
        if year is not None:
            terms = [cell_term("result", year), *(cell_term("part", part) for part in parts)]
            yield scene.relation("table-quarters", terms, ("quarters", number, row), 0.95)


def _first(grid: Grid, claim: Claim) -> Claim | None:
    """The first figure of the row of the same name: reports set the year reported before those it is compared with."""
    same = (each for _, each in sorted(grid.items()) if each.name == claim.name and each.quantity.dimension == claim.quantity.dimension)
    first = next(same, None)
    return first if first is not None and "年" in heading(first) and "上年" not in heading(first) else None
