"""Which settings and rules hold for which document."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from checker.baseline import Baseline
from checker.load import baseline, mutes_files, mutes_of, nearest, settings_file
from checker.load import rules as load_rules
from checker.mute import Mute
from checker.pack_error import PackError
from checker.rules import Rules
from checker.settings import Policy, Settings

if TYPE_CHECKING:
    from checker.load.settings import SettingsFile


class Policies:
    """The policy of every document of a run. What a folder asks for is loaded once.

    `packs` are added to those of the settings; `config` is the settings file that holds for all documents, None for the nearest above
    each; `known` is the baseline that stands for those of the settings, and without `heeded` there is none. Raises PackError, as its
    methods do, for packs or settings that cannot be used.
    """

    def __init__(self, packs: Sequence[Path] = (), config: Path | None = None, known: Path | None = None, heeded: bool = True) -> None:
        self._packs = tuple(packs)
        self._config = config
        self._baseline = known
        self._heeded = heeded
        self._baselines: dict[Path, Baseline] = {}
        self._nearest: dict[Path, Path | None] = {}
        self._files: dict[Path, SettingsFile] = {}
        self._rules: dict[tuple[Path, ...], Rules] = {}
        self._mutes: dict[Path, dict[Path, list[Mute]]] = {}

    def of(self, path: Path) -> Policy:
        """The policy of the document at `path`."""
        settings = self.settings_of(path)
        packs = (*settings.packs, *self._packs)
        if packs not in self._rules:
            self._rules[packs] = load_rules(packs) if packs else shipped()
        return Policy(settings, self._rules[packs], self._mutes_of(path.absolute()), self._known(self._baseline or settings.baseline))

    def _known(self, file: Path | None) -> Baseline | None:
        if file is None or not self._heeded:
            return None
        if file not in self._baselines:
            self._baselines[file] = baseline(file)
        return self._baselines[file]

    def _mutes_of(self, path: Path) -> tuple[Mute, ...]:
        if path.parent not in self._mutes:
            here = self._mutes[path.parent] = {}
            for file in mutes_files(path.parent):
                for document, mutes in mutes_of(file).items():
                    here.setdefault(document, []).extend(mutes)
        found = self._mutes[path.parent]
        return tuple(found.get(path.resolve(), ())) if found else ()

    def settings_of(self, path: Path) -> Settings:
        """The settings of the document at `path`."""
        absolute = path.absolute()
        if self._config is None and absolute.parent not in self._nearest:
            self._nearest[absolute.parent] = nearest(absolute.parent)
        source = self._config or self._nearest[absolute.parent]
        if source is None:
            return Settings()
        if source not in self._files:
            self._files[source] = self._checked(settings_file(source))
        return self._files[source].of(absolute)

    def _checked(self, file: SettingsFile) -> SettingsFile:
        """The file, if every rule that it names is one."""
        packs = (*file.settings.packs, *self._packs)
        relations = load_rules(packs).relations if file.settings.levels else {}
        for rule in file.settings.levels:
            if rule not in relations:
                from difflib import get_close_matches

                error = file.text.error("unknown-rule", rule, "rules")
                raise PackError(error.file, error.line, error.problem, rule, *get_close_matches(rule, relations, n=1))
        return file


@cache
def shipped() -> Rules:
    """The rules that ship with heshu, loaded once a process."""
    return load_rules(())


@cache
def plain() -> Policy:
    """The policy of a document that is in no folder: the rules that ship with heshu, and no settings."""
    return Policy(Settings(), shipped())
