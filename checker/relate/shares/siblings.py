"""The share of one of several amounts that together are the whole: 税收收入98亿元，非税收入44亿元，税收占比68.9%."""

from __future__ import annotations

from collections.abc import Iterator

from checker.claim import Claim
from checker.relate.lists.closed import partition
from checker.relate.lists.members import closes
from checker.relate.scene import Scene
from checker.relate.shares.subject import no_narrower
from checker.relate.shares.together import run_before
from checker.relate.shares.wholes import named_whole
from checker.relation import Relation, Term, term

_CLOSED = 0.95
_PAIR = 0.93
_REACH = 8
_JOINTS = ("、", "和", "及", "与", "以及")
_COMPOSED = ("组成", "构成")


def relations(scene: Scene, share: Claim, subject: str) -> Iterator[Relation]:
    """The amount that the words before 占 call over the sum of its siblings and itself, where nothing else is left of the whole."""
    if len(subject) == 1 or named_whole(share) or share.quantity.hedge:
        return
    run = run_before(scene, share, _REACH, (*_JOINTS, "，"))
    # 税收 is what 税收收入 begins with, though 非税收入 holds it too
    begun = [c for c in run if c.name.startswith(subject) or c.name and subject.startswith(c.name) and no_narrower(subject, c.name)]
    part = (begun or [c for c in run if subject in c.name]) if subject else run[-1:]
    trust = _exhausted(scene, share, run)
    if len(part) == 1 and len(run) > 1 and trust > (0.0 if subject else _PAIR):
        others = [c for c in run if c is not part[0]]
        terms: list[Term] = [Term("share", share.quantity.interval, share), term("numerator", part[0]), *(term("part", c) for c in others)]
        yield scene.relation("share-of-siblings", terms, ("share", share.index), trust)


def _exhausted(scene: Scene, share: Claim, run: list[Claim]) -> float:
    """How sure the words are that these amounts leave nothing of the whole out."""
    if share.lead.startswith(_COMPOSED) and all(claim.lead.startswith(_JOINTS) for claim in run[1:]):
        return _CLOSED
    if not _rest_behind(scene, share, run) and partition(scene.rules, [claim.name for claim in run], at_edges=True):
        return _CLOSED
    if len(run) == 2 and run[1].lead.startswith(_JOINTS) and run[0].index not in scene.container:
        first, second = run[0].name, run[1].name
        return _PAIR if first[-2:] == second[-2:] and first != second and second else 0.0
    return 0.0


def _rest_behind(scene: Scene, share: Claim, run: list[Claim]) -> bool:
    """个人缴费a，财政补助b、占x%，利息c，其他d: whether the list goes on behind the share up to what the others leave."""
    for claim in scene.claims[share.index + 1 : share.index + 1 + _REACH]:
        if claim.sentence != share.sentence or claim.lead.startswith(";"):
            return False
        if run and claim.quantity.dimension == run[0].quantity.dimension and closes(scene.rules, claim):
            return True
    return False
