"""Levels with the rate at which they grew, as the words pair them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from checker.claim import Claim
from checker.interval import Interval
from checker.relate.changes.levels import level
from checker.relate.changes.partners import steps
from checker.relate.scene import Scene
from checker.relate.sorts import at_constant_prices
from checker.relate.topic import last_clause
from checker.relation import Term

_ONE = Interval(Decimal(1), Decimal(1))
_SINCE = re.compile("[比较]([^，]{1,16}?)(?=[增减上下提降升涨跌扩回多少]|$)")
_OPENING = ("年初", "上年末", "上年底", "去年末", "去年底")


@dataclass(frozen=True, slots=True)
class Pace:
    """A level and its rate of growth; `since` tells bases apart: '' the year before, 年初, or the date in words."""

    level: Claim
    rate: Claim
    since: str

    def former(self, role: str) -> Term:
        """The level before, as a reader computes it."""
        sign = "−" if self.rate.direction < 0 else "+"
        words = f"{self.level.quantity.text} ÷ (1 {sign} {self.rate.quantity.text})"
        interval = self.level.quantity.interval / (_ONE + self.rate.signed)
        return Term(role, interval, replace(self.level, sources=(self.level, self.rate)), words)


def paces(scene: Scene) -> dict[int, Pace]:
    """Index of a level → its pace, for levels of prose with a plain rate in the same sentence: nominal, over one period, not planned."""
    found: dict[int, Pace] = {}
    for sentence in scene.sentences:
        for now, rate in _pairs(scene, sentence):
            if now.index not in found and _plain(scene, now, rate):
                found[now.index] = Pace(now, rate, since(rate))
    return found


def since(moved: Claim) -> str:
    """What a rate or points are measured from."""
    clause = last_clause(moved.lead)
    told = _SINCE.search(clause)
    if told is None:
        return ""
    if told[1].startswith(_OPENING):
        return _OPENING[0]
    return told[1] if any(c.isdigit() for c in told[1]) or "月" in told[1] or "季" in told[1] else ""


def _pairs(scene: Scene, sentence: list[Claim]) -> Iterator[tuple[Claim, Claim]]:
    position = 0
    while position < len(sentence):
        end = position + 1
        if sentence[position].measure == "rate":
            while end < len(sentence) and sentence[end].measure == "rate" and not sentence[end].lead.strip("、和及与 "):
                end += 1
            if end - position == 1:
                yield from ((step.now, sentence[position]) for step in list(steps(scene, sentence, position))[:1])
            else:
                nows = [c for c in sentence[max(0, position - 8) : position] if level(c) and c.modality != "base" and "paren" not in c.cues]
                yield from zip(nows[position - end :], sentence[position:end], strict=False)
        position = end


def _plain(scene: Scene, now: Claim, rate: Claim) -> bool:
    if rate.average or "环比" in rate.lead or "target" in (rate.modality, now.modality) or now.quantity.hedge or rate.quantity.hedge:
        return False
    real = "总产值" in now.name or at_constant_prices(scene.rules, now)
    return not real and "comparable" not in rate.cues | now.cues and now.quantity.dimension != "fraction" and rate.signed.low > -1
