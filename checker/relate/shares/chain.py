"""Shares told one after the other: what most of them are of, the others are of too. A 398万元，占7.2%；B 190万元，占3.4%；C …."""

from __future__ import annotations

from collections.abc import Iterator

from checker.claim import Claim
from checker.interval import Interval
from checker.relate.scene import Scene
from checker.relate.shares.cores import core
from checker.relate.shares.wholes import named_whole
from checker.relate.sorts import amount
from checker.relation import Relation, Term

Pair = tuple[Claim, Claim]
_SURE = 0.95
_LEAST = 3
_BACK = 40
_AHEAD = 6
_MOST = 40


def relations(scene: Scene, pairs: list[Pair]) -> Iterator[Relation]:
    """Every chain of (share, part) whose shares are of one whole, found by the shares that agree on it."""
    chain: list[Pair] = []
    for pair in pairs:
        if chain and not _goes_on(scene, chain, pair):
            yield from _agreed(scene, chain)
            chain = []
        chain.append(pair)
    yield from _agreed(scene, chain)


def _goes_on(scene: Scene, chain: list[Pair], pair: Pair) -> bool:
    """Whether a share is told in the same breath, of the same base by name and of the same kind of thing."""
    share, part = chain[-1]
    first, own = (core(scene, named_whole(s)) for s in (chain[0][0], pair[0]))
    near = pair[0].block - share.block <= 1 and pair[0].index - share.index <= _AHEAD
    return near and own in ("", first) and part.quantity.dimension == pair[1].quantity.dimension and len(chain) < _MOST


def _agreed(scene: Scene, chain: list[Pair]) -> Iterator[Relation]:
    if len(chain) < _LEAST:
        return
    parts = {part.index for _, part in chain}
    first, last = chain[0][1], chain[-1][0]
    window = scene.claims[max(0, first.index - _BACK) : last.index + _AHEAD]
    around = [c for c in window if amount(c) and c.index not in parts and scene.same_things(c, first) and not c.quantity.hedge]
    agreeing = [(sum(_holds(s, p, whole) for s, p in chain), -abs(first.index - whole.index), whole) for whole in around]
    count, _, whole = max(agreeing, key=lambda found: found[:2], default=(0, 0, first))
    if count < len(chain) - max(1, len(chain) // 4) or count < _LEAST - 1:
        return
    for share, part in chain:
        other = any(_holds(share, part, c) for c in window if amount(c) and c is not whole and scene.same_things(c, part))
        # the one share that names its base may be of another than those that name none
        alone = share is chain[0][0] and core(scene, named_whole(share)) != core(scene, named_whole(chain[1][0]))
        if _holds(share, part, whole) or not (other or alone):
            terms = [Term("share", share.quantity.interval, share), Term("numerator", part.quantity.interval, part)]
            terms.append(Term("denominator", whole.quantity.interval, whole))
            yield scene.relation("share-of-whole", terms, ("share", share.index), _SURE)


def _holds(share: Claim, part: Claim, whole: Claim) -> bool:
    below: Interval = whole.quantity.interval
    return below.low > 0 and share.quantity.interval.meets(part.quantity.interval / below)
