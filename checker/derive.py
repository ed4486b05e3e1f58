"""What the text implies without saying it: the level of a year ago behind a level and its rate of growth."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from checker.claim import Claim
from checker.interval import Interval
from checker.quantity import Quantity
from checker.rules import Rules

_ONE = Interval(Decimal(1), Decimal(1))
# A rate stands this close behind the level it is of.
_CLOSE = 3


def derive(claims: Sequence[Claim], rules: Rules) -> tuple[Claim, ...]:
    """Last year's level = this year's ÷ (1 + rate), for each named level with a rate of its own right after it.

    Only where growth is nominal: rates at constant prices and averages over years say nothing of the level printed beside them
    (国家统计局《统计指标解释》). Each derived claim is of modality base and names its two sources; linear in the number of claims.
    """
    implied: list[Claim] = []
    for position, level in enumerate(claims):
        if level.measure != "level" or level.modality != "result" or not level.indicator or level.cell is not None:
            continue
        if rules.indicators[level.indicator].growth != "nominal":
            continue
        rate = next((c for c in claims[position + 1 : position + 1 + _CLOSE] if _own(level, c)), None)
        if rate is not None and rate.signed.low > -1:
            implied.append(_former(level, rate))
    return tuple(implied)


def _own(level: Claim, rate: Claim) -> bool:
    same = rate.measure == "rate" and rate.indicator == level.indicator and rate.sentence == level.sentence
    return same and not rate.average and "comparable" not in rate.cues


def _former(level: Claim, rate: Claim) -> Claim:
    interval = level.quantity.interval / (_ONE + rate.signed)
    sign = "−" if rate.direction < 0 else "+"
    shown = (interval.middle / level.quantity.factor).quantize(Decimal("0.01"))
    quantity = Quantity(
        start=level.quantity.start,
        end=level.quantity.end,
        text=f"{level.quantity.text} ÷ (1 {sign} {rate.quantity.text}) = {shown}",
        klass="measure",
        unit=level.quantity.unit,
        dimension=level.quantity.dimension,
        factor=level.quantity.factor,
        value=interval.middle,
        interval=interval,
    )
    return replace(level, quantity=quantity, modality="base", period=None, sources=(level, rate))
