"""How an explanation is worded."""

from __future__ import annotations

from collections.abc import Mapping

from checker.claim import Modality
from checker.explanation import Ground, Lack
from checker.report import Language
from checker.verdict import Outcome

WORDS: Mapping[Language, Mapping[str, str]] = {
    "zh": {
        "class": "类别：{class}",
        "sense": "取值：{written} {unit}，即基本单位 {base}（{dimension}）；{ground}",
        "range": "{low} 至 {high}",
        "hedges": "“{hedges}”",
        "indicator": "指标：{indicator}",
        "name": "，原文“{name}”",
        "lent": "，名称沿用 {place}",
        "subject": "主体：{subject}",
        "own": "未另说明，即本文件的主体",
        "period": "时期：{period}",
        "dated": "，据 {place}",
        "undated": "，据前文或标题",
        "measure": "度量：{measure}{direction}；{modality}",
        "cues": "字句：{cues}",
        "heads": "表格：行“{row}”，列“{column}”，单位“{unit}”",
        "compared": "核对",
        "uncertain": "依据不足，不据以报错；如确有关系，则",
        "lacks": "没有印证",
        "none": "没有",
        "unsaid": "未说明",
        "reported": "，已报告",
        "vouched": "，未报告：各数均有别处印证",
        "trust": "，可信度 {trust}",
        "up": "，增",
        "down": "，减",
        "average": "，年均",
        "open": "（",
        "close": "）",
        "stop": "；",
        "here": "本数作 ",
    },
    "en": {
        "class": "class: {class}",
        "sense": "stands for: {written} {unit}, in base units {base} ({dimension}); {ground}",
        "range": "{low} to {high}",
        "hedges": " “{hedges}”",
        "indicator": "indicator: {indicator}",
        "name": ", written “{name}”",
        "lent": ", the name of {place}",
        "subject": "subject: {subject}",
        "own": "none named, so the document's own",
        "period": "period: {period}",
        "dated": ", from {place}",
        "undated": ", from an earlier passage or heading",
        "measure": "measure: {measure}{direction}; {modality}",
        "cues": "words: {cues}",
        "heads": "table: row “{row}”, column “{column}”, unit “{unit}”",
        "compared": "compared",
        "uncertain": "on evidence too weak to accuse; if related, it",
        "lacks": "nothing confirms it",
        "none": "none",
        "unsaid": "not said",
        "reported": ", reported",
        "vouched": ", not reported: other relations vouch for each of its figures",
        "trust": ", trust {trust}",
        "up": ", up",
        "down": ", down",
        "average": ", yearly",
        "open": " (",
        "close": ")",
        "stop": "; ",
        "here": "here as ",
    },
}
MEASURES: Mapping[Language, Mapping[str, str]] = {
    "zh": {
        "level": "数额", "change": "增减额", "rate": "增减幅度", "share": "占比", "points": "百分点之差", "mean": "平均数",
        "multiple": "倍数", "ratio": "比例", "rank": "位次", "length": "时长",
    },
    "en": {
        "level": "level", "change": "change", "rate": "rate of change", "share": "share", "points": "difference in points", "mean": "mean",
        "multiple": "multiple", "ratio": "member of a ratio", "rank": "rank", "length": "length of time",
    },
}  # fmt: skip
MODALITIES: Mapping[Language, Mapping[Modality, str]] = {
    "zh": {"result": "实际数", "base": "用作比较的基数", "target": "目标数或预算数"},
    "en": {"result": "a result", "base": "a base of comparison", "target": "a target or budget"},
}
GROUNDS: Mapping[Language, Mapping[Ground, str]] = {
    "zh": {
        "counted": "逐个清点，为精确数", "capital": "大写金额，为精确数", "span": "原文是一个范围", "vague": "概数",
        "above": "不少于所写的数", "below": "不多于所写的数", "about": "所写的数上下", "digit": "由末位数字决定",
    },
    "en": {
        "counted": "counted one by one, so exact", "capital": "in capital numerals, so exact", "span": "written as a range",
        "vague": "said vaguely", "above": "not less than written", "below": "not more than written", "about": "about what is written",
        "digit": "as the last digit says",
    },
}  # fmt: skip
OUTCOMES: Mapping[Language, Mapping[Outcome, str]] = {
    "zh": {"agrees": "一致", "drift": "末位相差", "improbable": "几乎同向舍入才一致", "contradicts": "矛盾", "abstains": "不核对"},
    "en": {
        "agrees": "agrees", "drift": "off by a last digit", "improbable": "agrees only if nearly all were rounded one way",
        "contradicts": "contradicts", "abstains": "abstains",
    },
}  # fmt: skip
LACKS: Mapping[Language, Mapping[Lack, str]] = {
    "zh": {
        "exempt": "不参与计算（日期、编号、名称），不需要核对",
        "unrelated": "没有发现与其他数字的关系",
        "outdone": "可能有关的关系，由其他数字解释得更好",
        "abstained": "有关的数字口径不同，不作比较",
        "uncertain": "可能有关的数字，依据都不足以确认",
        "once": "这个数值在文中只出现一次",
        "nameless": "字句没有说明是什么指标",
        "name-once": "文中没有同名的其他数字",
        "alone": "同一句或同一表中没有同类的数字",
    },
    "en": {
        "exempt": "takes no part in arithmetic (a date, a label, a name) and needs no check",
        "unrelated": "no relation to another figure was found",
        "outdone": "the relations it might be in are answered better by other figures",
        "abstained": "the figures beside it are on another footing and not compared",
        "uncertain": "only uncertain relations are known",
        "once": "its value occurs once in the document",
        "nameless": "the words name no indicator",
        "name-once": "no other figure of the document has its name",
        "alone": "no other figure of its kind stands in its sentence or table",
    },
}
