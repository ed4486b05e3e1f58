"""What a command prints, writes and ends with."""

from __future__ import annotations

import os
import sys
from typing import NoReturn

import click

FINDINGS, MISUSE, UNREADABLE = 1, 2, 3
# 128 and the number of SIGINT, as shells count
INTERRUPTED = 130


def colours() -> bool:
    """Whether what is printed goes to a terminal that shows colours."""
    # a process that was started without a standard output has None for one
    return sys.stdout is not None and sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def write(text: str, output: str | None = None) -> None:
    """Print `text`, or write it to the file `output`."""
    if output is not None:
        save(text, output)
        return
    # what is piped on is UTF-8 whatever the locale; a file name that is no text is escaped
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding=None if sys.stdout.isatty() else "utf-8", errors="backslashreplace")
    try:
        click.echo(text, nl=False, color=True)
    except BrokenPipeError:
        raise  # whoever reads has read enough
    except OSError as error:
        # what could not be printed must not be tried again when the program ends (Python docs, signal: note on SIGPIPE)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        fail(f"standard output: {error.strerror}", MISUSE)


def save(text: str, output: str) -> None:
    """Write all of `text` or, if that fails, leave the file as it was."""
    from pathlib import Path

    # a device or a pipe has to be written to; anything else is replaced whole
    special = Path(output).exists() and not Path(output).is_file()
    target = Path(output) if special else Path(output).resolve()
    draft = target if special else target.with_name(f".{target.name}.{os.getpid()}")
    try:
        draft.write_text(text, encoding="utf-8", errors="backslashreplace", newline="\n")
        if draft != target:
            draft.replace(target)
    except OSError as error:
        fail(f"{output}: {error.strerror}", MISUSE)
    finally:
        # gone when it took its place; still there after an error or a Ctrl-C
        if draft != target:
            draft.unlink(missing_ok=True)


def fail(message: str, code: int) -> NoReturn:
    """Say why on standard error and end."""
    click.echo(f"heshu: {message}", err=True)
    sys.exit(code)
