"""Start-up is a feature: a hook pays for it on every commit."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {"pandas", "numpy", "pint", "docx", "openpyxl", "yaml", "pygls", "lsprotocol", "asyncio"}
SAMPLE = Path(__file__).parent / "samples" / "county.md"


@pytest.mark.parametrize("arguments", [["--help"], ["check", str(SAMPLE)]], ids=["help", "check"])
def test_no_heavy_library_on_the_way(arguments: list[str]) -> None:
    # the first run may compile the rules; what counts is every other one
    subprocess.run([sys.executable, "-m", "checker", *arguments], capture_output=True, check=False)
    done = subprocess.run([sys.executable, "-X", "importtime", "-m", "checker", *arguments], capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    loaded = {line.rpartition("|")[2].strip().partition(".")[0] for line in done.stderr.splitlines() if line.startswith("import time:")}
    assert not loaded & HEAVY


def test_the_package_itself_is_light() -> None:
    code = "import sys, checker; print(sorted(name for name in sys.modules if name.startswith('checker')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['checker']"
