"""Revisions that change what depends on what: a part, a row or a column more, and several figures that forgot the same one."""

from __future__ import annotations

import pytest

from checker.read import parse
from checker.run import Request, check_document, plain
from checker.settings import Policy, Settings

ROWS = "| 项目 | 支出（万元） |\n|---|---|\n| 教育 | 18400 |\n| 卫生健康 | 11200 |\n| 合计 | 29600 |\n"
ROW_MORE = "| 项目 | 支出（万元） |\n|---|---|\n| 教育 | 18400 |\n| 卫生健康 | 11200 |\n| 住房保障 | 1000 |\n| 合计 | 30600 |\n"
COLUMNS = "| 地区 | 一季度 | 二季度 | 合计 |\n|---|---|---|---|\n| 东乡 | 120 | 130 | 250 |\n| 西乡 | 140 | 150 | 290 |\n"
COLUMN_MORE = (
    "| 地区 | 一季度 | 二季度 | 三季度 | 合计 |\n|---|---|---|---|---|\n"
    "| 东乡 | 120 | 130 | 110 | 360 |\n| 西乡 | 140 | 150 | 115 | 405 |\n"
)
PARTS = "全县共实施重点项目64个，其中续建项目23个、新建项目41个。"
PART_MORE = "全县共实施重点项目67个，其中续建项目23个、新建项目41个、改建项目3个。"
THRICE = "全年营业收入12.36亿元。年内营业收入达到12.36亿元。小结：营业收入12.36亿元。"


def found(former: str, text: str, settings: Settings | None = None) -> list[tuple[str, str]]:
    before, now = parse(former, "文.md"), parse(text, "文.md")
    policy = Policy(settings or Settings(), plain().rules)
    report = check_document(now, policy, Request(), before)
    return [(finding.rule, finding.working) for finding in report.findings if finding.severity != "note"]


@pytest.mark.parametrize(("former", "text"), [(ROWS, ROW_MORE), (COLUMNS, COLUMN_MORE), (PARTS, PART_MORE)])
def test_a_part_more_with_its_total_is_a_whole_revision(former: str, text: str) -> None:
    assert found(former, text) == []


@pytest.mark.parametrize(
    ("former", "text", "rule", "sum_"),
    [
        (ROWS, ROW_MORE.replace("30600", "30900"), "table-column-sum", "18400 + 11200 + 1000 = "),
        (PARTS, PART_MORE.replace("67个", "68个"), "parts-of-whole", "23个 + 41个 + 3个 = 67个"),
    ],
)
def test_a_part_more_with_a_wrong_total_is_told_with_all_its_parts(former: str, text: str, rule: str, sum_: str) -> None:
    (told,) = found(former, text)
    assert told[0] == rule
    assert told[1].startswith(sum_)


def test_a_row_more_without_its_total_is_told() -> None:
    assert [rule for rule, _ in found(ROWS, ROW_MORE.replace("30600", "29600"))] == ["table-column-sum"]


def test_a_place_that_several_revisions_forgot_is_told_once() -> None:
    assert [rule for rule, _ in found(THRICE, THRICE.replace("12.36", "12.86", 2))] == ["revised-in-part"]


def test_equal_amounts_of_different_indicators_are_no_echo() -> None:
    former = "工业投资完成12.36亿元，同比增长8.2%。教育支出12.36亿元，同比增长3.1%。"
    assert found(former, former.replace("12.36", "13.36", 1)) == []
    former = "税收收入8.65亿元。基金预算收入9.10亿元。国有资本经营收入8.65亿元。"
    assert found(former, former.replace("8.65", "8.75", 1)) == []


def test_equal_amounts_of_different_places_fail_nothing() -> None:
    former = "甲镇完成投资12.35亿元，乙镇完成投资12.35亿元。"
    before, now = parse(former, "文.md"), parse(former.replace("12.35", "13.35", 1), "文.md")
    report = check_document(now, plain(), Request(), before)
    assert [finding.severity for finding in report.findings if finding.severity == "error"] == []


def test_a_rule_that_is_off_is_off_in_history_too() -> None:
    revised = PARTS.replace("23个", "25个")
    assert [rule for rule, _ in found(PARTS, revised)] == ["revised-in-part"]
    off = ("parts-of-whole", "partition-of-indicator", "amounts-that-add-up", "remainder-of-whole", "status-of-whole")
    assert found(PARTS, revised, Settings(levels=dict.fromkeys(off, "off"))) == []
