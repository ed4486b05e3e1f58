"""Readings that the figures themselves speak against: where the words could be meant otherwise, the values tell that they are.

抽查312家，合格286家，不合格22家，停产未检4家: what is missing is told, and nothing is wrong. 本金a，利息b，本息合计c，另有罚息d:
without the last it holds. 9个站超警，其中3站超保；6站已退，仍有3站: the parts make up another whole. 面雨量64毫米，甲86毫米、乙71毫米:
no part is greater than its whole. 落后进度2.5个百分点: only the sign is not told. The values have no say in what belongs together; here
they say that the reading is not the one meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import combinations, pairwise

from checker.claim import Claim
from checker.interval import Interval
from checker.relate.clause import alike, last_words
from checker.relate.otherwise import made_by_others
from checker.relate.scene import Scene
from checker.relate.sorts import amount, countable
from checker.relation import Relation

_SUMS = frozenset({"sum", "difference"})
_QUOTIENTS = frozenset({"quotient", "growth", "increment"})
# how many figures before the first and behind the last of a sum are looked at, and what trust is left to a reading that is not meant
_BEFORE, _WIDE, _BEHIND, _LEFT = 2, 5, 3, 0.05
_LONGEST, _FEW, _TELLING, _PARTED = 40, 3, 2, 3
# how far off another whole is looked for where the sum has so many digits that no other figure has them by accident
_FAR, _EXACT = 60, Decimal("0.01")
_MOST_PARTS = 8
_NINE, _TWO_DIGITS = 9, 10
_MUCH = Decimal("1.2")
# what the words name outright is meant, and the figure was computed from another by mistake
_SAID = 0.965
_DIGITS = frozenset(map(Decimal, range(_TWO_DIGITS)))
_SCALES = (Decimal(10), Decimal(100), Decimal(10000))
_COMPARED = re.compile("[比较]|同期|净增|净减")
_MARKS, _NOUN = ("以上", "以下", "以内"), re.compile("的?[一-鿿]{2,6}")
_ZERO = Interval.exactly(0)


def without_the_doubtful(scene: Scene, relations: Iterable[Relation]) -> Iterator[Relation]:
    """The relations, with little trust in those of prose that break and would hold were the words taken otherwise."""
    for relation in relations:
        doubtful = relation.trust > _LEFT and (_taken_otherwise(scene, relation) or any(_a_mark(scene, c) for c in relation.claims))
        yield replace(relation, trust=_LEFT) if doubtful else relation


def _a_mark(scene: Scene, claim: Claim) -> bool:
    """10亿元以上项目23个: whether a figure only says of what size those are that the next one counts."""
    if not claim.quantity.text.endswith(_MARKS) or claim.cell is not None:
        return False
    behind = next(scene.after(claim, 1), None)
    return behind is not None and countable(behind) and behind.index == claim.index + 1 and _NOUN.fullmatch(behind.lead) is not None


def _taken_otherwise(scene: Scene, relation: Relation) -> bool:
    if relation.rule.form in _QUOTIENTS:
        return relation.trust < _SAID and made_by_others(scene, relation)
    told = relation.rule.form in _SUMS and len(relation.terms) > 2 and relation.terms[0].claim is not None
    return told and all(term.claim is None or term.claim.cell is None for term in relation.terms) and _doubtful(scene, relation)


def _doubtful(scene: Scene, relation: Relation) -> bool:
    """Whether a sum or a difference breaks, and its figures say why."""
    gap = _gap(relation)
    if gap.meets(_ZERO):
        return False
    claims = sorted((term.claim for term in relation.terms if term.claim is not None), key=lambda claim: claim.index)
    if relation.rule.form == "difference":
        return _unsigned(scene, relation, gap) or _left_out(scene, relation, claims, gap)
    if any(term.role == "less" for term in relation.terms):
        return _left_out(scene, relation, claims, gap)
    return (
        _overflows(relation, gap)
        or _split_again(relation)
        or _of_one_another(scene, [claim for claim in claims if claim is not relation.terms[0].claim])
        or _of_another(scene, relation, claims, gap)
        or _beside_the_whole(scene, relation, claims)
        or _left_out(scene, relation, claims, gap)
    )


def _unsigned(scene: Scene, relation: Relation, gap: Interval) -> bool:
    """Whether a difference holds the other way round and no verb says which way."""
    change = relation.terms[0]
    verbs = (*scene.rules.wording["increase"], *scene.rules.wording["decrease"])
    if change.claim is None or any(verb in last_words(change.claim) + change.claim.tail[:_FEW] for verb in verbs):
        return False
    return (change.interval - gap).meets(-change.interval)


def _overflows(relation: Relation, gap: Interval) -> bool:
    """Whether a part is much greater than the whole, and that by no slip of the pen: what is a mean of others, or was told after them, is
    not their sum."""
    whole, *parts = relation.terms
    *lesser, greatest = sorted((part.interval for part in parts), key=lambda interval: interval.low)
    much = greatest.low > whole.interval.high * _MUCH and min(whole.interval.low, lesser[0].low) >= 0
    if not much or greatest.middle not in _DIGITS and _one_digit(gap):
        return False
    wanted = whole.interval - sum(lesser, _ZERO)
    # 万 for 亿, a point too far to the right
    return not any(greatest.scaled(1 / scale).meets(wanted) for scale in _SCALES)


def _split_again(relation: Relation) -> bool:
    """抽取5人(技术3人、经济2人)，采购人代表2人: whether some parts split another, and without them the sum holds."""
    whole, *parts = relation.terms
    if not _PARTED <= len(parts) <= _MOST_PARTS:
        return False
    for count in range(2, len(parts) - 1):
        for inner in combinations(parts, count):
            rest = [part for part in parts if part not in inner]
            made = sum((part.interval for part in inner), _ZERO)
            if any(made.meets(part.interval) for part in rest) and sum((p.interval for p in rest), _ZERO).meets(whole.interval):
                return True
    return False


def _of_one_another(scene: Scene, claims: list[Claim]) -> bool:
    """甲片区任务1.85万亩，完成1.48万亩，占80.0%: whether one is told as a share of the one before it."""
    for above, below in pairwise(claims):
        share = next(scene.after(below, 1), None)
        told = share is not None and share.quantity.dimension == "fraction" and share.measure == "share" and not share.quantity.hedge
        of_it = told and below.index == above.index + 1 and above.quantity.interval.low > 0
        if of_it and share is not None and (below.quantity.interval / above.quantity.interval).meets(share.quantity.interval):
            return True
    return False


def _of_another(scene: Scene, relation: Relation, claims: list[Claim], gap: Interval) -> bool:
    """Whether the parts make up another figure of their kind: one that stands before them as near as their whole, or farther off where so
    many digits do not agree by accident and the whole is no slip of the pen for it."""
    whole = relation.terms[0]
    assert whole.claim is not None
    if len(relation.terms) < _PARTED:
        return False
    made, part = whole.interval - gap, next(claim for claim in claims if claim is not whole.claim)
    if whole.claim is claims[0]:
        ahead = (c for c in scene.claims[max(0, claims[0].index - _BEFORE) : claims[1].index] if c is not whole.claim)
        near = (c for c in ahead if c.block == whole.claim.block and (alike(part, c) or countable(c) and countable(part)))
        if any(c.quantity.interval.meets(made) for c in near):
            return True
    if made.low <= 0 or made.width > made.low * _EXACT or _one_digit(gap):
        return False
    own, window = {claim.index for claim in claims}, scene.claims[max(0, part.index - _FAR) : part.index + _FAR]
    others = (c for c in window if c.index not in own and c.quantity.step and c.quantity.dimension == part.quantity.dimension and amount(c))
    return any(c.quantity.interval.meets(made) and c.quantity.interval.width <= made.low * _EXACT for c in others)


def _beside_the_whole(scene: Scene, relation: Relation, claims: list[Claim]) -> bool:
    """实施186个，在建143个；其中竣工97个；尚未开工的43个: whether the last part and the whole make up a figure before them."""
    whole, last = relation.terms[0], claims[-1]
    if whole.claim is not claims[0] or last.quantity.interval.low < _TWO_DIGITS:
        return False
    both = whole.interval + last.quantity.interval
    ahead = scene.claims[max(0, claims[0].index - _WIDE) : claims[0].index]
    return any(c.block == last.block and alike(last, c) and c.quantity.interval.meets(both) for c in ahead)


def _one_digit(gap: Interval) -> bool:
    """Whether a gap is what one digit written wrongly, or two next to one another changed about, make: k or 9k at some place."""
    size, reach = abs(gap.middle), gap.width / 2
    for unit in (size, size / _NINE):
        place = Decimal(10) ** unit.adjusted()
        if abs(round(unit / place) * place - unit) <= reach:
            return True
    return False


def _left_out(scene: Scene, relation: Relation, claims: list[Claim], gap: Interval) -> bool:
    """Whether a figure that stands among or right beside them is just what is missing, or the last part just what is too much."""
    lacking, gap = gap.low > 0, -gap if gap.high < 0 else gap
    whole = relation.terms[0].claim
    if not lacking and len(claims) > _FEW and claims[-1] is whole and gap.meets(claims[0].quantity.interval):
        return True  # 完成投资9亿元。兑现资金2860万元，前两批已兑现5140万元，三批合计8000万元
    if len(gap.middle.normalize().as_tuple().digits) < _TELLING:
        # what a digit more or less makes is often the worth of some figure near by: only the next of the row counts, and one among them
        # where the parts fall short
        first, last = claims[0].index if lacking else claims[-1].index, claims[-1].index
        near = [c for c in _beside(scene, claims) if first < c.index and c.sentence == claims[-1].sentence]
        near = [c for c in near if c.index < last] + [c for c in near if c.index > last][:1]
    else:
        extra = [claims[-1]] if len(claims) > _FEW and claims[-1] is not whole else []
        near = [*_beside(scene, claims), *extra]
    return any(gap.meets(-one if one.high < 0 else one) for one in (claim.quantity.interval for claim in near))


def _gap(relation: Relation) -> Interval:
    """What the first figure has more than the others make up."""
    result, *others = relation.terms
    gap = result.interval
    for place, one in enumerate(others):
        less = one.role == "less" or relation.rule.form == "difference" and place > 0
        gap = gap + one.interval if less else gap - one.interval
    return gap


def _beside(scene: Scene, claims: list[Claim]) -> list[Claim]:
    """The figures of their kind among them and right beside them that are not theirs."""
    own = {claim.index for claim in claims}
    first, last = min(own), max(own)
    if last - first > _LONGEST:
        return []
    ahead = scene.claims[last].sentence + 1
    near = scene.claims[max(0, first - _BEFORE) : last + 1 + _BEHIND]
    kind, block = claims[0].quantity.dimension, {claim.block for claim in claims}
    theirs = (c for c in near if c.index not in own and c.quantity.dimension == kind and c.block in block and c.sentence <= ahead)
    return [c for c in theirs if amount(c) and c.modality == "result" and not _COMPARED.search(last_words(c))]
