"""每10股派3.80元、每10股转增3股: what shareholders get per share, the shares entitled and the total paid out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from checker.claim import Claim
from checker.relate.scene import Scene
from checker.relation import Relation, Term, term

_SHARES = "count:股"
_PER_SHARE = re.compile(r"每股[^，。；;、每]{0,14}$")
_PAID = {"money": re.compile("派|分配|红利|股利"), _SHARES: re.compile("转增|送")}
_TOTAL = re.compile(r"(?:合计|共计|总计|共|总额)[^，。；;]{0,14}$")
_SUMMED = re.compile(r"[，)）](?:合计|共计|总计|共)[^，。；;]{0,4}$")
_REACH = 14
_ENTITLED = ("(即", "参与分配的股份总数", "参与分配的股份数", "股份余额")
_SURE = 0.94
_RIVAL = 0.5


def relations(scene: Scene) -> Iterator[Relation]:
    """For every dividend or bonus per share the total that the words state, over the shares it is paid on."""
    for claim in scene.prose:
        paid = _PAID.get(claim.quantity.dimension)
        if paid is None or not paid.search(claim.lead[-16:]):
            continue
        lot, size = _lot(scene, claim)
        total = _total(scene, claim, paid) if lot else None
        if total is not None:
            yield from _paid_out(scene, claim, total, size)


def _lot(scene: Scene, claim: Claim) -> tuple[bool, Term | None]:
    """Whether the figure is per share, and the number of shares it is for (每10股), None for each single one."""
    figure = next(scene.before(claim, 1), None)
    if figure is not None and figure.quantity.dimension == _SHARES and figure.lead.endswith("每") and len(claim.lead) <= _REACH:
        return True, term("numerator", figure)
    return _PER_SHARE.search(claim.lead) is not None, None


def _following(scene: Scene, claim: Claim) -> Iterator[Claim]:
    for other in scene.claims[claim.index + 1 : claim.index + 1 + _REACH]:
        if other.block != claim.block:
            return
        yield other


def _total(scene: Scene, claim: Claim, paid: re.Pattern[str]) -> Claim | None:
    for other in _following(scene, claim):
        # 每10股派发1.00元(含税)，合计4128万元
        summed = other.index == claim.index + 1 and _SUMMED.search(other.lead) is not None
        if other.quantity.dimension == claim.quantity.dimension and (summed or paid.search(other.lead[-16:])):
            return other if _TOTAL.search(other.lead) else None
    return None


def _paid_out(scene: Scene, claim: Claim, total: Claim, lot: Term | None) -> Iterator[Relation]:
    """total = base ÷ lot × claim, as claim = total × lot ÷ base."""
    around = [*scene.before(total, 2 * _REACH), *scene.after(total, 1)]
    shares = [c for c in around if c.quantity.dimension == _SHARES and c.measure == "level" and not c.lead.endswith("每") and _held(c)]
    entitled = sorted(shares, key=lambda c: not _entitled(c))
    size = lot.claim.quantity.value if lot is not None and lot.claim is not None else Decimal(1)
    for rank, base in enumerate(entitled[:3]):
        note = f"({base.quantity.text} ÷ {lot.text})" if lot is not None else ""
        below = Term("denominator", base.signed.scaled(Decimal(1) / size), base, note)
        yield scene.relation(
            "mean-per-unit",
            [term("mean", claim), term("numerator", total), below],
            ("mean", claim.index),
            _SURE if rank == 0 and _entitled(base) else _RIVAL,
        )


def _held(claim: Claim) -> bool:
    return _PAID[_SHARES].search(claim.lead[-16:]) is None


def _entitled(claim: Claim) -> bool:
    """以…股为基数, （即…股）, 参与分配的股份数为…: the shares that are paid on."""
    return claim.tail.startswith("为基数") or claim.lead.rstrip("为").endswith(_ENTITLED)
