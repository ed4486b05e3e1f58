"""The command `heshu`: the only module that prints and exits. What a command needs is imported when it runs, for the sake of start-up."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, NoReturn

import click

from checker.version import VERSION

if TYPE_CHECKING:
    from checker.report import Language, Report
    from checker.rules import Rules, Severity

_FINDINGS, _MISUSE, _UNREADABLE = 1, 2, 3
_LONGEST_PLACE = 20

_PACKS = click.option("--rules", "packs", multiple=True, metavar="DIR", help="另加规则目录，可重复。 A folder with more rules; repeatable.")
_LANGUAGE = click.option("--lang", "language", type=click.Choice(["zh", "en"]), default="zh", help="报告语言。 Language of the report.")
_FORMAT = click.option("--format", "style", type=click.Choice(["text", "json"]), default="text", help="输出格式。 Output format.")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(VERSION, prog_name="heshu")
def main() -> None:
    """核数：核对公文中的数字，找出不可能同时为真的数字。

    Prove which figures of a Chinese document cannot all be true.

    \b
    退出码 Exit codes:
      0  通过 pass
      1  有达到 --fail-on 级别的不一致 findings at or above --fail-on
      2  用法或规则有误 wrong use or broken rules
      3  有文件未能核对 a document could not be checked
    """


@main.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@_FORMAT
@click.option("--output", metavar="FILE", help="报告写入文件。 Write the report to FILE.")
@click.option(
    "--fail-on", "threshold", type=click.Choice(["error", "warning", "note", "never"]), default="error",
    help="达到何级即不通过。 The severity that fails a document.",
)  # fmt: skip
@_PACKS
@_LANGUAGE
@click.option("--notes", is_flag=True, help="列出尾数差与不核对的理由。 Show last-digit drift and what is not compared, and why.")
@click.option("--coverage", is_flag=True, help="列出核对覆盖面和无从核对的数字。 Show what was checked by what, and what nothing confirms.")
def check(
    paths: tuple[str, ...],
    style: str,
    output: str | None,
    threshold: str,
    packs: tuple[str, ...],
    language: Language,
    notes: bool,
    coverage: bool,
) -> None:
    """核对文件或目录（默认当前目录）。 Check files and folders (default: this one)."""
    import gc
    from pathlib import Path

    # a run makes many small things and few rings of them: collecting rarely saves a tenth of it
    gc.set_threshold(100_000, 20, 20)

    from checker.render import FORMATS
    from checker.rules import Settings
    from checker.run import run

    # "never" leaves the report as it is and only lets the command succeed
    level: Severity = "error" if threshold == "never" else threshold  # type: ignore[assignment]
    rules = _rules(packs, language)
    report = run(map(Path, paths or (".",)), rules, Settings(), level=level, notes=notes or level == "note", coverage=coverage)
    _write(FORMATS[style](report, language, output is None and _colours()), output)
    gc.freeze()  # the process ends here: looking for rings among what it leaves behind costs more than the check of a short text
    sys.exit(_exit_code(report, threshold))


@main.command()
@click.argument("path")
@_FORMAT
@_PACKS
@_LANGUAGE
def figures(path: str, style: str, packs: tuple[str, ...], language: Language) -> None:
    """列出文件中的每个数字及其含义。 List every figure of a document and what it means."""
    from pathlib import Path

    from checker.render.figures import LISTINGS
    from checker.rules import Settings
    from checker.run import figures_in

    found = figures_in(Path(path), _rules(packs, language), Settings())
    if isinstance(found, tuple):
        _write(LISTINGS[style](path, found, language))
    else:
        _fail(f"{path}: {found[language]}", _UNREADABLE)


@main.command("explain-figure")
@click.argument("path", metavar="FILE")
@click.argument("place", metavar="LINE:COL")
@_FORMAT
@_PACKS
@_LANGUAGE
def explain_figure(path: str, place: str, style: str, packs: tuple[str, ...], language: Language) -> None:
    """说明一个数字：怎样理解、据何字句、与何核对。 Explain a figure: what it was understood to mean, why, and what it was compared with."""
    from pathlib import Path

    from checker.explanation import NoFigure
    from checker.render.explanation import EXPLANATIONS
    from checker.report import Reason
    from checker.rules import Settings
    from checker.run import explain_figure as explained

    line, _, column = place.partition(":")
    if not (line.isdecimal() and column.isdecimal() and len(place) <= _LONGEST_PLACE):
        _fail(f"{place}：应写作 行:列，如 12:5。" if language == "zh" else f"{place}: write LINE:COL, such as 12:5", _MISUSE)
    try:
        told = explained(Path(path), int(line), int(column), _rules(packs, language), Settings())
    except NoFigure as error:
        _fail(f"{path}: {error.zh if language == 'zh' else error.en}", _MISUSE)
    if isinstance(told, Reason):
        _fail(f"{path}: {told[language]}", _UNREADABLE)
    _write(EXPLANATIONS[style](told, language))


@main.command()
@_FORMAT
@_PACKS
@_LANGUAGE
def rules(style: str, packs: tuple[str, ...], language: Language) -> None:
    """列出全部规则。 List the rules."""
    from checker.render.rules import CATALOGUES

    _write(CATALOGUES[style](list(_rules(packs, language).relations.values()), language))


@main.command()
@click.argument("rule")
@_PACKS
@_LANGUAGE
def explain(rule: str, packs: tuple[str, ...], language: Language) -> None:
    """说明一条规则：比什么、凭什么、例证。 Explain a rule: what it compares, why, with examples."""
    from checker.render.rules import explain as explained

    known = _rules(packs, language).relations
    if rule not in known:
        _fail(_unknown(rule, list(known), language), _MISUSE)
    _write(explained(known[rule], language))


def _rules(packs: tuple[str, ...], language: Language) -> Rules:
    from pathlib import Path

    from checker.pack_error import PackError
    from checker.run import load_rules

    try:
        return load_rules(tuple(map(Path, packs)))
    except PackError as error:
        _fail(error.text(language), _MISUSE)


def _unknown(rule: str, known: list[str], language: Language) -> str:
    from difflib import get_close_matches

    near = get_close_matches(rule, known, n=1)
    if language == "zh":
        return f"没有规则 {rule}" + (f"，是否指 {near[0]}？" if near else "。")
    return f"no rule {rule}" + (f"; do you mean {near[0]}?" if near else "")


def _exit_code(report: Report, threshold: str) -> int:
    if report.unreadable:
        return _UNREADABLE
    return _FINDINGS if report.failed and threshold != "never" else 0


def _colours() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _write(text: str, output: str | None = None) -> None:
    if output is not None:
        _save(text, output)
        return
    # what is piped on is UTF-8 whatever the locale; a file name that is no text is escaped
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding=None if sys.stdout.isatty() else "utf-8", errors="backslashreplace")
    click.echo(text, nl=False, color=True)


def _save(text: str, output: str) -> None:
    """Write all of `text` or, if that fails, leave the file as it was."""
    from pathlib import Path

    # a device or a pipe has to be written to; anything else is replaced whole
    special = Path(output).exists() and not Path(output).is_file()
    target = Path(output) if special else Path(output).resolve()
    draft = target if special else target.with_name(f".{target.name}.{os.getpid()}")
    try:
        draft.write_text(text, encoding="utf-8", errors="backslashreplace", newline="\n")
        if draft != target:
            draft.replace(target)
    except OSError as error:
        if draft != target:
            draft.unlink(missing_ok=True)
        _fail(f"{output}: {error.strerror}", _MISUSE)


def _fail(message: str, code: int) -> NoReturn:
    click.echo(f"heshu: {message}", err=True)
    sys.exit(code)
