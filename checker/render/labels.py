"""Names of classes of figures and kinds of relations, for people."""

from __future__ import annotations

from collections.abc import Mapping

from checker.quantity import Class
from checker.report import Language
from checker.rules import Kind

CLASSES: Mapping[Class, str] = {"measure": "计量", "approximate": "概数", "label": "编号", "date": "日期", "name": "名称"}
KINDS: Mapping[Language, Mapping[Kind, str]] = {
    "zh": {
        "repeat": "前后重复", "total": "合计与部分", "growth": "增长", "share": "占比与比率", "count": "项数", "date": "日期",
        "words": "大小写", "range": "可能范围", "unit": "单位", "table": "表格", "order": "大小次序", "fact": "参考数据",
        "cross": "文件之间", "mute": "豁免",
    },
    "en": {
        "repeat": "said twice", "total": "totals and parts", "growth": "growth", "share": "shares and quotients",
        "count": "declared counts", "date": "dates", "words": "amounts in words", "range": "what is possible", "unit": "units",
        "table": "tables", "order": "order", "fact": "reference data", "cross": "between documents",
        "mute": "mutes",
    },
}  # fmt: skip
