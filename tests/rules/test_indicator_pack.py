"""The shipped indicators: enough of them, every name unambiguous, every whole and part at home, no sum of unlike things."""

from __future__ import annotations

from collections import Counter

import pytest

from checker.load import packs_home
from checker.load.indicators import indicators
from checker.load.units import units
from checker.rules import Indicator

FIELDS = {
    "national_accounts",
    "industry",
    "agriculture",
    "investment",
    "trade",
    "finance_budget",
    "banking",
    "enterprise_accounts",
    "prices",
    "income",
    "population_census",
    "employment",
    "education",
    "health",
    "social_insurance",
    "environment",
    "energy",
    "housing_transport",
    "tourism",
    "rural_revitalisation",
    "discipline_party",
    "procurement_contract",
    "insurance",
}


@pytest.fixture(scope="module")
def pack() -> dict[str, Indicator]:
    home = (packs_home(),)
    return indicators(home, {unit.dimension for unit in units(home).units.values()})


def test_covers_every_field_with_hundreds_of_indicators(pack: dict[str, Indicator]) -> None:
    assert len(pack) >= 250
    assert {indicator.field for indicator in pack.values()} >= FIELDS


def test_every_name_belongs_to_one_indicator(pack: dict[str, Indicator]) -> None:
    names = Counter(name for indicator in pack.values() if not indicator.local for name in indicator.names)
    assert [name for name, times in names.items() if times > 1] == []
    assert all(indicator.id == indicator.names[0] for indicator in pack.values())


def test_names_are_long_enough_to_be_found_and_written_half_width(pack: dict[str, Indicator]) -> None:
    names = [name for indicator in pack.values() for name in indicator.names]
    assert [name for name in names if len(name) < 2 or set(name) & set("（），：％ ")] == []


def test_wholes_and_parts_exist_and_measure_the_same_thing(pack: dict[str, Indicator]) -> None:
    pairs = [(indicator.whole, indicator.id) for indicator in pack.values() if indicator.whole]
    pairs += [(indicator.id, part) for indicator in pack.values() for parts in indicator.partitions for part in parts]
    unlike = [
        (whole, part) for whole, part in pairs if pack[whole].dimension != pack[part].dimension or pack[whole].kind != pack[part].kind
    ]
    assert unlike == []


def test_parts_of_a_partition_do_not_lie_in_another_whole(pack: dict[str, Indicator]) -> None:
    strays = [
        (indicator.id, part)
        for indicator in pack.values()
        for parts in indicator.partitions
        for part in parts
        if pack[part].whole not in ("", indicator.id)
    ]
    assert strays == [("各项贷款余额", "次级类贷款"), ("各项贷款余额", "可疑类贷款"), ("各项贷款余额", "损失类贷款")]


def test_rates_and_ratios_have_no_parts(pack: dict[str, Indicator]) -> None:
    assert [indicator.id for indicator in pack.values() if indicator.kind == "rate" and (indicator.whole or indicator.partitions)] == []


def test_growth_at_constant_prices_is_known_where_it_matters(pack: dict[str, Indicator]) -> None:
    added = [indicator for indicator in pack.values() if indicator.id.endswith("增加值")]
    assert len(added) > 10
    assert {indicator.growth for indicator in added} == {"real"}
    assert pack["地区生产总值"].growth == "real"
    assert pack["社会消费品零售总额"].growth == "nominal"


def test_every_indicator_says_where_it_comes_from(pack: dict[str, Indicator]) -> None:
    assert all(indicator.source and indicator.field for indicator in pack.values())
