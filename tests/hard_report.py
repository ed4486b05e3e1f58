"""A report that is hard to write down: names, messages and figures with all that other formats give a meaning to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from checker.document import Document
from checker.finding import Finding, Place
from checker.mute import Mute, Muted
from checker.report import DocumentReport, Reason, Report
from checker.rules import Example, Rule

HARD = "上月 报告/一季度 100%（终稿）,a:b_*c*_`.md"
TEXT = "一、工业\n全县𠮷祥投资12.\n5亿元，增长80%，<b>比\x07重</b>28.2%|@all #1。\n全县𠮷祥投资12.5亿元，增长80%。\n"
MESSAGE = "增速 80% 与 <b>水平</b> & \x07“12.5亿元”不符 `x` | @all #12 [1](2) *重*"


def place(quote: str, role: str, suspect: bool = False, after: int = 0) -> Place:
    start = TEXT.index(quote, after)
    return Place(quote, start, start + len(quote), TEXT.count("\n", 0, start) + 1, start - TEXT.rfind("\n", 0, start), role, suspect)


def hard_report(folder: Path) -> Report:
    """Two errors that are alike (one with a symptom, over two lines), a warning, a note, a known and a muted finding; a document that
    passes; two that could not be checked. The first is named by its whole path in `folder`, where the reader works."""
    symptom = Finding("part-within-whole", "order", "error", "named", "部分大于整体。", "A part exceeds its whole.", "28.2% > 6.11", "s", (
        place("28.2%", "part"), place("80%", "whole"),
    ))  # fmt: skip
    error = Finding("growth-from-levels", "growth", "error", "stated", MESSAGE, f"en {MESSAGE}", "12.5 ÷ 6.11 − 1 = 79.9%", "k", (
        place("12.\n5亿元", "now", suspect=True), place("80%", "rate"),
    ), "79.9%", "swap", (symptom,))  # fmt: skip
    second = TEXT.index("12.5亿元")
    alike = replace(error, places=(place("12.5亿元", "now"), place("80%", "rate", True, second)), expected="", slip="", symptoms=())
    warning = Finding("guess", "share", "warning", "arithmetic", "占比可疑。", "Doubtful.", "", "w", (place("28.2%", "share"),))
    note = Finding("drift", "total", "note", "stated", "尾数差一。", "Drift.", "1 + 1 = 3", "n", (place("80%", "total"),))
    known = replace(warning, key="old", zh="旧问题。")
    mute = Mute("guess", ("28.2%",), "口径不同 & <已核>", str(folder / HARD), 3, date(2027, 1, 31), 5, 9)
    muted = Muted(replace(warning, key="m", zh="已说明。"), mute, "张三")
    document = Document(HARD, TEXT, ())
    rule = Rule(
        "growth-from-levels", "growth", "growth", "stated", "error", "教科书", "", "",
        title_zh="增速与水平", title_en="Growth and levels", examples=(Example("bad", "增长«80%»。"),),
    )  # fmt: skip
    return Report(
        (
            DocumentReport(
                str(folder / HARD), (error, alike, warning, note), 1, 5, 4, 0, 1, 3,
                document=document, muted=(muted,), known=(known,),
            ),
            DocumentReport("二.md", figures=2, exempt=1, unconfirmed=1),
            DocumentReport("空%.txt", reason=Reason("文件是<空>的，100%。", "The file is <empty>, 100%.")),
            DocumentReport("/elsewhere/坏.txt", reason=Reason("读不了。", "Unreadable.")),
        ),
        {"growth-from-levels": rule},
    )  # fmt: skip
