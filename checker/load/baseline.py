"""Reads a baseline: one line for a known finding, with the document's path, a tab, and the finding."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from checker.baseline import Baseline
from checker.pack_error import PackError


def baseline(path: Path) -> Baseline:
    """The baseline in the file at `path`. Raises PackError where there is none, which is not the same as an empty one, and for a line that
    is none, such as the marks of a merge that was not finished."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except FileNotFoundError:
        raise PackError(str(path), 0, "no-baseline", path.name) from None
    except (OSError, UnicodeDecodeError) as error:
        raise PackError(str(path), 0, "unreadable", str(error)) from error
    entries: dict[str, Counter[str]] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        name, tab, said = line.partition("\t")
        if not (name and tab and said.strip()):
            raise PackError(str(path), number, "syntax", line)
        entries.setdefault(name, Counter())[said.strip()] += 1
    return Baseline(path.resolve().parent, entries)
