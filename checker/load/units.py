"""Compiles `units/` of the packs: definitions, other spellings, ambiguous words, kin counters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from checker.load import strict
from checker.load.definitions import COUNTERS, compiled
from checker.load.strict import Source, Table
from checker.unit import Unit

KEYS = ("source", "general", "kin", "spellings", "ambiguous")


@dataclass(slots=True)
class Units:
    """What the packs say about units, while it is being gathered; the fields are those of Rules."""

    units: dict[str, Unit] = field(default_factory=dict)
    readings: dict[str, tuple[Unit, ...]] = field(default_factory=dict)
    below: dict[str, Unit] = field(default_factory=dict)
    kin: dict[str, frozenset[str]] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)


def units(packs: Sequence[Path]) -> Units:
    """The units of all packs, in order; raises PackError."""
    gathered = Units()
    definition_files = [path for pack in packs for path in sorted((pack / "units").glob("*.txt"), key=lambda path: path.stem == COUNTERS)]
    for path in definition_files:
        compiled(strict.source(path), path.stem == COUNTERS, gathered.units, gathered.places)
    parsed = [(file, strict.parse(file)) for pack in packs for file in _alias_files(pack)]
    for file, table in parsed:
        strict.known(file, table, KEYS)
        _spellings(file, table, gathered)
        _ambiguous(file, table, gathered)
    gathered.kin = _kin(parsed, gathered.units)
    return gathered


def _alias_files(pack: Path) -> Iterable[Source]:
    path = pack / "units" / "aliases.toml"
    return [strict.source(path)] if path.exists() else []


def _spellings(file: Source, table: Table, gathered: Units) -> None:
    spellings = strict.table(file, table.get("spellings", {}), "spellings")
    for word in spellings:
        name = strict.text(file, spellings, word)
        if word in gathered.units:
            raise file.error("duplicate", f'"{word}"', "[spellings]")
        gathered.units[word] = _unit(file, name, gathered, f'"{word}"')
        gathered.places[word] = file.path


def _ambiguous(whole: Source, table: Table, gathered: Units) -> None:
    entries = strict.tables(whole, table.get("ambiguous", []), "ambiguous")
    for file, entry in zip(whole.entries("[[ambiguous]]"), entries, strict=False):
        strict.known(file, entry, ("word", "readings", "below"), ("word", "readings"))
        word = strict.text(file, entry, "word")
        if word in gathered.readings:
            raise file.error("duplicate", word)
        readings = tuple(_unit(file, name, gathered) for name in strict.texts(file, entry, "readings"))
        if not readings or gathered.units.get(word, readings[0]) != readings[0]:
            raise file.error("wrong-value", word)
        gathered.readings[word] = readings
        gathered.units.setdefault(word, readings[0])
        if "below" in entry:
            gathered.below[word] = _unit(file, strict.text(file, entry, "below"), gathered)


def _kin(parsed: Sequence[tuple[Source, Table]], known: dict[str, Unit]) -> dict[str, frozenset[str]]:
    related: dict[str, set[str]] = {}
    for file, table in parsed:
        groups = [strict.strings(file, group, "kin") for group in _list(file, table, "kin")]
        counters = {unit.name for unit in known.values() if unit.countable}
        groups += [(word, name) for word in strict.texts(file, table, "general") for name in counters if name != word]
        for group in groups:
            dimensions = [_dimension(file, name, known) for name in group]
            for dimension in dimensions:
                related.setdefault(dimension, set()).update(other for other in dimensions if other != dimension)
    return {dimension: frozenset(others) for dimension, others in related.items()}


def _list(file: Source, table: Table, key: str) -> list[object]:
    value = table.get(key, [])
    if not isinstance(value, list):
        raise file.error("wrong-type", f"{key} = {value!r}", key)
    return value


def _dimension(file: Source, name: str, known: dict[str, Unit]) -> str:
    if name not in known or not known[name].countable:
        raise file.error("unknown-unit", f'"{name}"', "kin")
    return known[name].dimension


def _unit(file: Source, name: str, gathered: Units, *context: str) -> Unit:
    if name not in gathered.units:
        raise file.error("unknown-unit", f'"{name}"', *context)
    return gathered.units[name]
