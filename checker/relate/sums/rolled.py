"""What came and went before the levels it lies between: 新认定a家，剔除到期的b家后，总数由c家增加到d家; 新聘a人，离职b人，由c人增至d人."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.claim import Claim
from checker.relate.scene import Scene
from checker.relate.sorts import amount, one_thing
from checker.relate.sums.balance import role_of
from checker.relate.sums.naming import compared
from checker.relation import Relation, Term

_MOST, _REACH = 4, 10
_PAIR = 2
_SINCE = ("由", "从", "由年初的", "由上年的", "由上年末的", "从上年末的", "由去年的")
# What came in and what went out right before a stock that moved from one level to another make up its movement.
_TOLD = 0.94


def relations(scene: Scene) -> Iterator[Relation]:
    """Every pair of levels (from, to) with the inflow and the outflow told right before it in its part of the sentence."""
    for sentence in scene.sentences:
        for position in range(_PAIR + 1, len(sentence)):
            base, now = sentence[position - 1], sentence[position]
            if _moved(base, now):
                yield from _rolled(scene, sentence, position)


def _moved(base: Claim, now: Claim) -> bool:
    levels = base.measure == now.measure == "level" and base.modality == "base" and now.modality != "base"
    same = base.quantity.dimension == now.quantity.dimension and base.clause == now.clause and amount(now)
    return levels and same and base.lead.endswith(_SINCE) and now.lead.rstrip("约近").endswith(("到", "至", "为"))


def _rolled(scene: Scene, sentence: Sequence[Claim], position: int) -> Iterator[Relation]:
    base, now = sentence[position - 1], sentence[position]
    behind = sentence[position + 1] if position + 1 < len(sentence) else None
    if behind is not None and "paren" in behind.cues and "另" in behind.lead:
        return  # 由a增加到b(另有c家合并): one more movement
    flows: list[tuple[str, Claim]] = []
    for at in range(position - _PAIR, max(-1, position - _PAIR - _REACH), -1):
        other = sentence[at]
        if _aside(scene, now, other):
            continue
        role = role_of(scene, sentence, at) if "paren" not in other.cues else ""
        alike = other.quantity.dimension == now.quantity.dimension and other.clause == now.clause and one_thing(now, other)
        if len(flows) == _MOST or role not in ("in", "out") or not alike or not (amount(other) or other.measure == "change"):
            break
        flows.insert(0, (role, other))
    if {role for role, _ in flows} == {"in", "out"} and len(flows) == _PAIR:
        terms = [Term("whole", now.quantity.interval, now), Term("part", base.quantity.interval, base)]
        terms += [Term("less" if role == "out" else "part", c.quantity.interval, c) for role, c in flows]
        yield scene.relation("stock-and-flow", terms, ("rolled", now.index), _TOLD)


def _aside(scene: Scene, now: Claim, other: Claim) -> bool:
    """Whether a figure only compares a movement or takes it apart (处置b，其中清收c、核销d)."""
    whole = scene.container.get(other.index)
    apart = whole is not None and whole.sentence == now.sentence and whole.quantity.dimension == other.quantity.dimension
    return apart or compared(other) or other.measure in ("rate", "share")
