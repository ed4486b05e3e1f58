"""What checked the figures of a document, and which of them nothing confirms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from checker.render.labels import KINDS
from checker.report import Coverage, DocumentReport, Language

_HEADS: Mapping[Language, tuple[str, str, str, str]] = {
    "zh": (
        "数字 {figures}：已核对 {checked}（{part_checked}），免核 {exempt}（{part_exempt}），无从核对 {unconfirmed}（{part_rest}）",
        "已核对的数字中，{unsure} 个只凭不足以报错的依据",
        "{kind}：数字 {figures}，关系 {relations}",
        "无从核对：",
    ),
    "en": (
        "{figures} figures: {checked} checked ({part_checked}), {exempt} exempt ({part_exempt}), {unconfirmed} unconfirmed ({part_rest})",
        "{unsure} of the figures checked only on evidence too weak to accuse",
        "{kind}: {figures} figures, {relations} relations",
        "unconfirmed:",
    ),
}


def as_lines(report: DocumentReport, coverage: Coverage, language: Language) -> Iterator[str]:
    """The shares, then a line a kind of relation, then a line a figure that nothing confirms."""
    head, unsure, tally, rest = _HEADS[language]
    yield head.format(
        figures=report.figures,
        checked=report.checked,
        exempt=report.exempt,
        unconfirmed=report.unconfirmed,
        part_checked=_part(report.checked, report.figures),
        part_exempt=_part(report.exempt, report.figures),
        part_rest=_part(report.unconfirmed, report.figures),
    )
    for one in coverage.tallies:
        yield "  " + tally.format(kind=KINDS[language][one.kind], figures=one.figures, relations=one.relations)
    if coverage.unsure:
        yield "  " + unsure.format(unsure=coverage.unsure)
    if coverage.unconfirmed:
        yield "  " + rest
    for figure in coverage.unconfirmed:
        yield f"    {figure.line}:{figure.column}  {' '.join(figure.text.split())}  {figure.indicator}".rstrip()


def as_content(coverage: Coverage) -> Mapping[str, Any]:
    """The same as the value of a JSON key."""
    return {
        "kinds": [{"kind": one.kind, "figures": one.figures, "relations": one.relations} for one in coverage.tallies],
        "unsure": coverage.unsure,
        "unconfirmed": [
            {
                "text": figure.text, "start": figure.start, "end": figure.end, "line": figure.line, "column": figure.column,
                "indicator": figure.indicator,
            }
            for figure in coverage.unconfirmed
        ],
    }  # fmt: skip


def _part(number: int, of: int) -> str:
    return f"{number / of:.0%}" if of else "0%"
