"""What GitHub, GitLab, reviewdog and the readers of JUnit's and Checkstyle's XML are given, read back as they read it."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hard_report import HARD, MESSAGE, TEXT
from jsonschema import Draft202012Validator

from checker.render import FORMATS
from checker.report import DocumentReport, Report

SCHEMA = Path(__file__).parent.parent / "schemas" / "rdjson.json"
COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")


def shown(report: Report, style: str, language: Any = "zh") -> str:
    page = FORMATS[style](report, language, False)
    assert page.endswith("\n")
    return page


def commands(page: str) -> list[tuple[str, dict[str, str], str]]:
    """The annotations of a log, unescaped in the order in which the runner does it."""
    found = []
    for line in page.splitlines():
        if match := COMMAND.fullmatch(line):
            pairs = (pair.partition("=") for pair in match[2].split(","))
            properties = {key: plain(value.replace("%3A", ":").replace("%2C", ",")) for key, _, value in pairs}
            found.append((match[1], properties, plain(match[3])))
    return found


def plain(text: str) -> str:
    return text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")


def test_github_annotations_read_back(hard: Report) -> None:
    page = shown(hard, "github")
    found = commands(page)
    assert [name for name, _, _ in found] == ["error", "error", "warning", "notice", "error", "error"]
    first = found[0]
    assert first[1] == {"file": HARD, "line": "2", "endLine": "3", "title": "heshu: growth-from-levels"}
    assert first[2].startswith(MESSAGE.replace("\x07", " ") + "\n核算：12.5 ÷ 6.11 − 1 = 79.9%\n应为：79.9%\n")
    assert "部分大于整体。" in first[2]
    assert (found[1][1]["line"], found[1][1]["col"], found[1][1]["endColumn"]) == ("4", "16", "19")
    assert "文件是<空>的，100%。" in found[4][2]
    assert page.splitlines()[-1].startswith("文件 4：")
    assert len(page.splitlines()) == len(found) + 1


def test_gitlab_has_what_its_widget_needs(hard: Report) -> None:
    issues = json.loads(shown(hard, "gitlab"))
    assert [issue["severity"] for issue in issues] == ["major", "major", "minor", "info", "blocker", "blocker"]
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    for issue in issues:
        assert issue["description"]
        assert "\n" not in issue["description"]
        assert issue["check_name"].startswith("heshu: ")
        assert issue["location"]["lines"]["begin"] >= 1
    assert issues[0]["location"] == {"path": HARD, "lines": {"begin": 2, "end": 3}}
    assert "应为：79.9%" in issues[0]["description"]
    assert {"path": HARD, "lines": {"begin": 3, "end": 3}} in issues[0]["other_locations"]
    assert issues == json.loads(shown(hard, "gitlab"))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_rdjson_keeps_the_shape_and_counts_bytes(hard: Report, language: str) -> None:
    content = json.loads(shown(hard, "rdjson", language))
    Draft202012Validator(json.loads(SCHEMA.read_text("utf-8"))).validate(content)
    diagnostics = content["diagnostics"]
    assert [one["severity"] for one in diagnostics] == ["ERROR", "ERROR", "WARNING", "INFO", "ERROR", "ERROR"]
    lines = TEXT.encode("utf-8").split(b"\n")
    alike = diagnostics[1]["location"]["range"]
    line = lines[alike["start"]["line"] - 1]
    assert line[alike["start"]["column"] - 1 : alike["end"]["column"] - 1] == b"80%"
    over = diagnostics[0]["location"]["range"]
    assert lines[1][over["start"]["column"] - 1 :] == b"12."
    assert lines[2][: over["end"]["column"] - 1].decode() == "5亿元"
    assert [one["message"].partition(":")[0] for one in diagnostics[0]["related_locations"]] == ["80%", *["part-within-whole"] * 2]
    assert diagnostics[4]["location"] == {"path": "空%.txt"}


def test_rdjson_without_the_text_says_lines_alone(hard: Report) -> None:
    bare = Report((replace(hard.documents[0], document=None),))
    first = json.loads(shown(bare, "rdjson"))["diagnostics"][0]
    assert first["location"]["range"] == {"start": {"line": 2}, "end": {"line": 3}}


def test_junit_counts_add_up_and_nothing_is_lost(hard: Report) -> None:
    root = ElementTree.fromstring(shown(hard, "junit"))  # noqa: S314 - what we wrote ourselves
    assert (root.tag, [suite.tag for suite in root]) == ("testsuites", ["testsuite"] * 4)
    for parent in (root, *root):
        cases = list(parent.iter("testcase"))
        assert parent.get("tests") == str(len(cases))
        for name, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            assert parent.get(name) == str(sum(case.find(tag) is not None for case in cases))
    first = list(root[0])
    assert [[child.tag for child in case] for case in first] == [
        ["failure"], ["failure"], ["system-out"], ["system-out"], ["skipped"], ["skipped"],
    ]  # fmt: skip
    assert len({case.get("name") for case in first}) == len(first)
    assert first[0].get("classname") == first[0].get("file") == HARD
    failure = first[0][0]
    assert failure.get("message") == MESSAGE.replace("\x07", " ")
    assert "应为：79.9%" in (failure.text or "")
    assert "部分大于整体。" in (failure.text or "")
    assert "张三" in (first[5][0].get("message") or "")
    assert [child.tag for child in root[1][0]] == []
    assert root[2][0][0].get("message") == "文件是<空>的，100%。"


def test_junit_fails_what_the_threshold_fails(hard: Report) -> None:
    strict = Report((replace(hard.documents[0], threshold="warning"),))
    root = ElementTree.fromstring(shown(strict, "junit"))  # noqa: S314
    assert root.get("failures") == "3"


def test_checkstyle_reads_back(hard: Report) -> None:
    root = ElementTree.fromstring(shown(hard, "checkstyle"))  # noqa: S314
    assert root.tag == "checkstyle"
    assert [file.get("name") for file in root] == [HARD, "二.md", "空%.txt", "/elsewhere/坏.txt"]
    assert [error.get("severity") for error in root[0]] == ["error", "error", "warning", "info"]
    first = root[0][0]
    assert (first.get("line"), first.get("column"), first.get("source")) == ("2", "7", "heshu.growth-from-levels")
    assert (first.get("message") or "").split("\n")[:2] == [MESSAGE.replace("\x07", " "), "核算：12.5 ÷ 6.11 − 1 = 79.9%"]
    assert [len(file) for file in root] == [4, 0, 1, 1]


@pytest.mark.parametrize("style", ["junit", "checkstyle"])
def test_xml_holds_what_xml_cannot(style: str) -> None:
    name = "坏\udcff\ufffe\x01.md"
    root = ElementTree.fromstring(shown(Report((DocumentReport(name),)), style).encode())  # noqa: S314
    assert root[0].get("name") == "坏\\udcff��.md"


def test_markdown_is_a_table_that_no_word_can_break(hard: Report) -> None:
    page = shown(hard, "markdown")
    rows = [line for line in page.splitlines() if line.startswith("|")]
    assert len(rows) == 2 + 6
    # a cell ends at a bar that is not escaped
    assert all(len(re.findall(r"(?<!\\)\|", row)) == 4 for row in rows)
    assert page.startswith("### ❌ 核数：未通过\n\n文件 4：未通过 1，未能核对 2；")
    assert "&lt;b&gt;" in page
    assert "<b>水平" not in page
    # inside these tags GitHub and GitLab call nobody; inside <code> markup still counts
    assert not re.search(r"<code>[^<]*[*`_|\[][^<]*</code>", page)
    words = re.sub(r"<(pre|code)>.*?</\1>", "", page)
    assert not re.search(r"@\w|#\d|(?<!\\)\[1|(?<!\\)\*重", words)
    assert "应为：<code>79.9%</code>" in page
    assert "文件是&lt;空&gt;的" in page
    assert "口径不同" in page


def test_markdown_of_a_pass_is_short(hard: Report) -> None:
    page = shown(Report((hard.documents[1],)), "markdown", "en")
    assert page.splitlines() == ["### ✅ heshu: passed", "", "2 figures: 0 checked, 1 exempt, 1 beyond confirmation; 0 do not agree"]
