"""Compiles the closed classes of words: `wording/`, and from `units/` the hedges and the continuations of units."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from checker.load import strict
from checker.load.packs import pack_files
from checker.load.strict import Source
from checker.rules import Wording

HEDGES = ("above", "below", "about", "exact")
CONTINUATION = "continuation:"


def wording(packs: Sequence[Path]) -> Wording:
    """The word classes of all packs: those of `wording/`, and "continuation:<unit>" for words in which a unit's spelling is no unit
    (年级 after 年). A further pack adds words to a class; inside one pack each class stands once. Raises PackError."""
    classes: dict[str, tuple[str, ...]] = {}
    for pack in packs:
        own: dict[str, str] = {}
        for file, name, words in (*_classes(pack), *_continuations(pack)):
            if name in own:
                raise file.error("duplicate", f"{name} ({own[name]})", f"[{name}]")
            own[name] = file.path
            classes[name] = tuple(dict.fromkeys((*classes.get(name, ()), *words)))
    return Wording(classes)


def hedges(packs: Sequence[Path]) -> dict[str, dict[str, str]]:
    """The hedges of all packs: "before" and "after" the number, each word → above, below, about or exact; raises PackError."""
    compiled: dict[str, dict[str, str]] = {"before": {}, "after": {}}
    for path in (pack / "units" / "hedges.toml" for pack in packs):
        if not path.exists():
            continue
        file = strict.source(path)
        table = strict.parse(file)
        strict.known(file, table, (*compiled, "source", "note"))
        for side, words in compiled.items():
            written = strict.table(file, table.get(side, {}), side)
            for word in written:
                sense = strict.choice(file, strict.text(file, written, word, "", f"[{side}]"), HEDGES, f'"{word}"')
                if words.setdefault(word, sense) != sense:
                    raise file.error("duplicate", word, f"[{side}]")
    return compiled


def _classes(pack: Path) -> Iterator[tuple[Source, str, tuple[str, ...]]]:
    for path in pack_files(pack, "wording", suffixes=(".toml",)):
        file = strict.source(path)
        for name, value in strict.parse(file).items():
            entry = strict.table(file, value, name)
            strict.known(file, entry, ("words", "note", "source"), ("words",), f"[{name}]")
            yield file, name, strict.texts(file, entry, "words", f"[{name}]")


def _continuations(pack: Path) -> Iterator[tuple[Source, str, tuple[str, ...]]]:
    path = pack / "units" / "continuations.toml"
    if path.exists():
        file = strict.source(path)
        for unit, words in strict.parse(file).items():
            yield file, CONTINUATION + unit, strict.strings(file, words, f'"{unit}"')
