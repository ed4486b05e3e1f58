"""From verdicts to findings: what is proven, which figure is to blame, one finding for one slip."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checker.document import Document
from checker.finding import Finding
from checker.sift.blame import Blame, blame
from checker.sift.phrase import abstention, finding, note
from checker.sift.weigh import EVEN, Weighed, stated, weigh
from checker.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Sifted:
    """Findings in document order, and the relations that were judged: those that `agree` and those that are `proven` to break; and those
    that `abstained`, which must not be compared."""

    findings: tuple[Finding, ...]
    agree: tuple[Verdict, ...]
    proven: tuple[Verdict, ...]
    abstained: tuple[Verdict, ...] = ()

    @property
    def relations(self) -> tuple[Verdict, ...]:
        """All that were judged."""
        return (*self.agree, *self.proven)

    @property
    def certain(self) -> tuple[Verdict, ...]:
        """Those of the relations whose evidence would accuse without any other."""
        return (*(verdict for verdict in self.agree if stated(verdict)), *self.proven)


def sift(document: Document, verdicts: Sequence[Verdict]) -> Sifted:
    """What a reader should be told of these verdicts."""
    weighed: Weighed = weigh(verdicts)
    blames: list[Blame] = blame(weighed)
    found = [finding(document, one) for one in blames]
    drifted = [v for v in weighed.agreeing if v.outcome in ("drift", "improbable") and v.relation.trust >= EVEN]
    found += [note(document, verdict) for verdict in drifted]
    found += [abstention(document, verdict) for verdict in weighed.abstained]
    found.sort(key=lambda f: (f.at.start, f.rule))
    proven = tuple(v for b in blames for v in (b.main, *b.others))
    return Sifted(tuple(found), tuple(weighed.agreeing), proven, tuple(weighed.abstained))
