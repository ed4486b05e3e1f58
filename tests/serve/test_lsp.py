"""The language server as an editor meets it: a client of another house, over the server's standard input and output."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types
from pygls.lsp.client import LanguageClient

WRONG = "# 情况\n\n𠮷镇共有重点项目10个，其中续建项目4个、新建项目5个。\n\n以上。\n"
RIGHT = WRONG.replace("10个", "9个")
TABLE = "| 项目 | 支出 |\n| --- | --- |\n| 教育 | 310 |\n| 卫生 | 200 |\n| 合计 | 500 |\n"
LONGEST = 60.0


def place(line: int, start: int, end: int) -> types.Range:
    return types.Range(types.Position(line, start), types.Position(line, end))


class Editor:
    """A client and the documents that it has open."""

    def __init__(self, client: LanguageClient, folder: Path) -> None:
        self.client = client
        self.folder = folder
        self.versions: dict[str, int] = {}
        self.published: list[types.PublishDiagnosticsParams] = []
        self.messages: list[types.ShowMessageParams] = []
        self._news = asyncio.Event()

        self.registered: list[types.Registration] = []
        # pygls writes attributes on what it is given, which a method does not take
        client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(lambda told: self._take(told))
        client.feature(types.WINDOW_SHOW_MESSAGE)(lambda told: self.messages.append(told))
        client.feature(types.CLIENT_REGISTER_CAPABILITY)(lambda asked: self._register(asked))

    def _take(self, told: types.PublishDiagnosticsParams) -> None:
        self.published.append(told)
        self._news.set()

    def _register(self, asked: types.RegistrationParams) -> None:
        self.registered += asked.registrations

    def uri(self, name: str) -> str:
        return (self.folder / name).as_uri()

    def open(self, name: str, text: str, language: str = "markdown") -> None:
        uri = name if ":" in name else self.uri(name)
        self.versions[uri] = 1
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(types.TextDocumentItem(uri, language, 1, text)))

    def change(self, name: str, text: str) -> None:
        uri = self.uri(name)
        self.versions[uri] += 1
        document = types.VersionedTextDocumentIdentifier(self.versions[uri], uri)
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(document, [types.TextDocumentContentChangeWholeDocument(text)])
        )

    def save(self, name: str) -> None:
        self.client.text_document_did_save(types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(self.uri(name))))

    def close(self, name: str) -> None:
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(self.uri(name))))

    async def until(self, name: str, holds: Callable[[types.PublishDiagnosticsParams], bool]) -> list[types.Diagnostic]:
        """The diagnostics of a document as soon as those published last are as expected."""
        uri = name if ":" in name else self.uri(name)

        async def met() -> list[types.Diagnostic]:
            while True:
                last = next((told for told in reversed(self.published) if told.uri == uri), None)
                if last is not None and holds(last):
                    return list(last.diagnostics)
                self._news.clear()
                await self._news.wait()

        return await asyncio.wait_for(met(), LONGEST)

    async def shown(self, name: str) -> list[types.Diagnostic]:
        """The diagnostics of the version that is open."""
        uri = name if ":" in name else self.uri(name)
        return await self.until(name, lambda told: told.version == self.versions[uri])

    async def hover(self, name: str, line: int, character: int) -> types.Hover | None:
        at = types.HoverParams(types.TextDocumentIdentifier(self.uri(name)), types.Position(line, character))
        hover: types.Hover | None = await self.client.text_document_hover_async(at)
        return hover

    async def actions(self, name: str, diagnostic: types.Diagnostic) -> list[types.CodeAction]:
        asked = types.CodeActionParams(
            types.TextDocumentIdentifier(self.uri(name)), diagnostic.range, types.CodeActionContext([diagnostic])
        )  # fmt: skip
        return [action for action in await self.client.text_document_code_action_async(asked) or [] if isinstance(action, types.CodeAction)]


def a_client() -> LanguageClient:
    """That of pytest-lsp, which holds what the server says to the specification; where it is not installed, that of pygls."""
    try:
        from pytest_lsp import LanguageClient as Strict
    except ImportError:
        return LanguageClient("client", "1")
    strict: LanguageClient = Strict()
    return strict


async def begin(client: LanguageClient, asked: types.InitializeParams) -> None:
    if hasattr(client, "initialize_session"):
        await client.initialize_session(asked)
    else:
        await client.initialize_async(asked)
        client.initialized(types.InitializedParams())


async def end(client: LanguageClient) -> int:
    """The exit code of the server."""
    await client.shutdown_async(None)
    client.exit(None)
    assert client._server is not None
    return await client._server.wait()


@asynccontextmanager
async def editor(folder: Path, locale: str = "zh-cn", encodings: tuple[str, ...] = (), options: object = None) -> AsyncIterator[Editor]:
    client = a_client()
    one = Editor(client, folder)
    await client.start_io(sys.executable, "-m", "checker", "lsp", "--stdio")
    able = types.ClientCapabilities(
        general=types.GeneralClientCapabilities(position_encodings=[*map(types.PositionEncodingKind, encodings)] or None),
        text_document=types.TextDocumentClientCapabilities(hover=types.HoverClientCapabilities(content_format=[types.MarkupKind.Markdown])),
        workspace=types.WorkspaceClientCapabilities(
            workspace_edit=types.WorkspaceEditClientCapabilities(document_changes=True),
            did_change_watched_files=types.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True),
        ),
    )
    asked = types.InitializeParams(able, locale=locale, root_uri=folder.as_uri(), initialization_options=options)
    await asyncio.wait_for(begin(client, asked), LONGEST)
    try:
        yield one
        assert await asyncio.wait_for(end(client), LONGEST) == 0
    finally:
        stopping: Any = client  # untyped in pygls
        await stopping.stop()


def play(folder: Path, scene: Callable[[Editor], Coroutine[Any, Any, None]], **how: Any) -> None:
    async def whole() -> None:
        async with editor(folder, **how) as one:
            await scene(one)

    asyncio.run(whole())


def after(text: str, action: types.CodeAction) -> str:
    """The text with the one edit of an action made; columns count UTF-16."""
    assert action.edit is not None and action.edit.document_changes is not None
    (change,) = action.edit.document_changes
    assert isinstance(change, types.TextDocumentEdit)
    (edit,) = change.edits
    assert isinstance(edit, types.TextEdit)
    lines = text.split("\n")

    def offset(position: types.Position) -> int:
        before = lines[position.line].encode("utf-16-le")[: 2 * position.character].decode("utf-16-le")
        return sum(len(line) + 1 for line in lines[: position.line]) + len(before)

    return text[: offset(edit.range.start)] + edit.new_text + text[offset(edit.range.end) :]


def test_findings_come_as_one_types_and_go_when_mended(tmp_path: Path) -> None:
    async def scene(one: Editor) -> None:
        one.open("汇报.md", WRONG)
        (told,) = await one.shown("汇报.md")
        assert (told.code, told.source, told.severity) == ("parts-of-whole", "heshu", types.DiagnosticSeverity.Error)
        # 𠮷 counts twice in UTF-16
        assert told.range == place(2, 9, 12)
        assert "4个 + 5个 = 9个 ≠ 10个" in told.message
        related = told.related_information or ()
        assert [(other.location.range, other.message) for other in related] == [
            (place(2, 19, 21), "4个（part）"),
            (place(2, 26, 28), "5个（part）"),
        ]
        one.change("汇报.md", RIGHT)
        assert await one.shown("汇报.md") == []
        one.change("汇报.md", WRONG)
        assert len(await one.shown("汇报.md")) == 1
        one.close("汇报.md")
        assert await one.until("汇报.md", lambda told: told.version is None) == []

    play(tmp_path, scene)


def test_the_last_of_many_changes_is_what_is_shown(tmp_path: Path) -> None:
    async def scene(one: Editor) -> None:
        one.open("汇报.md", RIGHT)
        for number in range(20):
            one.change("汇报.md", f"{'又及。' * (20 - number)}\n\n{WRONG}")
        (told,) = await one.shown("汇报.md")
        assert told.range.start.line == 4
        versions = [told.version or 0 for told in one.published]
        assert versions == sorted(versions)

    play(tmp_path, scene)


def test_positions_in_the_encoding_that_the_editor_prefers(tmp_path: Path) -> None:
    async def scene(one: Editor) -> None:
        one.open("汇报.md", WRONG)
        (told,) = await one.shown("汇报.md")
        assert told.range == place(2, 8, 11)
        assert await one.hover("汇报.md", 2, 11) is None
        assert await one.hover("汇报.md", 2, 10) is not None

    play(tmp_path, scene, encodings=("utf-32", "utf-16"))


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_every_end_of_a_line_counts_and_nothing_else(tmp_path: Path, ending: str) -> None:
    async def scene(one: Editor) -> None:
        one.open("汇报.md", ("一\u2028二\x0c三\n" + WRONG).replace("\n", ending))
        (told,) = await one.shown("汇报.md")
        assert told.range == place(3, 9, 12)

    play(tmp_path, scene)


def test_hover_tells_what_a_figure_stands_for_and_what_it_was_compared_with(tmp_path: Path) -> None:
    async def scene(one: Editor) -> None:
        one.open("经济.md", "𠮷县工业投资36.0亿元，比上年的30.0亿元增长20.0%。\n")
        hover = await one.hover("经济.md", 0, 8)
        assert hover is not None and isinstance(hover.contents, types.MarkupContent)
        said = hover.contents.value
        assert said.startswith("```text\n") and said.endswith("\n```")
        assert "取值：35.95 至 36.05 亿元，即基本单位 3595000000 至 3605000000" in said
        assert "36.0亿元 ÷ 30.0亿元 − 1 = 20.00% ≈ 20.0%" in said
        assert hover.range == place(0, 7, 13)
        assert await one.hover("经济.md", 0, 2) is None

    play(tmp_path, scene)


def test_the_mute_is_written_and_holds_once_it_has_a_reason(tmp_path: Path) -> None:
    async def scene(one: Editor) -> None:
        one.open("汇报.md", WRONG)
        (told,) = await one.shown("汇报.md")
        action = (await one.actions("汇报.md", told))[-1]
        assert action.title == "heshu: 豁免 parts-of-whole……（在 because 后写明理由才生效）"
        assert action.diagnostics is not None and [each.code for each in action.diagnostics] == ["parts-of-whole"]
        muted = after(WRONG, action)
        comment = "<!-- heshu: allow parts-of-whole 10个、4个、5个 because  -->"
        assert muted == WRONG.replace("新建项目5个。\n", f"新建项目5个。\n\n{comment}\n")
        one.change("汇报.md", muted)
        assert [each.code for each in await one.shown("汇报.md")] == ["parts-of-whole", "mute-out-of-use"]
        assert [each.title for each in await one.actions("汇报.md", (await one.shown("汇报.md"))[1])] == []
        one.change("汇报.md", muted.replace("because  ", "because 另有1个项目暂停 "))
        assert await one.shown("汇报.md") == []

    play(tmp_path, scene)


def test_a_figure_is_mended_where_that_breaks_nothing(tmp_path: Path) -> None:
    text = "𠮷县营业收入86.40亿元，比上年同期的80.00亿元增长8.8%。\n"

    async def scene(one: Editor) -> None:
        one.open("经济.txt", text, "plaintext")
        (told,) = await one.shown("经济.txt")
        mend, mute = await one.actions("经济.txt", told)
        assert (mend.title, mend.is_preferred) == ("heshu: Change to 8.00%", True)
        assert after(text, mend) == text.replace("8.8%", "8.00%")
        assert after(text, mute) == text + "<!-- heshu: allow growth-from-levels 86.40亿元、80.00亿元、8.8% because  -->\n"
        one.change("经济.txt", after(text, mend))
        assert await one.shown("经济.txt") == []

    play(tmp_path, scene, locale="en-GB")


def test_settings_mutes_and_rules_of_the_folder_hold(tmp_path: Path) -> None:
    (tmp_path / "heshu.toml").write_text('exclude = ["草稿/"]\n[rules]\nparts-of-whole = "warning"\n', "utf-8")
    (draft := tmp_path / "草稿").mkdir()
    (draft / "一.md").write_text(WRONG, "utf-8")

    async def scene(one: Editor) -> None:
        one.open("汇报.md", WRONG)
        (told,) = await one.shown("汇报.md")
        assert told.severity == types.DiagnosticSeverity.Warning
        one.open("草稿/一.md", WRONG)
        assert await one.shown("草稿/一.md") == []

    play(tmp_path, scene)


def test_broken_settings_are_told_once_and_shown_in_their_file(tmp_path: Path) -> None:
    settings = tmp_path / "heshu.toml"

    async def scene(one: Editor) -> None:
        settings.write_text('# 设置\nfail-onn = "error"\n', "utf-8")
        one.open("汇报.md", WRONG)
        (told,) = await one.until("heshu.toml", lambda told: bool(told.diagnostics))
        assert (told.range.start.line, told.code) == (1, "unknown-key")
        assert "fail-on" in told.message
        one.change("汇报.md", WRONG + "\n又及。\n")
        assert await one.shown("汇报.md") == []
        (message,) = one.messages
        assert (message.type, "heshu.toml:2" in message.message) == (types.MessageType.Error, True)
        (registered,) = one.registered
        assert registered.method == types.WORKSPACE_DID_CHANGE_WATCHED_FILES
        settings.write_text('fail-on = "error"\n', "utf-8")
        one.client.workspace_did_change_watched_files(
            types.DidChangeWatchedFilesParams([types.FileEvent(settings.as_uri(), types.FileChangeType.Changed)])
        )
        assert await one.until("heshu.toml", lambda told: not told.diagnostics) == []
        await one.until("汇报.md", lambda told: bool(told.diagnostics))

    play(tmp_path, scene)


def test_what_was_revised_since_the_last_commit_is_compared(tmp_path: Path) -> None:
    text = "全年完成投资31.26亿元。\n\n年末总结：全年完成投资31.26亿元，好于预期。\n"
    (tmp_path / "总结.md").write_text(text, "utf-8")
    author = ["-c", "user.name=writer", "-c", "user.email=writer@example.org"]
    for command in (["init", "--quiet"], ["add", "--all"], [*author, "commit", "--quiet", "--message", "first"]):
        subprocess.run(["git", "-C", str(tmp_path), *command], check=True)

    async def scene(one: Editor) -> None:
        one.open("总结.md", text)
        assert await one.shown("总结.md") == []
        one.change("总结.md", text.replace("31.26", "33.26", 1))
        assert any("已修改 31.26亿元 → 33.26亿元" in told.message for told in await one.shown("总结.md"))

    play(tmp_path, scene)


def test_other_formats_are_passed_over_and_an_empty_text_is_no_complaint(tmp_path: Path) -> None:
    async def scene(one: Editor) -> None:
        one.open("程序.py", WRONG, "python")
        one.open("空.md", "")
        assert await one.shown("空.md") == []
        one.open("untitled:Untitled-1", WRONG)
        assert len(await one.shown("untitled:Untitled-1")) == 1
        one.save("空.md")
        assert {told.uri for told in one.published} == {one.uri("空.md"), "untitled:Untitled-1"}

    play(tmp_path, scene)


def test_the_editor_may_ask_for_a_language_other_than_its_own(tmp_path: Path) -> None:
    async def scene(one: Editor) -> None:
        one.open("汇报.md", WRONG)
        (told,) = await one.shown("汇报.md")
        assert "The parts do not add up to the whole" in told.message

    play(tmp_path, scene, options={"language": "en"})
