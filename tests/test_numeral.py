"""Numerals against their spelling, and against cn2an where it is right."""

from __future__ import annotations

from decimal import Decimal

import cn2an
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.numeral import Numeral

READ = [
    # text, value, step, round_step, mantissa, scale, style
    ("1120", "1120", "1", "10", "1120", "1", "arabic"),
    ("1,120", "1120", "1", "10", "1120", "1", "arabic"),
    ("1，120", "1120", "1", "10", "1120", "1", "arabic"),
    ("4,803,572.00", "4803572", "0.01", "1", "4803572", "1", "arabic"),
    ("12.50", "12.5", "0.01", "0.1", "12.5", "1", "arabic"),
    ("4000", "4000", "1", "1000", "4000", "1", "arabic"),
    ("0", "0", "1", "1", "0", "1", "arabic"),
    ("0.0", "0", "0.1", "0.1", "0", "1", "arabic"),
    ("-3.2", "-3.2", "0.1", "0.1", "-3.2", "1", "arabic"),
    ("负5", "-5", "1", "1", "-5", "1", "arabic"),
    ("2 0 0 5", "2005", "1", "1", "2005", "1", "arabic"),
    ("1.3万", "13000", "1000", "1000", "1.3", "10000", "mixed"),
    ("3000万", "30000000", "10000", "10000000", "3000", "10000", "mixed"),
    ("13亿9538万", "1395380000", "10000", "10000", "139538", "10000", "mixed"),
    ("12万亿", "12000000000000", "1000000000000", "1000000000000", "12", "1000000000000", "mixed"),
    ("3千万", "30000000", "10000000", "10000000", "3", "10000000", "mixed"),
    ("一百二十三", "123", "1", "1", "123", "1", "chinese"),
    ("两千", "2000", "1", "1000", "2000", "1", "chinese"),
    ("廿三", "23", "1", "1", "23", "1", "chinese"),
    ("卅", "30", "1", "10", "30", "1", "chinese"),
    ("〇", "0", "1", "1", "0", "1", "chinese"),
    ("二〇二三", "2023", "1", "1", "2023", "1", "chinese"),
    ("十二", "12", "1", "1", "12", "1", "chinese"),
    ("一千二", "1200", "100", "100", "1200", "1", "chinese"),
    ("三万五", "35000", "1000", "1000", "35000", "1", "chinese"),
    ("三点五", "3.5", "0.1", "0.1", "3.5", "1", "chinese"),
    ("三点五亿", "350000000", "10000000", "10000000", "3.5", "100000000", "chinese"),
    ("壹佰贰拾万", "1200000", "10000", "100000", "120", "10000", "capital"),
    ("肆佰捌拾万叁仟伍佰柒拾贰", "4803572", "1", "1", "4803572", "1", "capital"),
]
VAGUE = [
    ("数十", "20", "80"), ("几百", "200", "800"), ("十余", "10", "10"), ("三四十", "30", "10"), ("千余", "1000", "1000"),
    ("十几", "11", "8"), ("两三", "2", "1"), ("十五六", "15", "1"), ("数千万", "20000000", "80000000"),
    ("3000余万", "30000000", "10000000"),
]  # fmt: skip
NONE = ["", "元", "十元", "1.2.3", "12a", "万5", "1万2亿", "-", "点五", "三点", "五" * 65, "1,23,4元"]


@pytest.mark.parametrize(("text", "value", "step", "round_step", "mantissa", "scale", "style"), READ, ids=[row[0] for row in READ])
def test_numerals_are_read(text: str, value: str, step: str, round_step: str, mantissa: str, scale: str, style: str) -> None:
    read = Numeral.read(text)
    expected = tuple(map(Decimal, (value, step, round_step, mantissa, scale)))
    assert (read.value, read.step, read.round_step, read.mantissa, read.scale) == expected
    assert (read.text, read.style, read.vague) == (text, style, False)


@pytest.mark.parametrize(("text", "value", "reach"), VAGUE, ids=[row[0] for row in VAGUE])
def test_vague_numerals_say_how_far_they_reach(text: str, value: str, reach: str) -> None:
    read = Numeral.read(text)
    assert (read.value, read.reach, read.vague) == (Decimal(value), Decimal(reach), True)


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_numeral_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"not a|two digits|a guessed"):
        Numeral.read(text)


@given(st.one_of(st.integers(1, 10**12), st.builds(lambda n, zeros: n * 10**zeros, st.integers(1, 9999), st.integers(0, 8))))
def test_chinese_numerals_agree_with_cn2an(value: int) -> None:
    assert Numeral.read(cn2an.an2cn(value, "low")).value == value
    assert Numeral.read(cn2an.an2cn(value, "up")).value == value


@given(st.integers(0, 10**12), st.integers(0, 6))
def test_arabic_numerals_keep_value_and_step(digits: int, places: int) -> None:
    value = Decimal(digits).scaleb(-places)
    read = Numeral.read(f"{value:f}")
    assert (read.value, read.step) == (value, Decimal(1).scaleb(-places))
    assert Numeral.read(f"{value:,f}").value == value
    assert read.value % read.round_step == 0


@given(st.decimals(0, 99999, places=2), st.sampled_from(["万", "亿", "万亿", "千万", "百万"]))
def test_value_is_mantissa_times_scale(number: Decimal, scale: str) -> None:
    read = Numeral.read(f"{number}{scale}")
    assert read.value == read.mantissa * read.scale == number * read.scale
    assert read.step == Decimal("0.01") * read.scale
