"""Readings of one question: one that holds settles it, unless another is trusted far more."""

from __future__ import annotations

from dataclasses import replace

from pipeline import relation

from checker.judge import judge
from checker.relation import Relation

QUESTION = ("share", 7)


def reading(whole: str, trust: float, share: str = "44%") -> Relation:
    return replace(relation("quotient", {"share": share, "numerator": "21个", "denominator": whole}, trust=trust), question=QUESTION)


def outcomes(*relations: Relation) -> list[str]:
    return [verdict.outcome for verdict in judge(relations)]


def test_a_reading_that_holds_silences_those_that_do_not() -> None:
    assert outcomes(reading("36个", 0.9), reading("48个", 0.6)) == ["agrees"]


def test_a_reading_trusted_more_than_twice_as_much_is_not_silenced() -> None:
    assert outcomes(reading("36个", 0.9), reading("48个", 0.3)) == ["contradicts", "agrees"]


def test_a_reading_that_holds_more_exactly_than_by_accident_silences_what_is_not_said_outright() -> None:
    exact = reading("48个", 0.3, "43.8%")
    assert outcomes(reading("36个", 0.95, "43.8%"), exact) == ["agrees"]
    assert outcomes(reading("36个", 0.98, "43.8%"), exact) == ["contradicts", "agrees"]


def test_where_none_holds_the_most_trusted_speaks() -> None:
    (found,) = judge([reading("36个", 0.5), reading("30个", 0.9), reading("29个", 0.9)])
    assert found.relation.terms[2].text == "30个"


def test_a_reading_that_a_slip_mends_speaks_for_one_trusted_little_more_that_none_mends() -> None:
    (found,) = judge([reading("30个", 0.95), reading("25个", 0.9)])
    assert found.relation.terms[2].text == "25个" and "84" in [mend.reading for mend in found.mends]
    (found,) = judge([reading("30个", 0.97), reading("25个", 0.9)])
    assert found.relation.terms[2].text == "30个"


def test_other_questions_are_left_alone() -> None:
    other = replace(reading("36个", 0.6), question=("share", 8))
    assert outcomes(reading("48个", 0.9), other) == ["agrees", "contradicts"]
