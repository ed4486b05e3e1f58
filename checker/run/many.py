"""The documents of a run: what is known of them from the last one, and the others, one after the other or side by side."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from checker.read.history import History
from checker.report import DocumentReport
from checker.run.request import Request
from checker.settings import Policy

if TYPE_CHECKING:
    from checker.run.file import Answer

# reports that are written to the cache at once
_AT_ONCE = 64
# documents that are worth the start of another process, and how many processes at most where nobody says
_WORTH, _MOST = 32, 8

PolicyOf = Callable[[Path], Policy]
# how many of how many documents are done
Watch = Callable[[int, int], None]


def reports_of(
    paths: Sequence[Path], policy_of: PolicyOf, request: Request, history: History | None, watch: Watch
) -> list[DocumentReport]:
    """The reports of the files at `paths`, in their order. Whatever ends it early, what was checked until then is kept. Raises PackError
    and NoHistory."""
    done: dict[Path, DocumentReport] = {}
    if request.kept:
        from checker.run.kept import recalled

        done = recalled(paths, policy_of, request, history)
    rest = [path for path in paths if path not in done]
    if rest:
        watch(len(done), len(paths))
        with closing(_lasting(_checked(rest, policy_of, request, history))) as answers:
            for path, report in answers:
                done[path] = report
                watch(len(done), len(paths))
    return [done[path] for path in paths]


def _lasting(answers: Generator[tuple[Path, Answer]]) -> Generator[tuple[Path, DocumentReport]]:
    """The reports, and those that hold for the next run are kept for it."""
    from checker.run.kept import keep

    fresh: dict[bytes, DocumentReport] = {}
    try:
        for path, answer in answers:
            if answer.key is not None:
                fresh[answer.key] = answer.report
            yield path, answer.report
            if len(fresh) >= _AT_ONCE:
                keep(fresh)
                fresh = {}
    finally:
        answers.close()
        keep(fresh)


def _checked(paths: Sequence[Path], policy_of: PolicyOf, request: Request, history: History | None) -> Generator[tuple[Path, Answer]]:
    jobs = processes(request.jobs, len(paths))
    # the engine is loaded where there is anything to check, and before other processes come into being, so that they share it
    from checker.run.file import check_file

    if jobs > 1:
        from checker.run.parallel import Work, side_by_side

        yield from side_by_side(paths, Work(policy_of, request, history), jobs)
        return
    for path in paths:
        yield path, check_file(path, policy_of(path), request, history)


def processes(asked: int | None, documents: int) -> int:
    """How many processes check so many documents side by side if `asked` (see Request) are wanted."""
    wanted = min(cores(), _MOST, documents // _WORTH) if asked is None else asked or cores()
    return max(min(wanted, documents), 1)


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
