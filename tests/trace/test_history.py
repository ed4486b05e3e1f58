"""History at work: real versions in real git repositories."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from checker.cli import main

BEFORE = "全县粮食总产量31.26万吨，再获丰收。\n\n年末总结：粮食总产量31.26万吨，创历史新高。\n"
HALF = BEFORE.replace("31.26", "31.62", 1)
WHOLE = BEFORE.replace("31.26", "31.62")


def git(folder: Path, *arguments: str) -> None:
    author = ["-c", "user.name=writer", "-c", "user.email=writer@example.org"]
    subprocess.run(["git", "-C", str(folder), *author, *arguments], check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (folder := tmp_path / "文稿").mkdir()
    git(folder, "init", "--quiet")
    (folder / "总结.md").write_text(BEFORE, "utf-8")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "-m", "one")
    monkeypatch.chdir(folder)
    return folder


def check(*arguments: str) -> Result:
    result = CliRunner().invoke(main, ["check", *arguments])
    assert "Traceback" not in result.output
    return result


def rules(*arguments: str) -> list[str]:
    documents = json.loads(check("--format", "json", *arguments).output)["documents"]
    return [finding["rule"] for document in documents for finding in document["findings"]]


def test_a_half_made_revision_names_the_forgotten_place(repository: Path) -> None:
    (repository / "总结.md").write_text(HALF, "utf-8")
    result = check("--since", "HEAD", "--lang", "en")
    assert result.exit_code == 1
    assert "31.26万吨 → 31.62万吨 was revised, but 31.26万吨 (3:11)" in result.output
    (repository / "总结.md").write_text(WHOLE, "utf-8")
    assert check("--since", "HEAD").exit_code == 0


def test_a_renamed_document_is_followed(repository: Path) -> None:
    git(repository, "mv", "总结.md", "年度总结.md")
    (repository / "年度总结.md").write_text(HALF, "utf-8")
    git(repository, "add", ".")
    assert rules("--since", "HEAD") == ["revised-in-part"]


def test_staged_is_what_will_be_committed(repository: Path) -> None:
    (repository / "总结.md").write_text(HALF, "utf-8")
    git(repository, "add", ".")
    (repository / "总结.md").write_text(WHOLE, "utf-8")
    assert rules("--staged") == ["revised-in-part"]
    assert rules("--since", "HEAD") == []
    git(repository, "add", ".")
    (repository / "总结.md").write_text(HALF, "utf-8")
    assert rules("--staged") == []


def test_a_repository_without_commits_has_no_former_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git(tmp_path, "init", "--quiet")
    (tmp_path / "一.md").write_text(WHOLE, "utf-8")
    git(tmp_path, "add", ".")
    monkeypatch.chdir(tmp_path)
    assert check("--staged").exit_code == 0


@pytest.mark.parametrize("name", ["no-such-branch", "--output=x", "HEAD:总结.md"])
def test_a_version_that_git_does_not_know_is_2(repository: Path, name: str) -> None:
    result = check(f"--since={name}")
    assert result.exit_code == 2
    assert f"git 不认识版本 {name}。" in result.output
    assert sorted(path.name for path in repository.iterdir()) == [".git", "总结.md"]


def test_outside_a_repository_is_2(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "一.md").write_text(WHOLE, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    result = check("--since", "HEAD")
    assert result.exit_code == 2
    assert len(result.output.splitlines()) == 1


def test_what_a_baseline_knows_is_known_with_its_history_too(repository: Path) -> None:
    (repository / "总结.md").write_text(HALF, "utf-8")
    (repository / "heshu.toml").write_text('baseline = "heshu.baseline"\n', "utf-8")
    assert CliRunner().invoke(main, ["baseline"]).exit_code == 0
    summary = json.loads(check("--since", "HEAD", "--format", "json").output)["summary"]
    assert [summary[name] for name in ("errors", "warnings", "known", "gone")] == [0, 0, 1, 0]


def test_a_hook_in_a_linked_worktree_sees_the_history_of_folders(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (repository / "下").mkdir()
    git(repository, "mv", "总结.md", "下/总结.md")
    git(repository, "commit", "--quiet", "-m", "two")
    git(repository, "worktree", "add", "--quiet", "-b", "linked", "../linked")
    monkeypatch.chdir(linked := repository.parent / "linked")
    (linked / "下" / "总结.md").write_text(HALF, "utf-8")
    git(linked, "add", ".")
    # as git commit sets them for its hooks
    kept = repository / ".git" / "worktrees" / "linked"
    monkeypatch.setenv("GIT_DIR", str(kept))
    monkeypatch.setenv("GIT_INDEX_FILE", str(kept / "index"))
    assert rules("--staged", "下/总结.md") == ["revised-in-part"]


def test_a_hook_that_is_told_its_index_by_a_relative_path(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (repository / "下").mkdir()
    git(repository, "mv", "总结.md", "下/总结.md")
    git(repository, "commit", "--quiet", "-m", "two")
    (repository / "下" / "总结.md").write_text(HALF, "utf-8")
    git(repository, "add", ".")
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/index")
    assert rules("--staged", "下/总结.md") == ["revised-in-part"]
