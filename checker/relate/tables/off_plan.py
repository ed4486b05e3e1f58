"""Prose that says how far a row of a table is off its plan, or how much of it is done: 超计划4800人, 比预算短收1626万元, 为年初预算的97.4%.

The row is the one that the figure's own clause names, else the one that the figure told before it names; the two columns are those whose
headings are what is reached and what was planned for the same time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from checker.claim import POINT, Claim
from checker.interval import Interval
from checker.relate.clause import JOINTS
from checker.relate.scene import Scene
from checker.relate.tables.grid import Grid, cell_term, grids
from checker.relate.tables.headings import Column, columns_of, pairs_of
from checker.relate.tables.rows import Rows, named_in, of_one_amount, own_words, rows_of
from checker.relate.topic import last_clause
from checker.relation import Relation, Term

_MORE = re.compile("超|高于|高出|多|增|提高|上升")
_LESS = re.compile("低于|不足|短|少|减|降|低")
# 计划新增6000人 is what was planned, 比计划多6000人 how far it was missed
_BESIDE = re.compile("[超高低多少比较]")
_REACHED = re.compile("(?:完成|为|占|达到?|相当于)(?:全年|年度|当年|本年)?")
_MOST_BACK, _MOST_RUN = 3, 4
_LEAST = 3
_SURE, _CATEGORY = 0.94, 0.6

Row = tuple[str, list[Claim]]


def relations(scene: Scene) -> Iterator[Relation]:
    """Every distance from a plan and every part of one done whose row has both figures that it follows from."""
    tables = {number: (grid, columns_of(grid, scene.rules)) for number, grid in grids(scene)}
    if not any(column.part == "plan" for _, columns in tables.values() for column in columns):
        return
    rows = rows_of(scene)
    for sentence in scene.sentences:
        for position, claim in enumerate(sentence):
            done = _done(scene, claim)
            if not (done or _off(scene, claim)):
                continue
            row = _row(scene, sentence, position, rows)
            sides = _sides(scene, claim, row, tables) if row else None
            if row and sides:
                before = sentence[max(0, position - _MOST_BACK) : position]
                yield from _related(scene, claim, *sides, done, _SURE if of_one_amount(scene, sides[0], before) else _CATEGORY)


def _off(scene: Scene, claim: Claim) -> bool:
    """Whether a figure is how far something is above or below what was planned."""
    clause = last_clause(claim.lead)
    planned = min((at for word in scene.rules.wording["column_plan"] if (at := clause.find(word)) >= 0), default=-1)
    sort = claim.measure in ("change", "points", "level", "mean") and not claim.quantity.hedge
    return planned > 0 and sort and bool(_BESIDE.search(clause[:planned])) and bool(_MORE.search(clause) or _LESS.search(clause))


def _done(scene: Scene, claim: Claim) -> bool:
    """Whether a figure is which part of what was planned was done: 完成计划的, 为年初预算的."""
    clause = last_clause(claim.lead)
    opening = _REACHED.match(clause)
    if opening is None or claim.quantity.dimension != "fraction" or claim.quantity.hedge:
        return False
    return clause[opening.end() :].removesuffix("的") in scene.rules.wording["target"]


def _row(scene: Scene, sentence: Sequence[Claim], position: int, rows: Rows) -> Row | None:
    """The row that a figure speaks of, by name; of several figures in a row each has the one of as many told before them."""
    claim = sentence[position]
    own = _named(scene, claim, rows)
    first = position
    while first and sentence[first].lead.strip() in JOINTS and position - first < _MOST_RUN:
        first -= 1
    last = position
    while last + 1 < len(sentence) and sentence[last + 1].lead.strip() in JOINTS and last - first < _MOST_RUN:
        last += 1
    width = last - first + 1
    if width > 1:
        return _named(scene, sentence[position - width], rows) if first >= width else None
    if own is not None or not _bare(claim):
        return own
    for before in reversed(sentence[max(0, position - _MOST_BACK) : position]):
        found = _named(scene, before, rows)
        if found is not None or before.measure == "level" or not (_bare(before) or before.measure == "rate"):
            return found
    return None


def _bare(claim: Claim) -> bool:
    """Whether a figure's clause begins with how far something is off and so speaks of what was told before."""
    clause = last_clause(claim.lead)
    return clause[:1] in ("比", "较") or any(opening.match(clause) for opening in (_MORE, _LESS, _REACHED))


def _named(scene: Scene, claim: Claim, rows: Rows) -> Row | None:
    """The row whose name is all that a figure's name says, words apart that only lead to it."""
    name = claim.name
    label, cells = named_in(name, claim.indicator, rows)
    if len(label) < _LEAST:
        return None
    if label not in name:
        return (label, cells) if name and name in label else None
    words = scene.rules.wording
    before, after = name[: name.index(label)], name[name.index(label) + len(label) :].removesuffix("仅")
    for word in sorted((*words["achieve"], *words["degree"]), key=len, reverse=True):
        after = after.removeprefix(word)
    led = own_words(scene, before) or before.endswith(words["before_row_name"])
    return (label, cells) if led and not after and claim.subject in ("", *words["own_body"], before, label, name) else None


def _sides(scene: Scene, claim: Claim, row: Row, tables: Mapping[int, tuple[Grid, list[Column]]]) -> tuple[Claim, Claim] | None:
    """What the row says is reached and was planned, if one table alone has the row and its headings leave no choice."""
    cells = row[1]
    places = {cell.cell[:2] for cell in cells if cell.cell is not None}
    if len(places) != 1 or scene.scope(claim) != scene.scope(cells[0]):
        return None
    number, line = next(iter(places))
    grid, columns = tables[number]
    words = scene.rules.wording
    others = (*words["column_change"], *words["structure_header"], *words["rank_header"], *words["column_completion"])
    own = [column for column in columns if (line, column.index) in grid and not any(word in column.title for word in others)]
    pairs = [pair for pair in pairs_of(own, "plan") if _of_one_time(pair, claim)]
    latest = max((now.time for now, _ in pairs), default=0)
    pairs = [pair for pair in pairs if pair[0].time == latest]
    if len(pairs) != 1:
        return None
    now, plan = (grid[line, column.index] for column in pairs[0])
    exact = not now.quantity.hedge and not plan.quantity.hedge
    return (now, plan) if exact and now.quantity.dimension == plan.quantity.dimension else None


def _of_one_time(pair: tuple[Column, Column], claim: Claim) -> bool:
    """Whether what is reached and what was planned are of one time, and that the figure's, as far as the headings say."""
    now, plan = pair
    timely = not now.time or claim.period is None or claim.period.last.year == now.time
    return timely and (not (now.time and plan.time) or now.time == plan.time)


def _related(scene: Scene, claim: Claim, now: Claim, plan: Claim, done: bool, trust: float) -> Iterator[Relation]:
    kind, dimension = now.quantity.dimension, claim.quantity.dimension
    if done:
        if kind != "fraction":
            terms = [cell_term("share", claim), cell_term("numerator", now), cell_term("denominator", plan)]
            yield scene.relation("share-of-whole", terms, ("share", claim.index), trust)
        return
    terms = [Term("result", _told(claim), claim), cell_term("now", now), cell_term("base", plan)]
    if dimension == "point" and kind == "fraction":
        yield scene.relation("points-of-rates", terms, ("points", claim.index), trust)
    elif dimension == kind != "fraction":
        yield scene.relation("change-of-levels", terms, ("told", claim.index), trust)


def _told(claim: Claim) -> Interval:
    """How much more (or less, below nothing) a figure says."""
    interval, clause = claim.quantity.interval, last_clause(claim.lead)
    if claim.quantity.dimension == "point":
        interval = interval.scaled(POINT)
    more, less = (max((m.start() for m in pattern.finditer(clause)), default=-1) for pattern in (_MORE, _LESS))
    return -interval if less > more else interval
