"""The formats that can be read, and what bytes of other formats look like."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

from checker.document import Block
from checker.read.markdown import markdown
from checker.read.plain import plain

FORMATS: dict[str, Callable[[str], tuple[Block, ...]]] = {".txt": plain, ".text": plain, ".md": markdown, ".markdown": markdown}

SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"PK\x03\x04", "Office 文档（docx、xlsx）或 ZIP 压缩包", "an Office document (docx, xlsx) or a ZIP archive"),
    (b"%PDF", "PDF 文件", "a PDF file"),
    (b"\xd0\xcf\x11\xe0", "旧版 Office 文档（doc、wps、xls）或加密文档", "an old Office document (doc, wps, xls) or an encrypted one"),
    (b"{\\rtf", "RTF 文档", "an RTF document"),
    (b"\x89PNG", "PNG 图片", "a PNG image"),
    (b"\xff\xd8\xff", "JPEG 图片", "a JPEG image"),
    (b"GIF8", "GIF 图片", "a GIF image"),
    (b"BM\x00", "BMP 图片", "a BMP image"),
    (b"II*\x00", "TIFF 图片", "a TIFF image"),
    (b"MM\x00*", "TIFF 图片", "a TIFF image"),
    (b"\x1f\x8b", "gzip 压缩包", "a gzip archive"),
    (b"Rar!", "RAR 压缩包", "a RAR archive"),
    (b"7z\xbc\xaf", "7z 压缩包", "a 7z archive"),
    (b"\x7fELF", "可执行程序", "an executable"),
    (b"MZ\x90", "可执行程序", "an executable"),
    (b"SQLite format 3", "SQLite 数据库", "an SQLite database"),
)


def readable(path: str | PurePath) -> bool:
    """Whether a file of this name is of a format that can be read."""
    return PurePath(path).suffix.lower() in FORMATS
