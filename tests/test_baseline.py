"""A baseline: what is known stops nobody, what is new does, and nothing new slips in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from checker.cli import main

ONE = "全县共有重点项目10个，其中续建项目4个、新建项目5个。\n"
OTHER = "全市共有水利工程12项，其中续建工程3项、新建工程8项。\n"


def heshu(*arguments: str) -> Result:
    result = CliRunner().invoke(main, arguments)
    assert "Traceback" not in result.output
    return result


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "heshu.toml").write_text('baseline = "heshu.baseline"\n', "utf-8")
    (tmp_path / "下").mkdir()
    (tmp_path / "下" / "汇报.md").write_text(ONE, "utf-8")
    return tmp_path


def lines(folder: Path) -> list[str]:
    return [line for line in (folder / "heshu.baseline").read_text("utf-8").splitlines() if not line.startswith("#")]


def test_a_missing_baseline_is_2_not_empty(folder: Path) -> None:
    result = heshu("check")
    assert result.exit_code == 2
    assert "没有这个已知问题清单" in result.output
    assert heshu("check", "--baseline", "无.baseline").exit_code == 2
    assert not (folder / "heshu.baseline").exists()


def test_known_findings_pass_and_new_ones_do_not(folder: Path) -> None:
    assert heshu("baseline").exit_code == 0
    assert lines(folder) == ["下/汇报.md\tparts-of-whole:全县共有重点项目=10个:续建项目=4个:新建项目=5个"]
    result = heshu("check")
    assert (result.exit_code, "不一致 0，已知 1" in result.output) == (0, True)
    # lines above it move it, and another number in it makes it another finding
    (folder / "下" / "汇报.md").write_text("一、总体情况\n\n" + ONE, "utf-8")
    assert heshu("check").exit_code == 0
    (folder / "下" / "汇报.md").write_text(ONE.replace("10个", "11个"), "utf-8")
    report = json.loads(heshu("check", "--format", "json").output)
    assert (report["summary"]["errors"], report["summary"]["known"], report["summary"]["gone"]) == (1, 0, 1)
    assert report["documents"][0]["gone"] == ["parts-of-whole:全县共有重点项目=10个:续建项目=4个:新建项目=5个"]


def test_the_same_finding_twice_is_known_twice_only_if_written_twice(folder: Path) -> None:
    heshu("baseline")
    (folder / "下" / "汇报.md").write_text(ONE + "\n## 附\n\n" + ONE, "utf-8")
    report = json.loads(heshu("check", "--format", "json").output)
    assert (report["summary"]["errors"], report["summary"]["known"]) == (1, 1)


def test_updating_drops_what_is_gone_and_takes_nothing_new_in_silently(folder: Path) -> None:
    heshu("baseline")
    (folder / "通报.txt").write_text(OTHER, "utf-8")
    result = heshu("baseline")
    assert result.exit_code == 1
    assert "+ 通报.txt  parts-of-whole" in result.output and "新增 1，沿用 1，已消除 0" in result.output
    assert len(lines(folder)) == 1
    assert heshu("baseline", "--accept").exit_code == 0
    assert lines(folder) == sorted(lines(folder)) and len(lines(folder)) == 2
    (folder / "下" / "汇报.md").unlink()
    result = heshu("baseline", "通报.txt")
    assert (result.exit_code, "新增 0，沿用 1，已消除 1" in result.output) == (0, True)
    assert [line.split("\t")[0] for line in lines(folder)] == ["通报.txt"]


def test_documents_that_were_not_checked_keep_their_entries(folder: Path) -> None:
    (folder / "通报.txt").write_text(OTHER, "utf-8")
    heshu("baseline")
    (folder / "下" / "汇报.md").write_bytes(b"\x00\x01")
    result = heshu("baseline", "下")
    assert result.exit_code == 3
    assert len(lines(folder)) == 2


def test_a_half_made_merge_is_an_error(folder: Path) -> None:
    heshu("baseline")
    text = (folder / "heshu.baseline").read_text("utf-8")
    (folder / "heshu.baseline").write_text(text + "<<<<<<< HEAD\n", "utf-8")
    result = heshu("check")
    assert (result.exit_code, "heshu.baseline:4" in result.output) == (2, True)
