"""The version of this release, where neither package metadata nor a file has to be read to know it."""

from typing import Final

VERSION: Final = "0.1.0"
