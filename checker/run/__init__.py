"""The order of the verbs: from paths to a report. The only package that knows it.

What finds and judges is loaded by the first document that has to be checked, so that a run over documents that are as they were needs none
of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from os.path import exists  # unlike Path.exists it never raises: a name may be too long, a folder closed
from pathlib import Path
from typing import TYPE_CHECKING

from checker.document import About, Document, Unreadable
from checker.read import parse, read
from checker.read.discover import collect
from checker.read.git import NoHistory
from checker.read.history import History
from checker.report import DocumentReport, Figure, Reason, Report
from checker.run.cited import cited
from checker.run.known import with_baseline
from checker.run.many import Watch, reports_of
from checker.run.policy import Policies, plain, shipped
from checker.run.request import Request
from checker.settings import Policy, Settings

if TYPE_CHECKING:
    from checker.run.document import check_document

__all__ = [
    "NoHistory", "Policies", "Request", "Watch", "check_document", "check_one", "figures_in", "figures_of", "plain", "run", "shipped",
]  # fmt: skip

_MISSING = Reason("没有这个文件。", "There is no such file.")


PolicyOf = Callable[[Path], Policy]


def run(paths: Iterable[Path], policy_of: PolicyOf, request: Request, watch: Watch = lambda _done, _all: None) -> Report:
    """Check the documents at `paths` (files, and folders with all they hold), each by the policy that `policy_of` gives its path. `watch`
    hears how many of how many documents are done.

    A path that names nothing is a document that cannot be read, as is one that is empty or damaged. Raises PackError for rules or settings
    that cannot be used, NoHistory for a version that cannot be compared with, and nothing else.
    """
    named = {path: exists(path) for path in paths}  # noqa: PTH110 - see the import
    documents = [DocumentReport(str(path), reason=_MISSING) for path, there in named.items() if not there]
    found = collect((path for path, there in named.items() if there), lambda path: policy_of(path).settings, request.force_exclude)
    history = History(request.since or "HEAD", request.staged) if request.since or request.staged else None
    for path, document in zip(found, reports_of(found, policy_of, request, history, watch), strict=True):
        known = policy_of(path).baseline
        documents.append(document if known is None else with_baseline(document, known))
    return Report(tuple(documents), cited(documents, policy_of))


def check_one(text_or_document: str | Document) -> Report:
    """Check a text that is in no file (its path is then '<text>') or a document that was read, against the rules that ship with heshu."""
    from checker.run.document import check_document
    from checker.run.understanding import reason

    try:
        document = text_or_document if isinstance(text_or_document, Document) else parse(text_or_document, "<text>")
    except Unreadable as error:
        return Report((DocumentReport("<text>", reason=reason(error)),))
    return Report((check_document(document, plain(), Request()),))


def figures_in(path: Path, policy: Policy) -> tuple[Figure, ...] | Reason:
    """The figures of a file, or the reason why they cannot be listed. Never raises."""
    from checker.run.understanding import figures, reason

    try:
        return figures(read(path, policy.settings), policy.rules)
    except Exception as error:  # noqa: BLE001 - a listing fails as a check does, with a sentence
        return reason(error)


def figures_of(text: str, on: date | None = None) -> tuple[Figure, ...]:
    """The figures of a text that is in no file; `on` is the day on which it was written."""
    from checker.run.understanding import figures

    return figures(parse(text, "<text>", Settings(about=About(on))), shipped())


def __getattr__(name: str) -> object:
    if name == "check_document":
        from checker.run.document import check_document

        return check_document
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
