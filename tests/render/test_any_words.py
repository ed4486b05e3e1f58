"""Whatever a document, its name and the messages hold, every format keeps its shape and says it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import AnyStr
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator

from checker.document import Document
from checker.finding import Finding, Place
from checker.render import FORMATS
from checker.report import DocumentReport, Reason, Report

SCHEMA = Draft4Validator(json.loads((Path(__file__).parent.parent / "schemas" / "sarif-2.1.0.json").read_text("utf-8")))
HARD = st.sampled_from(
    ["%", "%0A", "::", "\r\n", "\n", "\x00", "\x1b[31m", "]]>", "&#0;", "<", "|", "`", "\u2028", "\ufffe", "𠮷", "\u202e", ",", "核数"]
)
WORDS = st.lists(HARD | st.text(st.characters(exclude_categories=["Cs"]), max_size=4), max_size=6).map("".join)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """One document with one finding, whose two figures stand anywhere in its text, and one that could not be checked."""
    before, first, between, second = (draw(WORDS) for _ in range(4))
    first, second = first + "1", second + "2"
    text = before + first + between + second
    document = Document("d", text, ())
    places = []
    for quote, start in ((first, len(before)), (second, len(before) + len(first) + len(between))):
        line, column = document.position(start)
        places.append(Place(quote, start, start + len(quote), line, column, "part", draw(st.booleans())))
    said, name = draw(WORDS), draw(WORDS).replace("\0", "") + ".md"
    finding = Finding("rule", "total", "error", "stated", said, said, draw(WORDS), draw(WORDS), tuple(places), draw(WORDS))
    return Report((DocumentReport(name, (finding,), document=document), DocumentReport("b", reason=Reason(said, said))))


@given(reports())
def test_every_format_keeps_its_shape(report: Report) -> None:
    pages = {style: render(report, "zh", False) for style, render in FORMATS.items()}
    SCHEMA.validate(json.loads(pages["sarif"]))
    commands = re.split(r"[\r\n]", pages["github"].rstrip("\n"))
    assert [line.partition(" ")[0] for line in commands[:-1]] == ["::error"] * 2
    assert len(json.loads(pages["gitlab"])) == 2
    assert len(ElementTree.fromstring(pages["checkstyle"])) == 2  # noqa: S314 - what we wrote ourselves
    assert ElementTree.fromstring(pages["junit"]).get("tests") == "2"  # noqa: S314
    assert sum(line.startswith("|") for line in re.split(r"[\r\n]", pages["markdown"])) == 4


@given(reports())
def test_columns_lead_to_the_figures(report: Report) -> None:
    document = report.documents[0].document
    assert document is not None
    lines = document.text.split("\n")
    octets = document.text.encode().split(b"\n")
    (result,) = json.loads(FORMATS["sarif"](report, "zh", False))["runs"][0]["results"]
    diagnostic = json.loads(FORMATS["rdjson"](report, "zh", False))["diagnostics"][0]
    quoted = report.documents[0].findings[0].at.text
    region = result["locations"][0]["physicalLocation"]["region"]
    assert cut(lines, region["startLine"], region["startColumn"], region["endLine"], region["endColumn"]) == quoted.split("\n")
    at = diagnostic["location"]["range"]
    found = cut(octets, at["start"]["line"], at["start"]["column"], at["end"]["line"], at["end"]["column"])
    assert [part.decode() for part in found] == quoted.split("\n")


def cut(lines: list[AnyStr], line: int, column: int, last: int, end: int) -> list[AnyStr]:
    """What stands between two positions, line by line; the end is exclusive."""
    whole = lines[line - 1 : last]
    whole[-1] = whole[-1][: end - 1]
    whole[0] = whole[0][column - 1 :]
    return whole
