"""Settings: heshu.toml, or [tool.heshu] in pyproject.toml, in the nearest folder above a document that has one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import cast, get_args

from checker.document import About, Rounding
from checker.load import strict
from checker.load.nearest import PROJECT
from checker.load.strict import Source, Table
from checker.pack_error import PackError
from checker.settings import Level, Settings, Threshold

_ABOUT = ("date", "subject", "rounding")
KEYS = ("fail-on", "include", "exclude", "packs", "baseline", "rules", "folders", *_ABOUT)


@dataclass(frozen=True, slots=True)
class SettingsFile:
    """A settings file: what holds for its folder, and what is said of the documents of folders below it, by their paths."""

    settings: Settings
    folders: Mapping[Path, About]
    text: Source

    def of(self, path: Path) -> Settings:
        """The settings of the document at the absolute `path`; of the folders named above it the innermost counts."""
        for folder in path.parents:
            if folder in self.folders:
                return replace(self.settings, about=self.folders[folder])
        return self.settings


def has_settings(path: Path) -> bool:
    """Whether the pyproject.toml at `path` has [tool.heshu]. Raises PackError if it names heshu and is not TOML."""
    return _table(strict.source(path)) is not None


def settings_file(path: Path) -> SettingsFile:
    """The settings in the file at `path`. Raises PackError, which names file, line and value: an unknown key is an error."""
    if not path.is_file():
        raise PackError(str(path), 0, "no-settings", path.name)
    file, folder = strict.source(path), path.resolve().parent
    table = _table(file)
    if table is None:
        raise PackError(str(path), 0, "missing-key", "[tool.heshu]")
    strict.known(file, table, KEYS)
    about = _about(file, table, About())
    settings = Settings(
        about=about,
        levels=_levels(file, table),
        fail_on=cast("Threshold", _choice(file, table, "fail-on", get_args(Threshold), "error")),
        include=_patterns(file, table, "include"),
        exclude=_patterns(file, table, "exclude"),
        packs=tuple(folder / pack for pack in strict.texts(file, table, "packs")),
        baseline=folder / strict.text(file, table, "baseline") if "baseline" in table else None,
        folder=folder,
        source=path,
    )
    return SettingsFile(settings, _folders(file, table, folder, about), file)


def _table(file: Source) -> Table | None:
    """The settings in a file; None for a pyproject.toml without them."""
    if Path(file.path).name != PROJECT:
        return strict.parse(file)
    if "heshu" not in file.text:
        return None
    tool = strict.parse(file).get("tool")
    table = tool.get("heshu") if isinstance(tool, dict) else None
    return None if table is None else strict.table(file, table, "heshu")


def _patterns(file: Source, table: Table, key: str) -> tuple[str, ...]:
    patterns = strict.texts(file, table, key)
    if patterns:
        from pathspec import GitIgnoreSpec

        for pattern in patterns:
            try:
                GitIgnoreSpec.from_lines([pattern])
            except ValueError:
                raise file.error("wrong-value", pattern, key) from None
    return patterns


def _levels(file: Source, table: Table) -> dict[str, Level]:
    levels = strict.table(file, table.get("rules", {}), "rules")
    return {rule: cast("Level", _choice(file, levels, rule, get_args(Level))) for rule in levels}


def _folders(file: Source, table: Table, home: Path, about: About) -> dict[Path, About]:
    folders = strict.table(file, table.get("folders", {}), "folders")
    answer = {}
    for name, value in folders.items():
        inner = strict.table(file, value, name)
        strict.known(file, inner, _ABOUT, context=name)
        answer[(home / name).resolve()] = _about(file, inner, about)
    return answer


def _about(file: Source, table: Table, outer: About) -> About:
    on = table.get("date", outer.on)
    if on is not None and (not isinstance(on, date) or isinstance(on, datetime)):
        raise file.error("wrong-type", on, "date")
    subject = strict.text(file, table, "subject", outer.subject)
    return About(on, subject, cast("Rounding", _choice(file, table, "rounding", get_args(Rounding), outer.rounding)))


def _choice(file: Source, table: Table, key: str, allowed: tuple[str, ...], default: str = "") -> str:
    return strict.choice(file, strict.text(file, table, key, default), allowed, key)
