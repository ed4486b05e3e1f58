"""Tables: cells, headings, units and captions."""

from __future__ import annotations

from checker.document import Block, Table
from checker.read import read_text


def the_table(text: str) -> tuple[Table, tuple[Block, ...]]:
    """The only table of a text, and all its blocks."""
    blocks = read_text(text).blocks
    (table,) = [block.table for block in blocks if block.table]
    return table, blocks


def test_unit_and_caption() -> None:
    table, blocks = the_table(
        "表1  收入情况（单位：万元、%）\n\n| 项目 | 预算数 | 完成 |\n| --- | ---: | :---: |\n| 税收 | 1,200 | 95.5 |\n| 非税 | | — |\n"
    )
    assert (table.unit, table.header_rows, len(table.rows)) == ("万元、%", 1, 3)
    assert table.caption == "表1  收入情况(单位:万元、%)"
    assert blocks[0].kind == "caption"
    assert [cell.text for cell in table.rows[1]] == ["税收", "1,200", "95.5"]
    assert table.rows[2][1].text == ""
    assert len(blocks[1].passages) == 8


def test_unit_in_other_places() -> None:
    body = "| 项目 | 金额 |\n| --- | --- |\n| 甲 | 12 |\n"
    assert the_table("支出情况表\n单位：元\n" + body)[0].unit == "元"
    assert the_table("支出情况表\n单位：元\n" + body)[0].caption == "支出情况表"
    assert the_table(body.replace("项目", "项目（单位：亿元）"))[0].unit == "亿元"
    assert the_table(body + "\n单位：千元\n")[0].unit == "千元"
    assert the_table("1.1 数量及价格如下（单位：元，含税）：\n\n" + body)[0].unit == "元，含税"
    assert the_table("编制单位：某某局\n" + body)[0].unit == ""


def test_two_heading_rows_with_merged_cells() -> None:
    table, _ = the_table(
        "| 指标 | 2031年 | | 2030年 | | 备注 |\n| --- | --- | --- | --- | --- | --- |\n"
        "| | 金额 | 占比 | 金额 | 占比 | |\n| 甲 | 1 | 2 | 3 | 4 | |\n| 乙 | 5 | 6 | 7 | 8 | |\n"
    )
    assert table.header_rows == 2
    assert [table.column_names(c) for c in range(6)] == [
        ("指标",),
        ("2031年", "金额"),
        ("2031年", "占比"),
        ("2030年", "金额"),
        ("2030年", "占比"),
        ("备注",),
    ]


def test_a_row_that_numbers_the_columns_is_no_data() -> None:
    table, _ = the_table("| 栏次 | 收入 | 支出 |\n| --- | --- | --- |\n| 栏次 | 1 | 2 |\n| 甲 | 30 | 40 |\n| 乙 | 50 | 60 |\n")
    assert table.header_rows == 2
    assert table.column_names(1) == ("收入",)


def test_rows_of_words_are_data() -> None:
    assert the_table("| 姓名 | 职务 |\n| --- | --- |\n| 张三 | 主任 |\n| 李四 | 科员 |\n")[0].header_rows == 1


def test_cells_keep_their_places_and_lose_marks() -> None:
    text = "| 项目 | 金额 |\n|---|---|\n| **合计** | **１，２００** |\n"
    table, _ = the_table(text)
    cell = table.rows[1][1]
    assert (table.rows[1][0].text, cell.text) == ("合计", "1，200")
    assert text[slice(*cell.passage.places(0, 1))] == "１"


def test_columns_of_tabs() -> None:
    table, _ = the_table("表2 税收\n单位：万元\n项目\t预算数\t决算数\n一、增值税\t12\t13\n\t\t14\n合计\t12\t27\n")
    assert (table.unit, table.header_rows) == ("万元", 1)
    assert [cell.text for cell in table.rows[2]] == ["", "", "14"]


def test_columns_of_blanks() -> None:
    table, _ = the_table(
        "人口情况\n\n          2030年     2031年\n城镇        123.4     125.0\n农村         80.1      79.9\n合计        203.5     204.9\n"
    )
    assert table.column_names(2) == ("2031年",)
    assert [cell.text for cell in table.rows[3]] == ["合计", "203.5", "204.9"]


def test_ragged_columns_are_no_table() -> None:
    blocks = read_text("甲   1   2\n乙          3\n丙   4\n\n姓名    张三\n电话    李四\n地址    王五\n").blocks
    assert not any(block.table for block in blocks)
    assert len(blocks) == 6
