"""Rule packs and settings: the only code that parses TOML. What compiles packs is imported only when the cache lacks them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from checker.load import cache
from checker.load.packs import digest_of, packs_home
from checker.load.settings import settings
from checker.rules import Rules

__all__ = ["packs_home", "rules", "settings"]


def rules(packs: Sequence[Path] = ()) -> Rules:
    """The shipped packs and then `packs`, directories of the same layout, compiled into one set of rules. Their compiled form is kept
    in the user's cache directory. Raises PackError, which names file, line and value, for a pack that cannot be used."""
    every = (packs_home(), *packs)
    digest = digest_of(every)
    found = cache.recall(digest)
    if found is None:
        from checker.load.compiled import compiled

        found = compiled(every, digest)
        cache.keep(found)
    return found
