"""Words for people and shapes for programs: one file per output format. Nothing here filters or sorts.

`figures` and `rules` have registries of their own, so that a check need not load what it does not show.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from checker.render import json, text
from checker.report import Language, Report

__all__ = ["FORMATS"]

# a report, the language, whether colours may be used
FORMATS: Mapping[str, Callable[[Report, Language, bool], str]] = {"text": text.render, "json": json.render}
