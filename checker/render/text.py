"""A report for people: one block for each finding, then what the run covered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker.document import Document
from checker.finding import Finding, Place
from checker.mute import Muted
from checker.render.words import SLIPS, WORDS, closing, pardon, printable, said
from checker.report import DocumentReport, Language, Report

# how much of a line is quoted on either side of a figure, and the widest stretch between two figures that is quoted whole
_MARGIN = 16

_RED, _YELLOW, _CYAN, _BOLD, _DIM, _PLAIN = "\x1b[31m", "\x1b[33m", "\x1b[36m", "\x1b[1m", "\x1b[2m", "\x1b[0m"
_COLOURS: Mapping[str, str] = {"error": _RED, "warning": _YELLOW, "note": _CYAN}


def render(report: Report, language: Language, colour: bool) -> str:
    """The report as text that ends with a line break; `colour` allows ANSI colours."""
    page = _Page(language, colour)
    blocks = [block for document in report.documents for block in page.blocks(document)]
    return "\n".join([*blocks, closing(report, language)]) + "\n"


def brief(report: Report, language: Language, colour: bool) -> str:
    """What is wrong and what was asked for, as `render` says it; '' where there is nothing to say."""
    page = _Page(language, colour)
    return "\n".join(block for document in report.documents for block in (*page.wrong(document), *page.asked(document)))


class _Page:
    """How one report is worded and coloured."""

    def __init__(self, language: Language, colour: bool) -> None:
        self.language: Language = language
        self.words = WORDS[language]
        self.colour = colour

    def paint(self, text: str, *styles: str) -> str:
        return f"{''.join(styles)}{text}{_PLAIN}" if self.colour else text

    def blocks(self, report: DocumentReport) -> Iterator[str]:
        """What is wrong, what was let pass, and what else was asked for, in blocks with a line break at their ends."""
        yield from self.wrong(report)
        if report.muted:
            yield "\n".join(self._muted(printable(report.path), one) for one in report.muted) + "\n"
        yield from self.asked(report)

    def asked(self, report: DocumentReport) -> Iterator[str]:
        """One block for each thing that is said only where it was asked for."""
        path = printable(report.path)
        if report.checks:
            from checker.render.checks import as_lines as checks

            yield "\n".join((self.paint(path, _BOLD), *map(printable, checks(report.checks, self.language)))) + "\n"
        if report.coverage is not None:
            from checker.render.coverage import as_lines

            yield "\n".join((self.paint(path, _BOLD), *map(printable, as_lines(report, report.coverage, self.language)))) + "\n"

    def wrong(self, report: DocumentReport) -> Iterator[str]:
        """One block, with a line break at its end, for each finding or for the reason why there are none."""
        path = printable(report.path)
        if report.reason is not None:
            head = self.paint(self.words["unreadable"], _BOLD, _RED)
            yield f"{self.paint(path, _BOLD)}  {head}\n  {printable(report.reason[self.language])}\n"
        for finding in report.findings:
            yield "\n".join(self._finding(path, finding, report.document)) + "\n"

    def _muted(self, path: str, muted: Muted) -> str:
        place = muted.finding.at
        where = self.paint(f"{path}:{place.line}:{place.column}", _BOLD)
        return f"{where}  {self.paint(self.words['muted'], _DIM)} {muted.finding.rule}  {pardon(muted, self.language)}"

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
            yield f"  {words['slip']}{SLIPS[self.language].get(finding.slip, finding.slip)}"
        if finding.symptoms:
            yield f"  {words['symptoms']}"
            for symptom in finding.symptoms:
                yield f"  - {symptom.at.line}:{symptom.at.column}  {symptom.rule}"
                yield from self._body(symptom, "    ")

    def _body(self, finding: Finding, indent: str) -> Iterator[str]:
        yield from (indent + line for line in said(finding, self.language))

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


def _shortened(gap: str, first: bool) -> str:
    if first:
        return printable(gap) if len(gap) <= _MARGIN else "…" + printable(gap[-_MARGIN:])
    return printable(gap) if len(gap) <= 2 * _MARGIN else f"{printable(gap[:_MARGIN])}…{printable(gap[-_MARGIN:])}"
