"""A baseline as a file: sorted, so that two branches merge; a line a finding, so that a reader can tell what was let in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

_HEAD = """\
# heshu 核数的已知问题清单：每行一处，列文件与数字；不含行号。用 heshu baseline 更新，改好一处即少一行。
# Known findings of heshu, one a line: document, rule, figures. `heshu baseline` updates it.
"""


def render(entries: Mapping[str, Counter[str]]) -> str:
    """The file of these entries by document, which ends with a line break."""
    return _HEAD + "".join(f"{name}\t{said}\n" for name in sorted(entries) for said in sorted(entries[name].elements()))
