"""每10万人中拥有大学文化程度的由…上升为…: so many among a round number of people, one after another in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.claim import Claim
from checker.relate.likeness import label, told
from checker.relate.means.pace import quotient_term
from checker.relate.scene import Scene
from checker.relate.sorts import amount
from checker.relate.topic import last_clause
from checker.relation import Relation, Term, term

_ALL = re.compile("(?:常住人口|总人口)[^，。；;]{0,6}$")
_MOST = 6
_BEFORE = 40
_SURE = 0.93
_RIVAL = 0.5


def relations(scene: Scene) -> Iterator[Relation]:
    """For every 每n万人中 the numbers of people that follow, over the people counted before."""
    for sentence in scene.sentences:
        for position, head in enumerate(sentence):
            if head.quantity.dimension == "person" and head.lead.endswith("每") and head.tail[:1] == "中":
                yield from _among(scene, head, sentence[position + 1 :])


def _among(scene: Scene, head: Claim, after: list[Claim]) -> Iterator[Relation]:
    kinds = [c for c in after if c.quantity.dimension == "person" and c.modality != "base" and c.measure == "level"]
    said = {claim.index: told(_kind(scene, claim)) for claim in kinds}
    common = set.intersection(*said.values()) if len(said) > 1 else set()
    near = [c for c in scene.claims[max(0, head.index - _BEFORE) : head.index] if c.cell is None and amount(c)]
    people = [c for c in near if c.quantity.dimension == "person" and c.modality != "base"]
    whole = _wholes(scene, head)
    for claim in kinds:
        own = said[claim.index] - common
        tops = [c for c in reversed(people) if own and own <= set(label(scene, c))]
        for first, top in enumerate(tops[:2]):
            for second, bottom in enumerate(whole[:3]):
                below = Term(
                    "denominator", bottom.signed.scaled(1 / head.quantity.value), bottom, f"({bottom.quantity.text} ÷ {head.quantity.text})"
                )
                trust = _SURE if first == second == 0 else _RIVAL
                yield scene.relation("mean-per-unit", [quotient_term(claim), term("numerator", top), below], ("mean", claim.index), trust)


def _wholes(scene: Scene, head: Claim) -> list[Claim]:
    """All the people, as the document first states them, then whatever else it calls a population."""
    stated = [c for c in scene.prose if c.index < head.index and c.quantity.dimension == "person" and c.modality == "result" and amount(c)]
    called = [c for c in stated[:_BEFORE] if "人口" in c.name or "人口" in c.lead[-12:]]
    first = [c for c in called if _ALL.search(c.lead)][:1]
    return first + [c for c in called if c not in first][:_MOST]


def _kind(scene: Scene, claim: Claim) -> str:
    """What is said of those counted, before the level they started from if there is one."""
    before = next(scene.before(claim, 1), None)
    start = before if before is not None and before.modality == "base" else claim
    return last_clause(start.lead).removeprefix("人中").removeprefix("中").rstrip("由从")
