"""The order of the verbs: from a path to a report. The only module that knows it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache
from os.path import exists  # unlike Path.exists it never raises: a name may be too long, a folder closed
from pathlib import Path

from checker.bind import bind
from checker.derive import derive
from checker.document import Document, Unreadable
from checker.find import find
from checker.judge import judge
from checker.load import rules as load_rules
from checker.read import parse, read
from checker.read.discover import collect
from checker.relate import relate
from checker.relate.scene import Scene
from checker.report import DocumentReport, Figure, Reason, Report
from checker.rules import Rules, Settings, Severity
from checker.sift import sift

__all__ = ["check_document", "check_file", "check_one", "figures", "figures_in", "figures_of", "load_rules", "run", "shipped"]

_MISSING = Reason("没有这个文件。", "There is no such file.")


def run(paths: Iterable[Path], rules: Rules, settings: Settings, *, level: Severity = "error", notes: bool = False) -> Report:
    """Check the documents at `paths` (files, and folders with all they hold); `notes` shows drift, which is otherwise only counted.

    Never raises: a path that names nothing is a document that cannot be read, as is one that is empty or damaged.
    """
    named = {path: exists(path) for path in paths}  # noqa: PTH110 - see the import
    documents = [DocumentReport(str(path), reason=_MISSING) for path, there in named.items() if not there]
    documents += [check_file(path, rules, settings) for path in collect(path for path, there in named.items() if there)]
    return Report(tuple(documents if notes else map(_without_notes, documents)), level)


def check_file(path: Path, rules: Rules, settings: Settings) -> DocumentReport:
    """Check one file. Never raises: what cannot be read or breaks the program is reported with its reason."""
    try:
        return check_document(read(path, settings), rules)
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


def check_document(document: Document, rules: Rules) -> DocumentReport:
    """Check what was read. Findings come with notes and in document order; they stand beside the reason if a source of evidence fails."""
    quantities = find(document, rules)
    claims = bind(document, quantities, rules)
    relations, failures = relate(Scene(document, quantities, claims, rules, derive(claims, rules)))
    sifted = sift(document, judge(relations))
    checked = sum(quantity.start in sifted.checked for quantity in quantities)
    exempt = sum(quantity.klass != "measure" and quantity.start not in sifted.checked for quantity in quantities)
    return DocumentReport(
        document.path,
        findings=sifted.findings,
        notes=sum(finding.severity == "note" for finding in sifted.findings),
        figures=len(quantities),
        checked=checked,
        exempt=exempt,
        unconfirmed=len(quantities) - checked - exempt,
        relations=sifted.relations,
        reason=_reason(failures[0]) if failures else None,
        document=document,
    )


def figures_in(path: Path, rules: Rules, settings: Settings, on: date | None = None) -> tuple[Figure, ...] | Reason:
    """The figures of a file, or the reason why they cannot be listed. Never raises."""
    try:
        return figures(read(path, settings), rules, on)
    except Exception as error:  # noqa: BLE001 - a listing fails as a check does, with a sentence
        return _reason(error)


def figures(document: Document, rules: Rules, on: date | None = None) -> tuple[Figure, ...]:
    """Every figure of a document with what it was understood to say, in document order; `on` is the day on which it was written."""
    quantities = find(document, rules)
    claims = {claim.quantity.start: claim for claim in bind(document, quantities, rules, on)}
    return tuple(Figure.of(quantity, claims.get(quantity.start), document, rules) for quantity in quantities)


def figures_of(text: str, rules: Rules, on: date | None = None) -> tuple[Figure, ...]:
    """The figures of a text that is in no file."""
    return figures(parse(text, "<text>"), rules, on)


def _without_notes(report: DocumentReport) -> DocumentReport:
    return replace(report, findings=tuple(finding for finding in report.findings if finding.severity != "note"))


def _reason(error: Exception) -> Reason:
    if isinstance(error, Unreadable):
        return Reason(error.zh, error.en)
    what = f"{type(error).__name__}: {error}"
    return Reason(f"核数程序自身出错，此文件未核对完（{what}）。", f"The program itself failed on this document ({what}).")
