"""Which settings and rules hold for which document."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from checker.load import rules as load_rules
from checker.rules import Rules
from checker.settings import Policy, Settings


class Policies:
    """The policy of every document of a run. Loads what a folder asks for once.

    `packs` are added to those of the settings. Raises PackError, as its methods do, for a pack or settings that cannot be used.
    """

    def __init__(self, packs: Sequence[Path] = ()) -> None:
        self._packs = tuple(packs)
        self.everywhere = Policy(Settings(), load_rules(self._packs)) if packs else plain()

    def of(self, path: Path) -> Policy:  # noqa: ARG002 - for now the same holds everywhere
        """The policy of the document at `path`."""
        return self.everywhere


@cache
def shipped() -> Rules:
    """The rules that ship with heshu, loaded once a process."""
    return load_rules(())


@cache
def plain() -> Policy:
    """The policy of a document that is in no folder: the rules that ship with heshu, and no settings."""
    return Policy(Settings(), shipped())
