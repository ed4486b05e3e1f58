"""A language server over standard input and output (Language Server Protocol 3.17), for .md and .txt."""

from __future__ import annotations

from lsprotocol import types

from checker.report import Language
from checker.serve.server import Server

# seconds that nobody has typed for when a check begins
_PAUSE = 0.3


def server(chosen: Language | None = None) -> Server:
    """The server, ready to be started; it speaks the language `chosen`, or else that of the editor."""
    made = Server(chosen)
    _begins(made)
    _follows(made)
    _answers(made)
    return made


def _begins(made: Server) -> None:
    @made.feature(types.INITIALIZE)
    def initialize(asked: types.InitializeParams) -> None:
        made.speak(asked)

    @made.feature(types.INITIALIZED)
    async def initialized(_: types.InitializedParams) -> None:
        await made.follow_settings()


def _follows(made: Server) -> None:
    @made.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(told: types.DidOpenTextDocumentParams) -> None:
        made.renew(told.text_document.uri)

    @made.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(told: types.DidChangeTextDocumentParams) -> None:
        made.renew(told.text_document.uri, _PAUSE)

    @made.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(told: types.DidSaveTextDocumentParams) -> None:
        if told.text_document.uri in made.sheets:
            made.renew(told.text_document.uri)

    @made.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(told: types.DidCloseTextDocumentParams) -> None:
        made.close(told.text_document.uri)

    @made.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def files_changed(_: types.DidChangeWatchedFilesParams) -> None:
        for uri in [*made.sheets]:
            made.renew(uri)


def _answers(made: Server) -> None:
    @made.feature(types.TEXT_DOCUMENT_HOVER)
    async def hover(asked: types.HoverParams) -> types.Hover | None:
        return await made.hover(asked.text_document.uri, asked.position)

    @made.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions([types.CodeActionKind.QuickFix]))
    async def offers(asked: types.CodeActionParams) -> list[types.CodeAction]:
        return await made.offers(asked)
