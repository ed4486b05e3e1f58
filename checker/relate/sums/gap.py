"""Differences in words: 甲比乙多d; 预算a，支出b，结余d."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.claim import Claim
from checker.relate.clause import alike, last_words, silent, spoken
from checker.relate.scene import Scene
from checker.relate.sorts import amount, one_thing
from checker.relate.sums.moved import also
from checker.relation import Relation, Term

_REACH = 12
_SHORT = 3
_SORTS = ("一般债", "专项债")
_BETWEEN = re.compile(
    r"(?:^|[，、；])([^，、；比较]{0,16})(?:比|较)([^，、；比较\d]{2,16}?)(?:要)?(?:共|分别|略)?(多|少|低|高|高出|多出|增加|减少)(?:了|出)?$"
)
# 超年初预算d, 低于核定规模d: a base that is named beside the difference only
# 低于平均水平的有d counts those who are below it
_BEYOND = re.compile(r"(?:^|[，、；;])(超出|超过|超|低于|高于|少于|多于|高出)([^，、；;比较\d]{2,16})(?<!的)(?<!的[有是共为])$")
_BELOW = ("低于", "少于")
_PAIR = 2
# 已结转a，未结转b: parts, and no difference
_OTHER_SIDE = ("未结转", "已结转")
# words of a clause that only says how much is missing or too much, and how far behind the two figures it stands
_BARE, _CLOSE = 6, 3
_MORE = ("多", "高", "高出", "多出", "增加")
# A difference between two figures that the words name is theirs in nearly all published texts.
_NAMED, _SORTED, _GUESSED = 0.94, 0.93, 0.3


def relations(scene: Scene) -> Iterator[Relation]:
    """Every figure that the words make the difference of two others."""
    previous: list[Claim] = []
    for sentence in scene.sentences:
        for position, claim in enumerate(sentence):
            if (amount(claim) or claim.measure == "change") and claim.modality != "base" and not silent(claim):
                yield from _compared(scene, claim)
                yield from _left_over(scene, previous, sentence, position)
        previous = sentence


def _compared(scene: Scene, gap: Claim) -> Iterator[Relation]:
    named = _named(gap)
    if named is None:
        return
    one, other, more = named
    words = scene.rules.wording
    if any(base in other for base in words["base"]) and not any(goal in other for goal in words["goal"]):
        return
    near = [c for c in scene.before(gap, _REACH) if (amount(c) or c.measure == "mean") and c.quantity.dimension == gap.quantity.dimension]
    base = _called(near, other)
    others = [c for c in near if c is not base]
    subject = _called(others, one) if one else next(iter(others), None)
    if base is None or subject is None:
        return
    greater, lesser = (subject, base) if more else (base, subject)
    # where the sentence tells of no third, it can only be these two
    alone = sum(c.sentence == gap.sentence for c in near) == _PAIR and base.sentence == subject.sentence == gap.sentence
    yield _relation(scene, gap, greater, lesser, _NAMED if one or alone else _GUESSED)


def _named(gap: Claim) -> tuple[str, str, bool] | None:
    """What is compared ('' where the words leave it open), with what, and whether it is the greater one."""
    if found := _BETWEEN.search(gap.lead):
        return found.group(1).strip(), found.group(2), found.group(3) in _MORE
    if found := _BEYOND.search(gap.lead):
        return "", found.group(2), found.group(1) not in _BELOW
    return None


def _called(near: Sequence[Claim], name: str) -> Claim | None:
    """The only figure among the nearest whose words hold a name; None where two do."""
    name = name.strip("的数额了 ")
    held = [c for c in near if name and (name in last_words(c) or len(c.name) > _SHORT and c.name in name)]
    return held[0] if held and (len(held) == 1 or held[1].sentence != held[0].sentence) else None


def _left_over(scene: Scene, previous: Sequence[Claim], sentence: Sequence[Claim], position: int) -> Iterator[Relation]:
    """预算a，支出b，结余d: the nearest figure of either side; of the room a limit leaves (尚有d的空间) a sentence back too."""
    gap = sentence[position]
    said = spoken(sentence, position)
    words = scene.rules.wording
    roomy = said.endswith(words["left"]) and any(word in gap.tail[:8] for word in words["room"])
    # 主要是某项少支…: a reason is a smaller matter; 上年结转 comes in
    if (
        any(word in said for word in words["opening"])
        or not (roomy or any(word in said for word in words["gap"]) or _net_of(scene, said))
        or gap.index in scene.container
        or "主要" in gap.lead
        or said.startswith(_OTHER_SIDE)
    ):
        return
    before = [*(previous if roomy and previous and previous[-1].block == gap.block else ()), *sentence[:position]][-_REACH:]
    near = [c for c in before if alike(gap, c) or c.modality == "base" and amount(c)]
    near = [c for c in near if c.quantity.dimension == gap.quantity.dimension and one_thing(gap, c) and "paren" not in c.cues]
    if roomy:
        near = [c for c in near if c.index not in scene.container]
    sides = [(_last_of(c, words["fund_in"]), _last_of(c, words["fund_out"]), c) for c in near]
    if (pair := _opposites(scene, near)) is not None:
        lesser, greater = sorted(pair, key=lambda c: c.quantity.value)
        yield _relation(scene, gap, greater, lesser, _NAMED)
        return
    came = [c for entered, left, c in sides if entered > left]
    went = [c for entered, left, c in sides if left > entered]
    if came and went:
        over = any(word in said for word in words["over"])
        greater, lesser = (went[-1], came[-1]) if over else (came[-1], went[-1])
        if _of_two_sorts(greater, lesser):
            return
        alone = len(near) == _PAIR or _parted(scene, near, greater, lesser)
        yield _relation(scene, gap, greater, lesser, _SORTED if alone else _GUESSED)
        if alone:
            yield from also(scene, (-1, 1, 1), {0: greater, 1: lesser, 2: gap}, _SORTED)
    elif _only_two(scene, near, gap, said):
        lesser, greater = sorted(near, key=lambda c: c.quantity.value)
        yield _relation(scene, gap, greater, lesser, _SORTED)


def _net_of(scene: Scene, said: str) -> bool:
    words = scene.rules.wording
    return said.startswith(tuple(f"净{word}" for word in (*words["this_way"], *words["that_way"])))


def _opposites(scene: Scene, near: Sequence[Claim]) -> tuple[Claim, Claim] | None:
    """实收a、实付b，净流入d: the last two figures where one word of a pair says of the first what the other says of the second."""
    words = scene.rules.wording
    one, other = (last_words(c).rstrip("约为是达了共有额").lstrip("、，和其中") for c in near[-_PAIR:]) if len(near) >= _PAIR else ("", "")
    for this, that in zip(words["this_way"], words["that_way"], strict=True):
        for first, second in ((this, that), (that, this)):
            if one.endswith(first) and other == second:
                return near[-_PAIR], near[-1]
    return None


def _of_two_sorts(greater: Claim, lesser: Claim) -> bool:
    """一般债务限额a，专项债务余额b: two sorts of one thing, of which each has its own account."""
    said = [{word for word in _SORTS if word in last_words(claim)} for claim in (greater, lesser)]
    return all(said) and said[0] != said[1]


def _only_two(scene: Scene, near: Sequence[Claim], gap: Claim, said: str) -> bool:
    """审批面积a，实际用地b，超出d: whether two figures of one kind, a clause each, are all that the sentence tells before their difference;
    which of them is the greater is left to the figures."""
    told = len(near) == _PAIR and all(c.sentence == gap.sentence and c.modality != "base" for c in near) and _own_clauses(*near, gap)
    words = scene.rules.wording["gap"]
    bare = said.startswith(words) or said.lstrip("共还尚仍则即约").startswith(words)
    levels = told and near[0].measure == near[1].measure == "level" and one_thing(*near)
    return levels and bare and len(said) <= _BARE and gap.index - min(c.index for c in near) <= _CLOSE


def _own_clauses(*claims: Claim) -> bool:
    return all(claim.lead.startswith("，") and "其中" not in claim.lead for claim in claims[1:])


def _parted(scene: Scene, near: Sequence[Claim], greater: Claim, lesser: Claim) -> bool:
    """进出口t，其中出口a、进口b，顺差d: the two sides are parts of one whole, and it is all else that is told."""
    whole = scene.container.get(greater.index)
    same = whole is not None and scene.container.get(lesser.index) is whole
    return same and all(c is greater or c is lesser or c is whole for c in near)


def _last_of(claim: Claim, words: tuple[str, ...]) -> int:
    """Where the last of some words begins in what is said of a figure, -1 if none is there: 核定限额 is a limit, 预算执行 is spending."""
    said = last_words(claim)
    return max(said.rfind(word) for word in words)


def _relation(scene: Scene, gap: Claim, greater: Claim, lesser: Claim, trust: float) -> Relation:
    terms = [Term(role, c.quantity.interval, c) for role, c in (("gap", gap), ("greater", greater), ("lesser", lesser))]
    return scene.relation("difference-in-words", terms, ("gap", gap.index), trust)
