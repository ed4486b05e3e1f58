"""Prose that recites a table: a figure named like a row against the cell of that row.

A column is recited where several figures of the prose agree with its cells; then a figure that names a row, and says nothing beside its
name that those did not say, is read from that column too.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from checker.claim import Claim, Period
from checker.relate.scene import Scene
from checker.relate.tables.grid import TELLING, cell_term, digits
from checker.relate.tables.rows import MOST_CELLS, MOVED, Rows, label_of, named_in, of_one_amount, own_words, rows_of
from checker.relation import Relation, Term

_YEAR = re.compile("20[0-9]{2}|19[0-9]{2}")
# so many agreeing figures of so many digits show that a column is recited
_RECITED = 2
_WHOLE_NAME = 4
_DECEMBER = 12
_MONTHS = re.compile("[月季旬]|半年")
_FALLS = re.compile("(?:降幅|降低率?|下降率?)$")
# … and another figure of the sentence is read from the same column
_READ_ALOUD, _READ_ALONG = 0.93, 0.97
_ALIKE, _PERHAPS = 0.5, 0.1
_Column = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Match:
    """A figure of the prose, a cell of the row that it names, the letters that it says beside the row's name, and whether it says that
    name and nothing more."""

    term: Term
    cell: Claim
    beside: frozenset[str]
    whole: bool
    agrees: bool

    @property
    def column(self) -> _Column:
        assert self.cell.cell is not None
        return self.cell.cell[0], self.cell.cell[2]

    @property
    def claim(self) -> Claim:
        assert self.term.claim is not None
        return self.term.claim


def relations(scene: Scene) -> Iterator[Relation]:
    """Each figure of the prose that names a row of a table, against that row's cells of its sort; linear in the number of figures."""
    rows = rows_of(scene)
    if not rows:
        return
    named = [found for claim in scene.prose if _states(claim) and (found := _matches(scene, claim, rows))]
    spoken, time = _recited(named), time_told(scene)
    # a cell that is recited elsewhere has had its say: the figure at hand is of something narrower
    heard = {match.cell.cell for matches in named for match in matches if match.agrees}
    read_along = _read_along(named)
    for matches in named:
        dated = [match for match in matches if _of_one_year(match)] or matches
        single = dated[0] if len(dated) == 1 and _says_no_more(scene, dated[0], time) else None
        read = [m for m in matches if (m is single or _reads(scene, m, spoken)) and (m.agrees or m.cell.cell not in heard)]
        for match in matches:
            sure = len(read) == 1 and match is read[0]
            along = (match.claim.sentence, match.column) in read_along
            trust = (_READ_ALONG if along else _READ_ALOUD) if sure else _ALIKE if match.agrees else _PERHAPS
            terms = [match.term, cell_term("cell", match.cell)]
            yield scene.relation("prose-against-table", terms, ("recital", match.claim.index), trust)


def _states(claim: Claim) -> bool:
    counted = claim.measure in ("level", "rate", "share", "change", "mean", "points")
    return counted and claim.quantity.ratio is None and bool(claim.quantity.value)


def _matches(scene: Scene, claim: Claim, rows: Rows) -> list[_Match]:
    """The cells of the rows whose label the figure's name holds (the longest such label), of its sort and kind."""
    name = claim.subject + claim.name if claim.subject and claim.subject not in claim.name else claim.name
    name += "比" if name.endswith("占") else ""  # 普惠床位占58% is the row 普惠床位占比
    longest, cells = named_in(name, claim.indicator, rows)
    rest = name.replace(longest, "", 1)
    beside = _letters(rest) - _letters(longest)
    whole = bool(longest) and (not beside or own_words(scene, rest))
    return [_match(claim, cell, beside, whole) for cell in cells[:MOST_CELLS] if _one_sort(scene, claim, cell)]


def _one_sort(scene: Scene, claim: Claim, cell: Claim) -> bool:
    alike = scene.same_things(claim, cell) and claim.quantity.dimension != "fraction" or claim.quantity.dimension == cell.quantity.dimension
    grows = {"rate", "change"}
    return alike and (claim.measure in grows) == (cell.measure in grows) and _of_its_year(claim, cell) and _of_its_stage(scene, claim, cell)


def _of_its_stage(scene: Scene, claim: Claim, cell: Claim) -> bool:
    """Whether what was reached is not looked for among what was planned."""
    return claim.modality != "result" or not any(word in cell.tail for word in scene.rules.wording["column_plan"])


def _of_its_year(claim: Claim, cell: Claim) -> bool:
    """Whether the heading of a cell's column names the figure's year, or none; half a year is not the year."""
    named, period = _YEAR.findall(cell.tail), claim.period
    if not named or period is None:
        return True
    parted = not period.point and period.last.month != _DECEMBER and not _MONTHS.search(cell.tail)
    return str(period.last.year) in named and not parted


def _match(claim: Claim, cell: Claim, beside: frozenset[str], whole: bool) -> _Match:
    interval = claim.signed if cell.quantity.value < 0 or claim.direction < 0 else claim.quantity.interval
    if claim.direction < 0 < cell.quantity.value and (claim.measure == "change" or _FALLS.search(label_of(cell.lead))):
        interval = claim.quantity.interval  # 减少额 as a column of positive amounts, 能耗降低 as a row of such
    return _Match(Term("said", interval, claim), cell, beside, whole, interval.meets(cell.quantity.interval))


def _recited(named: Sequence[list[_Match]]) -> dict[_Column, frozenset[str]]:
    """Columns that several figures repeat to the digit → what was said beside the rows' names."""
    agreeing: dict[_Column, list[_Match]] = defaultdict(list)
    for matches in named:
        held = [match for match in matches if match.agrees and digits(match.claim) >= TELLING]
        if len({match.column for match in held}) == 1:
            agreeing[held[0].column].append(held[0])
    rows = {column: {match.cell.cell for match in held} for column, held in agreeing.items()}
    return {
        column: frozenset().union(*(match.beside for match in held)) for column, held in agreeing.items() if len(rows[column]) >= _RECITED
    }


def _read_along(named: Sequence[list[_Match]]) -> set[tuple[int, _Column]]:
    """Sentences with the columns from which a figure of theirs is read to the digit."""
    return {(m.claim.sentence, m.column) for matches in named for m in matches if m.agrees and m.whole and digits(m.claim) >= TELLING}


def _reads(scene: Scene, match: _Match, spoken: Mapping[_Column, frozenset[str]]) -> bool:
    words = spoken.get(match.column)
    return words is not None and scene.scope(match.claim) == scene.scope(match.cell) and match.beside <= words | _letters(match.cell.tail)


def time_told(scene: Scene) -> Period | None:
    """The stretch of time that most results of the prose are of."""
    stretches = Counter(c.period for c in scene.prose if c.period is not None and not c.period.point and c.modality == "result")
    return max(stretches, key=lambda stretch: stretches[stretch], default=None)


def _of_one_year(match: _Match) -> bool:
    """Whether the heading of a cell's column names one year, all of which the figure is of, or its end; what is reached in several years
    is no year's amount."""
    period, named = match.claim.period, set(_YEAR.findall(match.cell.tail))
    if period is None or named != {str(period.last.year)} or _MONTHS.search(match.cell.tail) or period.last.month != _DECEMBER:
        return False
    return period.point or period.first.month == 1 and period.first.year == period.last.year or match.claim.quantity.dimension == "fraction"


def _says_no_more(scene: Scene, match: _Match, time: Period | None) -> bool:
    """Whether a figure says the name of a row that has one figure of its sort and year, or one of its sort at all, and nothing more."""
    claim, cell = match.claim, match.cell
    moved = claim.measure == "rate" and cell.measure == "rate" and MOVED.search(label_of(cell.lead))
    level = (claim.measure in ("level", "share", "mean") or moved) and claim.modality != "base" and not claim.average
    if not (level and match.whole and "part" not in claim.cues and scene.scope(claim) == scene.scope(cell)):
        return False
    if _of_those_counted(scene, claim) or not of_one_amount(scene, cell, ()):
        return False
    if _YEAR.search(cell.tail):
        return _of_one_year(match)
    named = label_of(cell.lead) == claim.name and len(claim.name) >= _WHOLE_NAME
    return named and claim.modality == "result" and of_time(claim.period, time)


def _of_those_counted(scene: Scene, claim: Claim) -> bool:
    """四项支出合计: whether a count right before the name says of how many things it is."""
    before = next(scene.before(claim, 1), None)
    beside = before is not None and before.sentence == claim.sentence and not set("，、；：,;:") & set(claim.lead)
    return before is not None and beside and before.quantity.dimension.startswith("count:")


def of_time(period: Period | None, told: Period | None) -> bool:
    """Whether a figure is of the time that the document tells of, or of its end."""
    return period is None or told is None or period.last == told.last and (period.point or period.first == told.first)


def _letters(text: str) -> frozenset[str]:
    return frozenset(character for character in text if "一" <= character <= "鿿")
