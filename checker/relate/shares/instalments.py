"""Percentages of one base paid in instalments: 累计支付97% is what was told before it, and with the last instalment they make 100 %."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.claim import Claim
from checker.interval import Interval
from checker.relate.scene import Scene
from checker.relate.shares.portions import base_name
from checker.relate.sorts import proportion
from checker.relation import Relation, Term

_SURE = 0.93
_RIVAL = 0.6
_APART = 3
_MOST = 10
_WIDE = 40
_STOPS = "。；;\n"
_AFTER = re.compile("[，。；;,、]")


def relations(scene: Scene) -> Iterator[Relation]:
    """Every run of percentages of one base in neighbouring paragraphs, with what it has come to and what it comes to in all."""
    run: list[Claim] = []
    base = ""
    for claim in scene.prose:
        if not proportion(claim) or claim.quantity.hedge:
            continue
        words, name = _words(scene, claim), base_name(claim)
        after = _AFTER.split(claim.tail[:10])[0]
        if _said(scene, "penalty", words + after):
            continue
        if run and (claim.block - run[-1].block > _APART or len(run) == _MOST):
            run, base = [], ""
        if _said(scene, "so_far", words):
            if len(run) > 1:
                yield _sum(scene, run, Term("whole", _exact(claim), claim), ("so far", claim.index), _SURE)
        elif _said(scene, "up_to", words):
            run, base = [claim], base_name(claim) or base
        elif _said(scene, "last_instalment", words + after) and run and (not name or _one_base(base, name)):
            yield from _complete(scene, run, claim)
            run, base = [], ""
        elif not name and run and _said(scene, "pays", words) and claim.tail[:1] != "的":
            # 验收合格后支付60%: of the base of the instalments before
            run = [*run, claim]
        elif name and _said(scene, "pays", words):
            run, base = ([*run, claim], base) if run and _one_base(base, name) else ([claim], name)


def _complete(scene: Scene, run: list[Claim], last: Claim) -> Iterator[Relation]:
    """The last instalment makes the others 100 %, unless it is held back from one of them."""
    whole = Term("whole", Interval.exactly(1), None, "100%")
    question = ("instalments", run[0].index)
    yield _sum(scene, [*run, last], whole, question, _SURE)
    if len(run) > 1:
        yield _sum(scene, run, whole, question, _RIVAL)


def _sum(scene: Scene, run: list[Claim], whole: Term, question: tuple[object, ...], trust: float) -> Relation:
    parts = [Term("part", _exact(claim), claim) for claim in run]
    return scene.relation("instalments", [whole, *parts], question, trust)


def _exact(claim: Claim) -> Interval:
    """A percentage that is agreed on is exact."""
    return Interval.exactly(claim.quantity.value)


def _words(scene: Scene, claim: Claim) -> str:
    """What stands before the figure in its clause or clauses, as far as forty characters and the figure before it."""
    start = claim.quantity.start
    before = scene.claims[claim.index - 1].quantity.end if claim.index and scene.claims[claim.index - 1].quantity.end <= start else 0
    text = scene.document.words[max(before, start - _WIDE) : start]
    return text[max(text.rfind(mark) for mark in _STOPS) + 1 :]


def _said(scene: Scene, kind: str, text: str) -> bool:
    return any(word in text for word in scene.rules.wording[kind])


def _one_base(base: str, name: str) -> bool:
    """Whether two bases are one: the shorter ends the longer (支付合同总价, 合同总价)."""
    longer, shorter = (base, name) if len(base) >= len(name) else (name, base)
    return len(shorter) > 2 and longer.endswith(shorter[-4:])
