"""What is wrong in a document does not depend on how it was typed: blanks, commas, emphasis, lines cut at the edge of a page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

import checker

ANSWERS = Path(__file__).parent / "answers"
CASES = sorted(path.name for path in ANSWERS.iterdir() if path.is_dir())[4::9]
_WIDE = {ord(digit): 0xFF10 + int(digit) for digit in "0123456789"}
_TYPED = str.maketrans({0xFF10 + number: str(number) for number in range(10)} | dict.fromkeys("\xa0 ,", None))


def blanks(line: str) -> str:
    """盘古之白: a blank between words and numbers."""
    return re.sub("([一-鿿])([0-9])", r"\1 \2", re.sub("([0-9%])([一-鿿])", r"\1 \2", line))


def half_width(line: str) -> str:
    return line.translate(str.maketrans("，（）：；", ",():;"))


def commas_and_blanks(line: str) -> str:
    return line.replace("，", ", ")


def full_width(line: str) -> str:
    return line.translate(_WIDE).replace("%", "％")


def emphasis(line: str) -> str:
    return re.sub(r"(?<![0-9.,*])([0-9][0-9.,]*(?:万元|亿元|个百分点|%|人|户))(?!\*)", r"**\1**", line)


def cut(line: str, columns: int = 76) -> str:
    """A paragraph as an editor or a page cuts it."""
    if len(line) * 2 <= columns or line.startswith("#"):
        return line
    lines, width = [""], 0
    for character in line:
        wide = 1 if character.isascii() else 2
        if width + wide > columns and character not in "，。；：、）”%":
            lines.append("")
            width = 0
        lines[-1] += character
        width += wide
    return "\n".join(lines)


WAYS: dict[str, Callable[[str], str]] = {
    "blanks": blanks,
    "no-break blanks": lambda line: blanks(line).replace(" ", "\xa0"),
    "half width": half_width,
    "commas and blanks": commas_and_blanks,
    "full width": full_width,
    "emphasis": emphasis,
    "cut lines": cut,
}


def typed(text: str, way: Callable[[str], str]) -> str:
    """The text with its prose typed another way, tables left as they are."""
    return "\n".join(line if line.lstrip().startswith("|") else way(line) for line in text.split("\n"))


def found(text: str) -> Counter[str]:
    report = checker.check(text)
    told = [finding for finding in report.findings if finding.severity != "note"]
    return Counter(finding.working.translate(_TYPED).replace("％", "%") for finding in told)


@pytest.mark.parametrize("way", WAYS)
def test_findings_are_those_of_the_text_however_it_is_typed(way: str) -> None:
    unlike = {}
    for name in CASES:
        text = (ANSWERS / name / "flawed.md").read_text("utf-8")
        other = typed(text, WAYS[way])
        assert other != text
        before, after = found(text), found(other)
        assert before, name
        if before != after:
            unlike[name] = (before - after, after - before)
    assert unlike == {}
