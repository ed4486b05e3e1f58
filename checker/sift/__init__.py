"""From verdicts to findings: what is proven, which figure is to blame, one finding for one slip."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checker.document import Document
from checker.finding import Finding
from checker.sift.blame import Blame, blame
from checker.sift.phrase import finding
from checker.sift.weigh import Weighed, weigh
from checker.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Sifted:
    """Findings in document order, offsets of the figures that some relation confirmed or broke, how many relations were
    judged, and how many of them held by a last digit only."""

    findings: tuple[Finding, ...]
    checked: frozenset[int]
    relations: int
    notes: int


def sift(document: Document, verdicts: Sequence[Verdict]) -> Sifted:
    """What a reader should be told of these verdicts."""
    weighed: Weighed = weigh(verdicts)
    blames: list[Blame] = blame(weighed)
    found = [finding(document, one) for one in blames]
    found.sort(key=lambda f: (f.at.start, f.rule))
    used = weighed.agreeing + [v for b in blames for v in (b.main, *b.others)]
    checked = frozenset(c.quantity.start for v in used for c in v.relation.claims)
    drifts = sum(verdict.outcome in ("drift", "improbable") for verdict in weighed.agreeing)
    return Sifted(tuple(found), checked, len(used), drifts)
