"""Slips of the pen that explain a contradiction."""

from __future__ import annotations

import pytest
from pipeline import relation

from checker.judge import judge
from checker.verdict import Mend


def mends(form: str, texts: dict[str, str]) -> dict[str, Mend]:
    """Role → the slip that its figure may carry."""
    (found,) = judge([relation(form, texts)])
    assert found.outcome == "contradicts"
    roles = list(texts)
    return {roles[mend.index]: mend for mend in found.mends}


SLIPS = (
    ("sum", {"whole": "503户", "part1": "412户", "part2": "19户"}, "part2", "swap", "91"),
    ("sum", {"whole": "27.1亿元", "part1": "15.2亿元", "part2": "19.1亿元"}, "part2", "swap", "11.9"),
    ("growth", {"rate": "41.7%", "now": "126.4亿元", "base": "110.2亿元"}, "rate", "swap", "14.7"),
    ("growth", {"rate": "14.7%", "now": "126.4亿元", "base": "116.2亿元"}, "base", "digit", "110.2"),
    ("difference", {"change": "326户", "now": "538户", "base": "412户"}, "change", "digit", "126"),
    ("equal", {"again": "1.26亿元", "first": "1.26万元"}, "again", "scale", "0.000126"),
    ("equal", {"again": "12600万元", "first": "1.26万元"}, "again", "scale", "1.2600"),
    ("growth", {"rate": "14.7%", "now": "94.0亿元", "base": "110.2亿元"}, "rate", "sign", "-14.7"),
)


@pytest.mark.parametrize(("form", "texts", "role", "slip", "reading"), SLIPS)
def test_a_slip_is_named_and_read_right(form: str, texts: dict[str, str], role: str, slip: str, reading: str) -> None:
    found = mends(form, texts)[role]
    assert (found.slip, found.reading) == (slip, reading)
    assert 0 < found.chance <= 1


def test_no_single_slip_explains_everything() -> None:
    assert mends("sum", {"whole": "918户", "part1": "412户", "part2": "19户"}) == {}


def test_longer_figures_are_seldom_mended_by_accident() -> None:
    short = mends("sum", {"whole": "27.1亿元", "part1": "15.2亿元", "part2": "19.1亿元"})["part2"]
    long = mends("sum", {"whole": "27.1386亿元", "part1": "15.2145亿元", "part2": "19.1241亿元"})["part2"]
    assert long.chance < short.chance


def test_a_count_is_not_mended_by_a_sign() -> None:
    assert all(mend.slip != "sign" for mend in mends("sum", {"whole": "393户", "part1": "412户", "part2": "19户"}).values())
