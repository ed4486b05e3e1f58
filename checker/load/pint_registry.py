"""The units of the packs as a pint registry, for those who want to compute with them; pint is imported only here."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from checker.load import strict
from checker.load.definitions import definitions
from checker.load.packs import packs_home

if TYPE_CHECKING:
    import pint


def registry(packs: Sequence[Path] = ()) -> pint.UnitRegistry[Fraction]:
    """A registry with the shipped units and those of `packs`, exact because its numbers are Fractions. It knows no prefixes: write
    registry.Quantity(Fraction("3.2") * 10**8, "元"). Raises ImportError without pint and PackError for a broken definition."""
    import pint

    made: pint.UnitRegistry[Fraction] = pint.UnitRegistry(None, non_int_type=Fraction)
    for path in (path for pack in (packs_home(), *packs) for path in sorted((pack / "units").glob("*.txt"))):
        for each in definitions(strict.source(path)):
            made.define(" = ".join((each.name, each.relation, *_symbol(each.spellings))))
    return made


def _symbol(spellings: tuple[str, ...]) -> tuple[str, ...]:
    return spellings if spellings[:1] in (("%",), ("‰",)) else ("_", *spellings) if spellings else ()
