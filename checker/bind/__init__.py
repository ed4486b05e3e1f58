"""Which indicator, of whom, for when, against what base: figures in, claims out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker.bind.column_units import money_of
from checker.bind.footing import on_another_footing
from checker.bind.inherit import inherit
from checker.bind.period import Clock, year_of
from checker.bind.sentence import Place, bind_passage
from checker.bind.table import At, bind_table
from checker.claim import Claim
from checker.document import About, Block, Cell, Document
from checker.quantity import Quantity
from checker.rules import Rules


def bind(document: Document, quantities: Sequence[Quantity], rules: Rules) -> tuple[Claim, ...]:
    """One claim for every figure that takes part in arithmetic, in document order. Linear in the number of figures.

    The day on which the document is said to be written says which year 今年 is; without one the document's own dates do.
    """
    claims: list[Claim] = []
    clock = Clock(document.about.on.year if document.about.on else year_of(document.title, quantities))
    place = Place()
    goal, tables, at, money = False, 0, 0, ""
    for number, block in enumerate(document.blocks):
        begin = at
        while at < len(quantities) and quantities[at].start < block.end:
            at += 1
        own = quantities[begin:at]
        place.block = number
        if block.kind == "heading" and number:
            goal = _names_goals(block, rules) if block.level <= 2 else goal or _names_goals(block, rules)
            place.planning = place.planning and not _looks_back(block, rules)
        if block.table is not None:
            found = bind_table(block.table, tables, dict(_whole_cells(block, own, rules)), At(number, place.index, money), rules)
            place.index += len(found)
            tables += 1
            claims += found
            continue
        money = money or money_of(_words(block))
        for passage in block.passages:
            inside = [q for q in own if passage.start <= q.start < passage.end]
            if inside:
                found, after = bind_passage(passage, inside, place, clock, goal, rules)
                claims += inherit(found, rules)
                if block.kind == "heading" or block.kind != "note" and after is not clock and (after.spans_years or clock.spans_years):
                    clock = after
    answer = on_another_footing(document, claims, rules)
    return answer if document.about == About() else tuple(_told(claim, document.about) for claim in answer)


def _told(claim: Claim, about: About) -> Claim:
    """The claim in the light of what is known of the document: its habit of rounding, and a subject that need not be named."""
    subject = "" if claim.subject == about.subject else claim.subject
    return replace(claim, quantity=claim.quantity.cut(about.rounding), subject=subject)


def _names_goals(block: Block, rules: Rules) -> bool:
    return any(word in _words(block) for word in rules.wording["future_heading"]) and not _looks_back(block, rules)


def _looks_back(block: Block, rules: Rules) -> bool:
    return any(word in _words(block) for word in rules.wording["past_heading"])


def _words(block: Block) -> str:
    return "".join(passage.text for passage in block.passages)


def _whole_cells(block: Block, quantities: Sequence[Quantity], rules: Rules) -> list[tuple[int, Quantity]]:
    """The figures that fill a cell of the table's body alone, or but for a verb or brackets around them, by the cell's start."""
    assert block.table is not None
    figures = iter([q for q in quantities if q.arithmetic])
    answer: list[tuple[int, Quantity]] = []
    at = next(figures, None)
    for row in block.table.rows[block.table.header_rows :]:
        for cell in row:
            while at is not None and at.start < cell.begin:
                at = next(figures, None)
            if cell.text and at is not None and at.start < cell.begin + len(cell.text) and _fills(cell, at, rules):
                answer.append((cell.begin, at))
    return answer


def _fills(cell: Cell, quantity: Quantity, rules: Rules) -> bool:
    before = cell.text[: quantity.start - cell.begin]
    after = cell.text[quantity.end - cell.begin :]
    if before in ("(", "[", "〔"):
        return after in (")", "]", "〕")
    moved = before in ("", "+", "↑", "↓") or before in rules.wording["increase"] or before in rules.wording["decrease"]
    return moved and len(after) <= 1
