"""One figure explained: one file per output format, and the words of the one for people."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from checker.explanation import Explanation
from checker.render.explanation.json import as_json
from checker.render.explanation.text import as_text
from checker.report import Language

__all__ = ["EXPLANATIONS"]

# one figure, the language
EXPLANATIONS: Mapping[str, Callable[[Explanation, Language], str]] = {"text": as_text, "json": as_json}
