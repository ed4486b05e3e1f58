"""Mutes: what is let pass with a reason, until a number in it changes."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import checker
from checker.cli import main
from checker.load import comments
from checker.read import parse
from checker.rules import Example
from checker.run import plain

WRONG = "全县共有重点项目10个，其中续建项目4个、新建项目5个。\n"
WHOLE = "<!-- heshu: allow parts-of-whole 10个、4个、5个 because 另有1个项目暂停 -->\n"
PART = "<!-- heshu: allow parts-of-whole 10个 because 另有1个项目暂停 -->\n"


def examples(sort: str) -> list[Example]:
    return [example for example in plain().rules.relations["mute-out-of-use"].examples if example.sort == sort]


def found(text: str) -> list[str]:
    return [finding.rule for finding in checker.check(text).findings]


@pytest.mark.parametrize("example", examples("good"))
def test_a_mute_in_force_lets_pass(example: Example) -> None:
    report = checker.check(example.text)
    assert ([finding.rule for finding in report.findings], report.muted) == ([], 1)


@pytest.mark.parametrize("example", examples("bad"))
def test_a_mute_out_of_use_is_reported_where_it_stands(example: Example) -> None:
    (finding,) = checker.check(example.text.replace("«", "").replace("»", "")).findings
    assert finding.rule == "mute-out-of-use"
    assert finding.at.start == example.text.index("«")


@pytest.mark.parametrize("example", examples("quiet"))
def test_another_comment_is_no_mute(example: Example) -> None:
    assert (found(example.text), comments(parse(example.text))) == ([], [])


@pytest.mark.parametrize(
    ("comment", "why"),
    [
        ("heshu: allow parts-of-whole 10个、4个、5个", "没有写明理由"),
        ("heshu: allow parts-of-whole because 口径", "没有写明数字"),
        ("heshu: allow parts-of-hole 10个 because 口径", "所写的规则不存在"),
        ("heshu: alow parts-of-whole 10个 because 口径", "写法有误"),
        ("heshu: allow parts-of-whole 10个 until 2026-02-30 because 口径", "写法有误"),
        ("heshu: allow parts-of-whole 10个、4个、5个 until 2020-01-31 because 口径", "已过期限"),
        ("heshu: allow parts-of-whole 10个、3个、5个 because 口径", "数字有改动"),
        ("heshu: allow growth-from-levels 4个 because 口径", "已无对象"),
    ],
)
def test_a_mute_that_does_not_hold_mutes_nothing_and_says_why(comment: str, why: str) -> None:
    report = checker.check(f"{WRONG}\n<!-- {comment} -->\n")
    assert sorted(finding.rule for finding in report.findings) == ["mute-out-of-use", "parts-of-whole"]
    assert why in next(finding.zh for finding in report.findings if finding.rule == "mute-out-of-use")
    assert report.muted == 0


@pytest.mark.parametrize(
    "comment",
    [
        "heshu: allow parts-of-whole 10个 4个 5个 because 另有1个",
        "heshu: allow parts-of-whole 10个, 4个, 5个 until 2999-12-31 because 另有1个",
        "核数：允许 parts-of-whole 10个、4个、5个 至 2999-12-31 因为另有1个",
        "heshu: allow parts-of-whole\n  10 个、4个、5个\n  because 另有1个",
        "核数：允许 parts-of-whole 10个、4个、5个，至2999-12-31，因为：另有1个",
        "核数：允许 parts-of-whole １０个、４个、５个，因为另有1个",
        "Heshu: Allow parts-of-whole 10个、4个、5个 Because 另有1个",
    ],
)
def test_ways_to_write_a_mute(comment: str) -> None:
    report = checker.check(f"{WRONG}\n<!-- {comment} -->\n")
    assert ([finding.zh for finding in report.findings], report.muted) == ([], 1)
    assert report.documents[0].muted[0].mute.reason == "另有1个"


def test_of_two_mutes_for_one_finding_the_second_is_not_needed() -> None:
    report = checker.check(WRONG + "\n" + WHOLE + WHOLE)
    assert ["已无对象" in finding.zh for finding in report.findings] == [True]
    assert report.muted == 1


def test_figures_with_groups_and_units_apart_are_one() -> None:
    (mute,) = comments(parse("三户\n<!-- heshu: allow x 1,234.5 万元、3%、2,000 because y -->"))
    assert mute.figures == ("1,234.5万元", "3%", "2,000")


@pytest.mark.parametrize("number", ["11个", "3个", "6个"])
def test_a_mute_lapses_as_soon_as_a_number_changes(number: str) -> None:
    old = {"11个": "10个", "3个": "4个", "6个": "5个"}[number]
    text = WRONG.replace(old, number).replace("6个", "7个")
    assert sorted(found(text + "\n" + WHOLE)) == ["mute-out-of-use", "parts-of-whole"]


def git(folder: Path, *arguments: str) -> None:
    author = ["-c", "user.name=王会计", "-c", "user.email=writer@example.org"]
    subprocess.run(["git", "-C", str(folder), *author, *arguments], check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    git(tmp_path, "init", "--quiet")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def check(*arguments: str) -> Result:
    result = CliRunner().invoke(main, ["check", *arguments])
    assert "Traceback" not in result.output
    return result


def test_a_mute_of_one_figure_is_bound_to_what_was_committed(repository: Path) -> None:
    (path := repository / "汇报.md").write_text(WRONG + "\n" + PART, "utf-8")
    assert check().exit_code == 0
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "-m", "let pass")
    result = check()
    assert result.exit_code == 0
    assert "已豁免 parts-of-whole  另有1个项目暂停（王会计）" in result.output
    assert "豁免 1" in result.output
    path.write_text(path.read_text("utf-8").replace("5个", "7个"), "utf-8")
    result = check()
    assert result.exit_code == 1
    assert "数字有改动" in result.output


def test_a_mute_on_the_line_of_its_figures_lapses_too(repository: Path) -> None:
    (path := repository / "汇报.md").write_text(WRONG.strip() + " " + PART, "utf-8")
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "-m", "let pass")
    git(repository, "mv", "汇报.md", "总结.md")
    git(repository, "commit", "--quiet", "-m", "renamed")
    path = path.with_name("总结.md")
    result = check()
    assert (result.exit_code, "（王会计）" in result.output) == (0, True)
    path.write_text(path.read_text("utf-8").replace("5个", "7个"), "utf-8")
    assert check().exit_code == 1
    git(repository, "commit", "--quiet", "--all", "-m", "changed")
    result = check()
    assert (result.exit_code, "数字有改动" in result.output) == (1, True)


def test_mutes_in_a_file_beside_documents_without_comments(repository: Path) -> None:
    (repository / "下").mkdir()
    (repository / "下" / "通报.txt").write_text(WRONG, "utf-8")
    entry = '[[mute]]\nfile = "下/通报.txt"\nrule = "parts-of-whole"\nfigures = ["10个", "4个", "5个"]\nreason = "另有1个项目暂停"\n'
    (file := repository / "heshu.mutes.toml").write_text(entry + "until = 2999-12-31\n", "utf-8")
    document = json.loads(check("--format", "json").output)["documents"][0]
    assert (document["status"], document["findings"]) == ("pass", [])
    assert [(one["reason"], one["until"], one["line"]) for one in document["muted"]] == [("另有1个项目暂停", "2999-12-31", 1)]
    (repository / "下" / "通报.txt").write_text(WRONG.replace("10个", "11个"), "utf-8")
    result = check()
    assert result.exit_code == 1
    assert f"数字有改动：parts-of-whole 10个、4个、5个 ({file}:1)" in result.output


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[[mute]]\nfile = "无.txt"\nrule = "x"\nfigures = ["1个"]\n', "heshu.mutes.toml:2: 没有这个文件: 无.txt"),
        ('[[mute]]\nfile = "汇报.md"\nrules = "x"\nfigures = ["1个"]\n', "heshu.mutes.toml:3: 不认识的键: rules，是否指 rule？"),
        ('[[mute]]\nfile = "汇报.md"\nrule = "x"\n', "heshu.mutes.toml:1: 缺少必需的键: figures"),
    ],
)
def test_a_broken_file_of_mutes_is_2(repository: Path, text: str, said: str) -> None:
    (repository / "汇报.md").write_text(WRONG, "utf-8")
    (repository / "heshu.mutes.toml").write_text(text, "utf-8")
    result = check()
    assert result.exit_code == 2
    assert said in result.output
