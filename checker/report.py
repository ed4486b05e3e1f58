"""What a run found out about documents, and what it could not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Literal

from checker.claim import Claim
from checker.document import Document
from checker.finding import Checked, Finding
from checker.mute import Muted
from checker.quantity import Class, Hedge, Quantity
from checker.rules import Kind, Rule, Rules, Severity
from checker.settings import Threshold
from checker.verdict import Verdict, starts

Language = Literal["zh", "en"]
Status = Literal["pass", "fail", "unreadable"]


@dataclass(frozen=True, slots=True)
class Reason:
    """One sentence, in Chinese and in English, that says why a document was not checked."""

    zh: str
    en: str

    def __getitem__(self, language: Language) -> str:
        return self.zh if language == "zh" else self.en


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure as it was understood, for listings.

    `text`, `start`, `end`, `line` and `column` quote the document. `value`, `low` and `high` are in the base unit of `dimension` (元, 人,
    平方米 …; per cent as fractions of 1, percentage points as points) and None for a figure that is no amount. `unit` is the unit as
    written; `indicator`, `subject`, `period` and `measure` are '' where the document does not say.
    """

    text: str
    start: int
    end: int
    line: int
    column: int
    klass: Class
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""
    dimension: str = ""
    indicator: str = ""
    subject: str = ""
    period: str = ""
    measure: str = ""
    hedge: Hedge = ""

    @classmethod
    def of(cls, quantity: Quantity, claim: Claim | None, document: Document, rules: Rules) -> Figure:
        """What `claim` (None if the figure takes no part in arithmetic) says of `quantity`, in the unit that a table's heading may give it;
        indicators go by their standard names."""
        line, column = document.position(quantity.start)
        plain = cls(quantity.text, quantity.start, quantity.end, line, column, quantity.klass, hedge=quantity.hedge)
        if claim is None:
            return plain
        quantity, known = claim.quantity, rules.indicators.get(claim.indicator)
        return replace(
            plain,
            value=quantity.value,
            low=quantity.interval.low,
            high=quantity.interval.high,
            unit=quantity.unit,
            dimension=quantity.dimension,
            indicator=known.names[0] if known else claim.name,
            subject=claim.subject or document.about.subject,
            period=str(claim.period or ""),
            measure=claim.measure,
        )


@dataclass(frozen=True, slots=True)
class Tally:
    """How many figures took part in how many judged relations of one kind."""

    kind: Kind
    figures: int
    relations: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a document's figures were checked by, and which nothing in it can confirm.

    `tallies` are by kind of relation, in alphabetical order; a figure counts once in each kind. `unsure` figures are checked, but only by
    relations that are too weakly evidenced to accuse. `unconfirmed` figures are in document order.
    """

    tallies: tuple[Tally, ...]
    unsure: int
    unconfirmed: tuple[Figure, ...]

    @classmethod
    def of(cls, relations: Sequence[Verdict], certain: Sequence[Verdict], unconfirmed: tuple[Figure, ...]) -> Coverage:
        """The coverage by `relations`, of which the `certain` ones are evidenced well enough to accuse."""
        kinds: dict[Kind, list[Verdict]] = {}
        for verdict in relations:
            kinds.setdefault(verdict.relation.rule.kind, []).append(verdict)
        tallies = tuple(Tally(kind, len(starts(kinds[kind])), len(kinds[kind])) for kind in sorted(kinds))
        return cls(tallies, len(starts(relations) - starts(certain)), unconfirmed)


@dataclass(frozen=True, slots=True)
class DocumentReport:
    """One document's part of a report.

    `findings` are those to be shown, in document order; `notes` counts the drift found, shown or not. Of the `figures`, `checked` took
    part in a relation that was judged, `exempt` need no check (编号, dates, names, 概数) and `unconfirmed` could be compared with nothing;
    `relations` counts what was judged. `reason` is None unless the document could not be checked. `document` is what was read, for
    quoting its lines; `coverage` is None unless it was asked for. `threshold` is the severity that fails it; one that is never failed has
    the status that its errors give it, and does not fail the run. `muted` are the findings that were let pass,
    `known` those of the baseline, and `gone` are its entries whose findings are there no more;
    `checks`, None unless they were asked for, are the relations that hold and those that were not compared.
    """

    path: str
    findings: tuple[Finding, ...] = ()
    notes: int = 0
    figures: int = 0
    checked: int = 0
    exempt: int = 0
    unconfirmed: int = 0
    relations: int = 0
    reason: Reason | None = None
    document: Document | None = field(default=None, repr=False, compare=False)
    coverage: Coverage | None = None
    threshold: Threshold = "error"
    muted: tuple[Muted, ...] = ()
    known: tuple[Finding, ...] = ()
    gone: tuple[str, ...] = ()
    checks: tuple[Checked, ...] | None = None

    @property
    def status(self) -> Status:
        """pass, fail (a finding at the threshold or worse) or unreadable."""
        if self.reason is not None:
            return "unreadable"
        return "fail" if any(map(self.fails, self.findings)) else "pass"

    @property
    def found(self) -> tuple[Finding, ...]:
        """All findings: those to be shown, the known and the muted ones, in this order."""
        return (*self.findings, *self.known, *(muted.finding for muted in self.muted))

    def fails(self, finding: Finding) -> bool:
        """Whether a finding is as severe as what fails this document, or worse."""
        return finding.reaches("error" if self.threshold == "never" else self.threshold)


@dataclass(frozen=True, slots=True)
class Report:
    """The documents of a run, in the order in which they were named or found. `rules` are those that findings rest on, by id, for the
    formats that say more of a rule than its name; one that is not at hand is missing."""

    documents: tuple[DocumentReport, ...]
    rules: Mapping[str, Rule] = field(default_factory=dict, repr=False, compare=False)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings of all documents."""
        return tuple(finding for document in self.documents for finding in document.findings)

    @property
    def errors(self) -> int:
        """Findings that contradict what the document itself says."""
        return _count(self.findings, "error")

    @property
    def warnings(self) -> int:
        """Findings that rest on weaker evidence."""
        return _count(self.findings, "warning")

    @property
    def notes(self) -> int:
        """Drift in the last digit, shown or not."""
        return sum(document.notes for document in self.documents)

    @property
    def failed(self) -> int:
        """Documents with a finding at their threshold or worse."""
        return self._with("fail")

    @property
    def stops(self) -> bool:
        """Whether a document failed that was to be stopped."""
        return any(document.status == "fail" and document.threshold != "never" for document in self.documents)

    @property
    def unreadable(self) -> int:
        """Documents that could not be checked."""
        return self._with("unreadable")

    @property
    def figures(self) -> int:
        """Figures found in all documents."""
        return sum(document.figures for document in self.documents)

    @property
    def checked(self) -> int:
        """Figures that took part in a judged relation."""
        return sum(document.checked for document in self.documents)

    @property
    def exempt(self) -> int:
        """Figures that need no check."""
        return sum(document.exempt for document in self.documents)

    @property
    def unconfirmed(self) -> int:
        """Figures that nothing in their document can confirm."""
        return sum(document.unconfirmed for document in self.documents)

    @property
    def muted(self) -> int:
        """Findings that were let pass."""
        return sum(len(document.muted) for document in self.documents)

    @property
    def known(self) -> int:
        """Findings of the baseline that are still there."""
        return sum(len(document.known) for document in self.documents)

    @property
    def gone(self) -> int:
        """Findings of the baseline that are there no more."""
        return sum(len(document.gone) for document in self.documents)

    @property
    def relations(self) -> int:
        """Relations judged."""
        return sum(document.relations for document in self.documents)

    def _with(self, status: Status) -> int:
        return sum(document.status == status for document in self.documents)


def _count(findings: Iterable[Finding], severity: Severity) -> int:
    return sum(finding.severity == severity for finding in findings)
