"""What a reader of the report is told: figures that cannot all be true, where they stand, and why."""

from __future__ import annotations

from dataclasses import dataclass

from checker.rules import Evidence, Kind, Severity

# A gate's threshold: findings at this severity or worse fail a document.
RANK: dict[Severity, int] = {"note": 0, "warning": 1, "error": 2}


@dataclass(frozen=True, slots=True)
class Place:
    """One quoted figure of a finding.

    `text` is what the document says in the code-point range [`start`, `end`); `line` and `column` count from 1, columns in code points;
    `role` is the figure's part in the relation (now, base, part, whole …); `suspect` marks the figure that is blamed.
    """

    text: str
    start: int
    end: int
    line: int
    column: int
    role: str
    suspect: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """One proof that figures disagree.

    `zh` and `en` are the message in either language; `working` is arithmetic that a reader can redo, in no language; `key` names the
    finding from one version of a document to the next and holds no offsets; `places` are the figures in document order; `expected` is
    what the suspect should read, '' where that is not certain; `slip` is the code of the likely slip (digit, swap, missing, extra,
    point, scale, percent, sign, stale), '' where none is likely; `symptoms` are other relations that the same slip breaks.
    """

    rule: str
    kind: Kind
    severity: Severity
    evidence: Evidence
    zh: str
    en: str
    working: str
    key: str
    places: tuple[Place, ...]
    expected: str = ""
    slip: str = ""
    symptoms: tuple[Finding, ...] = ()

    @property
    def at(self) -> Place:
        """Where to look first: the suspect, or the first figure if none is blamed."""
        return next((place for place in self.places if place.suspect), self.places[0])

    def reaches(self, level: Severity) -> bool:
        """Whether the finding is as severe as `level` or worse."""
        return RANK[self.severity] >= RANK[level]


@dataclass(frozen=True, slots=True)
class Checked:
    """A relation that was judged and does not accuse: one that holds (`outcome` agrees, drift or improbable) with its `working`, or one
    that must not be compared (abstains) with the reason in either language. `certain` says that it would accuse, did it not hold."""

    rule: str
    kind: Kind
    evidence: Evidence
    outcome: str
    certain: bool
    working: str
    zh: str
    en: str
    places: tuple[Place, ...]
