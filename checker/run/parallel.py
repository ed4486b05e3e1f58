"""Documents checked by several processes."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import active_children, parent_process
from multiprocessing.connection import wait
from pathlib import Path
from threading import Thread

from checker.read.history import History
from checker.report import DocumentReport, Reason
from checker.run.file import Answer, check_file
from checker.run.request import Request
from checker.settings import Policy

# documents that are handed to a process at once: more save messages, fewer share the work out evenly
_CHUNK = 16
_SHARES = 4

_DIED = Reason(
    "核对此文件的进程意外终止（可能内存不足），此文件未核对。",
    "The process that checked this document died (it may have run out of memory); the document was not checked.",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Work:
    """What every process works with: as `run` does, and `history` if there are former versions to compare with."""

    policy_of: Callable[[Path], Policy]
    request: Request
    history: History | None = None


def side_by_side(paths: Sequence[Path], work: Work, jobs: int) -> Iterator[tuple[Path, Answer]]:
    """The answers for the files at `paths`, by `jobs` processes. A document whose process dies is reported with that reason; what was
    lost with it is checked again. Raises PackError and NoHistory; whatever ends it early, the processes end with it."""
    for path in paths:
        work.policy_of(path)  # settings and rules are loaded, and complained of, before there are several processes
    size = max(1, min(_CHUNK, len(paths) // (jobs * _SHARES)))
    lost: list[Path] = []
    with _pool(work, jobs) as pool:
        chunks = [paths[at : at + size] for at in range(0, len(paths), size)]
        for chunk, future in [(chunk, _asked(pool, chunk)) for chunk in chunks]:
            answers = _answers(future)
            if answers is None:
                lost += chunk
            else:
                yield from zip(chunk, answers, strict=True)
    while lost:
        yield from _one_by_one(lost, work)


def _one_by_one(lost: list[Path], work: Work) -> Iterator[tuple[Path, Answer]]:
    """The answers for the first of `lost`, which are taken out of it, up to one whose process dies."""
    with _pool(work, 1) as pool:
        while lost:
            path = lost.pop(0)
            answers = _answers(_asked(pool, [path]))
            if answers is None:
                yield path, Answer(DocumentReport(str(path), reason=_DIED))
                return
            yield path, answers[0]


def _asked(pool: ProcessPoolExecutor, chunk: Sequence[Path]) -> Future[list[Answer]] | None:
    try:
        return pool.submit(_check, chunk)
    except BrokenProcessPool:
        return None


def _answers(future: Future[list[Answer]] | None) -> list[Answer] | None:
    """What a process answers; None if it, or one beside it, died."""
    try:
        return future.result() if future else None
    except BrokenProcessPool:
        return None


@contextmanager
def _pool(work: Work, jobs: int) -> Iterator[ProcessPoolExecutor]:
    others = set(active_children())
    pool = ProcessPoolExecutor(jobs, initializer=_begin, initargs=(work,))
    try:
        yield pool
    except BaseException:
        for process in set(active_children()) - others:
            process.kill()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


_work: list[Work] = []


def _begin(work: Work) -> None:
    """What a new process does first. Ctrl-C is for the first process, which ends the others; should it die, they end by themselves."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _work[:] = [work]
    Thread(target=_outlive_nobody, daemon=True).start()


def _outlive_nobody() -> None:
    first = parent_process()
    if first is not None:
        wait([first.sentinel])
        os._exit(1)


def _check(chunk: Sequence[Path]) -> list[Answer]:
    (work,) = _work
    return [check_file(path, work.policy_of(path), work.request, work.history) for path in chunk]
