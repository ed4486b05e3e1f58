"""Findings that were there when a gate was set up: known, to be mended in time, and stopping nobody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from checker.finding import Finding


@dataclass(frozen=True, slots=True)
class Baseline:
    """The known findings in a file of `folder` (absolute): for each document, by its path relative to `folder` with forward slashes, the
    entries of its findings; a finding that occurs twice has two."""

    folder: Path
    entries: Mapping[str, Counter[str]]

    def name(self, path: Path) -> str:
        """The name of a document in it."""
        resolved = path.resolve()
        return resolved.relative_to(self.folder).as_posix() if resolved.is_relative_to(self.folder) else resolved.as_posix()

    def of(self, path: Path) -> Counter[str]:
        """The entries of a document."""
        return Counter(self.entries.get(self.name(path), ()))


def entry(finding: Finding) -> str:
    """What a baseline calls a finding: its rule, and its figures with their names. It holds no position, and another number in the finding
    makes it another finding."""
    return " ".join(finding.key.split())


def split(findings: Iterable[Finding], entries: Counter[str]) -> tuple[tuple[Finding, ...], tuple[Finding, ...], tuple[str, ...]]:
    """The findings that are new, those that `entries` know, and the entries whose findings are gone. Notes are always new: they fail
    nothing and are not kept."""
    left, new, known = Counter(entries), [], []
    for finding in findings:
        said = entry(finding)
        if finding.severity != "note" and left[said]:
            left[said] -= 1
            known.append(finding)
        else:
            new.append(finding)
    return tuple(new), tuple(known), tuple(sorted((+left).elements()))
