"""The order of the verbs for a document that somebody is writing: its text is in an editor, and not yet in its file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from checker.document import Document
from checker.read.discover import collect
from checker.read.history import committed
from checker.read.parsing import document_in
from checker.report import DocumentReport, Reason
from checker.run.document import check_document
from checker.run.explain import Understood, understand
from checker.run.known import with_baseline
from checker.run.policy import Policies, plain
from checker.run.request import Request
from checker.run.understanding import reason
from checker.settings import Policy


@dataclass(frozen=True, slots=True)
class Draft:
    """A text as an editor holds it: the `path` that it is or will be kept at, None for a text that has none yet; the `suffix` (in lower
    case) of its format."""

    text: str
    suffix: str
    path: Path | None = None

    @property
    def name(self) -> str:
        """What reports call it."""
        return str(self.path) if self.path is not None else f"<text>{self.suffix}"

    def policy(self) -> Policy:
        """What it is checked by, as settings, rules and mutes are on disk now. Raises PackError."""
        return Policies().of(self.path) if self.path is not None else plain()

    def document(self, policy: Policy) -> Document:
        """The document that it is. Raises Unreadable."""
        return document_in(self.name, self.text, "utf-8", self.suffix, policy.settings)


def check_draft(draft: Draft, policy: Policy) -> DocumentReport:
    """Check a draft, and what was revised in it since it was last committed; nothing is said of one that the settings exclude. Never
    raises."""
    try:
        if draft.path is not None and draft.path.is_file() and not collect([draft.path], lambda _: policy.settings, force_exclude=True):
            return DocumentReport(draft.name)
        document = draft.document(policy)
        former = committed(draft.path, policy.settings) if draft.path is not None else None
        changed = former if former is not None and former.text != draft.text else None
        report = check_document(document, policy, Request(), changed)
    except Exception as error:  # noqa: BLE001 - whoever is writing goes on writing
        return DocumentReport(draft.name, reason=reason(error))
    return report if policy.baseline is None else with_baseline(report, policy.baseline)


def understand_draft(draft: Draft, policy: Policy) -> Understood | Reason:
    """A draft with what was understood of its figures, or the reason why nothing was. Never raises."""
    try:
        return understand(draft.document(policy), policy)
    except Exception as error:  # noqa: BLE001 - as above
        return reason(error)
