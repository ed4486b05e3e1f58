"""Water levels of gauges and reservoirs against the marks they are told to stand above or below, and against the crest they fell from.

A mark is one height: 洪峰水位36.82米，超警戒水位1.32米；已退至35.14米，低于警戒水位0.36米 puts it at 35.50 both times.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from checker.claim import Claim
from checker.interval import Interval
from checker.relate.scene import Scene
from checker.relation import Relation, Term

_SURE, _TOLD = 0.95, 0.97
_BEFORE = 60
_MARK = "(?P<mark>警戒|保证|汛限|设防|正常蓄|防洪高)?(?:警|保|限)?(?:水位)?"
_OF = "(?:[^，；]{0,12}站)?(?:洪峰)?(?:水位)?"
_ABOVE = re.compile(rf"{_OF}(?:仍|已|均|又)?(?:超过|超出|高于|高出|超){_MARK}(?:约|仅|达)?")
_BELOW = re.compile(rf"(?:仍|已|均|目前)?(?:低于|距离?){_MARK}(?:约|仅|还|尚)?(?:差|有|低)?(?:约|仅)?")
_IS_MARK = re.compile(rf"(?:该站|其|相应)?{_MARK}(?:为|是)?")
_SHORT_OF = re.compile("(?:还|尚|仅)(?:差|有|余)?|差")
_LEVEL = re.compile("(?:水位|峰值|洪峰|现峰)[^，；]{0,4}$|[退落降涨升][至到](?:[^，；]{0,8}的)?$|(?:洪峰|水位)[^，；]{0,6}[为达至]$")
_NOT_NOW = re.compile("预[计报测]|将|历史|实测|[0-9]{4}年|可[能达]")
_CREST = re.compile("洪峰|现峰|峰值|最高")
_FELL = re.compile("[较比](?:洪峰|峰顶|峰值|最高)(?:时|水位){0,3}(?:已|累计)?(?:回落|下降|降低|低|退|落)(?:了)?")
# 涨幅5.46米(起涨水位53.28米)
_ROSE = re.compile("(?:累计|共|总)?(?:涨幅|上涨|涨水|水位上涨)(?:为|达|约)?")
_START = re.compile(r"\((?:相应|其)?起涨(?:时)?(?:水位)?(?:为|是)?")
_STATION = re.compile("([一-鿿]{2})(?:水文|水位|控制)?站(?![次点网位])|([一-鿿]{2})水库")
_NO_NAMES = frozenset({"代表", "控制", "水文", "水位", "主要", "大型", "中型", "小型", "以上", "两座", "三座"})
_COMPARED = ("较", "比", "由", "从", "与")
_SHORT = {"超警": "警戒", "超保": "保证", "超限": "汛限"}
_CREST_TOLD = "洪峰水位"
_HEADERS = (_CREST_TOLD, "警戒水位", "保证水位", "汛限水位")
_UNIT = re.compile(r"[(（/].{0,8}$")
_PLACE = re.compile("([一-鿿]{2,6}?)(?:水文|水位|控制)?站?(?![一-鿿])")
_METRES = re.compile(r"^[约近]?[\d.]{1,10}米$")


@dataclass
class _Gauge:
    """What has been told of one gauge: its level, its crest, and where each mark lies."""

    level: Claim | None = None
    crest: Claim | None = None
    marks: dict[str, Term] = field(default_factory=dict)


def relations(scene: Scene) -> Iterator[Relation]:
    """Every distance of a level from a mark whose height is told or follows from another level, and every fall from a crest."""
    gauges = _tabled(scene)
    name, block = "", -1
    for claim in scene.prose:
        if claim.block != block:
            name, block = "", claim.block
        called = _called(claim)
        if called is not None:
            name = called
        if claim.quantity.dimension == "length" and _METRES.match(claim.quantity.text):
            yield from _read(scene, gauges.setdefault(name or f"#{block}", _Gauge()), claim)


def _tabled(scene: Scene) -> dict[str, _Gauge]:
    """The crests and marks that tables give for each gauge by its name."""
    gauges: dict[str, _Gauge] = {}
    for cell in scene.claims:
        header = _UNIT.sub("", cell.tail)
        named = _PLACE.match(cell.name) if cell.cell is not None and header in _HEADERS else None
        if named is None:
            continue
        gauge = gauges.setdefault(named[1][-2:], _Gauge())
        if header == _CREST_TOLD:
            gauge.crest = cell
        else:
            gauge.marks[header[:2]] = Term("lesser", Interval.exactly(cell.quantity.value), cell)
    return gauges


def _called(claim: Claim) -> str | None:
    """The gauge or reservoir that the words before a figure name last; "" where they speak of several."""
    if "该站" in claim.lead or "该库" in claim.lead:
        return None
    found = [first or second for first, second in _STATION.findall(claim.lead)]
    if not found:
        return "" if re.search("[站库]", claim.lead) else None
    return found[-1] if len(found) == 1 and found[0] not in _NO_NAMES and not found[0].endswith("等") else ""


def _read(scene: Scene, gauge: _Gauge, claim: Claim) -> Iterator[Relation]:
    words = _clause(claim)
    following = next(scene.after(claim, 1), None)
    if _FELL.fullmatch(words):
        if gauge.crest is not None and gauge.level is not None and gauge.crest is not gauge.level and _near(gauge.level, claim):
            yield _apart(scene, claim, Term("greater", gauge.crest.quantity.interval, gauge.crest), gauge.level, _SURE)
    elif _ROSE.fullmatch(words) and following is not None and _START.fullmatch(following.lead):
        top = gauge.crest if gauge.crest is not None and gauge.crest.block == claim.block else gauge.level
        if top is not None and _near(top, claim) and not claim.quantity.hedge:
            yield _apart(scene, claim, Term("greater", top.quantity.interval, top), following, _SURE)
    elif (mark := _mark_told(claim, words, following)) is not None:
        gauge.marks[mark] = Term("lesser", Interval.exactly(claim.quantity.value), claim)
    elif (side := _distance(words)) is not None:
        yield from _from_mark(scene, gauge, claim, *side, following)
    elif claim.measure == "level" and _LEVEL.search(words) and "paren" not in claim.cues and not words.startswith(_COMPARED):
        gauge.level = None if _NOT_NOW.search(claim.lead) or claim.quantity.hedge else claim
        gauge.crest = gauge.crest if gauge.level is None else claim if gauge.crest is None or _CREST.search(words) else gauge.crest


def _clause(claim: Claim) -> str:
    lead = claim.lead
    return lead[max(lead.rfind(mark) for mark in "，;。:(、") + 1 :].strip()


def _mark_told(claim: Claim, words: str, following: Claim | None) -> str | None:
    """The mark whose own height a figure is: 汛限水位115.00米, (警戒27.00米), 超警戒水位(35.50米)1.32米, 距保证水位28.50米尚有0.14米."""
    if claim.lead.endswith("(") and "paren" in claim.cues:
        side = _distance(_clause(replace(claim, lead=claim.lead[:-1])))
        return side[0] if side is not None else None
    if following is not None and _SHORT_OF.fullmatch(following.lead) and (side := _distance(words)) is not None:
        return side[0]
    found = _IS_MARK.fullmatch(words)
    return found["mark"] if found is not None and found["mark"] else None


def _distance(words: str) -> tuple[str, bool] | None:
    """Which mark a figure is above (True) or below (False)."""
    for shape, above in ((_ABOVE, True), (_BELOW, False)):
        found = shape.fullmatch(words)
        if found is not None:
            short = next((mark for start, mark in _SHORT.items() if start in words), "")
            mark = found["mark"] or short
            return (mark, above) if mark else None
    return None


def _near(level: Claim, claim: Claim) -> bool:
    return level.block == claim.block and claim.sentence - level.sentence <= 1


def _tabled_crest(scene: Scene, gauge: _Gauge, gap: Claim) -> Claim | None:
    """砚江站17日14时现峰，超警戒2.46米: the crest that stands in a table, where the words speak of it."""
    said = scene.document.words[max(0, gap.quantity.start - _BEFORE) : gap.quantity.start].rpartition("。")[2]
    return gauge.crest if gauge.crest is not None and gauge.crest.cell is not None and "峰" in said else None


def _from_mark(scene: Scene, gauge: _Gauge, gap: Claim, mark: str, above: bool, following: Claim | None) -> Iterator[Relation]:
    level = gauge.level if gauge.level is not None and _near(gauge.level, gap) else _tabled_crest(scene, gauge, gap)
    if level is None or gap.quantity.hedge:
        return
    if following is not None and following.lead.startswith("(") and _mark_told(following, _clause(following), None) == mark:
        gauge.marks[mark] = Term("lesser", Interval.exactly(following.quantity.value), following)
    height = gauge.marks.get(mark)
    sources = height.claim.sources if height is not None and height.claim is not None else ()
    if height is not None and level not in sources:
        yield _apart(scene, gap, height, level, _SURE if sources else _TOLD, above)
    elif height is None:
        own, by = level.quantity.interval, gap.quantity.interval
        words = f"({level.quantity.text} {'−' if above else '+'} {gap.quantity.text})"
        gauge.marks[mark] = Term("lesser", own - by if above else own + by, replace(level, sources=(level, gap)), words)


def _apart(scene: Scene, gap: Claim, height: Term, level: Claim, trust: float, above: bool = False) -> Relation:
    """How far a level lies above or below a height."""
    ends = (level.quantity.interval, level, ""), (height.interval, height.claim, height.note)
    (first, one, note), (second, other, words) = ends if above else ends[::-1]
    terms = [Term("gap", gap.quantity.interval, gap), Term("greater", first, one, note), Term("lesser", second, other, words)]
    return scene.relation("difference-in-words", terms, ("apart", gap.index), trust)
