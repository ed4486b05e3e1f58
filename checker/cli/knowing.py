"""`heshu baseline`: the findings that are known."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from checker.cli.options import CONFIG, LANGUAGE, PACKS
from checker.cli.output import FINDINGS, UNREADABLE, save, write
from checker.cli.policies import policies

if TYPE_CHECKING:
    from checker.report import Language
    from checker.run.known import Update

_FILE = "heshu.baseline"
_SAID = {
    "zh": ("新增 {new}，沿用 {kept}，已消除 {gone}", "未写入：加 --accept 才收入新增的问题"),
    "en": ("{new} new, {kept} kept, {gone} gone", "the new ones were not written; --accept takes them in"),
}


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--output", metavar="FILE", help=f"清单文件，默认按设置，或 {_FILE}。 The file, by default that of the settings.")
@click.option("--accept", is_flag=True, help="收入新增的问题。 Take new findings in.")
@PACKS
@CONFIG
@LANGUAGE
def baseline(
    paths: tuple[str, ...], output: str | None, accept: bool, packs: tuple[str, ...], config: str | None, language: Language
) -> None:
    """把现有问题记入已知问题清单。 Write what is found now into the list of known findings.

    清单已有的，改好的问题自动删去；新增的只列出，不写入，退出码为 1，除非加 --accept。

    Findings that are gone leave an existing list; new ones are listed and not written, with exit code 1, unless --accept is given.
    """
    from pathlib import Path

    from checker.baseline import Baseline
    from checker.load import baseline as load
    from checker.render.baseline import render
    from checker.run import Request, run
    from checker.run.known import updated

    with policies(packs, config, language, heeded=False) as found:
        file = Path(output) if output else found.of(Path("_")).settings.baseline or Path(_FILE)
        fresh = not file.exists()
        before = Baseline(file.resolve().parent, {}) if fresh else load(file)
        report = run(map(Path, paths or (".",)), found.of, Request(threshold="never"))
    update = updated(report, before, accept or fresh)
    for document in report.documents:
        if document.reason is not None:
            click.echo(f"heshu: {document.path}: {document.reason[language]}", err=True)
    save(render(update.entries), str(file))
    write(_told(update, language, accept or fresh))
    sys.exit(UNREADABLE if report.unreadable else FINDINGS if update.new and not (accept or fresh) else 0)


def _told(update: Update, language: Language, accepted: bool) -> str:
    closing, refused = _SAID[language]
    lines = [f"+ {name}  {said}" for name, said in update.new] + [f"- {name}  {said}" for name, said in update.gone]
    lines.append(closing.format(new=len(update.new), kept=update.kept, gone=len(update.gone)))
    return "\n".join([*lines, *([refused] if update.new and not accepted else [])]) + "\n"
