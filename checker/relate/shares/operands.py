"""Rates whose name says by definition what is over what: 产销率 is what was sold over what was made."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.claim import Claim
from checker.relate.clause import last_words
from checker.relate.scene import Scene
from checker.relate.shares.sanity import ruled_out
from checker.relate.shares.together import share_of
from checker.relate.sorts import own_basis, proportion
from checker.relation import Relation

_SURE = 0.94
_REACH = 10
_END = re.compile("(?:总量|总数|数量|量|数|总额|额|人|完成|实现|累计|合计|共|约|达|到|为|的|了){1,6}$")
_LEVELS = ("level", "mean")


def relations(scene: Scene) -> Iterator[Relation]:
    """Every such rate with the nearest amounts before it in its sentence, or the one before, that are called as its definition has them."""
    defined = [entry.split("=") for entry in scene.rules.wording["defined_rates"]]
    for rate in scene.prose:
        if not proportion(rate) or rate.modality != "result" or rate.quantity.hedge or own_basis(scene.document.text, rate):
            continue
        said = last_words(rate).rstrip("为达到约是的")
        for name, above, below in defined:
            if said.endswith(name):
                yield from _quotient(scene, rate, above.split("|"), below.split("|"))
                break


def _quotient(scene: Scene, rate: Claim, above: Sequence[str], below: Sequence[str]) -> Iterator[Relation]:
    near = [c for c in scene.before(rate, _REACH) if rate.sentence - c.sentence <= 1 and _told(c)]
    top = next((c for c in near if _called(c, above)), None)
    bottom = next((c for c in near if _called(c, below) and c is not top), None)
    if top is None or bottom is None or not scene.same_things(top, bottom):
        return
    together = max(top.sentence, bottom.sentence) == rate.sentence or top.sentence == bottom.sentence
    if together and not ruled_out(rate, (top,), bottom):
        yield share_of(scene, rate, (top,), bottom, ("share", rate.index), _SURE)


def _told(claim: Claim) -> bool:
    plain = claim.modality == "result" and not claim.quantity.hedge and "paren" not in claim.cues
    return plain and claim.measure in _LEVELS and claim.quantity.dimension not in ("fraction", "point", "time", "rank", "number", "")


def _called(claim: Claim, names: Sequence[str]) -> bool:
    """Whether the words right before the figure end in one of the names, or hold one that is no single character: 生产各类设备."""
    words = _END.sub("", last_words(claim))
    return words.endswith(tuple(names)) or any(len(name) > 1 and name in words for name in names)
