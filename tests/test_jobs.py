"""Several processes, a terminal that is told how far they are, and a Ctrl-C."""

from __future__ import annotations

import io
import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from multiprocessing import active_children, parent_process
from pathlib import Path

import pytest
from click.testing import CliRunner
from gate import MUTED, RIGHT, WRONG, environment

from checker.cli import main, progress
from checker.document import Unreadable
from checker.keep.sqlite import FILE
from checker.pack_error import PackError
from checker.run import NoHistory, Policies, Request, many, plain, run
from checker.settings import Policy

LINUX = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes of a group are found in /proc")


def documents(folder: Path, count: int) -> list[Path]:
    paths = [folder / f"{number:03}.md" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_text((WRONG if number % 3 else RIGHT) + "。\n" * number, "utf-8")
    return paths


def deadly(path: Path) -> Policy:
    """The policy of a document; a process beside the first that asks for certain ones dies."""
    if path.name in ("007.md", "020.md") and parent_process() is not None:
        os._exit(9)
    return plain()


def refusing(path: Path) -> Policy:
    """The policy of a document; a process beside the first is refused one."""
    if path.name == "007.md" and parent_process() is not None:
        raise PackError("a.toml", 1, "syntax", "x")
    return plain()


def test_a_process_that_dies_takes_one_document_with_it(tmp_path: Path) -> None:
    paths = documents(tmp_path, 24)
    alone = run(paths, lambda _: plain(), Request()).documents
    report = run(paths, deadly, Request(jobs=2))
    dead = ("007.md", "020.md")
    lost = [document for document in report.documents if document.reason is not None]
    assert [Path(document.path).name for document in lost] == list(dead)
    assert all("意外终止" in document.reason.zh and "died" in document.reason.en for document in lost if document.reason)
    assert [one for one in report.documents if one.reason is None] == [one for one in alone if Path(one.path).name not in dead]
    assert active_children() == []


def test_a_process_that_dies_is_exit_3(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    documents(tmp_path, 8)
    monkeypatch.setattr(Policies, "of", lambda _, path: deadly(path))
    done = CliRunner().invoke(main, ["check", "--no-cache", "--jobs", "2", "--lang", "en", str(tmp_path)])
    assert (done.exit_code, done.output.count("died")) == (3, 1) and "parts-of-whole" in done.output


def test_rules_that_cannot_be_used_are_heard_of_from_any_process(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"a\.toml:1"):
        run(documents(tmp_path, 24), refusing, Request(jobs=2))
    assert active_children() == []


def test_a_version_that_is_unknown_is_heard_of_from_any_process(tmp_path: Path) -> None:
    paths = documents(tmp_path, 4)
    done = CliRunner().invoke(main, ["check", "--no-cache", "--jobs", "2", "--since", "HEAD", *map(str, paths)])
    assert done.exit_code == 2 and active_children() == []


@pytest.mark.parametrize("error", [NoHistory("一", "one"), Unreadable("一", "one"), PackError("a", 1, "syntax", "b", "c")])
def test_errors_go_from_one_process_to_another(error: Exception) -> None:
    back = pickle.loads(pickle.dumps(error))  # noqa: S301 - written in this line
    assert type(back) is type(error) and vars(back) == vars(error)


SPAWNED = """
import multiprocessing, sys
from pathlib import Path
from checker.run import Policies, Request, run
if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    alone, together = (run([Path(sys.argv[1])], Policies().of, Request(jobs=jobs)) for jobs in (1, 2))
    print(alone == together, together.errors)
"""


def test_processes_may_begin_from_nothing(tmp_path: Path) -> None:
    """As they do where the system cannot copy one that runs."""
    (tmp_path / "begin.py").write_text(SPAWNED, "utf-8")
    (tmp_path / "heshu.toml").write_text('[rules]\ntable-share = "warning"\n', "utf-8")
    (folder := tmp_path / "documents").mkdir()
    documents(folder, 6)
    command = [sys.executable, str(tmp_path / "begin.py"), str(folder)]
    done = subprocess.run(command, env=environment(Path(os.environ["HESHU_CACHE"])), capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("True 4\n", "")


@pytest.mark.parametrize(
    ("asked", "count", "jobs"),
    [(1, 1000, 1), (3, 1000, 3), (3, 2, 2), (0, 1000, 4), (None, 1, 1), (None, 63, 1), (None, 64, 2), (None, 10_000, 4), (None, 0, 1)],
)
def test_how_many_processes(asked: int | None, count: int, jobs: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(many, "cores", lambda: 4)
    assert many.processes(asked, count) == jobs


def test_quiet_is_what_is_wrong_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "一.md").write_text(RIGHT, "utf-8")
    (tmp_path / "二.md").write_text(MUTED, "utf-8")
    runner = CliRunner()
    silent = runner.invoke(main, ["check", "-q", str(tmp_path)])
    assert (silent.output, silent.exit_code) == ("", 0)
    (tmp_path / "三.md").write_text(WRONG, "utf-8")
    (tmp_path / "四.md").write_text("", "utf-8")
    loud, quiet = (runner.invoke(main, ["check", *more, str(tmp_path)]) for more in ([], ["-q"]))
    assert loud.exit_code == quiet.exit_code == 3
    assert loud.output.startswith(quiet.output.rstrip("\n").split("\n\n")[0]) and "已豁免" in loud.output and "文件 4" in loud.output
    assert "parts-of-whole" in quiet.output and "没有文字" in quiet.output and "豁免" not in quiet.output and "文件 4" not in quiet.output
    assert quiet.output.endswith("\n") and not quiet.output.endswith("\n\n")
    json = [runner.invoke(main, ["check", *more, "--format", "json", str(tmp_path)]).output for more in ([], ["-q"])]
    assert json[0] == json[1]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """What a run of three documents says on a terminal while each takes `slow`ly."""

    def said(slow: bool, quiet: bool = False, screen: io.StringIO | None = None) -> str:
        screen = screen or Terminal()
        monkeypatch.setattr(sys, "stderr", screen)
        clock = iter(number * (2 if slow else 0.1) for number in range(10))
        monkeypatch.setattr(progress, "monotonic", lambda: next(clock))
        with progress.progress("zh", quiet) as watch:
            for done in range(1, 4):
                watch(done, 3)
        return screen.getvalue()

    return said


def test_a_long_run_counts_on_a_terminal_and_clears_its_line(terminal: Callable[..., str]) -> None:
    said = terminal(True)
    assert "1/3" in said and "3/3" in said and said.endswith("\r\x1b[K") and "\n" not in said


def test_nothing_is_counted_elsewhere(terminal: Callable[..., str]) -> None:
    assert terminal(False) == terminal(True, quiet=True) == terminal(True, screen=io.StringIO()) == ""


def members(group: int) -> list[int]:
    """The processes of a group that are alive."""
    found = []
    for place in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, its = place.read_text().rpartition(")")[2].split()[:3]
        except (OSError, ValueError):
            continue
        if int(its) == group and state not in "ZX":
            found.append(int(place.parent.name))
    return found


def waited_for(what: Callable[[], bool]) -> bool:
    end = time.monotonic() + 60
    while not what() and time.monotonic() < end:
        time.sleep(0.02)
    return what()


@pytest.fixture
def long(tmp_path: Path) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Starts a run that takes long, in a group of its own, and waits until it is under way."""
    text = "\n\n".join(WRONG.replace("乙镇", f"第{number}镇") for number in range(40))
    for number in range(400):
        (tmp_path / f"{number}.md").write_text(f"{number}。\n\n{text}", "utf-8")
    runs: list[subprocess.Popen[str]] = []

    def start(*arguments: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "checker", "check", *arguments, "--output", str(tmp_path / "out.txt"), str(tmp_path)]
        one = subprocess.Popen(command, env=environment(tmp_path / "cache"), stderr=subprocess.PIPE, text=True, start_new_session=True)
        runs.append(one)
        assert waited_for(lambda: (tmp_path / "cache" / FILE).exists())
        return one

    yield start
    for one in runs:
        for process in members(one.pid):
            os.kill(process, signal.SIGKILL)
        one.communicate()


@LINUX
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_ends_a_run_with_one_sentence_and_no_file(tmp_path: Path, long: Callable[..., subprocess.Popen[str]], jobs: str) -> None:
    one = long("--jobs", jobs)
    os.killpg(one.pid, signal.SIGINT)
    _, said = one.communicate(timeout=60)
    assert (one.returncode, said) == (130, "heshu: 已中断。 Interrupted.\n")
    assert waited_for(lambda: not members(one.pid))
    assert [path.name for path in tmp_path.iterdir() if path.suffix != ".md"] == ["cache"]
    assert sorted(path.name for path in (tmp_path / "cache" / FILE.parent).iterdir()) == [FILE.name]


@LINUX
def test_processes_do_not_outlive_the_first(long: Callable[..., subprocess.Popen[str]]) -> None:
    one = long("--jobs", "2")
    assert len(members(one.pid)) == 3
    one.kill()
    assert waited_for(lambda: not members(one.pid))


def test_what_was_checked_before_a_ctrl_c_is_known_afterwards(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HESHU_CACHE", str(tmp_path / "cache"))
    paths = documents(tmp_path, 5)

    def interrupted(done: int, _: int) -> None:
        if done == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(paths, lambda _: plain(), Request(kept=True), interrupted)
    seen: list[int] = []
    run(paths, lambda _: plain(), Request(kept=True), lambda done, _: seen.append(done))
    assert seen == [3, 4, 5]
