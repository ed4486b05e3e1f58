"""What there is for each head or each share, where the document says how many: 按常住人口48.79万人计算，人均地区生产总值58710元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.claim import Claim
from checker.relate.means.pace import quotient_term
from checker.relate.scene import Scene
from checker.relate.shares.capital import capitals
from checker.relate.sorts import amount, one_subject
from checker.relate.topic import last_clause
from checker.relation import Relation, term

_MONEY = ("money", "money/person", "money/count:股")
_PRODUCT = "地区生产总值"
_PER_HEAD = re.compile("人均(?:地区|国内)?(?:生产总值|GDP)?(?:[(]GDP[)])?[突破超过达到为约]{0,4}$")
_PEOPLE = re.compile("(?:按|以|根据)(?:照)?[^，。；;、:]{0,10}(?:常住|平均|年均)人口(?:数|总数)?(?:为)?$|(?:按|以)$")
_COUNTED = re.compile("^[^，。；;、:]{0,6}(?:计算|测算|折算|计|口径)")
_EARNED = re.compile("每股(?:收益|盈利)(?:为|约为|约|达)?$")
_WORTH = re.compile("每股净资产(?:为|约为|约|达)?$")
_PROFIT = re.compile("净利润(?:为|约为|约|达|实现)?$")
_EQUITY = re.compile("(?:归属|归母)[^，。；;、:]{0,14}(?:权益|净资产|所有者权益)(?:合计|总额)?(?:为|约为|约|达)?$")
_NEAR = 6
_FAR = 40
_BLOCKS = 4
_SURE = 0.95
_TOLD = 0.93
# shares are weighted by the months of the year that they are out
_WEIGHTED = 0.88


def relations(scene: Scene) -> Iterator[Relation]:
    """Every product per head and every profit and worth per share over the people or the capital that the document tells."""
    shares = [c for c in capitals(scene) if c.quantity.value > 0]
    for claim in scene.prose:
        if claim.quantity.dimension not in _MONEY or claim.modality == "base" or claim.quantity.hedge == "below":
            continue
        words = last_clause(claim.lead)
        if _PER_HEAD.search(words):
            yield from _per_head(scene, claim)
        elif len(shares) == 1 and "稀释" not in words:
            pattern, trust = (_PROFIT, _WEIGHTED) if _EARNED.search(words) else (_EQUITY, _TOLD) if _WORTH.search(words) else (None, 0.0)
            if pattern is not None and "扣除" not in words and "扣非" not in words:
                yield from _per_share(scene, claim, shares[0], pattern, trust)


def _per_head(scene: Scene, mean: Claim) -> Iterator[Relation]:
    """The product that was told last over the people by whom the words say that it was divided."""
    around = [*scene.before(mean, 2), *scene.after(mean, 1)]
    people = [c for c in around if c.quantity.dimension == "person" and c.sentence == mean.sentence and _said(c)]
    before = (c for c in scene.earlier(mean, _FAR) if mean.block - c.block <= _BLOCKS and amount(c))
    products = [c for c in before if c.indicator == _PRODUCT and c.modality == mean.modality == "result"]
    products = [c for c in products if (one_subject(c, mean) or c.subject[:1] == "全") and c.period == mean.period and not c.quantity.hedge]
    if len(people) == 1 and products:
        yield _relation(scene, mean, products[0], people[0], _SURE)


def _said(people: Claim) -> bool:
    """按年均常住人口36.4万人计算, 以52.6万常住人口计."""
    return _PEOPLE.search(last_clause(people.lead)) is not None and _COUNTED.match(people.tail) is not None


def _per_share(scene: Scene, mean: Claim, capital: Claim, pattern: re.Pattern[str], trust: float) -> Iterator[Relation]:
    """Profit or equity told right beside its part for each share, over the one capital of the document."""
    near = [c for c in (*scene.before(mean, _NEAR), *scene.after(mean, 2)) if c.quantity.dimension == "money" and amount(c)]
    near = [c for c in near if "扣除" not in c.lead and "扣非" not in c.lead]
    named = [c for c in near if c.modality == "result" and pattern.search(last_clause(c.lead)) and mean.sentence - c.sentence <= 1]
    named = [c for c in named if not c.quantity.hedge and c.period == mean.period and (not c.subject or one_subject(c, mean))]
    if named:
        yield _relation(scene, mean, _likeliest(named), capital, trust)


def _likeliest(named: Sequence[Claim]) -> Claim:
    """归属于母公司股东的净利润 before 净利润: what belongs to others is nobody's here."""
    own = [c for c in named if "归属" in c.lead or "归母" in c.lead]
    return (own or named)[0]


def _relation(scene: Scene, mean: Claim, top: Claim, bottom: Claim, trust: float) -> Relation:
    terms = [quotient_term(mean), term("numerator", top), term("denominator", bottom)]
    return scene.relation("mean-per-unit", terms, ("mean", mean.index), trust)
