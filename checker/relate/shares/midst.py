"""A share of what is said to be in the midst of its whole: 储蓄存款中定期占70%，余额210亿元; 市级投入中公益金1.8亿元，占55%."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.claim import Claim
from checker.relate.clause import last_words
from checker.relate.scene import Scene
from checker.relate.shares.cores import core
from checker.relate.shares.overall import one_a_value
from checker.relate.shares.sanity import ruled_out
from checker.relate.shares.together import share_of
from checker.relate.sorts import amount, one_scale, own_basis, proportion
from checker.relation import Relation

_SURE = 0.93
_REACH = 24
_MIDST = re.compile("^(?:其中|在|而)?(?P<whole>[^，。；;、:()0-9]{2,14}?)(?<!其)中(?P<part>[^，。；;、:()0-9中]{2,12}?)")
_VERB = re.compile("(?:占比?|比重|比例|余额|金额|达到?|为|约|有|共计?|合计){0,3}$")
_SHARE = re.compile("^[，(](?P<part>[^，。；;、:()0-9]{0,10}?)(?:占比?|比重|比例)(?:约?为|约|达)?$")
# ，余额219亿元; （210亿元）
_BEHIND = re.compile("^[，(](?:即|达到?|为|计|有|余额|金额|总额|人数|户数|数量|约){0,3}$")
_CLOSED = "，。；;、)"
# what a name may add to that of its amount without meaning less of it: 市级3.3亿元…市级投入中
_ADDED = ("投入", "资金", "部分", "余额")
_NARROW = frozenset({"paren", "each", "respectively"})


def relations(scene: Scene) -> Iterator[Relation]:
    """The amount so told over the one of the paragraph that bears the name of what it is in the midst of."""
    for share in scene.prose:
        plain = proportion(share) and share.modality == "result" and not share.quantity.hedge and "respectively" not in share.cues
        if not plain or own_basis(scene.document.words, share):
            continue
        part, name = _told(scene, share)
        if part is None or not _plain(part):
            continue
        told = [c for c in scene.before(part, _REACH) if c.block == part.block and c.index < share.index]
        found = one_a_value([c for c in told if _is(scene, c, part, name)])
        if len(found) == 1 and not ruled_out(share, (part,), found[0]):
            yield share_of(scene, share, (part,), found[0], ("share", share.index), _SURE)


def _told(scene: Scene, share: Claim) -> tuple[Claim | None, str]:
    """The part, right behind the share or right before it, and the name of what it is said to be in the midst of."""
    words = last_words(share)
    if (found := _within(words)) is not None and _VERB.sub("", words) != words:
        part = next(scene.after(share, 1), None)
        behind = part is not None and _BEHIND.match(part.lead) is not None and part.tail[:1] in ("", *_CLOSED)
        return (part if behind else None), found["whole"]
    part = scene.claims[share.index - 1] if share.index else None
    said = _SHARE.match(share.lead)
    found = _within(last_words(part)) if part is not None and part.sentence == share.sentence and said is not None else None
    if found is None or said is None or not found["part"].startswith(said["part"]):
        return None, ""
    return part, found["whole"]


def _within(words: str) -> re.Match[str] | None:
    stem = _VERB.sub("", words)
    return _MIDST.fullmatch(stem)


def _is(scene: Scene, claim: Claim, part: Claim, name: str) -> bool:
    """Whether an amount is all that bears the name, and nothing but that."""
    fitting = amount(claim) and claim.modality == "result" and not claim.quantity.hedge and not _NARROW & claim.cues
    same = fitting and scene.same_things(claim, part) and one_scale(claim, part) and claim is not part
    called = claim.name == name or len(core(scene, name)) > 1 and core(scene, claim.name) == core(scene, name)
    return same and (called or any(claim.name + word == name for word in _ADDED) and len(claim.name) > 1)


def _plain(part: Claim) -> bool:
    return amount(part) and part.modality == "result" and not part.quantity.hedge and "each" not in part.cues
