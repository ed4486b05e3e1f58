"""The sample report is read as its writer would read it, and reports/ shows what really comes out.

HESHU_REGENERATE=1 writes the files in reports/ anew; look at the difference before it is committed.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

import checker
from checker.cli import main

ROOT = Path(__file__).resolve().parent.parent
SLIPS = {"增长8.8%": "增长8.0%", "新建项目14个": "新建项目41个", "| 卫生健康 | 6700 |": "| 卫生健康 | 7600 |"}
RENDERED = {
    "sample.txt": ["check", "tests/samples/county.md"],
    "sample.en.txt": ["check", "tests/samples/county.md", "--lang", "en"],
    "sample.json": ["check", "tests/samples/county.md", "--format", "json"],
    "sample-figures.txt": ["figures", "tests/samples/county.md"],
    "sample-explanation.txt": ["explain-figure", "tests/samples/county.md", "7:44"],
    "sample-explanation.en.txt": ["explain-figure", "tests/samples/county.md", "7:44", "--lang", "en"],
}


def test_each_slip_is_one_error(sample: Path) -> None:
    text = sample.read_text("utf-8")
    report = checker.check(text)
    assert [finding.severity for finding in report.findings] == ["error"] * len(SLIPS)
    for slip, finding in zip(SLIPS, report.findings, strict=True):
        start = text.index(slip)
        assert any(place.start < start + len(slip) and start < place.end for place in finding.places)


@pytest.mark.parametrize("kept", SLIPS)
def test_a_slip_alone_is_the_only_finding(sample: Path, kept: str) -> None:
    text = sample.read_text("utf-8")
    for slip, meant in SLIPS.items():
        text = text if slip == kept else text.replace(slip, meant)
    assert len(checker.check(text).findings) == 1


def test_without_slips_nothing_is_found(sample: Path) -> None:
    text = sample.read_text("utf-8")
    for slip, meant in SLIPS.items():
        assert text.count(slip) == 1
        text = text.replace(slip, meant)
    assert checker.check(text).findings == ()


@pytest.mark.parametrize("name", RENDERED)
def test_reports_show_what_comes_out(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    _hold(ROOT / "reports" / name, CliRunner().invoke(main, RENDERED[name]).stdout)


@pytest.mark.parametrize(("readme", "name"), [("README.md", "sample.en.txt"), ("README.zh-CN.md", "sample.txt")])
def test_readme_shows_what_comes_out(readme: str, name: str) -> None:
    path = ROOT / readme
    before, opening, rest = path.read_text("utf-8").partition("<!-- sample -->\n")
    _, closing, after = rest.partition("<!-- /sample -->\n")
    command = " ".join(RENDERED[name])
    shown = f"```text\n$ heshu {command}\n{(ROOT / 'reports' / name).read_text('utf-8')}```\n"
    _hold(path, f"{before}{opening}{shown}{closing}{after}")


def _hold(path: Path, content: str) -> None:
    """The file says exactly this, or is made to."""
    if os.environ.get("HESHU_REGENERATE"):
        path.write_text(content, "utf-8")
    assert path.read_text("utf-8") == content
