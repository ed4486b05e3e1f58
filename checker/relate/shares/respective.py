"""Several shares told in one breath: A a、B b、C c，占比分别为x、y、z."""

from __future__ import annotations

from collections.abc import Iterator

from checker.claim import Claim
from checker.relate.scene import Scene
from checker.relate.shares.wholes import wholes
from checker.relate.sorts import amount, proportion
from checker.relation import Relation, Term

_JOINTS = ("、", "和", "及", "与", "以及")
_UNSURE = 0.5


def relations(scene: Scene, sentence: list[Claim]) -> Iterator[Relation]:
    """The k-th share is of the k-th amount before it."""
    position = 0
    while position < len(sentence):
        run = _run(sentence, position)
        parts = _parts(sentence, position, len(run))
        if len(run) > 1 and parts:
            # parts told each in a clause of its own are one list where they are parts of one whole
            container = scene.container.get(parts[0].index)
            listed = container is not None and all(scene.container.get(part.index) is container for part in parts)
            one_list = listed or not parts[0].lead.startswith(_JOINTS) and all(part.lead.startswith(_JOINTS) for part in parts[1:])
            for rank, (whole, trust) in enumerate(w for w in wholes(scene, run[0], parts[0], "") if w[0] not in parts):
                sure = trust if rank == 0 and one_list else min(trust, _UNSURE)
                for share, part in zip(run, parts, strict=True):
                    terms = [Term("share", share.quantity.interval, share), Term("numerator", part.quantity.interval, part)]
                    terms.append(Term("denominator", whole.quantity.interval, whole))
                    yield scene.relation("share-of-whole", terms, ("share", share.index), sure)
        position += max(1, len(run))


def _run(sentence: list[Claim], position: int) -> list[Claim]:
    """The shares joined by 、 from the one that 分别 introduces."""
    head = sentence[position]
    if not proportion(head) or not {"share", "respectively"} <= head.cues:
        return []
    end = position + 1
    while end < len(sentence) and proportion(sentence[end]) and not sentence[end].lead.strip("、和及与以 "):
        end += 1
    return sentence[position:end]


def _parts(sentence: list[Claim], position: int, count: int) -> list[Claim]:
    """As many amounts of one dimension before the shares as there are shares."""
    parts = [c for c in sentence[:position] if amount(c) and c.modality != "base" and "paren" not in c.cues][-count:] if count else []
    return parts if len(parts) == count and len({c.quantity.dimension for c in parts}) == 1 else []
