"""What a quotient word divides by: 户均, 平均每家, 每万人, 亩产, 单座, 元/平方米."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from checker.claim import Claim
from checker.relate.scene import Scene
from checker.relate.sorts import counted
from checker.relate.topic import last_clause

_MANY = {"亿": 100_000_000, "百万": 1_000_000, "十万": 100_000, "万": 10_000, "千": 1000, "百": 100, "十": 10}
# nouns that stand for what is counted in another word; every other unit word divides by its own dimension and its kin
_NOUNS: Mapping[str, tuple[str, ...]] = {
    "人": ("person", "count:人次"),
    "人口": ("person",),
    "生": ("person",),
    "户": ("count:户", "count:户次", "count:家", "count:家次"),
    "家": ("count:家", "count:户", "count:家次", "count:户次", "count:所", "count:间"),
    "村": ("count:村",),
    "校": ("count:所", "count:校"),
    "店": ("count:家", "count:个"),
    "班": ("count:班",),
    "车": ("count:辆", "count:台"),
    "场": ("count:场", "count:场次", "count:期"),
    "队": ("count:支", "count:队"),
    "次": ("count:次", "count:人次", "count:批次"),
    "批": ("count:批次", "count:批"),
    "期": ("count:期",),
    "例": ("count:例",),
    "单": ("count:笔", "count:件", "count:单"),
    "体": ("count:项", "count:个"),
    "个": ("count:个",),
}
_COUNTERS = "份名位所辆件起宗例笔支台套座处项条批栋幢间张床株头只羽艘股镇乡县"
_MEASURES = ("平方公里", "平方米", "立方米", "千瓦时", "公里", "公顷", "公斤", "亩", "吨")
_UNITS = "|".join(sorted((*_NOUNS, *_COUNTERS, *_MEASURES, "人次", "户次"), key=len, reverse=True))
_WORD = re.compile(
    f"每一?(?P<many>亿|百万|十万|[万千百十])?(?P<kept>常住|户籍)?(?P<each>{_UNITS})"
    f"|单(?P<single>[座台个体栋套所场户家井车店])|(?P<mean>{_UNITS})均|(?P<crop>亩产|单产)|(?P<ticket>平均票价|人均票价)|(?P<price>[均单]价|平均(?:售价|价格|成交价))"
)
# 千人床位数, 万人发明专利拥有量
_THOUSAND = re.compile("(?<![0-9每一二三四五六七八九十百千万])([千万])人(?=床位|口|发明|有效|高价值|拥有|医|护|注册|公共)")
# 网均24.4人 of 营业网点97家, 项目平均3015万元 of 支持项目13个: what is counted is named, and no unit of it
_NAMED = re.compile("^[，、;(]?(?:(?P<last>[一-鿿])均|(?P<noun>[一-鿿]{2,4})平均)(?P<said>(?![每比较])[一-鿿]{0,6})$")
# 年均, 地均, 全均, 流域平均, 全市平均: over what is no count
_UNCOUNTED = re.compile("[平年月周日天时分季旬秒度期地全值]$|人员|当前|目前|相应|同期|^[全各其本该按]|[市省县区镇乡年月日国域均]$")
_PRICED = frozenset({"volume", "mass", "area", "energy"})
# persons have no price, nor have sorts and times
_UNPRICED = frozenset({"person", "count:类", "count:种", "count:级", "count:次", "count:轮", "count:批", "count:期"})
_GENERAL = "count:个"
_SHORT_NOUN = 3
# people who live in a place, and those registered there
_KEPT = ("常住", "户籍", "总人口")
_QUOTED = re.compile("均|每|折合|单[产价位]|平均")


@dataclass(frozen=True, slots=True)
class Divisor:
    """`above` is the dimension of the amount divided, `dimensions` are those of the figure that divides, `size` is how many base units one
    of the quotient word's units holds, `noun` what a generic counter must count ('' for anything), `said` what else the words around the
    mean say, `kept` how the people are counted (常住, 户籍), `called` what the name of the count ends in."""

    above: str
    dimensions: frozenset[str]
    size: Decimal = Decimal(1)
    noun: str = ""
    said: str = ""
    kept: str = ""
    # what the counted noun ends in, where no unit word tells what is counted
    called: str = ""

    def fits(self, claim: Claim) -> bool:
        """Whether a figure counts what the quotient word divides by."""
        dimension = claim.quantity.dimension
        if self.called:
            return dimension.startswith("count:") and _so_called(claim, self.called)
        if dimension == "person" and self.of_others(claim):
            return False
        if dimension in self.dimensions and dimension != _GENERAL:
            return True
        if dimension != _GENERAL or not self.noun and _GENERAL not in self.dimensions:
            return False
        return self.noun[:2] in (counted(claim) or claim.name) if self.noun else True

    def of_others(self, claim: Claim) -> bool:
        """Whether a number of people is counted in another way: 每千常住人口 is not over 户籍人口."""
        return bool(self.kept) and self.kept != "居民" and any(kept in claim.lead and self.kept not in kept for kept in _KEPT)

    @property
    def of_population(self) -> bool:
        """Whether the mean is over all the people of a place: 每千人口, 人均地区生产总值."""
        return "person" in self.dimensions and (self.size >= _MANY["千"] or "地区生产总值" in self.said or "GDP" in self.said)


def divisor(scene: Scene, mean: Claim) -> Divisor | None:
    """What the words before the figure, or its own unit, say it is divided by; None if they say nothing of the kind."""
    top, _, bottom = mean.quantity.dimension.partition("/")
    segment = _THOUSAND.sub(r"每\1人", _words(scene, mean)[-30:])
    matches = list(_WORD.finditer(segment))
    # 单车平均售价 is a price of each car
    found = next((match for match in matches if match["single"]), matches[-1]) if matches else None
    if bottom and (found is None or not found["single"]):
        return Divisor(top, frozenset({bottom}), said=_WORD.sub("", segment)) if _QUOTED.search(segment) else None
    if found is None:
        return _by_figure(scene, mean) or _by_noun(mean)
    top = mean.quantity.dimension
    # 人口密度为每平方公里250人 is of 人口
    said = _WORD.sub("", segment).replace("密度", "")
    if found["price"]:
        return Divisor(top, _priced(scene), said=said)
    if found["ticket"]:
        return Divisor(top, frozenset({"count:人次", "count:张"}), said="")
    if found["crop"]:
        return Divisor(top, frozenset({"area"}), scene.rules.units["亩"].factor, said=said + "产量")
    word = found["each"] or found["single"] or found["mean"]
    size = Decimal(_MANY.get(found["many"] or "", 1))
    unit = scene.rules.unit(word)
    if word in _MEASURES and unit is not None:
        return Divisor(top, frozenset({unit.dimension}), size * unit.factor, said=said)
    noun = word if word in "村校班镇乡县" else _noun(segment[found.end() :]) if word == "个" else ""
    # 每千名老年人
    whom = segment[found.end() :][:2] if word in "名位" and size > 1 else ""
    return Divisor(top, _dimensions(scene, word), size, noun, said, found["kept"] or whom)


def _words(scene: Scene, mean: Claim) -> str:
    """The clause before the figure; before a level reached (由2.5张提高到3.4张) that before the level it started from."""
    clause = last_clause(mean.lead)
    if clause.rstrip("了约近").endswith(scene.rules.wording["reach"]):
        start = next(scene.before(mean, 1), None)
        if start is not None and start.modality == "base" and start.quantity.dimension == mean.quantity.dimension:
            return last_clause(start.lead).rstrip("由从")
    return clause


def _by_figure(scene: Scene, mean: Claim) -> Divisor | None:
    """每10万人拥有…, 每10股派…: the number of units is a figure of its own right before."""
    figure = next(scene.before(mean, 1), None)
    if figure is None or figure.sentence != mean.sentence or not figure.lead.endswith("每") or len(mean.lead) > 16:
        return None
    if figure.quantity.dimension == "count:股":
        return None  # dividends look after themselves
    return Divisor(mean.quantity.dimension, frozenset({figure.quantity.dimension}), figure.quantity.value, said=mean.lead)


def _by_noun(mean: Claim) -> Divisor | None:
    """网均24.4人, 项目平均3015万元: the words begin with the noun of what is counted, or with one character of it."""
    found = _NAMED.match(mean.lead)
    noun = found["last"] or found["noun"] if found is not None else ""
    if found is None or _UNCOUNTED.search(noun):
        return None
    return Divisor(mean.quantity.dimension, frozenset(), said=found["said"].rstrip("为达约是"), called=noun)


def _so_called(claim: Claim, called: str) -> bool:
    """Whether a count is of that noun: 营业网点97家 are 网点, of which 网均 has one character."""
    noun = counted(claim) or claim.name
    return noun.endswith(called) if len(called) > 1 else called in noun[-_SHORT_NOUN:]


def _dimensions(scene: Scene, word: str) -> frozenset[str]:
    if word in _NOUNS:
        return frozenset(_NOUNS[word])
    unit = scene.rules.unit(word)
    if unit is None:
        return frozenset()
    return frozenset({unit.dimension} | ({"person"} if unit.dimension == "person" else set(scene.rules.kin.get(unit.dimension, ()))))


def _priced(scene: Scene) -> frozenset[str]:
    return _PRICED | {unit.dimension for unit in scene.rules.units.values() if unit.countable and unit.dimension not in _UNPRICED}


def _noun(after: str) -> str:
    """The two characters of what is counted after 每个: 项目, 家庭户."""
    return after[:2] if len(after) > 1 else ""
