"""A report for people: one block for each finding, then what the run covered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker.document import Document
from checker.finding import Finding, Place
from checker.mute import Muted
from checker.report import DocumentReport, Language, Report

# how much of a line is quoted on either side of a figure, and the widest stretch between two figures that is quoted whole
_MARGIN = 16

_RED, _YELLOW, _CYAN, _BOLD, _DIM, _PLAIN = "\x1b[31m", "\x1b[33m", "\x1b[36m", "\x1b[1m", "\x1b[2m", "\x1b[0m"
_COLOURS: Mapping[str, str] = {"error": _RED, "warning": _YELLOW, "note": _CYAN}

_WORDS: Mapping[Language, Mapping[str, str]] = {
    "zh": {
        "error": "错误", "warning": "警告", "note": "提示", "unreadable": "未能核对", "working": "核算：", "expected": "应为：",
        "slip": "疑为：", "symptoms": "同一差错还造成：", "open": "（", "close": "）", "muted": "已豁免", "until": "，至 {}",
    },
    "en": {
        "error": "error", "warning": "warning", "note": "note", "unreadable": "not checked", "working": "working: ",
        "expected": "should read: ", "slip": "likely slip: ", "symptoms": "the same slip also breaks:", "open": " (", "close": ")",
    },
}  # fmt: skip

_SLIPS: Mapping[Language, Mapping[str, str]] = {
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


def render(report: Report, language: Language, colour: bool) -> str:
    """The report as text that ends with a line break; `colour` allows ANSI colours."""
    page = _Page(language, colour)
    blocks = [block for document in report.documents for block in page.blocks(document)]
    return "\n".join([*blocks, closing(report, language)]) + "\n"


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


class _Page:
    """How one report is worded and coloured."""

    def __init__(self, language: Language, colour: bool) -> None:
        self.language: Language = language
        self.words = _WORDS[language]
        self.colour = colour

    def paint(self, text: str, *styles: str) -> str:
        return f"{''.join(styles)}{text}{_PLAIN}" if self.colour else text

    def blocks(self, report: DocumentReport) -> Iterator[str]:
        """One block, with a line break at its end, for each finding or for the reason why there are none."""
        path = printable(report.path)
        if report.reason is not None:
            head = self.paint(self.words["unreadable"], _BOLD, _RED)
            yield f"{self.paint(path, _BOLD)}  {head}\n  {printable(report.reason[self.language])}\n"
        for finding in report.findings:
            yield "\n".join(self._finding(path, finding, report.document)) + "\n"
        if report.muted:
            yield "\n".join(self._muted(path, one) for one in report.muted) + "\n"
        if report.checks:
            from checker.render.checks import as_lines as checks

            yield "\n".join((self.paint(path, _BOLD), *map(printable, checks(report.checks, self.language)))) + "\n"
        if report.coverage is not None:
            from checker.render.coverage import as_lines

            yield "\n".join((self.paint(path, _BOLD), *map(printable, as_lines(report, report.coverage, self.language)))) + "\n"

    def _muted(self, path: str, muted: Muted) -> str:
        place, mute = muted.finding.at, muted.mute
        term = self.words["until"].format(mute.until) if mute.until else ""
        by = f"{self.words['open']}{printable(muted.by)}{term}{self.words['close']}" if muted.by else term
        where = self.paint(f"{path}:{place.line}:{place.column}", _BOLD)
        return f"{where}  {self.paint(self.words['muted'], _DIM)} {muted.finding.rule}  {printable(mute.reason)}{by}"

    def _finding(self, path: str, finding: Finding, document: Document | None) -> Iterator[str]:
        place, words = finding.at, self.words
        severity = self.paint(words[finding.severity], _BOLD, _COLOURS[finding.severity])
        where = self.paint(f"{path}:{place.line}:{place.column}", _BOLD)
        yield f"{where}  {severity} {finding.rule}{words['open']}{finding.kind}{words['close']}"
        yield from self._body(finding, "  ")
        if document is not None:
            yield from self._excerpts(finding, document)
        if finding.expected:
            yield f"  {words['expected']}{self.paint(finding.expected, _BOLD)}"
        if finding.slip:
            yield f"  {words['slip']}{_SLIPS[self.language].get(finding.slip, finding.slip)}"
        if finding.symptoms:
            yield f"  {words['symptoms']}"
            for symptom in finding.symptoms:
                yield f"  - {symptom.at.line}:{symptom.at.column}  {symptom.rule}"
                yield from self._body(symptom, "    ")

    def _body(self, finding: Finding, indent: str) -> Iterator[str]:
        yield indent + printable(message(finding, self.language))
        # a message that already shows its arithmetic needs it no second time
        if finding.working and finding.working not in message(finding, self.language):
            yield f"{indent}{self.words['working']}{printable(finding.working)}"

    def _excerpts(self, finding: Finding, document: Document) -> Iterator[str]:
        lines = list(dict.fromkeys(place.line for place in finding.places))
        width = len(str(max(lines, default=0)))
        for number in lines:
            places = [place for place in finding.places if place.line == number]
            yield f"    {self.paint(f'{number:>{width}} |', _DIM)} {self._excerpt(document.line(number), places)}"

    def _excerpt(self, line: str, places: list[Place]) -> str:
        """The figures of one line «marked», with the words around them; what lies far from all of them is left out."""
        pieces: list[str] = []
        done = 0
        for place in sorted(places, key=lambda place: place.start):
            start = max(place.column - 1, done)
            end = max(min(place.column - 1 + place.end - place.start, len(line)), start)
            pieces.append(_shortened(line[done:start], first=done == 0))
            pieces.append(self._mark(line[start:end], place.suspect))
            done = end
        rest = line[done:]
        pieces.append(printable(rest[:_MARGIN]) + ("…" if len(rest) > _MARGIN else ""))
        return "".join(pieces).strip()

    def _mark(self, text: str, suspect: bool) -> str:
        return self.paint(f"«{printable(text)}»", _BOLD, _RED if suspect else _YELLOW)


def message(finding: Finding, language: Language) -> str:
    """What is wrong, in the language asked for."""
    return finding.zh if language == "zh" else finding.en


def printable(text: str) -> str:
    """`text` without characters that would steer a terminal."""
    return text.translate(_UNPRINTABLE)


def _shortened(gap: str, first: bool) -> str:
    if first:
        return printable(gap) if len(gap) <= _MARGIN else "…" + printable(gap[-_MARGIN:])
    return printable(gap) if len(gap) <= 2 * _MARGIN else f"{printable(gap[:_MARGIN])}…{printable(gap[-_MARGIN:])}"
