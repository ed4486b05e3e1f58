"""Wording that says which of two figures is the greater, and by how much: 决算数大于预算数, 超警戒水位0.96米."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.claim import Claim
from checker.passage import Passage
from checker.relate.changes.levels import beside_a_mark
from checker.relate.scene import Scene
from checker.relate.sorts import amount
from checker.relate.topic import last_clause
from checker.relation import Relation, term

# 部门决算公开 explains each line so, right after its two figures
_SAID = re.compile(r"决算数(?:(大于|高于|超过)|(小于|低于)|(?:与(?:年初)?预算数(?:基本)?(持平|一致|相等)|(等于)))(?:年初)?(?:预算数)?")
_RULES = ("accounts-above-budget", "accounts-below-budget", "accounts-equal-budget", "accounts-equal-budget")
_NEAR = 3
_FEWEST = 2
_ABOVE, _UNDER = ("超过", "超出", "高于", "高出", "超", "高"), ("低于", "低")


def relations(scene: Scene) -> Iterator[Relation]:
    """The final account and the budget before each such sentence; levels and the marks they stand above or below."""
    for sentence in scene.sentences:
        for position, claim in enumerate(sentence):
            if claim.measure == "level" and position:
                yield from _beyond(scene, sentence, position)
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


def _beyond(scene: Scene, sentence: list[Claim], position: int) -> Iterator[Relation]:
    """水位31.46米，超警戒水位0.96米（警戒水位30.50米）: how far a level is above or below a mark that is named and stated beside it; the
    bracket right behind may call it by the first half of its name (高出汛限水位1.87米，汛限168.00米)."""
    gap = sentence[position]
    words = last_clause(gap.lead)
    side = next((word for word in (*_ABOVE, *_UNDER) if words.startswith(word)), "")
    mark = words[len(side) :]
    before = next((c for c in reversed(sentence[:position]) if c.measure != "change"), None)
    if not side or len(mark) < _FEWEST or before is None or before.quantity.dimension != gap.quantity.dimension:
        return
    near = [*sentence[position + 1 : position + 3], *(c for c in reversed(sentence[:position]) if c is not before)]
    stated = next((c for c in near if _called(c, mark, gap) and c.quantity.dimension == gap.quantity.dimension), None)
    if stated is None or _apart(scene, stated, gap) or stated.index < gap.index and "paren" in stated.cues:
        return
    if beside_a_mark(before) or before.modality == "base":
        return
    now, base = (before, stated) if side in _ABOVE else (stated, before)
    yield scene.relation("change-of-levels", [term("change", gap), term("now", now), term("base", base)], ("gap", gap.index), 0.95)


def _called(stated: Claim, mark: str, gap: Claim) -> bool:
    label = last_clause(stated.lead).lstrip("(").rstrip("为是:：")
    bracketed = "paren" in stated.cues and stated.index == gap.index + 1
    return label.startswith(mark) or bracketed and len(label) >= _FEWEST and mark.startswith(label)


def _apart(scene: Scene, one: Claim, other: Claim) -> bool:
    """Whether a semicolon parts two figures: every 站 has a mark of its own."""
    first, last = sorted((one.quantity, other.quantity), key=lambda quantity: quantity.start)
    return any(mark in scene.document.words[first.end : last.start] for mark in "；;")
