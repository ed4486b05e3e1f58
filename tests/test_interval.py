"""Ranges: what is true of the values in them is true of the ranges, and Arelle's ranges of rounded facts are ours."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pipeline import figure

from checker.interval import Interval

DECIMALS = st.decimals(min_value=-10**9, max_value=10**9, allow_nan=False, allow_infinity=False, places=3)
REACHES = st.decimals(min_value=0, max_value=1000, places=3)


@st.composite
def ranges(draw: st.DrawFn) -> Interval:
    return Interval.around(draw(DECIMALS), draw(REACHES))


@st.composite
def inside(draw: st.DrawFn) -> tuple[Interval, Decimal]:
    """A range and a value that lies in it, its ends included."""
    found = draw(ranges())
    share = draw(st.sampled_from([Decimal(0), Decimal(1), Decimal("0.25"), Decimal("0.5")]))
    return found, found.low + found.width * share


@given(inside(), inside())
def test_sums_differences_and_products_hold_those_of_the_values(one: tuple[Interval, Decimal], other: tuple[Interval, Decimal]) -> None:
    (first, a), (second, b) = one, other
    assert (first + second).holds(a + b)
    assert (first - second).holds(a - b)
    assert (-first).holds(-a)
    assert (first * second).holds(a * b)


@given(inside(), inside())
def test_quotients_hold_those_of_the_values(one: tuple[Interval, Decimal], other: tuple[Interval, Decimal]) -> None:
    (first, a), (second, b) = one, other
    assume(not second.holds(Decimal(0)))
    # Decimal rounds a quotient to 28 digits
    assert (first / second).widened(Decimal("1e-15")).holds(a / b)


@given(inside(), st.sampled_from([Decimal("0.01"), Decimal(-1), Decimal(10000), Decimal(0)]))
def test_scaling_moves_values_along(one: tuple[Interval, Decimal], factor: Decimal) -> None:
    found, value = one
    assert found.scaled(factor).holds(value * factor)
    assert found.scaled(factor).low <= found.scaled(factor).high


@given(ranges(), ranges())
def test_meeting_goes_both_ways_and_means_a_common_value(one: Interval, other: Interval) -> None:
    assert one.meets(other) == other.meets(one)
    least = max(one.low, other.low)
    assert one.meets(other) == (one.holds(least) and other.holds(least))


@given(ranges(), ranges())
def test_a_hull_holds_both_and_nothing_beyond(one: Interval, other: Interval) -> None:
    hull = one.hull(other)
    assert all(hull.holds(end) for end in (one.low, one.high, other.low, other.high))
    assert {hull.low, hull.high} <= {one.low, one.high, other.low, other.high}


@given(ranges(), REACHES)
def test_widening_keeps_the_middle(one: Interval, reach: Decimal) -> None:
    wider = one.widened(reach)
    assert wider.middle == one.middle
    assert wider.width == one.width + 2 * reach


def test_both_ends_are_inside() -> None:
    rounded = Interval.around(Decimal("12.5"), Decimal("0.05"))
    assert rounded.holds(Decimal("12.45"))
    assert rounded.holds(Decimal("12.55"))
    assert rounded.meets(Interval.exactly(Decimal("12.55")))
    assert not rounded.meets(Interval.exactly(Decimal("12.5501")))


def test_nothing_is_divided_by_what_may_be_zero() -> None:
    with pytest.raises(ValueError, match="zero"):
        Interval.exactly(1) / Interval(Decimal("-0.5"), Decimal("0.5"))
    with pytest.raises(ValueError, match="zero"):
        Interval.exactly(1) / Interval(Decimal(0), Decimal(2))


def test_roots_of_what_may_be_negative_are_refused() -> None:
    with pytest.raises(ValueError, match="root"):
        Interval(Decimal(-1), Decimal(1)).power(Decimal("0.5"))


@given(st.decimals(min_value="0.01", max_value=10**6, places=2), st.integers(2, 10))
def test_a_root_undoes_a_power(value: Decimal, degree: int) -> None:
    back = Interval.around(value, Decimal("0.005")).power(Decimal(degree)).power(1 / Decimal(degree))
    assert back.widened(Decimal("1e-9")).holds(value)


@given(st.decimals(min_value=0, max_value=10**9, places=0), st.integers(0, 4))
def test_a_written_figure_stands_for_the_range_that_arelle_gives_a_rounded_fact(digits: Decimal, places: int) -> None:
    arelle = pytest.importorskip("arelle.ValidateXbrlCalcs", reason="the oracle comes with arelle-release, of the extra `dev`")
    arelle.init()
    number = digits.scaleb(-places)
    low, high, *_ = arelle.rangeValue(number, places)
    found = figure(f"长度{number:f}公里").interval.scaled(Decimal("0.001"))
    assert (found.low, found.high) == (low, high)
