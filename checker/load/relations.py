"""Compiles `relations/` of the packs: one file, one relation, with the examples that prove it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal, DecimalException
from pathlib import Path
from typing import cast, get_args

from checker.load import strict
from checker.load.packs import pack_files
from checker.load.strict import Source, Table
from checker.pack_error import PackError
from checker.rules import FORMS, SAME, Evidence, Example, Kind, Rule, Severity

KEYS = ("id", "kind", "form", "evidence", "level", "source", "title", "message")
OPTIONAL = ("same", "roles", "good", "bad", "quiet", "todo", "note", "factor", "weights")
SORTS = ("good", "bad", "quiet", "todo")
# odds of 1 : 5 × 10^8; no evidence of words weighs more
_HEAVIEST = 20
CLOSED: Mapping[str, Collection[str]] = {
    "kind": get_args(Kind),
    "form": FORMS,
    "evidence": get_args(Evidence),
    "level": get_args(Severity),
}


def relations(packs: Sequence[Path], indicators: Collection[str]) -> dict[str, Rule]:
    """The relations of all packs by id; raises PackError. `indicators` are the ids that roles may name."""
    compiled: dict[str, Rule] = {}
    places: dict[str, str] = {}
    for path in (path for pack in packs for path in pack_files(pack, "relations", suffixes=(".toml",))):
        file = strict.source(path)
        rule = _rule(file, path.stem, indicators)
        if rule.id in compiled:
            raise file.error("duplicate", f"{rule.id} ({places[rule.id]})", rule.id)
        compiled[rule.id] = rule
        places[rule.id] = file.path
    return compiled


def _rule(file: Source, stem: str, indicators: Collection[str]) -> Rule:
    table = strict.parse(file)
    strict.known(file, table, (*KEYS, *OPTIONAL), KEYS)
    words = {key: strict.text(file, table, key) for key in KEYS[:-2]}
    if words["id"] != stem:
        raise file.error("name-mismatch", words["id"])
    for key, allowed in CLOSED.items():
        strict.choice(file, words[key], allowed, key)
    title, message = _languages(file, table, "title"), _languages(file, table, "message")
    closed = cast("dict[str, object]", words)
    return Rule(
        **closed,  # type: ignore[arg-type]
        zh=message[0],
        en=message[1],
        title_zh=title[0],
        title_en=title[1],
        roles=_roles(file, table, indicators),
        same=_same(file, table),
        factor=_factor(file, table),
        examples=_examples(file, table),
        weights=_weights(file, table),
    )


def _languages(file: Source, table: Table, key: str) -> tuple[str, str]:
    words = strict.table(file, table[key], key)
    strict.known(file, words, ("zh", "en"), ("zh", "en"), key)
    return strict.text(file, words, "zh", "", key), strict.text(file, words, "en", "", key)


def _roles(file: Source, table: Table, indicators: Collection[str]) -> dict[str, tuple[str, ...]]:
    written = strict.table(file, table.get("roles", {}), "roles")
    roles = {role: (ids,) if isinstance(ids, str) else strict.strings(file, ids, role, "roles") for role, ids in written.items()}
    for role, ids in roles.items():
        for each in ids:
            if each not in indicators:
                raise file.error("unknown-indicator", each, "roles", role)
    return roles


def _factor(file: Source, table: Table) -> Decimal:
    written = table.get("factor", "1")
    try:
        return Decimal(str(written))
    except DecimalException:
        raise file.error("wrong-value", str(written), "factor") from None


def _weights(file: Source, table: Table) -> dict[str, float]:
    weights = strict.table(file, table.get("weights", {}), "weights")
    for trait, weight in weights.items():
        if not isinstance(weight, int | float) or isinstance(weight, bool) or not abs(weight) <= _HEAVIEST:
            raise file.error("wrong-value", str(weight), "weights", trait)
    return {trait: float(cast("float", weight)) for trait, weight in weights.items()}


def _same(file: Source, table: Table) -> tuple[str, ...]:
    return tuple(strict.choice(file, each, SAME, "same") for each in strict.texts(file, table, "same"))


def _examples(file: Source, table: Table) -> tuple[Example, ...]:
    examples = tuple(_example(file, sort, written) for sort in SORTS for written in strict.items(file, table.get(sort, []), sort))
    for sort in SORTS[:3]:
        if not any(example.sort == sort for example in examples):
            raise PackError(file.path, file.error("no-example", sort, sort).line, "no-example", sort)
    for example in examples:
        if example.sort == "bad" and not _marked(example.text):
            raise file.error("bad-mark", example.text, "bad")
    return examples


def _example(file: Source, sort: str, written: object) -> Example:
    """A text, or a table with a text and what it was before it was revised."""
    if isinstance(written, str) and written:
        return Example(cast("object", sort), written)  # type: ignore[arg-type]
    pair = strict.table(file, written, sort)
    strict.known(file, pair, ("former", "text"), ("former", "text"), sort)
    texts = strict.text(file, pair, "text", "", sort), strict.text(file, pair, "former", "", sort)
    return Example(cast("object", sort), *texts)  # type: ignore[arg-type]


def _marked(text: str) -> bool:
    start, end = text.find("«"), text.find("»")
    return text.count("«") == text.count("»") == 1 and start + 1 < end
