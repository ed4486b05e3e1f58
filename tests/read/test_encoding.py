"""What bytes say, in every encoding that offices use."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.document import Unreadable
from checker.read import read
from checker.read.encoding import decode
from checker.settings import Settings

SENTENCES = (
    "共120户",
    "合计增长5.2%",
    "新增就业3200人",
    "全县完成工业投资",
    "一季度实现营业收入12.45亿元，同比增长8.3%，其中制造业占六成以上。",
    "本合同一式六份，甲乙双方各执三份。\r\n签订日期：2031年4月9日",
)
MARKS = {"utf-8": b"\xef\xbb\xbf", "utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff", "gb18030": b"\x84\x31\x95\x33"}


@pytest.mark.parametrize("codec", ["utf-8", "gb18030", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", SENTENCES)
def test_sentences_come_back(text: str, codec: str) -> None:
    assert decode(text.encode(codec)) == (text, codec)


@pytest.mark.parametrize("codec", sorted(MARKS))
def test_byte_order_mark_is_no_character(codec: str) -> None:
    assert decode(MARKS[codec] + "水库12座".encode(codec)) == ("水库12座", codec)


@pytest.mark.parametrize("text", ["全縣實現營業收入", "這是一份測試文件，共一百二十戶", "財政預算執行情況"])
def test_traditional_text_in_big5(text: str) -> None:
    assert decode(text.encode("big5")) == (text, "big5hkscs")


@given(
    st.lists(
        st.sampled_from("全年工业投资完成亿元增长其中户家项目农村城镇人均收入比上年占总数计划建设道路学校合计0123456789.%，。"),
        min_size=10,
        max_size=40,
    )
)
def test_short_samples_in_gb18030(characters: list[str]) -> None:
    text = "投资" + "".join(characters)
    assert decode(text.encode("gb18030"))[0] == text


def test_offsets_are_those_of_the_decoded_file(tmp_path: Path) -> None:
    path = tmp_path / "稿.txt"
    path.write_bytes("﻿桥梁3座\r\n涵洞12道\r\n".encode())
    document = read(path, Settings())
    assert document.text == "桥梁3座\r\n涵洞12道\r\n"
    assert document.text.index("12道") == 8


@pytest.mark.parametrize("data", [b"\x00\x01\x02\x03" * 50, bytes(range(256)) * 4, b"\xff" * 99])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable):
        decode(data)


def test_damaged_text_says_where() -> None:
    with pytest.raises(Unreadable, match="第 301 个字节"):
        decode("水".encode() * 100 + b"\xff\xff" + "库".encode() * 50)
