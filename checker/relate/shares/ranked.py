"""The share of a grade and all above it: 研究生94人、本科923人、大专207人、中专及以下44人，本科及以上占80.2%."""

from __future__ import annotations

from collections.abc import Iterator

from checker.claim import Claim
from checker.relate.scene import Scene
from checker.relate.shares.together import run_before
from checker.relation import Relation, Term, term

_SURE = 0.93
_REACH = 10
_UP = ("及以上", "以上")
_DOWN = ("及以下", "以下")
_JOINTS = ("、", "和", "及", "与", "以及")


def relations(scene: Scene, share: Claim, subject: str) -> Iterator[Relation]:
    """The grades from the one named upwards (or downwards) over all grades of a list that ends with what is lowest or highest."""
    run = run_before(scene, share, _REACH, _JOINTS)
    grade = next((c for c in run if len(c.name) > 1 and subject.startswith(c.name)), None)
    if grade is None or len(run) <= 2 or share.quantity.hedge:
        return
    rest = subject.removeprefix(grade.name)
    upwards, downwards = rest.startswith(_UP), rest.startswith(_DOWN)
    falling, rising = run[-1].name.endswith(_DOWN), run[-1].name.endswith(_UP)
    if upwards == downwards or falling == rising:
        return
    at = run.index(grade)
    first = run[: at + 1] if upwards == falling else run[at:]
    others = [c for c in run if c not in first]
    whole = scene.container.get(grade.index)
    terms: list[Term] = [term("share", share), *(term("numerator", c) for c in first)]
    if whole is not None and others:
        yield scene.relation("share-of-whole", [*terms, term("denominator", whole)], ("share", share.index), _SURE)
