"""Patterns in the syntax of .gitignore, from settings and from git's own files. The library is loaded where there are patterns."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_MOST_BYTES = 1024 * 1024


def matches(patterns: tuple[str, ...], folder: Path, path: Path, is_folder: bool = False) -> bool:
    """Whether the absolute `path` is among what `patterns`, relative to `folder`, name. A path outside `folder` never is."""
    return _verdict(_spec(patterns), folder, path, is_folder) is True


class Ignored:
    """What git ignores below a folder: by .gitignore of the folder, of those below it and of those above it up to the root of the
    repository, and by .git/info/exclude. Call `enter` for every folder before its contents are asked for."""

    def __init__(self, top: Path) -> None:
        self._specs: dict[Path, GitIgnoreSpec | None] = {}
        self._root = next((place for place in (top, *top.parents) if (place / ".git").exists()), top)
        place = top
        while place != self._root:
            place = place.parent
            self.enter(place)
        self._exclude = _read(self._root / ".git" / "info" / "exclude")

    def enter(self, folder: Path) -> None:
        """Read what the .gitignore of `folder` says."""
        self._specs[folder] = _read(folder / ".gitignore")

    def __call__(self, path: Path, is_folder: bool = False) -> bool:
        """Whether git ignores the absolute `path`; the innermost file that says anything of it decides."""
        for place in path.parents:
            spec = self._specs.get(place)
            said = _verdict(spec, place, path, is_folder) if spec else None
            if said is not None:
                return said
            if place == self._root:
                break
        return self._exclude is not None and _verdict(self._exclude, self._root, path, is_folder) is True


def _verdict(spec: GitIgnoreSpec, folder: Path, path: Path, is_folder: bool) -> bool | None:
    if not path.is_relative_to(folder):
        return None
    return spec.check_file(path.relative_to(folder).as_posix() + ("/" if is_folder else "")).include


def _read(path: Path) -> GitIgnoreSpec | None:
    """The patterns in a file; None if there is none, or it is none that could hold patterns."""
    try:
        with path.open("rb") as file:
            text = file.read(_MOST_BYTES).decode("utf-8", errors="replace")
    except OSError:
        return None
    return _spec(tuple(text.splitlines())) if text.strip() else None


@cache
def _spec(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    """The patterns compiled; like git, it passes over lines that are none."""
    from pathspec import GitIgnoreSpec

    try:
        return GitIgnoreSpec.from_lines(patterns)
    except ValueError:
        return GitIgnoreSpec.from_lines(filter(_compiles, patterns))


def _compiles(pattern: str) -> bool:
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines([pattern])
    except ValueError:
        return False
    return True
