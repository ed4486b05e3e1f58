"""From a path to a Document: the only code that opens documents."""

from __future__ import annotations

import stat
from pathlib import Path

from checker.document import Document, Unreadable
from checker.read.discover import collect
from checker.read.formats import FORMATS, readable
from checker.read.parsing import document_of, known_format, parse
from checker.settings import Settings

__all__ = ["FORMATS", "Settings", "Unreadable", "collect", "content", "document_of", "parse", "read", "read_text", "readable"]


def read(path: str | Path, settings: Settings) -> Document:
    """The document in a file; its `path` is as given.

    Raises Unreadable, with one sentence that says why, where the format is unknown, the file is empty, too large, no text, damaged, or
    cannot be opened.
    """
    return document_of(str(path), content(Path(path), settings), Path(path).suffix.lower(), settings)


read_text = parse


def content(path: Path, settings: Settings) -> bytes:
    """The bytes of a file that may be a document. Raises Unreadable."""
    known_format(path.suffix.lower(), path.name)
    return _bytes(path, settings.max_bytes)


def _bytes(path: Path, most: int) -> bytes:
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            raise Unreadable("这不是普通文件。", "This is not a regular file.")
        if about.st_size > most:
            raise Unreadable(
                f"文件有 {about.st_size:,} 字节，超过上限 {most:,} 字节。",
                f"The file has {about.st_size:,} bytes, more than the limit of {most:,}.",
            )
        with path.open("rb") as file:
            return file.read(most + 1)[:most]
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise Unreadable(f"无法打开文件：{why}。", f"The file cannot be opened: {why}.") from None
