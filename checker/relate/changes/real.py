"""Nominal growth, the rise of prices, and what is left when prices are taken out."""

from __future__ import annotations

from collections.abc import Iterator

from checker.claim import Claim
from checker.relate.changes.compound import factor
from checker.relate.scene import Scene
from checker.relate.sorts import one_subject
from checker.relate.topic import last_clause
from checker.relation import Relation, term

_WINDOW = 80
_INCOME, _PRICES = "人均可支配收入", "居民消费价格"
# incomes in town and country are freed of the prices there, which a brief seldom states
_OF_SOME = ("城镇", "农村", "城市", "农民")
_SURE, _LOOSE = 0.93, 0.6


def relations(scene: Scene, sentence: list[Claim], position: int) -> Iterator[Relation]:
    """名义增长5.8%，扣除价格因素实际增长5.2% beside 居民消费价格上涨0.6%: (1 + 5.8%) ÷ (1 + 0.6%) − 1."""
    real = sentence[position]
    if real.average or not last_clause(real.lead).endswith(("实际增长", "实际下降")) or "扣除" not in real.lead or "价" not in real.lead:
        return
    nominal = next((c for c in reversed(sentence[:position]) if _plain(c) and c.indicator != _PRICES), None)
    if nominal is None or _INCOME not in nominal.name:
        return
    prices = [c for c in _near(scene, real) if _plain(c) and c.indicator == _PRICES and _same_time(c, real) and one_subject(c, nominal)]
    if prices:
        terms = [term("rate", real), factor("now", nominal), factor("base", min(prices, key=lambda c: abs(c.index - real.index)))]
        trust = _LOOSE if any(word in nominal.name for word in _OF_SOME) else _SURE
        yield scene.relation("real-growth", terms, ("real", real.index), trust)


def _near(scene: Scene, claim: Claim) -> list[Claim]:
    return list(scene.claims[max(0, claim.index - _WINDOW) : claim.index + _WINDOW])


def _plain(claim: Claim) -> bool:
    """A rate against the year before, in current prices, of all there is (八大类中食品类价格 has names of its own)."""
    other = "环比" in claim.lead or "comparable" in claim.cues or "paren" in claim.cues or claim.average
    return claim.measure == "rate" and claim.cell is None and claim.modality == "result" and not other


def _same_time(prices: Claim, real: Claim) -> bool:
    return prices.period is None or real.period is None or prices.period == real.period
