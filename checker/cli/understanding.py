"""`heshu figures` and `heshu explain-figure`: what was understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from checker.cli.options import CONFIG, FORMAT, LANGUAGE, PACKS
from checker.cli.output import MISUSE, UNREADABLE, fail, write
from checker.cli.policies import policy

if TYPE_CHECKING:
    from checker.report import Language

_LONGEST_PLACE = 20


@click.command()
@click.argument("path")
@FORMAT
@PACKS
@CONFIG
@LANGUAGE
def figures(path: str, style: str, packs: tuple[str, ...], config: str | None, language: Language) -> None:
    """列出文件中的每个数字及其含义。 List every figure of a document and what it means."""
    from pathlib import Path

    from checker.render.figures import LISTINGS
    from checker.run import figures_in

    found = figures_in(Path(path), policy(Path(path), packs, config, language))
    if isinstance(found, tuple):
        write(LISTINGS[style](path, found, language))
    else:
        fail(f"{path}: {found[language]}", UNREADABLE)


@click.command("explain-figure")
@click.argument("path", metavar="FILE")
@click.argument("place", metavar="LINE:COL")
@FORMAT
@PACKS
@CONFIG
@LANGUAGE
def explain_figure(path: str, place: str, style: str, packs: tuple[str, ...], config: str | None, language: Language) -> None:
    """说明一个数字：怎样理解、据何字句、与何核对。 Explain a figure: what it was understood to mean, why, and what it was compared with."""
    from pathlib import Path

    from checker.explanation import NoFigure
    from checker.render.explanation import EXPLANATIONS
    from checker.report import Reason
    from checker.run.explain import explain_figure as explained

    line, _, column = place.partition(":")
    if not (line.isdecimal() and column.isdecimal() and len(place) <= _LONGEST_PLACE):
        fail(f"{place}：应写作 行:列，如 12:5。" if language == "zh" else f"{place}: write LINE:COL, such as 12:5", MISUSE)
    try:
        told = explained(Path(path), int(line), int(column), policy(Path(path), packs, config, language))
    except NoFigure as error:
        fail(f"{path}: {error.zh if language == 'zh' else error.en}", MISUSE)
    if isinstance(told, Reason):
        fail(f"{path}: {told[language]}", UNREADABLE)
    write(EXPLANATIONS[style](told, language))
