"""Finds every figure of a document: numbers with units, hedges, dates and periods, and the numbers that only label or name."""

from __future__ import annotations

from checker.document import Document
from checker.find.lexicon import lexicon_of
from checker.find.passage import Reader
from checker.passage import Passage
from checker.quantity import Quantity
from checker.rules import Rules

__all__ = ["figures", "find"]


def figures(passage: Passage, rules: Rules, source: str = "") -> list[Quantity]:
    """The figures of one passage in order; they are quoted from `source`, the text of the document, or else from the folded text."""
    if not passage.text:
        return []
    return [seen.quantity(passage, source) for seen in Reader(passage.text, lexicon_of(rules)).read()]


def find(document: Document, rules: Rules) -> tuple[Quantity, ...]:
    """All figures of a document in document order. A bare number in a cell has dimension "number": its unit stands in a heading."""
    found = [figure for block in document.blocks for passage in block.passages for figure in figures(passage, rules, document.text)]
    found.sort(key=_start)
    return tuple(found)


def _start(figure: Quantity) -> int:
    return figure.start
