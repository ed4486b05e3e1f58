"""The command `heshu`: the only package that prints and exits. What a command needs is imported when it runs, for the sake of start-up."""

from __future__ import annotations

import click

from checker.cli.beginning import init
from checker.cli.catalogue import explain, rules
from checker.cli.checking import check
from checker.cli.completing import completion
from checker.cli.knowing import baseline
from checker.cli.output import INTERRUPTED, fail
from checker.cli.serving import lsp, watch
from checker.cli.understanding import explain_figure, figures
from checker.version import VERSION


class _Interruptible(click.Group):
    """Commands that end with one sentence at a Ctrl-C, and with the exit code of a program that was interrupted."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            fail("已中断。 Interrupted.", INTERRUPTED)


@click.group(cls=_Interruptible, context_settings={"help_option_names": ["-h", "--help"]})
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
      130  被中断（Ctrl-C） interrupted (Ctrl-C)
    """


for command in (check, figures, explain_figure, rules, explain, init, baseline, completion, watch, lsp):
    main.add_command(command)
