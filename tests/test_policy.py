"""Settings at work: what a folder's owner decided holds for its documents."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import checker.run
from checker.cli import main
from checker.load import mutes_of, settings_file
from checker.settings import Settings

WRONG = "全县共有重点项目10个，其中续建项目4个、新建项目5个。\n"


def heshu(*arguments: str) -> Result:
    result = CliRunner().invoke(main, arguments)
    assert "Traceback" not in result.output
    return result


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("甲", "乙"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "汇报.md").write_text(WRONG, "utf-8")
    return tmp_path


def statuses(result: Result) -> list[str]:
    return [document["status"] for document in json.loads(result.output)["documents"]]


def test_each_document_goes_by_the_nearest_settings(folder: Path) -> None:
    (folder / "heshu.toml").write_text('[rules]\nparts-of-whole = "warning"\n', "utf-8")
    (folder / "甲" / "heshu.toml").write_text('fail-on = "never"\n', "utf-8")
    (folder / "乙" / "pyproject.toml").write_text('[tool.heshu.rules]\nparts-of-whole = "off"\n', "utf-8")
    (folder / "总.md").write_text(WRONG, "utf-8")
    result = heshu("check", "--format", "json")
    assert result.exit_code == 0
    severities = [[finding["severity"] for finding in document["findings"]] for document in json.loads(result.output)["documents"]]
    assert dict(zip(("总", "乙", "甲"), severities, strict=True)) == {"总": ["warning"], "乙": [], "甲": ["error"]}


def test_the_command_line_goes_before_the_settings(folder: Path) -> None:
    (folder / "heshu.toml").write_text('fail-on = "never"\n', "utf-8")
    assert heshu("check").exit_code == 0
    assert heshu("check", "--fail-on", "error").exit_code == 1
    (other := folder / "甲" / "other.toml").write_text('[rules]\nparts-of-whole = "off"\n', "utf-8")
    assert statuses(heshu("check", "--fail-on", "error", "--config", str(other), "--format", "json")) == ["pass", "pass"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('fail_on = "error"\n', "heshu.toml:1: 不认识的键: fail_on，是否指 fail-on？"),
        ('[rules]\nparts-of-hole = "off"\n', "heshu.toml:2: 没有这条规则: parts-of-hole，是否指 parts-of-whole？"),
        ('packs = ["无"]\n', "规则目录不存在"),
    ],
)
def test_settings_that_cannot_be_used_are_2(folder: Path, text: str, said: str) -> None:
    (folder / "甲" / "heshu.toml").write_text(text, "utf-8")
    result = heshu("check")
    assert result.exit_code == 2
    assert said in result.output
    assert heshu("figures", str(folder / "甲" / "汇报.md")).exit_code == 2


def test_the_date_says_which_year_this_year_is(folder: Path) -> None:
    (folder / "乙" / "汇报.md").write_text("今年一季度实现税收12.3亿元。\n", "utf-8")
    (folder / "heshu.toml").write_text('[folders."乙"]\ndate = 2025-04-10\nsubject = "青禾县"\n', "utf-8")
    rows = json.loads(heshu("figures", str(folder / "乙" / "汇报.md"), "--format", "json").output)["figures"]
    amount = next(row for row in rows if row["text"] == "12.3亿元")
    assert (amount["period"], amount["subject"]) == ("2025-01-01/2025-03-31", "青禾县")


@pytest.mark.parametrize(("rounding", "drifts"), [("nearest", True), ("down", False), ("either", False)])
def test_a_habit_of_cutting_off_is_no_slip(tmp_path: Path, rounding: str, drifts: bool) -> None:
    # 1.29 + 1.29 + 1.29 + 1.29 + 1.29 + 1.29 = 7.74, each cut to one digit
    text = "全县共投入7.7亿元，其中教育1.2亿元、卫生1.2亿元、交通1.2亿元、水利1.2亿元、文化1.2亿元、社保1.2亿元。\n"
    (tmp_path / "汇报.md").write_text(text, "utf-8")
    (tmp_path / "heshu.toml").write_text(f'rounding = "{rounding}"\n', "utf-8")
    report = checker.run.run([tmp_path], checker.run.Policies().of, checker.run.Request())
    assert report.relations == 1
    assert (report.notes, report.errors) == (drifts, 0)


def test_the_api_knows_no_settings(folder: Path) -> None:
    (folder / "heshu.toml").write_text("unknown = 1\n", "utf-8")
    assert checker.check_file(folder / "甲" / "汇报.md").errors == 1


def test_init_writes_settings_that_load_and_change_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = heshu("init")
    assert (result.exit_code, sorted(path.name for path in tmp_path.iterdir())) == (0, ["heshu.toml"])
    settings = settings_file(tmp_path / "heshu.toml").settings
    assert replace(settings, folder=None, source=None) == Settings()
    # every commented line that holds a setting holds a valid one
    lines = (tmp_path / "heshu.toml").read_text("utf-8").splitlines()
    live = [line.removeprefix("# ") if " = " in line or line.startswith("# [") else line for line in lines]
    (tmp_path / "heshu.toml").write_text("\n".join(live), "utf-8")
    full = settings_file(tmp_path / "heshu.toml")
    assert full.settings.levels and full.folders and full.settings.exclude and full.settings.about.on


def test_init_never_writes_over_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".pre-commit-config.yaml").write_text("repos: []\n", "utf-8")
    result = heshu("init", "--hook")
    assert "entry: heshu check --force-exclude --staged" in result.output
    assert (tmp_path / ".pre-commit-config.yaml").read_text("utf-8") == "repos: []\n"
    before = (tmp_path / "heshu.toml").read_text("utf-8")
    assert heshu("init").exit_code == 2
    assert (tmp_path / "heshu.toml").read_text("utf-8") == before


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_the_settings_of_the_readme_are_settings(tmp_path: Path, name: str) -> None:
    page = (Path(__file__).resolve().parent.parent / name).read_text("utf-8")
    blocks = [block.partition("```")[0] for block in page.split("```toml\n")[1:]]
    (settings,) = (block for block in blocks if block.startswith("fail-on"))
    (tmp_path / "heshu.toml").write_text(settings, "utf-8")
    found = settings_file(tmp_path / "heshu.toml")
    assert found.settings.levels and found.settings.exclude and found.settings.baseline and list(found.folders)
    (mutes,) = (block for block in blocks if block.startswith("[[mute]]"))
    (tmp_path / "heshu.mutes.toml").write_text(mutes, "utf-8")
    document = tmp_path / next(line.split('"')[1] for line in mutes.splitlines() if line.startswith("file"))
    document.parent.mkdir()
    document.write_text(WRONG, "utf-8")
    assert [mute.reason != "" for mute in mutes_of(tmp_path / "heshu.mutes.toml")[document.resolve()]] == [True]
