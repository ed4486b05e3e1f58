"""A rate named after two steps, from the one to the other: 签约86个，开工62个，投产35个，签约开工率72.1%，开工投产率56.5%."""

from __future__ import annotations

import re

from checker.claim import Claim
from checker.relate.clause import last_words
from checker.relate.scene import Scene
from checker.relate.shares.around import listed
from checker.relate.shares.operands import rate_named
from checker.relate.sorts import amount, one_thing

_STEP = 2
_LONGEST, _REACH = 12, 8
_FILL = re.compile("(?:累计|合计|总计|共|约|达到?|为|了|总数|数量|金额|户数|人数|个数|件数|数|量|额)+$")
_NARROW = frozenset({"paren", "part", "each", "respectively"})


def step(scene: Scene, rate: Claim, name: str, near: list[Claim]) -> tuple[Claim, Claim] | None:
    """What the latter half of the rate's name calls and what the former half does, each the one such amount that the sentence tells."""
    stem = name.removesuffix("率")
    if stem == name or rate_named(scene, rate)[1] or not 2 * _STEP <= len(stem) <= _LONGEST:
        return None
    told = [(c, _called(c)) for c in near if c.sentence == rate.sentence and c.index < rate.index and amount(c)]
    for at in range(_STEP, len(stem) - _STEP + 1):
        first, second = ([c for c, words in told if words.endswith(half)] for half in (stem[:at], stem[at:]))
        if len(first) == len(second) == 1 and _leads_on(scene, first[0], second[0]):
            halves = stem[:at], stem[at:]
            return (second[0], first[0]) if _begins(scene, first[0]) or _goes_on(scene, rate, halves) else None
    return None


def _called(claim: Claim) -> str:
    return _FILL.sub("", last_words(claim))


def _begins(scene: Scene, first: Claim) -> bool:
    """住院100人，治愈80人，好转15人，治愈好转率95%: of what stands before two the rate of both may be."""
    near = [c for c in scene.before(first, _REACH) if first.sentence - c.sentence <= 1 and c.block == first.block]
    return not any(amount(c) and scene.same_things(c, first) for c in near)


def _goes_on(scene: Scene, rate: Claim, halves: tuple[str, str]) -> bool:
    """建档授信率40.9%，授信用信率45.2%: whether the rate behind it leads on from where this one ends."""
    words = last_words(next(scene.after(rate, 1), rate))
    return words.startswith(halves[1]) and "率" in words[len(halves[1]) + _STEP :]


def _leads_on(scene: Scene, first: Claim, second: Claim) -> bool:
    """Whether both are plain amounts of one kind, the first told before the second and not in one list with it."""
    plain = all(c.modality == "result" and not c.quantity.hedge and not _NARROW & c.cues for c in (first, second))
    apart = first.index < second.index and not listed(scene, second)
    return plain and apart and scene.same_things(first, second) and one_thing(first, second)
