"""What a figure says, read off the words around it: one invented clause a case, its last figure asked about."""

from __future__ import annotations

import pytest
from pipeline import claims

# clause, measure, direction, modality, name, indicator
CLAUSES = (
    ("全县市场主体12345户", "level", 1, "result", "全县市场主体", "经营主体"),
    ("共有标准厂房36.4万平方米", "level", 1, "result", "标准厂房", ""),
    ("森林覆盖率提高到45.6%", "level", 1, "result", "森林覆盖率", "森林覆盖率"),
    ("失业率下降到3.8%", "level", 1, "result", "失业率", None),
    ("不良率上升为1.26%", "level", 1, "result", "不良率", None),
    ("总产量达到35.6万吨", "level", 1, "result", "总产量", ""),
    ("人口自然增长率为3.21‰", "level", 1, "result", "人口自然增长率", "人口自然增长率"),
    ("新增贷款12.5亿元", "level", 1, "result", "新增贷款", None),
    ("其余12户已搬迁", "level", 1, "result", "其余", ""),
    ("年末贷款余额35.2亿元", "level", 1, "result", None, "各项贷款余额"),
    ("森林面积增加1.2万亩", "change", 1, "result", "森林面积", None),
    ("比年初增加35户", "change", 1, "result", "", ""),
    ("投资减少12.5万元", "change", -1, "result", "投资", None),
    ("较上年多增3.2亿元", "change", 1, "result", "", ""),
    ("净增126户", "change", 1, "result", None, ""),
    ("产值增长12.5%", "rate", 1, "result", "产值", None),
    ("产值下降3.3%", "rate", -1, "result", "产值", None),
    ("产值同比下滑3.3%", "rate", -1, "result", "产值", None),
    ("增速达12.6%", "rate", 1, "result", "", ""),
    ("降幅8.8%", "rate", -1, "result", "", ""),
    ("价格上涨2.1%", "rate", 1, "result", "价格", None),
    ("高于全市平均2.5%", "rate", 1, "result", None, None),
    ("税收收入占一般公共预算收入的比重为61.2%", "share", 1, "result", None, "税收收入"),
    ("增加值占地区生产总值的35.6%", "share", 1, "result", None, ""),
    ("占比提升至42.3%", "share", 1, "result", None, ""),
    ("完成率98.5%", "level", 1, "result", None, ""),
    ("比重提高1.2个百分点", "points", 1, "result", None, ""),
    ("不良率回落0.3个百分点", "points", -1, "result", "不良率", None),
    ("户均增收2300元", "mean", 1, "result", "户均增收", ""),
    ("亩均产值5.6万元", "mean", 1, "result", "亩均产值", ""),
    ("平均每户3.5亩", "mean", 1, "result", "每户", ""),
    ("每万人拥有医生25.3人", "mean", 1, "result", "每万人拥有医生", None),
    ("均价6500元/平方米", "mean", 1, "result", "均价", None),
    ("接待量翻了一番", "multiple", 1, "result", "接待量", ""),
    ("排名全省第3位", "rank", 1, "result", "排名全省", ""),
    ("工期36个月", "length", 1, "result", "工期", None),
    ("三次产业结构比为18.2∶35.6∶46.2", "ratio", 1, "result", "", ""),
    ("比上年的18.62亿元", "level", 1, "base", "", ""),
    ("由上年的110.2亿元", "level", 1, "base", None, ""),
    ("由2019年的36.5%", "level", 1, "base", "", ""),
    ("从412户", "level", 1, "base", None, ""),
    ("上年同期为10.2亿元", "level", 1, "base", None, ""),
    ("（上年为61.1%）", "level", 1, "base", None, ""),
    ("与2010年的441268人相比", "level", 1, "base", None, None),
    ("年初预算3.5亿元", "level", 1, "target", "年初预算", None),
    ("力争实现产值50亿元", "level", 1, "target", None, None),
    ("目标任务1200户", "level", 1, "target", "目标任务", ""),
    ("计划投资30亿元", "level", 1, "target", None, None),
)


@pytest.mark.parametrize(("text", "measure", "direction", "modality", "name", "indicator"), CLAUSES, ids=[case[0] for case in CLAUSES])
def test_words_around_a_figure_say_what_it_is(
    text: str, measure: str, direction: int, modality: str, name: str | None, indicator: str | None
) -> None:
    claim = claims(text + "。")[-1]
    assert (claim.measure, claim.direction, claim.modality) == (measure, direction, modality)
    assert name is None or claim.name == name
    assert indicator is None or claim.indicator == indicator


CUES = (
    ("其中工业项目21个", "part"),
    ("占签约总数的43.8%", "share"),
    ("合计完成投资27.1亿元", "total"),
    ("户均2300元", "each"),
    ("可比口径增长5.6%", "comparable"),
    ("按不变价格计算增长5.6%", "comparable"),
    ("给予每户最高5000元补助", "grant"),
    ("甲、乙两镇分别为12户、8户", "respectively"),
    ("两项同时享受的36户", "overlap"),
    ("（含东区12户）", "paren"),
)


@pytest.mark.parametrize(("text", "cue"), CUES, ids=[case[0] for case in CUES])
def test_word_classes_leave_cues(text: str, cue: str) -> None:
    assert cue in claims(text + "。")[-1].cues


def test_years_spread_over_are_marked() -> None:
    assert claims("“十四五”时期产值年均增长6.5%。")[0].average
    assert not claims("产值比上年增长6.5%。")[0].average


def test_rates_without_a_name_speak_of_the_amount_before_them() -> None:
    level, rate = claims("规模以上工业总产值86.5亿元，同比增长12.1%。")
    assert rate.name == level.name == "规模以上工业总产值"
    assert rate.indicator == level.indicator == "规模以上工业总产值"


def test_points_without_a_name_speak_of_the_percentage_before_them() -> None:
    level, points = claims("城镇化率为56.3%，比上年提高1.2个百分点。")
    assert points.indicator == level.indicator != ""


def test_a_rate_of_completion_keeps_its_name() -> None:
    assert claims("完成率98.5%。")[0].name == "完成率"


def test_a_multiple_of_last_year_is_a_result() -> None:
    assert claims("产量是上年的3倍。")[0].modality == "result"


def test_more_taken_in_is_a_change() -> None:
    assert claims("同比多收3.2亿元。")[0].measure == "change"
    assert claims("虚列面积，多得补助3.2万元。")[0].measure == "level"


def test_a_length_of_time_may_grow_and_shrink() -> None:
    before, now, change = claims("平均用时由24天缩短至9天，缩短15天。")
    assert (before.modality, now.measure, change.measure, change.direction) == ("base", "level", "change", -1)


def test_an_earlier_level_is_a_base_where_the_next_clause_says_now() -> None:
    assert [c.modality for c in claims("去年损耗率2.3%，今年降为1.9%。")] == ["base", "result"]
    assert [c.modality for c in claims("本次减持前持股占14.66%，本次减持后占9.85%。")] == ["base", "result"]
    assert [c.modality for c in claims("去年损耗率2.3%，合格率98.1%。")] == ["result", "result"]


@pytest.mark.xfail(strict=True, reason="比 is taken off the head of a name even where it begins the word (比重)")
def test_a_weight_keeps_its_name() -> None:
    assert claims("比重提高1.2个百分点。")[0].name == "比重"
