"""A share that names no whole after one that did: 涉农贷款174亿元，占各项贷款的59.8%；小微企业贷款162亿元，占55.8%."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.claim import Claim
from checker.relate.scene import Scene
from checker.relate.shares.wholes import named_whole
from checker.relate.sorts import amount
from checker.relation import Relation, term

_SURE = 0.93


class Former:
    """The last share of a sentence whose whole the words gave, which the next one may go on with."""

    def __init__(self) -> None:
        self.last: Relation | None = None

    def take(self, found: Iterable[Relation]) -> None:
        """Remember the likeliest reading of a share, if it is sure."""
        best = max(found, key=lambda relation: relation.trust, default=None)
        if best is not None and best.trust >= _SURE - 0.03 and [t.role for t in best.terms] == ["share", "numerator", "denominator"]:
            self.last = best

    def relations(self, scene: Scene, share: Claim) -> Iterator[Relation]:
        """The amount right before a bare share over the whole of the share before it, if nothing new to be a whole was told between."""
        part = next(scene.before(share, 1), None)
        if self.last is None or part is None or not amount(part) or named_whole(share) or "占" not in share.lead or share.quantity.hedge:
            return
        former, sibling, whole = (t.claim for t in self.last.terms)
        if former is None or sibling is None or whole is None or part.index <= former.index:
            return
        one_kind = sibling.quantity.dimension == part.quantity.dimension == whole.quantity.dimension
        between = any(amount(c) and scene.same_things(c, part) for c in scene.claims[former.index + 1 : part.index])
        apart = {"part", "paren"} & (part.cues | share.cues) and not self._in_one_bracket(scene, share, sibling)
        if one_kind and not between and not apart and part.sentence == share.sentence:
            # or else it is of what was told right before: 税收42亿元，占收入的70%；增值税16亿元，占38%
            for base in (whole, sibling):
                terms = [term("share", share), term("numerator", part), term("denominator", base)]
                yield scene.relation("share-of-whole", terms, ("share", share.index), _SURE)

    @staticmethod
    def _in_one_bracket(scene: Scene, share: Claim, sibling: Claim) -> bool:
        """耕地60万亩（其中水田24万亩，占40%；旱地36万亩，占60%）: whether all from the former part to this share stands in brackets."""
        told = scene.claims[sibling.index : share.index + 1]
        inside = all("paren" in c.cues for c in told) and told[-1].sentence == told[0].sentence
        return inside and not any("part" in c.cues for c in told[1:])
