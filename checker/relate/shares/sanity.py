"""Readings that the figures rule out whatever slip of the pen there may be: no one digit, and no point, makes 24亿元 a part of 8亿元.

This looks at the values without believing them: what a slip could have made of a true relation is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from checker.claim import Claim
from checker.relation import Relation

# what is not miswritten but out of date is seldom off by more than this
_LEAST = Decimal("0.6")
_SCALES = tuple(Decimal(scale) for scale in ("10", "0.1", "100", "0.01", "10000", "0.0001"))
_NINE = 9
# a reading trusted so much stands whatever the figures say
_STATED = 0.97


def ruled_out(share: Claim, parts: Sequence[Claim], whole: Claim, size: Decimal = Decimal(1)) -> bool:
    """Whether the parts over the whole lie far from the share (or from the mean for each `size` units of the whole), and no single slip
    would explain it."""
    told, below = share.quantity.interval.middle, whole.quantity.interval.middle / size
    above = sum((part.quantity.interval.middle for part in parts), Decimal(0))
    if not (told > 0 and above > 0 and below > 0):
        return False
    computed = above / below
    # nothing 占 more than all there is, though more may be reached than was planned
    over = "占" in share.lead and told <= 1 < computed
    if not over and _LEAST <= told / computed <= 1 / _LEAST:
        return False
    figures = [c.quantity.interval for c in (share, *parts, whole)]
    slack = sum((interval.width / interval.middle for interval in figures if interval.middle), Decimal(0))
    wanted = [(part, part.quantity.value + below * told - above) for part in parts]
    wanted.append((whole, above / told * size))
    # a share is at most of all there is
    if share.quantity.dimension != "fraction" or computed <= max(Decimal(1), told):
        wanted.append((share, computed))
    return not any(one_slip(claim, value, slack) for claim, value in wanted)


def mean_ruled_out(mean: Claim, top: Claim, count: Decimal) -> bool:
    """The same of an amount over a number of days or years, or of things counted together, that is not in doubt."""
    told, above = mean.quantity.interval.middle, top.quantity.interval.middle
    if not (told > 0 and above > 0 and count > 0) or _LEAST <= told * count / above <= 1 / _LEAST:
        return False
    slack = mean.quantity.interval.width / told + top.quantity.interval.width / above
    return not one_slip(mean, above / count, slack) and not one_slip(top, told * count, slack)


def one_slip(claim: Claim, wanted: Decimal, slack: Decimal) -> bool:
    """Whether one digit changed or too many, two digits swapped or the point would make the figure what is wanted."""
    numeral = claim.quantity.numeral
    if numeral is None or not numeral.mantissa or not claim.quantity.value or wanted <= 0:
        return False
    meant = abs(numeral.mantissa) * wanted / claim.quantity.value
    _, digits, exponent = abs(numeral.mantissa).as_tuple()
    weights = [Decimal(10) ** (int(exponent) + len(digits) - 1 - place) for place in range(len(digits))]
    within = meant * slack + weights[-1] / 2
    off = meant - abs(numeral.mantissa)
    for place, (digit, weight) in enumerate(zip(digits, weights, strict=True)):
        step = round(off / weight)
        least = 1 if place == 0 < len(digits) - 1 else 0
        if step and least <= digit + step <= _NINE and abs(off - step * weight) <= within:
            return True
    power = Decimal(10) ** int(exponent)
    without = (int("".join(map(str, digits[:at] + digits[at + 1 :]))) * power for at in range(len(digits)) if len(digits) > 2)
    if any(abs(meant - shorter) <= within for shorter in without):
        return True
    swaps = ((b - a) * (high - low) for (a, high), (b, low) in pairwise(zip(digits, weights, strict=True)))
    return any(abs(off - swap) <= within for swap in swaps if swap) or any(
        abs(meant - abs(numeral.mantissa) * scale) <= meant * slack + weights[-1] * scale for scale in _SCALES
    )


def without_ruled_out(relations: Iterable[Relation]) -> Iterator[Relation]:
    """The readings that a slip might explain, and those of which the words leave no doubt."""
    for relation in relations:
        if relation.trust >= _STATED or relation.rule.id != "share-of-whole" or not _out(relation):
            yield relation


def _out(relation: Relation) -> bool:
    """Whether a share over plain figures of the page is ruled out."""
    share, *others = (t.claim for t in relation.terms)
    above = [t.claim for t in relation.terms[1:-1]]
    told = [c for c in others if c is not None and not c.sources]
    plain = share is not None and len(told) == len(others) > 1 and all(t.role == "numerator" for t in relation.terms[1:-1])
    return plain and share is not None and ruled_out(share, [c for c in above if c is not None], told[-1])
