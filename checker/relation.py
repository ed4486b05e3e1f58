"""Why figures must agree: claims in roles, under a form of arithmetic, with the evidence that brings them together."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from checker.claim import Claim
from checker.interval import Interval
from checker.rules import Rule


@dataclass(frozen=True, slots=True)
class Term:
    """One side of a relation: a role filled by a claim, or by a constant that the reader knows (days of a period, years between two
    dates), worded in `note`. `interval` is what it may stand for in the sense of the relation."""

    role: str
    interval: Interval
    claim: Claim | None = None
    note: str = ""

    @property
    def text(self) -> str:
        """How the working quotes it."""
        return self.note or (self.claim.quantity.text if self.claim else "")


@dataclass(frozen=True, slots=True)
class Relation:
    """`terms[0]` is the result the form computes from the others.

    Relations that answer the same `question` (which whole does this share mean?) are rivals: one that holds settles it. `trust` is the
    share of such relations that hold in proofread documents: evidence stated by the wording is near 1, a mere neighbourhood near 0.
    `exponent` is the number of periods of compound growth. `abstain` is the reason why the figures must not be compared
    although they stand together (real: a rate at constant prices, comparable: a rate on another footing), '' if they may.
    `gathered` parts are taken for all the parts, each counted once, without the words saying so.
    """

    rule: Rule
    terms: tuple[Term, ...]
    question: tuple[object, ...]
    trust: float
    exponent: Decimal = Decimal(1)
    abstain: str = ""
    gathered: bool = False

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The figures of the page in it, in the order of the terms; for a derived claim those it was derived from."""
        return tuple(figure for term in self.terms if term.claim is not None for figure in term.claim.sources or (term.claim,))


def term(role: str, claim: Claim) -> Term:
    """The claim in a role, with its written direction."""
    return Term(role, claim.signed, claim)
