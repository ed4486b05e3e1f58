"""Percentages that are said to be added: who or how many are told in words, and a wrong figure is found."""

from __future__ import annotations

import pytest
from pipeline import alarms, verdicts

RULE = "parts-of-whole"
SUMS = (
    ("甲公司持有2.03亿股，占33.16%；乙公司持有2841万股，占4.64%，二者合计37.80%。", "37.80", "57.80"),
    ("控股股东持股比例34.10%，第二、第三大股东分别持股8.62%、5.27%，前三大股东合计47.99%。", "8.62", "5.62"),
    ("外来客源前三位是宁州（11.6%）、澄州（8.2%）、岭州（6.9%），三地合计占全部游客的26.7%。", "11.6", "71.6"),
    ("四个片区用电分别占39.8%、33.6%、13.4%和13.2%，前两个合计占73.4%。", "73.4", "43.4"),
    ("两名股东的持股比例分别被动增加至33.43%和5.77%，合计39.20%。", "39.20", "59.20"),
    ("持股依次为：宁海国有资本集团34.00%、东麓25.50%、宁海港务18.20%；国有法人即宁海国资集团、港务，合计持股52.20%。", "52.20", "92.20"),
)
OTHERS = (
    "药占比为29.6%，耗占比为21.4%，药占比、耗占比合计较上年的51.2%有所下降。",
    "甲县、乙县、丙县完成率分别为80.0%、82.0%和90.0%，三县合计占全市的26.7%。",
    "甲县增长8.4%，乙县增长9.0%，二者合计占全部产值的73.6%。",
    "第一大供应商占14.27%，其余四名合计占24.37%。",
    "甲公司持股27.82%，表决权比例为28.20%，其一致行动人持股1.73%，合计持有表决权30.10%。",
    "昼间达标率100%，夜间达标率83.3%，昼夜合计达标率91.7%。",
    "省级配套占40.0%，中央补助占30.0%；市、县分别承担612万元和408万元，两级合计占30.0%。",
)


@pytest.mark.parametrize(("text", "right", "wrong"), SUMS)
def test_what_is_added_makes_the_total(text: str, right: str, wrong: str) -> None:
    assert any(v.outcome == "agrees" and v.relation.rule.id == RULE and v.relation.trust > 0.9 for v in verdicts(text))
    assert alarms(text) == []
    assert alarms(text.replace(right, wrong, 1))


@pytest.mark.parametrize("text", OTHERS)
def test_a_percentage_of_all_together_is_no_sum(text: str) -> None:
    assert alarms(text) == []
