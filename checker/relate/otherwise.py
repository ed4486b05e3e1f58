"""Quotients that the figures named for them do not make, and others beside them do: 70毫米以上7个，50至70毫米118个，两者共占206个的60.7%.

A percentage of three digits is made by two figures at hand by accident once in some hundred times. Where another pair makes it, the words
were taken for what they do not mean, or do not tell.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from checker.claim import Claim
from checker.interval import Interval
from checker.relate.scene import Scene
from checker.relate.shares.subject import own_subject
from checker.relate.sorts import amount
from checker.relation import Relation

_AHEAD, _BEHIND = 14, 2
# how wide a rate may be, as a part of itself, for others to make it seldom by accident
_EXACT = Decimal("0.02")
_ONE = Interval.exactly(1)
_PAIR = 2


def made_by_others(scene: Scene, relation: Relation) -> bool:
    """Whether a share, a mean or a rise in prose breaks, and with one of its figures another near by makes it."""
    rate, *given = relation.terms
    claims = relation.claims
    if len(given) < _PAIR or len(claims) != len(relation.terms) or relation.exponent != 1 or rate.interval.low <= 0:
        return False
    if any(claim.cell is not None or claim.sources for claim in claims) or rate.interval.width > rate.interval.low * _EXACT:
        return False
    if len(given) > _PAIR and [term.role for term in given] != ["numerator"] * (len(given) - 1) + ["denominator"]:
        return False
    first = sum((term.interval for term in given[1:-1]), given[0].interval)
    if _made(relation, first, given[-1].interval, rate.interval):
        return False
    if any(_made(relation, one, other, rate.interval) for one, other in _others(scene, claims, first, relation)):
        return True
    return relation.rule.form == "quotient" and _begun_anew(scene, claims)


def _begun_anew(scene: Scene, claims: tuple[Claim, ...]) -> bool:
    """招生3.3万人，其中普高2.4万人；在校生9.9万人，普高占69.9%: whether behind a semicolon stands another whole, right before the share."""
    told, *given = claims
    before = next(scene.before(told, 1), None)
    if before is None or before in given or before.sentence != told.sentence or not amount(before) or not before.lead.startswith(";"):
        return False
    part = given[0]
    return scene.same_things(before, part) and before.quantity.value > part.quantity.value and all(c.index < before.index for c in given)


def _others(scene: Scene, claims: tuple[Claim, ...], first: Interval, relation: Relation) -> Iterator[tuple[Interval, Interval]]:
    told, *parts, below = claims
    second, own = relation.terms[-1].interval, {claim.index for claim in claims}
    near = [c for c in scene.claims[max(0, told.index - _AHEAD) : told.index + 1 + _BEHIND] if c.block == told.block and amount(c)]
    named = own_subject(told)
    # 税收占比 that is the share of 非税收入 was put in the wrong place
    of_it = len(parts) > 1 or bool(named) and bool(parts[0].name) and (named in parts[0].name or parts[0].name in named)
    for claim in near:
        other = claim.quantity.interval
        if claim.index in own or other.low <= 0:
            continue
        if claim.quantity.dimension == parts[0].quantity.dimension and not of_it:
            yield other, second
            if relation.rule.form == "quotient":
                yield other + first, second
        if claim.quantity.dimension == below.quantity.dimension:
            yield first, other


def _made(relation: Relation, first: Interval, second: Interval, rate: Interval) -> bool:
    form = relation.rule.form
    if second.low <= 0 or form == "increment" and (second - first).low <= 0:
        return False
    if form == "quotient":
        return (first / second).meets(rate)
    if form == "growth":
        return (first / second - _ONE).meets(rate)
    return form == "increment" and (first / (second - first)).meets(rate)
