"""Tables of plain text, whose columns are kept apart by blanks or tabs."""

from __future__ import annotations

from collections.abc import Sequence

from checker.document import Table
from checker.read.pipes import Cut


def columns_table(text: str, ranges: Sequence[tuple[int, int]], cut: Cut) -> Table | None:
    """The table whose rows stand in `ranges`, or None."""
    return None
