"""Values that cannot be."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from checker.claim import Claim
from checker.interval import Interval
from checker.relate.scene import Scene
from checker.relation import Relation, Term, term

_WHOLE = Term("limit", Interval(Decimal(0), Decimal(1)), None, "0–100%")
_ALL = Term("limit", Interval(Decimal(-1), Decimal("1e30")), None, "≥ −100%")
_BEFORE = 60
_NO_WHOLES = (
    "计划", "目标", "任务", "预算", "上年", "去年", "同期", "年度", "限额", "定额", "下限", "上限", "底线", "最低", "均值", "平均",
)  # fmt: skip


def relations(scene: Scene) -> Iterator[Relation]:
    """Shares above their whole, falls by more than everything there was, rates that stop at 100 %."""
    bounded = scene.rules.wording["bounded_rate"]
    for claim in scene.prose:
        if claim.quantity.dimension != "fraction" or claim.quantity.ratio is not None:
            continue
        if claim.measure == "rate" and claim.direction < 0 and not _may_turn(scene, claim):
            yield scene.relation("fall-above-all", [term("rate", claim), _ALL], ("limit", claim.index), 0.97)
        elif claim.measure == "share" and _of_whole(claim.lead) or claim.measure == "level" and claim.name.endswith(bounded):
            if _of_less_than_nothing(scene, claim):
                continue
            yield scene.relation("share-above-whole", [term("share", claim), _WHOLE], ("limit", claim.index), 0.97)


def _may_turn(scene: Scene, claim: Claim) -> bool:
    """Whether the amount may fall below nothing, and so by more than all there was: a profit that turns into a loss."""
    start = max(0, claim.quantity.start - _BEFORE)
    words = claim.name + scene.document.words[start : claim.quantity.start]
    return any(word in words for word in scene.rules.wording["turns_negative"])


def _of_less_than_nothing(scene: Scene, claim: Claim) -> bool:
    """控制风险最低资本为-2,715.89，占量化风险最低资本的-1.50%: an amount below nothing is a share below nothing."""
    before = next(scene.before(claim, 1), None)
    return claim.quantity.value < 0 and before is not None and before.quantity.value < 0


def _of_whole(lead: str) -> bool:
    """占…的 a part of a whole; 占 a plan, a limit or an amount of last year may well pass 100 %."""
    at = lead.rfind("占")
    return at >= 0 and not any(word in lead[at:] for word in _NO_WHOLES)
