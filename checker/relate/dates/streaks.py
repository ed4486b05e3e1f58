"""How many months running something has lasted, against the months it began and was last seen in: 自4月起转正，至8月已连续5个月增长."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.interval import Interval
from checker.quantity import Quantity
from checker.relate.dates.moments import unnumbered
from checker.relate.scene import Scene
from checker.relation import Relation, Term

_REACH = 60
_MONTH = r"(?:(?P<{0}year>[0-9]{{4}})年|今年)?(?P<{0}>[0-9]{{1,2}})月份?"
_STREAK = re.compile(
    "[自从]" + _MONTH.format("first") + "(?:起|以来|开始)[^。;0-9]{0,30}?(?:至|到|截至)" + _MONTH.format("last") + "[^。;0-9]{0,20}连续$"
)
_YEAR = 12
_STATED = 0.94


def relations(scene: Scene) -> Iterator[Relation]:
    """Every 连续n个月 behind the month that it began with and the one it has lasted to, both counted."""
    for length in scene.quantities:
        when = length.when
        if when is None or when.form != "length" or when.unit != "月" or when.count is None or length.hedge:
            continue
        begin = max(0, length.start - _REACH)
        found = _STREAK.search(scene.document.words[begin : length.start])
        if found is not None:
            yield from _counted(scene, length, begin, found)


def _counted(scene: Scene, length: Quantity, begin: int, found: re.Match[str]) -> Iterator[Relation]:
    years = int(found["lastyear"] or 0) - int(found["firstyear"] or 0) if found["firstyear"] and found["lastyear"] else 0
    first, last = int(found["first"]), int(found["last"])
    months = years * _YEAR + last - first + 1
    dates = scene.quantities_between(begin + found.start(), length.start)
    if not dates or not 1 <= min(first, last) <= max(first, last) <= _YEAR or months < 1:
        return
    assert length.when is not None and length.when.count is not None
    stated = Term("length", Interval.exactly(length.when.count), unnumbered(length))
    terms = [stated, Term("calendar", Interval.exactly(months), unnumbered(dates[0]), f"{last} − {first} + 1 = {months}个月")]
    terms += [Term("calendar", Interval.exactly(0), unnumbered(date)) for date in dates[1:2]]
    yield scene.relation("duration", terms, ("length", length.start), _STATED)
