"""Columns of a table that are computed from other columns: sums of a row, differences, growth, quotients, products.

A formula that the headings name holds unless several rows deny it; one they do not name counts where most rows bear it out, so exactly
that accident is out of the question, and then judges the rest.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from math import log10

from checker.claim import Claim
from checker.relate.scene import Scene
from checker.relate.sorts import at_constant_prices
from checker.relate.tables.formula import Formula, bears_out, cells_of, computed, strength, terms_of
from checker.relate.tables.grid import Grid, grids, heading
from checker.relate.tables.headings import stated
from checker.relation import Relation

MOST_COLUMNS = 16
# rows that bear out what a heading names, from which one that does not is miswritten by whatever slip
_MANY = 5
# decimal orders of improbability from which unnamed formulas are believed, tries accounted for
_BELIEVED = 2.0
# what share of what was there is there no longer: 削峰率, 漏损率, 降幅
_REDUCED = re.compile("[率降减削损耗]")
_SUMS = ("table-row-sum", "table-balance", "table-difference")


def relations(scene: Scene) -> Iterator[Relation]:
    """Every row of every computed column."""
    for number, grid in grids(scene):
        ranks = {c for (_, c), claim in grid.items() if any(word in heading(claim) for word in scene.rules.wording["rank_header"])}
        measured = {place: claim for place, claim in grid.items() if place[1] not in ranks}
        columns = sorted({column for _, column in measured})[:MOST_COLUMNS]
        rows = sorted({row for row, _ in measured})
        yield from _computed(scene, number, measured, columns, rows)


def _computed(scene: Scene, number: int, grid: Grid, columns: list[int], rows: list[int]) -> Iterator[Relation]:
    named: dict[int, list[Formula]] = {}
    for formula in stated(grid, scene.rules):
        named.setdefault(formula.result, []).append(formula)
    for result in columns:
        choices = [choice for each in named.get(result, []) if (choice := _borne(scene, grid, rows, each)) is not None]
        choice = max(choices, key=lambda each: each[1], default=None) or _best_formula(scene, grid, rows, columns, result)
        if choice is None:
            continue
        column, held = choice
        trust = 0.98 if held >= _MANY and column.words else 0.97 if held >= 3 else 0.95 if column.words else 0.9
        beyond = set() if column.words else _off_alike(grid, rows, column)
        for row in rows:
            if row in beyond:
                continue
            formula = _of_row(scene, grid, row, column)
            cells = cells_of(grid, row, formula)
            if cells is None or formula.years == 1 and formula.rule == "table-growth" and _real_growth(scene, grid, cells[0]):
                continue
            if formula.rule in _SUMS and len(kinds := {c.quantity.dimension for c in cells}) > 1 and "number" in kinds:
                continue  # the unit of one of them is not known
            sure = 0.6 if formula.rule == "table-growth" and _real_growth(scene, grid, cells[0]) else trust
            terms = terms_of(formula, cells)
            yield scene.relation(formula.rule, terms, ("column", number, row, result), sure, formula.years)


def _off_alike(grid: Grid, rows: list[int], formula: Formula) -> set[int]:
    """授予985、可解除387、剩余587 in the total as in one row: those off by just the same, where something that has no column was taken off
    and the total shows it again."""
    gaps: dict[Decimal, list[int]] = defaultdict(list)
    for row in rows:
        cells = cells_of(grid, row, formula) if formula.rule in _SUMS else None
        value = computed(formula, cells) if cells is not None else None
        if cells is not None and value is not None and not bears_out(formula, cells):
            gaps[value.middle - cells[0].signed.middle].append(row)
    return {row for alike in gaps.values() if len(alike) > 1 for row in alike}


def _of_row(scene: Scene, grid: Grid, row: int, formula: Formula) -> Formula:
    """The formula as it goes for one row: among yearly rates a figure in square brackets is the change over all the years, and among
    rates of growth percentage points and what is measured as the levels are (增加76家) are a difference."""
    claim, now = grid.get((row, formula.result)), grid.get((row, formula.inputs[0]))
    if claim is not None and now is not None and formula.rule == "table-growth":
        kind = claim.quantity.dimension
        if kind == "point" or kind != "fraction" and kind == now.quantity.dimension:
            return replace(formula, rule="table-difference", years=1)
    if formula.years == 1 or claim is None or scene.document.text[claim.quantity.start - 1] not in "[［【〔":
        return formula
    return replace(formula, rule="table-difference", years=1)


def _real_growth(scene: Scene, grid: Grid, claim: Claim) -> bool:
    """Whether the rate is at constant prices, beside levels at current ones; a row that names its prices (2020年价) speaks for all."""
    return at_constant_prices(scene.rules, claim) and not any("年价" in each.name or "不变价" in each.name for each in grid.values())


def _borne(scene: Scene, grid: Grid, rows: list[int], formula: Formula) -> tuple[Formula, int] | None:
    """A formula that the headings name, with the number of rows that bear it out, unless too many deny it: one slip is a slip, several
    are another matter."""
    own = [(row, _of_row(scene, grid, row, formula)) for row in rows]
    answers = [bears_out(each, cells) for row, each in own if (cells := cells_of(grid, row, each)) is not None]
    denied = answers.count(False)
    if not answers or denied > 1 and denied * 3 > len(answers):
        return None
    return formula, len(answers) - denied


def _best_formula(scene: Scene, grid: Grid, rows: list[int], columns: list[int], result: int) -> tuple[Formula, int] | None:
    """The formula over other columns that holds in most rows; at least two rows and more than half must bear it out."""
    own = [row for row in rows if (row, result) in grid]
    if len(own) < 3:
        return None
    formulas = list(_formulas(scene, grid, columns, result, grid[own[0], result]))
    best: tuple[Formula, int] | None = None
    for formula in formulas:
        held = tried = 0
        evidence = -log10(len(formulas))
        for row in own:
            cells = cells_of(grid, row, formula)
            if cells is None:
                continue
            tried += 1
            if bears_out(formula, cells):
                held += 1
                evidence += strength(formula, cells)
            elif tried - held > max(1, len(own) // 2):
                break
        if held >= 2 and held * 2 > tried and evidence >= _BELIEVED and (best is None or held > best[1]):
            best = formula, held
    return best


def _formulas(scene: Scene, grid: Grid, columns: list[int], result: int, sample: Claim) -> Iterator[Formula]:
    kinds = {column: claim.quantity.dimension for (_, column), claim in grid.items()}
    kind = sample.quantity.dimension
    for run in runs(columns, kinds, result):
        yield Formula("table-row-sum", result, run)
        less = taken_away(scene, grid, run)
        if less and len(less) < len(run):
            yield Formula("table-row-sum", result, run, less=less)
    others = [c for c in columns if c != result]
    contributed = any(word in heading(sample) for word in scene.rules.wording["column_contribution"])
    for first in others:
        for second in others:
            if first == second:
                continue
            same = kinds[first] == kinds[second]
            if same and kind == kinds[first]:
                yield Formula("table-difference", result, (first, second))
            if same and kind == "fraction" and kinds[first] != "fraction":
                yield Formula("table-growth", result, (first, second))
                yield Formula("table-quotient", result, (first, second))
                if _REDUCED.search(heading(sample)):
                    yield Formula("table-reduction", result, (first, second))
                if "率" in heading(sample):
                    yield Formula("share-of-siblings", result, (first, second))  # 结案率 of 结案 and 未结
            if first < second and kind not in ("fraction", "number") and not (same and kinds[first] == kind) and not contributed:
                yield Formula("table-product", result, (first, second))


def runs(columns: list[int], kinds: dict[int, str], result: int) -> Iterator[tuple[int, ...]]:
    """Neighbouring columns right before or right after a column, all of its kind."""
    at = columns.index(result)
    for width in range(2, min(at, 6) + 1):
        left = tuple(columns[at - width : at])
        if all(kinds[c] == kinds[result] for c in left):
            yield left
    for width in range(2, min(len(columns) - at - 1, 6) + 1):
        right = tuple(columns[at + 1 : at + 1 + width])
        if all(kinds[c] == kinds[result] for c in right):
            yield right


def taken_away(scene: Scene, grid: Grid, run: tuple[int, ...]) -> frozenset[int]:
    """The columns of a run whose headings say that they leave the stock: 本年偿还, 退出, 扣分."""
    titles = {column: heading(claim) for (_, column), claim in grid.items() if column in run}
    return frozenset(c for c, title in titles.items() if any(word in title for word in scene.rules.wording["column_less"]))
