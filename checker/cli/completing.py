"""`heshu completion`: what a shell needs to complete commands, options and rules."""

from __future__ import annotations

import click

from checker.cli.output import write


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """输出命令补全脚本。 Print the completion script of a shell: eval "$(heshu completion bash)"."""
    from click.shell_completion import get_completion_class

    found = get_completion_class(shell)
    assert found is not None  # click has one for each of the choices
    write(found(context.find_root().command, {}, "heshu", "_HESHU_COMPLETE").source())
