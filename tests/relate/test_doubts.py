"""Sums that miss by just what stands beside them are not accused; those that miss otherwise are."""

from __future__ import annotations

import pytest
from pipeline import alarms

TOLD = (
    "核定编制120名，在编102名，空编12名，冻结6名。",
    "偿还本金5210万元、利息312万元，本息合计5522万元，另有罚息36万元。",
    "4条河流8个站超过警戒水位，其中2站超过保证水位。到12日8时，已有5站退到警戒以下，仍有3站超警。",
    "年初确定的24项任务中，有21项按期完成；农民人均可支配收入增速等2项接近完成，另有1项未达预期。",
    "全县面平均降雨量68.2毫米，各乡镇分别为东坡镇91.5毫米、西河镇66.3毫米、南岭乡58.7毫米。",
    "全年收入合计23.86亿元。两类产品收入合计18.29亿元，分地区看，境内收入17.35亿元，境外收入6.51亿元。",
    "年内实施项目152个，新开工71个，加上续建的46个，在建规模达到117个；其中竣工投产79个；尚未开工的35个正在办理手续。",
    "评审组由9人组成，其中从专家库抽取6人（技术4人、经济2人），业主代表3人。",
    "计划投资84.0亿元，前9个月完成60.9亿元，完成率72.5%，落后时序进度2.5个百分点。",
    # a share that the words give to one figure, and two of them make, or that stands behind another whole
    "雨量超过200毫米的站点9个，80至200毫米的96个，后两档合占全市186个站点的56.5%。",
    "高中阶段招生28460人，其中普通高中19637人；在校生83215人，普高占68.4%。",
    "全年接待游客486.2万人次，旅游收入38.46亿元，国内旅游收入35.12亿元，人均消费791元。",
)
NOT_TOLD = (
    ("雨量超过200毫米的站点9个，80至200毫米的96个，两者共占全市186个站点的65.5%。", "65.5%"),
    ("高中阶段招生28460人，其中普通高中19637人，占招生人数的96.0%。", "96.0%"),
    ("省委巡视反馈问题46个，已完成52个，基本完成3个，正在推进1个。", "46个"),
    ("购置设备支出12600万元，其中办公设备8274万元、专用设备4326亿元。", "4326亿元"),
    ("偿还本金5210万元、利息312万元，本息合计5552万元，另有罚息48万元。", "本息"),
    ("全县现有水库126座，其中大型2座、中型14座、小型101座。", "126座"),
)


@pytest.mark.parametrize("text", TOLD)
def test_what_is_missing_is_told_beside(text: str) -> None:
    assert alarms(text) == []


@pytest.mark.parametrize(("text", "where"), NOT_TOLD)
def test_what_is_told_nowhere_is_missed(text: str, where: str) -> None:
    assert where in text
    assert alarms(text) != []
