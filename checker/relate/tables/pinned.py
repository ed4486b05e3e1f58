"""Figures of the prose whose words name the row (or rows) and the column of a table beside it, and nothing else: the cell told again, the
sum over several rows, the share of a row in the total.

What a clause leaves unsaid goes on from the clause before it in its sentence: 清溪、龙潭两镇受灾14957人，直接经济损失4819.7万元，
占全县的71.7%.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from checker.claim import Claim
from checker.relate.scene import Scene
from checker.relate.shares.sanity import ruled_out
from checker.relate.shares.together import share_of
from checker.relate.sorts import amount, proportion
from checker.relate.tables.boards import Board, boards, near
from checker.relate.tables.echoes import said_of, stated
from checker.relate.tables.grid import cell_term
from checker.relate.tables.pin_columns import adds, called, change_of, level_of, timely
from checker.relate.tables.pin_words import beyond, counts_rows, narrowed, of_another_time
from checker.relate.tables.slots import Slot, telling
from checker.relate.topic import last_clause
from checker.relation import Relation, Term

_SURE = 0.95
_FEW, _MANY = 2, 10
_TITLE_BLOCKS = 3
_OVER = re.compile("占(?P<whole>[^占，]{0,16}?)的?(?:比重|比例)?(?:为|达|达到|约|近|超|高达|仅)?$")
# 投资1512亿元，与梅溪市合计4000亿元: with what was told before
_TOGETHER = re.compile("(?:^|，)(?:与|和|加上|连同)")
_DONE = re.compile("^，?(?:完成|占|为|达到?)(?:了)?(?:全年|年度|当年|本年|年初)?(?:预算数?|计划|目标|任务|目标任务|计划任务)的$")
_CLASSES = ("类", "级", "项", "家", "个")
_SUMMED = re.compile("[一-鿿]{0,8}(?:合计|共计|总计)")
_RESET = re.compile("[;；]")


@dataclass(slots=True)
class _State:
    """What the sentence so far speaks of: the rows by table, [] for the whole, and the column that its paragraph told last; the tables that
    the paragraph tells another time of; the sentence in which an amount was told last; the tables beside
    which the paragraph tells what they do not, so that its next sentence may."""

    sentence: int = -1
    rows: dict[int, list[int]] = field(default_factory=dict)
    block: int = -1
    column: dict[int, int] = field(default_factory=dict)
    untimely: set[int] = field(default_factory=set)
    told: int = -1
    strange: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Reading:
    """A figure read from a table: `told` where it tells one cell again, `whole` where that is of the total row that the words do not
    name; `column` the column of levels that it is read from, −1 if it is of changes."""

    relation: Relation
    board: int
    told: Slot | None = None
    whole: bool = False
    column: int = -1

    @property
    def agrees(self) -> bool:
        return self.told is not None and self.relation.terms[0].interval.meets(self.relation.terms[1].interval)


def relations(scene: Scene) -> Iterator[Relation]:
    """Each figure of the prose near a table whose words leave one reading. A cell that is told elsewhere as it is has had its say, and a
    total is told where others of its row are."""
    found = list(_readings(scene))
    heard = {reading.told.place for reading in found if reading.told is not None and reading.agrees}
    wholes: dict[int, list[bool]] = defaultdict(list)
    for reading in found:
        if reading.whole:
            wholes[reading.board].append(reading.agrees)
    for reading in found:
        if reading.told is not None and not reading.agrees and reading.told.place in heard:
            continue
        same = wholes[reading.board].count(True) - reading.agrees
        unlike = wholes[reading.board].count(False) - (not reading.agrees)
        if not reading.whole or same > unlike:
            yield reading.relation


def _readings(scene: Scene) -> Iterator[_Reading]:
    tables = boards(scene)
    state = _State()
    opening = scene.document.blocks[:_TITLE_BLOCKS] if tables else ()
    title = "".join(passage.text for block in opening if block.kind == "heading" for passage in block.passages)
    for claim in scene.prose if tables else ():
        if claim.block != state.block:
            state.block, state.column, state.untimely, state.strange = claim.block, {}, set(), set()
        if claim.sentence != state.sentence:
            state.sentence, state.rows = claim.sentence, {board.number: [] for board in tables}
            state.column = {number: column for number, column in state.column.items() if number not in state.strange}
        found = []
        plain = not narrowed(claim) and claim.modality == "result" and not scene.foretold(claim)
        for board in _of_its_scope(scene, claim, near(tables, claim.block)):
            rows = _rows(scene, claim, board, state)
            if of_another_time(board.without_names(claim.lead), board.told + title):
                state.untimely.add(board.number)
            if rows is None or board.number in state.untimely:
                continue
            last = state.column.get(board.number, -1)
            reading = _read(scene, claim, board, rows, last) if plain else _completed(scene, claim, board, rows, last)
            if reading is not None:
                if claim.measure == "share" and state.told == claim.sentence:
                    # where the sentence tells the amount too, the share is of that as well as of the cells
                    reading = replace(reading, relation=replace(reading.relation, question=("share of rows", claim.index)))
                found.append(reading)
                _follow(state, reading)
                state.told = claim.sentence if claim.measure == "level" else state.told
            elif claim.measure in ("level", "mean") and not counts_rows(claim):
                # 其中较大事故2起，死亡7人: what the table does not tell may go on
                state.rows.pop(board.number, None)
                state.column.pop(board.number, None)
                state.strange.add(board.number)
        if plain and not found and not _TOGETHER.search(claim.lead):
            found = list(_far(scene, claim, [board for board in tables if board.number not in state.untimely], title))
        if len(found) == 1:
            yield found[0]


def _of_its_scope(scene: Scene, claim: Claim, tables: Iterable[Board]) -> Iterator[Board]:
    """The tables that are of no more than the figure is: under 一般公共预算财政拨款支出 none of all spending."""
    return (board for board in tables if not scene.scopes[claim.block] - scene.scopes[board.block])


def _follow(state: _State, reading: _Reading) -> None:
    """Keep the column told last; of several the next sentence may mean any."""
    if reading.column >= 0:
        if state.column.get(reading.board, reading.column) != reading.column:
            state.strange.add(reading.board)
        state.column[reading.board] = reading.column


def _far(scene: Scene, claim: Claim, tables: Sequence[Board], title: str) -> Iterator[_Reading]:
    """What a figure may be in tables that stand elsewhere in the document, where its clause names their row or column."""
    clause = said_of(scene, claim).clause
    for board in tables:
        rows = board.named(last_clause(claim.lead))
        if rows is None or claim.measure == "share" or not (rows or any(name in clause for name in board.titles)):
            continue
        if not of_another_time(board.without_names(claim.lead), board.told + title):
            reading = _read(scene, claim, board, rows, None)
            if reading is not None and reading.told is not None:
                yield reading


def _read(scene: Scene, claim: Claim, board: Board, rows: Sequence[int], last: int | None) -> _Reading | None:
    """The relation of a figure to one table, None where its words do not lead into it."""
    if claim.quantity.numeral is None or not any(c.isdigit() for c in claim.quantity.text):
        return None
    if proportion(claim) and "占" in claim.lead:
        return _share(scene, claim, board, rows, -1 if last is None else last)
    if not stated(claim) or "per" in claim.cues or claim.average:
        return None
    moved = claim.measure in ("rate", "change")
    slots = [(change_of if moved else level_of)(scene, claim, board, row, last) for row in rows or [board.whole]]
    told = [slot for slot in slots if slot is not None]
    if len(told) < len(slots) or len({slot.column for slot in told}) != 1:
        return None
    lost = not moved and told[0].cell.signed.high < 0 < claim.signed.low  # 超支55.75万元 is -55.75
    value = -claim.signed if lost else claim.signed if moved or told[0].cell.signed.high < 0 else claim.quantity.interval
    if len(told) == 1:
        terms = [Term("said", value, claim), cell_term("cell", told[0].cell)]
        relation = scene.relation("prose-against-table", terms, ("recital", claim.index), _SURE)
        column = -1 if moved else told[0].column[1]
        own = not rows and told[0].label in claim.lead and not told[0].label.endswith("计")
        return _Reading(relation, board.number, told[0], not rows and not own, column)
    if not (amount(claim) or claim.measure == "change") or not all(adds(scene, slot) for slot in told):
        return None
    terms = [Term("whole", value, claim), *(cell_term("part", slot.cell) for slot in told)]
    relation = scene.relation("parts-of-whole", terms, ("rows", claim.index), _SURE)
    return _Reading(relation, board.number, column=-1 if moved else told[0].column[1])


def _rows(scene: Scene, claim: Claim, board: Board, state: _State) -> list[int] | None:
    """The rows that a figure is of, [] for the whole; None where it is not sure. Counts of them (两镇) only say how many there are."""
    lead = claim.lead.partition("占")[0] if claim.measure == "share" else claim.lead
    named = None if _TOGETHER.search(lead) else board.named(lead)
    if named:
        state.rows[board.number] = named
    elif named is None or _RESET.search(lead):
        state.rows.pop(board.number, None)
    elif any(word in lead for word in scene.rules.wording["own_body"]):
        state.rows[board.number] = []
    rows = state.rows.get(board.number)
    counting = claim.quantity.dimension.startswith("count:") and _FEW <= claim.quantity.value <= _MANY
    summed = counting and claim.quantity.unit in _CLASSES and _SUMMED.match(claim.tail) and board.number not in state.strange
    if summed and not rows and (counted := board.counted(claim.lead.rstrip("，;；"), int(claim.quantity.value))):
        state.rows[board.number] = counted
        return None
    if rows and counting and not telling(board.without_names(last_clause(claim.lead))):
        if claim.quantity.value != len(rows):
            state.rows.pop(board.number, None)
        return None
    return rows


def _completed(scene: Scene, claim: Claim, board: Board, rows: Sequence[int], last: int) -> _Reading | None:
    """完成预算的86.8% behind what was done: the cell told last over the one of its row that was planned."""
    pairs = [pair for pair in board.plans if pair[0] == last]
    cells = board.rows.get(rows[0] if rows else board.whole, {})
    if len(pairs) != 1 or len(rows) > 1 or not proportion(claim) or claim.quantity.hedge or not _DONE.search(claim.lead):
        return None
    done, planned = (cells.get(column) for column in pairs[0])
    if done is None or planned is None or ruled_out(claim, [done.cell], planned.cell):
        return None
    return _Reading(share_of(scene, claim, (done.cell,), planned.cell, ("share", claim.index), _SURE), board.number)


def _share(scene: Scene, share: Claim, board: Board, rows: Sequence[int], last: int) -> _Reading | None:
    """占全县的71.7% behind what some rows come to."""
    over, cells, said = _OVER.search(share.lead), board.rows.get(board.whole), said_of(scene, share)
    if over is None or not rows or cells is None or board.whole in rows:
        return None
    words = f"{over['whole']}，{board.without_names(last_clause(share.lead.partition('占')[0]))}"
    current = [slot for slot in cells.values() if adds(scene, slot) and not slot.moved and timely(scene, said, slot)]
    told = called(current, words)
    column = told[0].column[1] if len(told) == 1 else last
    whole = next((slot for slot in current if slot.column[1] == column), None)
    parts = [slot.cell for row in rows if (slot := board.rows[row].get(column)) is not None]
    if whole is None or len(parts) < len(rows) or beyond(scene, words, whole.title, board.caption, whole.label):
        return None
    if ruled_out(share, parts, whole.cell):
        return None
    return _Reading(share_of(scene, share, tuple(parts), whole.cell, ("share", share.index), _SURE), board.number)
