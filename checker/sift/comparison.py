"""The relations of one figure as its reader sees them."""

from __future__ import annotations

from collections.abc import Sequence

from checker.document import Document
from checker.explanation import Comparison
from checker.sift import sift
from checker.sift.phrase import REASONS, places
from checker.sift.weigh import stated
from checker.verdict import Verdict, starts


def comparisons(document: Document, start: int, verdicts: Sequence[Verdict]) -> tuple[Comparison, ...]:
    """Those of a document's `verdicts` that the figure at `start` takes part in, reported ones and then the surest first."""
    reported = {id(verdict) for verdict in sift(document, verdicts).proven}
    mine = sorted((v for v in verdicts if start in starts([v])), key=lambda v: (id(v) not in reported, -v.relation.trust))
    # weaker evidence for what is compared already adds nothing
    once = {(verdict.working, starts([verdict])): verdict for verdict in reversed(mine)}
    return tuple(_comparison(document, verdict, id(verdict) in reported) for verdict in reversed(once.values()))


def _comparison(document: Document, verdict: Verdict, reported: bool) -> Comparison:
    relation, rule = verdict.relation, verdict.relation.rule
    zh, en = REASONS[verdict.reason] if verdict.reason else ("", "")
    return Comparison(
        rule=rule.id,
        kind=rule.kind,
        evidence=rule.evidence,
        outcome=verdict.outcome,
        trust=relation.trust,
        certain=reported or stated(verdict),
        reported=reported,
        working=verdict.working,
        places=places(document, relation),
        zh=zh,
        en=en,
    )
