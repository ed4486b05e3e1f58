"""What an editor may write into a document."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from checker.finding import Finding
from checker.report import DocumentReport
from checker.run.draft import Draft, check_draft
from checker.run.policy import plain
from checker.serve.edits import mute, repair, safe

COUNTED = "全县共有重点项目10个，其中续建项目4个、新建项目5个。"
TABLE = "单位：万元\n\n| 项目 | 支出 |\n| --- | --- |\n| 教育 | 310 |\n| 卫生 | 200 |\n| 合计 | 500 |\n"
GROWN = "营业收入86.40亿元，比上年同期的80.00亿元增长8.8%。"


def checked(text: str, suffix: str = ".md") -> DocumentReport:
    return check_draft(Draft(text, suffix), plain())


def only(text: str, suffix: str = ".md") -> tuple[DocumentReport, Finding]:
    report = checked(text, suffix)
    (finding,) = report.findings
    return report, finding


@pytest.mark.parametrize(
    ("text", "suffix", "before"),
    [
        (f"{COUNTED}\n\n下文。\n", ".md", "\n\n下文"),
        (f"{COUNTED}\n下文。\n", ".md", "\n"),
        (COUNTED, ".md", ""),
        (f"- {COUNTED}\n- 另一项\n\n下文。\n", ".md", "\n\n下文"),
        (f"> {COUNTED}\n> 又一行\n\n下文。\n", ".md", "\n\n下文"),
        (f"{TABLE}\n下文。\n", ".md", "\n\n下文"),
        (f"```\n{COUNTED}\n\n仍在其中。\n```\n\n下文。\n", ".md", "\n\n下文"),
        (f"~~~~ text\n{COUNTED}\n\n~~~\n\n~~~~\n下文。\n", ".md", "\n"),
        (f"{COUNTED}\r\n\r\n下文。\r\n", ".md", "\r\n\r\n下文"),
        (f"{COUNTED}\n下文另起。\n", ".txt", "\n下文"),
        (COUNTED, ".txt", ""),
    ],
)
def test_a_mute_stands_behind_the_paragraph_and_holds_with_a_reason(text: str, suffix: str, before: str) -> None:
    report, finding = only(text, suffix)
    assert report.document is not None
    edit = mute(report.document, finding, suffix)
    assert edit is not None and edit.start == edit.end
    assert text[edit.end :].startswith(before)
    written = edit.made(text)
    assert {one.rule for one in checked(written, suffix).findings} == {finding.rule, "mute-out-of-use"}
    after = checked(written.replace("because  ", "because 口径不同 "), suffix)
    assert (after.findings, len(after.muted)) == ((), 1)


def test_what_a_comment_cannot_name_gets_none() -> None:
    report, finding = only(COUNTED)
    assert report.document is not None
    odd = replace(finding, places=(replace(finding.places[0], text="10个-->"), *finding.places[1:]))
    assert mute(report.document, odd, ".md") is None
    fenced, found = only(f"```\n{COUNTED}\n")
    assert fenced.document is not None
    assert mute(fenced.document, found, ".md") is None


def test_the_blamed_figure_is_written_as_expected() -> None:
    _, finding = only(GROWN)
    edit = repair(finding)
    assert edit is not None
    assert edit.made(GROWN) == GROWN.replace("8.8%", "8.00%")
    assert checked(edit.made(GROWN)).findings == ()


@pytest.mark.parametrize(
    ("written", "expected", "slip"),
    [
        ("约8.8%", "8.00%", ""),
        ("8.8%", "0.0800亿元", ""),
        ("8.8%", "", ""),
        ("8.8%", "-8.00%", ""),
        ("8.8%", "8.00%", "sign"),
        ("捌拾元", "80元", ""),
        ("19.0", "16.75%", ""),
    ],
)
def test_more_than_digits_is_left_to_the_writer(written: str, expected: str, slip: str) -> None:
    _, finding = only(GROWN)
    places = tuple(replace(place, text=written) if place.suspect else place for place in finding.places)
    assert repair(replace(finding, places=places, expected=expected, slip=slip)) is None


def test_nobody_is_blamed_nothing_is_mended() -> None:
    _, finding = only(GROWN)
    assert repair(replace(finding, places=tuple(replace(place, suspect=False) for place in finding.places))) is None


def test_an_edit_that_breaks_another_relation_is_not_safe() -> None:
    report, finding = only(GROWN)
    edit = repair(finding)
    assert edit is not None
    assert safe(edit, finding, report, checked)
    assert not safe(replace(edit, text="9.00%"), finding, report, checked)
    other = checked(COUNTED)
    assert not safe(edit, finding, report, lambda _: other)
    assert not safe(edit, finding, report, lambda _: DocumentReport("x", reason=checked("").reason))


def test_a_draft_has_the_settings_of_its_path(tmp_path: Path) -> None:
    (tmp_path / "heshu.toml").write_text('[rules]\nparts-of-whole = "off"\n', "utf-8")
    draft = Draft(COUNTED, ".md", tmp_path / "未存.md")
    assert check_draft(draft, draft.policy()).findings == ()
    assert len(check_draft(draft, plain()).findings) == 1
