"""`heshu watch`: documents are checked again whenever they, or what they are checked by, change."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from checker.run import Policies, Request
from checker.serve.watch import Watch

WRONG = "全县共有重点项目10个，其中续建项目4个、新建项目5个。\n"
RIGHT = WRONG.replace("10个", "9个")
LONGEST = 60.0


class Watched:
    """A watch in another process, and what it has printed."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self.lines: queue.Queue[str | None] = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.put(line)
        self.lines.put(None)

    def until(self, words: str) -> str:
        """All that is printed up to and including the line that holds `words`."""
        said = ""
        while words not in said:
            line = self.lines.get(timeout=LONGEST)
            assert line is not None, said
            said += line
        return said


@contextmanager
def watching(folder: Path, *arguments: str) -> Iterator[Watched]:
    command = [sys.executable, "-m", "checker", "watch", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2])}
    process = subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8"
    )  # fmt: skip
    try:
        yield Watched(process)
    finally:
        process.kill()
        process.communicate()


def write(path: Path, text: str) -> None:
    """Put a text in the place of a file at once, later than anything written before."""
    (draft := path.with_name(".draft")).write_text(text, "utf-8")
    if path.exists():
        later = path.stat().st_mtime_ns + 1_000_000
        os.utime(draft, ns=(later, later))
    draft.replace(path)


def test_changed_new_and_deleted_documents_and_settings(tmp_path: Path) -> None:
    write(tmp_path / "一.md", RIGHT)
    with watching(tmp_path, "--lang", "zh") as watched:
        assert "不一致 0" in watched.until("不一致")
        write(tmp_path / "一.md", WRONG)
        said = watched.until("不一致")
        assert "一.md:1:9  错误 parts-of-whole" in said and "不一致 1" in said
        write(tmp_path / "二.txt", RIGHT)
        assert "不一致 0" in watched.until("不一致")
        (tmp_path / "二.txt").unlink()
        assert "二.txt: 文件已不在。" in watched.until("不在")
        write(tmp_path / "heshu.toml", 'fail-onn = "error"\n')
        assert "fail-onn，是否指 fail-on？" in watched.until("heshu.toml")
        write(tmp_path / "heshu.toml", '[rules]\nparts-of-whole = "warning"\n')
        assert "警告 parts-of-whole" in watched.until("不一致")
        (tmp_path / "heshu.toml").unlink()
        assert "错误 parts-of-whole" in watched.until("不一致")
        assert watched.process.poll() is None


@pytest.mark.skipif(sys.platform == "win32", reason="a process there is not sent Ctrl-C by its id")
def test_ctrl_c_ends_it_quietly(tmp_path: Path) -> None:
    write(tmp_path / "一.md", RIGHT)
    with watching(tmp_path) as watched:
        watched.until("不一致 0")
        watched.process.send_signal(signal.SIGINT)
        assert watched.process.wait(LONGEST) == 0
        assert watched.process.stderr is not None
        assert watched.process.stderr.read() == ""


def looks(folder: Path, request: Request | None = None) -> Watch:
    return Watch([folder], Policies, request or Request())


def test_a_look_at_nothing_new_finds_nothing(tmp_path: Path) -> None:
    write(tmp_path / "一.md", WRONG)
    watch = looks(tmp_path)
    first = watch.look()
    assert first.report is not None and first.report.errors == 1
    assert not watch.look()


def test_only_what_changed_is_checked_again(tmp_path: Path) -> None:
    write(tmp_path / "一.md", WRONG)
    write(tmp_path / "二.md", WRONG)
    watch = looks(tmp_path)
    watch.look()
    write(tmp_path / "二.md", RIGHT)
    again = watch.look().report
    assert again is not None
    assert [Path(document.path).name for document in again.documents] == ["二.md"]


def mutes(folder: Path) -> None:
    figures = '["10个", "4个", "5个"]'
    write(folder / "heshu.mutes.toml", f'[[mute]]\nfile = "一.md"\nrule = "parts-of-whole"\nfigures = {figures}\nreason = "口径"\n')


def packs(folder: Path) -> None:
    write(folder / "heshu.toml", 'packs = ["规则"]\n')
    (folder / "规则").mkdir()


@pytest.mark.parametrize("change", [mutes, packs])
def test_whatever_a_document_is_checked_by_is_watched(tmp_path: Path, change: Callable[[Path], None]) -> None:
    write(tmp_path / "一.md", WRONG)
    watch = looks(tmp_path)
    watch.look()
    change(tmp_path)
    again = watch.look().report
    assert again is not None
    assert [Path(document.path).name for document in again.documents] == ["一.md"]


def test_broken_settings_are_told_once_and_everything_is_checked_after_them(tmp_path: Path) -> None:
    write(tmp_path / "一.md", WRONG)
    write(tmp_path / "heshu.toml", "nothing = 1\n")
    watch = looks(tmp_path)
    error = watch.look().error
    assert error is not None and error.problem == "unknown-key"
    assert not watch.look()
    (tmp_path / "heshu.toml").unlink()
    report = watch.look().report
    assert report is not None and report.errors == 1
    assert not watch.look()


def test_a_named_file_that_is_not_there_is_told_and_waited_for(tmp_path: Path) -> None:
    watch = looks(tmp_path / "一.md")
    report = watch.look().report
    assert report is not None and report.unreadable == 1
    assert not watch.look()
    write(tmp_path / "一.md", WRONG)
    report = watch.look().report
    assert report is not None and (report.unreadable, report.errors) == (0, 1)
