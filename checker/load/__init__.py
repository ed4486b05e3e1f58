"""Rule packs and settings: the only code that parses TOML."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from checker.load.packs import packs_home
from checker.rules import Rules, Wording

__all__ = ["packs_home", "rules"]


def rules(packs: Sequence[Path] = ()) -> Rules:
    """The shipped packs and `packs`, compiled. Raises PackError for a pack that cannot be used."""
    from checker.load.units import units

    gathered = units((packs_home(), *packs))
    return Rules(gathered.units, gathered.kin, {"before": {}, "after": {}}, Wording({}), {}, {}, "", gathered.readings, gathered.below)
