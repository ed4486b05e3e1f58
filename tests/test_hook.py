"""The hooks as their users meet them: pre-commit builds them from a clone and runs them when somebody commits to a scratch repository."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
RIGHT = "全县共有重点项目9个，其中续建项目4个、新建项目5个。\n\n全年完成投资31.26亿元。\n\n年末总结：全年完成投资31.26亿元，好于预期。\n"
WRONG = RIGHT.replace("9个", "10个")
MUTE = "\n<!-- heshu: allow parts-of-whole 10个、4个、5个 because 另有1个项目暂停 -->\n"
UNREACHABLE = re.compile(
    r"No matching distribution|Could not find a version|Temporary failure|Failed to establish|Network is unreachable|ConnectionError"
)


def git(folder: Path, *arguments: str) -> str:
    author = ["-c", "user.name=writer", "-c", "user.email=writer@example.org"]
    done = subprocess.run(["git", "-C", str(folder), *author, *arguments], check=True, capture_output=True, text=True, encoding="utf-8")
    return done.stdout.strip()


@dataclass(frozen=True)
class Repository:
    """A scratch repository with the hooks of this checkout's last commit."""

    folder: Path
    environment: dict[str, str]

    def write(self, name: str, text: str) -> None:
        (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / name).write_text(text, "utf-8")

    def commit(self) -> subprocess.CompletedProcess[str]:
        git(self.folder, "add", "--all")
        command = ["git", "-c", "user.name=writer", "-c", "user.email=writer@example.org", "commit", "--message", "next"]
        return self.run(*command)

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            command, cwd=self.folder, env=self.environment, capture_output=True, text=True, encoding="utf-8", check=False
        )  # fmt: skip
        said = done.stdout + done.stderr
        if "An unexpected error has occurred" in said and UNREACHABLE.search(said):
            pytest.skip("the package index cannot be reached, so pre-commit cannot build the hook")
        return done


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """A clone of this checkout's last commit, and an environment in which pre-commit keeps what it builds for all tests here."""
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("needs git and a git checkout of heshu")
    home = tmp_path_factory.mktemp("hooks")
    git(home, "clone", "--quiet", str(ROOT), "heshu")
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", "")))
    keep = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return home / "heshu", {**keep, "PRE_COMMIT_HOME": str(home / "cache"), "PYTHONUTF8": "1", "PRE_COMMIT_COLOR": "never", "PATH": path}


@pytest.fixture
def repository(built: tuple[Path, dict[str, str]], tmp_path: Path, request: pytest.FixtureRequest) -> Repository:
    """Twenty right documents with the hook named by the test (heshu by default), committed."""
    hooks, environment = built
    (folder := tmp_path / "文稿").mkdir()
    git(folder, "init", "--quiet")
    scratch = Repository(folder, environment)
    for number in range(20):
        scratch.write(f"第{number // 10 + 1}组/汇报 {number}.{'md' if number % 2 else 'txt'}", RIGHT)
    hook = getattr(request, "param", "heshu")
    revision = git(hooks, "rev-parse", "HEAD")
    scratch.write(".pre-commit-config.yaml", f"repos:\n- repo: {hooks}\n  rev: {revision}\n  hooks:\n  - id: {hook}\n")
    installed = scratch.run(sys.executable, "-m", "pre_commit", "install")
    assert installed.returncode == 0, installed.stdout + installed.stderr
    first = scratch.commit()
    assert first.returncode == 0, first.stdout + first.stderr
    return scratch


def said(done: subprocess.CompletedProcess[str]) -> str:
    return done.stdout + done.stderr


def test_a_clean_commit_passes_and_a_slipped_one_does_not(repository: Repository) -> None:
    repository.write("第1组/汇报 3.md", RIGHT + "\n以上。\n")
    assert repository.commit().returncode == 0
    repository.write("第1组/汇报 4.txt", WRONG)
    repository.write("程序.py", f"# {WRONG}")
    repository.write("第1组/~$汇报 4.txt", WRONG)
    stopped = repository.commit()
    assert stopped.returncode == 1
    assert "第1组/汇报 4.txt:1:" in said(stopped)
    assert "汇报 3.md" not in said(stopped) and "~$" not in said(stopped) and "程序.py" not in said(stopped)
    assert "文件 " not in said(stopped) or "文件 1：" in said(stopped)


def test_a_half_made_revision_is_stopped_and_the_forgotten_place_named(repository: Repository) -> None:
    repository.write("第2组/汇报 11.md", RIGHT.replace("31.26", "33.26", 1))
    stopped = repository.commit()
    assert stopped.returncode == 1
    assert "已修改 31.26亿元 → 33.26亿元，但与之相关的 31.26亿元 (5:12) 未同步修改" in said(stopped)
    repository.write("第2组/汇报 11.md", RIGHT.replace("31.26", "33.26"))
    assert repository.commit().returncode == 0


def test_a_mute_is_honoured_and_lapses(repository: Repository) -> None:
    repository.write("第2组/汇报 13.md", WRONG + MUTE)
    passed = repository.commit()
    assert passed.returncode == 0, said(passed)
    repository.write("第2组/汇报 13.md", (WRONG + MUTE).replace("10个", "11个", 1))
    stopped = repository.commit()
    assert stopped.returncode == 1
    assert "豁免已失效，其中的数字有改动" in said(stopped)


@pytest.mark.parametrize("repository", ["heshu-repository"], indirect=True)
def test_the_hook_for_the_repository_reads_all_documents(repository: Repository) -> None:
    repository.write("第1组/汇报 3.md", WRONG)
    git(repository.folder, "add", "--all")
    git(repository.folder, "commit", "--quiet", "--no-verify", "--message", "past the hook")
    repository.write("程序.py", "pass\n")
    assert repository.commit().returncode == 0
    repository.write("第1组/汇报 5.md", RIGHT + "\n以上。\n")
    stopped = repository.commit()
    assert stopped.returncode == 1
    assert "第1组/汇报 3.md:1:" in said(stopped)
    assert "文件 20：未通过 1，" in said(stopped)
