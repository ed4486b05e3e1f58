"""From a path to a Document: the only code that opens documents."""

from __future__ import annotations

import stat
from pathlib import Path

from checker.document import Block, Document, Unreadable
from checker.read.discover import collect
from checker.read.encoding import decode
from checker.read.formats import FORMATS, SIGNATURES, readable
from checker.read.markdown import markdown
from checker.settings import Settings

__all__ = ["FORMATS", "Settings", "Unreadable", "collect", "parse", "read", "read_text", "readable"]


def read(path: str | Path, settings: Settings) -> Document:
    """The document in a file; its `path` is as given.

    Raises Unreadable, with one sentence that says why, where the format is unknown, the file is empty, too large, no text, damaged, or
    cannot be opened.
    """
    suffix = Path(path).suffix.lower()
    shape = FORMATS.get(suffix)
    if not shape:
        kind, known = suffix or Path(path).name, " ".join(FORMATS)
        raise Unreadable(f"不支持 {kind} 文件，可读的格式有 {known}。", f"Files of type {kind} cannot be read; these can: {known}.")
    data = _bytes(Path(path), settings.max_bytes)
    for signature, zh, en in SIGNATURES:
        if data.startswith(signature):
            raise Unreadable(f"后缀是 {suffix}，内容却像{zh}。", f"The file is named {suffix} but looks like {en}.")
    text, encoding = decode(data)
    _limit(text, settings)
    return _document(str(path), text, encoding, shape(text), settings)


def parse(text: str, path: str = "", settings: Settings | None = None) -> Document:
    """The document that a string holds, read as Markdown. Raises Unreadable where it is empty or too long."""
    settings = settings or Settings()
    _limit(text, settings)
    return _document(path, text, "utf-8", markdown(text), settings)


read_text = parse


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


def _limit(text: str, settings: Settings) -> None:
    if not text or text.isspace():
        raise Unreadable("文件里没有文字。", "There is no text in the file.")
    if len(text) > settings.max_characters:
        raise Unreadable(
            f"文字有 {len(text):,} 个字符，超过上限 {settings.max_characters:,}。",
            f"The text has {len(text):,} characters, more than the limit of {settings.max_characters:,}.",
        )


def _document(path: str, text: str, encoding: str, blocks: tuple[Block, ...], settings: Settings) -> Document:
    heading = next((block for block in blocks if block.kind == "heading" and not block.label), blocks[0] if blocks else None)
    title = heading.passages[0].text.strip() if heading and heading.passages else ""
    return Document(path, text, blocks, title, encoding, settings.about)
