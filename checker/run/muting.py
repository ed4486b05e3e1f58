"""What is let pass in a document, and by whom."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from checker.document import Document
from checker.finding import Finding
from checker.load import comments
from checker.mute import Mute, Muted
from checker.read.authors import Line, document_at, line_of, line_with
from checker.settings import Policy
from checker.sift.mutes import Heard, heard

_RULE = "mute-out-of-use"

Findings = Callable[[Document], Sequence[Finding]]


def let_pass(document: Document, findings: Sequence[Finding], policy: Policy, findings_in: Findings) -> Heard:
    """Apply the mutes that stand in the document or are written for it elsewhere. A mute that names only some figures of a finding is bound
    to what the finding was when it was committed: `findings_in` are those of the document as it was then."""
    mutes = [*comments(document), *policy.mutes]
    if not mutes:
        return Heard(tuple(findings), ())

    @cache
    def written(mute: Mute) -> Line:
        if mute.start < 0:
            return line_of(Path(mute.file), mute.line)
        # the comment, not its line: the figures that it is bound to may stand there too
        return line_with(Path(document.path), document.text[mute.start : mute.end], document.encoding)

    @cache
    def origin(mute: Mute) -> Finding | None:
        former = document_at(Path(document.path), written(mute), policy.settings)
        return next((finding for finding in findings_in(former) if mute.names(finding)), None) if former is not None else None

    rules = policy.rules.relations
    today = date.today()  # noqa: DTZ011 - a term ends with the day of whoever reads the report
    answer = heard(document, findings, mutes, rules[_RULE], rules, today, origin)
    return replace(answer, muted=tuple(_signed(one, written(one.mute)) for one in answer.muted))


def _signed(muted: Muted, line: Line) -> Muted:
    return replace(muted, by=line.author)
