"""The shapes in reports/ are promises: what the program prints must keep them."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from checker.cli import main
from checker.render import FORMATS
from checker.render.figures import LISTINGS
from checker.report import Figure, Report

REPORTS = Path(__file__).resolve().parent.parent / "reports"


def validator(name: str) -> Draft202012Validator:
    schema: dict[str, Any] = json.loads((REPORTS / f"{name}.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_made_report_keeps_its_shape(report: Report, language: Any) -> None:
    validator("report").validate(json.loads(FORMATS["json"](report, language, False)))


def test_made_listing_keeps_its_shape() -> None:
    rate = Figure("80%", 0, 3, 1, 1, "measure", Decimal("0.80"), Decimal("0.795"), Decimal("0.805"), "%", "fraction")
    figures = (rate, Figure("第3号", 4, 7, 1, 5, "label"))
    validator("figures").validate(json.loads(LISTINGS["json"]("a.md", figures, "zh")))


def test_real_report_keeps_its_shape(sample: Path, tmp_path: Path) -> None:
    (empty := tmp_path / "empty.txt").touch()
    result = CliRunner().invoke(main, ["check", str(sample), str(empty), "--format", "json", "--notes"])
    content = json.loads(result.stdout)
    validator("report").validate(content)
    for document in content["documents"]:
        assert document["figures"] == document["checked"] + document["exempt"] + document["unconfirmed"]
    assert content["summary"]["figures"] > 40
    text = sample.read_text("utf-8")
    for finding in content["documents"][0]["findings"]:
        for figure in finding["figures"]:
            assert text[figure["start"] : figure["end"]] == figure["text"]
            line = text.splitlines()[figure["line"] - 1]
            assert line[figure["column"] - 1 :].startswith(figure["text"])


def test_everything_that_can_be_asked_for_keeps_its_shape(tmp_path: Path) -> None:
    (tmp_path / "一.md").write_text(
        "全县地区生产总值86.4亿元，上年80.0亿元，增长6.1%。全县共有项目9个，其中续建项目4个、新建项目5个。\n\n"
        "共有乡镇10个，其中山区乡镇4个、平原乡镇5个。\n\n<!-- heshu: allow parts-of-whole 10个、4个、5个 because 另有1个街道 -->\n",
        "utf-8",
    )
    result = CliRunner().invoke(main, ["check", str(tmp_path), "--format", "json", "--show-checked", "--coverage", "--notes"])
    content = json.loads(result.stdout)
    validator("report").validate(content)
    checks = content["documents"][0]["checks"]
    held = next(one for one in checks if one["rule"] == "parts-of-whole")
    assert (held["outcome"], held["working"]) == ("agrees", "4个 + 5个 = 9个")
    assert any(one["outcome"] == "abstains" and one["reason"] for one in checks)


def test_real_listing_keeps_its_shape(sample: Path) -> None:
    content = json.loads(CliRunner().invoke(main, ["figures", str(sample), "--format", "json"]).stdout)
    validator("figures").validate(content)
    text = sample.read_text("utf-8")
    assert len(content["figures"]) > 40
    assert all(text[figure["start"] : figure["end"]] == figure["text"] for figure in content["figures"])


def test_real_coverage_keeps_its_shape(sample: Path) -> None:
    content = json.loads(CliRunner().invoke(main, ["check", str(sample), "--format", "json", "--coverage"]).stdout)
    validator("report").validate(content)
    (document,) = content["documents"]
    coverage = document["coverage"]
    assert len(coverage["unconfirmed"]) == document["unconfirmed"] > 0
    assert sum(kind["relations"] for kind in coverage["kinds"]) == document["relations"]
    assert all(kind["figures"] <= document["checked"] for kind in coverage["kinds"])
    assert coverage["unsure"] <= document["checked"]


def test_every_explanation_of_the_sample_keeps_its_shape(sample: Path) -> None:
    shape = validator("explanation")
    figures = json.loads(CliRunner().invoke(main, ["figures", str(sample), "--format", "json"]).stdout)["figures"]
    text = sample.read_text("utf-8")
    for figure in figures[::5]:
        line = text.count("\n", 0, figure["start"]) + 1
        place = f"{line}:{figure['start'] - text.rfind(chr(10), 0, figure['start'])}"
        content = json.loads(CliRunner().invoke(main, ["explain-figure", str(sample), place, "--format", "json"]).stdout)
        shape.validate(content)
        assert {name: content["figure"][name] for name in figure} == figure
        for relation in content["relations"]:
            assert any(other["start"] == figure["start"] for other in relation["figures"])
            assert bool(relation["working"]) != bool(relation["reason"])
