"""Which files a user means by the paths given."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from checker.read.formats import readable

_LOCKS = ("~$", ".~", "~WRL")


def collect(paths: Iterable[str | Path]) -> list[Path]:
    """The documents that `paths` name: files as they are, directories by their readable files in order of name.

    Hidden files and directories and the lock files of office programs are passed over inside directories. A path given twice counts once.
    Raises FileNotFoundError for a path that does not exist; a named file of unknown format is kept for `read` to refuse.
    """
    found: dict[Path, None] = {}
    for path in map(Path, paths):
        if path.is_dir():
            found.update(dict.fromkeys(_walk(path)))
        elif path.exists():
            found[path] = None
        else:
            raise FileNotFoundError(str(path))
    return list(found)


def _walk(top: Path) -> Iterator[Path]:
    for folder, folders, files in os.walk(top):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith((".", *_LOCKS)) and readable(name):
                yield Path(folder, name)
