"""Reads heshu.mutes.toml."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from checker.load import strict
from checker.load.strict import Source, Table
from checker.mute import Mute, plainly

KEYS = ("file", "rule", "figures", "reason", "until")


def mutes_of(path: Path) -> dict[Path, list[Mute]]:
    """The mutes in the file at `path`, by the absolute path of the document that each is for. Raises PackError: for an unknown key, a
    missing one, and a document that is not there."""
    file = strict.source(path)
    table = strict.parse(file)
    strict.known(file, table, ("mute",))
    answer: dict[Path, list[Mute]] = {}
    heads = file.entries("[[mute]]")
    for entry, part in zip(strict.tables(file, table.get("mute", []), "mute"), heads, strict=False):
        document, mute = _mute(part, entry, path)
        answer.setdefault(document, []).append(mute)
    return answer


def _mute(file: Source, table: Table, path: Path) -> tuple[Path, Mute]:
    strict.known(file, table, KEYS, ("file", "rule", "figures"))
    name, until = strict.text(file, table, "file"), table.get("until")
    document = path.parent / name
    if not document.is_file():
        raise file.error("no-document", name)
    if until is not None and (not isinstance(until, date) or isinstance(until, datetime)):
        raise file.error("wrong-type", until, "until")
    figures = tuple(plainly(figure) for figure in strict.texts(file, table, "figures"))
    reason = strict.text(file, table, "reason").strip()
    return document.resolve(), Mute(strict.text(file, table, "rule"), figures, reason, str(path), file.first + 1, until)
