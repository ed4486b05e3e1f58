"""A passage never loses the way back to the document."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from checker.passage import Passage, fold
from checker.read import read_text
from checker.read.plain import plain

PIECES = st.sampled_from(
    [
        "完成投资",
        "３．２亿元",
        "12.5",
        " ",
        "　",
        "\n",
        "\r\n",
        "\n\n",
        "\u200b",
        "\ufeff",
        "**",
        "`",
        "| ",
        "|\n",
        "| --- |\n",
        "# ",
        "一、",
        "（二）",
        "\t",
        "- ",
        "，",
        "。",
        "[甲](b)",
        "<!-- 乙 -->",
        "GDP",
        "R&D",
        "表1",
        "单位：万元",
        "    ",
        "\f",
        "1.",
        "> ",
        "\\",
        "<br>",
        "—",
        "<!--",
        "5%",
        "— 3 —\n",
    ]
)
TEXTS = st.lists(PIECES, max_size=60).map("".join)


@given(TEXTS)
def test_every_character_is_that_of_its_place(text: str) -> None:
    blocks = [*plain(text), *(read_text(text).blocks if text.strip() else ())]
    for block in blocks:
        assert 0 <= block.start <= block.end <= len(text)
        for passage in block.passages:
            places = [passage.place(i) for i in range(len(passage.text))]
            assert places == sorted(set(places))
            assert passage.text == "".join(fold(text[place]) for place in places)
            assert [passage.index(place) for place in places] == list(range(len(places)))


@given(TEXTS)
def test_no_figure_is_lost(text: str) -> None:
    document = plain(text)
    kept = {passage.place(i) for block in document for passage in block.passages for i in range(len(passage.text))}
    labels = {i for block in document for i in range(block.start, block.start + 8)} if document else set()
    lost = [i for i, character in enumerate(text) if character in "25％%" and i not in kept and i not in labels]
    assert not [i for i in lost if "<!--" not in text[:i]]


def test_breaks_take_their_blanks_with_them() -> None:
    text = "工业投资12 \r\n　　.5亿元 R&D\n GDP"
    passage = Passage.of(text, 0, len(text))
    assert passage.text == "工业投资12.5亿元 R&D GDP"
    assert text[slice(*passage.places(4, 10))] == "12 \r\n　　.5亿元"[:11]


def test_long_runs_of_blanks_are_cheap() -> None:
    text = "甲" + " " * 300_000 + "\n乙"
    start = time.process_time()
    assert Passage.of(text, 0, len(text)).text == "甲乙"
    assert time.process_time() - start < 2


def test_blanks_that_part_two_numbers_are_kept() -> None:
    for text, read in (("分别为120, 135, 148万元", "分别为120， 135， 148万元"), ("增长 8.5 %，达 1,234 户", "增长8.5%，达1,234户")):
        assert Passage.of(text, 0, len(text)).text == read
