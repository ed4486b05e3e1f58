"""How far a long run is, on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from checker.report import Language
    from checker.run import Watch

# seconds: nothing is said of a short run, nor more often than can be read
_PATIENCE, _PAUSE = 1.0, 0.1
_WORDS: dict[Language, str] = {"zh": "核数：已核对 {}/{} 个文件", "en": "heshu: {} of {} documents"}
_CLEAR = "\r\x1b[K"


@contextmanager
def progress(language: Language, quiet: bool) -> Iterator[Watch]:
    """What hears of each document that is done, and counts on the last line of a terminal; the line is clear again afterwards."""
    shown = not quiet and sys.stderr.isatty()
    next_at = monotonic() + _PATIENCE
    said = False

    def watch(done: int, every: int) -> None:
        nonlocal next_at, said
        if shown and monotonic() >= next_at:
            click.echo(_CLEAR + _WORDS[language].format(done, every), nl=False, err=True)
            next_at, said = monotonic() + _PAUSE, True

    try:
        yield watch
    finally:
        if said:
            click.echo(_CLEAR, nl=False, err=True)
