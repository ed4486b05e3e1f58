"""Rules for the tests of this room: the shipped packs."""

from __future__ import annotations

import pytest

from checker import load
from checker.rules import Rules


@pytest.fixture(scope="session")
def rules() -> Rules:
    return load.rules()
