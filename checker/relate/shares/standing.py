"""Where a whole stands before its part: alone with it in the sentence, first of its kind, or with another between."""

from __future__ import annotations

from checker.claim import Claim, Period
from checker.relate.scene import Scene
from checker.relate.shares.around import rated, words_of
from checker.relate.sorts import amount, one_thing

# claims from a whole to its part where only rates and means stand between
_CLOSE = 3


def alone(scene: Scene, share: Claim, part: Claim, whole: Claim) -> bool:
    """违规出借资金6.2亿元，逾期未收回4.1亿元，占66%: the sentence tells but two amounts of the kind, one after the other."""
    between = scene.claims[whole.index + 1 : part.index]
    if not 0 < part.index - whole.index <= _CLOSE or any(amount(c) or c.measure not in ("mean", "rate") for c in between):
        return False
    if share.index - part.index != 1 or share.lead.strip("，、 ")[:1] != "占":
        return False
    words = words_of(scene, part)
    level = words.endswith(scene.rules.wording["reach"]) or "全部" in words or "总" in words
    joined = not part.lead or part.lead[0] in "、和及与" or level
    alike = part.quantity.dimension == whole.quantity.dimension and one_thing(part, whole) and not {"paren"} & (part.cues | whole.cues)
    others = [c for c in scene.before(whole, 8) if c.sentence == whole.sentence and amount(c) and scene.same_things(c, part)]
    apart = whole.period is not None and part.period is not None and not _inside(part.period, whole.period)
    # 税收收入5.7亿元；非税收入3.2亿元，占36.0%: told each in a clause of its own, they stand side by side
    alike = alike and (part.clause == whole.clause or "part" in part.cues)
    return alike and not joined and not others and not apart and not part.quantity.hedge


def begins(scene: Scene, share: Claim, part: Claim, whole: Claim) -> bool:
    """住院手术9218台，三四级手术5837台，占63.3%: the sentence tells of the kind first the whole, and last the part."""
    before = [c for c in scene.before(share, 12) if c.sentence == share.sentence and amount(c)]
    alike = [c for c in before if c.quantity.dimension == part.quantity.dimension]
    first = len(alike) > 1 and alike[-1] is whole and alike[0] is part and share.index - part.index == 1
    plain = not {"paren"} & (part.cues | whole.cues) and not part.lead.startswith(("、", "和", "及")) and not rated(scene, whole)
    return first and plain and one_thing(part, whole) and not part.quantity.hedge and not whole.quantity.hedge


def _inside(one: Period, other: Period) -> bool:
    return other.first <= one.first and one.last <= other.last


def interrupted(scene: Scene, whole: Claim, part: Claim) -> bool:
    """Whether another amount of the kind, of no list of this whole, stands between a whole and its part."""
    between = scene.claims[max(whole.index, part.index - 16) + 1 : part.index]
    return any(amount(c) and c.quantity.dimension == whole.quantity.dimension and _loose(scene, c, whole) for c in between)


def _loose(scene: Scene, claim: Claim, whole: Claim) -> bool:
    bare = "paren" not in claim.cues and not claim.tail.startswith("的")
    return claim.modality == whole.modality and bare and scene.container.get(claim.index) is not whole
