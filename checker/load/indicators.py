"""Compiles `indicators/` of the packs and checks how wholes and parts refer to one another."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import cast, get_args, get_type_hints

from checker.load import strict
from checker.load.packs import pack_files
from checker.load.strict import Source, Table
from checker.rules import Indicator

FILE_KEYS = ("field", "source", "defaults", "indicator", "note")
DEFAULTS = ("dimension", "kind", "growth", "unless", "source")
KEYS = ("id", "names", "dimension", "kind", "growth", "whole", "partitions", "unless", "alone", "local", "source", "note")
KINDS = get_args(get_type_hints(Indicator)["kind"])
GROWTHS = get_args(get_type_hints(Indicator)["growth"])


def indicators(packs: Sequence[Path], dimensions: Collection[str]) -> dict[str, Indicator]:
    """The indicators of all packs by id; raises PackError. `dimensions` are those that units have."""
    compiled: dict[str, Indicator] = {}
    places: dict[str, Source] = {}
    names: dict[str, Source] = {}
    for path in (path for pack in packs for path in pack_files(pack, "indicators", suffixes=(".toml",))):
        for file, indicator in _file(strict.source(path), dimensions):
            if indicator.id in compiled:
                raise file.error("duplicate", f"{indicator.id} ({places[indicator.id].path})", indicator.id)
            compiled[indicator.id] = indicator
            places[indicator.id] = file
            for name in () if indicator.local else indicator.names:
                if name in names:
                    raise file.error("duplicate", f"{name} ({names[name].path})", f'"{name}"')
                names[name] = file
    _referring(compiled, places)
    return compiled


def _file(file: Source, dimensions: Collection[str]) -> Iterator[tuple[Source, Indicator]]:
    table = strict.parse(file)
    strict.known(file, table, FILE_KEYS, ("field", "indicator"))
    defaults = strict.table(file, table.get("defaults", {}), "defaults")
    strict.known(file, defaults, DEFAULTS, context="[defaults]")
    shared = {"source": strict.text(file, table, "source"), "growth": "nominal", **defaults}
    entries = strict.tables(file, table["indicator"], "indicator")
    for part, entry in zip(file.entries("[[indicator]]"), entries, strict=False):
        yield part, _indicator(part, strict.text(file, table, "field"), {**shared, **entry}, dimensions)


def _indicator(file: Source, field: str, entry: Table, dimensions: Collection[str]) -> Indicator:
    names = strict.texts(file, entry, "names")
    strict.known(file, entry, KEYS, ("names", "dimension", "kind"))
    if not names or len(set(names)) < len(names):
        raise file.error("wrong-value", f"names = {list(names)}", "names")
    return Indicator(
        id=strict.text(file, entry, "id", names[0]),
        names=names,
        field=field,
        dimension=_dimension(file, strict.text(file, entry, "dimension"), dimensions),
        kind=cast("object", strict.choice(file, strict.text(file, entry, "kind"), KINDS)),  # type: ignore[arg-type]
        growth=cast("object", strict.choice(file, strict.text(file, entry, "growth"), GROWTHS)),  # type: ignore[arg-type]
        whole=strict.text(file, entry, "whole"),
        partitions=_partitions(file, entry),
        unless=strict.texts(file, entry, "unless"),
        alone=strict.texts(file, entry, "alone"),
        local=entry.get("local") is True,
        source=strict.text(file, entry, "source"),
    )


def _dimension(file: Source, dimension: str, known: Collection[str]) -> str:
    if not all(part in known or part == "number" for part in dimension.split("/")):
        raise file.error("unknown-dimension", dimension)
    return dimension


def _partitions(file: Source, entry: Table) -> tuple[tuple[str, ...], ...]:
    value = entry.get("partitions", [])
    if not isinstance(value, list):
        raise file.error("wrong-type", f"partitions = {value!r}", "partitions")
    lists = tuple(strict.strings(file, parts, "partitions") for parts in value)
    for parts in lists:
        if len(set(parts)) < max(2, len(parts)):
            raise file.error("wrong-value", f"partitions = {list(parts)}", "partitions")
    return lists


def _referring(compiled: Mapping[str, Indicator], places: Mapping[str, Source]) -> None:
    for indicator in compiled.values():
        file = places[indicator.id]
        for reference in (indicator.whole, *(part for parts in indicator.partitions for part in parts)):
            if reference and reference not in compiled:
                raise file.error("unknown-indicator", reference)
        chain = [indicator.id]
        while whole := compiled[chain[-1]].whole:
            chain.append(whole)
            if whole in chain[:-1]:
                raise file.error("cycle", " ⊂ ".join(chain), "whole")
