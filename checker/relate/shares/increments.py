"""A share of an increase: 居民用电多用3.3亿千瓦时，对全社会用电增量的贡献率46.6%; 制造业贷款增加6.2亿元，占全部贷款增量的27.9%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from checker.claim import Claim
from checker.interval import Interval
from checker.relate.likeness import coverage, label
from checker.relate.scene import Scene
from checker.relate.shares.cores import core
from checker.relate.shares.sanity import ruled_out
from checker.relate.sorts import amount
from checker.relation import Relation, Term, term

_OF = re.compile(
    "(?:对|占)(?P<of>[^，。；;、:]{1,16}?)的?(?:增量|新增额|增加额|增长额|新增量|净增额|增加量)的?(?:贡献率|贡献|比重|比例)?[为达约是]{0,2}$"
)
_ONE = Interval(Decimal(1), Decimal(1))
_REACH = 160
_PART = 4
_NAMED = 0.6
# likelier than all else: believed where one slip would mend it
_CLEAR = 0.88
_SURE = 0.92
_RIVAL = 0.5


def relations(scene: Scene, share: Claim) -> Iterator[Relation]:
    """The change told right before the share over the change of what its words name, or over what level and rate tell of that."""
    found = _OF.search(share.lead)
    if found is None or share.quantity.hedge:
        return
    near = [c for c in scene.before(share, _PART) if c.sentence == share.sentence and c.modality != "base"]
    part = next((c for c in near if _more(c) or amount(c) and ("增量" in c.lead[-6:] or "新增" in c.lead[-6:])), None)
    wanted = core(scene, found["of"].removeprefix("全社会").removeprefix("全行业"))
    if part is None or not wanted:
        return
    window = scene.claims[max(0, share.index - _REACH) : share.index]
    wholes = [c for c in (_increase(scene, one, wanted) for one in reversed(window) if one is not part) if c is not None]
    wholes = [c for c in wholes if c.quantity.dimension == part.quantity.dimension and not ruled_out(share, (part,), c)]
    sure = _SURE if len(wholes) == 1 else _CLEAR
    for rank, whole in enumerate(wholes[:4]):
        below = Term("denominator", whole.quantity.interval, whole, whole.quantity.text if whole.sources else "")
        terms = [term("share", share), Term("numerator", part.quantity.interval, part), below]
        yield scene.relation("share-of-whole", terms, ("share", share.index), sure if rank == 0 else _RIVAL)


def _more(claim: Claim) -> bool:
    return claim.measure == "change" and claim.direction > 0 and claim.quantity.dimension not in ("fraction", "point", "multiple")


def _increase(scene: Scene, claim: Claim, wanted: str) -> Claim | None:
    """The increase that a figure tells of what is so named: as an amount, or by a level and the rate right behind it."""
    if claim.cell is not None or claim.modality != "result" or claim.quantity.hedge:
        return None
    if _more(claim):
        before = next(scene.before(claim, 1), None)
        words = label(scene, claim) + (label(scene, before) if before is not None and before.sentence == claim.sentence else "")
        return claim if coverage(wanted, words) >= _NAMED else None
    rate = next(scene.after(claim, 1), None)
    grown = rate is not None and rate.measure == "rate" and rate.direction > 0 and not rate.average and "comparable" not in rate.cues
    if not amount(claim) or rate is None or not grown or coverage(wanted, label(scene, claim)) < _NAMED:
        return None
    interval = claim.quantity.interval - claim.quantity.interval / (_ONE + rate.signed)
    text = f"({claim.quantity.text} − {claim.quantity.text} ÷ (1 + {rate.quantity.text}))"
    quantity = replace(claim.quantity, interval=interval, value=interval.middle, text=text, exact=False)
    return replace(claim, quantity=quantity, sources=(claim, rate))
