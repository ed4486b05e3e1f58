"""The order of the verbs for one document that was read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from checker.baseline import split
from checker.document import Document
from checker.finding import Finding
from checker.judge import judge, worked
from checker.report import Coverage, DocumentReport
from checker.run.muting import let_pass
from checker.run.request import Request
from checker.run.revised import revised_in_part
from checker.run.understanding import figures_of, reason, related
from checker.settings import Level, Policy
from checker.sift import sift
from checker.sift.revised import merged
from checker.sift.shown import shown
from checker.verdict import Verdict, starts


def check_document(document: Document, policy: Policy, request: Request, former: Document | None = None) -> DocumentReport:
    """Check what was read, and what was revised in it since the `former` version. Findings are in document order; they stand beside the
    reason if a source of evidence fails."""
    scene, relations, failures = related(document, policy.rules)
    levels = policy.settings.levels
    verdicts = _in_force(judge(relations), levels)
    sifted = sift(document, verdicts)
    found = sifted.findings
    if former is not None:
        found = (*found, *revised_in_part(former, document, scene, verdicts, policy.rules, levels))
    passed = let_pass(document, found, policy, lambda other: _found(other, policy))
    known = split(passed.findings, policy.baseline.of(Path(document.path)))[1] if former is not None and policy.baseline else ()
    findings = merged(_levelled(passed.findings, levels), [*(muted.finding for muted in passed.muted), *known])
    checked = starts(sifted.relations)
    rest = [quantity for quantity in scene.quantities if quantity.start not in checked]
    unconfirmed = [quantity for quantity in rest if quantity.klass == "measure"]
    threshold = request.threshold or policy.settings.fail_on
    drift = request.notes or threshold == "note"
    return DocumentReport(
        document.path,
        findings=tuple(finding for finding in findings if drift or finding.severity != "note"),
        notes=sum(finding.severity == "note" for finding in findings),
        figures=len(scene.quantities),
        checked=len(scene.quantities) - len(rest),
        exempt=len(rest) - len(unconfirmed),
        unconfirmed=len(unconfirmed),
        relations=len(sifted.relations),
        reason=reason(failures[0]) if failures else None,
        document=document,
        coverage=Coverage.of(sifted.relations, sifted.certain, figures_of(scene, unconfirmed)) if request.coverage else None,
        threshold=threshold,
        muted=passed.muted,
        checks=shown(document, [*map(worked, sifted.agree), *sifted.abstained]) if request.checks else None,
    )


def _found(document: Document, policy: Policy) -> tuple[Finding, ...]:
    """The findings of a document that no mute has been applied to."""
    _, relations, _ = related(document, policy.rules)
    return sift(document, _in_force(judge(relations), policy.settings.levels)).findings


def _in_force(verdicts: list[Verdict], levels: Mapping[str, Level]) -> list[Verdict]:
    """The verdicts of rules that are not off."""
    return [verdict for verdict in verdicts if levels.get(verdict.relation.rule.id) != "off"] if levels else verdicts


def _levelled(findings: Sequence[Finding], levels: Mapping[str, Level]) -> tuple[Finding, ...]:
    """The findings at the severity that the settings give their rules, without those that are off; notes stay notes."""
    return tuple(_at(finding, levels.get(finding.rule, finding.severity)) for finding in findings if levels.get(finding.rule) != "off")


def _at(finding: Finding, level: Level) -> Finding:
    return finding if finding.severity == "note" or level == "off" else replace(finding, severity=level)
