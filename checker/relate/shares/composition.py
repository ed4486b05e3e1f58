"""A structure a∶b∶c and the levels that it is the structure of: 三次产业增加值分别为12.8亿元、298.4亿元、475.2亿元，结构为1.6∶37.9∶60.4."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from checker.claim import Claim
from checker.relate.clause import JOINTS, last_words
from checker.relate.scene import Scene
from checker.relate.sorts import amount
from checker.relation import Relation, term

_SURE = 0.95
_REACH = 40
_LEAST = 3
# 三次产业(投资)结构: of what the three are the structure, if the words say so
_STRUCTURE = re.compile("(?P<of>[^，。；;、:0-9]{0,10}?)(?:(?:结构|构成)(?:之?比|比例)?|(?<=产业)(?:之?比例?|比重))[^，。；;、:0-9]{0,8}$")
_INDUSTRIES = re.compile("(?:三次|一、?二、?三次?|第?一、第?二、第?三(?:次)?)产业")
_NUMBERS = "一二三"
_ADDED = "增加值"
_PER_CENT = Decimal("0.01")
_HUNDRED = (Decimal(80), Decimal(125))


def relations(scene: Scene) -> Iterator[Relation]:
    """Every member of a structure in per cent as the quotient of its level and all levels together."""
    groups: dict[int, list[Claim]] = {}
    for claim in scene.prose:
        if claim.quantity.ratio is not None and claim.modality == "result":
            groups.setdefault(claim.quantity.ratio[0], []).append(claim)
    for members in groups.values():
        of = _subject(scene, members)
        if of is not None and (levels := _levels(scene, members, of)):
            yield from _shares(scene, members, levels)


def _subject(scene: Scene, members: list[Claim]) -> str | None:
    """The words before 结构 where the members are per cent of one whole; None if they are no structure."""
    first = members[0]
    whole = first.quantity.ratio is not None and len(members) == first.quantity.ratio[2] >= _LEAST
    total = sum((c.quantity.value for c in members), Decimal(0))
    if not whole or not _HUNDRED[0] <= total <= _HUNDRED[1] or any(c.quantity.hedge for c in members):
        return None
    before = [first, *(c for c in scene.before(first, 2 * len(members)) if c.sentence == first.sentence and c.measure == "ratio")]
    found = next((match for c in before if (match := _STRUCTURE.search(c.lead))), None)
    return found["of"] if found else None


def _levels(scene: Scene, members: list[Claim], of: str) -> list[Claim]:
    """As many amounts of one kind told before: in one breath right before the structure, or each of the three industries by its name."""
    before = [c for c in scene.before(members[0], _REACH) if c.measure == "level" and amount(c) and c.modality == "result"][::-1]
    industries = "产业" in of
    thing = of.rpartition("产业")[2]
    run = _breath(before, len(members))
    if run and (_INDUSTRIES.search(run[0].lead) if industries else run[0].sentence == members[0].sentence and of in run[0].lead):
        # 三次产业结构 is that of their value added unless it says of what else
        return run if (thing or _ADDED) in run[0].lead or not industries else []
    return _by_name(before, thing or _ADDED) if industries and len(members) == len(_NUMBERS) else []


def _breath(before: list[Claim], count: int) -> list[Claim]:
    """The last run of amounts told as one list (分别为a、b和c), if it is of so many."""
    run: list[Claim] = []
    for claim in reversed(before):
        if run and (claim.index != run[0].index - 1 or claim.quantity.dimension != run[0].quantity.dimension):
            break
        run.insert(0, claim)
        if not claim.lead.strip().startswith((*JOINTS, "以及")) or len(claim.lead.strip()) > len("以及"):
            break
    return run if len(run) == count and "respectively" in run[0].cues else []


def _by_name(before: list[Claim], thing: str) -> list[Claim]:
    """The last amounts called 第一产业…, 第二产业… and 第三产业…, in this order, of which the first says of what (增加值)."""
    found: list[Claim] = []
    for number in reversed(_NUMBERS):
        stop = found[0].index if found else before[-1].index + 1 if before else 0
        called = [c for c in before if c.index < stop and re.search(f"第?{number}产业?", last_words(c)) and "、" not in last_words(c)]
        if not called or found and called[-1].quantity.dimension != found[0].quantity.dimension:
            return []
        found.insert(0, called[-1])
    said = thing in last_words(found[0]) and all(thing in last_words(c) or c.name.endswith("产业") for c in found)
    return found if said and found[-1].sentence - found[0].sentence <= 1 else []


def _shares(scene: Scene, members: list[Claim], levels: list[Claim]) -> Iterator[Relation]:
    for member, level in zip(members, levels, strict=True):
        share = _per_cent(member)
        terms = [term("share", share), term("numerator", level), *(term("part", c) for c in levels if c is not level)]
        yield scene.relation("share-of-siblings", terms, ("structure member", member.index), _SURE)


def _per_cent(member: Claim) -> Claim:
    """The member of a structure as the percentage that it stands for."""
    told = member.quantity
    scaled = replace(told, factor=told.factor * _PER_CENT, value=told.value * _PER_CENT, step=told.step * _PER_CENT)
    return replace(member, quantity=replace(scaled, interval=told.interval.scaled(_PER_CENT)))
