"""What a baseline knows of a run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from checker.baseline import Baseline, entry, split
from checker.report import DocumentReport, Report


def with_baseline(document: DocumentReport, baseline: Baseline) -> DocumentReport:
    """The report of a document, with the findings that the baseline knows set apart. One that could not be checked is as it was."""
    if document.reason is not None:
        return document
    new, known, gone = split(document.findings, baseline.of(Path(document.path)))
    return replace(document, findings=new, known=known, gone=gone)


@dataclass(frozen=True, slots=True)
class Update:
    """A baseline brought up to date: its `entries`, and the lines that are `new` (path and entry) or `gone`; `kept` counts the others."""

    entries: dict[str, Counter[str]]
    new: tuple[tuple[str, str], ...]
    gone: tuple[tuple[str, str], ...]
    kept: int


def updated(report: Report, baseline: Baseline, accept: bool) -> Update:
    """The baseline after a run: findings that are gone leave it, as does all of a document that is not there any more; new ones enter only
    if they are to be accepted. Documents that were not checked, or could not be, keep their entries."""
    entries = {name: Counter(said) for name, said in baseline.entries.items()}
    new: list[tuple[str, str]] = []
    for document in report.documents:
        if document.reason is None:
            name = baseline.name(Path(document.path))
            found = Counter(entry(finding) for finding in (*document.findings, *document.known) if finding.severity != "note")
            known = found & entries.get(name, Counter())
            new += ((name, said) for said in sorted((found - known).elements()))
            entries[name] = found if accept else known
    for name in list(entries):
        if not (baseline.folder / name).is_file():
            entries[name] = Counter()
    gone = [(name, said) for name, before in baseline.entries.items() for said in _elements(before - entries[name])]
    entries = {name: said for name, said in entries.items() if said}
    kept = sum(said.total() for said in entries.values()) - (len(new) if accept else 0)
    return Update(entries, tuple(new), tuple(gone), kept)


def _elements(counter: Counter[str]) -> Iterable[str]:
    return sorted(counter.elements())
