"""Where rule packs are, and what identifies their content."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from hashlib import sha256
from io import FileIO
from pathlib import Path

from checker.pack_error import PackError

ROOMS = ("indicators", "relations", "units", "wording")
SUFFIXES = (".toml", ".txt")


def packs_home() -> Path:
    """The directory of the shipped packs: `rules` beside the package in a checkout, `_rules` inside it once installed."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "_rules"
    return installed if installed.is_dir() else package.parent / "rules"


def digest_of(packs: Sequence[Path]) -> str:
    """What identifies the compiled packs: a SHA-256 over the names and bytes of every file that is compiled and of the code that
    compiles them. Raises PackError for a pack that is no directory or a file that cannot be read."""
    total = sha256(repr(sys.version_info[:3]).encode())
    for path, content in _contents(packs):
        total.update(f"\0{path}\0{len(content)}\0".encode())
        total.update(content)
    return total.hexdigest()


def _contents(packs: Sequence[Path]) -> Iterator[tuple[str, bytes]]:
    code = Path(__file__).parent
    for path in (str(code.parent / "rules.py"), str(code.parent / "unit.py"), *_room(str(code), (".py",))):
        yield path, _bytes(path)
    for pack in packs:
        if not pack.is_dir():
            raise PackError(str(pack), 0, "no-pack", str(pack))
        for room in ROOMS:
            for path in _room(str(pack / room), SUFFIXES):
                yield path, _bytes(path)


def pack_files(pack: Path, *rooms: str, suffixes: tuple[str, ...] = SUFFIXES) -> list[Path]:
    """The files of a pack that are compiled, those of `rooms` (all rooms by default), sorted."""
    return [Path(path) for room in rooms or ROOMS for path in _room(str(pack / room), suffixes)]


def _room(folder: str, suffixes: tuple[str, ...]) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entry.path for entry in entries if entry.name.endswith(suffixes))
    except FileNotFoundError:
        return []


def _bytes(path: str) -> bytes:
    try:
        with FileIO(path) as file:
            return file.readall()
    except OSError as error:
        raise PackError(path, 0, "unreadable", str(error)) from error
