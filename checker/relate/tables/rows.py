"""The rows of all tables by what they are called, for prose that speaks of them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from checker.claim import Claim
from checker.passage import BLANKS
from checker.relate.scene import Scene
from checker.relate.tables.grid import Grid, grids

_BRACKETED = re.compile(r"\([^()]{0,16}\)|\[[^\[\]]{0,4}\]")
_BY_INDICATOR = "@"
_NUMBERING = re.compile(r"(?:\(?[一二三四五六七八九十0-9]{1,3}\)?[、.]|\([一二三四五六七八九十0-9]{1,3}\)|其中:|#){0,2}")
_LEAST, _MOST = 2, 20
# what rows of rates of change end in
MOVED = re.compile("(?:增速|增长率?|增幅|降幅|降低率?|下降率?)$")
MOST_CELLS = 24
_DENIED = frozenset("非未无不")
# rows by the first two characters of a label, or by the indicator that it names
Rows = Mapping[str, list[tuple[str, list[Claim]]]]


def rows_of(scene: Scene) -> Rows:
    """The rows of all tables with their figures, under each text on the left of the figures that is no unit; of rows that are called
    alike no more than are looked at."""
    index: dict[str, list[tuple[str, list[Claim]]]] = defaultdict(list)
    alike: Counter[str] = Counter()
    for _, grid in grids(scene):
        for label, cells in _labelled(scene, grid):
            alike[label] += len(cells)
            if alike[label] - len(cells) >= MOST_CELLS:
                continue
            index[label[:2]].append((label, cells))
            stem = MOVED.sub("", label)
            if stem != label and len(stem) >= _LEAST and all(cell.measure == "rate" for cell in cells):
                index[stem[:2]].append((stem, cells))  # 固定资产投资增长4.3% is the row 固定资产投资增速
            if identity := scene.rules.indicator_names.get(label, ""):
                index[_BY_INDICATOR + identity].append((label, cells))
    return index


def _labelled(scene: Scene, grid: Grid) -> Iterator[tuple[str, list[Claim]]]:
    table = scene.document.blocks[next(iter(grid.values())).block].table
    assert table is not None
    for row in table.rows[table.header_rows :]:
        found: dict[str, list[Claim]] = {}
        for cell in row:
            claim = grid.get((cell.row, cell.column))
            label = label_of(cell.text)
            if claim is not None:
                for cells in found.values():
                    cells.append(claim)
            elif _LEAST <= len(label) <= _MOST and scene.rules.unit(label) is None:
                found.setdefault(label, [])
        yield from ((label, cells[:MOST_CELLS]) for label, cells in found.items() if cells)


def label_of(text: str) -> str:
    """The words of a row's label without its numbering, its unit and its blanks."""
    bare = _BRACKETED.sub("", "".join(character for character in text if character not in BLANKS))
    return bare[_NUMBERING.match(bare).end() :] if bare else ""  # type: ignore[union-attr]


def named_in(name: str, indicator: str, rows: Rows) -> tuple[str, list[Claim]]:
    """The longest label of a row that a name holds and the figures of the rows so called, or those of the rows of its indicator."""
    longest, cells = "", list[Claim]()
    for at in range(len(name) - 1):
        for label, row in rows.get(name[at : at + 2], ()):
            if len(label) >= len(longest) and names_row(name, label, at):
                cells = [*cells, *row] if label == longest else list(row)
                longest = label
    if not longest and indicator:
        for label, row in rows.get(_BY_INDICATOR + indicator, ()):
            longest, cells = label, [*cells, *row]
    return longest, cells


def names_row(words: str, label: str, at: int) -> bool:
    """Whether words name a row from one place on: 非车险 is no 车险."""
    return words.startswith(label, at) and words[at - 1 : at] not in _DENIED


def own_words(scene: Scene, rest: str) -> bool:
    """Whether words beside a row's name only say that the document's own place or body has reached it: 全省, 公司实现."""
    for word in (*scene.rules.wording["own_body"], *sorted(scene.rules.wording["achieve"], key=len, reverse=True)):
        rest = rest.removeprefix(word)
    return not rest


def of_one_amount(scene: Scene, now: Claim, before: Iterable[Claim]) -> bool:
    """Whether a row is of one amount, by its name or because what the prose told before is read from it; a row may be of a thing (a place,
    a product) of which the prose says something else than its table."""
    label = label_of(now.lead)
    named = label.endswith(scene.rules.wording["amount_nouns"]) or scene.rules.indicator_in(label) or MOVED.search(label)
    return bool(named) or any(now.signed.meets(claim.signed) for claim in before)
