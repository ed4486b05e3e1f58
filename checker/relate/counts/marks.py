"""Rows of a table that bear one mark: 约束性指标5项 and a column of 约束性 and 预期性, 民生福祉类4项 and rows grouped under 民生福祉."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from checker.document import Table
from checker.relate.counts.declared import Declared, Reading
from checker.relate.scene import Scene

# how far from its table such a count may stand, in blocks
_NEAR = 12
_BEFORE = 12
_MOST_ROWS, _MOST_COLUMNS, _MOST_MARKS = 60, 8, 6
_LONGEST, _FEWEST_ROWS = 8, 4
_NOUN = re.compile("(?:类|型|方面|领域)?(?:主要)?(?:指标|任务|项目|目标|问题)?(?:有|共|为|占)?$")
_ENDING = ("类", "型", "方面", "领域")
# rows of what a row above contains are counted by some and not by others
_WITHIN = ("其中", "#", "—")


def in_marks(scene: Scene, one: Declared) -> Iterator[Reading]:
    """As many rows as bear the mark that the words before the count name, where one table near by has it in one column and as many rows
    as are told of in all before: a table may show some of them only."""
    words = _NOUN.sub("", one.passage.text[max(0, one.begin - 16) : one.begin])
    first, last = max(0, one.claim.block - _NEAR), one.claim.block + 1 + _NEAR
    unit, before = one.claim.quantity.unit, scene.before(one.claim, _BEFORE)
    told = max((int(c.quantity.value) for c in before if c.quantity.unit == unit), default=0)
    tables = [block.table for block in scene.document.blocks[first:last] if block.table is not None]
    found = [reading for table in tables for reading in _borne(words, table, told)]
    if len(found) == 1:
        yield found[0]


def _borne(words: str, table: Table, told: int) -> Iterator[Reading]:
    rows = table.rows[table.header_rows :]
    if not _FEWEST_ROWS <= len(rows) <= _MOST_ROWS:
        return
    inside = [any(len(cell.text) > 2 and cell.text.startswith(_WITHIN) for cell in row) for row in rows]
    if told not in (len(rows), len(rows) - sum(inside)):
        return
    for column in range(min(_MOST_COLUMNS, max(len(row) for row in rows))):
        marks = _marks(table, column)
        counts = Counter(marks)
        if not 2 <= len(counts) <= _MOST_MARKS or "" in counts or 2 * len(counts) > len(rows):
            continue
        mark = next((mark for mark in counts if words.endswith(mark)), "")
        if mark:
            inner = sum(own == mark and within for own, within in zip(marks, inside, strict=True))
            yield Reading(counts[mark] - inner, counts[mark], f"1 … {counts[mark]}", 0.93)


def _marks(table: Table, column: int) -> list[str]:
    """The words of a column row by row; in the first an empty cell goes with the one above it. [] where it holds anything else."""
    answer: list[str] = []
    for row in table.rows[table.header_rows :]:
        text = row[column].text.replace(" ", "") if column < len(row) else ""
        if not text and column == 0 and answer:
            text = answer[-1]
        if len(text) > _LONGEST or re.search("[0-9]", text):
            return []
        answer.append(next((text.removesuffix(ending) for ending in _ENDING if text.endswith(ending)), text))
    return answer
