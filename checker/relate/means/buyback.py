"""Shares bought back: what was paid in all lies between the number of shares at the lowest price and at the highest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from checker.claim import Claim
from checker.interval import Interval
from checker.relate.scene import Scene
from checker.relation import Relation, Term, term

_SHARES = "count:股"
_HIGH = re.compile("最高[^，。；;]{0,8}(?:价|价格)(?:为|格为)?$")
_LOW = re.compile("最低[^，。；;]{0,8}(?:价|价格)(?:为|格为)?$")
_PAID = re.compile("(?:成交|支付|使用|回购)[^，。；;]{0,8}(?:金额|总额)(?:为|约为|约)?(?:人民币)?$")
_BOUGHT = re.compile("回购[^，。；;]{0,10}股份[^，。；;]{0,8}$")
_REACH = 10
# commission and levies of a trade stay below two thousandths
_FEES = Interval(Decimal("0.998"), Decimal("1.002"))


def relations(scene: Scene) -> Iterator[Relation]:
    """For every highest price the lowest one, the shares bought before and the sum paid after or before, all in one sentence."""
    for claim in scene.prose:
        if claim.quantity.dimension in ("money", "money/count:股") and _HIGH.search(claim.lead):
            around = [*scene.before(claim, _REACH), *scene.after(claim, _REACH)]
            here = [c for c in around if c.sentence == claim.sentence]
            low = [c for c in here if c.quantity.dimension == claim.quantity.dimension and _LOW.search(c.lead)]
            paid = [c for c in here if c.quantity.dimension == "money" and _PAID.search(c.lead)]
            bought = [c for c in here if c.quantity.dimension == _SHARES and _BOUGHT.search(c.lead)]
            if len(low) == len(paid) == len(bought) == 1:
                yield _relation(scene, claim, low[0], paid[0], bought[0])


def _relation(scene: Scene, high: Claim, low: Claim, paid: Claim, bought: Claim) -> Relation:
    terms = [term("paid", paid)]
    for price, figures in ((low, (bought, low)), (high, (high,))):
        note = f"{bought.quantity.text} × {price.quantity.text}"
        terms.append(Term("bound", bought.signed * price.signed * _FEES, replace(price, sources=figures), note))
    return scene.relation("paid-between-prices", terms, ("paid", paid.index), 0.95)
