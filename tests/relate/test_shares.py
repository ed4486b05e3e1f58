"""Shares on invented texts: where the words do not say what a percentage is of, nothing is said; where they do, no value hides a slip."""

from __future__ import annotations

import pytest
from pipeline import alarms

QUIET = (
    "甲县受理来信98件，占来信总数的62.4%；乙县受理来信69件，占来信总数的28.8%。",
    "获得赞成票2600票，赞成率90.9%；另一报告获得赞成票2560票，赞成率89.5%。",
    "货物进出口总值17.90万亿元。机电产品出口6.22万亿元，占出口总值的58.3%。",
    "职工1268人，研究生94人、本科923人、大专207人，本科及以上学历职工占全部职工的80.2%。",
    "实施促进就业十项行动，新增托位近1900个，适龄儿童入园率和普惠率均达到93%。",
    "就业比例从2012届的53%上升为2016届的60%，从2012届的48%上升为2016届的55%。",
    "全年煤炭产量12.9亿吨，外送原煤8.3亿吨，占全国的34.5%。",
    "上调补助26.89亿元，动用结余12.61亿元。本级收入为调整预算140.8亿元的101.3%。",
    "应建床位2400张，上报完成2412张，实际使用1836张，虚报576张，占上报数的23.9%；实际完成率76.5%。",
    "二审改判、发回704件，其中改判583件、发回121件，占二审审结6418件的10.97%。",
)
SLIPS = (
    ("年度计划完成投资98.50亿元，累计完成投资67.28亿元，为年度计划的68.3%。", "67.28", "167.28"),
    ("排查隐患620处，已整改598处，整改率96.5%。", "620", "720"),
    ("二审改判、发回704件，其中改判583件、发回121件，占二审审结6418件的10.97%。", "10.97", "20.97"),
    ("纳入监测2486户8142人，已解除1873户6204人，占监测总人数的76.2%。", "76.2", "86.2"),
)


@pytest.mark.parametrize("text", QUIET)
def test_nothing_is_said_where_the_whole_is_another(text: str) -> None:
    assert alarms(text) == []


@pytest.mark.parametrize(("text", "right", "wrong"), SLIPS)
def test_no_value_hides_a_slip(text: str, right: str, wrong: str) -> None:
    assert alarms(text) == []
    assert alarms(text.replace(right, wrong))
