"""The rules and settings that a command works with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.cli.output import MISUSE, fail

if TYPE_CHECKING:
    from checker.report import Language
    from checker.run import Policies


def policies(packs: tuple[str, ...], language: Language) -> Policies:
    """The policies of a run with the rules of the folders `packs`; a broken pack ends the command with one sentence."""
    from pathlib import Path

    from checker.pack_error import PackError
    from checker.run import Policies

    try:
        return Policies(tuple(map(Path, packs)))
    except PackError as error:
        fail(error.text(language), MISUSE)
