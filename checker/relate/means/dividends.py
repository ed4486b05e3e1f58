"""每10股派3.80元、每10股转增3股: what shareholders get per share, the shares entitled and the total paid out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from checker.claim import Claim
from checker.interval import Interval
from checker.relate.scene import Scene
from checker.relate.shares.capital import capitals
from checker.relate.topic import last_clause
from checker.relation import Relation, Term, term

_SHARES = "count:股"
_PER_SHARE = re.compile(r"每股[^，。；;、每]{0,14}$")
_PAID = {"money": re.compile("派|分配|红利|股利|股息"), _SHARES: re.compile("转增|送")}
_TOTAL = re.compile(r"(?:合计|共计|总计|共|总额)[^，。；;]{0,14}$")
_SUMMED = re.compile(r"[，)）](?:合计|共计|总计|共)[^，。；;]{0,4}$")
_REACH = 14
_ENTITLED = ("(即", "参与分配的股份总数", "参与分配的股份数", "股份余额")
_SURE = 0.94
# the capital is the one number of shares told, and nothing is said to be left out of it
_CAPITAL = 0.93
_RIVAL = 0.5
# fractions of shares are rounded
_FRACTION = Interval(Decimal(-1), Decimal(1))
_OWN = re.compile("(?:总股本|股本总额|股本总数|股份总数|股份总额)[^，。；;、0-9]{0,6}$")
_GOT = re.compile("^(?:股份|股票)?，?(?:共|合计|累计)?(?:取得|获得|获送|获转增|增加|转增取得|获转)[^，。；;、0-9]{0,4}$")
_LESS = re.compile("扣除|剔除|扣减|减去|回购|库存|专用|不参与")
_AFTERWARDS = re.compile(
    "(?:转增|送转|送股|送红股|分配|实施|方案|本次|完成)[^，。；;、0-9]{0,8}后，?[^，。；;、0-9]{0,10}(?:总股本|股本总额|股本总数|股份总数|股份总额)"
    "[^，。；;、0-9]{0,4}(?:增加|增|变更|变|扩大|扩|上升|升)?(?:至|为|到|达)[^，。；;、0-9]{0,2}$"
)


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
        if lot and claim.quantity.dimension == _SHARES:
            yield from _afterwards(scene, claim, size)
            yield from _received(scene, claim, size)


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
    if not entitled:
        told = [c for c in capitals(scene) if c.quantity.value > 0]
        entitled = told if len({c.quantity.value for c in told}) == 1 else []
    alone = len({c.quantity.value for c in entitled}) == 1 and _OWN.search(last_clause(entitled[0].lead)) is not None
    alone = alone and not any(_LESS.search(c.lead + c.tail) for c in (claim, total, *around))
    for rank, base in enumerate(entitled[:3]):
        note = f"({base.quantity.text} ÷ {lot.text})" if lot is not None else ""
        below = Term("denominator", base.signed.scaled(Decimal(1) / size), base, note)
        yield scene.relation(
            "mean-per-unit",
            [term("mean", claim), term("numerator", total), below],
            ("mean", claim.index),
            _RIVAL if rank else _SURE if _entitled(base) else _CAPITAL if alone else _RIVAL,
        )


def _received(scene: Scene, claim: Claim, lot: Term | None) -> Iterator[Relation]:
    """首次公开发行前取得22,697,400股，每10股转增4股取得9,078,960股: of the shares told right before those that the issue brought."""
    got, lots = next(scene.after(claim, 1), None), lot.claim if lot is not None else None
    base = next(scene.before(lots, 1), None) if lots is not None else None
    if got is None or lots is None or base is None or not _GOT.match(got.lead) or base.sentence != claim.sentence:
        return
    if got.quantity.dimension == base.quantity.dimension == _SHARES and base.measure == "level" and not _LESS.search(base.lead):
        below = Term("denominator", base.signed.scaled(1 / lots.quantity.value), base, f"({base.quantity.text} ÷ {lots.quantity.text})")
        terms = [term("mean", claim), Term("numerator", got.signed + _FRACTION, got), below]
        yield scene.relation("mean-per-unit", terms, ("mean", claim.index), _CAPITAL)


def _afterwards(scene: Scene, claim: Claim, lot: Term | None) -> Iterator[Relation]:
    """每10股转增4股，转增后总股本增至28,000万股: the capital behind, less the one before, over the lots of the one before."""
    after = next((c for c in _following(scene, claim) if c.quantity.dimension == _SHARES and _AFTERWARDS.search(c.lead)), None)
    if after is None or lot is None or lot.claim is None:
        return
    around = [*scene.before(after, _REACH)]
    levels = [c for c in around if c.quantity.dimension == _SHARES and c.measure == "level"]
    told = [c for c in levels if _OWN.search(last_clause(c.lead))]
    if len({c.quantity.value for c in told}) != 1 or any(_LESS.search(c.lead + c.tail) for c in (claim, after, *around)):
        return
    before, size = told[0], lot.claim.quantity.value
    many = Term("denominator", before.signed.scaled(Decimal(1) / size), None, f"({before.quantity.text} ÷ {lot.text})")
    ends = Term("numerator", after.signed + _FRACTION, after), Term("less", before.signed, before)
    yield scene.relation("mean-per-unit", [term("mean", claim), *ends, many], ("capital after", claim.index), _SURE)


def _held(claim: Claim) -> bool:
    return _PAID[_SHARES].search(claim.lead[-16:]) is None


def _entitled(claim: Claim) -> bool:
    """以…股为基数, 按…股计, （即…股）, 参与分配的股份数为…: the shares that are paid on."""
    counted = claim.tail.startswith(("计算", "计，", "测算")) and any(word in last_clause(claim.lead) for word in ("以", "按"))
    return counted or claim.tail.startswith("为基数") or claim.lead.rstrip("为是").endswith(_ENTITLED)
