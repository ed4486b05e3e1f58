"""Invented texts that the sources of evidence keep out of, and those that they tell apart."""

from __future__ import annotations

import pytest
from pipeline import alarms, verdicts

QUIET = {
    "等 leaves a list open": "新建四类设施，包括泵站、水闸、渠道等。",
    "其中 names some of the parts": "建成厂房36.4万平方米，其中东区15.2万平方米、西区11.9万平方米。",
    "members of two parts are counted once": "全县享受政策农户538户，其中甲类412户、乙类236户（110户同时享受两类政策）。",
    "a goal is no result": "# 某县2023年工作总结\n\n全年工业投资50.2亿元。\n\n## 二、2024年工作目标\n\n工业投资60亿元，增长19.5%。",
    "a budget is no result": "年初预算35.2亿元，全年完成支出36.1亿元，其中教育支出8.2亿元。",
    "comparable growth is on another footing": "按可比口径计算，收入12.6亿元，比上年的11.2亿元增长8.8%。",
    "value added grows at constant prices": "全市地区生产总值1865.2亿元，比上年的1765.8亿元增长6.1%。",
    "added value of a branch grows at constant prices": "工业增加值86.5亿元，比上年的80.2亿元增长6.9%。",
    "other years may be alike": "2021年投资12.65亿元。2022年投资12.56亿元。",
    "other subjects may be alike": "东区投资12.65亿元，西区投资12.56亿元。",
    "about is no equality": "农户由400多户增加到约600户，增加近200户。",
    "grants are alternatives": "对企业给予一次性奖励50万元，其中首次认定的30万元、再次认定的10万元。",
    "labels are no figures": "印发〔2023〕15号文件，落实“2+1”机制，推进第3期工程。",
    "a plan may be exceeded": "完成投资36.2亿元，占年度计划的120.7%。",
    "part of a year is no year": "1—6月完成投资12.6亿元。1—8月完成投资15.3亿元。",
    "who is taken apart is not the whole": "年末职工总数2315人。技术人员按职称划分，高级64人、中级183人、初级276人。",
    "who is named before 分别 has figures of his own": "立项最多的是甲校，共立项25件，其次为乙校和丙校，分别立项18件和14件。",
    "a list of a comma ends with its clause": "现有在园儿童624名，其中托班58名；累计毕业8150名，累计转园236名。",
    "a list may go on behind a comma": "建设资金52.7亿元，其中省、市补助分别为21.3亿元、13.8亿元，企业自筹17.6亿元。",
    "one of two kinds may be listed": "表彰63名企业人员和在职教师，其中高级9人、中级15人、初级22人。",
    "the base of a share is no total": "预留资金18.36亿元，占支出总额142.5亿元的12.9%，仍有3.28亿元未分配。",
    "what is above the one mark is above the other": "在统计的87种产品中，占比超过15%的36种、超过25%的19种、超过35%的8种。",
    "another unit is another kind": "共有学校36所、教师1250人、学生18520人。",
}


@pytest.mark.parametrize("text", QUIET.values(), ids=QUIET.keys())
def test_it_keeps_quiet_where(text: str) -> None:
    assert alarms(text) == []


def test_overlapping_parts_are_told_from_parts_that_exceed_their_whole() -> None:
    text = "全县享受政策农户538户，其中甲类412户、乙类{}户{}。"
    assert alarms(text.format(236, "（110户同时享受两类政策）")) == []
    assert alarms(text.format(136, ""))


def test_growth_of_production_never_comes_from_levels() -> None:
    came = verdicts("全市地区生产总值1865.2亿元，比上年的1765.8亿元增长6.1%。")
    growth = [(v.relation.rule.id, v.outcome, v.reason) for v in came if v.relation.rule.kind == "growth"]
    assert growth == [("growth-from-levels", "abstains", "real")]


UNITS = (
    ("12.65亿元", "126500万元"),
    ("12.65亿元", "12.7亿元"),
    ("12.65亿元", "1265000000元"),
    ("12.65亿元", "12.6亿余元"),
    ("1265户", "1265户"),
    ("35.2万亩", "352000亩"),
)


@pytest.mark.parametrize(("first", "again"), UNITS)
def test_a_figure_may_be_repeated_in_any_unit_and_precision(first: str, again: str) -> None:
    assert alarms(f"全市新建设施投入{first}。\n\n新建设施投入{again}。") == []


def test_a_total_drawn_over_clauses_is_checked() -> None:
    text = "东区完成投资15.2亿元，西区完成投资11.9亿元，合计完成投资{}亿元。"
    assert alarms(text.format("27.1")) == []
    assert alarms(text.format("21.7"))
