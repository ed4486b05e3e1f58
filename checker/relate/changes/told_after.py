"""Levels of the year before that are told behind those of this year, each by its name: 受理a件，上升r%；…；上年受理b件、审结c件."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.claim import Claim
from checker.relate.changes.growth import between
from checker.relate.changes.levels import level
from checker.relate.changes.outpacing import difference
from checker.relate.changes.partners import Step
from checker.relate.scene import Scene
from checker.relate.topic import last_clause, topic_of
from checker.relation import Relation

_REACH = 14
_TOLD = 0.97
_JOINTS = ("、", "和", "及", "与")
_BEFORE = re.compile("(?:上年|去年)(?:同期|同月|同口径){0,2}(?![末底初结度])")
_OPENING = re.compile("年初|[上去]年[末底]")
# what joins the time and the name, and the name and the figure
_PARTICLES = re.compile("^的|(?:分别|依次|仅|只|共|约|近){0,3}(?:为|是|有|达|达到|数为)?$")
_MOVES = ("rate", "change", "points")
_FEWEST = 2


def relations(scene: Scene) -> Iterator[Relation]:
    """Every change, rate and difference of a level named in the sentence, from the level of the year before that is named behind it."""
    for sentence in scene.sentences:
        told = False
        for position, base in enumerate(sentence):
            words = last_clause(base.lead).lstrip("(").removeprefix("而")
            opened = _BEFORE.match(words)
            told = opened is not None or told and base.lead.startswith(_JOINTS)
            if not told or not level(base) or not position:
                continue
            noun = _PARTICLES.sub("", words[opened.end() :] if opened is not None else base.lead.lstrip("、和及与"))
            now = _named(scene, sentence[max(0, position - _REACH) : position], base, noun)
            if now is not None:
                yield from _moved(scene, sentence, now, base)


def _named(scene: Scene, before: Sequence[Claim], base: Claim, noun: str) -> Claim | None:
    """The level now that bears the noun told with the one before; without a noun the nearest."""
    levels = [c for c in reversed(before) if _of_now(c) and scene.same_things(c, base) and level(c)]
    following = next(scene.after(base, 1), None)
    joined = base.lead in _JOINTS and any(scene.same_things(c, base) for c in scene.before(base, 1))
    listed = "respectively" in base.cues or joined or following is not None and following.lead in _JOINTS
    if not noun:
        return levels[0] if levels and not listed else None
    if len(noun) < _FEWEST:
        return None
    named = [c for c in levels if noun in c.name or noun in last_clause(c.lead)]
    return named[0] if len(named) == 1 else None


def _of_now(claim: Claim) -> bool:
    return claim.modality == "result" and "paren" not in claim.cues and _BEFORE.search(last_clause(claim.lead)) is None


def _moved(scene: Scene, sentence: Sequence[Claim], now: Claim, base: Claim) -> Iterator[Relation]:
    """What moved by how much: the figures right behind the level now, and those right behind the one before."""
    first = sentence[0].index
    behind = sentence[now.index - first + 1 : base.index - first], sentence[base.index - first + 1 :]
    for figures, own in zip(behind, (True, False), strict=True):
        for moved in figures:
            plain = moved.measure in _MOVES and not moved.average and not (base.lead in _JOINTS and "respectively" in moved.cues)
            if not plain or _OPENING.search(moved.lead) or "环比" in moved.lead:
                break
            if "，" not in moved.lead and moved.lead[:1] not in "、和" or not own and topic_of(scene, moved) not in ("", base.name):
                break
            if moved.measure == "points":
                if base.quantity.dimension == "fraction":
                    yield difference(scene, moved, now, base, _TOLD)
            elif moved.measure == "rate" or scene.same_things(moved, base):
                yield from between(scene, moved, Step(now, base, None, _TOLD))
