"""A share that names no whole and stands right behind its part: 抽检640块，裂纹不超过两处的608块，占95.0%.

It is of an amount of the kind that the paragraph told before; which one, the arithmetic may say, but one of them it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.claim import Claim
from checker.relate.clause import JOINTS
from checker.relate.scene import Scene
from checker.relate.shares.around import differs, listed, rated, words_of
from checker.relate.shares.together import share_of, together
from checker.relate.shares.wholes import named_whole
from checker.relate.sorts import amount, one_scale, one_thing
from checker.relation import Relation

_SURE = 0.93
_RIVAL = 0.6
# claims looked back for what the share is of
_REACH = 14
_SENTENCES = 2
# words before an amount that make it no part of what stands before it
_WHOLES = ("全部", "合计", "总", "共")


def relations(scene: Scene, share: Claim) -> Iterator[Relation]:
    """The amount right before a share without a named whole over each amount of its kind told before it in the paragraph, none of them
    the surer by its words."""
    part = scene.claims[share.index - 1] if share.index else share
    if not _direct(scene, share, part):
        return
    before = [c for c in scene.before(part, _REACH) if amount(c) and c.quantity.dimension == part.quantity.dimension]
    before = [c for c in before if one_scale(part, c)]
    likely = [c for c in before if _may_hold(scene, part, c)]
    for whole in before if likely else ():
        yield share_of(scene, share, (part,), whole, ("share", share.index), _SURE if whole is likely[0] else _RIVAL)


def _direct(scene: Scene, share: Claim, part: Claim) -> bool:
    """Whether 占 alone stands between the part and its share, and the part is a plain amount, no sum and no member of a list."""
    behind = part.sentence == share.sentence and amount(part) and part.modality == "result" and "paren" not in part.cues | share.cues
    alone = share.lead.lstrip("，、; ").startswith("占") and not named_whole(share) and not together(share)
    whole = part.lead.startswith(JOINTS) or any(word in words_of(scene, part) for word in _WHOLES)
    return behind and alone and not whole and not part.quantity.hedge and not share.quantity.hedge


def _may_hold(scene: Scene, part: Claim, whole: Claim) -> bool:
    """Whether an amount told before may be what the share is of: it has no share of its own and is a result of the same sort."""
    near = part.sentence - whole.sentence <= _SENTENCES and whole.modality == part.modality
    plain = "paren" not in whole.cues and not rated(scene, whole) and not differs(whole) and not listed(scene, whole)
    return near and plain and one_thing(part, whole)
