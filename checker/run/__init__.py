"""The order of the verbs: from paths to a report. The only package that knows it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from os.path import exists  # unlike Path.exists it never raises: a name may be too long, a folder closed
from pathlib import Path

from checker.document import About, Document, Unreadable
from checker.read import content, document_of, parse, read
from checker.read.discover import collect
from checker.read.git import NoHistory
from checker.read.history import History
from checker.report import DocumentReport, Figure, Reason, Report
from checker.run.cited import cited
from checker.run.document import check_document
from checker.run.known import with_baseline
from checker.run.policy import Policies, plain, shipped
from checker.run.request import Request
from checker.run.understanding import figures, reason
from checker.settings import Policy, Settings

__all__ = [
    "NoHistory", "Policies", "Request", "check_document", "check_file", "check_one", "figures_in", "figures_of", "plain", "run",
    "shipped",
]  # fmt: skip

_MISSING = Reason("没有这个文件。", "There is no such file.")


PolicyOf = Callable[[Path], Policy]


def run(paths: Iterable[Path], policy_of: PolicyOf, request: Request) -> Report:
    """Check the documents at `paths` (files, and folders with all they hold), each by the policy that `policy_of` gives its path.

    A path that names nothing is a document that cannot be read, as is one that is empty or damaged. Raises PackError for rules or settings
    that cannot be used, NoHistory for a version that cannot be compared with, and nothing else.
    """
    named = {path: exists(path) for path in paths}  # noqa: PTH110 - see the import
    documents = [DocumentReport(str(path), reason=_MISSING) for path, there in named.items() if not there]
    found = collect((path for path, there in named.items() if there), lambda path: policy_of(path).settings, request.force_exclude)
    history = History(request.since or "HEAD", request.staged) if request.since or request.staged else None
    for path in found:
        policy = policy_of(path)
        document = check_file(path, policy, request, history)
        documents.append(document if policy.baseline is None else with_baseline(document, policy.baseline))
    return Report(tuple(documents), cited(documents, policy_of))


def check_file(path: Path, policy: Policy, request: Request, history: History | None = None) -> DocumentReport:
    """Check one file, and what was revised in it since the version that `history` gives. Raises NoHistory and nothing else: what cannot be
    read or breaks the program is reported with its reason."""
    try:
        former = history.former(path, policy.settings) if history else None
        staged = history.present(path) if history else None
        data = content(path, policy.settings) if staged is None else staged
        document = document_of(str(path), data, path.suffix.lower(), policy.settings)
        return check_document(document, policy, request, former)
    except NoHistory:
        raise
    except Exception as error:  # noqa: BLE001 - one document must not take the others down with it
        return DocumentReport(str(path), reason=reason(error))


def check_one(text_or_document: str | Document) -> Report:
    """Check a text that is in no file (its path is then '<text>') or a document that was read, against the rules that ship with heshu."""
    try:
        document = text_or_document if isinstance(text_or_document, Document) else parse(text_or_document, "<text>")
    except Unreadable as error:
        return Report((DocumentReport("<text>", reason=reason(error)),))
    return Report((check_document(document, plain(), Request()),))


def figures_in(path: Path, policy: Policy) -> tuple[Figure, ...] | Reason:
    """The figures of a file, or the reason why they cannot be listed. Never raises."""
    try:
        return figures(read(path, policy.settings), policy.rules)
    except Exception as error:  # noqa: BLE001 - a listing fails as a check does, with a sentence
        return reason(error)


def figures_of(text: str, on: date | None = None) -> tuple[Figure, ...]:
    """The figures of a text that is in no file; `on` is the day on which it was written."""
    return figures(parse(text, "<text>", Settings(about=About(on))), shipped())
