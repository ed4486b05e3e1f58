"""What documents said in a former version, as git keeps it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from checker.document import Document, Unreadable
from checker.read.git import NoHistory, git, root_of
from checker.read.parsing import document_of
from checker.settings import Settings


@dataclass
class History:
    """The versions of documents at the commit `since`, which may have had other names then. Where `staged`, what is to be committed is
    compared with it, as the index holds it, rather than the files on disk. Raises NoHistory, as its methods do, outside a git
    repository and for a name that git does not know."""

    since: str
    staged: bool = False
    _names: dict[Path, Mapping[str, str | None]] = field(default_factory=dict)
    _roots: dict[Path, Path] = field(default_factory=dict)
    _bases: dict[Path, str] = field(default_factory=dict)

    def former(self, path: Path, settings: Settings) -> Document | None:
        """What the document at `path` said then; None if it is as it was, was not there, or could not be read then."""
        root = self._root(path)
        relative = path.resolve().relative_to(root).as_posix()
        before = self._changed(root).get(relative)
        if before is None:
            return None
        try:
            return document_of(str(path), git(root, "show", f"{self._base(root)}:{before}"), Path(before).suffix.lower(), settings)
        except (Unreadable, NoHistory):
            return None

    def changed(self, path: Path) -> bool:
        """Whether the document at `path` is not as it was then, or was not there."""
        root = self._root(path)
        return path.resolve().relative_to(root).as_posix() in self._changed(root)

    def present(self, path: Path) -> bytes | None:
        """What is to be committed at `path`; None where that is what is on disk."""
        if not self.staged:
            return None
        root = self._root(path)
        relative = path.resolve().relative_to(root).as_posix()
        return git(root, "show", f":{relative}") if relative in self._changed(root) else None

    def _root(self, path: Path) -> Path:
        folder = path.resolve().parent
        if folder not in self._roots:
            self._roots[folder] = root_of(folder)
        return self._roots[folder]

    def _base(self, root: Path) -> str:
        """The commit to compare with; in a repository that has none yet, what is to be committed is compared with nothing."""
        if root not in self._bases:
            known = self.since and not self.since.startswith("-") and _knows(root, self.since)
            if not known and not (self.staged and self.since == "HEAD"):
                raise _unknown(self.since)
            self._bases[root] = self.since if known else git(root, "hash-object", "-t", "tree", "--stdin").decode().strip()
        return self._bases[root]

    def _changed(self, root: Path) -> Mapping[str, str | None]:
        """The present name of each document that changed, and its former one; renamed ones are followed, new ones have none."""
        if root not in self._names:
            base = self._base(root)
            where = ["--cached"] if self.staged else []
            said = git(root, "diff", *where, "--name-status", "--find-renames=30%", "--diff-filter=AMRT", "-z", base, "--")
            self._names[root] = dict(_pairs(said.decode("utf-8", errors="surrogateescape").split("\0")))
        return self._names[root]


def committed(path: Path, settings: Settings) -> Document | None:
    """What the document at `path` says at HEAD, whatever is on disk since. Never raises: None outside git, for a new document, and for one
    that could not be read then."""
    try:
        data = git(path.resolve().parent, "show", f"HEAD:./{path.resolve().name}")
        return document_of(str(path), data, path.suffix.lower(), settings)
    except (Unreadable, NoHistory, OSError):
        return None


def _pairs(fields: list[str]) -> Iterator[tuple[str, str | None]]:
    at = iter(fields)
    for status in at:
        if status:
            former = next(at)
            yield (next(at) if status[0] == "R" else former), None if status[0] == "A" else former


def _unknown(name: str) -> NoHistory:
    return NoHistory(f"git 不认识版本 {name}。", f"git knows no version {name}.")


def _knows(root: Path, name: str) -> bool:
    try:
        git(root, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
    except NoHistory:
        return False
    return True
