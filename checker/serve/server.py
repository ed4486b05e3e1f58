"""What the language server knows of the documents that are open, and what it says of them."""

from __future__ import annotations

import asyncio
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, cast

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path
from pygls.workspace import TextDocument

from checker.pack_error import PackError
from checker.render.explanation.text import as_text
from checker.report import Language, Reason
from checker.run.draft import Draft
from checker.serve.actions import Offers
from checker.serve.complaints import Complaints
from checker.serve.diagnostics import SOURCE, diagnostics, range_of
from checker.serve.positions import Encoding
from checker.serve.sheet import Sheet
from checker.version import VERSION

_SUFFIXES = (".md", ".markdown", ".txt", ".text")
# a text that is in no file yet is known by what the editor calls its language
_UNSAVED = {"markdown": ".md", "plaintext": ".txt"}


class Server(LanguageServer):
    """What is open in the editor. `chosen` is the language of all that is said, None for that of the editor (Chinese if it says none)."""

    def __init__(self, chosen: Language | None) -> None:
        # whole texts rather than changes: which characters end a line is then asked of nobody but this house
        super().__init__(SOURCE, VERSION, text_document_sync_kind=types.TextDocumentSyncKind.Full)
        self.chosen = chosen
        self.language: Language = chosen or "zh"
        self.sheets: dict[str, Sheet] = {}
        self._complaints = Complaints(self)
        self._shows: dict[str, asyncio.Task[None]] = {}
        self._engine = ThreadPoolExecutor(1, "heshu")

    def speak(self, asked: types.InitializeParams) -> None:
        """Speak the language that the editor asks for in its options ({"language": "en"}), or else its own."""
        options = asked.initialization_options
        wanted = options.get("language") if isinstance(options, dict) else getattr(options, "language", None)
        if wanted in ("zh", "en"):
            self.language = cast("Language", wanted)
        elif self.chosen is None and asked.locale:
            self.language = "zh" if asked.locale.lower().startswith("zh") else "en"

    def renew(self, uri: str, pause: float = 0.0) -> None:
        """Take a document as it stands now, and show after `pause` seconds what a check says of it."""
        self.forget(uri)
        document = self.workspace.get_text_document(uri)
        draft = _draft(document)
        if draft is not None:
            encoding = types.PositionEncodingKind(self.workspace.position_encoding or "utf-16").value
            sheet = self.sheets[uri] = Sheet(draft, document.version, cast("Encoding", encoding), self._engine)
            self._shows[uri] = asyncio.get_running_loop().create_task(self._show(uri, sheet, pause))

    def forget(self, uri: str) -> None:
        """Wait for nothing of a document any more."""
        if uri in self.sheets:
            self.sheets.pop(uri).drop()
            self._shows.pop(uri).cancel()

    def close(self, uri: str) -> None:
        """Take away all that was shown of a document."""
        if uri in self.sheets:
            self.forget(uri)
            self._complaints.settle(uri)
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    async def _show(self, uri: str, sheet: Sheet, pause: float) -> None:
        await asyncio.sleep(pause)
        try:
            report = await sheet.report()
        except PackError as error:
            self._complaints.take(uri, error, self.language)
            shown: list[types.Diagnostic] = []
        else:
            self._complaints.settle(uri)
            # an empty text cannot be read, which its writer knows
            shown = diagnostics(report, uri, sheet.lines, self.language) if sheet.draft.text.strip() else []
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, shown, sheet.version))

    async def hover(self, uri: str, position: types.Position) -> types.Hover | None:
        """What is to be said of the figure under the cursor: what it stands for, and what it was compared with."""
        sheet = self.sheets.get(uri)
        try:
            understood = await sheet.understood() if sheet is not None else None
        except PackError:
            return None
        if sheet is None or understood is None or isinstance(understood, Reason):
            return None
        told = understood.at(sheet.lines.offset(position.line, position.character))
        if told is None:
            return None
        # the path is that of the page that the reader looks at
        said = as_text(told, self.language).partition("\n")[2].rstrip("\n")
        return types.Hover(self._set(said), range_of(told.figure.start, told.figure.end, sheet.lines))

    def _set(self, text: str) -> types.MarkupContent:
        """Lines of text, so that they stay lines."""
        hover = self.client_capabilities.text_document and self.client_capabilities.text_document.hover
        formats = (hover and hover.content_format) or []
        if types.MarkupKind.Markdown not in formats:
            return types.MarkupContent(types.MarkupKind.PlainText, text)
        fence = "`" * max(3, 1 + max(map(len, re.findall("`+", text)), default=0))
        return types.MarkupContent(types.MarkupKind.Markdown, f"{fence}text\n{text}\n{fence}")

    async def offers(self, asked: types.CodeActionParams) -> list[types.CodeAction]:
        """What can be done at a place of a document."""
        uri = asked.text_document.uri
        sheet = self.sheets.get(uri)
        if sheet is None or not _wanted(asked.context.only):
            return []
        edits = self.client_capabilities.workspace and self.client_capabilities.workspace.workspace_edit
        try:
            return await Offers(sheet, uri, self.language, bool(edits and edits.document_changes)).at(
                asked.range, list(asked.context.diagnostics)
            )
        except PackError:
            return []

    async def follow_settings(self) -> None:
        """Ask the editor to tell of settings, mutes, rules and baselines that change on disk, if it can."""
        watched = self.client_capabilities.workspace and self.client_capabilities.workspace.did_change_watched_files
        if watched and watched.dynamic_registration:
            options = types.DidChangeWatchedFilesRegistrationOptions(
                [types.FileSystemWatcher(pattern) for pattern in ("**/*.toml", "**/*.baseline")]
            )
            name = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
            await self.client_register_capability_async(types.RegistrationParams([types.Registration("heshu-settings", name, options)]))


def _draft(document: TextDocument) -> Draft | None:
    """The draft that an open document is; None for one of another format."""
    path = to_fs_path(document.uri) if document.uri.startswith("file:") else None
    if path is None:
        suffix = "" if document.uri.startswith("file:") else _UNSAVED.get(document.language_id or "", "")
    else:
        suffix = Path(path).suffix.lower()
    return Draft(document.source, suffix, Path(path) if path else None) if suffix in _SUFFIXES else None


def _wanted(kinds: Any) -> bool:
    """Whether quick fixes are among the `kinds` asked for (None: all are)."""
    return kinds is None or any(str(getattr(kind, "value", kind)) in ("", "quickfix") for kind in kinds)
