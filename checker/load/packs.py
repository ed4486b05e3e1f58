"""Where rule packs are, and what identifies their content."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from checker.rules import PackError

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
    room = Path(__file__).parent
    for path in (room.parent / "rules.py", *sorted(room.glob("*.py"))):
        yield path.name, path.read_bytes() if path.is_file() else b""
    for pack in packs:
        if not pack.is_dir():
            raise PackError(str(pack), 0, "no-pack", str(pack))
        for path in pack_files(pack):
            yield str(path), _bytes(path)


def pack_files(pack: Path, *rooms: str, suffixes: tuple[str, ...] = SUFFIXES) -> list[Path]:
    """The files of a pack that are compiled, those of `rooms` (all rooms by default), sorted."""
    folders = (pack / room for room in rooms or ROOMS)
    return [path for folder in folders if folder.is_dir() for path in sorted(folder.iterdir()) if path.suffix in suffixes]


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise PackError(str(path), 0, "unreadable", str(error)) from error
