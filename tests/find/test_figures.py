"""Every way a figure is written, as data: figures.txt says what is read, quiet.txt what must not be."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from checker import load
from checker.find import figures
from checker.passage import Passage
from checker.quantity import Quantity, When
from checker.rules import Rules

HERE = Path(__file__).parent
FIELDS = ("year", "month", "day", "end_year", "end_month", "end_day", "shift", "count", "unit", "weekday")


@pytest.fixture(scope="module")
def rules() -> Rules:
    return load.rules()


def cases() -> list[tuple[str, tuple[str, ...]]]:
    read: list[tuple[str, list[str]]] = []
    for line in (HERE / "figures.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("    "):
            read[-1][1].append(line.strip())
        elif not line.startswith("#"):
            read.append((line, []))
    return [(text, tuple(found)) for text, found in read]


def plain(value: Decimal) -> str:
    return f"{value.normalize():f}"


def period(when: When) -> str:
    return when.form + "".join(f" {name}={getattr(when, name)}" for name in FIELDS if getattr(when, name) not in (None, ""))


def spoken(figure: Quantity) -> str:
    if not figure.arithmetic:
        return f"{figure.text} = {figure.klass}" + (f" {period(figure.when)}" if figure.when else "")
    words = [figure.text, "=", figure.klass, plain(figure.value), figure.dimension, figure.hedge]
    words += ["to", plain(figure.high.value)] if figure.high else []
    words += [word for word, said in (("exact", figure.exact), ("shared", figure.shared)) if said]
    return " ".join(word for word in words if word)


def found(text: str, rules: Rules) -> list[Quantity]:
    return figures(Passage.of(text, 0, len(text)), rules, text)


def test_there_are_enough_cases() -> None:
    assert len(cases()) >= 150


@pytest.mark.parametrize(("text", "expected"), cases(), ids=[text for text, _ in cases()])
def test_figures_are_read_as_written(text: str, expected: tuple[str, ...], rules: Rules) -> None:
    assert tuple(map(spoken, found(text, rules))) == expected


@pytest.mark.parametrize("text", (HERE / "quiet.txt").read_text(encoding="utf-8").splitlines())
def test_words_that_only_look_like_figures_are_no_measures(text: str, rules: Rules) -> None:
    assert [figure.text for figure in found(text, rules) if figure.klass not in ("label", "name")] == []


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("投资10.99亿元", "1098500000", "1099500000"),
        ("共96户", "96", "96"),
        ("1.3万户", "12500", "13500"),
        ("近4000万元", "30000000", "40000000"),
        ("1000余人", "1000", "2000"),
        ("约405元", "404.5", "405.5"),
        ("8亿元以上", "800000000", "900000000"),
        ("增长10%—20%", "0.095", "0.205"),
        ("数十户", "20", "100"),
        ("三四十户", "30", "40"),
        ("九成多", "0.9", "1"),
        ("人民币壹佰贰拾万元整", "1200000", "1200000"),
        ("下降3.2%", "0.0315", "0.0325"),
        ("-3.2%", "-0.0325", "-0.0315"),
        ("第41位", "41", "41"),
    ],
)
def test_a_figure_stands_for_a_range(text: str, low: str, high: str, rules: Rules) -> None:
    interval = next(figure for figure in found(text, rules) if figure.arithmetic).interval
    assert (interval.low, interval.high) == (Decimal(low), Decimal(high))


def test_members_of_a_ratio_know_their_place(rules: Rules) -> None:
    assert [figure.ratio for figure in found("之比为25.7∶26.8∶47.5", rules)] == [(3, 0, 3), (3, 1, 3), (3, 2, 3)]


def test_a_cell_is_read_again_in_the_unit_of_its_heading(rules: Rules) -> None:
    (bare,) = found("1,046.40", rules)
    money = bare.in_unit(rules.units["元"], Decimal(10000))
    assert (money.value, money.factor) == (Decimal(10464000), Decimal(10000))
    assert (money.unit, money.dimension, money.exact) == ("元", "money", False)
    assert (money.interval.low, money.interval.high) == (Decimal(10463950), Decimal(10464050))
    (count,) = found("48", rules)
    assert count.in_unit(rules.units["台"], Decimal(1)).exact
    share = count.in_unit(rules.units["%"], Decimal("0.01"))
    assert (share.value, share.interval.high) == (Decimal("0.48"), Decimal("0.485"))


def test_a_label_has_no_unit_to_be_read_in(rules: Rules) -> None:
    with pytest.raises(ValueError, match="no number"):
        found("一、概况", rules)[0].in_unit(rules.units["元"], Decimal(1))


def test_value_is_mantissa_times_factor(rules: Rules) -> None:
    for text, _ in cases():
        for figure in found(text, rules):
            if figure.arithmetic and figure.numeral:
                assert figure.value == figure.numeral.mantissa * figure.factor
                assert figure.interval.low <= figure.value <= figure.interval.high


def test_places_are_places_of_the_document(rules: Rules) -> None:
    text = "前文。\n全县完成投资１２．５亿\n元，增长７．６％。"
    passage = Passage.of(text, 4, len(text))
    read = figures(passage, rules, text)
    assert [text[figure.start : figure.end] for figure in read] == ["１２．５亿\n元", "７．６％"]
    assert [figure.text for figure in read] == ["１２．５亿元", "７．６％"]
