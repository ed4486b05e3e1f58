"""Places in a ranking: how many places lie between the one held now and the one before (由第7位升至第3位，前进4位)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.claim import Claim
from checker.relate.scene import Scene
from checker.relate.topic import last_clause, of_the_past
from checker.relation import Relation, Term, term

_FORWARD = re.compile("(?:前进|前移|上升|提升|提高|跃升|攀升|进)(?:了)?$")
_BACKWARD = re.compile("(?:后退|后移|下降|下滑|下跌|倒退|退)(?:了)?$")
_PLACES = re.compile("个?(?:位次|名次|位|名)")
_REACH = 4
_STATED = 0.95


def relations(scene: Scene) -> Iterator[Relation]:
    """For every number of places moved the two ranks around it in its sentence, one of which the words call the earlier."""
    for sentence in scene.sentences:
        ranks = [c for c in sentence if c.measure == "rank"]
        for position, claim in enumerate(sentence):
            if len(ranks) > 1 and claim.measure != "rank" and _PLACES.search(claim.quantity.text + claim.tail[:2]):
                yield from _moved(scene, sentence, position)


def _moved(scene: Scene, sentence: list[Claim], position: int) -> Iterator[Relation]:
    moved = sentence[position]
    forward = _FORWARD.search(moved.lead) is not None
    if not forward and _BACKWARD.search(moved.lead) is None:
        return
    before = [c for c in sentence[max(0, position - _REACH) : position] if c.measure == "rank"]
    behind = [c for c in sentence[position + 1 : position + 2] if c.measure == "rank" and "paren" in c.cues and of_the_past(scene, c)]
    if behind and before:
        now, then = before[-1], behind[0]
    elif len(before) > 1 and _from_to(before[-2], before[-1]):
        then, now = before[-2:]
    else:
        return
    ends = (("now", then), ("base", now)) if forward else (("now", now), ("base", then))
    terms = [Term("change", moved.quantity.interval, moved), *(term(role, claim) for role, claim in ends)]
    yield scene.relation("change-of-levels", terms, ("change", moved.index), _STATED)


def _from_to(then: Claim, now: Claim) -> bool:
    """由第7位升至第3位."""
    led = re.search("[由从](?:[^，]{0,12})$", last_clause(then.lead)) is not None or then.modality == "base"
    return led and now.index == then.index + 1 and now.lead.rstrip("全国省市县区").endswith(("至", "到", "为"))
