"""The order of the verbs for one file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from checker.read import content, document_of
from checker.read.git import NoHistory
from checker.read.history import History
from checker.report import DocumentReport
from checker.run.document import check_document
from checker.run.kept import Keys, lasting
from checker.run.request import Request
from checker.run.understanding import reason
from checker.settings import Policy


@dataclass(frozen=True, slots=True)
class Answer:
    """The report of a file, and the `key` under which it holds for the next run; None if it does not."""

    report: DocumentReport
    key: bytes | None = None


def check_file(path: Path, policy: Policy, request: Request, history: History | None = None) -> Answer:
    """Check one file, and what was revised in it since the version that `history` gives. A report that quotes nothing comes without its
    document. Raises NoHistory and nothing else: what cannot be read or breaks the program is reported with its reason."""
    try:
        former = history.former(path, policy.settings) if history else None
        staged = history.present(path) if history else None
        data = content(path, policy.settings) if staged is None else staged
        document = document_of(str(path), data, path.suffix.lower(), policy.settings)
        report = check_document(document, policy, request, former)
        last = request.kept and lasting(report, document, policy) and not (history and history.changed(path))
        key = Keys(request).of(data, path.suffix.lower(), policy) if last else None
        return Answer(report if report.findings or report.muted else replace(report, document=None), key)
    except NoHistory:
        raise
    except Exception as error:  # noqa: BLE001 - one document must not take the others down with it
        return Answer(DocumentReport(str(path), reason=reason(error)))
