"""From the bytes of a document to the document."""

from __future__ import annotations

from checker.document import Block, Document, Unreadable
from checker.read.encoding import decode
from checker.read.formats import FORMATS, SIGNATURES
from checker.read.markdown import markdown
from checker.settings import Settings


def known_format(suffix: str, name: str) -> None:
    """Raises Unreadable for a suffix (in lower case) whose format is unknown; `name` is said where it is empty."""
    if suffix not in FORMATS:
        kind, known = suffix or name, " ".join(FORMATS)
        raise Unreadable(f"不支持 {kind} 文件，可读的格式有 {known}。", f"Files of type {kind} cannot be read; these can: {known}.")


def document_of(path: str, data: bytes, suffix: str, settings: Settings) -> Document:
    """The document that `data`, the content of a file with this suffix, hold; its path is as given. Raises Unreadable."""
    for signature, zh, en in SIGNATURES:
        if data.startswith(signature):
            raise Unreadable(f"后缀是 {suffix}，内容却像{zh}。", f"The file is named {suffix} but looks like {en}.")
    return document_in(path, *decode(data), suffix, settings)


def document_in(path: str, text: str, encoding: str, suffix: str, settings: Settings) -> Document:
    """The document that `text` holds, which a file with this suffix holds or will hold; its path is as given. Raises Unreadable where it
    is empty or too long."""
    _limit(text, settings)
    return _document(path, text, encoding, FORMATS[suffix](text), settings)


def parse(text: str, path: str = "", settings: Settings | None = None) -> Document:
    """The document that a string holds, read as Markdown. Raises Unreadable where it is empty or too long."""
    settings = settings or Settings()
    _limit(text, settings)
    return _document(path, text, "utf-8", markdown(text), settings)


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
