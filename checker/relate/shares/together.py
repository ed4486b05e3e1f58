"""Shares of several figures at once: 甲、乙合计占…, 两项共占…."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from checker.claim import Claim
from checker.relate.scene import Scene
from checker.relate.shares.wholes import named_whole
from checker.relate.sorts import amount
from checker.relation import Relation, Term

_OF_LIST = 0.94


def share_of(scene: Scene, share: Claim, parts: tuple[Claim, ...], whole: Claim, question: tuple[object, ...], trust: float) -> Relation:
    """The share as the quotient of its parts and their whole."""
    terms: list[Term] = [Term("share", share.quantity.interval, share)]
    terms += [Term("numerator", part.quantity.interval, part) for part in parts]
    terms.append(Term("denominator", whole.quantity.interval, whole))
    return scene.relation("share-of-whole", terms, question, trust)


def of_the_same(
    scene: Scene, share: Claim, part: Claim, container: Claim, question: tuple[object, ...], trust: float
) -> Iterator[Relation]:
    """前五名客户8.26亿元，占销售总额的28.41%，其中第一名2.65亿元，占9.12%: the later share may be of what the first is of."""
    first = next(scene.after(container, 1), None)
    if first is None or first.measure != "share" or first.index > part.index or named_whole(share) not in ("", named_whole(first)):
        return
    words = f"({part.quantity.text} × {first.quantity.text})"
    above = Term("numerator", part.quantity.interval * first.quantity.interval, replace(part, sources=(part, first)), words)
    terms = [Term("share", share.quantity.interval, share), above, Term("denominator", container.quantity.interval, container)]
    yield scene.relation("share-of-whole", terms, question, trust)


def together(share: Claim) -> bool:
    """Whether the share is of several figures at once: 合计占, 两项共占."""
    before = share.lead[: max(0, share.lead.rfind("占"))]
    return "合计" in before or "总计" in before or before.endswith("共")


def _joined(claims: list[Claim]) -> bool:
    """Whether each figure follows the one before it in a list."""
    return all(claim.lead[:1] in ("、", "和", "及", "与") for claim in claims)


def summed(
    scene: Scene, share: Claim, near: list[Claim], ranked: list[tuple[Claim, float]], question: tuple[object, ...]
) -> Iterator[Relation]:
    """合计占…: the parts just listed together over the whole."""
    if not together(share):
        return
    whole_of_list = scene.container.get(near[0].index) if near else None
    listed_ones = [c for c in near if whole_of_list is not None and scene.container.get(c.index) is whole_of_list]
    if whole_of_list is not None and len(listed_ones) > 1 and listed_ones == near[: len(listed_ones)]:
        # 产值a，其中甲、乙、丙三大产业分别为b、c、d，合计占: of what the list is a part of
        yield share_of(scene, share, tuple(reversed(listed_ones)), whole_of_list, question, _OF_LIST)
    run: list[Claim] = []
    for claim in near:
        if run and not scene.same_things(claim, run[0]):
            break
        run.append(claim)
    for count in range(2, min(len(run), 5) + 1):
        for whole, trust in ranked[:4]:
            if whole not in run[:count]:
                # the figures joined by 、 back to the first are those meant
                listed = _joined(run[: count - 1]) and not _joined(run[count - 1 : count])
                sure = max(0.5, trust) if listed else 0.4
                yield share_of(scene, share, tuple(reversed(run[:count])), whole, question, sure)


def run_before(scene: Scene, share: Claim, reach: int, joints: tuple[str, ...]) -> list[Claim]:
    """The amounts of one kind, at most `reach`, told one after the other right before a share, each joined to the one before it."""
    run: list[Claim] = []
    for claim in scene.before(share, reach):
        if claim.sentence != share.sentence or not amount(claim) or run and claim.quantity.dimension != run[0].quantity.dimension:
            break
        run.append(claim)
        if not claim.lead.startswith(joints):
            break
    return run[::-1]
