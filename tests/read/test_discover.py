"""What is found inside folders, and what is passed over."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from checker.read.discover import collect
from checker.settings import Settings


def planted(top: Path, *names: str) -> None:
    for name in names:
        (top / name).parent.mkdir(parents=True, exist_ok=True)
        (top / name).write_text("三户", "utf-8")


def found(top: Path, settings: Settings, *paths: Path, force: bool = False) -> list[str]:
    return [path.relative_to(top).as_posix() for path in collect(paths or (top,), lambda _: settings, force)]


def test_what_git_ignores_is_passed_over_as_git_does(tmp_path: Path) -> None:
    planted(tmp_path, "汇报.md", "草稿/一.md", "下/草稿/二.md", "下/留.md", "下/不留.md", "下/深/不留.md", "旧.txt", "下/旧.txt", "私.md")
    (tmp_path / ".gitignore").write_text("草稿/\n/旧.txt\n不留.md\n!\n", "utf-8")
    (tmp_path / "下" / ".gitignore").write_text("!/不留.md\n", "utf-8")
    subprocess.run(["git", "-C", str(tmp_path), "init", "--quiet"], check=True)
    (tmp_path / ".git" / "info" / "exclude").write_text("私.md\n", "utf-8")
    listed = subprocess.run(
        ["git", "-C", str(tmp_path), "-c", "core.quotepath=off", "ls-files", "--others", "--exclude-standard", "*.md", "*.txt"],
        check=True, capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip
    kept = ["汇报.md", "下/留.md", "下/不留.md", "下/旧.txt"]
    assert sorted(found(tmp_path, Settings())) == sorted(listed.stdout.split()) == sorted(kept)
    assert found(tmp_path, Settings(), tmp_path / "下" / "深") == []


@pytest.mark.parametrize("named", [False, True])
def test_settings_include_and_exclude(tmp_path: Path, named: bool) -> None:
    planted(tmp_path, "报告/一.md", "报告/草稿/二.md", "其他/三.md")
    settings = Settings(include=("报告/",), exclude=("草稿/",), folder=tmp_path)
    assert found(tmp_path, settings) == ["报告/一.md"]
    # who names a file means it; a hook, which is handed all that changed, does not
    kept = found(tmp_path, settings, tmp_path / "报告" / "草稿" / "二.md", force=named)
    assert kept == ([] if named else ["报告/草稿/二.md"])


def test_lock_files_of_word_and_wps_are_passed_over(tmp_path: Path) -> None:
    planted(tmp_path, "~$汇报.md", ".~汇报.md", "~WRL0001.txt", "汇报.md")
    assert found(tmp_path, Settings()) == ["汇报.md"]
    locks = [tmp_path / "~$汇报.md", tmp_path / ".~汇报.md", tmp_path / "汇报.md"]
    assert found(tmp_path, Settings(), *locks, force=True) == ["汇报.md"]
