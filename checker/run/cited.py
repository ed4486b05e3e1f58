"""The rules that the findings of a run rest on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from checker.report import DocumentReport
from checker.rules import Rule
from checker.settings import Policy


def cited(documents: Iterable[DocumentReport], policy_of: Callable[[Path], Policy]) -> dict[str, Rule]:
    """The rules by id; where folders give one id to several, the first that is met."""
    rules: dict[str, Rule] = {}
    for document in documents:
        if document.found:
            known = policy_of(Path(document.path)).rules.relations
            names = (one.rule for finding in document.found for one in (finding, *finding.symptoms))
            rules |= {name: known[name] for name in names if name in known and name not in rules}
    return rules
