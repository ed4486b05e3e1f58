"""The growth of a total that stands for itself in its field, told once in a document, with which another rate is compared:
快于各项贷款增速, 高于全县经济增速."""

from __future__ import annotations

import re

from checker.claim import Claim
from checker.relate.scene import Scene
from checker.relate.topic import last_clause

_TOTAL = re.compile(
    "(?:同期|[全本]行|全公司|辖内|金融机构|银行业|本外币|人民币|全[省市县区]){0,3}(?:各项|全部|所有)(?P<kind>贷款|存款)(?:余额|总额|平均|总体|整体|同比|的){0,4}增?[速幅]?"
)
_ECONOMY = re.compile("(?:全[省市县区]|本[市县区])?(?:经济|GDP|地区生产总值)(?:增长)?(?:增速|增幅|速度)?")
_WHOSE = re.compile("全([国省市县区])(?:各项|全部|经济|GDP|地区生产总值)")
_PLACES = re.compile("(?<![全我])[省市县区](?=第?[一二三四五六七八九十届]|人民|统计|20|政府|[委财审税]|$|\n)")
# whose own a total is said to be
_BODY = re.compile("(?:全[省市县区]|[全本]行|本公司|公司|集团|[0-9]{0,2}[年月]?末|金融机构|银行业|本外币|人民币|辖内|各类|境内){0,6}")
_SINCE = re.compile("(?P<opening>年初|[上去]年末|[上去]年底|期初)|(?P<before>环比|[上前][月周旬季]|上期)|(?P<year>同比|[上去]年)")
_ALONE = ("当月", "单月", "当季", "本月", "两年", "平均")
_WINDOW, _TITLE, _BACK = 200, 120, 4


def rate_of(scene: Scene, words: str, now: Claim) -> Claim | None:
    """The one rate of growth of the total that the words name, from the time from which the rate `now` is told; None if several fit."""
    identity = _meant(scene, words)
    if not identity or now.measure != "rate" or now.average:
        return None
    start = since(scene, now)
    near = scene.claims[max(0, now.index - _WINDOW) : now.index + _WINDOW]
    told = [c for c in near if c.indicator == identity and _may_be(c, now)]
    told = [c for c in told if since(scene, c) == start] or [c for c in told if one_start(scene, c, now)]
    told = told or [c for c in scene.claims if c.cell is not None and c.indicator == identity and _tabled(c, start)]
    return told[-1] if told and len({c.signed for c in told}) == 1 else None


def _tabled(cell: Claim, start: str) -> bool:
    """Whether a cell gives the growth from that time: a column 增减 of a report at the end of the year or of a part of it, 比年初, 同比."""
    if cell.measure != "rate" or cell.average or cell.subject or cell.quantity.dimension != "fraction":
        return False
    found = _SINCE.search(cell.tail)
    return found is None or not start or found.lastgroup == start


def of_larger(scene: Scene, words: str) -> bool:
    """快于全省各项贷款增速 in a city's report: whether the words name a body that is not the document's own."""
    found = _WHOSE.match(words)
    return found is not None and found[1] != _own_place(scene)


def one_start(scene: Scene, one: Claim, other: Claim) -> bool:
    """Whether two rates may be from one time: 比年初增长6.4% and 同比增长11.8% are from two."""
    starts = {since(scene, one), since(scene, other)} - {""}
    return len(starts) <= 1


def _meant(scene: Scene, words: str) -> str:
    if of_larger(scene, words):
        return ""
    if (total := _TOTAL.fullmatch(words)) is not None:
        return scene.rules.indicator_in("各项" + total["kind"])
    return scene.rules.indicator_in("地区生产总值") if _ECONOMY.fullmatch(words) is not None else ""


def _own_place(scene: Scene) -> str:
    """Which of 省, 市, 县 and 区 the head of the document is of, '' if it names none."""
    found = _PLACES.findall(scene.document.words[:_TITLE])
    return found[-1] if found else ""


def _may_be(claim: Claim, now: Claim) -> bool:
    same = claim.index != now.index and claim.measure == "rate" and claim.modality == "result" and not claim.average
    plain = claim.cell is None and not {"paren", "part", "respectively"} & claim.cues and not any(word in claim.lead for word in _ALONE)
    year = claim.period is None or now.period is None or claim.period.last.year == now.period.last.year
    return same and plain and year and not claim.quantity.hedge and _BODY.fullmatch(claim.subject) is not None


def since(scene: Scene, rate: Claim) -> str:
    """From when a rate is told, "" if the words leave it open: 比年初增加d、增长r% says it once for both."""
    for claim in (rate, *scene.before(rate, _BACK)):
        if claim is not rate and (claim.sentence != rate.sentence or claim.measure == "rate"):
            break
        found = _SINCE.search(last_clause(claim.lead))
        if found is not None:
            return found.lastgroup or ""
        if claim is not rate and claim.measure != "change":
            break
    return ""
