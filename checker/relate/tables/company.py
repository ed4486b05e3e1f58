"""What the readings of a document say of one another: which fits best, what is read beside it, which tables the prose recites."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence, Set

from checker.relate.tables.echoes import Echo
from checker.relate.tables.grid import TELLING, digits
from checker.relate.tables.heading_times import time_of

_MANY = 3
_PLACES = {"name": 8, "clause": 7, "indicator": 6, "label": 5, "like name": 4, "like clause": 3, "sentence": 2, "opening": 1, "total": 0}
_ALONG = {(True, True): "row and column", (True, False): "column", (False, True): "row"}
_Readings = Sequence[list[Echo]]
_Place = tuple[object, ...]
_Told = defaultdict[_Place, set[int]]


def keep_company(found: _Readings) -> None:
    """Fill in what each reading owes to the others, none of it by the value of its own figure."""
    for each in found:
        _fit(each)
    _read_beside(found)
    _rely(found)


def _fit(each: list[Echo]) -> None:
    """Which readings of a figure fit best by their column within the row, and by their row within the table."""
    columns, rows = [_column_fit(e) for e in each], [_row_fit(e) for e in each]
    alike = Counter((e.where, own, len(e.slot.label)) for e, own in zip(each, columns, strict=True))
    in_row: defaultdict[tuple[int, int], list[tuple[int, int, int]]] = defaultdict(list)
    in_table: defaultdict[int, dict[tuple[int, int], set[tuple[int, int]]]] = defaultdict(dict)
    for e, column, row in zip(each, columns, rows, strict=True):
        in_row[e.slot.row].append(column)
        in_table[e.slot.place[0]].setdefault(e.slot.row, set()).add(row)
    for e, column, row in zip(each, columns, rows, strict=True):
        e.rivals = alike[e.where, column, len(e.slot.label)]
        same = in_row[e.slot.row]
        e.column_fit = "alone" if len(same) == 1 else "worse" if column < max(same) else "best" if same.count(column) == 1 else "tied"
        others = {fit for other, fits in in_table[e.slot.place[0]].items() if other != e.slot.row for fit in fits}
        e.row_fit = "alone" if not others else "worse" if row < max(others) else "tied" if row in others else "best"


def _row_fit(e: Echo) -> tuple[int, int]:
    return _PLACES[e.where], -len(e.slot.label) if e.where == "label" else len(e.slot.label)


def _column_fit(e: Echo) -> tuple[int, int, int]:
    """Whether the time of a column is right, how much of its heading comes back in one piece, and how much does not."""
    time, stem, words = time_of(e), e.slot.stem, e.said.name + e.said.clause
    right = 1 if time in ("its year", "its months", "its month") else -1 if time in ("base", "plan", "other year", "other months") else 0
    shared = next((n for n in range(len(stem), 0, -1) if any(stem[a : a + n] in words for a in range(len(stem) - n + 1))), 0)
    return right, shared, shared - len(stem)


def _read_beside(found: _Readings) -> None:
    """What else of the row and column of a reading is told, in its sentence and elsewhere."""
    told: _Told = defaultdict(set)
    for e in (e for each in found for e in each):
        if e.agrees and digits(e.said.claim) >= TELLING:
            for place in _places(e).values():
                told[place].add(e.said.claim.index)
    for e in (e for each in found for e in each):
        beside = {what: _besides(told, place, e) > 0 for what, place in _places(e).items()}
        table = "table" if beside["table here"] else "other table" if beside["here"] else "nothing"
        e.along = _ALONG.get((beside["column here"], beside["row here"]), table)
        e.recited, e.row_told = beside["column"], beside["row"]
        e.heard = "told alike" if beside["alike"] else "told elsewhere" if beside["cell"] else ""


def _places(e: Echo) -> dict[str, _Place]:
    """What a reading is of, each under a name of its own; `here` in its sentence."""
    slot, claim = e.slot, e.said.claim
    return {
        "cell": ("cell", slot.cell.index),
        "alike": ("alike", slot.cell.index, claim.name),
        "row": ("row", slot.row),
        "column": ("column", slot.column),
        "here": ("here", claim.sentence),
        "row here": ("row here", claim.sentence, slot.row),
        "column here": ("column here", claim.sentence, slot.column),
        "table here": ("table here", claim.sentence, slot.place[0]),
    }


def _besides(told: _Told, place: _Place, e: Echo) -> int:
    """How many figures other than that of a reading are told of a place."""
    found: Set[int] = told.get(place, frozenset())
    return len(found) - (e.said.claim.index in found)


def _rely(found: _Readings) -> None:
    """How many figures are named like a cell, and how many so named of each table agree with it."""
    told: _Told = defaultdict(set)
    for e in (e for each in found for e in each):
        if e.where in ("name", "clause", "indicator") and e.column_fit in ("alone", "best") and e.row_fit in ("alone", "best"):
            for place in (("named", e.slot.cell.index), ("held" if e.agrees else "broken", e.slot.place[0])):
                told[place].add(e.said.claim.index)
    for e in (e for each in found for e in each):
        e.contended = _besides(told, ("named", e.slot.cell.index), e)
        good, bad = (_besides(told, (what, e.slot.place[0]), e) for what in ("held", "broken"))
        share = "unknown" if not good + bad else "all" if not bad else "none" if not good else "most" if good > bad else "few"
        e.reliable = share + (" of many" if good + bad > _MANY else "")
