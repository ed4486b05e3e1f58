"""What the clause of a figure says by itself: its words since the last comma, what has moved, and whether a level is that."""

from __future__ import annotations

import re

from checker.claim import Claim
from checker.relate.scene import Scene

# 比 and 较 that compare, 由 and 从 that lead from a level; what stands before them in the clause is what moved
_TURN = re.compile("(?<![占同环之对百无相])[比较](?![重例率较赛如价])|[由从与]")

# 标准自7月起由128元提至148元
_SINCE_WHEN = re.compile("自[^，自]{1,12}起$")
# 细颗粒物(PM2.5)浓度由46微克降到33微克: names leave out what a bracket adds
_ADVERB = 8
_ASIDE = re.compile(r"\([^()]{1,24}\)")
_LEVEL_NOUN = re.compile("的?(?:余额|规模|总额|总量|数量|水平|产量|销量|总数|数)(?:仅?为|是|仅|约为?|达到?)?")
_YEAR_ONLY = re.compile("[0-9]{4}年(?:末|底|同期|度)?(?:为|是)?")


def last_clause(lead: str) -> str:
    """The words since the last comma."""
    return lead[max(lead.rfind(mark) for mark in "，;。:") + 1 :]


def topic_of(scene: Scene, claim: Claim) -> str:
    """What the clause itself says has moved, before any comparison, '' if it leaves that to the words before."""
    clause = last_clause(claim.lead)
    if claim.measure in ("level", "mean", "share"):
        turn = _TURN.search(clause)
        return bare(scene, _ASIDE.sub("", _SINCE_WHEN.sub("", clause[: turn.start()]))) if turn else ""
    enumerated = "respectively" in claim.cues and not claim.lead.strip("、和及与 ")
    own = len(claim.name) > 1 and (enumerated or claim.name[-2:] in clause)
    return bare(scene, claim.name) if own else ""


def of_the_past(scene: Scene, claim: Claim) -> bool:
    """，上年为311.4亿元, (上年同期20.6%) and (2022年为4.1%) after a change: what it is measured from."""
    words = last_clause(claim.lead).lstrip("(").removeprefix("而")
    return words.startswith(scene.rules.wording["base"]) or "paren" in claim.cues and _YEAR_ONLY.fullmatch(words) is not None


def level_of_the_past(scene: Scene, claim: Claim, rate: Claim) -> bool:
    """，上年同期余额为1113.5亿元: words for what a rate is measured from (同比 never from 年初), and a noun that names nothing new."""
    words = last_clause(claim.lead).lstrip("(")
    begun = max((base for base in scene.rules.wording["base"] if words.startswith(base)), key=len, default="")
    if rate.measure != "rate" or "同比" in rate.lead and not begun.endswith(("同期", "同月", "上年", "去年")):
        return False
    return bool(begun) and _LEVEL_NOUN.fullmatch(words[len(begun) :]) is not None


def bare(scene: Scene, name: str) -> str:
    """The words without adverbs and particles around them; '' if hardly anything is left."""
    words, before = scene.rules.wording["degree"], ""
    while before != name:
        before = name
        for word in words:
            name = name.removeprefix(word).removesuffix(word)
    return name if len(name) > 1 else ""


def led_on(base: Claim, now: Claim) -> bool:
    """由37.00%被动增至37.33%, 从20万相应调整为18万: no mark and no other figure stands between, so that adverbs there name nothing new."""
    direct = now.index == base.index + 1 and base.modality == "base" and not set("，;、(") & set(now.lead)
    return direct and now.lead.endswith(("到", "至", "为")) and len(now.lead) < _ADVERB


def alike(scene: Scene, topic: str, claim: Claim) -> bool:
    """Whether the words name what the figure is of."""
    if not claim.name:
        return False
    if topic in claim.name or claim.name in topic or topic in last_clause(claim.lead):
        return True
    return bool(claim.indicator) and scene.rules.indicator_in(topic) == claim.indicator
