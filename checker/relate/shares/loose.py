"""A share that names no whole behind a part that says with a noun of its own what it is some of: 民营企业进出口816亿元，占63.4%."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.claim import Claim
from checker.relate.scene import Scene
from checker.relate.shares.cores import core
from checker.relate.shares.elsewhere import called_whole
from checker.relate.shares.of_run import among_themselves, wholes_of
from checker.relate.shares.overall import just_so_called, known_whole, one_of, overall
from checker.relate.shares.respective import told_in_turn
from checker.relate.shares.sanity import ruled_out
from checker.relate.shares.together import share_of
from checker.relate.shares.wholes import named_whole
from checker.relate.sorts import amount, proportion
from checker.relation import Relation

_SURE = 0.93
_RIVAL = 0.6
_GROWN = ("rate", "change", "points")
_REACH = 4
# 占63.4%, 占全市63.4%, 占比达63.4%
_BARE = re.compile("^[，(](?:约|仅|只)?(?:占(?:[^，；;。、:(]{0,12}的|全[市省县区州国]|比|比重)?(?:比[重例])?|比重)[为达约到仅至]{0,3}$")


def relations(scene: Scene) -> Iterator[Relation]:
    """The amount right before a bare share over the one amount of all that its noun is told of."""
    for share in scene.prose:
        plain = proportion(share) and share.modality == "result" and not share.quantity.hedge and not share.tail.startswith("(占")
        if plain and _BARE.match(share.lead):
            part = next((c for c in scene.before(share, _REACH) if c.measure not in _GROWN), None)
            if part is not None and part.sentence == share.sentence and _plain(scene, part):
                yield from _readings(scene, share, part)
    for sentence in scene.sentences:
        for pairs in told_in_turn(sentence):
            if not any(share.quantity.hedge or part.quantity.hedge for share, part in pairs):
                yield from _each(scene, pairs)


def _each(scene: Scene, pairs: list[tuple[Claim, Claim]]) -> Iterator[Relation]:
    """占比依次为26.3%、10.0%: the k-th amount over what the list is of."""
    run = [part for _, part in pairs]
    found = [(w, sure) for w, sure in wholes_of(scene, pairs[0][0], run, ()) if w not in run and sure >= _RIVAL]
    for share, part in pairs:
        yield from among_themselves(scene, share, part, run)
        for whole, sure in found[:3]:
            if not ruled_out(share, (part,), whole):
                yield share_of(scene, share, (part,), whole, ("share", share.index), sure)


def _plain(scene: Scene, part: Claim) -> bool:
    told = amount(part) and part.modality == "result" and not part.quantity.hedge and not {"part", "paren"} & part.cues
    return told and part.index not in scene.container


def _readings(scene: Scene, share: Claim, part: Claim) -> Iterator[Relation]:
    named = core(scene, named_whole(share))
    told = just_so_called(scene, part, called_whole(scene, share)) if named else overall(scene, part) or known_whole(scene, part)
    found = [c for c in told if not ruled_out(share, (part,), c)]
    near = [c for c in scene.before(part, 12) if c.sentence == part.sentence and amount(c) and scene.same_things(c, part)]
    # what has a share of its own is beside the part, not above it
    near = [c for c in near if not one_of(scene, c)]
    sure = len(found) == 1 and (not near or found[0] in near)
    for whole in found[:3]:
        yield share_of(scene, share, (part,), whole, ("share", share.index), _SURE if sure else _RIVAL)
