"""Reading TOML strictly: every key known, every value of the right type, every complaint with its line."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise, repeat
from pathlib import Path

from checker.pack_error import PackError

Table = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Source:
    """One pack file, or one table of it: its `path` as shown to people, the raw `text` in which offending values are found again, and
    the lines [`first`, `last`) of the table, counted from 0."""

    path: str
    text: str
    first: int = 0
    last: int = 0

    def entries(self, header: str) -> Iterator[Source]:
        """The tables under each `header` such as [[indicator]], in the order in which TOML gives them; then itself, without end, for
        tables that are written inline."""
        lines = self.text.splitlines()
        heads = [number for number, line in enumerate(lines) if line.startswith("[")] + [len(lines)]
        for head, following in pairwise(heads):
            if lines[head].startswith(header):
                yield replace(self, first=head, last=following)
        yield from repeat(self)

    def error(self, problem: str, value: object, *context: str) -> PackError:
        """A PackError at the line of `value`, looked for below the first line that holds each of `context` in turn, in the table before
        the rest of the file; at that line, if the value is not to be found."""
        lines = self.text.splitlines()
        start = self.first
        for word in context:
            start = next((number for number in range(start, self.last or len(lines)) if word in lines[number]), start)
        shown = str(value)
        places = (*range(start, self.last or len(lines)), *range(len(lines)))
        found = next((number for number in places if shown.split("\n")[0] in lines[number]), start)
        return PackError(self.path, found + 1, problem, shown)


def source(path: Path) -> Source:
    """The file at `path`; raises PackError if it cannot be read or is not UTF-8."""
    try:
        return Source(str(path), path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        raise PackError(str(path), 0, "unreadable", str(error)) from error


def parse(file: Source) -> Table:
    """The TOML of `file`; raises PackError with the line that tomllib names."""
    try:
        return tomllib.loads(file.text)
    except tomllib.TOMLDecodeError as error:
        _, _, tail = str(error).rpartition("(at line ")
        digits = tail.partition(",")[0]
        line = int(digits) if digits.isdigit() else len(file.text.splitlines())
        lines = file.text.splitlines()
        shown = lines[line - 1].strip() if 0 < line <= len(lines) else ""
        raise PackError(file.path, line, "syntax", f"{shown} — {error}") from error


def known(file: Source, table: Table, keys: Collection[str], required: Collection[str] = (), context: str = "") -> None:
    """Raises PackError for a key of `table` outside `keys`, or one of `required` that is missing."""
    for key in table:
        if key not in keys:
            raise near(file.error("unknown-key", key, context), keys)
    for key in required:
        if key not in table:
            raise PackError(file.path, file.error("missing-key", context, context).line, "missing-key", key)


def near(error: PackError, allowed: Collection[str]) -> PackError:
    """The error, which names the one of `allowed` that comes nearest to its value."""
    from difflib import get_close_matches

    close = get_close_matches(error.value, allowed, n=1)
    return PackError(error.file, error.line, error.problem, error.value, close[0] if close else "")


def text(file: Source, table: Table, key: str, default: str = "", context: str = "") -> str:
    """The string under `key`."""
    value = table.get(key, default)
    if not isinstance(value, str):
        raise file.error("wrong-type", f"{key} = {value!r}", context, key)
    return value


def texts(file: Source, table: Table, key: str, context: str = "") -> tuple[str, ...]:
    """The list of strings under `key`, empty if absent."""
    return strings(file, table.get(key, []), key, context)


def strings(file: Source, value: object, key: str, context: str = "") -> tuple[str, ...]:
    """`value` as a tuple of strings that are not empty."""
    if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
        raise file.error("wrong-type", f"{key} = {value!r}", context, key)
    return tuple(value)


def items(file: Source, value: object, key: str) -> list[object]:
    """`value` as a list."""
    if not isinstance(value, list):
        raise file.error("wrong-type", f"{key} = {value!r}", key)
    return value


def table(file: Source, value: object, key: str, context: str = "") -> Table:
    """`value` as a table."""
    if not isinstance(value, dict):
        raise file.error("wrong-type", f"{key} = {value!r}", context, key)
    return value


def tables(file: Source, value: object, key: str) -> tuple[Table, ...]:
    """`value` as a list of tables."""
    if not isinstance(value, list):
        raise file.error("wrong-type", f"{key} = {value!r}", key)
    return tuple(table(file, item, key) for item in value)


def choice(file: Source, value: str, allowed: Collection[str], context: str = "") -> str:
    """`value`, if it is one of `allowed`."""
    if value not in allowed:
        raise near(file.error("wrong-value", value, context), allowed)
    return value
