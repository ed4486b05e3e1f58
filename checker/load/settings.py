"""Settings: for now only the limits that come with heshu."""

from __future__ import annotations

from checker.settings import Settings


def settings() -> Settings:
    """The settings in force."""
    return Settings()
