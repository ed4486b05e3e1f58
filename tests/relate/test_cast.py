"""Which figures fill the roles of an identity that the pack names."""

from __future__ import annotations

import pytest
from pipeline import verdicts

_TABLE = "单位：亿元\n\n| 项目 | 2023年 | 2022年 |\n| --- | ---: | ---: |\n| 营业收入 | 46.20 | 43.75 |\n\n"


def named(text: str, rule: str) -> list[tuple[str, float]]:
    return [(v.outcome, v.relation.trust) for v in verdicts(text) if v.relation.rule.id == rule]


def test_a_table_gives_the_figure_of_the_year_alone() -> None:
    text = _TABLE + "2023年，业务及管理费15.48亿元，成本收入比33.51%。"
    assert named(text, "cost-to-income") == [("agrees", 0.93)]
    assert [outcome for outcome, _ in named(text.replace("33.51%", "35.38%"), "cost-to-income")] == ["contradicts"]


def test_goals_take_no_figures_from_a_table_of_results() -> None:
    assert named(_TABLE + "2024年目标：业务及管理费17.00亿元，成本收入比控制在30.00%以内。", "cost-to-income") == []


def test_the_columns_of_a_table_fill_the_roles_of_a_column() -> None:
    text = "单位：亿元\n\n| 项目 | 期末 | 期初 |\n| --- | ---: | ---: |\n| 资产总额 | 90.5 | 80.1 |\n| 负债总额 | 50.2 | 46.0 |\n"
    text += "| 所有者权益 | 40.3 | 34.1 |\n"
    assert named(text, "assets-balance") == [("agrees", 0.95)] * 2
    assert [outcome for outcome, _ in named(text.replace("34.1", "43.1"), "assets-balance")] == ["agrees", "contradicts"]


@pytest.mark.parametrize(
    "text",
    [
        "铁路货运量8.4亿吨，轮船货运量2.7亿吨，汽车货运量6.1亿吨。",
        "母公司资本净额31.20亿元，风险加权资产280.00亿元。",
    ],
)
def test_a_subject_never_goes_back(text: str) -> None:
    assert [v for v in verdicts(text) if v.relation.rule.evidence == "named" and v.outcome == "contradicts"] == []


def test_two_claimants_of_one_clause_are_distrusted() -> None:
    text = "职工基金收入10.00亿元，居民基金收入5.00亿元，职工基金支出8.00亿元，居民基金支出4.00亿元，当年结余3.00亿元。"
    assert all(trust < 0.9 for _, trust in named(text, "balance-of-a-fund"))
