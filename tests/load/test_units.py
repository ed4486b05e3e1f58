"""The unit table: what heshu compiled against what pint computes from the same definitions."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path

import pint
import pytest

from checker.load import packs_home, rules
from checker.load.definitions import definitions
from checker.load.pint_registry import registry
from checker.load.strict import source
from checker.rules import Rules

FILES = ("measures.txt", "classifiers.txt")


@cache
def known() -> Rules:
    return rules()


@cache
def pints() -> pint.UnitRegistry[Fraction]:
    return registry()


def written() -> list[str]:
    files = [source(packs_home() / "units" / name) for name in FILES]
    return [word for file in files for each in definitions(file) for word in (each.name, *each.spellings)]


def quantity(number: str, unit: str) -> pint.Quantity[Fraction]:
    return pints().Quantity(Fraction(number), unit)


def test_no_spelling_is_defined_twice_though_pint_would_not_mind() -> None:
    words = written()
    assert len(words) == len(set(words))


def test_there_are_units_enough_for_real_documents() -> None:
    assert len({unit.name for unit in known().units.values()}) >= 300
    assert len(known().units) >= 600


def test_every_factor_and_dimension_is_that_of_pint() -> None:
    for word in written():
        unit, theirs = known().units[word], quantity("1", word).to_base_units()
        assert Fraction(*unit.fraction) == theirs.magnitude, word
        assert unit.factor == Decimal(unit.fraction[0]) / Decimal(unit.fraction[1]), word
        dimension = "".join(theirs.dimensionality).strip("[]") or "fraction"
        assert unit.dimension.removeprefix("count:") == dimension, word
        assert unit.countable == (unit.dimension == "person" or unit.dimension.startswith("count:")), word


def test_two_units_have_one_dimension_exactly_when_pint_converts_between_them() -> None:
    names = sorted({unit.name for unit in known().units.values()})
    groups: dict[str, set[str]] = {}
    theirs: dict[str, set[str]] = {}
    for name in names:
        groups.setdefault(known().units[name].dimension, set()).add(name)
        theirs.setdefault(str(sorted(quantity("1", name).dimensionality)), set()).add(name)
    assert sorted(map(sorted, groups.values())) == sorted(map(sorted, theirs.values()))


def test_pint_converts_as_a_careful_reader_would() -> None:
    yi, wan = 10**8, 10**4
    assert (quantity("1", "元") * yi).to("元").magnitude / wan == 10**4  # 1亿元 = 10000万元
    assert quantity("15", "亩").to("公顷").magnitude == 1
    per_head = (quantity("3.2", "元") * yi / (quantity("1.6", "人") * wan)).to("元/人")
    assert per_head.magnitude == 20_000
    assert quantity("50", "percent").to("").magnitude == Fraction(1, 2)
    assert quantity("25", "基点").to("百分点").magnitude == Fraction(1, 4)


@pytest.mark.parametrize(
    ("one", "other"), [("户", "人"), ("人次", "人"), ("吨", "吨标准煤"), ("百分点", "percent"), ("元", "美元"), ("月", "年")]
)
def test_different_things_do_not_add_up(one: str, other: str) -> None:
    with pytest.raises(pint.DimensionalityError):
        quantity("1", one) + quantity("1", other)
    ours = known()
    assert ours.units[one].dimension != ours.units[other].dimension
    assert not ours.akin(ours.units[one].dimension, ours.units[other].dimension)


@pytest.mark.parametrize(
    ("text", "dimension", "fraction"),
    [
        ("元", "money", (1, 1)),
        ("亿元", "money", (10**8, 1)),
        ("万千瓦时", "energy", (10**7, 1)),
        ("千米", "length", (1000, 1)),
        ("㎡", "area", (1, 1)),
        ("％", "fraction", (1, 100)),
        ("‰", "fraction", (1, 1000)),
        ("℃", "temperature", (1, 1)),
        ("元/人", "money/person", (1, 1)),
        ("元／人", "money/person", (1, 1)),
        ("元每人每年", "money/person/year", (1, 1)),
        ("元/人·月", "money/person/month", (1, 1)),
        ("元/（人·年）", "money/person/year", (1, 1)),
        ("元/亩", "money/area", (3, 2000)),
        ("微克/立方米", "mass/volume", (1, 10**9)),
        ("毫克/升", "mass/volume", (1, 1000)),
        ("件/万人", "count:件/person", (1, 10**4)),
        ("台/百户", "count:台/count:户", (1, 100)),
        ("万元/户", "money/count:户", (10**4, 1)),
        ("公里/小时", "length/time", (24_000, 1)),
        ("分/千瓦时", "money/energy", (1, 10**5)),
        ("元/kW·h", "money/energy", (1, 1000)),
    ],
)
def test_written_units(text: str, dimension: str, fraction: tuple[int, int]) -> None:
    for _ in range(2):  # the second answer is the remembered one
        unit = known().unit(text)
        assert unit is not None
        assert (unit.dimension, unit.fraction) == (dimension, fraction)


@pytest.mark.parametrize("text", ["", "/", "元/", "/人", "每", "万", "百", "甲乙丙", "元/甲", "元" * 30, "元//人"])
def test_what_is_no_unit(text: str) -> None:
    assert known().unit(text) is None


def test_scale_words_leave_nothing_countable() -> None:
    people, thousands = known().unit("人"), known().unit("千人")
    assert people is not None
    assert people.countable
    assert thousands is not None
    assert not thousands.countable


def test_remembered_units_stay_bounded() -> None:
    ours = rules()
    for number in range(10_000):
        ours.unit(f"无{number}")
    assert len(ours._written) <= 4096


def test_ambiguous_words_name_all_their_meanings() -> None:
    ours = known()
    assert [unit.name for unit in ours.readings["度"]] == ["千瓦时", "摄氏度", "角度"]
    assert ours.below["分"].dimension == "money"
    for word, readings in ours.readings.items():
        assert ours.units[word] == readings[0]


def test_kin_counters_are_mutual_and_ge_stands_for_all() -> None:
    ours = known()
    for one, others in ours.kin.items():
        assert one not in others
        for other in others:
            assert ours.akin(other, one)
    assert ours.akin("count:件", "count:项")
    assert ours.akin("count:个", "person")
    assert not ours.akin("count:户", "person")


def test_hedges_and_continuations_are_of_known_words() -> None:
    ours = known()
    assert ours.hedges["before"]["近"] == "below"
    assert ours.hedges["after"]["以上"] == "above"
    for name, words in ours.wording.classes.items():
        if name.startswith("continuation:"):
            unit = name.removeprefix("continuation:")
            assert unit in ours.units
            assert not any(unit + word in ours.units for word in words), unit


def test_shipped_packs_are_found_beside_the_package() -> None:
    assert (packs_home() / "units" / "measures.txt").is_file()
    assert isinstance(packs_home(), Path)
