"""A watch on documents and on what they are checked by, for people who write without a language server."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from os.path import exists  # never raises: a name may be too long, a folder closed
from pathlib import Path

from checker.load import mutes_files
from checker.pack_error import PackError
from checker.read.discover import collect
from checker.report import Report
from checker.run import Policies, Request, run

# when a file was last written and how long it is; None where there is none
Stamp = tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Seen:
    """What a look found: the `report` on the documents that are new or changed, None if none is; those that are `gone`; or the `error` in
    settings, rules or mutes for which nothing can be checked."""

    report: Report | None = None
    gone: tuple[Path, ...] = ()
    error: PackError | None = None

    def __bool__(self) -> bool:
        return self != Seen()


class Watch:
    """A watch on `paths`, files and folders with all they hold, each document checked by what `policies` makes of the settings on disk."""

    def __init__(self, paths: Sequence[Path], policies: Callable[[], Policies], request: Request) -> None:
        self._paths = paths
        self._policies = policies
        self._request = request
        self._documents: Mapping[Path, Stamp] = {}
        # None: nothing was checked by the settings that were there last
        self._settings: Mapping[Path, Stamp] | None = None
        self._error = ""

    def look(self) -> Seen:
        """What has changed since the last look; all documents are new to the first, and to the first after a change of settings. Raises
        NoHistory for a version that cannot be compared with."""
        try:
            return self._look(self._policies())
        except PackError as error:
            said, self._error = self._error, str(error)
            self._settings = None
            return Seen() if said == self._error else Seen(error=error)

    def _look(self, policies: Policies) -> Seen:
        there = [path for path in self._paths if exists(path)]  # noqa: PTH110 - see the import
        documents = {path: _stamp(path) for path in collect(there, policies.settings_of, self._request.force_exclude)}
        documents |= {path: None for path in self._paths if path not in there}
        settings = {file: _stamp(file) for file in _asked(documents, policies)}
        fresh = settings != self._settings
        changed = [path for path, stamp in documents.items() if fresh or path not in self._documents or stamp != self._documents[path]]
        report = run(changed, policies.of, self._request) if changed or self._settings is None else None
        gone = tuple(path for path in self._documents if path not in documents)
        # only now: what could not be checked is looked at again
        self._documents, self._settings, self._error = documents, settings, ""
        return Seen(report, gone)


def _asked(documents: Iterable[Path], policies: Policies) -> Iterator[Path]:
    """The files besides the documents that decide how these are checked."""
    for folder in {path.absolute().parent for path in documents}:
        settings = policies.settings_of(folder / "_")
        yield from mutes_files(folder)
        yield from (file for file in (settings.source, settings.baseline) if file is not None)
        for pack in settings.packs:
            yield from pack.rglob("*.toml")


def _stamp(path: Path) -> Stamp:
    try:
        about = path.stat()
    except OSError:
        return None
    return about.st_mtime_ns, about.st_size
