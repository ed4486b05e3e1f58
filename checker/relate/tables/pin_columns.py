"""The column that the words around a figure of the prose name, among the cells of a row that may be of its sort and time."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.claim import Claim
from checker.relate.scene import Scene
from checker.relate.sorts import amount
from checker.relate.tables.boards import Board
from checker.relate.tables.echoes import Echo, Said, one_sort, said_of
from checker.relate.tables.heading_times import compared, stage, time_of
from checker.relate.tables.pin_words import bare, beyond
from checker.relate.tables.slots import BRACKETS, Slot, telling

_FEW, _YEAR, _NAME = 2, 12, 3
_OTHER_TIME = frozenset({"base", "plan", "other months", "other year", "part of its year", "running"})
_ALTOGETHER = re.compile("累计|合计|总计|小计")
_RUN = re.compile("[一-鿿]{2,40}")
_SAID = re.compile("[一-鿿]{2,6}")


def adds(scene: Scene, slot: Slot) -> bool:
    """Whether the figures of a column may be added up: no rates, prices and means, nor counts of what stands in several rows."""
    cell, words = slot.cell, scene.rules.wording
    plain = amount(cell) or cell.quantity.dimension == "number" or slot.moved and cell.quantity.dimension not in ("fraction", "point")
    return plain and not any(word in slot.title for word in (*words["not_added"], *words["counted_twice"]))


def level_of(scene: Scene, claim: Claim, board: Board, row: int, last: int | None) -> Slot | None:
    """The one cell of a row in the column that the words name; where they name none, the column told last, or the only one of its sort."""
    said = said_of(scene, claim)
    cells = [slot for slot in board.rows.get(row, {}).values() if _fits(scene, said, slot)]
    if not cells:
        return None
    words = _words(scene, claim, board, said)
    rest = beyond(scene, words)
    known = telling(board.caption) | telling(cells[0].label)
    chosen = _titled(cells, words) or called(cells, words)
    if last is None and not chosen:
        silent = not rest and row != board.whole and len(cells[0].label) >= _NAME
        chosen = [slot for slot in cells if silent and not telling(slot.stem)]
    elif not chosen:
        chosen = [slot for slot in cells if rest & telling(slot.stem) and _spells(scene, words, slot.title + board.caption)]
    if not chosen and last is not None and rest <= known and claim.quantity.dimension != "fraction":
        done = [slot for slot in cells if any(word in words and word in slot.title for word in scene.rules.wording["column_now"])]
        chosen = done or [slot for slot in cells if slot.column[1] == last] or cells
    return chosen[0] if len(chosen) == 1 and rest <= telling(chosen[0].title) | known else None


def _titled(cells: Sequence[Slot], words: str) -> list[Slot]:
    """The cells whose whole heading stands in the words, of the longest such."""
    titles = {slot.column: BRACKETS.sub("", slot.title) for slot in cells}
    own = [slot for slot in cells if len(titles[slot.column]) >= _FEW and titles[slot.column] in words]
    most = max((len(titles[slot.column]) for slot in own), default=0)
    return [slot for slot in own if len(titles[slot.column]) == most]


def called(cells: Sequence[Slot], words: str) -> list[Slot]:
    """The cells whose column words name, in as many characters as any."""
    letters = telling(words)
    own = [slot for slot in cells if telling(slot.stem) and telling(slot.stem) <= letters]
    most = max((len(telling(slot.stem)) for slot in own), default=0)
    return [slot for slot in own if len(telling(slot.stem)) == most]


def change_of(scene: Scene, claim: Claim, board: Board, row: int, last: int | None) -> Slot | None:
    """The cell that tells how much what was told last has changed, where the clause says nothing of its own."""
    said, column = said_of(scene, claim), -1 if last is None else last
    cells = [slot for slot in board.rows.get(row, {}).values() if _fits(scene, said, slot)]
    chosen = [slot for slot in cells if board.moves.get(slot.column[1], -2) == column]
    level = board.rows[row].get(column) if chosen else None
    if level is None or len(chosen) != 1:
        return None
    return None if beyond(scene, _words(scene, claim, board, said), level.title, board.caption, level.label) else chosen[0]


def _fits(scene: Scene, said: Said, slot: Slot) -> bool:
    one, cell = said.claim.quantity, slot.cell.quantity
    counted = cell.dimension == "number" and cell.step == 1 and (one.dimension == "person" or one.dimension.startswith("count:"))
    named = counted and not slot.moved and len(slot.title) >= _FEW and slot.title in said.clause
    return (named or one_sort(scene, said, slot)) and timely(scene, said, slot)


def _spells(scene: Scene, words: str, known: str) -> bool:
    """Whether every pair of characters that words say stands in those known: 受灾 in 受灾人口, not 成灾."""
    runs = _RUN.findall(bare(scene, words))
    return all(run[at : at + _FEW] in known for run in runs for at in range(len(run) - 1))


def timely(scene: Scene, said: Said, slot: Slot) -> bool:
    """Whether the heading of a cell's column is of the time, the stage and the comparison that a figure is of, or tells none."""
    echo, period = Echo(scene, said, slot, "name"), said.claim.period
    if period is not None and not period.point and period.months > _YEAR:
        return bool(_ALTOGETHER.search(slot.title))  # what three years brought is no one year's
    return time_of(echo) not in _OTHER_TIME and stage(echo) != "other" and compared(echo) != "other"


def _words(scene: Scene, claim: Claim, board: Board, said: Said) -> str:
    """What a figure's clause says beside the names of rows: where that is nothing, the clauses since the figure before; and the verb behind
    the figure where there is none before it."""
    words, lead = board.without_names(said.clause), board.without_names(claim.lead)
    if "，" in lead and not telling(bare(scene, words)):
        words = lead
    if not telling(bare(scene, words)) and (found := _SAID.match(claim.tail)):
        words += found.group()  # 2.2万人受灾
    return words
