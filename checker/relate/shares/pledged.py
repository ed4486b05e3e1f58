"""What of a holder's shares is pledged, frozen or sold: 持有公司股份1.8亿股，其中质押0.9亿股，占其所持股份的50%."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.claim import Claim
from checker.relate.clause import last_words
from checker.relate.scene import Scene
from checker.relate.shares.sanity import ruled_out
from checker.relate.shares.together import share_of, together
from checker.relate.sorts import amount, proportion
from checker.relation import Relation

_SURE = 0.95
_REACH = 14
_OF_HIS = re.compile(
    "^[，(](?:约|仅)?占(?:其|该股东|本人|该公司)?(?:目前|当前|合计)?(?:直接|间接)?(?:所持有?|持有)"
    "[^，。；;、:0-9]{0,14}?(?:比例|比重)?(?:约?为|约|达到?)?$"
)
_HOLDS = re.compile("(?<!所)(?:持有|持股)[^，。；;、:]{0,16}$")
_MOVED = re.compile("质押|冻结|占|减持|增持|拟|解除|回购|前持有|计划")


def relations(scene: Scene) -> Iterator[Relation]:
    """The shares right before such a percentage over those that the paragraph told the holder to have."""
    for share in scene.prose:
        if not proportion(share) or share.quantity.hedge or together(share) or not _OF_HIS.match(share.lead):
            continue
        before = [c for c in scene.before(share, _REACH) if amount(c)]
        part = before[0] if before and before[0].sentence == share.sentence and not before[0].quantity.hedge else None
        if part is None or _HOLDS.search(last_words(part)):
            continue
        held = [c for c in before[1:] if scene.same_things(c, part) and _holding(c) and c.subject in ("", part.subject, share.subject)]
        whole = held[0] if held and not any(c.quantity.value != held[0].quantity.value for c in held[1:]) else None
        if whole is not None and not ruled_out(share, (part,), whole):
            yield share_of(scene, share, (part,), whole, ("share", share.index), _SURE)


def _holding(claim: Claim) -> bool:
    words = last_words(claim)
    return _HOLDS.search(words) is not None and _MOVED.search(words) is None and claim.modality != "base" and not claim.quantity.hedge
