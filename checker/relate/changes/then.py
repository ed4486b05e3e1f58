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
from checker.relate.scene import Scene
from checker.relate.topic import last_clause
from checker.relation import Relation

_TIME = (
    "(?P<last>[上去]年|上一年)(?:度|全年)?(?P<part>同期|同月|同季|末|底)?|(?P<year>(?:19|20)[0-9]{2})年(?:度|全年)?(?P<end>同期|末|底|初)?|(?P<opening>年初)"
    "|(?P<span>(?:[0-9]{1,2}[—~～-])?[0-9]{1,2}月(?:份)?末?|[一二三四]季度末?|前三季度|上半年)"
)
_OPENS = re.compile(f"[，。；;:、( ]{{0,2}}(?:而|截至|截止|至)?(?:{_TIME})")
_COMPARED = re.compile(f"(?<![占同环之对百无相])[比较与](?:{_TIME})(?:相比)?[^0-9，]{{0,10}}$")
_ALONE = re.compile(f"[(](?:{_TIME})(?:的|数|为|是|:)?")
_LIKE = re.compile("同比[^0-9，]{0,8}$")
_SPAN = re.compile("[上下]半年|[一二三四]季度|前三季度|[0-9]{1,2}月|假期|假日|黄金周|节|春运|当月|当季|单[月季日]|期间")
_PLACE = re.compile("^(?:(?:我|本|全)[市县区省州国旗镇行院校]|本?公司|本?集团)(?:实现|完成)?(?=.)|^(?:实现|完成)(?=..)")
_WHEN = re.compile(f"(?:{_TIME})|[今本当]年(?:末|底)?|全年|年末|截至|目前|累计|报告期内?")
# 上 of 上年末, and whose document it is
_OWN = frozenset({"上", "去", "公司", "本公司", "集团", "本集团", "本行"})
_END = ("末", "底")
_FEWEST = 3
_NEAR = 2
_YEAR = 12
_SURE = 0.93
_MOVED = ("rate", "change", "points")
_ODD = re.compile("其中|预计|力争|目标|计划|年初预算|预算数|调整后|可比|同口径|剔除|扣除|约|拟")


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
        akin = [c for c in self.by_indicator.get(indicator, []) if c not in same] if indicator else []
        return same + [c for c in akin if (other := bare_name(c)) and (other.endswith(name) or name.endswith(other))]


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


def bare_name(claim: Claim) -> str:
    """What a figure is called, without time and place."""
    name = _WHEN.sub("", claim.name)
    if name[:1] in ("上", "去") and _OPENS.match(claim.lead):
        name = name[1:]  # 上年末资产负债率 is called 上资产负债率
    return _PLACE.sub("", name).strip("的，、值")


def _index(scene: Scene) -> _Told:
    told = _Told()
    for claim in scene.prose:
        if (owner := _owner(scene, claim)) is not None:
            told.owners[claim.index] = owner
            told.by_name.setdefault(bare_name(owner), []).append(claim)
            continue
        plain = claim.quantity.high is None and not claim.quantity.hedge and claim.quantity.ratio is None and not claim.average
        counted = level(claim) or claim.measure == "rate"
        if not plain or not counted or "part" in claim.cues or _ODD.search(claim.lead):
            continue
        name = bare_name(claim)
        if len(name) >= _FEWEST:
            told.by_name.setdefault(name, []).append(claim)
            if claim.indicator:
                told.by_indicator.setdefault(claim.indicator, []).append(claim)
    return told


def _owner(scene: Scene, claim: Claim) -> Claim | None:
    """23,174万元(上年21,391万元): the level that a bracket tells the year before of."""
    if "paren" not in claim.cues or claim.quantity.hedge or _ALONE.fullmatch(claim.lead) is None:
        return None
    owner = next(scene.before(claim, 1), None)
    fits = owner is not None and owner.sentence == claim.sentence and level(owner) and scene.same_things(owner, claim)
    return owner if fits and owner is not None and len(bare_name(owner)) >= _FEWEST and "paren" not in owner.cues else None


def _started(scene: Scene, told: _Told, before: list[Claim], moved: Claim) -> Iterator[Relation]:
    """比上年提高: the level of that time, under the name of the one that moved."""
    now = next((c for c in reversed(before[-_NEAR:]) if _may_be_now(scene, c, moved)), None)
    times = _times_of(moved, now) if now is not None else frozenset()
    if now is None or not times or now.quantity.hedge or len(bare_name(now)) < _FEWEST:
        return
    called = told.so_called(bare_name(now), now.indicator)
    found = [c for c in called if c is not now and _fits(scene, told.owners.get(c.index, c), now)]
    then = [c for c in found if (common := times & _told_at(c, now)) and _of_one_span(told.owners.get(c.index, c), now, common)]
    if then and len({c.quantity.value for c in then}) == 1 and not _of_places(called, then[0]):
        yield from _moved_by(scene, moved, now, then[0])
        owner = told.owners.get(then[0].index)
        if owner is not None and owner.period == now.period and owner.sentence != now.sentence:
            yield from _moved_by(scene, moved, owner, then[0])


def _reached(scene: Scene, told: _Told, before: list[Claim], moved: Claim) -> Iterator[Relation]:
    """与2015年的39.0%相比，城镇化率提高19.6个百分点: the level now is told elsewhere, once."""
    base = before[-1]
    name = bare_name(moved) or bare_name(base)
    if base.modality != "base" or base.quantity.hedge or any(level(c) for c in before[:-1]) or len(name) < _FEWEST:
        return
    indicator = moved.indicator or base.indicator
    called = [c for c in told.so_called(name, indicator) if c.modality == "result" and c is not base]
    now = [c for c in called if _fits(scene, c, base) and not _then(c, base)]
    alike = bool(now) and _span(now[0].lead) == _span(base.lead)
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
    beside = claim.index == moved.index - 1 and not moved.name
    named = (beside or bare_name(claim) == bare_name(moved)) and claim.modality != "base" and not claim.cues & {"paren", "part"}
    if moved.measure == "points":
        growing = is_growth(moved) or claim.measure == "rate"
        return named and claim.quantity.dimension == "fraction" and (claim.measure == "rate") == growing
    return named and level(claim) and (moved.measure == "rate" or scene.same_things(claim, moved))


def _fits(scene: Scene, claim: Claim, other: Claim) -> bool:
    """Whether two figures may be of one thing and one scope at two times."""
    kind = claim.quantity.dimension == other.quantity.dimension and (claim.measure == "rate") == (other.measure == "rate")
    here, there = ("" if c.subject in _OWN else _WHEN.sub("", c.subject) for c in (claim, other))
    placed = here[:1] == there[:1] == "全" or not here or not there or here == there
    far = here[:2] in ("全国", "全省") and here[:2] != there[:2] or there[:2] in ("全国", "全省") and here[:2] != there[:2]
    return kind and placed and not far and scene.scope(claim) == scene.scope(other) and "paren" not in claim.cues


def _of_places(called: list[Claim], claim: Claim) -> bool:
    """Whether the document tells the same of several places, and of this figure not of which."""
    places = {c.subject[:2] for c in called if c.subject[:1] == "全"}
    return len(places) > 1 and claim.subject[:1] != "全"


def _of_one_span(claim: Claim, now: Claim, times: frozenset[str]) -> bool:
    """上半年净利润, 同比增长 is from no profit of a whole year: whether both are of one part of the year, as far as their words tell."""
    if any(_SPAN.search(time) for time in times):
        return True
    here, there = _span(now.lead), _span(_OPENS.sub("", claim.lead, count=1))
    return here == there or not there and "同期" in claim.lead


def _span(words: str) -> str:
    found = _SPAN.search(words)
    return found.group() if found is not None else ""


def _times_of(moved: Claim, now: Claim) -> frozenset[str]:
    """The time that a change is measured from, as words and as a year."""
    words = last_clause(moved.lead)
    found = _COMPARED.search(words)
    if found is None:
        return frozenset({"上年同期"}) if _LIKE.search(words) else frozenset()
    return _keys(found, now)


def _told_at(claim: Claim, now: Claim) -> frozenset[str]:
    """The time that a figure's sentence or clause opens with."""
    found = _OPENS.match(claim.lead) or _OPENS.match(last_clause(claim.lead))
    keys = _keys(found, now) if found is not None and _of_the_year_before(claim, now, found) else frozenset()
    # in a bracket right behind a level, and of a whole year, last year is the time that 同比 means
    beside = "今年" in now.lead and abs(claim.sentence - now.sentence) == 1
    whole = "paren" in claim.cues or "全年" in now.lead or beside or now.period is not None and now.period.months == _YEAR
    return keys | {"上年同期"} if whole and "上年" in keys else keys


def _of_the_year_before(claim: Claim, now: Claim, found: re.Match[str]) -> bool:
    """上年 said in 2024 is no year before 2022: whether the years of both, if known, adjoin."""
    one, other = claim.period, now.period
    if one is None or other is None or not (found["last"] or found["opening"]):
        return True
    gap = other.last.year - one.last.year
    return gap == 1 or gap == 0 and bool(found["opening"])


def _keys(found: re.Match[str], now: Claim) -> frozenset[str]:
    """上年末, 2023年末 and 年初 are one time for a document of 2024."""
    year = now.period.last.year if now.period is not None else 0
    if found["opening"]:
        return frozenset({"上年末"})
    if found["span"]:
        return frozenset({found["span"]})
    part = found["part"] or found["end"] or ""
    part = "末" if part in _END else "同期" if part.startswith("同") else part
    if found["last"]:
        return frozenset({f"上年{part}", *([f"{year - 1}{part}"] if year else [])})
    return frozenset({f"{found['year']}{part}", *([f"上年{part}"] if year - 1 == int(found["year"]) else [])})


def _then(claim: Claim, base: Claim) -> bool:
    """Whether a figure is of the time of the base, or of one that its own words say is another than now."""
    found = _OPENS.match(claim.lead) or _OPENS.match(last_clause(claim.lead))
    past = found is not None and (bool(found["last"] or found["opening"]))
    one, other = claim.period, base.period
    return past or one is not None and other is not None and one.last.year <= other.last.year
