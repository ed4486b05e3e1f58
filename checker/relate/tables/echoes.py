"""Which cells of tables a figure of the prose may tell again, found by words: the rows and columns that are named around it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from checker.claim import Claim
from checker.relate.scene import Scene
from checker.relate.sorts import counted
from checker.relate.tables.rows import names_row
from checker.relate.tables.slots import LEAST, Row, Shelves, Slot, moved, telling

_MOST_READINGS = 24
_SENTENCE, _OPENING_LENGTH = 80, 60
# of a label that is only like the words so many pairs of characters come back in them
_ALIKE = 0.6
_HOLDING = 3
_OPENING = re.compile("[^，。:;]{2,40}")
_TIMES = ("time", "year", "month", "rank", "point", "ratio")


@dataclass(frozen=True, slots=True)
class Said:
    """A figure of the prose with the words that may name a row or a column: its name with what is counted, its clause, its sentence up to
    it, what its paragraph opens with, and the telling characters of the name."""

    claim: Claim
    name: str
    clause: str
    sentence: str
    opening: str
    letters: frozenset[str]


@dataclass(slots=True)
class Echo:
    """One reading: a figure and the cell that it may tell again. `where` is where the row is named. The others are what the readings beside
    it say (see `company`): `column_fit` and `row_fit` compare it with those of the same row and column, `rivals` counts those named as
    well, `along` says what the other figures of the sentence are read from, `heard` and `row_told` what of its cell and row is told
    elsewhere, `contended` counts the other figures that are named like its cell, `reliable` how many so named are read from its table."""

    scene: Scene
    said: Said
    slot: Slot
    where: str
    column_fit: str = ""
    row_fit: str = ""
    rivals: int = 1
    along: str = ""
    recited: bool = False
    heard: str = ""
    row_told: bool = False
    contended: int = 0
    reliable: str = ""

    @property
    def agrees(self) -> bool:
        """Whether the figure and the cell say the same, a fall with its sign or without."""
        claim, cell = self.said.claim, self.slot.cell.quantity.interval
        own = claim.quantity.interval
        fallen = claim.direction < 0 or self.slot.cell.signed.low < 0
        return own.meets(cell) or fallen and (claim.signed.meets(self.slot.cell.signed) or (-own).meets(cell))


def stated(claim: Claim) -> bool:
    """Whether a figure states what a cell may hold."""
    sort = claim.measure in ("level", "rate", "share", "change", "mean") and claim.quantity.dimension not in _TIMES
    return sort and claim.quantity.ratio is None and bool(claim.quantity.value)


def said_of(scene: Scene, claim: Claim) -> Said:
    """The words around a figure of the prose."""
    start = claim.quantity.start
    sentence = re.split("[。\n]", scene.document.words[max(0, start - _SENTENCE) : start])[-1]
    noun = counted(claim)
    passages = scene.document.blocks[claim.block].passages
    found = _OPENING.match(passages[0].text[:_OPENING_LENGTH].lstrip("#* 　")) if passages else None
    clause = re.split("[，,；;：:]", sentence)[-1]
    name = claim.name + noun
    return Said(claim, name, clause + noun, sentence, found.group() if found else "", telling(name))


def readings(shelves: Shelves, said: Said) -> Iterator[Echo]:
    """The cells that the words around a figure may mean, each once, with the nearest place in which its row is named."""
    seen: set[int] = set()
    for where, slots in _places(shelves, said):
        for slot in slots:
            if slot.cell.index not in seen and one_sort(shelves.scene, said, slot):
                seen.add(slot.cell.index)
                yield Echo(shelves.scene, said, slot, where)
        if len(seen) >= _MOST_READINGS:
            return
    for row in shelves.wholes:
        if len(seen) >= _MOST_READINGS:
            return
        for slot in row.slots:
            if said.letters & slot.letters and slot.cell.index not in seen and one_sort(shelves.scene, said, slot):
                seen.add(slot.cell.index)
                yield Echo(shelves.scene, said, slot, "total")


def _places(shelves: Shelves, said: Said) -> Iterator[tuple[str, Iterable[Slot]]]:
    yield "name", _named_in(said.name, shelves)
    yield "clause", _named_in(said.clause, shelves)
    if said.claim.indicator:
        yield "indicator", shelves.indicators.get(said.claim.indicator, ())
    yield "label", _holding(said.claim.name, shelves)
    yield "like name", _like(said.name, shelves)
    yield "like clause", _like(said.clause, shelves)
    yield "sentence", _named_in(said.sentence, shelves)
    yield "opening", _named_in(said.opening, shelves)


def _named_in(words: str, shelves: Shelves) -> list[Slot]:
    """The slots of the rows whose label the words hold, of the longest such label."""
    found: list[Row] = []
    for at in range(len(words) - 1):
        begun = shelves.begun.get(words[at : at + 2], ())
        found += [row for row in begun if len(row.thing) >= LEAST and words.startswith(row.thing, at)]
    # 车险32.46亿元；非车险20.53亿元，增长8.3%: what is named last is no row
    found = [row for row in found if names_row(words, row.thing, words.rfind(row.thing))]
    longest = max((len(row.thing) for row in found), default=0)
    return [slot for row in found if len(row.thing) == longest for slot in row.slots]


def _holding(name: str, shelves: Shelves) -> list[Slot]:
    """The slots of the rows whose label holds the name."""
    if len(name) < _HOLDING:
        return []
    return [slot for row in shelves.pairs.get(name[:2], ()) if name in row.label for slot in row.slots]


def _like(words: str, shelves: Shelves) -> list[Slot]:
    """The slots of the rows of whose label the words hold most pairs of characters."""
    shared: Counter[int] = Counter()
    rows: dict[int, Row] = {}
    for pair in sorted({words[at : at + 2] for at in range(len(words) - 1)}):
        for row in shelves.pairs.get(pair, ()):
            if (at := words.find(row.label)) >= 0 and not names_row(words, row.label, at):
                continue
            rows[id(row)] = row
            shared[id(row)] += 1
    alike = {key: count / (len(rows[key].label) - 1) for key, count in shared.items()}
    best = max(alike.values(), default=0.0)
    return [slot for key, share in alike.items() if share == best >= _ALIKE for slot in rows[key].slots]


def one_sort(scene: Scene, said: Said, slot: Slot) -> bool:
    """Whether a figure and a cell measure things of one sort, both levels or both changes."""
    claim, cell = said.claim, slot.cell
    one, other = claim.quantity, cell.quantity
    if moved(scene, claim, "") != slot.moved:
        return False
    if other.dimension == "number" and (one.dimension == "person" or one.dimension.startswith("count:")):
        return other.step == 1 and (one.unit in slot.title + slot.label or slot.title.endswith("数"))
    return one.dimension == other.dimension or one.dimension != "fraction" and scene.same_things(claim, cell)
