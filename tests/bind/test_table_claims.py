"""Figures of tables take names from rows, units and measures from headings."""

from __future__ import annotations

from decimal import Decimal

from pipeline import claims

from checker.claim import Claim

TABLE = """|乡镇|投资额（万元）|增速（%）|户数（户）|
|---|---|---|---|
|甲镇|125.4|12.5|36|
|乙镇|63.2|-3.1|12|
"""


def at(text: str, row: int, column: int) -> Claim:
    return next(claim for claim in claims(text) if claim.cell is not None and claim.cell[1:] == (row, column))


def test_rows_name_their_figures() -> None:
    assert [claim.name for claim in claims(TABLE)] == ["甲镇"] * 3 + ["乙镇"] * 3


def test_headings_give_the_unit_in_brackets() -> None:
    money, rate, households = (at(TABLE, 1, column).quantity for column in (1, 2, 3))
    assert (money.dimension, money.value) == ("money", Decimal(1254000))
    assert (rate.dimension, rate.value) == ("fraction", Decimal("0.125"))
    assert (households.dimension, households.exact) == ("count:户", True)


def test_headings_say_what_is_measured() -> None:
    assert at(TABLE, 1, 2).measure == "rate"
    assert at(TABLE, 1, 1).measure == "level"


def test_a_minus_is_part_of_the_figure() -> None:
    assert at(TABLE, 2, 2).signed.holds(Decimal("-0.031"))


def test_the_caption_gives_the_unit_of_all_columns() -> None:
    text = "表1 收支情况（单位：亿元）\n\n|项目|本年|上年|\n|---|---|---|\n|收入|12.5|11.2|\n|支出|11.9|10.8|\n"
    assert at(text, 1, 1).quantity.value == Decimal(1250000000)
    assert at(text, 2, 2).quantity.dimension == "money"


def test_a_per_cent_in_the_caption_is_for_the_columns_of_rates() -> None:
    text = "表1 收支情况（单位：亿元、%）\n\n|项目|本年|增长|\n|---|---|---|\n|收入|12.5|11.6|\n|支出|11.9|10.2|\n"
    assert at(text, 1, 1).quantity.dimension == "money"
    assert at(text, 1, 2).quantity.dimension == "fraction"


def test_a_unit_beside_the_figure_beats_the_caption() -> None:
    text = "（单位：亿元）\n\n|项目|数量|\n|---|---|\n|收入|12.5万元|\n|支出|11.9万元|\n"
    assert at(text, 1, 1).quantity.value == Decimal(125000)


def test_a_per_cent_in_the_heading_beats_the_caption() -> None:
    text = "表1 收支情况（单位：亿元）\n\n|项目|本年|增长%|\n|---|---|---|\n|收入|12.5|11.6|\n|支出|11.9|10.2|\n"
    assert at(text, 1, 2).quantity.dimension == "fraction"
