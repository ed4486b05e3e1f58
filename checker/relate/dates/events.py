"""Lengths of time between what began and what ended, wherever the length stands: 会议为期3天，6月12日开幕，6月14日闭幕; how many years
after its founding something keeps its anniversary: 成立于1994年，2024年是建行30周年."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal

from checker.interval import Interval
from checker.quantity import Quantity
from checker.relate.dates.duration import measured_between
from checker.relate.dates.moments import unnumbered
from checker.relate.scene import Scene
from checker.relation import Relation, Term

_BEGINS = re.compile(
    r"[^，。；;、0-9]{0,6}(?:开幕|开始|启动|开班|开馆|开考|开赛|开展|立案|受理|停[产水电机运]|进场|封闭|开机|入院|起火|发布)"
)
_ENDS = re.compile(r"[^，。；;、0-9]{0,6}(?:闭幕|结束|结案|办结|结业|闭馆|收官|恢复|复[产工电]|退场|撤离|解封|停机|出院|扑灭|截止)")
_SAID = re.compile("(?:为期|历时|用时|耗时|会期|展期|持续|时间|共|共计|前后)(?:了|为|约为)?$")
_NEXT = re.compile(
    "[，(（]?(?:并?于|从|自|至|到|定于)?"
    "|，(?:本次|整个|全程|活动|会议|办案|案件){0,2}(?:为期|历时|用时|耗时|会期|展期|持续|共|共计|前后)(?:了|为)?"
)
_WITHOUT = re.compile("中断|暂停|累计|实际|扣除|其中|节假日|工作日|休会|除")
_FOUNDED = "成立|始建|创建|创办|创立|建成|设立|组建|诞生|开业|建立|投产|通车|投运|投入使用|建馆|建校|建厂|建院|建行|建社|建镇|建县|建市"
_BEFORE_YEAR = re.compile(f"(?:{_FOUNDED})于?(?:公元)?$")
_BEHIND_YEAR = re.compile(f"[^，。；;0-9]{{0,6}}(?:{_FOUNDED})")
_LASTED = re.compile("(?:已|已经)(?:安全|连续|正式)?(?:运行|使用|服役|走过|成立|建成|通车|投产|运营|开业)(?:了|近|整整)?$")
_OWN = re.compile(
    "^(?:是|为|系|将?迎来了?|举[行办]|庆祝|适逢|恰逢|正值|隆重纪念|纪念|喜迎){0,2}(?:学校|公司|医院|集团|我[行校院])?(?:建|成立|创|开|组|设)[一-鿿]{0,3}$"
)
_MOST, _LONGEST = 140, 10
_STATED = 0.95
_UNITS = ("日", "月", "周", "年")


def relations(scene: Scene) -> Iterator[Relation]:
    """Every such length against the two days or years of its sentence."""
    dates = [q for q in scene.quantities if q.when is not None and q.when.form == "span" and q.when.year is not None]
    starts = [q.start for q in dates]
    for length in scene.quantities:
        when = length.when
        if when is None or when.form != "length" or when.count is None or length.hedge or when.unit not in _UNITS:
            continue
        begin, end = scene.document.words.stretch(length.start, length.end, _MOST)
        if when.unit == "年":
            named = dates[bisect_left(starts, begin) : bisect_left(starts, length.start)]
            yield from _kept(scene, length, named)
        words = scene.document.words[max(begin, length.start - _LONGEST) : length.start]
        if "每" not in words and _SAID.search(words):
            yield from _ran(scene, length, begin, end)


def _ran(scene: Scene, length: Quantity, begin: int, end: int) -> Iterator[Relation]:
    """The only two moments of the sentence, one of a beginning and one of an end."""
    text, known = scene.document.words, scene.moments
    low, high = (bisect_left(known, at, key=lambda moment: moment.start) for at in (begin, end))
    here = known[low:high]
    others = [q for q in scene.quantities_between(begin, end) if q.when is not None and q.when.form == "length"]
    if len(here) != 2 or len(others) != 1 or length.when is None or length.when.count is None or _WITHOUT.search(text[begin:end]):
        return
    one, other = here
    ahead = length.end <= one.start
    between, behind = text[one.end : other.start], text[other.end : end if ahead else length.start]
    begun, ended = _BEGINS.match(between), _ENDS.match(behind)
    if begun is None or ended is None or not _NEXT.fullmatch(between[begun.end() :]):
        return
    # nothing else is spoken of between the length and the two days
    if not _NEXT.fullmatch(text[length.end : one.start] if ahead else behind[ended.end() :]):
        return
    weeks = length.when.unit == "周"
    count, unit = (length.when.count * 7, "日") if weeks else (length.when.count, length.when.unit)
    reach = measured_between(one, other, unit)
    if reach is not None:
        terms = [Term("length", Interval.exactly(count), unnumbered(length), f"{count:f}天" if weeks else "")]
        terms.append(Term("calendar", reach[0], unnumbered(one.quantity), reach[1]))
        terms.append(Term("calendar", Interval.exactly(0), unnumbered(other.quantity)))
        yield scene.relation("duration", terms, ("length", length.start), _STATED)


def _kept(scene: Scene, length: Quantity, named: list[Quantity]) -> Iterator[Relation]:
    """The year of the founding and the one year after it in the sentence."""
    text = scene.document.words
    if len(named) != 2 or any(q.when is None or q.when.year is None or q.when.end_year for q in named) or length.when is None:
        return
    first, last = named
    ahead, behind = text[first.start - _LONGEST : first.start], text[first.end : first.end + _LONGEST]
    founded = _BEFORE_YEAR.search(ahead) or _BEHIND_YEAR.match(behind)
    assert first.when is not None and last.when is not None and length.when.count is not None
    years = (last.when.year or 0) - (first.when.year or 0)
    anniversary = length.text.endswith("周年")
    if "，" in text[last.end : length.start] or not founded or years < 1:
        return
    words = text[last.end : length.start]
    if (_OWN if anniversary else _LASTED).search(words) is None:
        return
    note = f"{last.when.year} − {first.when.year} = {years}"
    reach = Interval(Decimal(years if anniversary else years - 1), Decimal(years))
    terms = [Term("length", Interval.exactly(length.when.count), unnumbered(length)), Term("calendar", reach, unnumbered(first), note)]
    yield scene.relation("duration", [*terms, Term("calendar", Interval.exactly(0), unnumbered(last))], ("length", length.start), _STATED)
