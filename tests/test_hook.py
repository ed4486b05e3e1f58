"""The hook as its users meet it: pre-commit builds it from a clone and runs it on a scratch repository."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PASSING = "全县共有重点项目9个，其中续建项目4个、新建项目5个。\n"
FAILING = "全县共有重点项目10个，其中续建项目4个、新建项目5个。\n"
UNREACHABLE = re.compile(
    r"No matching distribution|Could not find a version|Temporary failure|Failed to establish|Network is unreachable|ConnectionError"
)


def git(folder: Path, *arguments: str) -> None:
    author = ["-c", "user.name=writer", "-c", "user.email=writer@example.org"]
    subprocess.run(["git", "-C", str(folder), *author, *arguments], check=True, capture_output=True)


@pytest.fixture
def hooks(tmp_path: Path) -> Path:
    """A clone of this checkout's last commit."""
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("needs git and a git checkout of heshu")
    git(tmp_path, "clone", "--quiet", str(ROOT), "heshu")
    return tmp_path / "heshu"


@pytest.fixture
def scratch(tmp_path: Path) -> Path:
    """A repository whose documents are one right, one wrong, and a wrong one in a file that is no document."""
    (folder := tmp_path / "文稿").mkdir()
    git(folder, "init", "--quiet")
    (folder / "汇报.md").write_text(PASSING, "utf-8")
    (folder / "通报.txt").write_text(FAILING, "utf-8")
    (folder / "code.py").write_text(f"# {FAILING}", "utf-8")
    git(folder, "add", ".")
    return folder


def try_repo(hooks: Path, scratch: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PRE_COMMIT_HOME": str(scratch.parent / "cache"), "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "pre_commit", "try-repo", str(hooks), "heshu", "--all-files", "--verbose", "--color", "never"]
    done = subprocess.run(command, cwd=scratch, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)
    if "An unexpected error has occurred" in done.stdout and UNREACHABLE.search(done.stdout):
        pytest.skip("the package index cannot be reached, so pre-commit cannot build the hook")
    return done


def test_the_hook_stops_the_wrong_document_alone(hooks: Path, scratch: Path) -> None:
    done = try_repo(hooks, scratch)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "exit code: 1" in done.stdout
    assert "通报.txt:1:" in done.stdout
    assert "汇报.md" not in done.stdout
    assert "文件 2：未通过 1，" in done.stdout
