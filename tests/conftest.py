"""What several tests share: the sample, and a report that needs no engine to be made."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory

import hypothesis
import pytest
from hard_report import hard_report

from checker.document import Document
from checker.finding import Finding, Place
from checker.report import DocumentReport, Reason, Report

# the same examples on every machine and in every run: a gate must not be red by chance; --hypothesis-profile search looks further
hypothesis.settings.register_profile("gate", deadline=None, derandomize=True, database=None, max_examples=60)
hypothesis.settings.register_profile("search", deadline=None, database=None, max_examples=1500)
hypothesis.settings.load_profile("gate")
TEXT = "一、工业\n全县工业投资10.99亿元，增长80%，其中技改投资8.81亿元，增长28.2%。\n二、农业\n"


def pytest_configure(config: pytest.Config) -> None:
    """Compiled rules are kept in a folder of this run, from collection on: tests neither fill the user's cache nor trust it."""
    kept = TemporaryDirectory(prefix="heshu-")
    config.add_cleanup(kept.cleanup)
    os.environ["HESHU_CACHE"] = kept.name


def place(quote: str, role: str, suspect: bool = False) -> Place:
    """The only place in TEXT where `quote` stands."""
    start = TEXT.index(quote)
    line = TEXT.count("\n", 0, start) + 1
    return Place(quote, start, start + len(quote), line, start - TEXT.rfind("\n", 0, start), role, suspect)


@pytest.fixture
def report() -> Report:
    """A report with an error that has a symptom, a warning, a note, a document that passes and one that is unreadable."""
    symptom = Finding(
        "part-within-whole", "order", "error", "named", "部分大于整体。", "A part exceeds its whole.", "6.87 > 6.11", "k2",
        (place("8.81亿元", "part"), place("10.99亿元", "whole")),
    )  # fmt: skip
    error = Finding(
        "growth-from-levels", "growth", "error", "stated", "增速与两年数值不符。", "The rate does not follow from the levels.",
        "10.99 ÷ 6.11 − 1 = 79.9%", "k1", (place("10.99亿元", "now"), place("80%", "rate", suspect=True)), "79.9%", "swap", (symptom,),
    )  # fmt: skip
    warning = Finding(
        "guess", "share", "warning", "arithmetic", "占比可疑。", "The share is doubtful.", "", "k3", (place("28.2%", "share"),)
    )  # fmt: skip
    note = Finding(
        "drift", "total", "note", "stated", "尾数差一。", "The last digit drifts.", "1 + 1 = 3", "k4", (place("8.81亿元", "total"),)
    )  # fmt: skip
    document = Document("一.md", TEXT, ())
    return Report(
        (
            DocumentReport("一.md", (error, warning, note), 1, 4, 3, 0, 1, 3, document=document),
            DocumentReport("二.md", figures=2, exempt=1, unconfirmed=1),
            DocumentReport("三.txt", reason=Reason("文件是空的。", "The file is empty.")),
        )
    )


@pytest.fixture
def hard(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Report:
    """A report that is hard to write down, of documents in the working directory."""
    monkeypatch.chdir(tmp_path)
    return hard_report(tmp_path)


@pytest.fixture
def sample() -> Path:
    """A report of an invented county with three slips."""
    return Path(__file__).parent / "samples" / "county.md"
