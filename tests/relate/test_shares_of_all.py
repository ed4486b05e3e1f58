"""Shares whose whole is told far off, and structures of levels: invented texts of several genres with a slip each."""

from __future__ import annotations

import pytest
from pipeline import alarms, verdicts

# text, the figure that is wrong in its place
STRUCTURES = (
    ("三次产业增加值依次为96.4亿元、338.2亿元和409.0亿元，三次产业比例为11.4:40.1:48.5。", "338.2亿元", "383.2亿元"),
    (
        "一产增加值20.1亿元，增长3.0%；二产增加值80.4亿元，增长6.1%；三产增加值99.5亿元，三次产业构成为10.1∶40.2∶49.8。",
        "20.1亿元",
        "30.1亿元",
    ),
    (
        "第一产业完成增加值33.6亿元、第二产业91.2亿元、第三产业115.2亿元，产业结构由15.2∶38.1∶46.7优化为14.0∶38.0∶48.0。",
        "115.2亿元",
        "151.2亿元",
    ),
    ("全年生产、生活、生态用水量分别为30.2亿立方米、12.1亿立方米和7.7亿立方米，用水结构为60.4∶24.2∶15.4。", "30.2亿立方米", "50.2亿立方米"),
)
SHARES = (
    ("全市货物贸易进出口总值1286.80亿元。\n\n分主体看，民营企业进出口816.40亿元，增长9.5%，占63.4%。", "63.4%", "36.4%"),
    ("公司实现保费收入684.20亿元，增长6.1%。\n\n银保渠道保费收入218.94亿元，占32.0%。", "32.0%", "42.0%"),
    (
        "全市水稻产量48.60万吨，增长2.1%。\n\n东湖、南桥两县水稻产量分别为14.58万吨和9.72万吨，占比分别为30.0%和20.0%。",
        "20.0%",
        "30.0%",
    ),
    ("本年支出合计5528.00万元。\n\n教育支出1382.00万元，占25.0%。", "1382.00万元", "2382.00万元"),
    ("全省发电量642.0亿千瓦时。\n\n风电、光伏发电量分别为96.3亿千瓦时、64.2亿千瓦时，两项合计占25.0%。", "25.0%", "35.0%"),
    (
        "一般公共预算支出86.40亿元。教育、卫生健康、社会保障和就业三项支出分别为17.28亿元、8.64亿元和12.96亿元，共计38.88亿元，占45.0%。",
        "45.0%",
        "54.0%",
    ),
    (
        "规模以上工业实现总产值480.0亿元。\n\n食品、建材、纺织三大行业产值分别为120.0亿元、72.0亿元和48.0亿元，三大行业合计占规上工业总产值的50.0%。",
        "72.0亿元",
        "27.0亿元",
    ),
)


TOLD_OTHERWISE = (
    ("全县一般公共预算收入8.94亿元，增长4.2%，其中税收收入6.26亿元，占比由上年的68.5%提高到70.0%。", "70.0%", "90.0%"),
    ("社会消费品零售总额240.0亿元。限额以上单位零售额84.0亿元，占社会消费品零售总额的比重由33.1%上升到35.0%。", "84.0亿元", "48.0亿元"),
    ("各项贷款余额360.0亿元。制造业贷款余额90.0亿元，占各项贷款的比重由23.4%上升至25.0%。", "25.0%", "35.0%"),
    ("32个行业大类中，保持增长的由1—7月的20个增至24个，增长面由62.5%扩大到75.0%。", "75.0%", "57.0%"),
    ("32个行业大类中，保持增长的由1—7月的20个增至24个，增长面由62.5%扩大到75.0%。", "62.5%", "65.2%"),
    ("40个乡镇中，达标30个，占75.0%，而上年同期只有65.0%，即26个。", "65.0%", "56.0%"),
    ("一般公共预算支出48.0亿元，民生支出占75.0%，计36.0亿元。", "36.0亿元", "63.0亿元"),
    ("收回有效问卷2000份，女性占53.0%（1060份）。", "53.0%", "35.0%"),
    ("保费收入中，新单保费160.0亿元，续期保费240.0亿元，新单保费中期交占55.0%，计88.0亿元。", "88.0亿元", "98.0亿元"),
)


@pytest.mark.parametrize(("text", "right", "wrong"), TOLD_OTHERWISE)
def test_shares_with_their_part_behind_and_shares_that_have_become(text: str, right: str, wrong: str) -> None:
    assert alarms(text) == []
    assert alarms(text.replace(right, wrong))


@pytest.mark.parametrize(("text", "right", "wrong"), STRUCTURES)
def test_a_structure_follows_from_its_levels(text: str, right: str, wrong: str) -> None:
    assert alarms(text) == []
    assert alarms(text.replace(right, wrong))


@pytest.mark.parametrize(("text", "right", "wrong"), SHARES)
def test_what_ends_in_the_noun_of_a_whole_is_part_of_it(text: str, right: str, wrong: str) -> None:
    assert alarms(text) == []
    assert alarms(text.replace(right, wrong))


def test_what_has_a_share_of_its_own_is_not_all() -> None:
    text = "住房消费类提取合计40.13亿元，占76.3%；非住房消费类提取12.48亿元，占23.7%。"
    assert not [v for v in verdicts(text) if v.outcome == "contradicts" and v.relation.trust >= 0.9]
