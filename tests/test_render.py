from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from checker.document import Document
from checker.finding import Finding, Place
from checker.render import FORMATS
from checker.render.figures import LISTINGS, plain
from checker.report import DocumentReport, Figure, Report


def test_text_shows_place_figures_working_and_symptoms(report: Report) -> None:
    shown = FORMATS["text"](report, "zh", False)
    assert "一.md:2:17  错误 growth-from-levels（growth）\n  增速与两年数值不符。\n  核算：10.99 ÷ 6.11 − 1 = 79.9%\n" in shown
    assert "    2 | 全县工业投资«10.99亿元»，增长«80%»，其中技改投资8.81亿元，增长…\n" in shown
    assert "  应为：79.9%\n  疑为：两位数字转置\n" in shown
    assert "  同一差错还造成：\n  - 2:27  part-within-whole\n    部分大于整体。\n    核算：6.87 > 6.11\n" in shown
    assert "三.txt  未能核对\n  文件是空的。\n" in shown
    assert shown.endswith("\n文件 3：未通过 1，未能核对 1；数字 6：已核对 3，免核 1，无从核对 2；不一致 2，提示 1\n")
    assert "\x1b" not in shown


def test_a_working_that_the_message_shows_is_not_said_twice(report: Report) -> None:
    first = report.documents[0]
    told = replace(first.findings[0], zh="增速不符：10.99 ÷ 6.11 − 1 = 79.9%")
    shown = FORMATS["text"](Report((replace(first, findings=(told,)),)), "zh", False)
    assert shown.count("10.99 ÷ 6.11 − 1 = 79.9%") == 1


def test_text_in_english(report: Report) -> None:
    shown = FORMATS["text"](report, "en", False)
    assert "error growth-from-levels (growth)\n  The rate does not follow from the levels.\n" in shown
    documents, figures = "3 documents: 1 failed, 1 not checked", "6 figures: 3 checked, 1 exempt, 2 beyond confirmation"
    assert shown.endswith(f"\n{documents}; {figures}; 2 do not agree, 1 notes\n")


def test_one_document_is_not_counted() -> None:
    shown = FORMATS["text"](Report((DocumentReport("a.md", figures=214, checked=151, exempt=38, unconfirmed=25),)), "zh", False)
    assert shown == "数字 214：已核对 151，免核 38，无从核对 25；不一致 0\n"


def test_colours_only_where_allowed(report: Report) -> None:
    shown = FORMATS["text"](report, "zh", True)
    assert "\x1b[1m\x1b[31m«80%»\x1b[0m" in shown


def test_a_document_cannot_steer_the_terminal() -> None:
    text = "收入\x1b]0;x\x07\u202e5亿元，\x9b2J增长7%"
    places = (Place("7%", len(text) - 2, len(text), 1, len(text) - 1, "rate"),)
    finding = Finding("r", "growth", "error", "stated", "坏\x1b[0m", "bad", "1\x1b", "k", places)
    shown = FORMATS["text"](Report((DocumentReport("a\x1b.md", (finding,), document=Document("a.md", text, ())),)), "zh", False)
    assert not {"\x1b", "\x9b", "\x07", "\u202e"} & set(shown)


def test_a_figure_broken_over_two_lines_is_marked_on_its_first() -> None:
    text = "收入12.\n5亿元。"
    finding = Finding("r", "growth", "error", "stated", "坏。", "bad", "", "k", (Place("12.\n5亿元", 2, 9, 1, 3, "now"),))
    shown = FORMATS["text"](Report((DocumentReport("a.md", (finding,), document=Document("a.md", text, ())),)), "zh", False)
    assert "    1 | 收入«12.»\n" in shown


def test_the_level_decides_what_fails(report: Report) -> None:
    first = report.documents[0]
    warned = replace(first, findings=first.findings[1:])
    assert (warned.status, replace(warned, threshold="warning").status) == ("pass", "fail")


def test_figures_line_up() -> None:
    figures = (
        Figure("10.99亿元", 10, 16, 2, 7, "measure", Decimal("1.099E+9"), unit="元", dimension="money", indicator="工业投资"),
        Figure("第3号", 20, 23, 2, 17, "label"),
    )
    assert LISTINGS["text"]("a.md", figures, "zh").splitlines()[1:] == [
        "2:7    10.99亿元  计量  1099000000  money  工业投资",
        "2:17   第3号      编号",
        "a.md：数字 2",
    ]


def test_decimals_are_written_plainly() -> None:
    assert [plain(Decimal(text)) for text in ("1.099E+9", "0.80", "-3.0", "100", "0")] == ["1099000000", "0.8", "-3", "100", "0"]
    assert plain(None) is None
