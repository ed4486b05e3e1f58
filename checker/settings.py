"""What the owner of a folder decided about checking its documents, and what is checked by it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from checker.baseline import Baseline
from checker.document import About
from checker.mute import Mute
from checker.rules import Rules

Level = Literal["error", "warning", "note", "off"]
# "never" reports what is found and lets every document through
Threshold = Literal["error", "warning", "note", "never"]


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings in force for the documents of one folder.

    `max_bytes` and `max_characters` limit what is read. `about` is what the owner says of the documents (date, subject, habit of rounding).
    `levels` maps ids of rules to the severity of their findings, or "off"; `fail_on` is the severity that fails a document. `include`
    and `exclude` are patterns of .gitignore, relative to `folder`, for what is found inside folders; `packs` are folders with more rules;
    `baseline` is the file of known findings. `folder` holds the settings file `source`; both are None where none was found.
    """

    max_bytes: int = 64 * 1024 * 1024
    max_characters: int = 20_000_000
    about: About = field(default_factory=About)
    levels: Mapping[str, Level] = field(default_factory=dict)
    fail_on: Threshold = "error"
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    packs: tuple[Path, ...] = ()
    baseline: Path | None = None
    folder: Path | None = None
    source: Path | None = None


@dataclass(frozen=True, slots=True)
class Policy:
    """What a document is checked by: the settings of its folder, the rules with the packs that these add, and the mutes that are written
    for it in a file of their own, and the findings that are known (None: no baseline)."""

    settings: Settings
    rules: Rules
    mutes: tuple[Mute, ...] = ()
    baseline: Baseline | None = None
