"""Reports kept from one run to the next say what a run without them says."""

from __future__ import annotations

import os
import pickle
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

import pytest
from click.testing import CliRunner
from gate import MUTED, RIGHT, WRONG, environment, heshu, repository

from checker.cli import main
from checker.document import About, Unreadable
from checker.keep import code_digest, read, recall, store, written
from checker.keep.sqlite import FILE
from checker.report import Report
from checker.run import Policies, Request, kept, plain, run
from checker.run.kept import ELSEWHERE, Keys, recalled
from checker.settings import Policy, Settings

ENGINE = ("find", "bind", "derive", "relate", "judge", "sift")


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for reports; the rules are compiled once for all tests."""
    place = tmp_path / "cache"
    place.mkdir(mode=0o700)
    for compiled in Path(os.environ["HESHU_CACHE"]).glob("*.pickle"):
        (place / compiled.name).write_bytes(compiled.read_bytes())
    monkeypatch.setenv("HESHU_CACHE", str(place))
    return place


@pytest.fixture
def known(tmp_path: Path, cache: Path) -> Path:
    """The repository, with one of its findings in a baseline."""
    folder = repository(tmp_path / "报告")
    command = [sys.executable, "-m", "checker", "baseline", "又错.md"]
    assert subprocess.run(command, cwd=folder, env=environment(cache), check=False).returncode == 0
    with (folder / "heshu.toml").open("r+", encoding="utf-8") as file:
        said = file.read()
        file.seek(0)
        file.write('baseline = "heshu.baseline"\n' + said)
    return folder


@pytest.mark.parametrize(
    "arguments",
    [(), ("--format", "json", "--notes", "--coverage", "--show-checked", "--lang", "en", "--fail-on", "never")],
    ids=["text", "all"],
)
def test_every_way_of_running_reports_the_same(known: Path, cache: Path, arguments: tuple[str, ...]) -> None:
    once = heshu(known, cache, *arguments, "--no-cache", "--jobs", "1")
    assert not (cache / FILE).exists()
    ways = {
        "first": heshu(known, cache, *arguments, "--jobs", "1"),
        "again": heshu(known, cache, *arguments, "--jobs", "1"),
        "side by side": heshu(known, cache, *arguments, "--no-cache", "--jobs", "3"),
        "again, side by side": heshu(known, cache, *arguments, "--jobs", "2"),
        "by itself": heshu(known, cache, *arguments),
    }
    (cache / FILE).unlink()
    ways["side by side, then again"] = heshu(known, cache, *arguments, "--jobs", "2")
    ways["kept by others"] = heshu(known, cache, *arguments, "--jobs", "1")
    assert once[0] == 3 and {name for name, said in ways.items() if said != once} == set()


def test_what_is_kept_is_what_is_made(tmp_path: Path, cache: Path) -> None:
    folder = repository(tmp_path / "报告")
    first = run([folder], Policies().of, Request(kept=True))
    assert run([folder], Policies().of, Request(kept=True)) == first == run([folder], Policies().of, Request())
    with closing(sqlite3.connect(cache / FILE)) as base:
        (entries,) = base.execute("SELECT count(*) FROM reports").fetchone()
    # 对, 错 (又错 is the same), 同样错, 尾数, 国标 and the twelve; 另写 and 豁免 are let pass, 空 and 图片 are no documents
    assert entries == 5 + 12


@pytest.mark.usefixtures("cache")
def test_documents_that_are_alike_have_their_own_paths(tmp_path: Path) -> None:
    (tmp_path / "一.md").write_text(WRONG, "utf-8")
    run([tmp_path / "一.md"], Policies().of, Request(kept=True))
    (tmp_path / "二.md").write_text(WRONG, "utf-8")
    (answer,) = recalled([tmp_path / "二.md"], Policies().of, Request(kept=True), None).values()
    assert answer.path == str(tmp_path / "二.md") and answer.document is not None
    assert answer.document.line(answer.findings[0].at.line) == WRONG.splitlines()[2]


def test_a_run_over_what_is_known_loads_no_engine(tmp_path: Path, cache: Path) -> None:
    (tmp_path / "一.md").write_text(WRONG, "utf-8")
    (tmp_path / "二.md").write_text(RIGHT, "utf-8")
    code = (
        "import sys\nfrom checker.cli import main\ntry:\n    main(['check', '.'])\nexcept SystemExit as end:\n    code = end.code\n"
        "print(code, sorted(name for name in sys.modules if name.startswith('checker.')), file=sys.stderr)"
    )
    command = [sys.executable, "-c", code]
    first, second = (subprocess.run(command, cwd=tmp_path, env=environment(cache), capture_output=True, text=True) for _ in "ab")
    assert first.stdout == second.stdout and first.returncode == second.returncode == 0
    assert all(f"'checker.{verb}'" in first.stderr for verb in ENGINE)
    assert second.stderr.startswith("1 ") and not re.search(rf"'checker\.({'|'.join(ENGINE)})['.]", second.stderr)


SETTINGS: dict[str, Any] = {
    "max_bytes": 1000, "max_characters": 1000, "about": About(date(2025, 1, 1)), "levels": {"table-share": "off"}, "fail_on": "warning",
}  # fmt: skip
REQUESTS: dict[str, Any] = {"notes": True, "coverage": True, "threshold": "note", "checks": True}


def key(data: bytes = b"1", suffix: str = ".md", policy: Policy | None = None, request: Request | None = None) -> bytes:
    return Keys(request or Request()).of(data, suffix, policy or plain())


def different() -> Iterator[tuple[str, bytes]]:
    yield "data", key(b"2")
    yield "suffix", key(suffix=".txt")
    yield "rules", key(policy=replace(plain(), rules=replace(plain().rules, digest="0")))
    for name, value in SETTINGS.items():
        yield name, key(policy=replace(plain(), settings=replace(Settings(), **{name: value})))
    for name, value in REQUESTS.items():
        yield name, key(request=replace(Request(), **{name: value}))


def test_every_part_of_the_key_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    keys = dict(different())
    assert key() == key() and len({key(), *keys.values()}) == 1 + len(keys)
    before = key()
    monkeypatch.setattr(kept, "VERSION", "0")
    released = key()
    monkeypatch.setattr(kept, "code_digest", lambda: "0")
    assert len({before, released, key()}) == 3


def test_the_code_is_told_from_other_code(tmp_path: Path) -> None:
    package = tmp_path / "checker"
    shutil.copytree(Path(kept.__file__).parent.parent, package, ignore=shutil.ignore_patterns("__pycache__"))
    ask = [sys.executable, "-c", "from checker.keep.code import code_digest; print(code_digest())"]
    environ = {**os.environ, "PYTHONPATH": str(tmp_path)}

    def digest() -> str:
        return subprocess.run(ask, cwd=tmp_path, env=environ, capture_output=True, text=True, check=True).stdout

    before = digest()
    assert digest() == before == code_digest() + "\n"
    with (package / "judge" / "total.py").open("a", encoding="utf-8") as file:
        file.write("# a comment\n")
    assert digest() != before


def test_whatever_is_asked_or_decided_is_in_the_key_or_said_not_to_be() -> None:
    """A new field of a noun on which reports depend has to be thought of here."""
    assert {each.name for each in fields(Settings)} - ELSEWHERE == set(SETTINGS)
    assert {each.name for each in fields(Request)} - ELSEWHERE == set(REQUESTS)
    assert {each.name for each in fields(Policy)} == {"settings", "rules", "mutes", "baseline"}


def test_what_lies_elsewhere_is_not_in_the_key() -> None:
    other = replace(Settings(), include=("*.md",), folder=Path("/"), source=Path("/heshu.toml"))
    assert key(policy=replace(plain(), settings=other), request=Request(jobs=4, kept=True, since="HEAD")) == key()


def test_rules_of_the_level_are_in_no_order() -> None:
    one, other = ({"a": "off", "b": "note"}, {"b": "note", "a": "off"})
    assert key(policy=replace(plain(), settings=Settings(levels=one))) == key(policy=replace(plain(), settings=Settings(levels=other)))  # type: ignore[arg-type]


@pytest.mark.parametrize("text", [MUTED, MUTED.replace("10个、4个、5个", "9个"), "", "\x00"])
def test_what_depends_on_more_than_the_key_is_not_kept(tmp_path: Path, cache: Path, text: str) -> None:
    (tmp_path / "一.md").write_text(text, "utf-8")
    run([tmp_path / "一.md"], Policies().of, Request(kept=True))
    assert recalled([tmp_path / "一.md"], Policies().of, Request(kept=True), None) == {} and not (cache / FILE).exists()


@pytest.mark.usefixtures("cache")
def test_a_crash_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "一.md").write_text(WRONG, "utf-8")
    with monkeypatch.context() as patched:
        patched.setattr("checker.run.file.check_document", lambda *_: 1 / 0)
        assert run([tmp_path], Policies().of, Request(kept=True)).unreadable == 1
    assert run([tmp_path], Policies().of, Request(kept=True)).errors == 1


@pytest.mark.usefixtures("cache")
def test_what_cannot_be_had_again_is_checked_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "一.md").write_text(WRONG, "utf-8")
    first = run([tmp_path], Policies().of, Request(kept=True))

    def refuse(*_: object) -> NoReturn:
        raise Unreadable("一", "one")

    for name in ("content", "document_of"):
        with monkeypatch.context() as patched:
            patched.setattr(kept, name, refuse)
            assert run([tmp_path], Policies().of, Request(kept=True)) == first
    monkeypatch.setattr(kept, "read", lambda *_: None)
    assert run([tmp_path], Policies().of, Request(kept=True)) == first


@pytest.mark.usefixtures("cache")
def test_a_mute_in_a_file_of_its_own_is_heard_although_the_document_is_kept(tmp_path: Path) -> None:
    document = tmp_path / "另写.md"
    document.write_text(WRONG, "utf-8")
    assert run([document], Policies().of, Request(kept=True)).errors == 1
    mutes = tmp_path / "heshu.mutes.toml"
    mutes.write_text('[[mute]]\nfile = "另写.md"\nrule = "parts-of-whole"\nfigures = ["10个", "4个", "5个"]\nreason = "暂停"\n', "utf-8")
    report = run([document], Policies().of, Request(kept=True))
    assert (report.errors, report.muted) == (0, 1)
    mutes.unlink()
    assert run([document], Policies().of, Request(kept=True)).errors == 1


@pytest.mark.usefixtures("cache")
def test_what_was_revised_is_compared_although_it_is_kept(tmp_path: Path) -> None:
    before = "全镇完成投资3.20亿元，增长7.6%。\n\n综上，全镇完成投资3.20亿元。\n"
    after = before.replace("3.20", "3.40", 1)
    document = tmp_path / "一.md"
    for command in (["init", "-q"], ["config", "user.email", "a@example.org"], ["config", "user.name", "a"]):
        subprocess.run(["git", *command], cwd=tmp_path, check=True)
    document.write_text(before, "utf-8")
    subprocess.run(["git", "add", "一.md"], cwd=tmp_path, check=True)
    subprocess.run(["git", "commit", "-qm", "a"], cwd=tmp_path, check=True)
    plain_request, since = Request(kept=True), Request(kept=True, since="HEAD")
    assert run([document], Policies().of, since) == run([document], Policies().of, since) == run([document], Policies().of, plain_request)
    document.write_text(after, "utf-8")
    run([document], Policies().of, plain_request)
    told = run([document], Policies().of, since)
    assert told == run([document], Policies().of, replace(since, kept=False)) and told.findings
    assert "revised-in-part" in {finding.rule for finding in told.findings} or told != run([document], Policies().of, plain_request)


def test_bytes_come_back_as_the_report(report: Report, sample: Path) -> None:
    made = run([sample], lambda _: plain(), Request(notes=True, coverage=True, checks=True)).documents[0]
    assert made.findings and made.coverage and made.checks
    for document in (made, *report.documents):
        assert read(written(document), document.path) == document
        back = read(written(document), "b.md")
        assert back is not None and back.path == "b.md" and back.document is None


class Hostile:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, ("heshu-was-here",)


@pytest.mark.parametrize(
    "content",
    [pickle.dumps(Hostile()), pickle.dumps(1), b"", b"\x80", b"cchecker.report\ndataclass\n.", b"cchecker.report\nReport\n(t\x81."],
)
def test_bytes_build_nothing_but_a_report(content: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert read(content, "a.md") is None
    assert list(tmp_path.iterdir()) == []


KEPT = {b"a" * 32: b"one", b"b" * 32: b"two"}


def test_a_store_gives_back_what_it_was_given(tmp_path: Path) -> None:
    assert recall(tmp_path, KEPT) == {}
    store(tmp_path, KEPT)
    assert recall(tmp_path, [*KEPT, b"c"]) == KEPT
    many = {number.to_bytes(32): bytes(number) for number in range(1201)}
    store(tmp_path, many)
    assert recall(tmp_path, many) == many


def test_an_entry_of_another_day_is_told_of_today(tmp_path: Path) -> None:
    store(tmp_path, KEPT)
    with closing(sqlite3.connect(tmp_path / FILE)) as base, base:
        base.execute("UPDATE reports SET day = 1")
    recall(tmp_path, [b"a" * 32])
    with closing(sqlite3.connect(tmp_path / FILE)) as base:
        assert [row[0] for row in base.execute("SELECT key FROM reports WHERE day > 1")] == [b"a" * 32]


def test_what_was_not_asked_for_longest_goes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checker.keep.sqlite.MOST", 40 * 4096)
    old = {bytes([number]) * 32: bytes(4000) for number in range(20)}
    store(tmp_path, old)
    with closing(sqlite3.connect(tmp_path / FILE)) as base, base:
        base.execute("UPDATE reports SET day = 1")
    new = {bytes([100 + number]) * 32: bytes(4000) for number in range(15)}
    for one, content in new.items():
        store(tmp_path, {one: content})
    assert recall(tmp_path, new) == new and len(recall(tmp_path, old)) < len(old)
    assert (tmp_path / FILE).stat().st_size <= 40 * 4096
    store(tmp_path, {bytes([200 + number]) * 32: bytes(4000) for number in range(50)})  # more than there is room for: nothing happens
    assert recall(tmp_path, new)


def test_a_report_without_end_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checker.keep.sqlite.LONGEST", 2)
    store(tmp_path, {b"a": b"123", b"b": b"12"})
    assert recall(tmp_path, [b"a", b"b"]) == {b"b": b"12"}


@pytest.mark.parametrize("content", [b"", b"no database", bytes(8192)])
def test_a_broken_file_is_made_anew(tmp_path: Path, content: bytes) -> None:
    store(tmp_path, KEPT)
    (tmp_path / FILE).write_bytes(content)
    assert recall(tmp_path, KEPT) == {}
    store(tmp_path, KEPT)
    store(tmp_path, KEPT)
    assert recall(tmp_path, KEPT) == KEPT


def test_a_damaged_entry_is_none(tmp_path: Path) -> None:
    store(tmp_path, KEPT)
    with closing(sqlite3.connect(tmp_path / FILE)) as base, base:
        base.execute("UPDATE reports SET content = substr(content, 1, 18) || 'x' WHERE key = ?", (b"a" * 32,))
    assert recall(tmp_path, KEPT) == {b"b" * 32: b"two"}


def test_damage_anywhere_in_the_file_is_no_error(tmp_path: Path) -> None:
    many = {number.to_bytes(32): bytes([number]) * 300 for number in range(100)}
    store(tmp_path, many)
    sound = (tmp_path / FILE).read_bytes()
    for at in range(0, len(sound), 997):
        (tmp_path / FILE).parent.mkdir(exist_ok=True)
        (tmp_path / FILE).write_bytes(sound[:at] + bytes(64) + sound[at + 64 :])
        (tmp_path / FILE).chmod(0o600)
        assert recall(tmp_path, many).items() <= many.items()


def test_somebody_who_writes_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checker.keep.sqlite._PATIENCE", 0.01)
    store(tmp_path, KEPT)
    with closing(sqlite3.connect(tmp_path / FILE, isolation_level=None)) as base:
        base.execute("BEGIN EXCLUSIVE")
        assert recall(tmp_path, KEPT) == {}
        store(tmp_path, {b"c": b"three"})
    assert recall(tmp_path, [*KEPT, b"c"]) == KEPT


def test_a_file_that_cannot_be_written_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store(tmp_path, KEPT)
    connect = sqlite3.connect
    monkeypatch.setattr("checker.keep.sqlite._DAY", 1)  # so that the days would have to be written, too
    monkeypatch.setattr(sqlite3, "connect", lambda file, **more: connect(f"file:{file}?mode=ro", uri=True, **more))
    store(tmp_path, {b"c": b"three"})
    assert recall(tmp_path, [*KEPT, b"c"]) == KEPT


def test_a_folder_that_cannot_be_made_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    store(tmp_path / "file", KEPT)
    store(Path("a\0b"), KEPT)
    assert recall(tmp_path / "file", KEPT) == recall(Path("a\0b"), KEPT) == {}


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="nobody owns files here")
def test_what_somebody_else_could_have_written_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store(tmp_path, KEPT)
    for place, mode in ((tmp_path / FILE, 0o622), (tmp_path / FILE.parent, 0o777)):
        before = place.stat().st_mode
        place.chmod(mode)
        assert recall(tmp_path, KEPT) == {}
        place.chmod(before)
    assert recall(tmp_path, KEPT) == KEPT
    somebody = os.getuid() + 1
    monkeypatch.setattr(os, "getuid", lambda: somebody)
    assert recall(tmp_path, KEPT) == {}


def test_runs_at_the_same_time_do_not_disturb_one_another(known: Path, cache: Path) -> None:
    once = heshu(known, cache, "--no-cache")
    command = [sys.executable, "-m", "checker", "check", "--jobs", "1", "."]
    runs = [
        subprocess.Popen(command, cwd=known, env=environment(cache), stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(4)
    ]
    said = [(*one.communicate(), one.returncode) for one in runs]
    assert said == [(once[1], b"", once[0])] * 4
    assert heshu(known, cache, "--jobs", "1") == once


def test_the_cache_can_be_switched_off(tmp_path: Path, cache: Path) -> None:
    (tmp_path / "一.md").write_text(WRONG, "utf-8")
    runner = CliRunner()
    assert runner.invoke(main, ["check", "--no-cache", str(tmp_path / "一.md")]).exit_code == 1
    assert not (cache / FILE).exists()
    assert runner.invoke(main, ["check", str(tmp_path / "一.md")]).exit_code == 1
    assert (cache / FILE).exists()
