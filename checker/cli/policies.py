"""The rules and settings that a command works with."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from checker.cli.output import MISUSE, fail

if TYPE_CHECKING:
    from pathlib import Path

    from checker.report import Language
    from checker.run import Policies
    from checker.settings import Policy


@contextmanager
def policies(
    packs: tuple[str, ...], config: str | None, language: Language, known: str | None = None, heeded: bool = True
) -> Iterator[Policies]:
    """The policies of a command, with the rules of the folders `packs`, the settings file `config` (None: the nearest ones) and the
    baseline `known` (None: that of the settings, unless it is not `heeded`). Rules or settings that cannot be used, now or in the block,
    end the command with one sentence."""
    from pathlib import Path

    from checker.pack_error import PackError
    from checker.run import Policies

    try:
        found = Policies(tuple(map(Path, packs)), Path(config) if config else None, Path(known) if known else None, heeded)
        found.of(Path("_"))  # what holds here is heard of even where no document asks for it
        yield found
    except PackError as error:
        fail(error.text(language), MISUSE)


def policy(path: Path, packs: tuple[str, ...], config: str | None, language: Language) -> Policy:
    """The policy of one document, or of a folder's documents where `path` names none in it."""
    with policies(packs, config, language) as found:
        return found.of(path)
