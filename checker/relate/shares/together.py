"""Shares of several figures at once: 甲、乙合计占…, 两项共占…."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from checker.claim import Claim
from checker.relate.scene import Scene
from checker.relate.shares.wholes import named_whole
from checker.relate.sorts import amount
from checker.relation import Relation, Term

_OF_LIST = 0.94
_SO_CALLED = 0.93
_MOST, _REACH = 6, 14
# characters of a noun
_NOUN = 2


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
    return any(word in before for word in ("合计", "总计", "共计")) or before.endswith("共")


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
    if whole_of_list is not None and _all_meant(scene, share, listed_ones) and listed_ones == near[: len(listed_ones)]:
        # 产值a，其中甲、乙、丙三大产业分别为b、c、d，合计占: of what the list is a part of
        yield share_of(scene, share, tuple(reversed(listed_ones)), whole_of_list, question, _OF_LIST)
    run: list[Claim] = []
    for claim in near:
        if run and not scene.same_things(claim, run[0]):
            break
        run.append(claim)
    told = run_before(scene, share, _MOST, ("、", "和", "及", "与"))
    whole_so_called = _so_called(scene, told) if len(told) > 1 and not named_whole(share) else None
    if whole_so_called is not None:
        yield share_of(scene, share, tuple(told), whole_so_called, question, _SO_CALLED)
        return
    for count in range(2, min(len(run), 5) + 1):
        for whole, trust in ranked[:4]:
            if whole not in run[:count]:
                # the figures joined by 、 back to the first are those meant
                listed = _joined(run[: count - 1]) and not _joined(run[count - 1 : count])
                sure = max(0.5, trust) if listed else 0.4
                yield share_of(scene, share, tuple(reversed(run[:count])), whole, question, sure)


def _all_meant(scene: Scene, share: Claim, listed: list[Claim]) -> bool:
    """省级1亿、市级3亿、县级2亿元，市县两级合计占: whether a number before the share, if there is one, is that of all in the list."""
    number = scene.claims[share.index - 1] if share.index else share
    counts = number.sentence == share.sentence and number.quantity.dimension in ("grade", "count:大", "count:项", "count:个", "count:类")
    counted = counts and number not in listed and not any(mark in share.lead for mark in "，；;")
    return len(listed) > 1 and (not counted or number.quantity.value == len(listed))


def _so_called(scene: Scene, run: list[Claim]) -> Claim | None:
    """农作物受灾面积63.3千公顷；水稻、玉米受灾面积分别为28.4千公顷和19.8千公顷，合计占76.0%: the one amount of the paragraph that the
    noun behind the enumerated names calls."""
    words = re.split("分别|依次|各", run[0].lead.rpartition("，")[2].rpartition(";")[2])[0]
    noun = re.split("[、和及与]", words)[-1]
    if "respectively" not in run[0].cues or len(noun) <= _NOUN:
        return None
    before = [c for c in scene.before(run[0], _REACH) if amount(c) and c.name and scene.same_things(c, run[0]) and c.modality == "result"]
    told = [c for c in before if c.name[-_NOUN:] == noun[-_NOUN:] and not {"part", "paren"} & c.cues and "、" not in c.lead]
    return told[0] if len({c.quantity.value for c in told}) == 1 else None


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
