"""The level reached that stands between a change and its rate: 较年初净增86.5亿元，达到1245.8亿元，增长7.5%."""

from __future__ import annotations

from checker.claim import Claim
from checker.relate.scene import Scene
from checker.relate.topic import bare, last_clause

_NOUNS = ("余额", "总额", "总量", "规模", "总数", "合计")
# what stands behind the verb is shorter than a noun
_NOUN = 2

# 一度上涨19.91%，收于13.42元: what came between and did not last
_IN_BETWEEN = ("一度", "最高", "盘中", "最大", "最多")


def only_reached(scene: Scene, claim: Claim) -> bool:
    """，达到1245.8亿元, ，总量达398件, 、达到316户: a clause that says how far what was spoken of has come, and names nothing new."""
    words = last_clause(claim.lead)
    if not claim.lead.startswith(("，", "、")) or claim.modality == "base" or "paren" in claim.cues:
        return False
    for noun in _NOUNS:
        words = words.removeprefix(noun)
    verb = max((word for word in scene.rules.wording["reach"] if words.endswith(word)), key=len, default="")
    return bool(verb) and not bare(scene, words[: -len(verb)]) and len(words) - len(verb) < _NOUN


def behind(scene: Scene, now: Claim) -> bool:
    """Whether a level is what the change or rate right before it led to: 增加56件，达398件."""
    change = next(scene.before(now, 1), None)
    if change is None or change.measure not in ("change", "rate") or change.sentence != now.sentence:
        return False
    return only_reached(scene, now) and not any(word in last_clause(change.lead) for word in _IN_BETWEEN)
