"""Compiles packs into Rules; imported only when the cache does not have them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from checker.load.indicators import indicators
from checker.load.relations import relations
from checker.load.units import units
from checker.load.wording import hedges, wording
from checker.rules import Rules


def compiled(packs: Sequence[Path], digest: str) -> Rules:
    """The packs, in order, as one set of rules that carries `digest`; raises PackError for the first thing that is wrong."""
    gathered = units(packs)
    known = indicators(packs, {unit.dimension for unit in gathered.units.values()})
    return Rules(
        units=gathered.units,
        kin=gathered.kin,
        hedges=hedges(packs),
        wording=wording(packs),
        indicators=known,
        relations=relations(packs, known),
        digest=digest,
        readings=gathered.readings,
        below=gathered.below,
    )
