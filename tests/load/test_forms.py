"""The closed vocabulary of packs is the one that the arithmetic knows."""

from __future__ import annotations

from checker import judge
from checker.rules import FORMS


def test_a_pack_may_name_exactly_the_forms_that_can_be_judged() -> None:
    assert sorted(FORMS) == sorted(judge.FORMS)
