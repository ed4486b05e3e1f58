"""Growth that is published at constant prices is never computed from levels at current ones, whatever source sees the levels."""

from __future__ import annotations

import pytest
from pipeline import alarms

_TABLE = """| 指标 | 单位 | 2025年 | 2024年 | 增长（%） |
|---|---|---|---|---|
| {} | 亿元 | 312.64 | 297.15 | 6.1 |
| 一般公共预算收入 | 亿元 | 15.46 | 14.27 | 8.3 |
| 社会消费品零售总额 | 亿元 | 104.38 | 98.55 | 5.9 |
| 外贸进出口总额 | 万美元 | 25841 | 21136 | 22.3 |
| 存款余额 | 亿元 | 412.53 | 374.68 | 10.1 |
| 贷款余额 | 亿元 | 268.91 | 240.37 | 11.9 |
| 城镇居民人均可支配收入 | 元 | 37215 | 35408 | 5.1 |
"""


@pytest.mark.parametrize("name", ["地区生产总值", "规模以上工业增加值", "第三产业增加值"])
def test_real_growth_is_not_held_against_nominal_levels(name: str) -> None:
    assert alarms(_TABLE.format(name)) == []


def test_nominal_growth_is() -> None:
    assert alarms(_TABLE.format("税收收入")) != []
