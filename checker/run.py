"""The order of the verbs: from a path to a report. The only module that knows it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache
from os.path import exists  # unlike Path.exists it never raises: a name may be too long, a folder closed
from pathlib import Path
from typing import TYPE_CHECKING

from checker.bind import bind
from checker.derive import derive
from checker.document import Document, Unreadable
from checker.find import find
from checker.judge import judge, worked
from checker.load import rules as load_rules
from checker.quantity import Quantity
from checker.read import parse, read
from checker.read.discover import collect
from checker.relate import relate
from checker.relate.scene import Scene
from checker.relation import Relation
from checker.report import Coverage, DocumentReport, Figure, Reason, Report
from checker.rules import Rules, Settings, Severity
from checker.sift import sift
from checker.verdict import starts

if TYPE_CHECKING:
    from checker.explanation import Explanation

__all__ = [
    "check_document", "check_file", "check_one", "explain_figure", "figures", "figures_in", "figures_of", "load_rules", "run",
    "shipped",
]  # fmt: skip

_MISSING = Reason("没有这个文件。", "There is no such file.")


def run(
    paths: Iterable[Path], rules: Rules, settings: Settings, *, level: Severity = "error", notes: bool = False, coverage: bool = False
) -> Report:
    """Check the documents at `paths` (files, and folders with all they hold); `notes` shows drift, which is otherwise only counted,
    `coverage` what checked the figures and which nothing confirms.

    Never raises: a path that names nothing is a document that cannot be read, as is one that is empty or damaged.
    """
    named = {path: exists(path) for path in paths}  # noqa: PTH110 - see the import
    documents = [DocumentReport(str(path), reason=_MISSING) for path, there in named.items() if not there]
    documents += [check_file(path, rules, settings, coverage) for path in collect(path for path, there in named.items() if there)]
    return Report(tuple(documents if notes else map(_without_notes, documents)), level)


def check_file(path: Path, rules: Rules, settings: Settings, coverage: bool = False) -> DocumentReport:
    """Check one file. Never raises: what cannot be read or breaks the program is reported with its reason."""
    try:
        return check_document(read(path, settings), rules, coverage)
    except Exception as error:  # noqa: BLE001 - one document must not take the others down with it
        return DocumentReport(str(path), reason=_reason(error))


@cache
def shipped() -> Rules:
    """The rules that ship with heshu, loaded once a process."""
    return load_rules(())


def check_one(text_or_document: str | Document) -> Report:
    """Check a text that is in no file (its path is then '<text>') or a document that was read, against the rules that ship with heshu."""
    try:
        document = text_or_document if isinstance(text_or_document, Document) else parse(text_or_document, "<text>")
    except Unreadable as error:
        return Report((DocumentReport("<text>", reason=_reason(error)),))
    return Report((_without_notes(check_document(document, shipped())),))


def check_document(document: Document, rules: Rules, coverage: bool = False) -> DocumentReport:
    """Check what was read. Findings come with notes and in document order; they stand beside the reason if a source of evidence fails."""
    scene, relations, failures = _related(document, rules)
    sifted = sift(document, judge(relations))
    checked = starts(sifted.relations)
    rest = [quantity for quantity in scene.quantities if quantity.start not in checked]
    unconfirmed = [quantity for quantity in rest if quantity.klass == "measure"]
    return DocumentReport(
        document.path,
        findings=sifted.findings,
        notes=sum(finding.severity == "note" for finding in sifted.findings),
        figures=len(scene.quantities),
        checked=len(scene.quantities) - len(rest),
        exempt=len(rest) - len(unconfirmed),
        unconfirmed=len(unconfirmed),
        relations=len(sifted.relations),
        reason=_reason(failures[0]) if failures else None,
        document=document,
        coverage=Coverage.of(sifted.relations, sifted.certain, _figures(scene, unconfirmed)) if coverage else None,
    )


def explain_figure(path: Path, line: int, column: int, rules: Rules, settings: Settings) -> Explanation | Reason:
    """What was understood of the figure at a place of a file, or the first after it on its line, and what it was compared with; or the
    reason why the file cannot be explained. Lines and columns count from 1. Raises NoFigure if no figure stands there."""
    from checker.explanation import NoFigure
    from checker.sift.comparison import comparisons
    from checker.tell import figure_at, tell

    try:
        document = read(path, settings)
        scene, relations, failures = _related(document, rules)
        if failures:
            return _reason(failures[0])
        quantity = figure_at(document, scene.quantities, line, column)
        compared = comparisons(document, quantity.start, [worked(verdict) for verdict in judge(relations)])
        proposed = any(claim.quantity.start == quantity.start for relation in relations for claim in relation.claims)
        return tell(document, quantity, scene.claims, rules, compared, proposed)
    except NoFigure:
        raise
    except Exception as error:  # noqa: BLE001 - an explanation fails as a check does, with a sentence
        return _reason(error)


def _related(document: Document, rules: Rules) -> tuple[Scene, list[Relation], list[Exception]]:
    quantities = find(document, rules)
    claims = bind(document, quantities, rules)
    scene = Scene(document, quantities, claims, rules, derive(claims, rules))
    return scene, *relate(scene)


def figures_in(path: Path, rules: Rules, settings: Settings, on: date | None = None) -> tuple[Figure, ...] | Reason:
    """The figures of a file, or the reason why they cannot be listed. Never raises."""
    try:
        return figures(read(path, settings), rules, on)
    except Exception as error:  # noqa: BLE001 - a listing fails as a check does, with a sentence
        return _reason(error)


def figures(document: Document, rules: Rules, on: date | None = None) -> tuple[Figure, ...]:
    """Every figure of a document with what it was understood to say, in document order; `on` is the day on which it was written."""
    quantities = find(document, rules)
    return _figures(Scene(document, quantities, bind(document, quantities, rules, on), rules), quantities)


def figures_of(text: str, rules: Rules, on: date | None = None) -> tuple[Figure, ...]:
    """The figures of a text that is in no file."""
    return figures(parse(text, "<text>"), rules, on)


def _figures(scene: Scene, quantities: Iterable[Quantity]) -> tuple[Figure, ...]:
    claims = {claim.quantity.start: claim for claim in scene.claims}
    return tuple(Figure.of(quantity, claims.get(quantity.start), scene.document, scene.rules) for quantity in quantities)


def _without_notes(report: DocumentReport) -> DocumentReport:
    return replace(report, findings=tuple(finding for finding in report.findings if finding.severity != "note"))


def _reason(error: Exception) -> Reason:
    if isinstance(error, Unreadable):
        return Reason(error.zh, error.en)
    what = f"{type(error).__name__}: {error}"
    return Reason(f"核数程序自身出错，此文件未核对完（{what}）。", f"The program itself failed on this document ({what}).")
