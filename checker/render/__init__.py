"""Words for people and shapes for programs: one file per output format. Nothing here filters or sorts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from checker.render import figures, json, rules, text
from checker.report import Figure, Language, Report
from checker.rules import Rule

__all__ = ["CATALOGUES", "FORMATS", "LISTINGS", "explain"]

# a report, the language, whether colours may be used
FORMATS: Mapping[str, Callable[[Report, Language, bool], str]] = {"text": text.render, "json": json.render}

# a document's path, its figures, the language
LISTINGS: Mapping[str, Callable[[str, Sequence[Figure], Language], str]] = {"text": figures.as_text, "json": figures.as_json}

# the rules, the language
CATALOGUES: Mapping[str, Callable[[Sequence[Rule], Language], str]] = {"text": rules.as_text, "json": rules.as_json}

explain = rules.explain
