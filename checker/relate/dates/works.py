"""How long building takes against the days on which it begins and ends: 2024年6月开工，工期42个月，2027年12月建成; 总工期540日历天 between
计划开工日期 and 计划竣工日期."""

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

_REACH, _VERB = 120, 16
# what was agreed or approved is not what came about
_AGREED = re.compile("(?:合同|约定|批复|批准|核定|定额|要求|实际|剩余)[^，。;]{0,4}$")
_PLANNED = re.compile("计划|预计|预期|拟|力争|确保|将|争取")
_TERM = re.compile("(?:工期|建设期限?|施工期限?|建设周期)(?:[^，。;0-9]{0,6}$|[^。;]{0,30}调整为$)")
_MORE = ("顺延", "延长", "缩短", "增加", "提前", "压缩", "延期", "滞后", "超期", "剩余")
_BEGINS = re.compile("[初底]?(?:正式|全面|已|实现)?(?:开工|动工|开建|启动建设|进场施工)")
_ENDS = re.compile("[初底末前]{0,2}(?:全面|全线|正式|整体|实现)?(?:建成|竣工|完工)")
_BEGIN_DAY = re.compile("开工(?:日期|时间)(?:为|:|是)?$")
_END_DAY = re.compile("(?:竣工|完工|交付)(?:日期|时间)[^，。;0-9]{0,8}$")
_SLIPPED = re.compile("受|因|延期|顺延|推迟|滞后|实际|原定|停工|一期|二期|阶段|分期|节点|截至|主体")
_STATED = 0.95


def relations(scene: Scene) -> Iterator[Relation]:
    """Every length that a 工期 gives, where one beginning and one end stand in its sentence; a contract may give the beginning once."""
    text = scene.document.words
    known = scene.moments
    first = {m.day: m for m in known if _BEGIN_DAY.search(text[m.start - 10 : m.start])}
    for length in scene.quantities:
        when = length.when
        if when is None or when.form != "length" or when.count is None or length.hedge or when.unit not in ("月", "日"):
            continue
        begin, end = text.stretch(length.start, length.end, _REACH)
        lead = text[begin : length.start]
        term = _TERM.search(lead)
        if term is not None and not _AGREED.search(lead[: term.start()]) and not lead.rstrip("了为是约 ").endswith(_MORE):
            low, high = (bisect_left(known, at, key=lambda moment: moment.start) for at in (begin, end))
            near = [m for m in known[low:high] if m.end <= end]
            yield from _built(scene, text, length, near, list(first.values()))


def _built(scene: Scene, text: Words, length: Quantity, near: Sequence[Moment], first: Sequence[Moment]) -> Iterator[Relation]:
    labelled = [m for m in near if _END_DAY.search(text[m.start - 20 : m.start])]
    said = [m for m in near if _ENDS.match(text[m.end : m.end + _VERB])]
    begun = [m for m in near if _BEGINS.match(text[m.end : m.end + _VERB]) or _BEGIN_DAY.search(text[m.start - 10 : m.start])]
    if labelled:
        begun = begun or list(first)
    elif near and (_SLIPPED.search(text[near[0].start : near[-1].end]) or not _PLANNED.search(text[near[0].start : near[-1].start])):
        return
    ends = labelled or said
    if len(begun) != 1 or len(ends) != 1 or length.when is None or length.when.count is None:
        return
    reach = measured_between(begun[0], ends[0], length.when.unit)
    if reach is not None:
        stated = Term("length", Interval.exactly(length.when.count), unnumbered(length))
        terms = [stated, Term("calendar", reach[0], unnumbered(begun[0].quantity), reach[1])]
        terms.append(Term("calendar", Interval.exactly(0), unnumbered(ends[0].quantity)))
        yield scene.relation("duration", terms, ("length", length.start), _STATED)
