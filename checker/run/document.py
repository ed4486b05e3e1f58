"""The order of the verbs for one document that was read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from checker.bind import bind
from checker.derive import derive
from checker.document import Document, Unreadable
from checker.find import find
from checker.finding import Finding
from checker.judge import judge
from checker.quantity import Quantity
from checker.relate import relate
from checker.relate.scene import Scene
from checker.relation import Relation
from checker.report import Coverage, DocumentReport, Figure, Reason
from checker.rules import Rules
from checker.run.request import Request
from checker.settings import Level, Policy
from checker.sift import sift
from checker.verdict import Verdict, starts


def check_document(document: Document, policy: Policy, request: Request) -> DocumentReport:
    """Check what was read. Findings are in document order; they stand beside the reason if a source of evidence fails."""
    scene, relations, failures = related(document, policy.rules)
    sifted = sift(document, _in_force(judge(relations), policy.settings.levels))
    findings = tuple(_levelled(finding, policy.settings.levels) for finding in sifted.findings)
    checked = starts(sifted.relations)
    rest = [quantity for quantity in scene.quantities if quantity.start not in checked]
    unconfirmed = [quantity for quantity in rest if quantity.klass == "measure"]
    threshold = request.threshold or policy.settings.fail_on
    shown = request.notes or threshold == "note"
    return DocumentReport(
        document.path,
        findings=tuple(finding for finding in findings if shown or finding.severity != "note"),
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
    )


def _in_force(verdicts: list[Verdict], levels: Mapping[str, Level]) -> list[Verdict]:
    """The verdicts of rules that are not off."""
    return [verdict for verdict in verdicts if levels.get(verdict.relation.rule.id) != "off"] if levels else verdicts


def _levelled(finding: Finding, levels: Mapping[str, Level]) -> Finding:
    """A finding at the severity that the settings give its rule; notes stay notes."""
    level = levels.get(finding.rule)
    return finding if level is None or level == "off" or finding.severity == "note" else replace(finding, severity=level)


def related(document: Document, rules: Rules) -> tuple[Scene, list[Relation], list[Exception]]:
    """The claims of a document in their scene, the relations between them, and what failed on the way."""
    quantities = find(document, rules)
    claims = bind(document, quantities, rules)
    scene = Scene(document, quantities, claims, rules, derive(claims, rules))
    return scene, *relate(scene)


def figures(document: Document, rules: Rules) -> tuple[Figure, ...]:
    """Every figure of a document with what it was understood to say, in document order."""
    quantities = find(document, rules)
    return figures_of(Scene(document, quantities, bind(document, quantities, rules), rules), quantities)


def figures_of(scene: Scene, quantities: Iterable[Quantity]) -> tuple[Figure, ...]:
    """`quantities` of a scene with what they were understood to say."""
    claims = {claim.quantity.start: claim for claim in scene.claims}
    return tuple(Figure.of(quantity, claims.get(quantity.start), scene.document, scene.rules) for quantity in quantities)


def reason(error: Exception) -> Reason:
    """One sentence for what went wrong with a document."""
    if isinstance(error, Unreadable):
        return Reason(error.zh, error.en)
    what = f"{type(error).__name__}: {error}"
    return Reason(f"核数程序自身出错，此文件未核对完（{what}）。", f"The program itself failed on this document ({what}).")


