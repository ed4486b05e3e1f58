"""Sums that miss by just what stands beside them: the words left a figure out, or took one in that does not belong.

抽查312家，合格286家，不合格22家，停产未检4家: what is missing is told, and nothing is wrong. 本金a，利息b，本息合计c，另有罚息d:
without the last it holds. 9个站超警，其中3站超保；6站已退，仍有3站: the parts make up another whole. The values have no say in what
belongs together; here they say that the reading is not the one meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from checker.claim import Claim
from checker.interval import Interval
from checker.relate.clause import alike, last_words
from checker.relate.scene import Scene
from checker.relate.sorts import amount, countable
from checker.relation import Relation

_SUMS = frozenset({"sum", "difference"})
# how many figures before the first and behind the last of a sum are looked at, and what trust is left to a reading that is not meant
_BEFORE, _BEHIND, _LEFT = 2, 3, 0.05
_LONGEST, _FEW, _TELLING, _PARTED = 40, 3, 2, 3
_COMPARED = re.compile("[比较]|同期|净增|净减")
_ZERO = Interval.exactly(0)


def without_what_is_told(scene: Scene, relations: Iterable[Relation]) -> Iterator[Relation]:
    """The relations, with little trust in sums of prose that would hold with one figure more that stands among or right beside theirs, or
    with one part less."""
    for relation in relations:
        told = relation.rule.form in _SUMS and relation.trust > _LEFT and len(relation.terms) > 2
        if told and all(term.claim is not None and term.claim.cell is None for term in relation.terms) and _explained(scene, relation):
            yield replace(relation, trust=_LEFT)
        else:
            yield relation


def _explained(scene: Scene, relation: Relation) -> bool:
    gap = _gap(relation)
    if gap.meets(_ZERO):
        return False
    claims = sorted((term.claim for term in relation.terms if term.claim is not None), key=lambda claim: claim.index)
    if _of_another(scene, relation, claims, gap):
        return True
    gap = -gap if gap.high < 0 else gap
    if len(gap.middle.normalize().as_tuple().digits) < _TELLING:
        # what a digit more or less makes is often the worth of some figure near by: only one among them or the next of the row counts
        near = [c for c in _beside(scene, claims) if c.index <= claims[-1].index + 1 and c.sentence == claims[-1].sentence]
    else:
        last = [claims[-1]] if len(claims) > _FEW and claims[-1] is not relation.terms[0].claim else []
        near = [*_beside(scene, claims), *last]
    return any(gap.meets(-one if one.high < 0 else one) for one in (claim.quantity.interval for claim in near))


def _of_another(scene: Scene, relation: Relation, claims: list[Claim], gap: Interval) -> bool:
    """Whether the parts make up another figure of their kind that stands before them as near as their whole."""
    whole = relation.terms[0]
    assert whole.claim is not None
    if relation.rule.form != "sum" or len(relation.terms) < _PARTED or whole.claim is not claims[0]:
        return False
    made = whole.interval - gap
    ahead = (c for c in scene.claims[max(0, claims[0].index - _BEFORE) : claims[1].index] if c is not whole.claim)
    near = (c for c in ahead if c.block == whole.claim.block and (alike(claims[1], c) or countable(c) and countable(claims[1])))
    return any(c.quantity.interval.meets(made) for c in near)


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
