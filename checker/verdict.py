"""What the arithmetic says of a relation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from checker.interval import Interval
from checker.relation import Relation

Outcome = Literal["agrees", "drift", "improbable", "contradicts", "abstains"]


@dataclass(frozen=True, slots=True)
class Mend:
    """One slip that would make the relation hold: the term at `index` written as `reading` instead; `slip` names it (digit,
    swap, scale, sign, point, missing, extra); `chance` is how likely such a slip would fit by accident."""

    index: int
    slip: str
    reading: str
    chance: float


@dataclass(frozen=True, slots=True)
class Verdict:
    """`computed` is the range that the other terms give the first one; `chance` the probability that unrelated figures of this
    precision would agree by accident; `mends` single slips that would explain a contradiction; `working` the arithmetic and `expected`
    what the first term should read, both as a reader would write them (contradictions only); `reason` why it abstains."""

    relation: Relation
    outcome: Outcome
    computed: Interval | None = None
    chance: float = 1.0
    mends: tuple[Mend, ...] = ()
    working: str = ""
    expected: str = ""
    reason: str = ""


def starts(verdicts: Iterable[Verdict]) -> frozenset[int]:
    """Offsets of the figures that take part in relations."""
    return frozenset(claim.quantity.start for verdict in verdicts for claim in verdict.relation.claims)
