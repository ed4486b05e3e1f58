"""Differences and accounts whose figures stand in clauses or sentences of their own: the slip that is found, and what looks alike."""

from __future__ import annotations

import pytest
from pipeline import alarms, verdicts

# rule, a text with {} for one figure, what it should read, what it must not
TOLD = (
    ("change-of-levels", "试点医院由首轮的426家扩大到735家，净增{}。", "309家", "390家"),
    ("change-of-levels", "签约企业从最初的18家发展到{}，新增34家。", "52家", "62家"),
    ("change-of-levels", "学位由8640个扩充到9520个，三年新增{}。", "880个", "680个"),
    ("change-of-levels", "增减相抵，净增12.6万元，合同总价由318.4万元调整为{}。", "331.0万元", "341.0万元"),
    ("change-of-levels", "床位增加了320张（由{}增至1,800张）。", "1,480张", "1,840张"),
    ("change-of-levels", "预备费由4,200万元调减为3,650万元，调减的{}用于防汛。", "550万元", "850万元"),
    ("change-of-levels", "合作社由五年前的1,268家增加到1,935家，其间新增{}。", "667家", "767家"),
    ("change-of-levels", "人均消费618.5元，去年为572.3元，多花{}。", "46.2元", "64.2元"),
    ("change-of-levels", "期末合同负债8,462.37万元，期初为{}，增加544.13万元。", "7,918.24万元", "7,198.24万元"),
    ("change-of-levels", "在营网点386个，比上季度末少9个，上季度末为{}。", "395个", "365个"),
    ("change-of-levels", "水库蓄水总量84.37亿立方米，比6月15日增加6.82亿立方米（当日为{}）。", "77.55亿立方米", "57.55亿立方米"),
    ("change-of-levels", "住院次均费用9,264元，较8,500元的控制线高出{}。", "764元", "864元"),
    ("change-of-levels", "有法人机构37家，其中财产险12家、人身险25家，法人机构比年初的34家增加{}。", "3家", "8家"),
    ("change-of-levels", "补助造林任务52.8万亩、退化林修复16.4万亩，其中造林任务比上年的49.1万亩增加{}。", "3.7万亩", "7.3万亩"),
    ("change-of-levels", "转增股本96,450,000股，总股本由321,500,000股增至{}。", "417,950,000股", "471,950,000股"),
    ("difference-in-words", "中标价由2,846万元降为2,695万元，两者相差{}。", "151万元", "751万元"),
    ("difference-in-words", "跨境收付中，实收286.4亿元、实付241.7亿元，净流入{}。", "44.7亿元", "74.7亿元"),
    ("stock-and-flow", "在岗职工1,846人，女职工占六成。全年引进{}，退休等减员58人，年初在岗1,831人。", "73人", "37人"),
    ("stock-and-flow", "上年结余1,286.4万元，本年收入3,642.1万元，本年支出3,518.9万元。年末结余{}。", "1,409.6万元", "1,904.6万元"),
    (
        "parts-of-whole",
        "经营、投资、筹资活动现金流量净额分别为6,318万元、-2,846万元、-1,925万元，汇率变动影响-38万元，现金及现金等价物净增加{}。",
        "1,509万元",
        "1,905万元",
    ),
    (
        "parts-of-whole",
        "经营活动净流入8,462万元，投资活动净流出5,137万元，筹资活动净流出{}，汇率变动影响63万元，现金净增加542万元。",
        "2,846万元",
        "2,486万元",
    ),
)

QUIET = {
    "what is new is something else": "高新技术企业由74家增加到201家，新增上市公司3家。",
    "what is new is a part": "床位由1,480张增至1,800张，新增重症床位26张。",
    "others left meanwhile": "在职职工862人，上年末为857人，新增12人。",
    "measured from another moment": "蓄水总量68.42亿立方米，比年初多7.13亿立方米，较多年同期均值64.97亿立方米偏多5.3%。",
    "more than the year before added": "贷款余额471.06亿元，年初为437.22亿元，比上年同期多增3.84亿元。",
    "each year so much": "财政收入由2020年的8651亿元增加到18914亿元，平均每年增加2053亿元。",
    "a part has both ends, the whole moved": "装机2,680.3万千瓦，同比净增242.2万千瓦，其中光伏由去年同期的596.3万千瓦增至742.8万千瓦。",
    "somebody else sold": "董事甲减持1.2万股，董事乙持股由8.0万股降至6.3万股。",
    "a part of what is counted now": "参保177.1万人，其中企业职工52.5万人、机关职工124.6万人，较上年末50.6万人净增1.9万人。",
    "the net of some": "全年迁入户口1,246人，迁出982人，净流入青年人才486人。",
    "the opening of a part": "在岗职工1,846人。全年引进医师13人，退休58人，年初在岗医师598人。",
    "no exchange effect": "经营、投资、筹资活动现金流量净额分别为6,318万元、-2,846万元、-1,925万元，现金净增加1,509万元。",
}


@pytest.mark.parametrize(("rule", "text", "right", "wrong"), TOLD)
def test_it_is_checked_and_the_slip_found(rule: str, text: str, right: str, wrong: str) -> None:
    assert any(v.relation.rule.id == rule and v.outcome == "agrees" and v.relation.trust >= 0.9 for v in verdicts(text.format(right)))
    assert alarms(text.format(right)) == []
    assert alarms(text.format(wrong))


@pytest.mark.parametrize("text", QUIET.values(), ids=QUIET.keys())
def test_it_keeps_quiet_where(text: str) -> None:
    assert alarms(text) == []
