"""What identifies the program itself."""

from __future__ import annotations

import os
import sys
from functools import cache
from hashlib import sha256
from io import FileIO
from pathlib import Path


@cache
def code_digest() -> str:
    """A SHA-256 over the names and bytes of all modules of heshu and the version of Python: a clone that is worked on changes without
    its version. Raises OSError where the modules cannot be read."""
    total = sha256(repr(sys.version_info[:3]).encode())
    home = str(Path(__file__).parent.parent)
    for folder, folders, files in os.walk(home):
        folders.sort()
        for name in sorted(files):
            if name.endswith(".py"):
                path = os.path.join(folder, name)  # noqa: PTH118 - hundreds of files in a few milliseconds
                with FileIO(path) as file:
                    content = file.readall()
                total.update(f"\0{path[len(home) :]}\0{len(content)}\0".encode())
                total.update(content)
    return total.hexdigest()
