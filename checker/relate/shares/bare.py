"""A share that names no whole and stands right behind its part: 抽检640块，裂纹不超过两处的608块，占95.0%.

It is of an amount of the kind that the paragraph told before; which one, the arithmetic may say, but one of them it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.claim import Claim
from checker.relate.clause import JOINTS, last_words
from checker.relate.scene import Scene
from checker.relate.shares.around import differs, head, listed, rated, sorted_otherwise, words_of
from checker.relate.shares.numerators import counts_others
from checker.relate.shares.sanity import ruled_out
from checker.relate.shares.together import share_of, together
from checker.relate.shares.wholes import named_whole
from checker.relate.sorts import amount, one_scale, one_thing
from checker.relation import Relation

_AND = re.compile("以及|[加和与及、]")
# 已解决18742人的用水问题，占89.4%
_BEHIND = re.compile("(?:[^，。；;、:(0-9]{1,10}，)?(?:约|仅|只)?占")
_AMONG = re.compile("[一-鿿]{3}(?<![其集])中[一-鿿]{2}")
_SURE = 0.93
_RIVAL = 0.6
# claims looked back for what the share is of
_REACH = 14
_SENTENCES = 2
# words before an amount that make it no part of what stands before it
_WHOLES = ("全部", "合计", "总", "共")


def relations(scene: Scene, share: Claim, subject: str) -> Iterator[Relation]:
    """The amount right before a share without a named whole, or the one that the words before 占 call by its name, over each amount of its
    kind told before it in the paragraph, none of them the surer by its words."""
    if not subject and together(share) or not share.index or named_whole(share) or share.quantity.hedge or "paren" in share.cues:
        return
    if not subject and _AMONG.search(last_words(scene.claims[share.index - 1])):
        return  # 基金收入中财政补贴15.06亿元，占70.5%: the words say themselves what it is some of
    parts = _named(scene, share, subject) if subject else _direct(scene, share, scene.claims[share.index - 1])
    if not parts or subject and counts_others(scene, share, parts[-1]):
        return
    first = parts[0]
    before = [c for c in scene.before(first, _REACH) if amount(c) and c.quantity.dimension == first.quantity.dimension]
    opening = head(scene, first)
    before += [opening] if opening is not None and opening not in before else []
    before = [c for c in before if one_scale(first, c) and not ruled_out(share, parts, c)]
    # 税收收入5.7亿元；非税收入3.2亿元，占36.0%: told each in a clause of its own, they stand side by side
    aside = not subject and "part" not in first.cues
    before = [c for c in before if not aside or c.clause == first.clause or c.sentence != first.sentence]
    likely = [c for c in before if _may_hold(scene, first, c, near=c is not opening)]
    # a part that is named again is one of a list, and what stands right before it another
    best = likely[-1 if subject else 0] if likely else None
    for whole in before if best is not None else ():
        yield share_of(scene, share, parts, whole, ("share", share.index), _SURE if whole is best else _RIVAL)


def _named(scene: Scene, share: Claim, subject: str) -> tuple[Claim, ...]:
    """本部89万人次、东区49万人次，东区占比35.6%; 服装加餐饮占81.7%: the one amount of the sentence that is called so, or those that are."""
    told = [c for c in scene.before(share, _REACH) if c.sentence == share.sentence and amount(c) and c.modality == "result"]
    for names in ((subject,), _AND.split(subject.removesuffix("合计").removesuffix("两项"))):
        found = [[c for c in told if c.name and name in (c.name, c.subject + c.name)] for name in names]
        if all(len(called) == 1 and not called[0].quantity.hedge for called in found):
            parts = tuple(sorted((called[0] for called in found), key=lambda c: c.index))
            return parts if len({c.quantity.dimension for c in parts}) == 1 else ()
    return ()


def _direct(scene: Scene, share: Claim, part: Claim) -> tuple[Claim, ...]:
    """The figure before 占 if nothing else stands between, and if it is a plain amount, no sum and no member of a list."""
    behind = part.sentence == share.sentence and amount(part) and part.modality == "result" and "paren" not in part.cues
    whole = part.lead.startswith(JOINTS) or any(word in words_of(scene, part) for word in _WHOLES)
    alone = _BEHIND.match(share.lead.lstrip("，、; ")) is not None and not part.quantity.hedge
    return (part,) if behind and alone and not whole else ()


def _may_hold(scene: Scene, part: Claim, whole: Claim, near: bool) -> bool:
    """Whether an amount told before may be what the share is of: it has no share of its own and is a result of the same sort, told
    not long before unless the paragraph begins with it."""
    near = (part.sentence - whole.sentence <= _SENTENCES or not near) and whole.modality == part.modality
    plain = "paren" not in whole.cues and not rated(scene, whole) and not differs(whole) and not listed(scene, whole)
    plain = plain and not sorted_otherwise(scene, whole, part)
    # 肥皂72万吨 is no part of what was made of it in another year (生产肥皂134万吨)
    return near and plain and one_thing(part, whole) and not (part.name and whole.name.endswith(part.name))
