"""Several formats at once: which goes where, and what is refused."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from checker.cli import main

TEXT = "全县共有重点项目10个，其中续建项目4个、新建项目5个。\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "报告.md").write_text(TEXT, "utf-8")
    return tmp_path


def check(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", "报告.md", *arguments])


def style(text: str) -> str:
    """Which format a report is in, by what only that format has."""
    marks = {
        '"$schema"': "sarif", '"schema": 1': "json", "<testsuites": "junit", "::error": "github", '"check_name"': "gitlab",
        '"diagnostics"': "rdjson", "<checkstyle": "checkstyle", "### ": "markdown", "报告.md:1:": "text",
    }  # fmt: skip
    return next(name for mark, name in marks.items() if mark in text)


@pytest.mark.parametrize(
    ("arguments", "printed", "files"),
    [
        ("", "text", {}),
        ("--format github", "github", {}),
        ("--format github --format sarif --output a", "github", {"a": "sarif"}),
        ("--format sarif --output a --format github", "github", {"a": "sarif"}),
        ("--format=sarif --output=a --format text", "text", {"a": "sarif"}),
        ("--format rdjson --output a --format checkstyle --output b", "", {"a": "rdjson", "b": "checkstyle"}),
        ("--format json --format junit --output a --lang en --format gitlab --output b", "json", {"a": "junit", "b": "gitlab"}),
        ("--format sarif --format sarif --output a", "sarif", {"a": "sarif"}),
        # one format, two files
        ("--format sarif --output a --output b", "", {"a": "sarif", "b": "sarif"}),
        # one of each belong together in either order
        ("--output a --format sarif", "", {"a": "sarif"}),
        # none before it: what the name ends in
        ("--output a.sarif --output b.JSON --output c.xml --output d.md --output e", "",
         {"a.sarif": "sarif", "b.JSON": "json", "c.xml": "junit", "d.md": "markdown", "e": "text"}),
        ("--output a.sarif --format junit --output b --format text", "text", {"a.sarif": "sarif", "b": "junit"}),
    ],
)  # fmt: skip
def test_each_output_belongs_to_the_format_before_it(folder: Path, arguments: str, printed: str, files: dict[str, str]) -> None:
    result = check(*arguments.split())
    assert result.exit_code == 1, result.output
    assert (style(result.stdout) if result.stdout else "") == printed
    written = {path.name: style(path.read_text("utf-8")) for path in folder.iterdir() if path.name != "报告.md"}
    assert written == files


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    "arguments",
    [
        "--format sarif --format json",
        "--format sarif --output a --format json --format text",
        "--format sarif --output a --format json --output a",
        "--format sarif --output a --format json --output ./b/../a",
        "--format sarif --output 报告.md",
        "--format text --format sarif --output a --format json --output ./报告.md",
    ],
)
def test_what_would_meet_is_refused_in_one_sentence(folder: Path, arguments: str, language: str) -> None:
    (folder / "b").mkdir()
    result = check(*arguments.split(), "--lang", language)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("heshu: ")
    assert result.stderr.count("\n") == 1
    assert result.stderr.replace("报告.md", "").isascii() == (language == "en")
    assert sorted(path.name for path in folder.iterdir()) == ["b", "报告.md"]
    assert (folder / "报告.md").read_text("utf-8") == TEXT


def test_links_to_one_file_are_one_file(folder: Path) -> None:
    (folder / "a").touch()
    os.link(folder / "a", folder / "b")
    (folder / "c").symlink_to(folder / "报告.md")
    assert check("--format", "sarif", "--output", "a", "--format", "json", "--output", "b").exit_code == 2
    assert check("--output", "c").exit_code == 2
    assert (folder / "报告.md").read_text("utf-8") == TEXT


def test_a_device_may_be_written_to_twice(folder: Path) -> None:  # noqa: ARG001
    if not Path(os.devnull).exists():
        pytest.skip("the system has no file for nothing")
    result = check("--format", "sarif", "--output", os.devnull, "--format", "json", "--output", os.devnull, "--format", "text")
    assert result.exit_code == 1
    assert style(result.stdout) == "text"


def test_a_file_that_cannot_be_written_is_2_and_said(folder: Path) -> None:
    (folder / "a").mkdir()
    result = check("--format", "sarif", "--output", "missing/a", "--format", "text")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "missing/a" in result.stderr


def test_colours_stay_out_of_files(folder: Path) -> None:
    check("--format", "text", "--output", "a")
    assert "\x1b" not in (folder / "a").read_text("utf-8")


def test_paths_are_relative_for_programs(folder: Path) -> None:
    arguments = ["check", str(folder / "报告.md"), "--format", "gitlab"]
    issues = json.loads(CliRunner().invoke(main, arguments).stdout)
    assert [issue["location"]["path"] for issue in issues] == ["报告.md"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_full_standard_output_is_one_sentence(tmp_path: Path, unbuffered: str) -> None:
    (tmp_path / "a.md").write_text("全县共有重点项目10个。\n", "utf-8")
    command, env = [sys.executable, "-m", "checker", "check", "a.md"], os.environ | {"PYTHONUNBUFFERED": unbuffered}
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, check=False, env=env)
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert done.stderr.startswith(b"heshu: standard output: ")


def test_without_a_standard_output_the_exit_code_says_it(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("全县共有重点项目10个，其中续建项目4个、新建项目5个。\n", "utf-8")
    closing = "import os, sys; os.close(1); os.execv(sys.executable, [sys.executable, '-m', 'checker', 'check', 'a.md'])"
    done = subprocess.run([sys.executable, "-c", closing], cwd=tmp_path, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (1, b"")
