"""What can be seen of a figure of the prose and a cell that it may tell again, without comparing the two.

Each group of traits answers one question with one trait, or none (''). What a trait is worth is measured and stands in the rule file
(`[weights]`, see checker/relate/evidence.py); a trait without a weight is worth nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from checker.relate.tables.echoes import Echo
from checker.relate.tables.heading_times import compared, stage, time_of
from checker.relate.tables.slots import BRACKETS, telling

_FEW, _NEAR = 2, 5
_HALF = 0.5
_TOTALS = re.compile("合计|总计|小计|共计|总额|总数|总量")
_SORTS = ("money", "person", "count", "fraction")


def _row(echo: Echo) -> str:
    return f"{echo.where} total" if echo.slot.total else echo.where


def _column(echo: Echo) -> str:
    stem, name = echo.slot.stem, echo.said.name
    letters = telling(stem)
    if not letters:
        return "small" if stem else "silent"
    if stem in name or stem in echo.said.clause:
        return "in name" if stem in name else "in clause"
    shared = len(letters & echo.said.letters) / len(letters)
    return "all" if shared == 1 else "half" if shared >= _HALF else "some" if shared else "none"


def _beside(echo: Echo) -> str:
    """How many telling characters of the name neither row nor column nor the line over the table have."""
    return _number(len(echo.said.letters - frozenset(echo.slot.label + echo.slot.title + echo.slot.caption)), 4)


def _silent(echo: Echo) -> str:
    """How many telling characters of the row's label the words up to the figure do not have."""
    words = echo.said.sentence + echo.said.clause + echo.said.opening
    return "" if echo.slot.total else _number(len(telling(echo.slot.label) - frozenset(words)), 3)


def _name(echo: Echo) -> str:
    return "none" if not echo.said.name else "short" if len(echo.said.letters) <= _FEW else ""


def _called(echo: Echo) -> str:
    label, name = echo.slot.label, echo.said.claim.name
    if echo.slot.total:
        rest = _TOTALS.sub("", label)
        own = rest in echo.scene.rules.wording["own_body"]
        return "plain total" if not rest else "named total" if rest in name else "own total" if own else "other total"
    if echo.where not in ("name", "label"):
        return echo.where
    return "same" if label == name else "ends" if name.endswith(label) else "begins" if name.startswith(label) else echo.where


def _standing(echo: Echo) -> str:
    return f"{echo.column_fit} {echo.row_fit}"


def _caption(echo: Echo) -> str:
    letters = echo.said.letters
    if not letters or not echo.slot.total:
        return ""
    shared = len(letters & telling(echo.slot.caption)) / len(letters)
    return "all" if shared == 1 else "half" if shared >= _HALF else "none"


def _said_so(echo: Echo) -> str:
    bare = BRACKETS.sub("", echo.slot.title)
    return "whole heading" if len(bare) > 1 and bare in echo.said.sentence + echo.said.opening else ""


def _kind(echo: Echo) -> str:
    sort = echo.said.claim.quantity.dimension.split(":")[0]
    return f"{sort if sort in _SORTS else 'other'} {echo.said.claim.measure}"


def _part(echo: Echo) -> str:
    cues = echo.said.claim.cues
    return "part of a total" if "part" in cues and echo.slot.total else "part" if "part" in cues else "paren" if "paren" in cues else ""


def _place(echo: Echo) -> str:
    gap = echo.slot.cell.block - echo.said.claim.block
    if 0 < abs(gap) <= _FEW:
        return "right before" if gap > 0 else "right behind"
    return "near" if abs(gap) <= _NEAR else "far"


def _subject(echo: Echo) -> str:
    subject = echo.said.claim.subject
    if not subject or subject in echo.slot.label:
        return "named" if subject else ""
    own = subject[:1] == "全" or subject in echo.scene.rules.wording["own_body"]
    return f"{'own' if own else 'other'} {'total' if echo.slot.total else 'row'}"


def _unit(echo: Echo) -> str:
    one, other = echo.said.claim.quantity, echo.slot.cell.quantity
    return "unwritten" if other.dimension == "number" else "same" if one.unit == other.unit else "other"


def _indicator(echo: Echo) -> str:
    one, other = echo.said.claim.indicator, echo.slot.cell.indicator
    return "same" if one and one == other else "other" if one and other else ""


def _number(count: int, most: int) -> str:
    return str(count) if count < most else "more"


GROUPS: Sequence[tuple[str, Callable[[Echo], str]]] = (
    ("row", _row),
    ("column", _column),
    ("beside", _beside),
    ("silent", _silent),
    ("name", _name),
    ("standing", _standing),
    ("called and standing", lambda echo: f"{_called(echo)} {_standing(echo)}"),
    ("caption", _caption),
    ("along", lambda echo: echo.along),
    ("along and standing", lambda echo: f"{echo.along} {_standing(echo)}"),
    ("total", lambda echo: f"{_called(echo)} {_column(echo)} {_caption(echo)}" if echo.slot.total else ""),
    ("said so", _said_so),
    ("contended", lambda echo: _number(echo.contended, 3)),
    ("reliable", lambda echo: echo.reliable),
    ("row told", lambda echo: "elsewhere" if echo.row_told else ""),
    ("recited", lambda echo: "column elsewhere" if echo.recited else ""),
    ("heard", lambda echo: echo.heard),
    ("compared", compared),
    ("stage", stage),
    ("rivals", lambda echo: f"{_number(echo.rivals, 3)} {'total' if echo.slot.total else 'row'}"),
    ("time", time_of),
    ("kind", _kind),
    ("part", _part),
    ("scope", lambda echo: "same" if echo.scene.scope(echo.said.claim) == echo.scene.scope(echo.slot.cell) else "other"),
    ("place", _place),
    ("subject", _subject),
    ("average", lambda echo: "average" if echo.said.claim.average else ""),
    ("unit", _unit),
    ("indicator", _indicator),
)
