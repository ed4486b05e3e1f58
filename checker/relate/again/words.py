"""Amounts in capital numerals against the digits beside them."""

from __future__ import annotations

from collections.abc import Iterator

from checker.claim import Claim
from checker.relate.scene import Scene
from checker.relation import Relation, term


def relations(scene: Scene) -> Iterator[Relation]:
    """大写 against 小写 where one stands in or just before the other's brackets."""
    claims = scene.claims
    for position, claim in enumerate(claims):
        if not _capital(claim):
            continue
        for other in (*claims[position + 1 : position + 2], *reversed(claims[max(0, position - 1) : position])):
            if _beside(scene, claim, other):
                yield scene.relation("capital-amount", [term("words", claim), term("digits", other)], ("words", claim.index), 0.98)
                break


def _capital(claim: Claim) -> bool:
    return claim.quantity.numeral is not None and claim.quantity.numeral.style == "capital" and claim.quantity.dimension == "money"


def _beside(scene: Scene, words: Claim, digits: Claim) -> bool:
    if _capital(digits) or digits.quantity.dimension != "money":
        return False
    first, second = sorted((words, digits), key=lambda c: c.quantity.start)
    gap = scene.document.words[first.quantity.end : second.quantity.start]
    named = any(mark in gap for mark in ("大写", "小写", "¥", "￥", "即"))
    # a bracket that closes again held another remark: 0.60元（含税），共计人民币…
    opened = any(mark in gap for mark in ("(", "（")) and not any(mark in gap for mark in (")", "）", "，", "；", "。"))
    return len(gap) <= 16 and (named or opened)
