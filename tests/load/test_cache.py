"""The cache of compiled packs: found again, rebuilt when broken, skipped when it cannot be written, trusted only when it is ours."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from checker.load import cache, rules


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HESHU_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def kept(folder: Path) -> Path:
    (only,) = folder.iterdir()
    return only


def test_a_second_load_takes_the_kept_rules(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = rules()
    assert kept(folder).name == f"{first.digest}.pickle"
    assert folder.stat().st_mode & 0o777 == 0o700
    assert kept(folder).stat().st_mode & 0o777 == 0o600
    monkeypatch.setattr("checker.load.compiled.compiled", None)
    assert rules() == first


def test_a_hit_imports_no_compiler() -> None:
    rules()
    listing = "import sys; from checker.load import rules; rules(); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", listing], capture_output=True, text=True, check=True).stdout.split()
    assert not {"tomllib", "fractions", "pint", "checker.load.compiled", "checker.load.strict"} & set(loaded)


def test_a_changed_pack_is_compiled_anew(tmp_path: Path) -> None:
    words = tmp_path / "pack" / "wording" / "a.toml"
    words.parent.mkdir(parents=True)
    words.write_text('[catch]\nwords = ["捕捞"]\n', encoding="utf-8")
    before = rules([tmp_path / "pack"])
    words.write_text('[catch]\nwords = ["养殖"]\n', encoding="utf-8")
    after = rules([tmp_path / "pack"])
    assert before.digest != after.digest
    assert after.wording["catch"] == ("养殖",)


@pytest.mark.parametrize("content", [b"", b"no pickle", pickle.dumps("other"), pickle.dumps(os.getcwd), b"\x80\x05."])
def test_a_broken_file_is_rebuilt(folder: Path, content: bytes) -> None:
    first = rules()
    place = kept(folder)
    place.write_bytes(content)
    assert rules() == first
    assert place.stat().st_size > 10_000


class _Trap:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.putenv, ("HESHU_TRAP",)


def test_nothing_but_rules_is_built_from_a_file(folder: Path) -> None:
    first = rules()
    kept(folder).write_bytes(pickle.dumps(_Trap()))
    assert cache.recall(first.digest) is None


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="no file modes")
def test_a_file_that_others_may_write_is_not_trusted(folder: Path) -> None:
    first = rules()
    kept(folder).chmod(0o666)
    assert cache.recall(first.digest) is None


def test_a_cache_that_cannot_be_written_is_no_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("HESHU_CACHE", str(tmp_path / "file" / "below"))
    assert rules().units["元"].factor == 1


def test_where_the_cache_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HESHU_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", "/somewhere")
    assert cache.folder() == Path("/somewhere/heshu")
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", "/home/anyone")
    assert cache.folder() == Path("/home/anyone/.cache/heshu")


def test_only_the_newest_sets_of_rules_are_left(tmp_path: Path, folder: Path) -> None:
    words = tmp_path / "pack" / "wording" / "a.toml"
    words.parent.mkdir(parents=True)
    for number in range(cache.KEPT + 3):
        words.write_text(f'[catch]\nwords = ["第{number}"]\n', encoding="utf-8")
        rules([tmp_path / "pack"])
    assert len(list(folder.iterdir())) == cache.KEPT
