"""Every figure that was understood in a document, as a list."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final
from unicodedata import east_asian_width

from checker.render.labels import CLASSES
from checker.report import Figure, Language
from checker.version import VERSION

SCHEMA: Final = 1

_HEADS: Mapping[Language, tuple[str, ...]] = {
    "zh": ("行:列", "原文", "类别", "基本单位值", "量纲", "指标", "主体", "时期", "度量"),
    "en": ("place", "as written", "class", "base value", "dimension", "indicator", "subject", "period", "measure"),
}


def as_json(path: str, figures: Sequence[Figure], language: Language) -> str:  # noqa: ARG001 - keys and classes are English words
    """The shape that reports/figures.schema.json promises, ending with a line break."""
    from json import dumps

    content = {
        "schema": SCHEMA,
        "tool": {"name": "heshu", "version": VERSION},
        "path": path,
        "figures": [row(figure) for figure in figures],
    }
    return dumps(content, ensure_ascii=False, indent=2) + "\n"


def as_text(path: str, figures: Sequence[Figure], language: Language) -> str:
    """One line a figure, in columns, under a heading; then their number."""
    rows = [_HEADS[language], *(_cells(figure, language) for figure in figures)]
    widths = [max(_width(row[column]) for row in rows) for column in range(len(_HEADS[language]))]
    lines = ["  ".join(_padded(row, widths)).rstrip() for row in rows]
    end = f"{path}：数字 {len(figures)}" if language == "zh" else f"{path}: {len(figures)} figures"
    return "\n".join([*lines, end]) + "\n"


def plain(value: Decimal | None) -> str | None:
    """A decimal in plain digits without trailing zeros: 12500 rather than 1.25E+4."""
    if value is None:
        return None
    digits = format(value, "f")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def row(figure: Figure) -> Mapping[str, str | int | None]:
    """One figure as the JSON listing has it."""
    return {
        "text": figure.text,
        "start": figure.start,
        "end": figure.end,
        "value": plain(figure.value),
        "low": plain(figure.low),
        "high": plain(figure.high),
        "unit": figure.unit,
        "dimension": figure.dimension,
        "indicator": figure.indicator,
        "subject": figure.subject,
        "period": figure.period,
        "measure": figure.measure,
        "hedge": figure.hedge,
        "class": figure.klass,
    }


def _cells(figure: Figure, language: Language) -> tuple[str, ...]:
    klass = CLASSES[figure.klass] if language == "zh" else figure.klass
    text = " ".join(figure.text.split())
    return (
        f"{figure.line}:{figure.column}", text, klass, plain(figure.value) or "", figure.dimension,
        figure.indicator, figure.subject, figure.period, figure.measure,
    )  # fmt: skip


def _padded(row: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    for cell, width in zip(row, widths, strict=True):
        yield cell + " " * (width - _width(cell))


def _width(text: str) -> int:
    """Columns that `text` takes on a terminal, where a 汉字 takes two."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


# a document's path, its figures, the language
LISTINGS: Mapping[str, Callable[[str, Sequence[Figure], Language], str]] = {"text": as_text, "json": as_json}
