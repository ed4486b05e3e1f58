"""XML from elements, for the formats that are XML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

# what XML 1.0 has no way to write, escaped or not
_IMPOSSIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def possible(text: str) -> str:
    """`text` with what XML cannot hold replaced: control characters by U+FFFD, halves of surrogate pairs (file names) by their escapes."""
    return _IMPOSSIBLE.sub("\ufffd", text.encode("utf-8", "backslashreplace").decode("utf-8"))


def written(root: Element) -> str:
    """The whole document with its declaration, indented, ending with a line break."""
    from xml.etree.ElementTree import indent, tostring

    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'
