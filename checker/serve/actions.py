"""What an editor offers at a finding: to mend the figure, or to let the finding pass."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from lsprotocol import types

from checker.finding import Finding
from checker.report import DocumentReport, Language
from checker.run.draft import check_draft
from checker.serve.diagnostics import SOURCE, range_of
from checker.serve.edits import Edit, mute, repair, safe
from checker.serve.sheet import Sheet

_TITLES: Mapping[Language, Mapping[str, str]] = {
    "zh": {"repair": "改为 {}", "mute": "豁免 {}……（在 because 后写明理由才生效）"},
    "en": {"repair": "Change to {}", "mute": "Allow {} … (in force once a reason stands behind “because”)"},
}


@dataclass(frozen=True, slots=True)
class Offers:
    """What can be offered in one version of a document. `versioned` edits are those that the editor refuses once its text has changed."""

    sheet: Sheet
    uri: str
    language: Language
    versioned: bool

    async def at(self, place: types.Range, shown: list[types.Diagnostic]) -> list[types.CodeAction]:
        """The actions for the findings that `place` touches, mending before muting; each says which of the diagnostics `shown` it is for.
        Raises PackError."""
        report = await self.sheet.report()
        lines = self.sheet.lines
        start, end = (lines.offset(one.line, one.character) for one in (place.start, place.end))
        found: list[types.CodeAction] = []
        for finding in report.findings:
            if finding.at.start <= end and start <= finding.at.end:
                about = [one for one in shown if one.code == finding.rule and one.range == self._range(finding.at.start, finding.at.end)]
                found += [self._action(*offer, about) for offer in await self._edits(finding, report)]
        return found

    async def _edits(self, finding: Finding, report: DocumentReport) -> list[tuple[str, str, Edit]]:
        """For each edit the kind of its title, what the title names, and the edit."""
        offers: list[tuple[str, str, Edit]] = []
        mended = repair(finding)
        if mended is not None and await self._safe(mended, finding, report):
            offers.append(("repair", mended.text, mended))
        allowed = mute(report.document, finding, self.sheet.draft.suffix) if report.document is not None else None
        if allowed is not None:
            offers.append(("mute", finding.rule, allowed))
        return offers

    async def _safe(self, edit: Edit, finding: Finding, report: DocumentReport) -> bool:
        draft, policy = self.sheet.draft, await self.sheet.policy()

        def mends() -> bool:
            return safe(edit, finding, report, lambda text: check_draft(replace(draft, text=text), policy))

        return await self.sheet.once((finding.key, edit), mends)

    def _action(self, kind: str, named: str, edit: Edit, about: list[types.Diagnostic]) -> types.CodeAction:
        changes = [types.TextEdit(self._range(edit.start, edit.end), edit.text)]
        if self.versioned:
            named_version = types.OptionalVersionedTextDocumentIdentifier(uri=self.uri, version=self.sheet.version)
            whole = types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(named_version, [*changes])])
        else:
            whole = types.WorkspaceEdit(changes={self.uri: changes})
        title = f"{SOURCE}: {_TITLES[self.language][kind].format(named)}"
        preferred = True if kind == "repair" else None
        return types.CodeAction(title, types.CodeActionKind.QuickFix, diagnostics=about, is_preferred=preferred, edit=whole)

    def _range(self, start: int, end: int) -> types.Range:
        return range_of(start, end, self.sheet.lines)
