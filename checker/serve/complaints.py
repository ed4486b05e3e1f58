"""What is wrong with the settings of the documents that are open."""

from __future__ import annotations

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from checker.pack_error import PackError
from checker.report import Language
from checker.serve.diagnostics import SOURCE, misset


class Complaints:
    """For each document that cannot be checked, the settings, rules or mutes for which it cannot: told once, and shown in their file for
    as long as any document needs them."""

    def __init__(self, server: LanguageServer) -> None:
        self._server = server
        self._open: dict[str, tuple[str, types.Diagnostic]] = {}

    def take(self, uri: str, error: PackError, language: Language) -> None:
        """A document cannot be checked."""
        complaint = misset(error, language)
        if complaint not in self._open.values():
            said = f"{SOURCE}: {complaint[1].message}"
            self._server.window_show_message(types.ShowMessageParams(types.MessageType.Error, said))
        before = self._open.get(uri, complaint)
        self._open[uri] = complaint
        self._publish({complaint[0], before[0]})

    def settle(self, uri: str) -> None:
        """A document can be checked again, or need not be any more."""
        complaint = self._open.pop(uri, None)
        if complaint is not None:
            self._publish({complaint[0]})

    def _publish(self, files: set[str]) -> None:
        for file in files:
            said = [diagnostic for name, diagnostic in self._open.values() if name == file]
            once = [one for place, one in enumerate(said) if one not in said[:place]]
            self._server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(file, once))
