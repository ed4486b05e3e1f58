"""Which figures of a document may fill a role of an identity: the named claims by indicator, and those of them that fit beside another.

Figures are chosen by their words alone: indicator, subject, time, sort of statement, and how near they stand; never by their values.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property

from checker.claim import Claim
from checker.relate.scene import Scene
from checker.relate.sorts import its_own, one_subject
from checker.rules import means_otherwise

_WINDOW = 40
_BLOCKS = 4
_SO_FAR = ("年初至", "本年累计", "1至", "1—", "1-", "前")
_QUARTER = 3
# so many figures of one name from the beginning on are looked at for what is said of all
_MOST_FAR = 60
_AFFILIATES = ("母公司", "子公司")
_LONGEST_LOCAL = 12
_PARTIAL = frozenset({"part", "paren", "respectively"})
# what may fill a role under a local name: a level, a mean, a share, or so many months
_SAID = frozenset({"level", "mean", "share", "length"})
# 比最高投标限价合计节约631.96万元: how much less than what is so named
_SAVED = re.compile("[比较][^，。；;、]{2,20}(?:节约|节省|节支)$")
_PAUSE = re.compile("[，、;。(]")
_YEAR = re.compile("(?<![0-9])(19[0-9]{2}|20[0-9]{2})(?![0-9])")
# the units beneath the line that are 1 in base units, so that a mean may be written without them (750元 for 750元/人次)
_ONES = ("person", "count:")
_BARE = frozenset({"number", "multiple", "ratio"})


class Cast:
    """The named claims of a document: `levels` and `rates` of its prose by indicator, in order, and `cells` of its tables."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.levels: dict[str, list[Claim]] = defaultdict(list)
        self.rates: dict[str, list[Claim]] = defaultdict(list)
        self.cells: dict[str, list[Claim]] = defaultdict(list)
        for claim in scene.claims:
            if claim.modality == "base" or claim.average or _SAVED.search(claim.lead):
                continue
            if claim.indicator:
                self._place(claim)
            if claim.cell is None and claim.measure in _SAID and not self._place_local(claim, _segment(claim)):
                self._place_local(claim, claim.name)

    def _place_local(self, claim: Claim, name: str) -> bool:
        """A figure whose name ends in a local one, under each indicator that it may mean; what stands before the name is the subject."""
        rules = self.scene.rules
        for length in range(min(len(name), _LONGEST_LOCAL), 1, -1):
            start = len(name) - length
            identities = rules.local_names.get(name[start:], ())
            for identity in identities:
                if not means_otherwise(name, start, len(name), rules.indicators[identity].unless):
                    self.levels[identity].append(replace(claim, indicator=identity, subject=name[:start]))
            if identities:
                return True
        return False

    def _place(self, claim: Claim) -> None:
        if claim.measure == "rate":
            if claim.cell is None:
                self.rates[claim.indicator].append(claim)
        elif claim.measure == "mean" and "每" in claim.lead and not self._apiece(claim.indicator):
            return  # so much for each of something is not the amount itself
        elif claim.measure == "share" and self.scene.rules.indicators[claim.indicator].kind not in ("rate", "ratio"):
            return  # a share of an amount is not the amount
        elif claim.measure in ("level", "mean", "share", "ratio") and (claim.quantity.ratio is None or claim.quantity.ratio[1] == 0):
            (self.levels if claim.cell is None else self.cells)[claim.indicator].append(claim)

    def _apiece(self, identity: str) -> bool:
        """Whether an indicator is itself so much for each: 每千人口床位, 保险密度."""
        return "每" in identity or "/" in self.scene.rules.indicators[identity].dimension

    @cached_property
    def _column_years(self) -> dict[int, tuple[int, ...]]:
        """The years that each table's headers name, latest first."""
        years: dict[int, set[int]] = defaultdict(set)
        for claims in self.cells.values():
            for claim in claims:
                if claim.cell is not None:
                    years[claim.cell[0]].update(map(int, _YEAR.findall(claim.tail)))
        return {table: tuple(sorted(found, reverse=True)) for table, found in years.items()}

    def measures(self, claim: Claim) -> bool:
        """Whether the figure is of the indicator's own dimension: a share of it, or so much of it for each 亩, is not."""
        wanted, have = self.scene.rules.indicators[claim.indicator].dimension, claim.quantity.dimension
        top, _, bottom = wanted.partition("/")
        return (
            self.scene.rules.akin(wanted, have)
            or bool(bottom)
            and bottom.startswith(_ONES)
            and have == top
            or wanted in _BARE
            and have in _BARE
        )

    def near(self, claim: Claim, others: list[Claim]) -> list[Claim]:
        """The claims of prose among `others` that may speak of the same subject, time and sort of statement, nearest first."""
        first = bisect_left(others, claim.index - _WINDOW, key=_index)
        last = bisect_right(others, claim.index + _WINDOW, key=_index)
        around = others[first:last]
        if others and self.scene.rules.indicators[others[0].indicator].local:
            # 基金收入28亿元，其中保险费收入16亿元: a part has the local name of its whole
            container, here = self.scene.container, {other.index for other in around}
            around = [o for o in around if "respectively" in o.cues or o.index not in container or container[o.index].index not in here]
            around = [other for other in around if abs(other.sentence - claim.sentence) <= 1 and other.block == claim.block]
        fitting = [other for other in around if _fits(claim, other) and not _stranger_between(claim, other, around)]
        return sorted(fitting, key=lambda other: _distance(claim, other))

    def far(self, claim: Claim, others: list[Claim]) -> list[Claim]:
        """What the document says of all of its subject under the very name of the indicator, however far before the claim and however
        often, exactest first; none where it says different things, or where several figures of the claim's own kind speak of several
        subjects."""
        if not others or self.scene.rules.indicators[others[0].indicator].local:
            return []
        if any(_alike(claim, other) for other in self.levels.get(claim.indicator, [])[:_MOST_FAR]):
            return []
        before = [other for other in others[:_MOST_FAR] if other.index < claim.index and _alike(claim, other) and self._of_all(other)]
        before.sort(key=lambda other: other.quantity.interval.width)
        return before[:1] if all(before[0].quantity.interval.meets(other.quantity.interval) for other in before[1:]) else []

    def _of_all(self, claim: Claim) -> bool:
        """Whether the words name the indicator itself, of the document's own subject, and no part of it."""
        names = self.scene.rules.indicators[claim.indicator].names
        return not _PARTIAL & claim.cues and its_own(claim) and claim.name.removeprefix(claim.subject) in names

    def rivalled(self, claim: Claim, chosen: Claim) -> bool:
        """Whether the clause of the figure chosen beside a claim holds another, of someone else perhaps, that may as well be meant."""
        if chosen.cell is not None or chosen.subject == claim.subject != "":
            return False
        others = self.levels[chosen.indicator]
        first = bisect_left(others, chosen.index - _WINDOW, key=_index)
        return any(
            other.clause == chosen.clause and ("part" in other.cues) == ("part" in chosen.cues) and _fits(claim, other)
            for other in others[first : first + 2 * _WINDOW]
            if other.index != chosen.index
        )

    def beside(self, claim: Claim, identity: str) -> list[Claim]:
        """The cells that may speak of the same as a claim: those of its own column, or for a figure of prose the cell of its year."""
        cells = [cell for cell in self.cells.get(identity, ())[:60] if self.measures(cell)]
        if claim.cell is None:
            # columns of goals and of results look alike
            return self._of_now(claim, cells) if claim.modality == "result" else []
        own = [cell for cell in cells if cell.cell is not None and cell.cell[0::2] == claim.cell[0::2] and cell.index != claim.index]
        return sorted(own, key=lambda cell: abs(cell.index - claim.index))

    def _of_now(self, claim: Claim, cells: Iterable[Claim]) -> list[Claim]:
        """The cells of the claim's year, or of the latest, where the headers tell; else those that stand alone in their row."""
        rows: dict[tuple[int, int], list[Claim]] = defaultdict(list)
        for cell in cells:
            if cell.cell is not None:
                rows[cell.cell[0], cell.cell[1]].append(cell)
        answer: list[Claim] = []
        for (table, _), row in rows.items():
            years = self._column_years.get(table, ())
            year = claim.period.last.year if claim.period is not None else years[0] if years else 0
            told = [cell for cell in row if str(year) in cell.tail] if years else self._reported(claim, row)
            if len(told) == 1:
                answer += told
        return answer


    def _reported(self, claim: Claim, row: list[Claim]) -> list[Claim]:
        """The cells of a row but those of what is compared with (上年同期, 上年末); of a quarter and the year up to its end those of the
        time that the claim is of."""
        now = [cell for cell in row if not self.scene.rules.heading_times["base"].search(cell.tail)]
        longer = [cell for cell in now if cell.tail.startswith(_SO_FAR)]
        if len(now) > 1 and longer and claim.period is not None:
            return longer if claim.period.months > _QUARTER else [cell for cell in now if cell not in longer]
        return now


def _segment(claim: Claim) -> str:
    """The words right before a figure, without copulas."""
    return _PAUSE.split(claim.lead[-30:])[-1].rstrip("了约为达到近超共计有是:")


def _index(claim: Claim) -> int:
    return claim.index


def _fits(claim: Claim, other: Claim) -> bool:
    return abs(other.block - claim.block) <= _BLOCKS and _alike(claim, other)


def _alike(claim: Claim, other: Claim) -> bool:
    return (
        other.index != claim.index
        and other.modality == claim.modality
        and any(word in claim.lead for word in _AFFILIATES) == any(word in other.lead for word in _AFFILIATES)
        and _shares_subject(claim, other)
        and (other.period is None or claim.period is None or other.period.last == claim.period.last)
    )


def _shares_subject(claim: Claim, other: Claim) -> bool:
    """A subject named once goes on through its sentence, but never back to what stood before it."""
    if one_subject(claim, other):
        return True
    earlier, later = (claim, other) if claim.index < other.index else (other, claim)
    return claim.sentence == other.sentence and earlier.subject != "" == later.subject


def _distance(claim: Claim, other: Claim) -> tuple[bool, bool, bool, bool, int]:
    """What is worked out stands behind what it is worked out from; a part (其中) is not what its whole is."""
    return (
        claim.sentence != other.sentence,
        "part" in other.cues,
        claim.sentence == other.sentence and claim.clause != other.clause,
        other.index > claim.index,
        abs(other.index - claim.index),
    )


def _stranger_between(claim: Claim, other: Claim, around: list[Claim]) -> bool:
    """Whether the same indicator is nearer for another subject, so that the farther figure may be of someone else."""
    reach = abs(other.index - claim.index)
    return any(abs(third.index - claim.index) < reach and third.subject != claim.subject and third.block == claim.block for third in around)
