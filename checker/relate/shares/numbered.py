"""A share whose part or whole is called by a number: 1级能效产品8台、2级能效产品2台，1级能效占80%; 80岁以上2万人，占60岁以上人口的14%."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.claim import Claim
from checker.relate.scene import Scene
from checker.relate.shares.around import of_another_body
from checker.relate.shares.overall import one_a_value
from checker.relate.shares.sanity import ruled_out
from checker.relate.shares.together import share_of
from checker.relate.sorts import amount, own_basis, proportion
from checker.relation import Relation

_SURE = 0.93
_NUMBERED = frozenset({"grade", "age"})
_MARKS = frozenset("，、；;:(")
_REACH, _NEAR = 24, 3
_GROWN = ("rate", "change", "points")
# the words between the number and the share: of the whole (占60岁以上)人口的, of the part (1级)能效占
_OF = re.compile("(?P<noun>[一-鿿]{0,8}?)(?:总数|总量|总额|总人数)?的?(?:比重|比例)?(?:约?为|约|达)?$")
_IS = re.compile("(?P<noun>[一-鿿]{0,8}?)占(?:比|比重|比例)?(?:约?为|约|达)?$")
_OPENED = re.compile("(?:^|[，;、])(?:其中)?$")
_PARTS = re.compile("[，(](?:约|仅|只)?占(?:全[国省市县区]|同期|全部)?$")


def relations(scene: Scene) -> Iterator[Relation]:
    """The amount before the share over the one that bears the number, or the one that bears it over the whole of its list."""
    for share in scene.prose:
        number = scene.claims[share.index - 1] if share.index else share
        plain = proportion(share) and share.modality == "result" and not share.quantity.hedge and "respectively" not in share.cues
        if not plain or number.sentence != share.sentence or number.quantity.dimension not in _NUMBERED:
            continue
        if own_basis(scene.document.words, share):
            continue
        for part, whole in (*_over_numbered(scene, share, number), *_of_numbered(scene, share, number)):
            if not ruled_out(share, (part,), whole):
                yield share_of(scene, share, (part,), whole, ("share", share.index), _SURE)


def _over_numbered(scene: Scene, share: Claim, number: Claim) -> list[tuple[Claim, Claim]]:
    """80岁以上2万人，占60岁以上人口的14%: the amount right before over the one of the kind that bears the number."""
    said = _OF.match(share.lead) if _PARTS.search(number.lead) else None
    part = next((c for c in scene.before(number, _NEAR) if c.measure not in _GROWN), None)
    if said is None or part is None or part.sentence != share.sentence or not _plain(part) or _of_a_place(scene, part):
        return []
    told = [c for c in _numbered(scene, number, said["noun"]) if c.sentence == share.sentence and c is not part]
    wholes = [c for c in told if scene.same_things(c, part) and not of_another_body(part, c, "")]
    return [(part, wholes[0])] if len(one_a_value(wholes)) == 1 else []


def _of_a_place(scene: Scene, part: Claim) -> bool:
    """60岁以上15万人，城关镇80岁以上2千人，占60岁以上人口的: whether words stand before the number that the part itself bears."""
    number = scene.claims[part.index - 1]
    return number.quantity.dimension in _NUMBERED and not part.lead.strip("的") and _OPENED.search(number.lead) is None


def _of_numbered(scene: Scene, share: Claim, number: Claim) -> list[tuple[Claim, Claim]]:
    """1级能效产品8台、2级能效产品2台，1级能效占80%: the amount that bears the number over the whole of its list."""
    said = _IS.match(share.lead) if _OPENED.search(number.lead) else None
    parts = _numbered(scene, number, said["noun"]) if said is not None else []
    found = [c for c in parts if c.sentence == share.sentence]
    whole = scene.container.get(found[0].index) if len(one_a_value(found)) == 1 == len(one_a_value(parts)) else None
    return [(found[0], whole)] if whole is not None else []


def _numbered(scene: Scene, number: Claim, noun: str) -> list[Claim]:
    """The amounts of the paragraph before it that stand behind the same number, and count what the words behind it call."""
    told = [c for c in scene.before(number, _REACH) if c.block == number.block and _plain(c) and c.index and not _MARKS & set(c.lead)]
    same = [c for c in told if scene.claims[c.index - 1].quantity.text == number.quantity.text]
    return [c for c in same if not noun or not c.lead or set(noun) & set(c.lead + c.quantity.unit)]


def _plain(claim: Claim) -> bool:
    return amount(claim) and claim.modality == "result" and not claim.quantity.hedge and not {"paren", "each"} & claim.cues
