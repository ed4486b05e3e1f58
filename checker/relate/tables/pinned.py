"""Figures of the prose whose words name the row (or rows) and the column of a table beside it, and nothing else: the cell told again, the
sum over several rows, the share of a row in the total.

What a clause leaves unsaid goes on from the clause before it in its sentence: 清溪、龙潭两镇受灾14957人，直接经济损失4819.7万元，
占全县的71.7%.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from checker.claim import Claim
from checker.relate.scene import Scene
from checker.relate.shares.sanity import ruled_out
from checker.relate.shares.together import share_of
from checker.relate.sorts import amount, proportion
from checker.relate.tables.boards import Board, boards, near
from checker.relate.tables.echoes import Echo, Said, one_sort, said_of, stated
from checker.relate.tables.grid import cell_term
from checker.relate.tables.heading_times import compared, stage, time_of
from checker.relate.tables.pin_words import bare, beyond, counts_rows, narrowed, of_another_time
from checker.relate.tables.slots import Slot, telling
from checker.relate.topic import last_clause
from checker.relation import Relation, Term

_SURE = 0.95
_FEW, _MANY, _YEAR = 2, 10, 12
_TITLE_BLOCKS = 3
_OTHER_TIME = frozenset({"base", "plan", "other months", "other year", "part of its year", "running"})
_OVER = re.compile("占(?P<whole>[^占，]{0,16}?)的?(?:比重|比例)?(?:为|达|达到|约|近|超|高达|仅)?$")
_RESET = re.compile("[;；]")
_ALTOGETHER = re.compile("累计|合计|总计|小计")
_SAID = re.compile("[一-鿿]{2,6}")


@dataclass(slots=True)
class _State:
    """What the sentence so far speaks of: the rows by table, [] for the whole, and the column that its paragraph told last; the tables that
    the paragraph tells another time of; the sentence in which an amount was told last."""

    sentence: int = -1
    rows: dict[int, list[int]] = field(default_factory=dict)
    block: int = -1
    column: dict[int, int] = field(default_factory=dict)
    untimely: set[int] = field(default_factory=set)
    told: int = -1


@dataclass(frozen=True, slots=True)
class _Reading:
    """A figure read from a table: `told` where it tells one cell again, `whole` where that is of the total row that the words do not
    name."""

    relation: Relation
    board: int
    told: Slot | None = None
    whole: bool = False

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
            state.block, state.column, state.untimely = claim.block, {}, set()
        if claim.sentence != state.sentence:
            state.sentence, state.rows = claim.sentence, {board.number: [] for board in tables}
        found = []
        for board in near(tables, claim.block):
            rows = _rows(scene, claim, board, state)
            if of_another_time(claim.lead, board.told + title):
                state.untimely.add(board.number)
            if rows is None or board.number in state.untimely:
                continue
            reading = (
                None if narrowed(claim) or claim.modality != "result" or scene.foretold(claim) else _read(scene, claim, board, rows, state)
            )
            if reading is not None:
                found.append(reading)
                state.told = claim.sentence if claim.measure == "level" else state.told
            elif claim.measure in ("level", "mean") and not counts_rows(claim):
                state.rows.pop(board.number, None)  # 其中较大事故2起，死亡7人: what the table does not tell may go on
        if len(found) == 1:
            yield found[0]


def _read(scene: Scene, claim: Claim, board: Board, rows: Sequence[int], state: _State) -> _Reading | None:
    """The relation of a figure to one table, None where its words do not lead into it."""
    if claim.quantity.numeral is None or not any(c.isdigit() for c in claim.quantity.text):
        return None
    if proportion(claim) and "占" in claim.lead:
        return _share(scene, claim, board, rows, state)
    if not stated(claim) or "per" in claim.cues or claim.average:
        return None
    moved = claim.measure in ("rate", "change")
    slots = [(_change if moved else _column)(scene, claim, board, row, state) for row in rows or [board.whole]]
    told = [slot for slot in slots if slot is not None]
    if len(told) < len(slots) or len({slot.column for slot in told}) != 1:
        return None
    if not moved:
        state.column[board.number] = told[0].column[1]
    value = claim.signed if moved or told[0].cell.signed.low < 0 else claim.quantity.interval
    if len(told) == 1:
        terms = [Term("said", value, claim), cell_term("cell", told[0].cell)]
        relation = scene.relation("prose-against-table", terms, ("recital", claim.index), _SURE)
        return _Reading(relation, board.number, told[0], not rows and told[0].label not in claim.lead)
    if not (amount(claim) or claim.measure == "change") or not all(_adds(scene, slot) for slot in told):
        return None
    terms = [Term("whole", value, claim), *(cell_term("part", slot.cell) for slot in told)]
    return _Reading(scene.relation("parts-of-whole", terms, ("rows", claim.index), _SURE), board.number)


def _adds(scene: Scene, slot: Slot) -> bool:
    """Whether the figures of a column may be added up: no rates, prices and means, nor counts of what stands in several rows."""
    cell, words = slot.cell, scene.rules.wording
    plain = amount(cell) or cell.quantity.dimension == "number" or slot.moved and cell.quantity.dimension not in ("fraction", "point")
    return plain and not any(word in slot.title for word in (*words["not_added"], *words["counted_twice"]))


def _rows(scene: Scene, claim: Claim, board: Board, state: _State) -> list[int] | None:
    """The rows that a figure is of, [] for the whole; None where it is not sure. Counts of them (两镇) only say how many there are."""
    lead = claim.lead.partition("占")[0] if claim.measure == "share" else claim.lead
    named = board.named(lead)
    if named:
        state.rows[board.number] = named
    elif named is None or _RESET.search(lead):
        state.rows.pop(board.number, None)
    elif any(word in lead for word in scene.rules.wording["own_body"]):
        state.rows[board.number] = []
    rows = state.rows.get(board.number)
    counting = claim.quantity.dimension.startswith("count:") and _FEW <= claim.quantity.value <= _MANY
    if rows and counting and not telling(board.without_names(last_clause(claim.lead))):
        if claim.quantity.value != len(rows):
            state.rows.pop(board.number, None)
        return None
    return rows


def _column(scene: Scene, claim: Claim, board: Board, row: int, state: _State) -> Slot | None:
    """The one cell of a row in the column that the words name; where they name none, the column told last, or the only one of its sort."""
    said = said_of(scene, claim)
    cells = [slot for slot in board.rows.get(row, {}).values() if _fits(scene, said, slot)]
    if not cells:
        return None
    words = _words(scene, claim, board, said)
    rest = beyond(scene, words)
    known = telling(board.caption) | telling(cells[0].label)
    chosen = _named(cells, words) or [slot for slot in cells if rest & telling(slot.stem) and rest <= telling(slot.title) | known]
    if not chosen and rest <= known and claim.quantity.dimension != "fraction":
        chosen = [slot for slot in cells if slot.column[1] == state.column.get(board.number)] or cells
    return chosen[0] if len(chosen) == 1 and rest <= telling(chosen[0].title) | known else None


def _named(cells: Sequence[Slot], words: str) -> list[Slot]:
    """The cells whose column words name, in as many characters as any."""
    letters = telling(words)
    own = [slot for slot in cells if telling(slot.stem) and telling(slot.stem) <= letters]
    most = max((len(telling(slot.stem)) for slot in own), default=0)
    return [slot for slot in own if len(telling(slot.stem)) == most]


def _change(scene: Scene, claim: Claim, board: Board, row: int, state: _State) -> Slot | None:
    """The cell that tells how much what was told last has changed, where the clause says nothing of its own."""
    said, column = said_of(scene, claim), state.column.get(board.number, -1)
    cells = [slot for slot in board.rows.get(row, {}).values() if _fits(scene, said, slot)]
    chosen = [slot for slot in cells if board.moves.get(slot.column[1], -2) == column]
    level = board.rows[row].get(column) if chosen else None
    if level is None or len(chosen) != 1:
        return None
    return None if beyond(scene, _words(scene, claim, board, said), level.title, board.caption, level.label) else chosen[0]


def _fits(scene: Scene, said: Said, slot: Slot) -> bool:
    return one_sort(scene, said, slot) and _timely(scene, said, slot)


def _timely(scene: Scene, said: Said, slot: Slot) -> bool:
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


def _share(scene: Scene, share: Claim, board: Board, rows: Sequence[int], state: _State) -> _Reading | None:
    """占全县的71.7% behind what some rows come to."""
    over, cells, said = _OVER.search(share.lead), board.rows.get(board.whole), said_of(scene, share)
    if over is None or not rows or cells is None or board.whole in rows:
        return None
    words = f"{over['whole']}，{board.without_names(last_clause(share.lead.partition('占')[0]))}"
    timely = [slot for slot in cells.values() if _adds(scene, slot) and not slot.moved and _timely(scene, said, slot)]
    named = _named(timely, words)
    column = named[0].column[1] if len(named) == 1 else state.column.get(board.number, -1)
    whole = next((slot for slot in timely if slot.column[1] == column), None)
    parts = [slot.cell for row in rows if (slot := board.rows[row].get(column)) is not None]
    if whole is None or len(parts) < len(rows) or beyond(scene, words, whole.title, board.caption, whole.label):
        return None
    if ruled_out(share, parts, whole.cell):
        return None
    # where the sentence tells the amount too, the share is of that as well as of the cells
    question = ("share of rows" if state.told == share.sentence else "share", share.index)
    return _Reading(share_of(scene, share, tuple(parts), whole.cell, question, _SURE), board.number)
