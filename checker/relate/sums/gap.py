"""Differences in words: 甲比乙多d; 预算a，支出b，结余d."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.claim import Claim
from checker.relate.clause import alike, last_words, silent, spoken
from checker.relate.scene import Scene
from checker.relate.sorts import amount, one_thing
from checker.relation import Relation, Term

_REACH = 12
_SHORT = 3
_BETWEEN = re.compile(
    r"(?:^|[，、；])([^，、；比较]{0,16})(?:比|较)([^，、；比较\d]{2,16}?)(?:要)?(?:共|分别|略)?(多|少|低|高|高出|多出|增加|减少)(?:了|出)?$"
)
_MORE = ("多", "高", "高出", "多出", "增加")
# A difference between two figures that the words name is theirs in nearly all published texts.
_NAMED, _SORTED, _GUESSED = 0.94, 0.93, 0.3


def relations(scene: Scene) -> Iterator[Relation]:
    """Every figure that the words make the difference of two others."""
    for sentence in scene.sentences:
        for position, claim in enumerate(sentence):
            if (amount(claim) or claim.measure == "change") and claim.modality != "base" and not silent(claim):
                yield from _compared(scene, claim)
                yield from _left_over(scene, sentence, position)


def _compared(scene: Scene, gap: Claim) -> Iterator[Relation]:
    found = _BETWEEN.search(gap.lead)
    if found is None:
        return
    one, other, word = found.groups()
    if any(base in other for base in scene.rules.wording["base"]):
        return
    near = [c for c in scene.before(gap, _REACH) if (amount(c) or c.measure == "mean") and c.quantity.dimension == gap.quantity.dimension]
    base = _called(near, other)
    subject = _called([c for c in near if c is not base], one) if one.strip() else next((c for c in near if c is not base), None)
    if base is None or subject is None:
        return
    greater, lesser = (subject, base) if word in _MORE else (base, subject)
    yield _relation(scene, gap, greater, lesser, _NAMED if one.strip() else _GUESSED)


def _called(near: Sequence[Claim], name: str) -> Claim | None:
    """The only figure among the nearest whose words hold a name; None where two do."""
    name = name.strip("的数额了 ")
    held = [c for c in near if name and (name in last_words(c) or len(c.name) > _SHORT and c.name in name)]
    return held[0] if held and (len(held) == 1 or held[1].sentence != held[0].sentence) else None


def _left_over(scene: Scene, sentence: Sequence[Claim], position: int) -> Iterator[Relation]:
    """预算a，支出b，结余d: the nearest figure of either side."""
    gap = sentence[position]
    said = spoken(sentence, position)
    words = scene.rules.wording
    # 主要是某项少支…: a reason is a smaller matter
    if not any(word in said for word in words["gap"]) or gap.index in scene.container or "主要" in gap.lead:
        return
    near = [
        (c, last_words(c)) for c in sentence[max(0, position - _REACH) : position] if alike(gap, c) or c.modality == "base" and amount(c)
    ]
    near = [(c, w) for c, w in near if c.quantity.dimension == gap.quantity.dimension and one_thing(gap, c) and "paren" not in c.cues]
    came = [c for c, w in near if any(word in w for word in words["fund_in"]) and not any(word in w for word in words["fund_out"])]
    went = [c for c, w in near if any(word in w for word in words["fund_out"])]
    if came and went:
        alone = len(near) == 2
        yield _relation(scene, gap, came[-1], went[-1], _SORTED if alone else _GUESSED)


def _relation(scene: Scene, gap: Claim, greater: Claim, lesser: Claim, trust: float) -> Relation:
    terms = [Term(role, c.quantity.interval, c) for role, c in (("gap", gap), ("greater", greater), ("lesser", lesser))]
    return scene.relation("difference-in-words", terms, ("gap", gap.index), trust)
