"""A share of several amounts that the words before 占 name one by one: 风电、光伏占54.8%, 新能源（风电、光伏）占54.8%."""

from __future__ import annotations

from collections.abc import Iterator

from checker.claim import Claim
from checker.relate.scene import Scene
from checker.relate.shares.together import share_of
from checker.relate.shares.wholes import wholes
from checker.relate.sorts import amount
from checker.relation import Relation

_SURE = 0.94
_REACH = 14


def relations(scene: Scene, share: Claim, names: tuple[str, ...]) -> Iterator[Relation]:
    """The amounts so called, together, over the whole of the list they are in, or over what the share is of by its words."""
    parts = _parts(scene, share, names)
    if not parts:
        return
    lists = {id(container): container for part in parts if (container := scene.container.get(part.index)) is not None}
    question = ("share", share.index)
    for rank, (whole, trust) in enumerate(w for w in wholes(scene, share, parts[0], "")[:3] if w[0] not in parts):
        listed = len(lists) == 1 and id(whole) in lists
        yield share_of(scene, share, parts, whole, question, _SURE if listed and rank == 0 else trust)


def _parts(scene: Scene, share: Claim, names: tuple[str, ...]) -> tuple[Claim, ...]:
    told = [c for c in scene.before(share, _REACH) if share.sentence - c.sentence <= 1 and amount(c) and c.modality != "base"]
    found: list[Claim] = []
    for name in names:
        exact = [c for c in told if c.name == name] or [c for c in told if _called(c, name)]
        if len(exact) != 1 or exact[0] in found or exact[0].quantity.hedge:
            return ()
        found.append(exact[0])
    return tuple(sorted(found, key=lambda c: c.index)) if len({c.quantity.dimension for c in found}) == 1 else ()


def _called(claim: Claim, name: str) -> bool:
    """中央 for 中央财政, 飞播造林 for 飞播."""
    return len(claim.name) > 1 and (claim.name.startswith(name) or claim.name.endswith(name) or name.startswith(claim.name))
