"""Where things stand, as the formats of other programs want it said, and names of findings that outlast a version."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

from checker.document import Document
from checker.finding import Place
from checker.report import DocumentReport


def within(path: str) -> str | None:
    """`path` relative to the working directory, with slashes; None if it lies elsewhere."""
    for absolute in (os.path.abspath(path), os.path.realpath(path)):  # noqa: PTH100 - first as it was named, links and all
        try:
            return Path(absolute).relative_to(Path.cwd()).as_posix()
        except ValueError:
            continue
    return None


def relative(path: str) -> str:
    """`path` relative to the working directory if it lies in it, with slashes."""
    inside = within(path)
    return Path(path).as_posix() if inside is None else inside


def end(place: Place) -> tuple[int, int]:
    """Line and column (code points) right after a figure, both from 1."""
    breaks = place.text.count("\n")
    if not breaks:
        return place.line, place.column + len(place.text)
    return place.line + breaks, len(place.text) - place.text.rindex("\n")


def byte_column(document: Document, line: int, column: int) -> int:
    """A column that counts code points, as one that counts bytes of UTF-8; both from 1."""
    return len(document.line(line)[: column - 1].encode("utf-8", "surrogatepass")) + 1


def fingerprints(report: DocumentReport) -> tuple[list[str], list[str], list[str]]:
    """A name for each finding, each known and each muted one, of its path and key: the same from run to run, different for two that are
    alike."""
    from hashlib import sha256

    every, path = report.found, relative(report.path)
    names = [""] * len(every)
    seen: Counter[str] = Counter()
    # whether one of them is known or muted must not change what the other is called
    for i in sorted(range(len(every)), key=lambda i: every[i].at.start):
        key = every[i].key
        names[i] = sha256("\0".join((path, key, str(seen[key]))).encode("utf-8", "surrogatepass")).hexdigest()
        seen[key] += 1
    new, old = len(report.findings), len(report.findings) + len(report.known)
    return names[:new], names[new:old], names[old:]


def unread(report: DocumentReport) -> str:
    """A name for the fact that a document could not be checked."""
    from hashlib import sha256

    return sha256(f"{relative(report.path)}\0unreadable".encode("utf-8", "surrogatepass")).hexdigest()
