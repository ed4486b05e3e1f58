"""Markdown: as plain text, but for the marks inside its lines."""

from __future__ import annotations

from checker.document import Block
from checker.read.blocks import Shaper
from checker.read.marks import inline


def markdown(text: str) -> tuple[Block, ...]:
    """The blocks of a Markdown text."""
    return Shaper(text, inline(text)).blocks()
