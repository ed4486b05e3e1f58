"""`heshu lsp` and `heshu watch`: what runs until it is stopped."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from checker.cli.options import CONFIG, LANGUAGE, PACKS
from checker.cli.output import MISUSE, colours, fail, write

if TYPE_CHECKING:
    from pathlib import Path

    from checker.report import Language
    from checker.serve.watch import Seen

# seconds between two looks
_PAUSE = 0.5
_CLEAR = "\x1b[2J\x1b[3J\x1b[H"


@click.command()
@click.option("--lang", "language", type=click.Choice(["zh", "en"]), help="语言，默认随编辑器。 Language (default: the editor's).")
@click.option("--stdio", is_flag=True, help="经标准输入输出通信（别无他法）。 Speak over standard input and output, as it does anyway.")
def lsp(language: Language | None, stdio: bool) -> None:  # noqa: ARG001 - many editors name the way that they speak
    """为编辑器提供核对（LSP）。 Serve an editor by the Language Server Protocol."""
    try:
        from checker.serve.lsp import server
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] not in ("pygls", "lsprotocol"):
            raise
        fail(
            "heshu lsp needs pygls: pip install 'heshu[lsp]'"
            if language == "en"
            else "heshu lsp 需要 pygls，请运行 pip install 'heshu[lsp]'。",
            MISUSE,
        )
    server(language).start_io()


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@PACKS
@CONFIG
@LANGUAGE
@click.option("--since", metavar="REV", help="与此版本比较，查改此漏彼。 Compare with a version: revised here, forgotten there?")
@click.option("--notes", is_flag=True, help="列出尾数差与不核对的理由。 Show last-digit drift and what is not compared, and why.")
def watch(paths: tuple[str, ...], packs: tuple[str, ...], config: str | None, language: Language, since: str | None, notes: bool) -> None:
    """文件一有改动就重新核对，直到按 Ctrl-C。 Check documents whenever they change, until Ctrl-C."""
    try:
        _watch(paths, packs, config, language, since or "", notes)
    except KeyboardInterrupt:
        sys.exit(0)


def _watch(paths: tuple[str, ...], packs: tuple[str, ...], config: str | None, language: Language, since: str, notes: bool) -> None:
    from pathlib import Path
    from time import sleep

    from checker.run import NoHistory, Policies, Request
    from checker.serve.watch import Watch

    watched = Watch(
        [Path(path) for path in paths or (".",)],
        lambda: Policies(tuple(map(Path, packs)), Path(config) if config else None),
        Request(notes=notes, since=since),
    )
    while True:
        try:
            seen = watched.look()
        except NoHistory as error:
            fail(error.zh if language == "zh" else error.en, MISUSE)
        if seen:
            write((_CLEAR if colours() else "") + _said(seen, language))
        sleep(_PAUSE)


def _said(seen: Seen, language: Language) -> str:
    from checker.render.text import render

    if seen.error is not None:
        return f"heshu: {seen.error.text(language)}\n"
    gone = "".join(f"{path}: {'文件已不在。' if language == 'zh' else 'is gone.'}\n" for path in _names(seen.gone))
    return gone + (render(seen.report, language, colours()) if seen.report is not None else "")


def _names(paths: tuple[Path, ...]) -> list[str]:
    from checker.render.words import printable

    return [printable(str(path)) for path in paths]
