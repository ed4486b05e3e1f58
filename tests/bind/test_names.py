"""Names shared out among figures, and subjects."""

from __future__ import annotations

import pytest
from pipeline import claims

from checker.claim import Claim


def names(text: str) -> list[str]:
    return [claim.name for claim in claims(text)]


RESPECTIVE = (
    ("甲镇、乙镇、丙镇分别完成12.6万元、8.3万元、5.5万元。", ["甲镇", "乙镇", "丙镇"]),
    ("甲镇、乙镇和丙镇依次为12户、8户和5户。", ["甲镇", "乙镇", "丙镇"]),
    ("粮食、蔬菜产量分别为35.6万吨和12.3万吨。", ["粮食", "蔬菜产量"]),
)


@pytest.mark.parametrize(("text", "expected"), RESPECTIVE, ids=[case[0] for case in RESPECTIVE])
def test_respective_figures_get_their_names_in_order(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_names_end_with_the_sentence() -> None:
    assert names("甲镇、乙镇分别为12户、8户。另有5户。")[2] not in ("甲镇", "乙镇")


def test_a_list_goes_on_with_measure_and_direction_of_its_head() -> None:
    rates = claims("甲镇、乙镇产值分别下降12.6%、8.3%。")
    assert [(claim.measure, claim.direction) for claim in rates] == [("rate", -1), ("rate", -1)]


def test_what_stands_before_an_indicator_is_its_subject() -> None:
    one, other = claims("高新区固定资产投资12.6亿元，全市固定资产投资35.2亿元。")
    assert (one.indicator, one.subject) == ("固定资产投资", "高新区")
    assert other.indicator == one.indicator
    assert other.subject != one.subject


def _indicators(found: tuple[Claim, ...]) -> list[str]:
    return [claim.indicator for claim in found]


def test_respective_names_share_the_end_they_leave_out() -> None:
    found = claims("城镇和农村居民人均可支配收入分别为38512元、17325元。")
    assert _indicators(found) == ["城镇居民人均可支配收入", "农村居民人均可支配收入"]


def test_respective_rates_follow_respective_levels() -> None:
    found = claims("甲镇、乙镇产值分别为12.6亿元、8.3亿元，分别增长5.1%、6.8%。")
    assert found[2].name == found[0].name


def test_a_time_is_no_subject() -> None:
    assert claims("今年1—8月完成固定资产投资15.3亿元。")[0].subject == ""
