"""The relations of a document that hold, and those that were not compared, a line each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker.finding import Checked
from checker.report import Language

_MARKS: Mapping[str, str] = {"agrees": "=", "drift": "≈", "improbable": "≈", "abstains": "—"}
_UNSURE: Mapping[Language, str] = {"zh": "（依据不足以报错）", "en": " (evidence too weak to accuse)"}


def as_lines(checks: tuple[Checked, ...], language: Language) -> Iterator[str]:
    """Line and column of the first figure, whether it holds, the rule, and the working or the reason."""
    for one in checks:
        reason = one.zh if language == "zh" else one.en
        said = f"{reason} {'、'.join(place.text for place in one.places)}" if reason else one.working
        unsure = "" if one.certain or reason else _UNSURE[language]
        yield f"  {one.places[0].line}:{one.places[0].column}  {_MARKS[one.outcome]} {one.rule}  {said}{unsure}"
