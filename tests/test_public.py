"""What checker/__init__.py promises."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import checker
from checker.report import Report

TEXT = "全县共有重点项目10个，其中续建项目4个、新建项目5个。"


def test_a_text_is_checked() -> None:
    report = checker.check(TEXT)
    assert isinstance(report, Report)
    assert report.figures == 3
    assert report.errors == 1


def test_a_file_is_checked(sample: Path) -> None:
    assert checker.check_file(sample).errors == 3
    assert checker.check_file(str(sample)).failed == 1


def test_a_missing_file_is_reported(tmp_path: Path) -> None:
    assert checker.check_file(tmp_path / "missing.md").unreadable == 1


def test_figures_stand_where_they_say() -> None:
    found = checker.figures(TEXT, on=date(2025, 7, 1))
    assert [figure.text for figure in found] == ["10个", "4个", "5个"]
    assert all(TEXT[figure.start : figure.end] == figure.text for figure in found)


def test_the_report_is_public_and_nothing_else() -> None:
    assert checker.Report is Report
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = checker.no_such_name
