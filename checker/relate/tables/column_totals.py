"""Totals that stand under or above the column they add up, group by group."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from math import log10

from checker.claim import Claim
from checker.document import Table
from checker.interval import Interval
from checker.relate.scene import Scene
from checker.relate.tables.grid import Grid, cell_term, grids, halves, heading, table_of
from checker.relate.tables.outline import Group, groups, less_carried_on, names_total, taken_off
from checker.relation import Relation
from checker.rules import Rules

# columns that add up, from which a total that no slip explains is still held to be a sum
_BORNE_OUT = 2
_DOUBTED = 0.6
_BORNE, _COUNTS = 0.94, 0.8
# decimal orders of improbability of one column from which its last or first row is held to be the sum
_PROVEN = 2.5
_VIEW = re.compile(r"(?:按.{1,8}分|分[^::]{1,6})[::]?$")
_NEVER = frozenset({"multiple", "point", "rank", "ratio", "year", "month", "time", "age", "grade"})


def relations(scene: Scene) -> Iterator[Relation]:
    """Every total row of every table, column by column."""
    for number, grid in grids(scene):
        for part, names in halves(scene, grid):
            named = _viewed(table_of(scene, grid), names)
            readings = [named, *([carried] if (carried := less_carried_on(named)) != named else [])]
            # 减：所得税 may speak for itself or for the rows below it too: the columns tell
            best = max(readings, key=lambda each: _borne_out(scene, part, each))
            yield from _totals(scene, number, part, best)


def _borne_out(scene: Scene, grid: Grid, names: dict[int, str]) -> int:
    rows = sorted({row for row, _ in grid})
    columns = sorted({column for _, column in grid})
    found = [(row, group.members) for row in rows if names_total(names[row]) for group in groups(rows, row, names)]
    return max((sum(adds_up(scene.rules, grid, names, row, members, c) for c in columns) for row, members in found), default=0)


def _viewed(table: Table, names: dict[int, str]) -> dict[int, str]:
    """The names of the rows, each with the view that a row of words alone opens (分产品) before it."""
    view, answer = "", {}
    for number, row in enumerate(table.rows):
        words = [cell.text for cell in row if cell.text]
        if number not in names and len(words) == 1:
            view = f"{words[0].rstrip(':')}:" if _VIEW.match(words[0]) else ""
        elif number in names:
            answer[number] = view + names[number]
    return answer


def _totals(scene: Scene, number: int, grid: Grid, names: dict[int, str]) -> Iterator[Relation]:
    rows = sorted({row for row, _ in grid})
    columns = [column for column in sorted({column for _, column in grid}) if not _numbers(grid, column)]
    figures = {place: claim for place, claim in grid.items() if place[1] in columns}
    proposals = {row: list(groups(rows, row, names)) for row in rows}
    held: dict[tuple[int, tuple[int, ...]], list[int]] = {}
    for row, found in proposals.items():
        for group in found:
            held[row, group.members] = [c for c in columns if adds_up(scene.rules, grid, names, row, group.members, c)]
    for row, found in proposals.items():
        for apart in (False, True):
            answers = [group for group in found if group.apart == apart and len(group.members) >= 2]
            # each view divides the whole for itself, of other readings one is right
            bests = answers if apart else [max(answers, key=lambda group: len(held[row, group.members]))] if answers else []
            for best in bests:
                yield from _judged(scene, number, figures, row, best, held[row, best.members], names)


def _numbers(grid: Grid, column: int) -> bool:
    """Whether a column numbers the rows: 行次 1, 2, 3 …"""
    figures = [grid[row, c].quantity for row, c in sorted(grid) if c == column]
    return len(figures) > _BORNE_OUT and all(after.value - before.value == after.step for before, after in pairwise(figures))


def _judged(scene: Scene, number: int, grid: Grid, row: int, group: Group, held: list[int], names: dict[int, str]) -> Iterator[Relation]:
    columns = sorted({column for _, column in grid})
    summable = [c for c in columns if may_add(scene.rules, grid, row, group.members, c)]
    means = [c for c in summable if c not in held and between(grid[row, c], [grid[r, c] for r in group.members if (r, c) in grid])]
    unmade = [c for c in summable if c not in held and c not in means]
    for column in summable:
        kind = grid[row, column].quantity.dimension
        measured = kind not in ("person", "number", "fraction", "") and not kind.startswith("count:")
        proven = _beyond_accident(grid, row, group, [c for c in held if c != column])
        trust = _trust(group, held, len(summable) - len(means), column, proven or names_total(names[row]), measured)
        if column in means and not measured:
            continue  # 生师比 12.5, 12.3, 合计 12.4: a mean of the rows
        if proven and trust:
            trust = max(trust, _BORNE if measured else _COUNTS)
        if column in unmade and len(unmade) > 1:
            trust = min(trust, _DOUBTED)  # 有效包小计: two columns that the rows do not make up are no two slips
        if trust:
            whole, members = grid[row, column], [grid[r, column] for r in group.members if (r, column) in grid]
            roles = ["less" if taken_off(names[r]) else "part" for r in group.members if (r, column) in grid]
            terms = [cell_term("whole", whole), *(cell_term(role, member) for role, member in zip(roles, members, strict=True))]
            added = scene.relation("table-column-sum", terms, ("total", number, row, column, group.apart and group.members), trust)
            yield replace(added, gathered=len(held) < _BORNE_OUT or between(whole, members))


def _beyond_accident(grid: Grid, row: int, group: Group, held: list[int]) -> bool:
    """Whether a column of many digits comes out as the sum of so many rows: the row is their total, whatever it
    is called (贷款余额, 本年支出)."""
    figures = [grid[row, column] for column in held]
    return len(group.members) > _BORNE_OUT and any(_orders(c, len(group.members)) >= _PROVEN for c in figures)


def _orders(whole: Claim, members: int) -> float:
    """By how many decimal orders it is improbable that so many figures add up to one by accident."""
    quantity = whole.quantity
    return log10(float(abs(quantity.value) / (quantity.step * members))) if quantity.value and quantity.step else 0.0


def between(whole: Claim, members: Sequence[Claim]) -> bool:
    """Whether the figure in the total row is less than one of those above it: a mean or a ratio, like a sex ratio."""
    return min(m.signed.low for m in members) >= 0 and whole.signed.high < max(m.signed.low for m in members)


def _trust(group: Group, held: list[int], summable: int, column: int, named: bool, measured: bool) -> float:
    """How sure a column is a sum, 0 for not at all: by the names of the rows, else by what other columns bear out."""
    if column in held or len(held) * 2 > summable:
        return 0.96 if len(held) >= 2 else 0.93 if named or group.sure else 0.0
    if group.sure and (group.closing or held) or group.closing and held and measured:
        return 0.94
    if group.sure:
        return 0.85
    # a column beside those that add up may count one thing in several rows
    return 0.6 if named and held else 0.0


def may_add(rules: Rules, grid: Grid, row: int, group: tuple[int, ...], column: int) -> bool:
    """Whether the figures of a column are amounts of one kind that may be added up, by their units and the column's heading."""
    members = [grid[r, column] for r in group if (r, column) in grid]
    whole = grid.get((row, column))
    pulled = whole is not None and whole.quantity.dimension == "point" and "拉动" in heading(whole)
    if whole is None or len(members) < 2 or whole.measure == "rate" or whole.quantity.dimension in _NEVER and not pulled:
        return False
    if "/" in whole.quantity.dimension:
        return False  # 公斤/亩: so much for each of something
    if whole.quantity.dimension == "number" and any(word in heading(whole) for word in rules.wording["column_completion"]):
        return False  # 为预算 under 万元、%
    if any(m.quantity.dimension != whole.quantity.dimension for m in members):
        return False
    title = heading(whole)
    if whole.quantity.dimension == "fraction":
        of_plan = any(word in title for word in rules.wording["column_plan"])  # 占年度任务: each row has its own
        return any(word in title for word in rules.wording["structure_header"]) and "率" not in title and not of_plan
    counted = whole.quantity.dimension == "person" or whole.quantity.dimension.startswith("count:")
    words = (*rules.wording["not_added"], *rules.wording["counted_twice"]) if counted else rules.wording["not_added"]
    return not any(word in title for word in words)


def adds_up(rules: Rules, grid: Grid, names: dict[int, str], row: int, group: tuple[int, ...], column: int) -> bool:
    """Whether the figures of a column in the rows of a group add up to the one in `row`, within their precision."""
    if not may_add(rules, grid, row, group, column):
        return False
    members = {r: grid[r, column] for r in group if (r, column) in grid}
    if not any(m.quantity.value for m in members.values()):
        return False
    total = Interval(Decimal(0), Decimal(0))
    for r, member in members.items():
        total = total - member.signed if taken_off(names[r]) else total + member.signed
    whole = grid[row, column]
    return total.meets(whole.signed.widened(whole.quantity.step / 2))
