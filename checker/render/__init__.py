"""Words for people and shapes for programs: one file per output format. Nothing here filters or sorts.

`figures` and `rules` have registries of their own, so that a check need not load what it does not show.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import cast

from checker.render import text
from checker.report import Language, Report

__all__ = ["FORMATS"]

# a report, the language, whether colours may be used
Format = Callable[[Report, Language, bool], str]


def _late(name: str) -> Format:
    """The format that the module `name` of this package renders, which is loaded when the format is asked for."""

    def render(report: Report, language: Language, colour: bool) -> str:
        from importlib import import_module

        return cast("Format", import_module(f"{__name__}.{name}").render)(report, language, colour)

    return render


FORMATS: Mapping[str, Format] = {
    "text": text.render,
    "json": _late("json"),
    "sarif": _late("sarif"),
    "junit": _late("junit"),
    "github": _late("github"),
    "gitlab": _late("gitlab"),
    "rdjson": _late("rdjson"),
    "checkstyle": _late("checkstyle"),
    "markdown": _late("markdown"),
}
