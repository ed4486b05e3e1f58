"""What to say of one figure: its claim and the words behind it, and what is missing where nothing confirms it."""

from __future__ import annotations

from collections.abc import Sequence

from checker.claim import Claim
from checker.document import Document
from checker.explanation import Comparison, Explanation, Heads, NoFigure, Sense
from checker.finding import Place
from checker.quantity import Quantity
from checker.report import Figure
from checker.rules import Rules
from checker.tell.lacks import lacks
from checker.tell.words import cue_words, named_by


def figure_at(document: Document, quantities: Sequence[Quantity], line: int, column: int) -> Quantity:
    """The figure at a place, or else the first one after it that begins on its line. Raises NoFigure."""
    last, _ = document.position(len(document.text.rstrip("\r\n")))
    if not 1 <= line <= last:
        raise NoFigure(f"没有第 {line} 行：文件共 {last} 行。", f"there is no line {line}: the file has {last}")
    for quantity in quantities:
        at = document.position(quantity.start)
        if (line, column) < document.position(quantity.end) and at[0] <= line:
            return quantity
        if at[0] > line:
            break
    raise NoFigure(f"第 {line} 行从第 {column} 列起没有数字。", f"no figure stands at {line}:{column} or after it on that line")


def tell(
    document: Document,
    quantity: Quantity,
    claims: Sequence[Claim],
    rules: Rules,
    comparisons: tuple[Comparison, ...],
    proposed: bool,
) -> Explanation:
    """The explanation of a figure; `comparisons` are those that were judged, `proposed` says whether there were others."""
    claim = next((claim for claim in claims if claim.quantity.start == quantity.start), None)
    missing = lacks(claim, claims, comparisons, proposed)
    line = document.line(document.position(quantity.start)[0])
    figure = Figure.of(quantity, claim, document, rules)
    if claim is None:
        return Explanation(document.path, figure, line, comparisons=comparisons, lacks=missing)
    source = named_by(claim, claims)
    return Explanation(
        document.path,
        figure,
        line,
        sense=Sense.of(claim.quantity, rules),
        name=claim.name,
        named_by=_place(document, source.quantity) if source is not None else None,
        dated=_place(document, claim.dated) if claim.dated is not None else None,
        direction=claim.direction,
        modality=claim.modality,
        average=claim.average,
        cues=cue_words(claim, rules),
        lead=claim.lead,
        tail=claim.tail,
        heads=_heads(document, claim),
        comparisons=comparisons,
        lacks=missing,
    )


def _heads(document: Document, claim: Claim) -> Heads | None:
    table = document.blocks[claim.block].table
    return Heads(claim.lead, claim.tail, table.unit) if table is not None and claim.cell is not None else None


def _place(document: Document, quantity: Quantity) -> Place:
    return Place(quantity.text, quantity.start, quantity.end, *document.position(quantity.start), "")
