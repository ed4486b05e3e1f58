"""Members of a series of periods, and growth from one to the next: 一至三季度依次为a、b、c，三季度环比增长r%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.claim import Claim
from checker.relate.changes.growth import between
from checker.relate.changes.levels import level
from checker.relate.changes.partners import Step
from checker.relate.scene import Scene
from checker.relate.topic import last_clause
from checker.relation import Relation

_TOLD = 0.97
_NUMBERS = "一二三四五六七八九十"
_SPAN = re.compile("([一二三1-3])(?:至|到|—|-|~)([二三四2-4])季度")
_QUARTERS = re.compile("((?:[一二三四1-4]、)+[一二三四1-4])季度")
_MONTHS = re.compile("((?:(?:1[0-2]|[1-9])月?、)+(?:1[0-2]|[1-9]))月")
_MONTH_SPAN = re.compile("(1[0-2]|[1-9])月?(?:至|到|—|-|~)(1[0-2]|[1-9])月")
_ONE = re.compile("(?P<quarter>[一二三四1-4])季度|(?P<month>1[0-2]|[1-9])月(?!至|到|—|-|~|末|底)")
_LATER = 3


def relations(scene: Scene) -> Iterator[Relation]:
    """Every 环比 of a period whose level, and that of the period before, stand in a series before it; and every rate over a level told as
    that of the same period a year before."""
    for place, sentence in enumerate(scene.sentences):
        for start, claim in enumerate(sentence):
            periods = _series(claim)
            run = sentence[start : start + len(periods)]
            if len(periods) < 2 or len(run) < len(periods) or not _row(scene, run):
                continue
            rest = [*sentence[start + len(periods) :], *(c for later in scene.sentences[place + 1 : place + 2] for c in later[:_LATER])]
            yield from _compared(scene, dict(zip(periods, run, strict=True)), rest)


def _series(claim: Claim) -> list[str]:
    """The periods that the words before a figure announce figures for, each as 季k or 月k."""
    if "respectively" not in claim.cues:
        return []
    words = claim.lead
    for pattern, sort, spanned in ((_SPAN, "季", True), (_QUARTERS, "季", False), (_MONTH_SPAN, "月", True), (_MONTHS, "月", False)):
        found = pattern.search(words)
        if found is None:
            continue
        told = [_number(word) for word in (found.groups() if spanned else found[1].replace("月", "").split("、"))]
        numbers = range(told[0], told[1] + 1) if spanned else told
        return [f"{sort}{number}" for number in numbers]
    return []


def _number(word: str) -> int:
    return _NUMBERS.index(word) + 1 if word in _NUMBERS else int(word)


def _row(scene: Scene, run: Sequence[Claim]) -> bool:
    plain = all(level(c) and "paren" not in c.cues and scene.same_things(c, run[0]) for c in run)
    return plain and not any(c.lead.strip("、和及与 ") for c in run[1:])


def _compared(scene: Scene, levels: dict[str, Claim], rest: Sequence[Claim]) -> Iterator[Relation]:
    named = ""
    for position, claim in enumerate(rest):
        if level(claim) and claim.modality != "base" and claim.quantity.dimension == next(iter(levels.values())).quantity.dimension:
            return
        if found := [_key(one) for one in _ONE.finditer(last_clause(claim.lead))] or [_key(one) for one in _ONE.finditer(claim.lead)]:
            named = found[-1]
        if claim.measure != "rate" or named not in levels or claim.average or "comparable" in claim.cues:
            continue
        before = f"{named[0]}{int(named[1:]) - 1}"
        if "环比" in claim.lead and before in levels:
            yield from between(scene, claim, Step(levels[named], levels[before], None, _TOLD))
        base = rest[position - 1] if position else None
        if base is not None and base.modality == "base" and "环比" not in claim.lead and scene.same_things(base, levels[named]):
            yield from between(scene, claim, Step(levels[named], base, None, _TOLD))


def _key(found: re.Match[str]) -> str:
    return f"季{_number(found['quarter'])}" if found["quarter"] else f"月{found['month']}"
