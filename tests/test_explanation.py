"""What `heshu explain-figure` says of a figure: what was understood, from which words, what it was compared with."""

from __future__ import annotations

from pathlib import Path

import pytest

import checker.run
import checker.run.explain
from checker.explanation import Explanation, NoFigure
from checker.render.explanation.text import as_text

TEXT = """2024年柳湾县经济运行情况

全县工业投资36.0亿元，比上年的30.0亿元增长20.0%。累计建成泵站约120座。全年民生支出力争达到50.0亿元。
财政收入12.0亿元，下降4.0%；旅游收入与上年持平。地区生产总值500.0亿元，比上年增长5.0%。

单位：万元

| 项目 | 支出 | 备注 |
| --- | --- | --- |
| 教育 | 300 | 甲 |
| 卫生 | 200 | 乙 |
| 合计 | 500 | 丙 |
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (path := tmp_path / "县情.md").write_text(TEXT, "utf-8")
    return path


def explained(path: Path, figure: str) -> Explanation:
    start = TEXT.index(figure)
    line = TEXT.count("\n", 0, start) + 1
    told = checker.run.explain.explain_figure(path, line, start - TEXT.rfind("\n", 0, start), checker.run.plain())
    assert isinstance(told, Explanation)
    assert told.figure.text.startswith(figure)
    return told


def test_a_rate_borrows_its_name_and_agrees_with_its_levels(path: Path) -> None:
    told = explained(path, "20.0%")
    assert told.sense is not None
    assert (str(told.sense.low), str(told.sense.high), told.sense.unit, told.sense.ground) == ("19.95", "20.05", "%", "digit")
    assert told.named_by is not None and told.named_by.text == "36.0亿元"
    assert (told.figure.measure, told.direction, told.modality, told.cues) == ("rate", 1, "result", ("增长",))
    (growth,) = [one for one in told.comparisons if one.certain and one.rule == "growth-from-levels"]
    assert (growth.outcome, growth.working) == ("agrees", "36.0亿元 ÷ 30.0亿元 − 1 = 20.00% ≈ 20.0%")
    assert [place.text for place in growth.places] == ["36.0亿元", "30.0亿元", "20.0%"]
    assert told.lacks == ()


def test_a_base_is_dated_by_its_own_words(path: Path) -> None:
    told = explained(path, "30.0亿元")
    assert told.modality == "base"
    assert told.dated is not None and told.dated.text == "上年"
    assert told.figure.period == "2023-01-01/2023-12-31"
    assert told.cues == ("比", "上年")


def test_a_hedge_widens_and_an_unrelated_figure_says_why_it_is_unconfirmed(path: Path) -> None:
    told = explained(path, "约120座")
    assert told.sense is not None and (told.sense.ground, told.sense.hedges) == ("about", ("约",))
    assert told.lacks[0] in ("unrelated", "outdone", "uncertain")
    assert {"once", "name-once", "alone"} <= set(told.lacks)
    assert "没有印证\n" in as_text(told, "zh")


def test_a_goal_is_told_from_a_result(path: Path) -> None:
    told = explained(path, "50.0亿元")
    assert told.modality == "target"
    assert "力争" in told.cues


def test_a_fall_points_down(path: Path) -> None:
    told = explained(path, "4.0%")
    assert (told.direction, told.cues) == (-1, ("下降",))


def test_a_figure_of_a_list_is_named_before_the_first(path: Path) -> None:
    path.write_text("甲镇、乙镇产值分别为3.5亿元、4.7亿元。\n", "utf-8")
    told = checker.run.explain.explain_figure(path, 1, 18, checker.run.plain())
    assert isinstance(told, Explanation)
    assert (told.figure.text, told.name.startswith("乙镇")) == ("4.7亿元", True)
    assert told.named_by is not None and told.named_by.text == "3.5亿元"


def test_a_date_takes_no_part(path: Path) -> None:
    told = explained(path, "2024年")
    assert told.sense is None
    assert (told.figure.klass, told.lacks) == ("date", ("exempt",))


def test_a_cell_is_named_by_its_row_and_column_and_has_the_unit_of_its_table(path: Path) -> None:
    told = explained(path, "300")
    assert told.heads is not None
    assert (told.heads.row, told.heads.column, told.heads.unit) == ("教育", "支出", "万元")
    assert told.figure.value == 3_000_000
    assert "300 + 200 = 500" in [one.working for one in told.comparisons if one.certain]


def test_what_is_too_weak_to_accuse_stands_apart(path: Path) -> None:
    path.write_text("全县有公园12个、广场14个、泵站26座，绿地率46.2%。\n", "utf-8")
    told = checker.run.explain.explain_figure(path, 1, 1, checker.run.plain())
    assert isinstance(told, Explanation)
    assert [one.certain for one in told.comparisons] == [False]
    assert told.lacks[0] == "uncertain"
    assert "on evidence too weak to accuse; if related, it\n  agrees" in as_text(told, "en")


@pytest.mark.parametrize(("line", "column", "figure"), [(3, 1, "36.0亿元"), (3, 10, "36.0亿元"), (4, 1, "12.0亿元"), (10, 3, "300")])
def test_the_figure_at_a_place_or_the_next_on_its_line(path: Path, line: int, column: int, figure: str) -> None:
    told = checker.run.explain.explain_figure(path, line, column, checker.run.plain())
    assert isinstance(told, Explanation)
    assert told.figure.text == figure


@pytest.mark.parametrize(("line", "column"), [(2, 1), (3, 200), (0, 1), (99, 1)])
def test_a_place_without_a_figure_is_told(path: Path, line: int, column: int) -> None:
    with pytest.raises(NoFigure):
        checker.run.explain.explain_figure(path, line, column, checker.run.plain())
