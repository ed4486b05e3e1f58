"""Columns of percentages that measure another column by one figure outside it: shares of a whole that stands in the prose, deviations
from a benchmark price."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal, DecimalException
from itertools import pairwise

from checker.claim import Claim
from checker.interval import Interval
from checker.relate.scene import Scene
from checker.relate.sorts import amount
from checker.relate.tables.grid import Grid, cell_term, grids, heading, slack
from checker.relation import Relation, Term, term

_ONE = Interval(Decimal(1), Decimal(1))
_MOST_COLUMNS = 12
_MOST = 8
_FEWEST = 3

Row = tuple[int, Claim, Claim]


def relations(scene: Scene) -> Iterator[Relation]:
    """Every row of every column of percentages that one figure of the document explains."""
    known: dict[str, list[Claim]] = {}
    for claim in scene.claims:
        if amount(claim) and claim.signed.low > 0:
            known.setdefault(claim.quantity.dimension, []).append(claim)
    for claims in known.values():
        claims.sort(key=lambda claim: claim.signed.middle)
    for number, grid in grids(scene):
        columns = sorted({column for _, column in grid})[:_MOST_COLUMNS]
        for result in columns:
            for column in columns:
                rows = _rows(grid, result, column)
                if column != result and len(rows) >= _FEWEST:
                    yield from _measured(scene, number, grid, rows, known.get(rows[0][2].quantity.dimension, []))


def _rows(grid: Grid, result: int, column: int) -> list[Row]:
    rows = [(r, grid[r, result], grid[r, column]) for r, c in sorted(grid) if c == result and (r, column) in grid]
    rates = all(rate.quantity.dimension == "fraction" for _, rate, _ in rows)
    if any(level.quantity.hedge or level.quantity.high is not None for _, _, level in rows):
        return []  # 20万—50万元, 50万元以上: what the rows are of
    levels = len({level.quantity.dimension for _, _, level in rows}) == 1 and rows[0][2].quantity.dimension != "fraction"
    # a column that has its own 100 % is measured by the figure beside it
    return rows if rates and levels and not any(rate.signed.holds(Decimal(1)) for _, rate, _ in rows) else []


def _measured(scene: Scene, number: int, grid: Grid, rows: list[Row], known: list[Claim]) -> Iterator[Relation]:
    title = heading(rows[0][1])
    rule = "table-deviation" if any(word in title for word in scene.rules.wording["deviation_header"]) else "table-share-outside"
    if rule == "table-share-outside" and not any(word in title for word in scene.rules.wording["structure_header"]):
        return
    times = scene.rules.heading_times["base"]
    if times.search(title) and not times.search(heading(rows[0][2])):
        return  # 上年同期占比 is of last year's figures
    best: tuple[int, Claim] | None = None
    for yard in _candidates(rule, rows, known):
        if yard.cell is not None and yard.cell[0] == number:
            continue
        held = sum(_bears_out(rule, rate, level, yard) for _, rate, level in rows)
        if best is None or held > best[0]:
            best = held, yard
    if best is None or best[0] < 2 or best[0] * 3 < len(rows) * 2:
        yield from _among_themselves(scene, number, rule, rows)
        return
    for row, rate, level in rows:
        terms = _terms(rule, rate, level, best[1])
        yield scene.relation(rule, terms, ("yardstick", number, row, rate.cell, level.cell), 0.97 if best[0] > 2 else 0.93)


def _among_themselves(scene: Scene, number: int, rule: str, rows: list[Row]) -> Iterator[Relation]:
    """Without the whole the rows tell it: what one row implies goes for the others, if all but one agree on it."""
    if rule != "table-share-outside" or len(rows) < _FEWEST:
        return
    levels = [level.quantity for _, _, level in rows]
    if all(after.value - before.value == before.step for before, after in pairwise(levels)):
        return  # 期次 1, 2, 3 number the rows
    yards = [_implied(rate, level) for _, rate, level in rows[:_MOST] if rate.signed.low > 0 and level.signed.low > 0]
    ranked = [(sum(_bears_out(rule, rate, level, yard) for _, rate, level in rows), -yard.signed.width, yard) for yard in yards]
    held, _, yard = max(ranked, key=lambda each: each[:2], default=(0, Decimal(0), None))
    if yard is None or held < _FEWEST or len(rows) - held > 1:
        return
    for row, rate, level in rows:
        if rate not in yard.sources:
            yield scene.relation(rule, _terms(rule, rate, level, yard), ("yardstick", number, row, rate.cell, level.cell), 0.95)


def _implied(rate: Claim, level: Claim) -> Claim:
    """The whole that a part and its share imply."""
    interval = level.signed / rate.signed
    shown = (interval.middle / level.quantity.factor).quantize(Decimal("0.01"))
    text = f"({level.quantity.text} ÷ {rate.quantity.text}% = {shown})"
    quantity = replace(level.quantity, text=text, numeral=None, value=interval.middle, step=Decimal(0), interval=interval)
    return replace(level, quantity=quantity, direction=1, cell=None, sources=(level, rate))


def _candidates(rule: str, rows: list[Row], known: list[Claim]) -> Iterator[Claim]:
    """Figures that one of the first rows asks for, at most so many a row."""
    seen: set[int] = set()
    for _, rate, level in rows[:_FEWEST]:
        try:
            sought = level.signed / (_ONE + rate.signed if rule == "table-deviation" else rate.signed)
        except (ValueError, DecimalException):
            continue
        first = bisect_left(known, sought.low, key=lambda claim: claim.signed.high)
        last = bisect_right(known, sought.high, key=lambda claim: claim.signed.middle)
        for claim in known[first : min(last + 1, first + _MOST)]:
            if claim.index not in seen:
                seen.add(claim.index)
                yield claim


def _terms(rule: str, rate: Claim, level: Claim, yard: Claim) -> list[Term]:
    first, second = ("now", "base") if rule == "table-deviation" else ("numerator", "denominator")
    return [cell_term("result", rate), cell_term(first, level), term(second, yard)]


def _bears_out(rule: str, rate: Claim, level: Claim, yard: Claim) -> bool:
    computed = level.signed / yard.signed
    return rate.signed.widened(slack(rate)).meets(computed - _ONE if rule == "table-deviation" else computed)
