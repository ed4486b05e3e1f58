"""When figures hold."""

from __future__ import annotations

from datetime import date

import pytest
from pipeline import claims

from checker.claim import Claim, Period

TITLE = "# 某县2023年工作总结\n\n"


def of(text: str, at: int = -1) -> Period | None:
    return claims(text)[at].period


def year(number: int) -> Period:
    return Period(date(number, 1, 1), date(number, 12, 31))


PERIODS = (
    ("2021年完成投资12.6亿元。", year(2021)),
    ("去年完成投资12.6亿元。", year(2022)),
    ("今年1—8月完成投资15.3亿元。", Period(date(2023, 1, 1), date(2023, 8, 31))),
    ("前三季度完成投资15.3亿元。", Period(date(2023, 1, 1), date(2023, 9, 30))),
    ("“十四五”时期累计完成投资90.2亿元。", Period(date(2021, 1, 1), date(2025, 12, 31))),
    ("2022年2月完成投资1.6亿元。", Period(date(2022, 2, 1), date(2022, 2, 28))),
)


@pytest.mark.parametrize(("text", "expected"), PERIODS, ids=[case[0] for case in PERIODS])
def test_dates_before_a_figure_say_when_it_holds(text: str, expected: Period) -> None:
    assert of(TITLE + text) == expected


def test_moments_are_told_from_stretches() -> None:
    found = of("截至2023年6月末，贷款余额35.2亿元。")
    assert found is not None and found.point and found.last == date(2023, 6, 30)


def test_a_base_is_of_its_own_year() -> None:
    base, now = claims(TITLE + "覆盖率由2019年的36.5%提高到45.6%。")[-2:]
    assert base.modality == "base" and base.period == year(2019)
    assert now.period != year(2019)


def test_the_period_of_a_sentence_ends_with_it() -> None:
    first, second = claims("2021年完成投资12.6亿元。全县现有农户3521户。")
    assert first.period == year(2021)
    assert second.sentence != first.sentence


def test_without_a_year_nothing_is_guessed() -> None:
    assert of("1—8月完成投资15.3亿元。") is None


def _goals(text: str) -> list[str]:
    found: tuple[Claim, ...] = claims(TITLE + text)
    return [claim.modality for claim in found]


def test_under_a_heading_of_goals_figures_are_goals() -> None:
    assert _goals("## 二、下一步工作目标\n\n完成投资50亿元，增长8%。") == ["target", "target"]
    assert _goals("## 二、工作完成情况\n\n完成投资50亿元，增长8%。") == ["result", "result"]
    assert _goals("## 二、下一步工作目标\n\n投资50亿元。\n\n## 三、工作回顾\n\n投资42亿元。") == ["target", "result"]


def test_a_review_of_years_holds_until_another_period() -> None:
    found = claims(TITLE + "五年来，完成投资86.5亿元。新增就业5213人。2023年，新增就业1126人。")
    spans = [claim.period for claim in found if claim.measure != "length"]
    assert spans == [Period(date(2019, 1, 1), date(2023, 12, 31))] * 2 + [year(2023)]


def test_since_a_year_runs_to_the_year_under_report() -> None:
    assert of(TITLE + "2020年以来，累计完成投资86.5亿元。") == Period(date(2020, 1, 1), date(2023, 12, 31))


def test_what_follows_the_goals_of_a_plan_is_planned() -> None:
    assert _goals("去年新增就业5213人。\n\n主要预期目标是：投资增长8%；新增就业6000人。\n\n建设学校6所。") == ["result", *["target"] * 3]
    assert _goals("目标是：投资增长8%，新增就业6000人。去年建设学校6所。") == ["target", "target", "result"]


def test_the_same_stretch_of_last_year_is_no_whole_year() -> None:
    base = claims(TITLE + "上半年完成投资15.3亿元，比上年同期的12.6亿元增长21.4%。")[1]
    assert base.modality == "base" and base.period == Period(date(2022, 1, 1), date(2022, 6, 30))


def test_a_bracket_with_figures_of_another_time_ends_with_it() -> None:
    text = "8月末，贷款余额35.2亿元（年初余额31.6亿元），存款余额48.5亿元。"
    assert of(TITLE + text, 1) == Period(date(2023, 1, 1), date(2023, 1, 31), True)
    assert of(TITLE + text, 2) == Period(date(2023, 8, 1), date(2023, 8, 31), True)


def test_a_date_alone_in_a_bracket_holds_on() -> None:
    assert of(TITLE + "完成投资（1—8月）15.3亿元。") == Period(date(2023, 1, 1), date(2023, 8, 31))


def test_a_level_of_last_year_inserted_leaves_the_rest_of_its_sentence_to_this_year() -> None:
    text = "出院21634人次，上年20181人次，增长7.2%；平均住院日6.84天。"
    assert [of(TITLE + text, at) for at in range(4)] == [year(2023), year(2022), year(2023), year(2023)]


def test_a_clause_that_begins_with_last_year_is_all_of_it() -> None:
    text = "优良天数211天，优良率77.0%；上年同期共273天，优良201天。"
    assert of(TITLE + text) == year(2022)
