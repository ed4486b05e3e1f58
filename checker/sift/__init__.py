"""From verdicts to findings: what is proven, which figure is to blame, one finding for one slip."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checker.document import Document
from checker.finding import Finding
from checker.sift.blame import Blame, blame
from checker.sift.phrase import abstention, finding, note
from checker.sift.weigh import EVEN, Weighed, weigh
from checker.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Sifted:
    """Findings in document order, offsets of the figures that some relation confirmed or broke, how many relations were
    judged."""

    findings: tuple[Finding, ...]
    checked: frozenset[int]
    relations: int


def sift(document: Document, verdicts: Sequence[Verdict]) -> Sifted:
    """What a reader should be told of these verdicts."""
    weighed: Weighed = weigh(verdicts)
    blames: list[Blame] = blame(weighed)
    found = [finding(document, one) for one in blames]
    drifted = [v for v in weighed.agreeing if v.outcome in ("drift", "improbable") and v.relation.trust >= EVEN]
    found += [note(document, verdict) for verdict in drifted]
    found += [abstention(document, verdict) for verdict in weighed.abstained]
    found.sort(key=lambda f: (f.at.start, f.rule))
    used = weighed.agreeing + [v for b in blames for v in (b.main, *b.others)]
    checked = frozenset(c.quantity.start for v in used for c in v.relation.claims)
    return Sifted(tuple(found), checked, len(used))
