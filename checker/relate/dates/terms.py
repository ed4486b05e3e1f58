"""Terms of months or years counted from what happened on a day told elsewhere: 自登记完成之日起24个月，于2025年7月4日届满."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from checker.document import Words
from checker.interval import Interval
from checker.quantity import Quantity
from checker.relate.dates.duration import measured_between
from checker.relate.dates.moments import Moment, unnumbered
from checker.relate.scene import Scene
from checker.relation import Relation, Term

_UNITS = {"月": 1, "年": 12}
_EVENT = re.compile("(?:自|从|为)(?P<event>[^，。；;自从]{2,24}?)(?:之日|当日|完成日)(?:[（(][^（）()]{0,24}[）)])?(?:起|后)?(?:的)?$")
_TOLD = re.compile("(?:起|后)(?:的)?$")
# between the length and the day on which it ends
_ENDS = re.compile("^[）)]?(?:，|,)?(?:即)?(?:将|应|已)?(?:至|到|于|在|截至)$")
_BEHIND = re.compile("^(?:日)?(?:止|届满|到期|期满|终止|截止|结束)")
_REACH, _NEAR, _AROUND, _MOST = 40, 12, 40, 400
_LIKE = 0.8
_ONE, _OF_SEVERAL = 0.93, 0.6
_SMALL = frozenset("的之日自公司本次于在了经由，、（）() ")


def relations(scene: Scene) -> Iterator[Relation]:
    """Each such term between the day on which it began and the day on which it is said to end."""
    lengths = [q for q in scene.quantities if q.when is not None and q.when.form == "length" and q.when.unit in _UNITS]
    known = [m for m in scene.moments if m.grain != "month" and not m.yearless] if lengths else []
    for length in lengths:
        end = _end(scene, length, known)
        if end is None or length.hedge or length.when is None or length.when.count is None:
            continue
        starts = _starts(scene, length, known)
        days = {m.day: m for m in starts}
        for start in days.values():
            yield from _between(scene, length, start, end, _ONE if len(days) == 1 else _OF_SEVERAL)


def _between(scene: Scene, length: Quantity, start: Moment, end: Moment, trust: float) -> Iterator[Relation]:
    assert length.when is not None and length.when.count is not None
    reach = measured_between(start, end, length.when.unit)
    if reach is None:
        return
    terms = [
        Term("length", Interval.exactly(length.when.count), unnumbered(length)),
        Term("calendar", reach[0], unnumbered(end.quantity), reach[1]),
        Term("calendar", Interval.exactly(0), unnumbered(start.quantity)),
    ]
    yield scene.relation("duration", terms, ("term", length.start), trust)


def _end(scene: Scene, length: Quantity, known: Sequence[Moment]) -> Moment | None:
    """The day right behind a length on which it is said to end."""
    text = scene.document.words
    at = bisect_left(known, length.end, key=lambda m: m.start)
    following = known[at] if at < len(known) and known[at].start < length.end + _NEAR else None
    if following is None or not _ENDS.match(text[length.end : following.start]):
        return None
    said = "至" in text[length.end : following.start] or _BEHIND.match(text[following.end : following.end + 4])
    return following if said else None


def _starts(scene: Scene, length: Quantity, known: Sequence[Moment]) -> list[Moment]:
    """The day in the words before 起; else those of which the document says what the term is counted from."""
    text = scene.document.words
    before = text[max(0, length.start - _REACH) : length.start]
    at = bisect_left(known, length.start, key=lambda m: m.start)
    known = known[max(0, at - _MOST) : at]
    beside = [m for m in known if m.end <= length.start and length.start - m.end <= 3 and _TOLD.search(text[m.end : length.start])]
    if beside:
        return beside[-1:]
    event = _EVENT.search(before)
    if event is None or not _TOLD.search(before):
        return []
    letters = frozenset(event["event"]) - _SMALL
    inside = [m for m in known if length.start - _REACH + event.start("event") <= m.start < length.start]
    if inside:
        return inside[-1:]
    return [m for m in known if m.end <= length.start and _of_event(text, m, letters)]


def _of_event(text: Words, moment: Moment, letters: frozenset[str]) -> bool:
    """Whether what happened on a day is what the words name: 于2023年7月5日完成登记."""
    behind = re.split("[。；;\n]", text[moment.end : moment.end + _AROUND])[0]
    return len(letters) > 2 and len(letters & frozenset(behind)) >= _LIKE * len(letters)
