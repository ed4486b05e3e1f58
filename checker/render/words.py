"""What several formats say of a report, in the same words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker.finding import Finding
from checker.mute import Muted
from checker.report import Language, Reason, Report

WORDS: Mapping[Language, Mapping[str, str]] = {
    "zh": {
        "error": "错误", "warning": "警告", "note": "提示", "unreadable": "未能核对", "working": "核算：", "expected": "应为：",
        "slip": "疑为：", "symptoms": "同一差错还造成：", "open": "（", "close": "）", "muted": "已豁免", "until": "，至 {}",
        "known": "已列入已知问题清单",
    },
    "en": {
        "error": "error", "warning": "warning", "note": "note", "unreadable": "not checked", "working": "working: ",
        "expected": "should read: ", "slip": "likely slip: ", "symptoms": "the same slip also breaks:", "open": " (", "close": ")",
        "muted": "muted", "until": ", until {}", "known": "known: listed in the baseline",
    },
}  # fmt: skip

SLIPS: Mapping[Language, Mapping[str, str]] = {
    "zh": {
        "digit": "错一位数字", "swap": "两位数字转置", "missing": "漏一位数字", "extra": "多一位数字", "point": "小数点错位",
        "scale": "万与亿混淆", "percent": "%与百分点混淆", "sign": "增减写反", "stale": "沿用旧数",
    },
    "en": {
        "digit": "one digit wrong", "swap": "two digits swapped", "missing": "a digit missing", "extra": "a digit too many",
        "point": "decimal point moved", "scale": "万 and 亿 mixed up", "percent": "% and percentage points mixed up",
        "sign": "increase and decrease mixed up", "stale": "an old figure kept",
    },
}  # fmt: skip

# documents, figures, then drift, mutes, known and gone findings: the closing line, and what is added to it where there is something to say
_CLOSINGS: Mapping[Language, tuple[str, ...]] = {
    "zh": (
        "文件 {documents}：未通过 {failed}，未能核对 {unreadable}；",
        "数字 {figures}：已核对 {checked}，免核 {exempt}，无从核对 {unconfirmed}；不一致 {disagreements}",
        "，提示 {notes}",
        "，豁免 {muted}",
        "，已知 {known}",
        "，已消除 {gone}（heshu baseline 可更新清单）",
    ),
    "en": (
        "{documents} documents: {failed} failed, {unreadable} not checked; ",
        "{figures} figures: {checked} checked, {exempt} exempt, {unconfirmed} beyond confirmation; {disagreements} do not agree",
        ", {notes} notes",
        ", {muted} muted",
        ", {known} known",
        ", {gone} gone (`heshu baseline` updates the list)",
    ),
}

# a document must not be able to steer the reader's terminal, nor turn the direction of the line
_STEERING = (*range(0x20), *range(0x7F, 0xA0))
_TURNING = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
_UNPRINTABLE = {**dict.fromkeys(_STEERING, " "), **dict.fromkeys(_TURNING, "")}


def closing(report: Report, language: Language) -> str:
    """The last line: how many figures were cross-checked, exempt and beyond confirmation, and how many findings stand above."""
    documents, figures, *others = _CLOSINGS[language]
    several = len(report.documents) != 1 or report.unreadable
    counts = (report.notes, report.muted, report.known, report.gone)
    words = (documents if several else "", figures, *(said for said, count in zip(others, counts, strict=True) if count))
    return "".join(words).format(
        documents=len(report.documents), failed=report.failed, unreadable=report.unreadable, figures=report.figures, checked=report.checked,
        exempt=report.exempt, unconfirmed=report.unconfirmed, disagreements=report.errors + report.warnings, notes=report.notes,
        muted=report.muted, known=report.known, gone=report.gone,
    )  # fmt: skip


def message(finding: Finding, language: Language) -> str:
    """What is wrong, in the language asked for."""
    return finding.zh if language == "zh" else finding.en


def printable(text: str) -> str:
    """`text` without characters that would steer a terminal."""
    return text.translate(_UNPRINTABLE)


def told(finding: Finding, language: Language) -> Iterator[str]:
    """What a finding says, in lines of plain text: the message, the working, what should stand there, the likely slip, its symptoms."""
    words = WORDS[language]
    yield from said(finding, language)
    if finding.expected:
        yield words["expected"] + printable(finding.expected)
    if finding.slip:
        yield words["slip"] + SLIPS[language].get(finding.slip, finding.slip)
    if finding.symptoms:
        yield words["symptoms"]
    for symptom in finding.symptoms:
        first, *rest = said(symptom, language)
        yield f"- {symptom.at.line}:{symptom.at.column}  {symptom.rule}: {first}"
        yield from ("  " + line for line in rest)


def unchecked(reason: Reason, language: Language) -> str:
    """That a document could not be checked, and why, in one line."""
    return WORDS[language]["unreadable"] + ("：" if language == "zh" else ": ") + printable(reason[language])


def said(finding: Finding, language: Language) -> Iterator[str]:
    """The message and, unless it shows its arithmetic, the working."""
    first = message(finding, language)
    yield printable(first)
    # a message that already shows its arithmetic needs it no second time
    if finding.working and finding.working not in first:
        yield WORDS[language]["working"] + printable(finding.working)


def pardon(muted: Muted, language: Language) -> str:
    """Why a finding is let pass, by whom and for how long, in one line."""
    words, mute = WORDS[language], muted.mute
    term = words["until"].format(mute.until) if mute.until else ""
    by = f"{words['open']}{printable(muted.by)}{term}{words['close']}" if muted.by else term
    return printable(mute.reason) + by
