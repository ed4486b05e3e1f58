"""heshu 核数 reads Chinese official documents and proves which of their figures cannot all be true.

Promised: `check`, `check_file`, `figures` and `Report`; nothing else. Importing the package loads no rules and no library.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from os import PathLike

    from checker.document import Document
    from checker.report import Figure, Report

__all__ = ["Report", "check", "check_file", "figures"]


def check(text_or_document: str | Document) -> Report:
    """Check a text, or a document that was already read, against the rules that ship with heshu.

    The report has one document; drift in a last digit is counted in it and not shown.
    """
    from checker.run import check_one

    return check_one(text_or_document)


def check_file(path: str | PathLike[str]) -> Report:
    """Check a file, or every document in a folder, likewise. A file that cannot be read is reported with the reason; nothing is raised."""
    from pathlib import Path

    from checker.run import Request, plain, run

    return run([Path(path)], lambda _: plain(), Request())


def figures(text: str, on: date | None = None) -> tuple[Figure, ...]:
    """Every figure in `text`, with its place and what it means. `on` is the day on which the text was written: it says which year 今年 is;
    without it the dates in the text do."""
    from checker.run import figures_of

    return figures_of(text, on)


def __getattr__(name: str) -> object:
    if name == "Report":
        from checker.report import Report

        return Report
    raise AttributeError(f"module 'checker' has no attribute {name!r}")
