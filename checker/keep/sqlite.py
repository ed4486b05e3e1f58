"""An SQLite file in the user's cache folder. What goes wrong with it is never an error: a run is then as slow as the first one."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from time import time

# a folder of its own, for SQLite trusts the journals that it finds beside its file
FILE = Path("reports", "1.sqlite3")
# bytes; at three quarters of it those go that were not asked for longest
MOST = 128 * 1024 * 1024
# a report that is longer than this is made again rather than kept
LONGEST = 1024 * 1024
_PAGE = 4096
_AT_ONCE = 500
_DAY = 24 * 60 * 60
# how many seconds somebody else may be writing before the run goes on without
_PATIENCE = 1.0
_SEAL = 16

_TABLE = "CREATE TABLE IF NOT EXISTS reports (key BLOB PRIMARY KEY, day INTEGER NOT NULL, content BLOB NOT NULL)"


def recall(folder: Path, keys: Iterable[bytes]) -> dict[bytes, bytes]:
    """What is kept in `folder` under each of `keys`, as far as anything is."""
    wanted = list(dict.fromkeys(keys))
    found: dict[bytes, bytes] = {}
    asked_for: list[bytes] = []
    today = int(time()) // _DAY
    with _in_silence(folder) as file, closing(_opened(file)) as base:
        for at in range(0, len(wanted), _AT_ONCE):
            some = wanted[at : at + _AT_ONCE]
            marks = ",".join("?" * len(some))
            for key, day, content in base.execute(f"SELECT key, day, content FROM reports WHERE key IN ({marks})", some):  # noqa: S608 - marks
                if isinstance(content, bytes) and content[:_SEAL] == _seal(key, content[_SEAL:]):
                    found[key] = content[_SEAL:]
                    asked_for += [key] if day != today else []
        if asked_for:
            base.execute("BEGIN IMMEDIATE")
            base.executemany("UPDATE reports SET day = ? WHERE key = ?", ((today, key) for key in asked_for))
            base.commit()
    return found


def store(folder: Path, contents: Mapping[bytes, bytes]) -> None:
    """Keep `contents` in `folder`, each under its key."""
    today = int(time()) // _DAY
    rows = [(key, today, _seal(key, content) + content) for key, content in contents.items() if len(content) <= LONGEST]
    with _in_silence(folder) as file:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with suppress(FileExistsError):
            os.close(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        with closing(_opened(file)) as base:
            base.execute(f"PRAGMA max_page_count = {MOST // _PAGE}")
            base.execute("BEGIN IMMEDIATE")
            base.execute(_TABLE)
            _thin_out(base)
            base.executemany("INSERT OR REPLACE INTO reports VALUES (?, ?, ?)", rows)
            base.commit()


def _thin_out(base: sqlite3.Connection) -> None:
    """Make room, a quarter of the entries at a time."""
    oldest = "SELECT key FROM reports ORDER BY day LIMIT (SELECT count(*) / 4 + 1 FROM reports)"
    while _used(base) > MOST * 3 // 4:
        if not base.execute(f"DELETE FROM reports WHERE key IN ({oldest})").rowcount:  # noqa: S608 - the line above
            return


def _used(base: sqlite3.Connection) -> int:
    pages, free = (base.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "freelist_count"))
    return int(pages - free) * _PAGE


def _seal(key: bytes, content: bytes) -> bytes:
    """What a damaged file does not hold by chance."""
    return sha256(key + content).digest()[:_SEAL]


@contextmanager
def _in_silence(folder: Path) -> Iterator[Path]:
    """The file in `folder`. Whatever fails in the block ends it; a file that is no database goes, so that the next run has one."""
    file = folder / FILE
    try:
        yield file
    except (OSError, ValueError, sqlite3.OperationalError):
        return  # missing, somebody else's, locked, read-only, full, without its table
    except sqlite3.DatabaseError:
        with suppress(OSError):
            file.unlink()


def _opened(file: Path) -> sqlite3.Connection:
    """A connection that commits when it is told to. Raises PermissionError for a file that somebody else could have written."""
    if not (_own(file.parent.lstat()) and _own(file.lstat())):
        raise PermissionError(file)
    base = sqlite3.connect(file, timeout=_PATIENCE, isolation_level=None)
    base.text_factory = bytes  # nothing here is text, and what damage makes of it need not be UTF-8
    return base


def _own(status: os.stat_result) -> bool:
    ordinary = stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode)
    return ordinary and (not hasattr(os, "getuid") or (status.st_uid == os.getuid() and not status.st_mode & 0o022))
