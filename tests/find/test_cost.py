"""Reading stays linear and orderly, whatever the text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker import load
from checker.find import dates, figures, fractions, labels, lists, measures, number, periods
from checker.passage import Passage
from checker.rules import Rules

PIECES = (
    "1",
    "零",
    "亿",
    "1,234",
    "（一）",
    " ",
    "2018年1—8月",
    "12、",
    "1:",
    "1-",
    "百分之",
    "去年",
    "3万",
    "第",
    "1/2",
    "壹",
    "〔2024〕",
    "“一个",
)
CHARACTERS = "0123456789.,，、:-—~%第一二三十百千万亿年月日上半去截至约近余多个元户成分之倍“”《》()〔〕 AG+/壹佰"


@pytest.fixture(scope="module")
def rules() -> Rules:
    return load.rules()


@pytest.mark.parametrize("piece", PIECES)
def test_twice_the_text_gives_at_most_twice_the_figures(piece: str, rules: Rules) -> None:
    once, twice = (len(figures(Passage.of(text, 0, len(text)), rules, text)) for text in (piece * 300, piece * 600))
    assert twice <= 2 * once + 2


@pytest.mark.parametrize("module", [dates, fractions, labels, lists, measures, number, periods], ids=lambda module: module.__name__)
def test_patterns_repeat_within_bounds(module: object) -> None:
    for name, value in vars(module).items():
        pattern = getattr(value, "pattern", None)
        if isinstance(pattern, str):
            written = _outside_classes(re.sub(r"\\.", "", pattern))
            assert not re.search(r"[*+]", re.sub(r"[*+}?]\+", "", written)), f"{name} repeats without bound: {pattern}"


def _outside_classes(pattern: str) -> str:
    kept, inside = "", False
    for character in pattern:
        inside = True if character == "[" else False if character == "]" else inside
        kept += "" if inside else character
    return kept


RULES = load.rules()


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=CHARACTERS, max_size=60))
def test_figures_come_in_order_inside_the_text_and_never_overlap(text: str) -> None:
    last = 0
    for figure in figures(Passage.of(text, 0, len(text)), RULES, text):
        assert last <= figure.start < figure.end <= len(text)
        assert figure.text == text[figure.start : figure.end]
        assert figure.interval.low <= figure.interval.high
        last = figure.end
