"""A total and what became of it: 受理a件，办结b件，在办c件; 已开工b个，尚未开工c个."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.claim import Claim
from checker.relate.clause import alike, coordinated, silent, spoken
from checker.relate.scene import Scene
from checker.relate.sorts import one_thing
from checker.relation import Relation, term

_REACH = 14
_REST = ("其余", "余下", "剩余")
_MOST_DONE = 4
_PAIR = 2
# Of totals whose fate is told in words that exclude one another nearly all add up; where the words leave open whether a
# figure is a part of the total, less than half.
_TOLD, _VAGUE = 0.94, 0.45


def relations(scene: Scene) -> Iterator[Relation]:
    """Every figure for what is left, with what was done before it and the total before that."""
    previous: list[Claim] = []
    for sentence in scene.sentences:
        for position in range(len(sentence)):
            if _pending(scene, sentence, position):
                yield from _partition(scene, previous, sentence, position)
        previous = sentence


def _pending(scene: Scene, sentence: Sequence[Claim], position: int) -> bool:
    claim = sentence[position]
    if not alike(claim, claim) or "paren" in claim.cues:
        return False
    words = scene.rules.wording["left" if claim.quantity.dimension == "money" else "pending"]
    said = spoken(sentence, position)
    return said == "余" or said.startswith(words) or _tail(sentence, position).startswith(words)


def _done(scene: Scene, sentence: Sequence[Claim], position: int) -> bool:
    said = spoken(sentence, position) + _tail(sentence, position)[:8]
    if sentence[position].quantity.dimension == "money":
        # of money any verb may be said; only 已 says that it is gone from the total
        return "已" in said
    return any(word in said for word in scene.rules.wording["done"])


def _tail(sentence: Sequence[Claim], position: int) -> str:
    """The words after a figure in its clause, or after the one that follows it at once; what runs on to the next figure is said of that."""
    while position + 1 < len(sentence) and silent(sentence[position + 1]):
        position += 1
    tail = sentence[position].tail
    end = next((at for at, mark in enumerate(tail) if mark in "，、；;。:("), len(tail))
    return "" if end == len(tail) and position + 1 < len(sentence) else tail[:end]


def _partition(scene: Scene, previous: Sequence[Claim], sentence: Sequence[Claim], position: int) -> Iterator[Relation]:
    """The chain of done and pending figures back from a pending one, and the total it starts from: the whole of the list the chain stands
    in or behind, else the figure before it."""
    rest = sentence[position]
    # 其余9处限期治理: the rest is of what was spoken of, and what stands after it is its fate
    refers = spoken(sentence, position).startswith(_REST)
    parts: list[Claim] = []
    for back in range(position - 1, max(-1, position - _REACH), -1):
        other = sentence[back]
        if not alike(rest, other) or "paren" in other.cues or not (refers or one_thing(rest, other)):
            continue
        listed = scene.container.get(other.index)
        if (
            listed is not None
            and scene.container.get(rest.index) is listed
            and sum(scene.container.get(c.index) is listed for c in sentence) > _PAIR
        ):
            return  # 12个乡中，5个…、3个完成…，其余4个: one list, and its sum is all of it
        # 另有37户，已销号29户，尚有8户: what is told beside the rest is a total of its own
        apart = spoken(sentence, back).startswith("另有")
        told = not apart and len(parts) < _MOST_DONE and (_done(scene, sentence, back) or _pending(scene, sentence, back))
        if told:
            parts.insert(0, other)
        if parts and (listed is not None or not told):
            yield _split(scene, other if listed is None else listed, parts, rest, _TOLD)
            if listed is not None and not told and sum(scene.container.get(c.index) is listed for c in sentence) == 1:
                # 其中重大隐患43处，已整改39处，其余4处: the words leave open whether of the one part or of the whole
                yield _split(scene, other, parts, rest, _TOLD)
        if listed is not None or not told:
            return
    if parts:
        yield from _from_before(scene, previous, parts, rest)


def _from_before(scene: Scene, previous: Sequence[Claim], parts: Sequence[Claim], rest: Claim) -> Iterator[Relation]:
    """The total of the sentence before: the whole of its list, or its last figure of the kind."""
    near = [c for c in reversed(previous[-_REACH:]) if alike(rest, c) and "paren" not in c.cues and one_thing(rest, c)]
    tops: dict[int, Claim] = {}
    for claim in near:
        top = scene.container.get(claim.index, claim)
        if top is claim and coordinated(claim):
            break  # 移送甲17件、乙3件、丙12件: a list whose whole nobody tells here
        if top.block == rest.block:
            tops.setdefault(top.index, top)
    for rank, whole in enumerate(list(tops.values())[:2]):
        yield _split(scene, whole, parts, rest, _TOLD if rank == 0 else _VAGUE)


def _split(scene: Scene, whole: Claim, parts: Sequence[Claim], rest: Claim, trust: float) -> Relation:
    terms = [term("whole", whole), *(term("part", part) for part in parts), term("part", rest)]
    return scene.relation("total-and-its-fate", terms, ("fate", rest.index), trust)
