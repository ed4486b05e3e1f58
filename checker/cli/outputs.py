"""Several reports of one run: which format goes where, by the order of the options."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from checker.cli.output import MISUSE, colours, fail, save, write

if TYPE_CHECKING:
    from checker.report import Language, Report

_STYLES = ("text", "json", "sarif", "junit", "github", "gitlab", "rdjson", "checkstyle", "markdown")
FORMATS = click.option("--format", "style", type=click.Choice(_STYLES), multiple=True, help="输出格式，可重复。 Output format; repeatable.")
OUTPUTS = click.option("--output", multiple=True, metavar="FILE", help="前一 --format 写入文件。 Write the --format before it to FILE.")
# what an --output is written in that no --format stands before, by the end of its name; text otherwise
_BY_SUFFIX: Final = {".sarif": "sarif", ".json": "json", ".xml": "junit", ".md": "markdown", ".markdown": "markdown"}
_ORDER: Final = "checker.cli.outputs"
_TWICE: Final = ("只能有一种格式打印到屏幕，其余须用 --output 写入文件。", "Only one format can be printed; give the others an --output.")
_SAME: Final = ("两份报告不能写入同一文件：{}", "Two reports cannot be written to one file: {}")
_DOCUMENT: Final = ("报告不能覆盖所核对的文件：{}", "A report must not be written over a document that was checked: {}")


@dataclass(frozen=True, slots=True)
class Target:
    """A report in the format `style`, for the file `output`; None prints it."""

    style: str
    output: str | None = None


class InOrder(click.Command):
    """A command that knows in which order its options were given."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Notes the order of the options, then does as any command."""
        _, _, order = self.make_parser(ctx).parse_args(list(args))
        ctx.meta[_ORDER] = [parameter.name for parameter in order]
        return super().parse_args(ctx, args)


def targets(ctx: click.Context, styles: Sequence[str], outputs: Sequence[str], language: Language) -> tuple[Target, ...]:
    """What to write where. Each --output belongs to the --format before it; one of each belong together in either order; an --output that
    no --format stands before is written in what its name ends in. Ends the command where two reports would meet."""
    found = _paired(ctx.meta[_ORDER], styles, outputs)
    if sum(target.output is None for target in found) > 1:
        _refuse(_TWICE, language)
    files = [target.output for target in found if target.output is not None]
    for i, file in enumerate(files):
        if any(_same(file, other) for other in files[:i]):
            _refuse(_SAME, language, file)
    return found or (Target("text"),)


def deliver(report: Report, found: Iterable[Target], language: Language, quiet: bool = False) -> None:
    """Write every report, files first; text that is `quiet` says what is wrong and nothing else. A document that was checked is never
    written over."""
    from checker.render import FORMATS as RENDERERS
    from checker.render.text import brief

    pages = []
    for target in found:
        output = target.output
        if output is not None and any(_same(output, document.path) for document in report.documents):
            _refuse(_DOCUMENT, language, output)
        render = brief if quiet and target.style == "text" else RENDERERS[target.style]
        pages.append((render(report, language, output is None and colours()), output))
    for page, output in pages:
        if output is not None:
            save(page, output)
    for page, output in pages:
        if output is None:
            write(page)


def _paired(order: Sequence[str | None], styles: Sequence[str], outputs: Sequence[str]) -> tuple[Target, ...]:
    if len(styles) == len(outputs) == 1:
        return (Target(styles[0], outputs[0]),)
    found: list[Target] = []
    style, awaiting = "", iter(styles)
    files = iter(outputs)
    for name in order:
        if name == "style":
            style = next(awaiting)
            found.append(Target(style))
        elif name == "output":
            file = next(files)
            if style and found[-1].output is None:
                found[-1] = replace(found[-1], output=file)
            else:
                found.append(Target(style or _BY_SUFFIX.get(Path(file).suffix.lower(), "text"), file))
    return tuple(found)


def _same(one: str, other: str) -> bool:
    """Whether two names are of one file, be it there or not; devices and pipes may be written to many times."""
    if Path(one).exists() and not Path(one).is_file():
        return False
    if os.path.normcase(os.path.realpath(one)) == os.path.normcase(os.path.realpath(other)):
        return True
    return Path(one).exists() and Path(other).exists() and Path(one).samefile(other)


def _refuse(messages: tuple[str, str], language: Language, *values: str) -> None:
    fail(messages[0 if language == "zh" else 1].format(*values), MISUSE)
