"""`heshu rules` and `heshu explain`: the rules and their proofs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from checker.cli.options import CONFIG, FORMAT, LANGUAGE, PACKS
from checker.cli.output import MISUSE, fail, write
from checker.cli.policies import policy

if TYPE_CHECKING:
    from checker.report import Language


@click.command()
@FORMAT
@PACKS
@CONFIG
@LANGUAGE
def rules(style: str, packs: tuple[str, ...], config: str | None, language: Language) -> None:
    """列出全部规则。 List the rules."""
    from pathlib import Path

    from checker.render.rules import CATALOGUES

    write(CATALOGUES[style](list(policy(Path("_"), packs, config, language).rules.relations.values()), language))


@click.command()
@click.argument("rule", shell_complete=lambda _context, _parameter, start: _known(start))
@PACKS
@CONFIG
@LANGUAGE
def explain(rule: str, packs: tuple[str, ...], config: str | None, language: Language) -> None:
    """说明一条规则：比什么、凭什么、例证。 Explain a rule: what it compares, why, with examples."""
    from pathlib import Path

    from checker.render.rules import explain as explained

    known = policy(Path("_"), packs, config, language).rules.relations
    if rule not in known:
        fail(_unknown(rule, list(known), language), MISUSE)
    write(explained(known[rule], language))


def _known(start: str) -> list[str]:
    """The shipped rules whose ids begin so, for the completion of a shell."""
    from checker.run import shipped

    return [rule for rule in shipped().relations if rule.startswith(start)]


def _unknown(rule: str, known: list[str], language: Language) -> str:
    from difflib import get_close_matches

    near = get_close_matches(rule, known, n=1)
    if language == "zh":
        return f"没有规则 {rule}" + (f"，是否指 {near[0]}？" if near else "。")
    return f"no rule {rule}" + (f"; do you mean {near[0]}?" if near else "")
