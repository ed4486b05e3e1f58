"""Levels of the year before, as many in one bracket as there are now before it."""

from __future__ import annotations

from checker.claim import Claim
from checker.relate.changes.levels import level
from checker.relate.scene import Scene
from checker.relate.topic import of_the_past


def told_behind(scene: Scene, after: list[Claim], count: int) -> list[Claim]:
    """(上年为35.9和61): as many levels of the year before in a bracket as there are now, joined by nothing but 和 and 、."""
    bases = after[:count]
    if len(bases) < count or not of_the_past(scene, bases[0]) or not all(level(c) for c in bases):
        return []
    if len({"paren" in c.cues for c in bases}) > 1 or "paren" not in bases[0].cues and bases[0].lead[:1] != "，":
        return []
    joined = not any(c.lead.strip("、，和及与 ") for c in bases[1:])
    more = len(after) > count and "paren" in after[count].cues and not after[count].lead.strip("、和及与 ")
    return bases if joined and not more else []
