"""Means and unit quotients: 户均, 人均, 亩均, 平均每…: one amount over a count, told apart by their units."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

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
_Divisor = tuple[tuple[str, ...], Decimal]


def relations(scene: Scene) -> Iterator[Relation]:
    """For every figure that says so much for each, the amount and the count before it."""
    for claim in scene.prose:
        if ("each" in claim.cues or "每" in claim.lead[-12:]) and claim.measure in ("mean", "level") and claim.modality != "base":
            yield from _mean(scene, claim)
        elif "/" in claim.quantity.dimension and claim.modality != "base":
            yield from _typed(scene, claim)


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
    near = [c for c in scene.before(mean, 9) if amount(c) and c.modality != "base"]
    above = [c for c in near if c.quantity.dimension == top]
    below = [c for c in near if c.quantity.dimension == bottom]
    yield from _quotients(scene, mean, above, below, Decimal(1))


def _quotients(scene: Scene, mean: Claim, above: list[Claim], below: list[Claim], size: Decimal) -> Iterator[Relation]:
    question = ("mean", mean.index)
    for first, top in enumerate(above[:4]):
        for second, bottom in enumerate(below[:4]):
            if top.index == bottom.index:
                continue
            trust = 0.8 if first == second == 0 and top.sentence == bottom.sentence == mean.sentence else 0.3
            terms = [term("mean", mean), Term("numerator", top.signed, top), Term("denominator", bottom.signed.scaled(1 / size), bottom)]
            months = mean.period.months if mean.period is not None and "月" in mean.lead[-6:] else 1
            if 1 < months <= 12:
                terms.append(Term("denominator", Interval.exactly(months), None, f"{months}个月"))
            yield scene.relation("mean-per-unit", terms, question, trust)


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
