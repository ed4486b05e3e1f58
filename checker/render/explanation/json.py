"""One figure explained to a program."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from checker.explanation import Comparison, Explanation, Heads, Sense
from checker.finding import Place
from checker.render.figures import plain, row
from checker.report import Language
from checker.version import VERSION

SCHEMA: Final = 1


def as_json(told: Explanation, language: Language) -> str:
    """The shape that reports/explanation.schema.json promises, ending with a line break; titles and reasons are in `language`."""
    from json import dumps

    figure = told.figure
    content = {
        "schema": SCHEMA,
        "tool": {"name": "heshu", "version": VERSION},
        "path": told.path,
        "figure": {**row(figure), "line": figure.line, "column": figure.column},
        "quote": told.line,
        "sense": _sense_content(told.sense),
        "name": told.name,
        "named_by": _place(told.named_by),
        "dated": _place(told.dated),
        "direction": told.direction,
        "modality": told.modality,
        "average": told.average,
        "cues": told.cues,
        "before": told.lead if told.heads is None else "",
        "after": told.tail if told.heads is None else "",
        "table": _heads(told.heads),
        "relations": [_relation(one, language) for one in told.comparisons],
        "lacks": told.lacks,
    }
    return dumps(content, ensure_ascii=False, indent=2) + "\n"


def _sense_content(sense: Sense | None) -> Mapping[str, Any] | None:
    if sense is None:
        return None
    low, high = plain(sense.low), plain(sense.high)
    return {"low": low, "high": high, "unit": sense.unit, "ground": sense.ground, "hedges": sense.hedges}


def _heads(heads: Heads | None) -> Mapping[str, str] | None:
    return None if heads is None else {"row": heads.row, "column": heads.column, "unit": heads.unit}


def _relation(one: Comparison, language: Language) -> Mapping[str, Any]:
    return {
        "rule": one.rule,
        "kind": one.kind,
        "evidence": one.evidence,
        "outcome": one.outcome,
        "trust": one.trust,
        "certain": one.certain,
        "reported": one.reported,
        "working": one.working,
        "reason": one.zh if language == "zh" else one.en,
        "figures": [{**(_place(place) or {}), "role": place.role} for place in one.places],
    }


def _place(place: Place | None) -> Mapping[str, str | int] | None:
    if place is None:
        return None
    return {"text": place.text, "start": place.start, "end": place.end, "line": place.line, "column": place.column}
