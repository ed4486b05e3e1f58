"""By what share a figure is above or below a mark told in a bracket: 浓度164微克/立方米，超过标准限值（160微克/立方米）2.5%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from checker.claim import Claim
from checker.relate.scene import Scene
from checker.relate.sorts import amount
from checker.relate.topic import last_clause
from checker.relation import Relation, Term, term

_SIDE = re.compile("(?P<above>超过|超出|高于|高出|多于|大于|超)|(?P<below>低于|少于|小于|不及)")
_STATED = 0.94


def relations(scene: Scene) -> Iterator[Relation]:
    """Every percentage whose words opened a bracket with a figure right before it, against the figure told before both."""
    for sentence in scene.sentences:
        for position, (mark, share) in enumerate(pairwise(sentence)):
            if position and share.quantity.dimension == "fraction" and share.measure in ("level", "rate") and mark.lead == share.lead + "(":
                yield from _beyond(scene, sentence[position - 1], mark, share)


def _beyond(scene: Scene, now: Claim, mark: Claim, share: Claim) -> Iterator[Relation]:
    side = _SIDE.match(last_clause(share.lead))
    if side is None or not amount(now) or not amount(mark) or now.quantity.dimension != mark.quantity.dimension:
        return
    size = share.quantity.interval
    rate = Term("rate", -size if side["below"] else size, share)
    yield scene.relation("growth-from-levels", [rate, term("now", now), term("base", mark)], ("rate", share.index), _STATED)
