"""The unit of each column under a line, or behind a name, that gives several."""

from __future__ import annotations

import pytest
from pipeline import claims


def _units(head: str, columns: str, figures: str) -> list[str]:
    rule = "|".join(" --- " for _ in columns.split("|"))
    text = f"表1 {head}\n\n| {columns} |\n|{rule}|\n| 甲 | {figures} |\n"
    return [claim.quantity.unit for claim in claims(text) if claim.cell is not None]


@pytest.mark.parametrize(
    ("head", "columns", "figures", "units"),
    [
        ("巡查情况（单位：个、万元、%）", "类别 | 问题数 | 涉及金额 | 金额整改率", "13 | 2846.35 | 63.9", ["个", "万元", "percent"]),
        ("各类学校（单位：所、人）", "类别 | 学校数 | 在校生 | 专任教师", "21 | 8642 | 512", ["所", "人", "人"]),
        ("主要产品（单位：万吨、亿元）", "产品 | 产量 | 产值", "12.4 | 81.2", ["万吨", "亿元"]),
        ("重点工程（单位：项、亿元）", "工程 | 项目 | 总投资", "12 | 386", ["项", "亿元"]),
        ("用水量（万立方米、%）", "类别 | 本年 | 比重", "862 | 23.0", ["万立方米", "percent"]),
        ("财务数据（合并口径，亿元）", "类别 | 收入", "862.4", ["亿元"]),
        ("降雨情况（6月1日至7日）", "站点 | 雨量", "62.4", [""]),
    ],
)
def test_each_column_takes_its_own(head: str, columns: str, figures: str, units: list[str]) -> None:
    assert _units(head, columns, figures) == units
