"""What the clause of a figure says by itself: its words since the last comma, what has moved, and whether a level is that."""

from __future__ import annotations

import re

from checker.claim import Claim
from checker.relate.scene import Scene

# 比 and 较 that compare, 由 and 从 that lead from a level; what stands before them in the clause is what moved
_TURN = re.compile("(?<![占同环之对百无相])[比较](?![重例率较赛如价])|[由从与]")

# 标准自7月起由128元提至148元
_SINCE_WHEN = re.compile("自[^，自]{1,12}起$")
_YEAR_ONLY = re.compile("[0-9]{4}年(?:末|底|同期|度)?(?:为|是)?")


def last_clause(lead: str) -> str:
    """The words since the last comma."""
    return lead[max(lead.rfind(mark) for mark in "，;。:") + 1 :]


def topic_of(scene: Scene, claim: Claim) -> str:
    """What the clause itself says has moved, before any comparison, '' if it leaves that to the words before."""
    clause = last_clause(claim.lead)
    if claim.measure in ("level", "mean", "share"):
        turn = _TURN.search(clause)
        return bare(scene, _SINCE_WHEN.sub("", clause[: turn.start()])) if turn else ""
    enumerated = "respectively" in claim.cues and not claim.lead.strip("、和及与 ")
    own = len(claim.name) > 1 and (enumerated or claim.name[-2:] in clause)
    return bare(scene, claim.name) if own else ""


def of_the_past(scene: Scene, claim: Claim) -> bool:
    """，上年为311.4亿元, (上年同期20.6%) and (2022年为4.1%) after a change: what it is measured from."""
    words = last_clause(claim.lead).lstrip("(").removeprefix("而")
    return words.startswith(scene.rules.wording["base"]) or "paren" in claim.cues and _YEAR_ONLY.fullmatch(words) is not None


def bare(scene: Scene, name: str) -> str:
    """The words without adverbs and particles around them; '' if hardly anything is left."""
    words, before = scene.rules.wording["degree"], ""
    while before != name:
        before = name
        for word in words:
            name = name.removeprefix(word).removesuffix(word)
    return name if len(name) > 1 else ""


def alike(scene: Scene, topic: str, claim: Claim) -> bool:
    """Whether the words name what the figure is of."""
    if not claim.name:
        return False
    if topic in claim.name or claim.name in topic or topic in last_clause(claim.lead):
        return True
    return bool(claim.indicator) and scene.rules.indicator_in(topic) == claim.indicator
