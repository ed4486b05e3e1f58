"""Plain text: lines that may be cut at the edge of a page."""

from __future__ import annotations

from checker.document import Block
from checker.read.blocks import Shaper
from checker.read.marks import comments


def plain(text: str) -> tuple[Block, ...]:
    """The blocks of a plain text."""
    return Shaper(text, comments(text)).blocks()
