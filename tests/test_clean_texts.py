"""Passages that look like the business of a rule and are clean, and whole documents by other hands (`clean/whole`, computed and rounded by
scripts): their figures hold, or are not related so. None may be accused."""

from __future__ import annotations

from pathlib import Path

import pytest
from pipeline import alarms

_FOLDER = Path(__file__).parent / "clean"


def passages() -> list[object]:
    """One passage between empty lines (tables and whole documents hold some themselves), all of them invented."""
    found: list[object] = []
    for file in sorted(_FOLDER.glob("*.txt")):
        texts = file.read_text(encoding="utf-8").strip().split("\n=====\n" if file.stem in ("tables", "documents") else "\n\n")
        found += [pytest.param(text, id=f"{file.stem}-{number}") for number, text in enumerate(texts)]
    whole = sorted((_FOLDER / "whole").glob("*.md"))
    return found + [pytest.param(file.read_text(encoding="utf-8"), id=f"whole-{file.stem}") for file in whole]


@pytest.mark.parametrize("text", passages())
def test_nobody_cries_wolf(text: str) -> None:
    assert alarms(text) == []
