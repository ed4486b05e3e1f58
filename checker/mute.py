"""A finding that somebody has looked at and lets pass, with the reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from unicodedata import normalize

from checker.finding import Finding


@dataclass(frozen=True, slots=True)
class Mute:
    """What a writer lets pass: findings of `rule` that quote all of `figures` (`plainly` written), because of `reason`, up to and
    on the day `until`.

    `file` and `line` (from 1) say where it is written; `start`/`end` are its range in the document, both -1 where it is written in a file
    of its own.
    """

    rule: str
    figures: tuple[str, ...]
    reason: str
    file: str
    line: int
    until: date | None = None
    start: int = -1
    end: int = -1

    def names(self, finding: Finding) -> bool:
        """Whether it is written for this finding."""
        return self.rule == finding.rule and set(self.figures) <= quoted(finding)

    def touches(self, finding: Finding) -> bool:
        """Whether it may have been written for this finding before a number in it changed."""
        return self.rule == finding.rule and not set(self.figures).isdisjoint(quoted(finding))

    def whole(self, finding: Finding) -> bool:
        """Whether it names every figure of the finding, so that it cannot outlive a change of one."""
        return set(self.figures) == quoted(finding)


@dataclass(frozen=True, slots=True)
class Muted:
    """A finding that was let pass; `by` is who wrote the mute, '' if git does not know."""

    finding: Finding
    mute: Mute
    by: str = ""


def quoted(finding: Finding) -> frozenset[str]:
    """The figures of a finding, plainly written."""
    return frozenset(plainly(place.text) for place in finding.places)


def plainly(text: str) -> str:
    """A text without blanks and with full-width digits and signs as plain ones: ２８．２ ％ is 28.2%."""
    return "".join(normalize("NFKC", text).split())
