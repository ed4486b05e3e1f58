"""Reports kept from one run to the next: a document that is as it was, checked as it was by the code that it was, is not checked again."""

from __future__ import annotations

from checker.keep.code import code_digest
from checker.keep.shape import read, written
from checker.keep.sqlite import recall, store

__all__ = ["code_digest", "read", "recall", "store", "written"]
