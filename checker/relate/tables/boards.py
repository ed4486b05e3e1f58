"""A table as the prose around it speaks of it: which rows a clause names, in full or in short, and which row is the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from checker.interval import Interval
from checker.relate.scene import Scene
from checker.relate.tables.grid import digits, grids, table_of
from checker.relate.tables.headings import columns_of, pairs_of, stated
from checker.relate.tables.rows import label_of
from checker.relate.tables.slots import BRACKETS, Slot, rows_of_table

_MOST_ROWS, _MOST_TABLES = 60, 30
_LEAST, _FEWEST = 2, 3
# columns that come out as sums, or digits of one, from which a row that no word calls a total is one
_COLUMNS, _DIGITS = 2, 4
# 东城区 is 东城 beside 西湖区, 正常类 is 正常
_KIND = re.compile("(?:自治[州县旗]|街道|类|[省市区县州旗镇乡村]|行业|产业|类别|科室|支行|公司)$")
_ENUMERATED = re.compile("[、和与及]|以及")
# 中小学 is not 小学, 11月 not 1月
_INSIDE = re.compile("(?:(?<!其)中(?=小学)|[非不未](?=..$)|[0-9—~-](?=[0-9].$))")
_BARE_TOTAL = re.compile("(?:合[ 　]{0,4}计|总计|共计|总数|全[市省县区州国行院校镇乡部])$")
_BEFORE, _BEHIND = 6, 4
_Found = tuple[int, int, int]


@dataclass
class Board:
    """A table: `labels` are the names of its rows, the short ones too where one row has them; `rows` their cells by column; `whole` the row
    of the total, −1 without one that is sure; `moves` the column of levels whose change a column of changes or of growth tells; `told` the
    words over it and in its headings, `titles` those of them that may name a column; `plans` what was
    reached and what was planned."""

    number: int
    block: int
    caption: str
    labels: Mapping[str, int]
    rows: Mapping[int, Mapping[int, Slot]]
    whole: int = -1
    moves: Mapping[int, int] = field(default_factory=dict)
    told: str = ""
    titles: frozenset[str] = frozenset()
    plans: tuple[tuple[int, int], ...] = ()
    begun: dict[str, list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name in sorted(self.labels, key=len, reverse=True):
            self.begun.setdefault(name[:_LEAST], []).append(name)

    def named(self, words: str) -> list[int] | None:
        """The rows that words name: one, or several joined to a list; [] if none, None where it is not sure which they are."""
        found = list(self._found(words))
        rows = [row for _, _, row in found]
        if len(set(rows)) != len(rows):
            return None
        for (_, end, _), (begin, _, _) in pairwise(found):
            if not _ENUMERATED.fullmatch(words[end:begin].strip(" ")):
                return None
        return None if len(rows) > 1 and words[found[-1][1] :].startswith("等") else rows

    @property
    def members(self) -> list[int]:
        """All rows but that of the total."""
        return [row for row in self.rows if row != self.whole]

    def counted(self, words: str, count: int) -> list[int]:
        """The rows that a number of them means: 后三类 the last, 四类 all where there are four and no total; [] where it is not sure."""
        rows = self.members
        if words.endswith(("前", "后")):
            return rows[:count] if words.endswith("前") else rows[-count:]
        return rows if self.whole < 0 and len(rows) == count else []

    def without_names(self, words: str) -> str:
        """What words say beside the names of rows."""
        rest, last = "", 0
        for begin, end, _ in self._found(words):
            rest += words[last:begin]
            last = end
        return rest + words[last:]

    def _found(self, words: str) -> Iterator[_Found]:
        """(begin, end, row) of each name of a row in words, the longest at each place."""
        at = 0
        while at < len(words) - 1:
            name = next((name for name in self.begun.get(words[at : at + _LEAST], ()) if words.startswith(name, at)), "")
            if name and not _INSIDE.search(words[max(0, at - 2) : at] + name[:_LEAST]):
                yield at, at + len(name), self.labels[name]
            at += len(name) or 1


def boards(scene: Scene) -> list[Board]:
    """The tables of a document that are not too long, in order."""
    answer: list[Board] = []
    for number, grid in grids(scene):
        if len(answer) >= _MOST_TABLES:
            break
        rows: dict[int, dict[int, Slot]] = {}
        labels: dict[int, str] = {}
        for row in rows_of_table(scene, number, grid):
            at = row.slots[0].row[1]
            labels[at] = row.label
            rows.setdefault(at, {}).update((slot.column[1], slot) for slot in row.slots)
        if not _LEAST <= len(rows) <= _MOST_ROWS:
            continue
        wholes = [at for at, cells in rows.items() if next(iter(cells.values())).total]
        bare = [at for at in wholes if _BARE_TOTAL.search(labels[at]) or not labels[at]]
        whole = wholes[0] if len(wholes) == 1 else bare[0] if len(bare) == 1 else -1 if wholes else _adding_up(rows)
        table = table_of(scene, grid)
        # 案件类型 over the names of the rows says what they are
        caption = next(iter(next(iter(rows.values())).values())).caption + label_of("".join(table.column_names(0)))
        moves = {
            f.result: f.inputs[0] for f in stated(grid, scene.rules) if f.rule in ("table-difference", "table-growth") and f.years == 1
        }
        told = caption + labels.get(whole, "") + "".join({slot.title for cells in rows.values() for slot in cells.values()})
        bare_titles = {BRACKETS.sub("", slot.title) for cells in rows.values() for slot in cells.values()}
        pairs = pairs_of(columns_of(grid, scene.rules), "plan")
        plans = tuple((now.index, plan.index) for now, plan in pairs if now.kind not in ("fraction", "point"))
        titles = frozenset(title for title in bare_titles if len(title) > _LEAST)
        block = next(iter(grid.values())).block
        answer.append(Board(number, block, caption, _names(labels, {*wholes, whole}), rows, whole, moves, told, titles, plans))
    return answer


def _adding_up(rows: Mapping[int, Mapping[int, Slot]]) -> int:
    """The first or last row where it is the sum of all others, in several columns or in one of many digits; else −1."""
    order = sorted(rows)
    for at in (order[-1], order[0]) if len(order) > _FEWEST else ():
        held = [column for column in rows[at] if _sum_of_others(rows, at, column)]
        if len(held) >= _COLUMNS or any(digits(rows[at][column].cell) >= _DIGITS for column in held):
            return at
    return -1


def _sum_of_others(rows: Mapping[int, Mapping[int, Slot]], at: int, column: int) -> bool:
    whole = rows[at][column].cell
    parts = [cells[column].cell for row, cells in rows.items() if row != at and column in cells]
    kinds = {part.quantity.dimension for part in parts}
    if len(parts) < _FEWEST - 1 or kinds != {whole.quantity.dimension} or kinds & {"fraction", "point"}:
        return False
    total = Interval.exactly(0)
    for part in parts:
        total = total + part.signed
    return total.meets(whole.signed)


def _names(labels: Mapping[int, str], wholes: set[int]) -> dict[str, int]:
    """Row by name; a name that several rows bear is nobody's."""
    names: dict[str, list[int]] = {}
    for at, label in labels.items():
        if at in wholes or len(label) < _LEAST:
            continue
        short = _KIND.sub("", label)
        for name in {label, short if len(short) >= _LEAST else label}:
            names.setdefault(name, []).append(at)
    return {name: rows[0] for name, rows in names.items() if len(rows) == 1}


def near(tables: list[Board], block: int) -> list[Board]:
    """The tables a few paragraphs before or behind one."""
    return [board for board in tables if -_BEFORE <= board.block - block <= _BEHIND]
