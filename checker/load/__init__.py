"""Rule packs and settings: the only code that parses TOML, and imported only where there is TOML to parse."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from checker.load import cache
from checker.load.baseline import baseline
from checker.load.cache import folder as cache_folder
from checker.load.mutes import comments, mutes_files
from checker.load.nearest import nearest
from checker.load.packs import digest_of, packs_home
from checker.rules import Rules

if TYPE_CHECKING:
    from checker.load.settings import SettingsFile
    from checker.mute import Mute

__all__ = ["baseline", "cache_folder", "comments", "mutes_files", "mutes_of", "nearest", "packs_home", "rules", "settings_file"]


def rules(packs: Sequence[Path] = ()) -> Rules:
    """The shipped packs and then `packs`, directories of the same layout, compiled into one set of rules. Their compiled form is kept
    in the user's cache directory. Raises PackError, which names file, line and value, for a pack that cannot be used."""
    every = (packs_home(), *packs)
    digest = digest_of(every)
    found = cache.recall(digest)
    if found is None:
        from checker.load.compiled import compiled

        found = compiled(every, digest)
        cache.keep(found)
    return found


def settings_file(path: Path) -> SettingsFile:
    """The settings in the file at `path`. Raises PackError, which names file, line and value."""
    from checker.load.settings import settings_file as read

    return read(path)


def mutes_of(path: Path) -> dict[Path, list[Mute]]:
    """The mutes in the file at `path`, by the absolute path of the document that each is for. Raises PackError."""
    from checker.load.mutes_toml import mutes_of as read

    return read(path)
