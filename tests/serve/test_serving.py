"""The commands that run until they are stopped, where they cannot begin."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from checker.cli import main


@pytest.mark.parametrize(
    ("missing", "language", "said"),
    [
        ("pygls", "zh", "heshu: heshu lsp 需要 pygls，请运行 pip install 'heshu[lsp]'。\n"),
        ("pygls", "en", "heshu: heshu lsp needs pygls: pip install 'heshu[lsp]'\n"),
        ("lsprotocol", "en", "heshu: heshu lsp needs pygls: pip install 'heshu[lsp]'\n"),
    ],
)
def test_without_pygls_one_sentence_says_how_to_get_it(missing: str, language: str, said: str) -> None:
    code = f"import sys; sys.modules[{missing!r}] = None; from checker.cli import main; main(['lsp', '--lang', {language!r}])"
    done = subprocess.run([sys.executable, "-X", "utf8", "-c", code], capture_output=True, text=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", said)


@pytest.mark.parametrize(("language", "said"), [("zh", "无法取得历史版本"), ("en", "The former version cannot be had")])
def test_a_watch_that_has_nothing_to_compare_with_ends(tmp_path: Path, language: str, said: str) -> None:
    (path := tmp_path / "一.md").write_text("全文共3个数字。\n", "utf-8")
    result = CliRunner().invoke(main, ["watch", str(path), "--since", "HEAD", "--lang", language])
    assert result.exit_code == 2
    assert result.stderr.startswith(f"heshu: {said}") and result.stderr.count("\n") == 1
