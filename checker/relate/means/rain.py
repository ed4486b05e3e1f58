"""Water over an area: 平均降水量1386.4毫米 on 8460平方公里 is 降水总量117.29亿立方米; a level that rises so much an hour."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from checker.claim import Claim
from checker.interval import Interval
from checker.relate.means.pace import quotient_term
from checker.relate.scene import Scene
from checker.relate.tables.grid import heading
from checker.relate.topic import last_clause
from checker.relation import Relation, Term, term

_DEPTH = re.compile("(?:平均|面)(?:年)?(?:降[水雨]|雨)量?(?:均值)?(?:为|达|约)?$|雨量均值(?:为|达)?$")
_VOLUME = re.compile("折合(?:年)?(?:降[水雨]总量|水量|降水量)(?:为|约为|约|达)?$|降[水雨]总量(?:为|约为|约|达)?$")
_RUNOFF = re.compile("^[，,(]折合(?:年)?径流深(?:为|约)?$")
_STORED = re.compile("(?:地表水资源量|径流量)(?:为|达)?$")
_AREA = re.compile("(?:全[市省县区]|本[市省县区]|国土|总|计算|集水|流域|全流域|行政区域)(?:总)?面积(?:为|约|共)?$|按面积$|全流域$")
_HOURLY = re.compile("平均每小时(?:上涨|下降|回落|涨幅|降幅|涨|退)?(?:约为|约|为)?$")
_ROSE = re.compile("(?:涨幅|上涨|涨|降幅|下降|回落|落差)(?:了|达|为|约)?$")
_MINUTES = re.compile("[0-9]{1,2}分")
_WHOLE_ROWS = ("合计", "全市", "全省", "全县", "全流域", "总计")
_HOURS = Decimal(24)
_BEFORE = 4
_NEAR = 0.95
_FAR = 0.93


def relations(scene: Scene) -> Iterator[Relation]:
    """Every volume of rain or run-off over its depth, every mean rise by the hour over its hours."""
    areas = _areas(scene)
    for claim in scene.prose:
        if claim.modality != "result" or claim.quantity.high is not None:
            continue
        if claim.quantity.dimension == "volume" and _VOLUME.search(last_clause(claim.lead)):
            yield from _rained(scene, claim, areas)
        elif claim.quantity.dimension == "length" and _RUNOFF.match(claim.lead):
            volume = next(scene.before(claim, 1), None)
            whole = volume is not None and volume.quantity.dimension == "volume" and _STORED.search(last_clause(volume.lead))
            if volume is not None and whole and len(areas) == 1:
                yield _relation(scene, claim, volume, areas[0], _FAR)
        elif claim.quantity.dimension == "length" and _HOURLY.search(last_clause(claim.lead)):
            yield from _by_hour(scene, claim)


def _areas(scene: Scene) -> list[Claim]:
    """The area of all that the document is of, as its words and the last rows of its tables give it, each value once."""
    found: dict[Decimal, Claim] = {}
    for claim in scene.claims:
        if claim.quantity.dimension != "area" or claim.quantity.hedge:
            continue
        row = claim.cell is not None and heading(claim).startswith(("面积", "集水面积", "计算面积")) and claim.name in _WHOLE_ROWS
        if row or claim.cell is None and _AREA.search(last_clause(claim.lead)):
            found.setdefault(claim.quantity.value, claim)
    return list(found.values())


def _rained(scene: Scene, volume: Claim, areas: list[Claim]) -> Iterator[Relation]:
    """The depth told last before, on the area beside it or on the one that the document tells."""
    depth = next((c for c in scene.before(volume, _BEFORE) if c.modality == "result" and _DEPTH.search(last_clause(c.lead))), None)
    if depth is None or depth.quantity.dimension != "length" or depth.quantity.hedge:
        return
    beside = [c for c in (*scene.before(volume, 1), *scene.after(volume, 1)) if c.quantity.dimension == "area" and c in areas]
    if len(beside) == 1:
        yield _relation(scene, depth, volume, beside[0], _NEAR)
    elif len(areas) == 1:
        yield _relation(scene, depth, volume, areas[0], _FAR)


def _by_hour(scene: Scene, mean: Claim) -> Iterator[Relation]:
    """涨幅2.27米，历时24小时，平均每小时上涨9.5厘米."""
    near = [c for c in scene.before(mean, 3) if c.sentence == mean.sentence]
    hours = [c for c in near if c.quantity.dimension == "time"]
    rises = [c for c in near if c.quantity.dimension == "length" and _ROSE.search(last_clause(c.lead))]
    if len(hours) == 1 and _MINUTES.match(scene.document.words[hours[0].quantity.end : hours[0].quantity.end + 3]):
        return
    if len(hours) == len(rises) == 1 and hours[0].quantity.unit == "小时" and not rises[0].quantity.hedge:
        count = Interval.exactly(hours[0].quantity.value * _HOURS)
        terms = [quotient_term(mean), Term("numerator", rises[0].quantity.interval, rises[0]), Term("denominator", count, hours[0])]
        yield scene.relation("mean-per-unit", terms, ("mean", mean.index), _NEAR)


def _relation(scene: Scene, depth: Claim, volume: Claim, area: Claim, trust: float) -> Relation:
    terms = [quotient_term(depth), term("numerator", volume), term("denominator", area)]
    return scene.relation("mean-per-unit", terms, ("mean", depth.index, volume.index), trust)
