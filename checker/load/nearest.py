"""Which settings file holds for a folder. What reads one is imported only where there is one."""

from __future__ import annotations

from pathlib import Path

FILE, PROJECT = "heshu.toml", "pyproject.toml"


def nearest(folder: Path) -> Path | None:
    """The settings file of `folder` (an absolute path) or of the nearest folder above that has one; None if none has.
    In one folder heshu.toml goes before pyproject.toml, and a pyproject.toml without [tool.heshu] is none."""
    for place in (folder, *folder.parents):
        if (place / FILE).is_file():
            return place / FILE
        if _tells(place / PROJECT):
            return place / PROJECT
    return None


def _tells(project: Path) -> bool:
    try:
        # a project that never names heshu need not be parsed, nor be TOML
        if b"heshu" not in project.read_bytes():
            return False
    except OSError:
        return False
    from checker.load.settings import has_settings

    return has_settings(project)
