"""Where rule packs are, and what identifies their content."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from checker.rules import PackError

ROOMS = ("indicators", "relations", "units", "wording")
SUFFIXES = (".toml", ".txt")


def packs_home() -> Path:
    """The directory of the shipped packs: `rules` beside the package in a checkout, `_rules` inside it once installed."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "_rules"
    return installed if installed.is_dir() else package.parent / "rules"


def contents(packs: Sequence[Path]) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of every pack file that is compiled, in a fixed order; raises PackError for a pack that is no directory or a
    file that cannot be read."""
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
