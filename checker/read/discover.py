"""Which files a user means by the paths given."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from checker.read.formats import readable
from checker.read.patterns import Ignored, matches
from checker.settings import Settings

_LOCKS = ("~$", ".~", "~WRL")

SettingsOf = Callable[[Path], Settings]


def collect(paths: Iterable[str | Path], settings_of: SettingsOf, force_exclude: bool = False) -> list[Path]:
    """The documents that `paths` name: files as they are, directories by their readable files in order of name.

    Inside directories are passed over: hidden files and directories, the lock files of office programs, what git ignores, what the settings
    of the file exclude, and, where they include anything, all that they do not include. With `force_exclude` the settings' exclusions and
    lock files are passed over among named files too, as a hook that is handed every changed file wants it. A path given twice counts once.
    Raises FileNotFoundError for a path that does not exist; a named file of unknown format is kept for `read` to refuse.
    """
    found: dict[Path, None] = {}
    for path in map(Path, paths):
        if path.is_dir():
            found.update(dict.fromkeys(_walk(path, settings_of)))
        elif not path.exists():
            raise FileNotFoundError(str(path))
        elif not force_exclude or not (path.name.startswith(_LOCKS) or _excluded(path, settings_of(path))):
            found[path] = None
    return list(found)


def _walk(top: Path, settings_of: SettingsOf) -> Iterator[Path]:
    ignored = Ignored(top.absolute())
    for folder, folders, files in os.walk(top):
        here = Path(folder)
        ignored.enter(here.absolute())
        settings = settings_of(here / "_")
        folders[:] = sorted(
            name
            for name in folders
            if not (name.startswith(".") or ignored(here.absolute() / name, True) or _excluded(here / name, settings, True))
        )
        for name in sorted(files):
            path = here / name
            if name.startswith((".", *_LOCKS)) or not readable(name) or ignored(path.absolute()):
                continue
            if _included(path, settings) and not _excluded(path, settings):
                yield path


def _included(path: Path, settings: Settings) -> bool:
    return not settings.include or settings.folder is None or matches(settings.include, settings.folder, path.absolute())


def _excluded(path: Path, settings: Settings, is_folder: bool = False) -> bool:
    return settings.folder is not None and bool(settings.exclude) and matches(settings.exclude, settings.folder, path.absolute(), is_folder)
