"""Wording that says which of two figures is the greater: 决算数大于预算数."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.claim import Claim
from checker.document import Passage
from checker.relate.scene import Scene
from checker.relate.sorts import amount
from checker.relation import Relation, term

# 部门决算公开 explains each line so, right after its two figures
_SAID = re.compile(r"决算数(?:(大于|高于|超过)|(小于|低于)|(?:与(?:年初)?预算数(?:基本)?(持平|一致|相等)|(等于)))(?:年初)?(?:预算数)?")
_RULES = ("accounts-above-budget", "accounts-below-budget", "accounts-equal-budget", "accounts-equal-budget")
_NEAR = 3


def relations(scene: Scene) -> Iterator[Relation]:
    """The final account and the budget before each such sentence."""
    for number, claims in scene.blocks.items():
        for passage in scene.document.blocks[number].passages:
            if "决算数" in passage.text:
                yield from _compared(scene, passage, claims)


def _compared(scene: Scene, passage: Passage, claims: list[Claim]) -> Iterator[Relation]:
    for said in _SAID.finditer(passage.text):
        if "基本" in said.group():
            continue
        start = passage.place(said.start())
        before = [c for c in claims if amount(c) and c.quantity.start < start][-_NEAR:]
        account = next((c for c in reversed(before) if "决算" in c.lead), None)
        budget = next((c for c in reversed(before) if "预算" in c.lead and "决算" not in c.lead), None)
        if account is None or budget is None:
            continue
        rule = next(rule for rule, words in zip(_RULES, said.groups(), strict=True) if words)
        terms = [term("account", account), term("budget", budget)]
        yield scene.relation(rule, terms, ("order", said.start(), account.index), 0.97)
