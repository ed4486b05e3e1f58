"""Completion as shells ask for it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest
from click.testing import CliRunner

from checker.cli import main


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_is_one_that_the_shell_reads(shell: str) -> None:
    script = CliRunner().invoke(main, ["completion", shell]).output
    assert "_HESHU_COMPLETE" in script
    if shell == "bash" and shutil.which(shell):
        assert subprocess.run([shell, "-n"], input=script, text=True, check=False).returncode == 0


@pytest.mark.parametrize(
    ("words", "found"), [("heshu exp", {"explain", "explain-figure"}), ("heshu explain growth-from-l", {"growth-from-levels"})]
)
def test_commands_and_rules_are_completed(words: str, found: set[str]) -> None:
    asked = {**os.environ, "_HESHU_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(words.count(" "))}
    code = "import sys; sys.argv[0] = 'heshu'; from checker.cli import main; main(prog_name='heshu')"
    done = subprocess.run([sys.executable, "-c", code], env=asked, capture_output=True, text=True, encoding="utf-8", check=False)
    assert {line.partition(",")[2] for line in done.stdout.splitlines()} == found, done.stderr
