"""What was checked and holds, and what was not compared: for readers who want to see it all."""

from __future__ import annotations

from collections.abc import Sequence

from checker.document import Document
from checker.finding import Checked
from checker.sift.phrase import REASONS, places
from checker.sift.weigh import stated
from checker.verdict import Verdict


def shown(document: Document, verdicts: Sequence[Verdict]) -> tuple[Checked, ...]:
    """The `verdicts`, which hold and have their working or abstain, in document order, each comparison once with its best evidence."""
    once: dict[tuple[object, ...], Verdict] = {}
    for verdict in sorted(verdicts, key=lambda verdict: verdict.relation.trust):
        figures = frozenset(claim.quantity.start for claim in verdict.relation.claims)
        once[verdict.outcome == "abstains", verdict.working, figures] = verdict
    found = [_checked(document, verdict) for verdict in once.values()]
    return tuple(sorted(found, key=lambda one: (one.places[0].start if one.places else 0, one.rule, one.working)))


def _checked(document: Document, verdict: Verdict) -> Checked:
    rule = verdict.relation.rule
    zh, en = REASONS[verdict.reason] if verdict.reason else ("", "")
    shown_at = places(document, verdict.relation)
    return Checked(rule.id, rule.kind, rule.evidence, verdict.outcome, stated(verdict), verdict.working, zh, en, shown_at)
