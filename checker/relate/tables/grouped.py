"""What the prose tells of some deals of a table by the word that they bear in a column: 大宗交易减持a股，金额b元，均价c元/股 beside the
rows with 大宗交易 in them, each with its price and its number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from checker.claim import Claim
from checker.interval import Interval
from checker.relate.scene import Scene
from checker.relate.sorts import amount
from checker.relate.tables.grid import Grid, cell_term, grids, table_of
from checker.relate.tables.outline import names_total
from checker.relation import Relation, Term

_MOST_ROWS, _FEWEST = 40, 3
# how many blocks off the prose may stand, and how far before a figure its sentence is read
_NEAR, _BACK = 3, 240
_PRICE = re.compile("均价|平均价|平均成交价|平均单价")
_OTHER = re.compile("每|上限|不超过|计划|拟|占|日均|最[高低]|尚|剩余|未|[两三]者|分别")
_WORD = re.compile("[一-鿿A-Za-z]{2,12}")
# all of the 30 readings in 700 clean documents hold
_TOLD = 0.95


@dataclass(frozen=True, slots=True)
class _Deals:
    """The rows of a table that are no totals: the word of each in every column of words, and the columns of prices and of the numbers
    they are for."""

    grid: Grid
    words: Mapping[int, Mapping[int, str]]
    priced: tuple[int, int]
    rows: Sequence[int]
    block: int


def relations(scene: Scene) -> Iterator[Relation]:
    """Every amount near a table whose rows it may be told of."""
    for _, grid in grids(scene):
        deals = _deals(scene, grid)
        for block in range(deals.block - _NEAR, deals.block + _NEAR + 1) if deals is not None else ():
            for claim in scene.blocks.get(block, ()):
                if deals is not None and claim.modality == "result" and not claim.quantity.hedge:
                    yield from _told(scene, claim, deals)


def _deals(scene: Scene, grid: Grid) -> _Deals | None:
    table = table_of(scene, grid)
    rows = [row for row in sorted({row for row, _ in grid}) if not any(names_total(cell.text) for cell in table.rows[row][:2])]
    if not _FEWEST <= len(rows) <= _MOST_ROWS:
        return None
    kinds: dict[int, set[str]] = {}
    for _, column in sorted(grid):
        kinds.setdefault(column, {grid[row, column].quantity.dimension for row in rows if (row, column) in grid})
    alike = [(next(iter(found)), column) for column, found in kinds.items() if len(found) == 1]
    columns = {kind: column for kind, column in alike if sum(other == kind for other, _ in alike) == 1}
    words = {
        column: told
        for column in range(min(len(table.rows[row]) for row in rows))
        if (told := {row: table.rows[row][column].text for row in rows}) and all(map(_WORD.fullmatch, told.values()))
        if 1 < len(set(told.values())) < len(rows)
    }
    prices = [(kind.removeprefix("money/"), at) for kind, at in columns.items() if kind.startswith("money/")]
    priced = next(((at, columns[counted]) for counted, at in prices if counted in columns), None)
    return _Deals(grid, words, priced, rows, next(iter(grid.values())).block) if words and priced else None


def _told(scene: Scene, claim: Claim, deals: _Deals) -> Iterator[Relation]:
    start = claim.quantity.start
    sentence = scene.document.words[max(0, start - _BACK) : start].rpartition("。")[2].rpartition("\n")[2]
    clause = re.split("[，;]", sentence)[-1]
    rows = _spoken_of(deals, sentence)
    if rows and not _OTHER.search(clause) and (terms := _made(claim, clause, deals, rows)) is not None:
        rule = "mean-per-unit" if terms[1].role == "numerator" else "parts-of-whole"
        yield scene.relation(rule, terms, ("grouped", claim.index), _TOLD)


def _spoken_of(deals: _Deals, sentence: str) -> list[int]:
    """The rows, not all of them, that bear the words last named in a sentence; none where it names no word of them."""
    rows = list(deals.rows)
    for told in deals.words.values():
        places = {word: sentence.rfind(word) for word in set(told.values())}
        last = max(places, key=lambda word: places[word])
        if places[last] >= 0:
            rows = [row for row in rows if told[row] == last]
    return rows if len(rows) < len(deals.rows) else []


def _made(claim: Claim, clause: str, deals: _Deals, rows: Sequence[int]) -> list[Term] | None:
    """The figure and what the rows make of it: the sum of their numbers, of prices times numbers, or their mean price."""
    price, number = deals.priced
    counted = [deals.grid.get((row, number)) for row in rows]
    prices = [deals.grid.get((row, price)) for row in rows]
    pairs = [(one, other) for one, other in zip(prices, counted, strict=True) if one is not None and other is not None]
    if len(pairs) < len(rows):
        return None
    worth, numbers = [_product(*pair) for pair in pairs], [other for _, other in pairs]
    if claim.quantity.dimension.startswith("money"):
        if _PRICE.search(clause):
            sold = [cell_term("part", each) for each in numbers]
            terms = [Term(role, _sum(each), each[0].claim, _added(each)) for role, each in (("numerator", worth), ("denominator", sold))]
            return [Term("mean", claim.signed, claim), *terms]
        return [Term("whole", claim.signed, claim), *worth] if claim.quantity.dimension == "money" and amount(claim) else None
    alike = claim.quantity.dimension == numbers[0].quantity.dimension and amount(claim) and len(numbers) > 1
    return [Term("whole", claim.signed, claim), *(cell_term("part", c) for c in numbers)] if alike else None


def _added(terms: Sequence[Term]) -> str:
    return f"({' + '.join(term.text for term in terms)})"


def _sum(terms: Sequence[Term]) -> Interval:
    return sum((term.interval for term in terms), Interval.exactly(0))


def _product(price: Claim, number: Claim) -> Term:
    words = f"{price.quantity.text} × {number.quantity.text}"
    return Term("part", price.signed * number.signed, replace(number, sources=(price, number)), words)
