"""Means and unit quotients: 户均, 人均, 亩均, 平均每…: one amount over a count, told apart by their units."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import islice

from checker.claim import Claim
from checker.interval import Interval
from checker.relate.scene import Scene
from checker.relate.sorts import amount
from checker.relation import Relation, Term, term

# what the quotient word divides by → the dimensions of the divisor; the size of one such unit comes from the unit pack
_DIVISORS = {
    "户": ("count:户",),
    "人次": ("count:人次",),
    "人口": ("person",),
    "人": ("person", "count:人次"),
    "村": ("count:村", "count:个"),
    "亩": ("area",),
    "车": ("count:辆", "count:台"),
    "场": ("count:场", "count:场次", "count:期"),
    "家": ("count:家", "count:个", "count:户"),
    "校": ("count:所", "count:个"),
    "班": ("count:个", "count:班"),
    "次": ("count:次", "count:人次", "count:批次"),
    "件": ("count:件",),
    "笔": ("count:笔",),
    "支": ("count:支",),
    "队": ("count:支",),
    "台": ("count:台",),
    "座": ("count:座",),
    "个": ("count:个",),
    "公里": ("length",),
    "平方米": ("area",),
    "平米": ("area",),
    "吨": ("mass",),
    "生": ("person",),
    "名": ("person",),
    "单价": ("count:件", "volume", "mass", "area", "count:台", "count:套"),
}
_MULTIPLES = {"十万": 100000, "万": 10000, "千": 1000, "百": 100}
_CLOSE = 2
# 元/股 between an amount of money and a number of shares leaves little to doubt
_UNITS_FIT = 0.6
_QUOTIENT_WORDS = frozenset("人户亩村车场日月家次件笔支队台座个均平每单价名为达方公里米吨")
_Divisor = tuple[tuple[str, ...], Decimal]


def relations(scene: Scene) -> Iterator[Relation]:
    """For every figure that says so much for each, the amount and the count before it."""
    for claim in scene.prose:
        if claim.measure in ("mean", "level") and claim.modality != "base" and amount_like(claim):
            yield from _per_time(scene, claim)
        if claim.measure == "length" and any(word in claim.lead[-8:] for word in _LASTS):
            yield from _supply(scene, claim)
        if "/" in claim.quantity.dimension and claim.modality != "base":
            yield from _typed(scene, claim)
        elif ("each" in claim.cues or "每" in claim.lead[-12:]) and claim.measure in ("mean", "level") and claim.modality != "base":
            yield from _mean(scene, claim)


def amount_like(claim: Claim) -> bool:
    """Whether the figure is an amount of something, as a mean or a level."""
    return claim.quantity.dimension not in ("fraction", "point", "multiple", "rank", "number", "ratio", "")


def _per_time(scene: Scene, mean: Claim) -> Iterator[Relation]:
    """日均, 月均, 年均: an amount over the days, months or years in which it came together."""
    lead = mean.lead[-6:]
    counts: list[tuple[int, str]] = []
    if "日均" in lead and mean.period is not None and not mean.period.point:
        counts = [(mean.period.days, f"{mean.period.days}天")]
    elif "月均" in lead and mean.period is not None and not mean.period.point:
        counts = [(mean.period.months, f"{mean.period.months}个月")]
    elif "年均" in lead:
        counts = [(year, f"{year}年") for year in scene.year_lengths]
    alike = [c for c in scene.before(mean, 3) if c.quantity.dimension == mean.quantity.dimension]
    near = [c for c in alike if c.measure == "level" and c.modality != "base"]
    for count, note in counts:
        for rank, whole in enumerate(near[:2]):
            terms = [term("mean", mean), Term("numerator", whole.signed, whole), Term("denominator", Interval.exactly(count), None, note)]
            alone = rank == 0 and len(counts) == 1 and whole.sentence == mean.sentence
            yield scene.relation("mean-per-unit", terms, ("per-time", mean.index), 0.93 if alone else 0.5)


_LASTS = ("可用", "可供", "可支撑", "可保障", "可满足", "可维持", "能用")


def _supply(scene: Scene, length: Claim) -> Iterator[Relation]:
    """库存A，日均消耗B，可用n天: stock over daily use."""
    near = [c for c in scene.before(length, 4) if c.sentence == length.sentence and amount_like(c)]
    daily = [c for c in near if "日" in c.lead[-8:] and c.measure in ("mean", "level")]
    stock = [c for c in near if c not in daily and c.measure == "level"]
    if length.quantity.when is None or length.quantity.when.unit not in ("天", "日") or not daily or not stock:
        return
    if daily[0].quantity.dimension == stock[0].quantity.dimension:
        terms = [term("days", length), Term("numerator", stock[0].signed, stock[0]), Term("denominator", daily[0].signed, daily[0])]
        yield scene.relation("mean-per-unit", terms, ("supply", length.index), 0.93)


def _mean(scene: Scene, mean: Claim) -> Iterator[Relation]:
    divisor = _divisor(scene, mean)
    if divisor is None:
        return
    near = [c for c in (*scene.before(mean, 9), *scene.after(mean, 2)) if amount(c) and c.modality != "base" and "each" not in c.cues]
    above = [c for c in near if c.quantity.dimension == mean.quantity.dimension]
    below = [c for c in near if c.quantity.dimension in divisor[0]]
    yield from _quotients(scene, mean, above, below, divisor[1])


def _typed(scene: Scene, mean: Claim) -> Iterator[Relation]:
    top, _, bottom = mean.quantity.dimension.partition("/")
    near = [c for c in (*scene.before(mean, 9), *scene.after(mean, 2)) if amount(c) and c.modality != "base"]
    above = [c for c in near if c.quantity.dimension == top]
    below = [c for c in near if c.quantity.dimension == bottom]
    yield from _quotients(scene, mean, above, below, Decimal(1))


def _quotients(scene: Scene, mean: Claim, above: list[Claim], below: list[Claim], size: Decimal) -> Iterator[Relation]:
    question = ("mean", mean.index)
    for first, top in enumerate(above[:4]):
        for second, bottom in enumerate(below[:4]):
            if top.index == bottom.index:
                continue
            trust = _sureness(scene, mean, top, bottom) if first == second == 0 else 0.3
            if first == second == 0 and "/" in mean.quantity.dimension and top.sentence == bottom.sentence == mean.sentence:
                trust = max(trust, _UNITS_FIT)
            if top.clause != mean.clause and any(other.clause == mean.clause for other in above):
                trust = 0.3  # the amount of its own clause is likelier meant
            terms = [term("mean", mean), Term("numerator", top.signed, top), Term("denominator", bottom.signed.scaled(1 / size), bottom)]
            months = mean.period.months if mean.period is not None and "月" in mean.lead[-6:] else 1
            if 1 < months <= 12:
                terms.append(Term("denominator", Interval.exactly(months), None, f"{months}个月"))
            yield scene.relation("mean-per-unit", terms, question, trust)


def _sureness(scene: Scene, mean: Claim, top: Claim, bottom: Claim) -> float:
    """How sure it is that the nearest amount and the nearest count are meant: stated exactly, right before the mean, counted in a unit of
    their own, no part of a list, and no other thing by name than the mean speaks of."""
    if not top.sentence == bottom.sentence == mean.sentence:
        return 0.3
    nearest = {c.index for c in islice((c for c in scene.before(mean, 9) if amount(c)), _CLOSE)}
    if mean.indicator or {top.index, bottom.index} & scene.container.keys() or nearest != {top.index, bottom.index}:
        return 0.35
    if bottom.quantity.dimension == "count:个" or mean.quantity.hedge or top.quantity.hedge or bottom.quantity.hedge:
        return 0.6
    said = set(mean.name) - _QUOTIENT_WORDS
    return 0.92 if len(said) < _CLOSE or said & set(top.name + top.lead[-8:]) else 0.35


def _divisor(scene: Scene, mean: Claim) -> _Divisor | None:
    """The dimensions that the quotient word before the figure divides by, and how many base units one of its units holds."""
    lead = mean.lead[-16:]
    best: tuple[int, int, str] = (-1, 0, "")
    for word in _DIVISORS:
        at = max(lead.rfind(pattern) for pattern in (word + "均", "每" + word, "均" + word, "单" + word))
        if word in ("单价", "人口") or at < 0:
            at = max(at, lead.rfind(word) if word in ("单价", "人口") or "每" in lead[: max(0, lead.rfind(word))] else -1)
        if at >= 0 and (at, len(word)) > best[:2]:
            best = (at, len(word), word)
    if not best[2]:
        return None
    unit = scene.rules.unit(best[2])
    size = unit.factor if unit is not None and unit.dimension in ("area", "length", "mass") else Decimal(1)
    for word, multiple in _MULTIPLES.items():
        if "每" + word in lead:
            size = size * multiple
            break
    return _DIVISORS[best[2]], size
