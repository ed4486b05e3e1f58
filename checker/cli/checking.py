"""`heshu check`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from checker.cli.options import CONFIG, LANGUAGE, PACKS
from checker.cli.output import FINDINGS, MISUSE, UNREADABLE, fail
from checker.cli.outputs import FORMATS, OUTPUTS, InOrder, deliver, targets
from checker.cli.policies import policies
from checker.cli.progress import progress

if TYPE_CHECKING:
    from checker.report import Language
    from checker.settings import Threshold


@click.command(cls=InOrder)
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@FORMATS
@OUTPUTS
@click.option(
    "--fail-on", "threshold", type=click.Choice(["error", "warning", "note", "never"]),
    help="达到何级即不通过。 The severity that fails a document.",
)  # fmt: skip
@PACKS
@CONFIG
@LANGUAGE
@click.option("--force-exclude", is_flag=True, help="点名的文件也遵守排除设置。 Pass over excluded files although they are named.")
@click.option("--baseline", "known", metavar="FILE", help="已知问题清单。 The list of known findings (default: that of the settings).")
@click.option("--since", metavar="REV", help="与此版本比较，查改此漏彼。 Compare with a version: revised here, forgotten there?")
@click.option("--staged", is_flag=True, help="核对将要提交的内容，并与 HEAD 比较。 Check what is to be committed, compared with HEAD.")
@click.option("--notes", is_flag=True, help="列出尾数差与不核对的理由。 Show last-digit drift and what is not compared, and why.")
@click.option("--coverage", is_flag=True, help="列出核对覆盖面和无从核对的数字。 Show what was checked by what, and what nothing confirms.")
@click.option(
    "--jobs", type=click.IntRange(0), metavar="N",
    help="并行进程数，0 为每核一个，默认按文件多少。 Processes side by side; 0: one a core (default: by the number of documents).",
)  # fmt: skip
@click.option("--cache/--no-cache", default=True, help="未改动的文件沿用上次的结果。 Do not check again what has not changed.")
@click.option("--quiet", "-q", is_flag=True, help="只列出问题，不显示进度和小结。 Show findings, and neither progress nor summary.")
@click.option("--show-checked", "checks", is_flag=True, help="列出成立的关系和不作比较的理由。 Show what holds, and what is not compared.")
@click.pass_context
def check(
    context: click.Context,
    paths: tuple[str, ...],
    style: tuple[str, ...],
    output: tuple[str, ...],
    threshold: Threshold | None,
    packs: tuple[str, ...],
    config: str | None,
    language: Language,
    force_exclude: bool,
    known: str | None,
    since: str | None,
    staged: bool,
    notes: bool,
    coverage: bool,
    checks: bool,
    jobs: int | None,
    cache: bool,
    quiet: bool,
) -> None:
    """核对文件或目录（默认当前目录）。 Check files and folders (default: this one)."""
    import gc
    from pathlib import Path

    # a run makes many small things and few rings of them: collecting rarely saves a tenth of it
    gc.set_threshold(100_000, 20, 20)

    from checker.run import NoHistory, Request, run

    wanted = targets(context, style, output, language)
    request = Request(notes, coverage, threshold, force_exclude, since or "", staged, checks, jobs, cache)
    try:
        with policies(packs, config, language, known) as found, progress(language, quiet) as watch:
            report = run(map(Path, paths or (".",)), found.of, request, watch)
    except NoHistory as error:
        fail(error.zh if language == "zh" else error.en, MISUSE)
    deliver(report, wanted, language, quiet)
    gc.freeze()  # the process ends here: looking for rings among what it leaves behind costs more than the check of a short text
    sys.exit(UNREADABLE if report.unreadable else FINDINGS if report.stops else 0)
