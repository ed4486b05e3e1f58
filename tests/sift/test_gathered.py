"""Parts that are taken for all the parts accuse only where a slip of the pen explains why they do not add up."""

from __future__ import annotations

import pytest
from pipeline import alarms

NOT_ALL = {
    "ranks below are not named": "处分干部642人，其中厅局级2人、县处级31人、乡科级126人。",
    "one may have both": "享受补贴2.16万人，其中护理补贴1.32万人、生活补贴1.18万人。",
    "a third stands after a closed pair": "资产28.3万亿元，其中财产险公司资产2.2万亿元；人身险公司资产25.3万亿元；再保险公司资产6210亿元。",
    "income is no part of outlay": "当年收入41.5亿元，支出38.2亿元，其中征缴收入28.8亿元，补助收入9.2亿元。",
    "the table shows only some": """| 水库 | 蓄水量（亿立方米） |
| --- | --- |
| 东湖 | 2.15 |
| 西湖 | 1.37 |
| 全省大型合计 | 38.46 |""",
    "a ratio lies between": """| 地区 | 人数（人） | 性别比（女=100） | 户数（户） |
| --- | --- | --- | --- |
| 全市 | 8624 | 104.12 | 2861 |
| 东区 | 4312 | 103.25 | 1420 |
| 西县 | 4312 | 105.61 | 1441 |""",
    "its last row is a part": """| 项目 | 余额（亿元） |
| --- | --- |
| 一、存款 | 512.46 |
| 二、贷款 | 386.21 |
| 其中：制造业贷款 | 41.58 |""",
    "a share is said in money": "年收入1.32亿元，资本金占总投资的20%，即1.74亿元，其余6.96亿元申请贷款。",
    "what a mean has risen by": "小麦种植面积286.4万亩，比上年增加1.1万亩。小麦单产398公斤，比上年增加5公斤。",
    "both are shares of all": "60岁及以上人口88.4万人，占21.3%，其中65岁及以上人口63.2万人，占15.2%。",
    "numbers of rows": """| 项目 | 行次 | 金额（万元） |
| --- | --- | --- |
| 基本支出 | 9 | 412.35 |
| 项目支出 | 10 | 86.21 |
| 合计 | 11 | 498.56 |""",
}


@pytest.mark.parametrize("text", NOT_ALL.values(), ids=NOT_ALL.keys())
def test_it_keeps_quiet_where(text: str) -> None:
    assert alarms(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "处分干部642人，其中厅局级12人、县处级131人、乡科级199人、其他干部400人。",
        "处分干部642人，其中县处级31人、乡科级126人、一般干部585人。",
    ],
)
def test_a_slip_among_gathered_parts_still_tells(text: str) -> None:
    assert len(alarms(text)) == 1
