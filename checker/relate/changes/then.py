"""What a change is measured from, or what it led to, told under one name elsewhere: 巩固率96.8%，较2020年提高1.3个百分点。2020年为95.5%;
今年收入比上年的219.6亿元多27.7亿元 behind a paragraph that tells this year's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from checker.claim import Claim
from checker.relate.changes.growth import between
from checker.relate.changes.levels import level
from checker.relate.changes.outpacing import difference, is_growth
from checker.relate.changes.partners import Step
from checker.relate.changes.told_times import ALONE, OPENS, WHEN, bare_name, of_one_span, span, times_of, told_at
from checker.relate.scene import Scene
from checker.relate.topic import last_clause
from checker.relation import Relation

# 上 of 上年末, and whose document it is
_OWN = frozenset({"上", "去", "公司", "本公司", "集团", "本集团", "本行"})
_FEWEST = 3
_RATES = ("增速", "增幅", "涨幅", "降幅", "占比", "比重", "比例")
_NEAR = 2
_MOST = 48
_SURE = 0.93
_MOVED = ("rate", "change", "points")
_ODD = re.compile("其中|预计|力争|目标|计划|年初预算|预算数|调整后|可比|同口径|剔除|扣除|约|拟")

# 118.6亿元（初步数）, 312.6万册（含流动馆）: not what the later figure is compared with
_PROVISIONAL = re.compile("[一-鿿]{0,4}[(（](?:[^()（）]{0,6}(?:初步|快报|口径)|不?含|不?包括)")


@dataclass
class _Told:
    """The levels and percentages of prose by their bare names, and by their indicators."""

    by_name: dict[str, list[Claim]] = field(default_factory=dict)
    by_indicator: dict[str, list[Claim]] = field(default_factory=dict)
    # by the index of a level of the year before in a bracket, the level right before it
    owners: dict[int, Claim] = field(default_factory=dict)

    def so_called(self, name: str, indicator: str) -> list[Claim]:
        """Those of that bare name; of that indicator those whose name is its end, or the other way round."""
        same = self.by_name.get(name, [])
        akin = self.by_indicator.get(indicator, []) if indicator else []
        if len(same) > _MOST or len(akin) > _MOST:
            return []  # told of too many things to be one
        return same + [c for c in akin if (other := bare_name(c)) != name and (other.endswith(name) or name.endswith(other))]


def relations(scene: Scene) -> Iterator[Relation]:
    """Every change, rate and difference in points whose other end stands elsewhere, where one figure alone bears the name and the time."""
    told = _index(scene)
    for sentence in scene.sentences:
        for at, moved in enumerate(sentence):
            if moved.measure in _MOVED and not moved.average and moved.quantity.high is None and not moved.cues & {"respectively", "paren"}:
                if any(c.modality == "base" for c in sentence[max(0, at - _NEAR) : at]):
                    yield from _reached(scene, told, sentence[:at], moved)
                else:
                    yield from _started(scene, told, sentence[:at], moved)


def _index(scene: Scene) -> _Told:
    told = _Told()
    for claim in scene.prose:
        if (owner := _owner(scene, claim)) is not None:
            told.owners[claim.index] = owner
            told.by_name.setdefault(bare_name(owner), []).append(claim)
            continue
        plain = claim.quantity.high is None and not claim.quantity.hedge and claim.quantity.ratio is None and not claim.average
        counted = level(claim) or claim.measure == "rate"
        odd = _ODD.search(claim.lead) or _PROVISIONAL.match(claim.tail)
        if not plain or not counted or "part" in claim.cues or odd:
            continue
        name = bare_name(claim)
        if len(name) >= _FEWEST:
            told.by_name.setdefault(name, []).append(claim)
            if claim.indicator:
                told.by_indicator.setdefault(claim.indicator, []).append(claim)
    return told


def _owner(scene: Scene, claim: Claim) -> Claim | None:
    """23,174万元(上年21,391万元): the level that a bracket tells the year before of."""
    if "paren" not in claim.cues or claim.quantity.hedge or ALONE.fullmatch(claim.lead) is None:
        return None
    owner = next(scene.before(claim, 1), None)
    fits = owner is not None and owner.sentence == claim.sentence and level(owner) and scene.same_things(owner, claim)
    return owner if fits and owner is not None and len(bare_name(owner)) >= _FEWEST and "paren" not in owner.cues else None


def _in_bracket(scene: Scene, points: Claim, now: Claim, times: frozenset[str]) -> Claim | None:
    """比1—7月加快0.4个百分点(1—7月为244.7亿元，增长5.1%): the percentage of now's kind in a bracket that opens with the time compared."""
    inside: list[Claim] = []
    for claim in scene.after(points, _NEAR):
        if "paren" not in claim.cues or not inside and not claim.lead.startswith("("):
            break
        inside.append(claim)
    opened = bool(inside) and bool(times & told_at(inside[0], now)) and inside[0].name in ("", now.name)
    alike = [c for c in inside if c.quantity.dimension == "fraction" and c.measure == now.measure]
    return alike[0] if opened and len(alike) == 1 and "占" not in alike[0].lead else None


def _started(scene: Scene, told: _Told, before: list[Claim], moved: Claim) -> Iterator[Relation]:
    """比上年提高: the level of that time, under the name of the one that moved."""
    now = next((c for c in reversed(before[-_NEAR:]) if _may_be_now(scene, c, moved)), None)
    times = (_years_before(before[-1], now) or times_of(moved, now)) if now is not None else frozenset()
    if now is None or not times or now.quantity.hedge or len(bare_name(now)) < _FEWEST:
        return
    if moved.measure == "points" and (other := _in_bracket(scene, moved, now, times)) is not None:
        yield difference(scene, moved, now, other, _SURE)
        return
    called = told.so_called(bare_name(now), now.indicator)
    found = [c for c in called if c is not now and _fits(scene, told.owners.get(c.index, c), now)]
    then = [c for c in found if (common := times & told_at(c, now)) and of_one_span(told.owners.get(c.index, c), now, common)]
    if then and len({c.quantity.value for c in then}) == 1 and not _of_places(called, then[0]):
        yield from _moved_by(scene, moved, now, then[0])
        owner = told.owners.get(then[0].index)
        if owner is not None and owner.period == now.period and owner.sentence != now.sentence:
            yield from _moved_by(scene, moved, owner, then[0])


def _years_before(length: Claim, now: Claim) -> frozenset[str]:
    """五年间增加: the year so many years before that of the level now."""
    when = length.quantity.when
    if length.measure != "length" or when is None or when.unit != "年" or when.count is None or now.period is None:
        return frozenset()
    year = now.period.last.year - int(when.count)
    return frozenset({f"{year}", f"{year}末"})


def _reached(scene: Scene, told: _Told, before: list[Claim], moved: Claim) -> Iterator[Relation]:
    """与2015年的39.0%相比，城镇化率提高19.6个百分点: the level now is told elsewhere, once."""
    base = before[-1]
    name = bare_name(base) if len(bare_name(moved)) < _FEWEST else bare_name(moved)
    here = [c for c in before[:-1] if level(c) and (c.clause == base.clause or bare_name(c) == name)]
    if base.modality != "base" or base.quantity.hedge or here or len(name) < _FEWEST:
        return
    indicator = moved.indicator or base.indicator
    called = [c for c in told.so_called(name, indicator) if c.modality == "result" and c is not base]
    now = [c for c in called if _fits(scene, c, base) and not _then(c, base)]
    alike = bool(now) and span(now[0].lead) == span(base.lead)
    if alike and len({c.quantity.value for c in now}) == 1 and not _of_places(called, base):
        yield from _moved_by(scene, moved, now[0], base)


def _moved_by(scene: Scene, moved: Claim, now: Claim, base: Claim) -> Iterator[Relation]:
    if moved.measure == "points":
        if now.quantity.dimension == base.quantity.dimension == "fraction":
            yield difference(scene, moved, now, base, _SURE)
    elif moved.measure == "rate" or scene.same_things(moved, base):
        yield from between(scene, moved, Step(now, base, None, _SURE))


def _may_be_now(scene: Scene, claim: Claim, moved: Claim) -> bool:
    """Whether a figure right before bears the name of what moved."""
    inside = scene.claims[claim.index + 1 : moved.index]
    beside = len(inside) < _NEAR and all(_years_before(c, claim) for c in inside) and (len(moved.name) < _NEAR or moved.name in _RATES)
    named = (beside or bare_name(claim) == bare_name(moved)) and claim.modality != "base" and not claim.cues & {"paren", "part"}
    if moved.measure == "points":
        growing = is_growth(moved) or claim.measure == "rate"
        return named and claim.quantity.dimension == "fraction" and (claim.measure == "rate") == growing
    return named and level(claim) and (moved.measure == "rate" or scene.same_things(claim, moved))


def _fits(scene: Scene, claim: Claim, other: Claim) -> bool:
    """Whether two figures may be of one thing and one scope at two times."""
    kind = claim.quantity.dimension == other.quantity.dimension and (claim.measure == "rate") == (other.measure == "rate")
    here, there = ("" if c.subject in _OWN else WHEN.sub("", c.subject) for c in (claim, other))
    placed = here[:1] == there[:1] == "全" or not here or not there or here == there
    far = here[:2] in ("全国", "全省") and here[:2] != there[:2] or there[:2] in ("全国", "全省") and here[:2] != there[:2]
    return kind and placed and not far and scene.scope(claim) == scene.scope(other) and "paren" not in claim.cues


def _of_places(called: list[Claim], claim: Claim) -> bool:
    """Whether the document tells the same of several places, and of this figure not of which."""
    places = {c.subject[:2] for c in called if c.subject[:1] == "全"}
    return len(places) > 1 and claim.subject[:1] != "全"


def _then(claim: Claim, base: Claim) -> bool:
    """Whether a figure is of the time of the base, or of one that its own words say is another than now."""
    found = OPENS.match(claim.lead) or OPENS.match(last_clause(claim.lead))
    past = found is not None and (bool(found["last"] or found["opening"]))
    one, other = claim.period, base.period
    return past or one is not None and other is not None and one.last.year <= other.last.year
