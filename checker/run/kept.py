"""Which reports hold from one run to the next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from hashlib import sha256
from pathlib import Path

from checker.document import Document, Unreadable
from checker.keep import code_digest, read, recall, store, written
from checker.load import cache_folder, comments
from checker.read import content, document_of
from checker.read.git import NoHistory
from checker.read.history import History
from checker.report import DocumentReport
from checker.run.request import Request
from checker.settings import Policy, Settings
from checker.version import VERSION

# what says which documents are checked, and how, but not what is found in them; the rules have a digest, and the baseline comes after
ELSEWHERE = frozenset(
    ("force_exclude", "since", "staged", "jobs", "kept", "include", "exclude", "packs", "baseline", "folder", "source")
)  # fmt: skip
# of documents held at once: how many, and their bytes
_MANY, _MUCH = 256, 16 * 1024 * 1024

PolicyOf = Callable[[Path], Policy]


class Keys:
    """What the report of a document depends on under a request, in one digest. Its path, its history and its mutes are not in it."""

    def __init__(self, request: Request) -> None:
        self._request = request
        self._last: tuple[Settings, str, str] | None = None
        self._head = b""

    def of(self, data: bytes, suffix: str, policy: Policy) -> bytes:
        """The key of a document of the format `suffix` that holds `data`."""
        asked = policy.settings, policy.rules.digest, suffix
        # one document is like the last in most that is asked of it
        if self._last is None or asked[0] is not self._last[0] or asked[1:] != self._last[1:]:
            said = (VERSION, code_digest(), *asked[1:], _said(policy.settings), _said(self._request))
            self._head = sha256(repr(said).encode("utf-8", errors="surrogatepass")).digest()
            self._last = asked
        return sha256(self._head + data).digest()


def _said(thing: Settings | Request) -> list[tuple[str, object]]:
    values = ((each.name, getattr(thing, each.name)) for each in fields(thing) if each.name not in ELSEWHERE)
    return [(name, sorted(value.items()) if isinstance(value, Mapping) else value) for name, value in values]


def lasting(report: DocumentReport, document: Document, policy: Policy) -> bool:
    """Whether a report holds as long as its key does: not where something failed, for that may pass, nor where mutes make it depend on
    the day and on what git knows of them."""
    return report.reason is None and not policy.mutes and not comments(document)


def recalled(paths: Iterable[Path], policy_of: PolicyOf, request: Request, history: History | None) -> dict[Path, DocumentReport]:
    """The reports of the documents that were checked before as they are now. What differs from the version that it is compared with is
    checked again. Raises PackError and NoHistory."""
    answer: dict[Path, DocumentReport] = {}
    some: list[_Asked] = []
    much = 0
    for asked in _asked(paths, policy_of, Keys(request), history):
        some.append(asked)
        much += len(asked.data)
        if len(some) == _MANY or much > _MUCH:
            answer |= _answers(some)
            some, much = [], 0
    return answer | _answers(some)


def keep(reports: Mapping[bytes, DocumentReport]) -> None:
    """Keep reports under their keys."""
    if reports:
        store(cache_folder(), {key: written(report) for key, report in reports.items()})


@dataclass(frozen=True, slots=True)
class _Asked:
    """A document whose report may be kept under `key`."""

    path: Path
    data: bytes
    key: bytes
    settings: Settings


def _asked(paths: Iterable[Path], policy_of: PolicyOf, keys: Keys, history: History | None) -> Iterator[_Asked]:
    for path in paths:
        policy = policy_of(path)
        try:
            if policy.mutes or (history and history.changed(path)):
                continue
            data = content(path, policy.settings)
        except NoHistory:
            raise
        except Exception:  # noqa: BLE001, S112 - the document is checked, and its report says why it cannot be
            continue
        yield _Asked(path, data, keys.of(data, path.suffix.lower(), policy), policy.settings)


def _answers(some: Iterable[_Asked]) -> dict[Path, DocumentReport]:
    found = recall(cache_folder(), (one.key for one in some))
    reports = ((one.path, _quoting(found[one.key], one)) for one in some if one.key in found)
    return {path: report for path, report in reports if report is not None}


def _quoting(kept: bytes, asked: _Asked) -> DocumentReport | None:
    """The report that was kept, with its document if there is anything to quote; None where either cannot be had."""
    report = read(kept, str(asked.path))
    if report is None or not report.findings:
        return report
    try:
        return replace(report, document=document_of(str(asked.path), asked.data, asked.path.suffix.lower(), asked.settings))
    except Unreadable:
        return None
