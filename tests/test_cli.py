from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import NoReturn, cast

import pytest
from click.testing import CliRunner, Result

import checker.run
from checker.cli import main
from checker.document import Document
from checker.relate import SOURCES
from checker.report import DocumentReport, Report
from checker.run import Request
from checker.settings import Policy
from checker.version import VERSION

CLEAN = "全县共有4个乡镇。\n"


def heshu(*arguments: str) -> Result:
    result = CliRunner().invoke(main, arguments)
    assert "Traceback" not in result.output
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


@pytest.fixture
def clean(tmp_path: Path) -> Path:
    path = tmp_path / "clean.txt"
    path.write_text(CLEAN, "utf-8")
    return path


@pytest.fixture
def found(report: Report, monkeypatch: pytest.MonkeyPatch) -> Report:
    """A run that finds what the made report says, but for the document that cannot be read."""
    shown = Report(report.documents[:2])
    def run(_paths: object, _policies: object, request: Request, _watch: object) -> Report:
        return Report(tuple(replace(document, threshold=request.threshold or "error") for document in shown.documents))

    monkeypatch.setattr(checker.run, "run", run)
    return shown


def test_pass_is_0(clean: Path) -> None:
    result = heshu("check", str(clean))
    assert result.exit_code == 0
    assert result.output.startswith("数字 ")
    assert result.output.endswith("不一致 0\n")


@pytest.mark.parametrize(("level", "code"), [("error", 1), ("warning", 1), ("note", 1), ("never", 0)])
def test_findings_are_1_unless_never(found: Report, level: str, code: int) -> None:  # noqa: ARG001
    result = heshu("check", "--fail-on", level)
    assert result.exit_code == code
    assert "文件 2：未通过 1，" in result.output


@pytest.mark.parametrize(
    "arguments",
    [
        ["chekc"],
        ["check", "--no-such-option"],
        ["check", "--format", "pdf"],
        ["check", "--fail-on", "sometimes"],
        ["check", "--lang", "fr"],
        ["check", "--rules", "no/such/folder"],
        ["figures"],
        ["explain", "no-such-rule"],
        ["explain-figure"],
        ["explain-figure", "tests/samples/county.md"],
        ["explain-figure", "tests/samples/county.md", "seven:1"],
        ["explain-figure", "tests/samples/county.md", "7"],
        ["explain-figure", "tests/samples/county.md", "999:1"],
        ["explain-figure", "tests/samples/county.md", "5:1"],
    ],
    ids=" ".join,
)
def test_wrong_use_is_2(arguments: list[str]) -> None:
    result = heshu(*arguments)
    assert result.exit_code == 2
    assert result.stderr.strip()


def test_broken_rules_are_2_and_say_where(clean: Path, tmp_path: Path) -> None:
    (pack := tmp_path / "pack" / "relations").mkdir(parents=True)
    (pack / "broken.toml").write_text('id = "broken"\nkind = "no-such-kind"\n', "utf-8")
    result = heshu("check", str(clean), "--rules", str(pack.parent))
    assert result.exit_code == 2
    assert "broken.toml" in result.stderr


def test_output_that_cannot_be_written_is_2(clean: Path, tmp_path: Path) -> None:
    assert heshu("check", str(clean), "--output", str(tmp_path / "no" / "such.json")).exit_code == 2
    assert heshu("check", str(clean), "--output", str(tmp_path)).exit_code == 2


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02\x03" * 64, b"  \n\n"], ids=["empty", "binary", "blank"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_unreadable_is_3_and_the_others_are_checked(clean: Path, tmp_path: Path, content: bytes, language: str) -> None:
    (bad := tmp_path / "bad.txt").write_bytes(content)
    result = heshu("check", str(bad), str(clean), "--format", "json", "--lang", language)
    assert result.exit_code == 3
    first, second = json.loads(result.output)["documents"]
    assert (first["status"], second["status"]) == ("unreadable", "pass")
    assert second["figures"] == 1
    assert first["reason"]
    assert first["reason"].isascii() == (language == "en")
    assert heshu("figures", str(bad)).exit_code == 3


def test_missing_file_is_3(clean: Path, tmp_path: Path) -> None:
    result = heshu("check", str(tmp_path / "missing.md"), str(clean))
    assert result.exit_code == 3
    assert "missing.md" in result.output
    assert heshu("figures", str(tmp_path / "missing.md")).exit_code == 3


def test_a_crash_in_one_document_is_3_and_the_others_are_checked(clean: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (other := tmp_path / "other.txt").write_text(CLEAN, "utf-8")
    whole = checker.run.check_document

    def crash(document: Document, policy: Policy, request: Request, former: Document | None) -> DocumentReport:
        if document.path.endswith("clean.txt"):
            raise RuntimeError("对不起")
        return whole(document, policy, request, former)

    monkeypatch.setattr("checker.run.file.check_document", crash)
    result = heshu("check", str(clean), str(other), "--format", "json", "--no-cache")
    assert result.exit_code == 3
    assert [document["status"] for document in json.loads(result.output)["documents"]] == ["unreadable", "pass"]
    assert "RuntimeError: 对不起" in result.output


def test_a_crash_in_one_source_of_evidence_is_3_and_the_others_are_heard(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = len(json.loads(heshu("check", str(sample), "--format", "json").output)["documents"][0]["findings"])

    def crash(_: object) -> NoReturn:
        raise ZeroDivisionError

    monkeypatch.setitem(cast("dict[str, object]", SOURCES), "words", crash)
    result = heshu("check", str(sample), "--format", "json", "--no-cache")
    assert result.exit_code == 3
    (document,) = json.loads(result.output)["documents"]
    assert document["status"] == "unreadable"
    assert len(document["findings"]) == whole > 0


def test_unreadable_stays_3_where_findings_never_fail(clean: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").touch()
    assert heshu("check", str(clean), str(tmp_path / "bad.txt"), "--fail-on", "never").exit_code == 3


def test_output_goes_to_the_file_whole(clean: Path, tmp_path: Path) -> None:
    target = tmp_path / "报告.json"
    target.write_text("old", "utf-8")
    result = heshu("check", str(clean), "--format", "json", "--output", str(target))
    assert (result.exit_code, result.output) == (0, "")
    assert json.loads(target.read_text("utf-8"))["summary"]["documents"] == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["clean.txt", "报告.json"]


def test_no_path_is_this_folder(clean: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(clean.parent)
    (document,) = json.loads(heshu("check", "--format", "json").output)["documents"]
    assert Path(document["path"]).name == "clean.txt"


def test_language(found: Report) -> None:  # noqa: ARG001
    assert "错误 growth-from-levels" in heshu("check").output
    assert "error growth-from-levels" in heshu("check", "--lang", "en").output


def test_rules_are_listed_and_each_can_be_explained() -> None:
    rows = json.loads(heshu("rules", "--format", "json").output)
    assert rows
    assert heshu("rules").output.endswith(f"规则 {len(rows)}\n")
    for row in rows:
        assert heshu("explain", row["rule"], "--lang", "en").output.startswith(row["rule"])


def test_a_misspelt_rule_names_the_nearest() -> None:
    known = json.loads(heshu("rules", "--format", "json").output)[0]["rule"]
    assert known in heshu("explain", known[:-1] + "#").stderr


def test_a_figure_is_explained_in_both_languages(sample: Path) -> None:
    assert "86.40亿元 ÷ 80.00亿元 − 1 = 8.00% ≠ 8.8%" in heshu("explain-figure", str(sample), "7:44").output
    assert "contradicts  growth-from-levels (growth), reported" in heshu("explain-figure", str(sample), "7:44", "--lang", "en").output


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_figure_that_cannot_be_explained_costs_one_sentence(sample: Path, tmp_path: Path, language: str) -> None:
    (empty := tmp_path / "empty.txt").touch()
    missing = tmp_path / "missing.md"
    for path, place, code in ((sample, "999:1", 2), (sample, "5:1", 2), (sample, "x", 2), (empty, "1:1", 3), (missing, "1:1", 3)):
        result = heshu("explain-figure", str(path), place, "--lang", language)
        assert (result.exit_code, result.stdout) == (code, "")
        assert result.stderr.startswith("heshu: ")
        assert result.stderr.count("\n") == 1


def test_coverage_names_what_nothing_confirms(clean: Path) -> None:
    shown = heshu("check", str(clean), "--coverage").output
    assert "已核对 0（0%），免核 0（0%），无从核对 1（100%）\n  无从核对：\n    1:5  4个  " in shown
    assert "无从核对：" not in heshu("check", str(clean)).output


def test_version_and_module() -> None:
    done = subprocess.run([sys.executable, "-m", "checker", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == f"heshu, version {VERSION}\n"


def test_a_poor_locale_does_not_break_the_report(sample: Path) -> None:
    environment = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = subprocess.run([sys.executable, "-m", "checker", "check", str(sample)], capture_output=True, env=environment, check=False)
    assert done.returncode in (0, 1), done.stderr
    assert "数字 " in done.stdout.decode("utf-8")


def test_help_is_wanted_without_traceback() -> None:
    for command in ((), ("check",), ("figures",), ("rules",), ("explain",), ("explain-figure",)):
        assert heshu(*command, "--help").exit_code == 0
