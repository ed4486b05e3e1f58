"""How long something was overdue (超期46天): what lay between two days, less the time that a rule or contract allowed for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from checker.interval import Interval
from checker.quantity import Quantity
from checker.relate.dates.duration import measured_between
from checker.relate.dates.moments import Moment, unnumbered
from checker.relate.scene import Scene
from checker.relation import Relation, Term

_REACH = 140
_FEW = 3
# characters before a day that say that it was due
_BEFORE_DAY = 3
_SURE = 0.95
_WORDS, _BEHIND, _AROUND = 10, 5, 8


_PLANNED = re.compile("(?:计划|约定|规定|要求|限定|应)(?:于|在|工期至|完工日期为)?$")


# 逾期10天，扣除雨天5天
_EXCUSED = re.compile("[，、(（](?:已|其中|并)?(?:扣除|剔除|顺延|不计|不含)")


def _overran(scene: Scene, length: Quantity) -> bool:
    """Whether the words before a length say that it is the time beyond a day or a term."""
    words = scene.document.words[max(0, length.start - _WORDS) : length.start].rstrip("为是约达共：: ")
    return words.endswith(scene.rules.wording["overrun"])


def relations(scene: Scene) -> Iterator[Relation]:
    """Each overrun against the two days before it: less the term that the sentence allows, or from the day that was due."""
    known = scene.moments
    lengths = [q for q in scene.quantities if q.when is not None and q.when.form == "length" and q.when.count is not None]
    first = 0
    for position, length in enumerate(lengths):
        while first < len(known) and known[first].end < length.start - _REACH:
            first += 1
        if length.hedge or not _overran(scene, length):
            continue
        before = [m for m in known[first : first + 24] if m.end <= length.start and _one_sentence(scene, m.end, length)]
        earlier = [q for q in lengths[max(0, position - _FEW) : position] if _one_sentence(scene, q.end, length)]
        if len(before) >= 2:
            yield from _measured(scene, length, earlier, before[-2], before[-1])


def _one_sentence(scene: Scene, end: int, length: Quantity) -> bool:
    return length.start - end < _REACH and not set("。；;\n") & set(scene.document.words[end : length.start])


def _measured(scene: Scene, length: Quantity, earlier: Sequence[Quantity], one: Moment, other: Moment) -> Iterator[Relation]:
    assert length.when is not None and length.when.count is not None
    reach = measured_between(one, other, length.when.unit)
    allowed = [q for q in earlier if q.when is not None and q.when.unit == length.when.unit and _allowed(scene, q)]
    planned = not earlier and _planned(scene, one) and not _EXCUSED.match(scene.document.words[length.end : length.end + 6])
    if reach is None or not allowed and not _due(scene, one) and not planned:
        return
    span, note = reach
    terms = [Term("length", Interval.exactly(length.when.count), unnumbered(length))]
    others = [other.quantity]
    if allowed:
        count = allowed[-1].when.count if allowed[-1].when is not None else None
        assert count is not None
        span, note = Interval(span.low - count, span.high - count), f"{note} − {allowed[-1].text}"
        others.append(allowed[-1])
    terms.append(Term("calendar", span, unnumbered(one.quantity), note))
    terms += [Term("calendar", Interval.exactly(Decimal(0)), unnumbered(each)) for each in others if each is not one.quantity]
    yield scene.relation("duration", terms, ("length", length.start), _SURE)


def _allowed(scene: Scene, term: Quantity) -> bool:
    """30日期限, 规定30天内, 限期15日: time that something was to be done in."""
    text = scene.document.words
    behind, before = text[term.end : term.end + _BEHIND], text[max(0, term.start - _AROUND) : term.start]
    within = behind.lstrip("的之以").startswith(("内", "期限", "时限", "限期", "规定"))
    return within or before.endswith(scene.rules.wording["allowed"])


def _due(scene: Scene, moment: Moment) -> bool:
    """Whether a day is named as that by which something was to be done: 应于4月6日前, 3月1日到期."""
    text = scene.document.words
    before, behind = text[max(0, moment.start - _BEFORE_DAY) : moment.start], text[moment.end : moment.end + _BEHIND]
    return "应" in before or behind.startswith(scene.rules.wording["due"])


def _planned(scene: Scene, moment: Moment) -> bool:
    """原计划6月30日完工: whether a day is the one on which something was to be done by a plan or contract."""
    return _PLANNED.search(scene.document.words[max(0, moment.start - _WORDS) : moment.start]) is not None
