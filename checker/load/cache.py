"""Keeps compiled packs in the user's cache directory, under the digest of everything they were made from."""

from __future__ import annotations

import os
import pickle
from contextlib import suppress
from dataclasses import fields, is_dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from checker.rules import Rules

BUILT_FROM = frozenset({("checker.rules", name) for name in ("Indicator", "Example", "Rule", "Wording", "Rules")}) | {
    ("checker.unit", "Unit"),
    ("decimal", "Decimal"),
    ("builtins", "frozenset"),
}

KEPT = 8


def folder() -> Path:
    """Where compiled packs and reports are kept: HESHU_CACHE, else heshu under XDG_CACHE_HOME, else ~/.cache/heshu."""
    chosen = os.environ.get("HESHU_CACHE")
    if chosen:
        return Path(chosen)
    return Path(os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache"), "heshu")  # noqa: PTH111 - expanduser never raises here


def recall(digest: str) -> Rules | None:
    """The rules kept under `digest`, or None if there are none, they are broken, or somebody else could have written them."""
    try:
        place = folder() / f"{digest}.pickle"
        with place.open("rb") as file:
            if not _own(os.fstat(file.fileno())):
                return None
            found = _Reader(BytesIO(file.read())).load()
    except Exception:  # noqa: BLE001 - a broken cache file can fail in any way, and is only worth rebuilding
        return None
    return found if isinstance(found, Rules) and found.digest == digest else None


def keep(rules: Rules) -> None:
    """Stores the rules under their digest; a directory that cannot be written is no error. Readers never see half a file."""
    place = folder() / f"{rules.digest}.pickle"
    passing = place.with_name(f"{rules.digest}.{os.getpid()}.part")
    try:
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with os.fdopen(os.open(passing, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            _Writer(file, protocol=5).dump(rules)
        passing.replace(place)
        _thin_out(place.parent)
    except OSError:
        pass
    finally:
        # gone when it took its place; still there after an error or a Ctrl-C
        with suppress(OSError):
            passing.unlink()


def _thin_out(place: Path) -> None:
    """Leaves the newest sets of rules; every edit of a pack makes one more."""
    kept = sorted(place.glob("*.pickle"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in kept[KEPT:]:
        path.unlink(missing_ok=True)


class _Writer(pickle.Pickler):
    """Writes nouns as calls of their classes, which are read back several times faster than the state of a frozen dataclass."""

    def reducer_override(self, thing: object) -> Any:
        if (type(thing).__module__, type(thing).__name__) in BUILT_FROM and is_dataclass(thing) and not isinstance(thing, type):
            return type(thing), tuple(getattr(thing, each.name) for each in fields(thing) if each.init)
        return NotImplemented


class _Reader(pickle.Unpickler):
    """Builds nothing but rules, whatever the file says."""

    def find_class(self, module: str, name: str) -> object:
        if (module, name) not in BUILT_FROM:
            raise pickle.UnpicklingError(f"{module}.{name}")
        return super().find_class(module, name)


def _own(status: os.stat_result) -> bool:
    return not hasattr(os, "getuid") or (status.st_uid == os.getuid() and not status.st_mode & 0o022)
