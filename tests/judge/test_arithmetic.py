"""Every form of arithmetic on figures computed by hand: what agrees, what is off by a last digit, what cannot be."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from pipeline import relation

from checker.judge import FORMS, judge
from checker.rules import FORMS as NAMED
from checker.verdict import Verdict


class Case(NamedTuple):
    """`drift` is '' for forms or figures that have no last digit to be off by."""

    form: str
    others: dict[str, str]
    agrees: str
    drift: str
    contradicts: str
    exponent: int = 1


CASES = (
    # 15.2 + 11.9 = 27.1, each ± 0.05
    Case("sum", {"part1": "15.2亿元", "part2": "11.9亿元"}, "27.2亿元", "27.3亿元", "27.5亿元"),
    # 412 + 126 − 35 = 503
    Case("sum", {"part1": "412户", "part2": "126户", "less": "35户"}, "503户", "", "573户"),
    # 126.4 ÷ 110.2 − 1 = 14.70 %, from 14.60 to 14.80
    Case("growth", {"now": "126.4亿元", "base": "110.2亿元"}, "14.7%", "14.9%", "17.4%"),
    # (2 ÷ 1)^(1/10) − 1 = 7.18 %, from 7.10 to 7.26
    Case("growth", {"now": "20.0万元", "base": "10.0万元"}, "7.2%", "7.4%", "7.7%", 10),
    # 126 ÷ (538 − 126) = 30.58 %
    Case("increment", {"change": "126户", "now": "538户"}, "30.6%", "30.5%", "36.0%"),
    # 538 − 412 = 126
    Case("difference", {"now": "538户", "base": "412户"}, "126户", "", "162户"),
    # 45.6 % − 44.4 % = 1.2 points, ± 0.1
    Case("difference", {"now": "45.6%", "base": "44.4%"}, "1.2个百分点", "1.4个百分点", "2.1个百分点"),
    # 86.4 ÷ 28.8 = 3
    Case("multiple", {"now": "86.4亿元", "base": "28.8亿元"}, "3.0倍", "3.1倍", "3.4倍"),
    # between 3.2 % and 8.6 %
    Case("bracket", {"part1": "3.2%", "part2": "8.6%"}, "5.1%", "8.8%", "9.4%"),
    # (100 + 100) ÷ (100 ÷ 1.1 + 100 ÷ 1.2) − 1 = 14.78 %
    Case("weighted", {"level1": "100.0亿元", "rate1": "10.0%", "level2": "100.0亿元", "rate2": "20.0%"}, "14.8%", "15.0%", "18.4%"),
    # 50 ÷ 100 − (50 ÷ 1.1) ÷ (100 ÷ 1.05) = 50 % − 47.73 % = 2.27 points
    Case(
        "shift-of-share",
        {"part": "50.0亿元", "rate1": "10.0%", "whole": "100.0亿元", "rate2": "5.0%"},
        "2.3个百分点",
        "2.4个百分点",
        "3.2个百分点",
    ),
    # 20 ÷ 48 = 41.67 %
    Case("quotient", {"numerator": "20个", "denominator": "48个"}, "41.7%", "41.6%", "47.1%"),
    # 400万 ÷ 1250 = 3200
    Case("quotient", {"numerator": "400万元", "denominator": "1250户"}, "3200元", "", "2300元"),
    # 1250 × 3200 = 400万
    Case("product", {"factor1": "1250套", "factor2": "3200元"}, "400万元", "", "460万元"),
    # 300 ÷ (300 + 700)
    Case("portion", {"part": "300户", "other": "700户"}, "30.0%", "30.1%", "35.1%"),
    # 1 − 87.6 % = 12.4 %
    Case("remainder", {"share": "87.6%"}, "12.4%", "12.6%", "14.2%"),
    # 1 − 876 ÷ 1000
    Case("remainder", {"part": "876户", "whole": "1000户"}, "12.4%", "12.5%", "14.2%"),
    Case("equal", {"first": "1.26万亩"}, "12600亩", "1.27万亩", "1.62万亩"),
    Case("at-most", {"whole": "110.2亿元"}, "110.2亿元", "110.4亿元", "120.2亿元"),
    Case("at-least", {"part": "110.2亿元"}, "110.2亿元", "110.0亿元", "100.2亿元"),
    Case("within", {"limit": "100.0%"}, "100.0%", "100.2%", "120.0%"),
)


def verdict(case: Case, stated: str) -> Verdict:
    (found,) = judge([relation(case.form, {"result": stated, **case.others}, exponent=case.exponent)])
    return found


def name(case: Case) -> str:
    return f"{case.form}-{'-'.join(case.others.values())}"


@pytest.mark.parametrize("case", CASES, ids=name)
def test_agrees(case: Case) -> None:
    assert verdict(case, case.agrees).outcome == "agrees"


@pytest.mark.parametrize("case", [case for case in CASES if case.drift], ids=name)
def test_is_off_by_a_last_digit(case: Case) -> None:
    assert verdict(case, case.drift).outcome == "drift"


@pytest.mark.parametrize("case", CASES, ids=name)
def test_contradicts_and_shows_how(case: Case) -> None:
    found = verdict(case, case.contradicts)
    assert found.outcome == "contradicts"
    assert case.contradicts in found.working
    if case.form != "within":
        assert all(text in found.working for text in case.others.values())


def test_every_form_has_a_case() -> None:
    assert {case.form for case in CASES} == set(FORMS) == set(NAMED)


@pytest.mark.parametrize(
    ("form", "result", "others", "expected"),
    [
        ("growth", "17.4%", {"now": "126.4亿元", "base": "110.2亿元"}, "14.70%"),
        ("growth", "−17.4%", {"now": "94.0亿元", "base": "110.2亿元"}, "14.70%"),
        ("sum", "573户", {"part1": "412户", "part2": "91户"}, "503户"),
        ("sum", "57.3万户", {"part1": "41.2万户", "part2": "91000户"}, "50.30万户"),
        ("difference", "2.1个百分点", {"now": "45.6%", "base": "44.4%"}, "1.20个百分点"),
        ("at-most", "120.2亿元", {"whole": "110.2亿元"}, ""),
    ],
)
def test_what_it_should_read_is_in_its_own_unit(form: str, result: str, others: dict[str, str], expected: str) -> None:
    (found,) = judge([relation(form, {"result": result, **others})])
    assert found.expected == expected


def test_a_fall_is_a_negative_rate() -> None:
    fall = {"now": "94.0亿元", "base": "110.2亿元"}
    assert [verdict.outcome for verdict in judge([relation("growth", {"rate": "−14.7%", **fall})])] == ["agrees"]
    assert [verdict.outcome for verdict in judge([relation("growth", {"rate": "14.7%", **fall})])] == ["contradicts"]


def test_without_a_quotient_it_abstains() -> None:
    (found,) = judge([relation("growth", {"rate": "14.7%", "now": "12户", "base": "0户"})])
    assert (found.outcome, found.reason) == ("abstains", "no quotient")


def test_hedged_figures_are_never_wrong_by_a_hair() -> None:
    assert judge([relation("sum", {"whole": "500余户", "part1": "412户", "part2": "126户"})])[0].outcome == "agrees"
    assert judge([relation("sum", {"whole": "近600户", "part1": "412户", "part2": "166户"})])[0].outcome == "agrees"
    assert judge([relation("sum", {"whole": "600余户", "part1": "412户", "part2": "126户"})])[0].outcome == "contradicts"


def test_long_sums_rounded_one_way_only_are_improbable() -> None:
    # ten parts of 10.0 make at most 100.5; only if all were rounded down by nearly half a digit
    parts = {f"part{number}": "10.0亿元" for number in range(10)}
    assert judge([relation("sum", {"whole": "100.0亿元", **parts})])[0].outcome == "agrees"
    assert judge([relation("sum", {"whole": "100.5亿元", **parts})])[0].outcome == "improbable"
