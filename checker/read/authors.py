"""Who wrote a line, as git knows it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from checker.document import Document, Unreadable
from checker.read.git import NoHistory, git, root_of
from checker.read.parsing import document_of
from checker.settings import Settings

_UNCOMMITTED = "0" * 40


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a file: its author, '' if git does not know, and the commit that it came with, '' if it is not committed."""

    author: str = ""
    commit: str = ""
    name: str = ""


def line_of(path: Path, number: int) -> Line:
    """Who wrote line `number` (from 1) of the file at `path`. Never raises: outside git nobody is known."""
    try:
        said = git(path.resolve().parent, "blame", "--porcelain", "-L", f"{number},{number}", "--", path.name)
    except (NoHistory, OSError):
        return Line()
    commit, _, rest = said.decode("utf-8", errors="replace").partition(" ")
    told = dict(row.split(" ", 1) for row in rest.splitlines() if " " in row)
    return Line() if commit == _UNCOMMITTED else Line(told.get("author", ""), commit, told.get("filename", ""))


def line_with(path: Path, words: str, encoding: str) -> Line:
    """Who wrote `words`, which stand in the document at `path` in this encoding, whatever was changed around them since. Never raises."""
    try:
        sought = words.encode(encoding).decode("utf-8", errors="surrogateescape")
        said = git(path.resolve().parent, "log", "-1", "--follow", f"-S{sought}", "--format=%H%n%an", "--name-only", "--", path.name)
    except (NoHistory, OSError, ValueError, LookupError):
        return Line()
    told = said.decode("utf-8", errors="replace").splitlines()
    return Line(told[1], told[0], told[-1]) if len(told) > 2 else Line()


def document_at(path: Path, line: Line, settings: Settings) -> Document | None:
    """The document at `path` as it was when `line`, which is one of its own or of a file beside it, was committed; None if unknown."""
    if not line.commit:
        return None
    try:
        root = root_of(path.resolve().parent)
        # a line of the document itself knows what the document was called then
        name = line.name if Path(line.name).suffix == path.suffix else path.resolve().relative_to(root).as_posix()
        return document_of(str(path), git(root, "show", f"{line.commit}:{name}"), path.suffix.lower(), settings)
    except (NoHistory, Unreadable, ValueError, OSError):
        return None
