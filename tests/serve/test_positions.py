"""Places as editors count them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.serve.positions import Encoding, Lines

TEXTS = st.text(st.sampled_from("一𠮷a1é\n\r\u2028\x0c"), max_size=40)
ENCODINGS: tuple[Encoding, ...] = ("utf-8", "utf-16", "utf-32")


@pytest.mark.parametrize(("encoding", "character"), [("utf-8", 7), ("utf-16", 3), ("utf-32", 2)])
def test_a_character_beyond_the_basic_plane(encoding: Encoding, character: int) -> None:
    lines = Lines("首行\n𠮷县10个", encoding)
    assert lines.place(5) == (1, character)
    assert lines.offset(1, character) == 5


def test_what_is_beyond_or_within_is_brought_to_an_edge() -> None:
    lines = Lines("𠮷1\r\n2", "utf-16")
    assert (lines.offset(0, 1), lines.offset(0, 99), lines.offset(9, 0)) == (0, 2, 5)
    assert lines.place(3) == (0, 3)


@given(TEXTS, st.sampled_from(ENCODINGS))
def test_there_and_back(text: str, encoding: Encoding) -> None:
    lines = Lines(text, encoding)
    for offset in range(len(text) + 1):
        inside = text[max(offset - 1, 0) : offset + 1] == "\r\n"
        assert lines.offset(*lines.place(offset)) == offset - inside


@given(TEXTS)
def test_lines_end_where_the_protocol_says(text: str) -> None:
    units = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert Lines(text).place(len(text)) == (len(units) - 1, len(units[-1].encode("utf-16-le")) // 2)
