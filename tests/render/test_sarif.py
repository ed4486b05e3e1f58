"""SARIF against the schema of the standard, and what GitHub and editors make use of."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from click.testing import CliRunner
from jsonschema import Draft4Validator

from checker.cli import main
from checker.render import FORMATS
from checker.report import DocumentReport, Report

SCHEMA = Path(__file__).parent.parent / "schemas" / "sarif-2.1.0.json"


def run_of(report: Report, language: Any = "zh") -> dict[str, Any]:
    log = json.loads(FORMATS["sarif"](report, language, False))
    Draft4Validator(json.loads(SCHEMA.read_text("utf-8"))).validate(log)
    (run,) = log["runs"]
    return run  # type: ignore[no-any-return]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_hard_report_is_sarif(hard: Report, language: str) -> None:
    run = run_of(hard, language)
    assert [result["level"] for result in run["results"]] == ["error", "error", "warning", "note", "warning", "warning"]
    assert run["language"] == {"zh": "zh-CN", "en": "en-US"}[language]


def test_nothing_is_valid_too() -> None:
    assert run_of(Report(()))["results"] == []


def test_a_region_is_the_figure_in_code_points(hard: Report) -> None:
    document = hard.documents[0].document
    assert document is not None
    run = run_of(hard)
    assert run["columnKind"] == "unicodeCodePoints"
    lines = document.text.split("\n")
    for result in run["results"]:
        for location in (*result["locations"], *result["relatedLocations"]):
            region = location["physicalLocation"]["region"]
            start, length = region["charOffset"], region["charLength"]
            quoted = document.text[start : start + length]
            assert region["snippet"]["text"] == quoted
            first, last = lines[region["startLine"] - 1], lines[region["endLine"] - 1]
            assert first[region["startColumn"] - 1 :].startswith(quoted.split("\n")[0])
            assert last[: region["endColumn"] - 1].endswith(quoted.split("\n")[-1])


def test_a_file_is_a_relative_uri_that_leads_back(hard: Report, tmp_path: Path) -> None:
    places = [artifact["location"] for artifact in run_of(hard)["artifacts"]]
    assert places[0]["uriBaseId"] == "%SRCROOT%"
    assert places[0]["uri"].isascii()
    assert not set(places[0]["uri"]) & set(" ,:")
    assert tmp_path / unquote(places[0]["uri"]) == Path(hard.documents[0].path)
    assert places[2]["uri"].endswith("%25.txt")
    assert "uriBaseId" not in places[3]
    assert unquote(places[3]["uri"]).startswith("file:///")


def test_a_result_says_all_of_its_finding(hard: Report) -> None:
    first = run_of(hard)["results"][0]
    said = first["message"]["text"]
    assert "12.5 ÷ 6.11 − 1 = 79.9%" in said
    assert "应为：79.9%" in said
    assert "两位数字转置" in said
    assert "part-within-whole: 部分大于整体。" in said
    assert "\x07" not in said
    assert [location["id"] for location in first["relatedLocations"]] == [1, 2, 3]
    assert first["relatedLocations"][1]["message"]["text"].startswith("part-within-whole")


def test_rules_bring_title_source_and_example(hard: Report) -> None:
    run = run_of(hard)
    rules = run["tool"]["driver"]["rules"]
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == [result["ruleId"] for result in run["results"]]
    rule = next(rule for rule in rules if rule["id"] == "growth-from-levels")
    assert rule["shortDescription"]["text"] == "增速与水平"
    assert "教科书" in rule["help"]["text"]
    assert "增长«80%»" in rule["help"]["text"]
    assert {"id": "guess"} in rules


def test_what_was_not_checked_is_a_notification(hard: Report) -> None:
    (invocation,) = run_of(hard)["invocations"]
    assert invocation["executionSuccessful"] is False
    assert [one["level"] for one in invocation["toolExecutionNotifications"]] == ["error", "error"]
    assert "文件是<空>的，100%。" in invocation["toolExecutionNotifications"][0]["message"]["text"]


def test_known_and_muted_are_suppressed_and_the_others_are_not(hard: Report) -> None:
    *others, known, muted = run_of(hard)["results"]
    assert all(result["suppressions"] == [] for result in others)
    assert known["suppressions"][0]["kind"] == "external"
    (suppression,) = muted["suppressions"]
    assert suppression["kind"] == "inSource"
    assert suppression["justification"] == "口径不同 & <已核>（张三，至 2027-01-31）"
    assert suppression["location"]["physicalLocation"]["region"] == {"startLine": 3}


def test_fingerprints_differ_and_outlast_lines_and_mutes(hard: Report) -> None:
    def names(report: Report) -> list[str]:
        return [result["partialFingerprints"]["heshu/v1"] for result in run_of(report)["results"]]

    before = names(hard)
    assert len(set(before)) == len(before)
    first = hard.documents[0]
    moved = tuple(
        replace(
            finding,
            places=tuple(replace(place, line=place.line + 7, start=place.start + 90, end=place.end + 90) for place in finding.places),
        )
        for finding in first.findings
    )
    assert names(Report((replace(first, findings=moved, document=None), *hard.documents[1:]))) == before
    mute = first.muted[0]
    let_pass = replace(first, findings=first.findings[1:], muted=(replace(mute, finding=first.findings[0]),))
    assert names(Report((let_pass,)))[0] == before[1]


def test_a_real_run_covers_what_it_says(sample: Path) -> None:
    done = CliRunner().invoke(main, ["check", str(sample), "--format", "sarif", "--notes"])
    log = json.loads(done.stdout)
    Draft4Validator(json.loads(SCHEMA.read_text("utf-8"))).validate(log)
    (run,) = log["runs"]
    (artifact,) = run["artifacts"]
    assert artifact["properties"]["checked"] > 20
    assert artifact["encoding"] == "utf-8"
    assert {"error"} <= {result["level"] for result in run["results"]}
    assert all(rule["help"]["text"] for rule in run["tool"]["driver"]["rules"])


def test_a_name_that_is_no_text_is_escaped() -> None:
    run = run_of(Report((DocumentReport("坏\udcff.md"),)))
    assert run["artifacts"][0]["location"]["uri"].endswith("%FF.md")
