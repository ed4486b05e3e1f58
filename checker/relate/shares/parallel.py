"""Shares told one after the other with what each of them comes to, of one whole that need not be told: 预付款30%，计24万元；验收后付70%，
计56万元; 甲12万吨，占30%；乙8万吨，占20%. Each amount over its share is the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from checker.claim import Claim
from checker.interval import Interval
from checker.relate.clause import JOINTS
from checker.relate.scene import Scene
from checker.relate.shares.portions import base_name
from checker.relate.shares.respective import told_in_turn
from checker.relate.shares.wholes import named_whole
from checker.relate.sorts import amount, proportion
from checker.relation import Relation, Term

_SURE = 0.94
_NAMELY = re.compile("^[，(]?(?:即|计|合计|共计|金额为|约合|合)(?:为|人民币|约|¥|￥){0,4}$")
_IS = re.compile("^[，(](?:约|仅|只)?占比?[为达约]{0,3}$")

_AMONG = re.compile("(?<!其)[中里内][，,]")
# 62亿元，增长9%，占48%
_GROWN = ("rate", "change", "points")
_REACH = 3

Pair = tuple[Claim, Claim]


def relations(scene: Scene, known: frozenset[int]) -> Iterator[Relation]:
    """The second of two neighbouring shares over its amount as the first is over its own; shares of a `known` whole need no neighbour."""
    for pairs in (_instalments(scene), _portions(scene)):
        for first, second in pairwise(pairs):
            unknown = [pair for pair in (second, first) if pair[0].index not in known]
            if unknown and _parallel(scene, first, second):
                yield _alike(scene, first if unknown[0] is second else second, unknown[0])
    for sentence in scene.sentences:
        for run in told_in_turn(sentence):
            for first, second in pairwise(run):
                if second[0].index not in known and min(c.quantity.interval.low for c in (first[0], second[0])) > 0:
                    yield _alike(scene, first, second)


def _instalments(scene: Scene) -> list[Pair]:
    """Every percentage to be paid with the amount that it comes to."""
    answer: list[Pair] = []
    for share, made in pairwise(scene.prose):
        told = proportion(share) and amount(made) and made.sentence == share.sentence and _NAMELY.match(made.lead) is not None
        if told and not share.quantity.hedge and not made.quantity.hedge:
            answer.append((share, made))
    return answer


def _portions(scene: Scene) -> list[Pair]:
    """Every amount with its share right behind that names no whole."""
    answer: list[Pair] = []
    for share in scene.prose:
        part = next((c for c in scene.before(share, _REACH) if c.measure not in _GROWN), None) if _IS.match(share.lead) else None
        if part is None:
            continue
        told = amount(part) and proportion(share) and part.sentence == share.sentence
        plain = part.modality == share.modality == "result" and not {"part", "paren"} & (part.cues | share.cues)
        if told and plain and not share.quantity.hedge and not part.quantity.hedge and not _joined_behind(scene, share):
            answer.append((share, part))
    return answer


def _joined_behind(scene: Scene, share: Claim) -> bool:
    """占35%、25%和20%: one of several shares of the amounts before."""
    behind = next(scene.after(share, 1), None)
    return behind is not None and proportion(behind) and behind.lead.strip() in (*JOINTS, "以及")


def _parallel(scene: Scene, first: Pair, second: Pair) -> bool:
    """Whether the two stand side by side, of things of one kind and of one base, with no other amount of the kind between."""
    (share, amount_of), (other, made) = first, second
    one_base = base_name(share) == base_name(other) or not base_name(other)
    bare = not named_whole(share) and not named_whole(other)
    near = made.sentence == amount_of.sentence or made.block == amount_of.block and _paid(scene, share) and _paid(scene, other)
    one_kind = made.quantity.dimension == amount_of.quantity.dimension and other.modality == share.modality
    stop, start = max(share.index, amount_of.index), min(other.index, made.index)
    between = scene.claims[stop + 1 : start]
    one_kind = one_kind and share.quantity.interval.low > 0 and other.quantity.interval.low > 0
    # 初中教师中，本科4651人，占94%；高中教师中，研究生487人，占17%: each is of those it is among
    among = any(_AMONG.search(c.lead) for c in (*between, made, other))
    return not among and one_kind and near and one_base and bare and not any(_of_kind(c, made) for c in between)


def _of_kind(claim: Claim, made: Claim) -> bool:
    """Whether a figure between may be another whole: an amount of the kind, or one without a unit of its own."""
    return claim.quantity.dimension in (made.quantity.dimension, "number", "fraction")


def _paid(scene: Scene, share: Claim) -> bool:
    return any(word in share.lead for word in (*scene.rules.wording["pays"], *scene.rules.wording["last_instalment"]))


def _alike(scene: Scene, first: Pair, second: Pair) -> Relation:
    (share, amount_of), (other, made) = first, second
    exact = _paid(scene, share) and _paid(scene, other)
    rates = [Interval.exactly(c.quantity.value) if exact else c.quantity.interval for c in (share, other)]
    whole = amount_of.quantity.interval / rates[0]
    words = f"({amount_of.quantity.text} ÷ {share.quantity.text})"
    terms = [Term("share", rates[1], other), Term("numerator", made.quantity.interval, made)]
    terms.append(Term("denominator", whole, replace(amount_of, sources=(amount_of, share)), words))
    return scene.relation("share-of-whole", terms, ("share", other.index), _SURE)
