"""What a table says by its layout: totals under columns, columns computed from columns."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal, DecimalException

from checker.claim import Claim
from checker.interval import Interval
from checker.relate.scene import Scene
from checker.relation import Relation, Term

_TOTAL = re.compile(r"合\s{0,4}计|总\s{0,4}计|小\s{0,4}计|共\s{0,4}计|总数|总额|总量|^总|^全[市县省区国部]|投资$|^合$")
_NUMBERED = re.compile(r"^[(（]?[一二三四五六七八九十]{1,3}[)）]?[、.．]?")
_ONE = Interval(Decimal(1), Decimal(1))
Grid = dict[tuple[int, int], Claim]
_MOST_COLUMNS = 16


def relations(scene: Scene) -> Iterator[Relation]:
    """Totals and computed columns of every table."""
    tables: dict[int, Grid] = {}
    for claim in scene.claims:
        if claim.cell is not None:
            tables.setdefault(claim.cell[0], {})[claim.cell[1], claim.cell[2]] = claim
    for number, grid in tables.items():
        labels = _labels(scene, grid)
        yield from _computed_columns(scene, number, grid)
        yield from _totals(scene, number, grid, labels)


def _labels(scene: Scene, grid: Grid) -> dict[tuple[int, int], str]:
    """The text nearest on the left of each figure: tables may hold two lists side by side."""
    any_claim = next(iter(grid.values()))
    table = scene.document.blocks[any_claim.block].table
    assert table is not None
    answer: dict[tuple[int, int], str] = {}
    for row in table.rows:
        label = ""
        for cell in row:
            if (cell.row, cell.column) in grid:
                answer[cell.row, cell.column] = label
            elif cell.text:
                label = cell.text
    return answer


# ---- columns computed from columns -------------------------------------------------------------------------------------------------------


def _difference(a: Interval, b: Interval) -> Interval:
    return a - b


def _growth(a: Interval, b: Interval) -> Interval:
    return a / b - _ONE


def _quotient(a: Interval, b: Interval) -> Interval:
    return a / b


def _product(a: Interval, b: Interval) -> Interval:
    return a * b


_PAIRED: dict[str, Callable[[Interval, Interval], Interval]] = {
    "table-difference": _difference,
    "table-growth": _growth,
    "table-quotient": _quotient,
    "table-product": _product,
}
_ROLES = {
    "table-difference": ("now", "base"),
    "table-growth": ("now", "base"),
    "table-quotient": ("numerator", "denominator"),
    "table-product": ("factor", "factor"),
}


def _computed_columns(scene: Scene, number: int, grid: Grid) -> Iterator[Relation]:
    columns = sorted({column for _, column in grid})[:_MOST_COLUMNS]
    rows = sorted({row for row, _ in grid})
    for result in columns:
        best = _best_formula(grid, rows, columns, result)
        if best is None:
            continue
        rule, inputs, held = best
        for row in rows:
            cells = [grid.get((row, column)) for column in inputs]
            stated = grid.get((row, result))
            if stated is None or any(cell is None for cell in cells):
                continue
            used = [cell for cell in cells if cell is not None]
            roles = _ROLES.get(rule, ("part",) * len(used))
            terms = [_plain("result", stated), *(_plain(role, cell) for role, cell in zip(roles, used, strict=True))]
            yield scene.relation(rule, terms, ("column", number, row, result), 0.97 if held >= 3 else 0.9)
    yield from _share_columns(scene, number, grid, columns, rows)
    yield from _running(scene, number, grid, columns, rows)


def _plain(role: str, claim: Claim) -> Term:
    return Term(role, claim.quantity.interval, claim)


def _best_formula(grid: Grid, rows: list[int], columns: list[int], result: int) -> tuple[str, tuple[int, ...], int] | None:
    """The formula over other columns that holds in most rows; at least two rows and more than half must bear it out."""
    stated = {row: grid[row, result] for row in rows if (row, result) in grid}
    if len(stated) < 3:
        return None
    best: tuple[str, tuple[int, ...], int] | None = None
    for rule, inputs in _formulas(grid, columns, result, next(iter(stated.values()))):
        held = tried = 0
        for row, claim in stated.items():
            cells = [grid.get((row, column)) for column in inputs]
            used = [cell for cell in cells if cell is not None]
            if len(used) < len(inputs) or not any(cell.quantity.value for cell in used):
                continue
            tried += 1
            held += _bears_out(rule, claim, used)
            if tried - held > max(1, len(stated) // 2):
                break
        if held >= 2 and held * 2 > tried and (best is None or held > best[2]):
            best = rule, inputs, held
    return best


def _formulas(grid: Grid, columns: list[int], result: int, sample: Claim) -> Iterator[tuple[str, tuple[int, ...]]]:
    kinds = {column: claim.quantity.dimension for (_, column), claim in grid.items()}
    kind = sample.quantity.dimension
    at = columns.index(result)
    for width in range(2, min(at, 6) + 1):
        left = tuple(columns[at - width : at])
        if all(kinds[c] == kind for c in left):
            yield "table-row-sum", left
    for width in range(2, min(len(columns) - at - 1, 6) + 1):
        right = tuple(columns[at + 1 : at + 1 + width])
        if all(kinds[c] == kind for c in right):
            yield "table-row-sum", right
    others = [c for c in columns if c != result]
    for first in others:
        for second in others:
            if first == second:
                continue
            same = kinds[first] == kinds[second]
            if same and kind == kinds[first]:
                yield "table-difference", (first, second)
            if same and kind == "fraction" and kinds[first] != "fraction":
                yield "table-growth", (first, second)
                yield "table-quotient", (first, second)
            if first < second and kind not in ("fraction", "number") and not (same and kinds[first] == kind):
                yield "table-product", (first, second)


def _bears_out(rule: str, claim: Claim, cells: list[Claim]) -> bool:
    try:
        if rule == "table-row-sum":
            computed = cells[0].quantity.interval
            for cell in cells[1:]:
                computed = computed + cell.quantity.interval
        else:
            computed = _PAIRED[rule](cells[0].quantity.interval, cells[1].quantity.interval)
    except (ValueError, DecimalException):
        return False
    return claim.quantity.interval.widened(claim.quantity.step / 2).meets(computed)


def _share_columns(scene: Scene, number: int, grid: Grid, columns: list[int], rows: list[int]) -> Iterator[Relation]:
    """A column of shares over the column whose total stands in the row where the share is 100 %, or in a total row."""
    for result in columns:
        shares = {row: grid[row, result] for row in rows if (row, result) in grid}
        if len(shares) < 3 or next(iter(shares.values())).quantity.dimension != "fraction":
            continue
        full = [row for row, claim in shares.items() if claim.quantity.interval.holds(Decimal(1))]
        for whole_row in full[:2]:
            for column in columns:
                if column == result or (whole_row, column) not in grid or grid[whole_row, column].quantity.dimension == "fraction":
                    continue
                whole = grid[whole_row, column]
                rest = [(row, grid[row, column], share) for row, share in shares.items() if row != whole_row and (row, column) in grid]
                held = sum(_bears_out("table-quotient", share, [part, whole]) for _, part, share in rest)
                if held >= 2 and held * 2 > len(rest):
                    for row, part, share in rest:
                        terms = [_plain("result", share), _plain("numerator", part), _plain("denominator", whole)]
                        yield scene.relation("table-share", terms, ("share-column", number, row, result, column), 0.97)


def _running(scene: Scene, number: int, grid: Grid, columns: list[int], rows: list[int]) -> Iterator[Relation]:
    """累计 of a row = 累计 of the row before + the row's own increase."""
    for result in columns:
        for column in columns:
            if column == result:
                continue
            steps = [
                (grid[row, result], grid[before, result], grid[row, column], row)
                for before, row in zip(rows, rows[1:], strict=False)
                if (row, result) in grid and (before, result) in grid and (row, column) in grid
            ]
            if len(steps) < 3 or len({c.quantity.dimension for step in steps for c in step[:3]}) != 1:
                continue
            held = sum(now.quantity.interval.meets(old.quantity.interval + new.quantity.interval) for now, old, new, _ in steps)
            if held >= 3 and held * 2 > len(steps):
                for now, old, new, row in steps:
                    terms = [_plain("result", now), _plain("part", old), _plain("part", new)]
                    yield scene.relation("table-running-total", terms, ("running", number, row, result), 0.97)


# ---- totals under columns ----------------------------------------------------------------------------------------------------------------


def _totals(scene: Scene, number: int, grid: Grid, labels: dict[tuple[int, int], str]) -> Iterator[Relation]:
    rows = sorted({row for row, _ in grid})
    columns = sorted({column for _, column in grid})
    found: dict[tuple[int, tuple[int, ...]], list[int]] = {}
    proposals: dict[int, list[tuple[int, ...]]] = {}
    for row in rows:
        label = next((labels[row, c] for c in columns if (row, c) in labels), "")
        proposals[row] = list(_groups(rows, row, label, labels, columns))
        for group in proposals[row]:
            for column in columns:
                if _adds_up(grid, row, group, column):
                    found.setdefault((row, group), []).append(column)
    for row in rows:
        answers = [(group, found.get((row, group), [])) for group in proposals[row]]
        if not answers:
            continue
        group, held = max(answers, key=lambda answer: len(answer[1]))
        summable = [c for c in columns if _summable(grid, row, group, c)]
        named = any(_TOTAL.search(labels.get((row, c), "")) for c in summable)
        if len(held) >= 2 or held and named:
            trust = 0.96 if len(held) >= 2 else 0.93
        elif named:
            trust = 0.8
        else:
            continue
        for column in summable if (len(held) * 2 > len(summable) or not held) else held:
            members = [grid[r, column] for r in group if (r, column) in grid]
            terms = [_plain("whole", grid[row, column]), *(_plain("part", member) for member in members)]
            yield scene.relation("table-column-sum", terms, ("total", number, row, column), trust)


def _groups(rows: list[int], row: int, label: str, labels: dict[tuple[int, int], str], columns: list[int]) -> Iterator[tuple[int, ...]]:
    """Sets of rows that may add up to this one."""

    def name(r: int) -> str:
        return next((labels[r, c] for c in columns if (r, c) in labels), "")

    at = rows.index(row)
    above, below = rows[:at], rows[at + 1 :]
    totals = [r for r in above if _TOTAL.search(name(r))]
    if _TOTAL.search(label) or not below or not above:
        yield tuple(r for r in above if r not in totals)
        yield tuple(r for r in above if _NUMBERED.match(name(r)))
        yield tuple(below)
        yield tuple(r for r in below if _NUMBERED.match(name(r)))
        if totals:
            yield tuple(r for r in above if r >= totals[-1])
            yield tuple(r for r in above if r > totals[-1])
    if _NUMBERED.match(label):
        children: list[int] = []
        for r in below:
            if _NUMBERED.match(name(r)) or _TOTAL.search(name(r)):
                break
            children.append(r)
        yield tuple(children)


def _summable(grid: Grid, row: int, group: tuple[int, ...], column: int) -> bool:
    members = [grid[r, column] for r in group if (r, column) in grid]
    whole = grid.get((row, column))
    if whole is not None and whole.measure == "rate":
        return False
    return whole is not None and len(members) >= 2 and all(m.quantity.dimension == whole.quantity.dimension for m in members)


def _adds_up(grid: Grid, row: int, group: tuple[int, ...], column: int) -> bool:
    if not _summable(grid, row, group, column):
        return False
    members = [grid[r, column] for r in group if (r, column) in grid]
    if not any(m.quantity.value for m in members):
        return False
    total = Interval(Decimal(0), Decimal(0))
    for member in members:
        total = total + member.quantity.interval
    whole = grid[row, column].quantity
    return total.meets(whole.interval.widened(whole.step / 2))
