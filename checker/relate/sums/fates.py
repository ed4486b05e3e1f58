"""What the words say became of the things that a figure counts: done, or not done yet."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.claim import Claim
from checker.relate.clause import alike, last_words, silent, spoken
from checker.relate.lists.spoken_of import other_side
from checker.relate.scene import Scene

_MOST_DONE = 4
# 63个项目已全部开工，完工51个: all of them, of whom the next figure counts some
_EVERY = re.compile("[^，。；;:、]{0,8}(?:已?全部|均已?|都已?)")
_BRACKET = re.compile(r"^\([^()]{0,30}\)")
_UNMET = re.compile("未(?:能|按期|如期|达|完成|实现|开工|启动|通过|落实|见效)|不(?:合格|达标|符合|通过)")
# 计划实施48座，已完工36座
_PLANNED = re.compile("(?<![按照])计划(?![内外])[^，。；]{0,4}$")


def is_pending(scene: Scene, sentence: Sequence[Claim], position: int) -> bool:
    """Whether a figure counts what has not been done yet."""
    claim = sentence[position]
    if not alike(claim, claim) or "paren" in claim.cues:
        return False
    words = scene.rules.wording["left" if claim.quantity.dimension == "money" else "pending"]
    said, tail = spoken(sentence, position), _BRACKET.sub("", said_behind(sentence, position))
    if said == "余" or said.startswith(words) or tail.startswith(words):
        return True
    # 2项报请批准后终止, 1项受投产影响未达预期: what became of them stands behind
    return claim.quantity.dimension != "money" and (tail.endswith(scene.rules.wording["unfinished"]) or _UNMET.search(tail) is not None)


def is_done(scene: Scene, sentence: Sequence[Claim], position: int) -> bool:
    """Whether a figure counts what was done."""
    said = spoken(sentence, position) + said_behind(sentence, position)[:8]
    if _PLANNED.search(said):
        return False
    if sentence[position].quantity.dimension == "money":
        # of money any verb may be said; only 已 says that it is gone from the total
        return "已" in said
    return any(word in said for word in scene.rules.wording["done"])


def has_fate(scene: Scene, sentence: Sequence[Claim], position: int) -> bool:
    """Whether nothing but what became of them stands behind a bare count: ，17项完成或超额完成, 4项未达预期."""
    return unnamed(sentence, position) and (is_done(scene, sentence, position) or is_pending(scene, sentence, position))


def unnamed(sentence: Sequence[Claim], position: int) -> bool:
    """Whether a count names nothing: ，29项如期落地 is some of those that were spoken of."""
    return not spoken(sentence, position).strip("、和及与，;有其中已")


def said_behind(sentence: Sequence[Claim], position: int) -> str:
    """The words after a figure in its clause, or after the one that follows it at once; what runs on to the next figure is said of that."""
    while position + 1 < len(sentence) and silent(sentence[position + 1]) and "，" not in sentence[position + 1].lead:
        position += 1
    tail = _BRACKET.sub("", sentence[position].tail)
    end = next((at for at, mark in enumerate(tail) if mark in "，、；;。:("), len(tail))
    return "" if end == len(tail) and position + 1 < len(sentence) else tail[:end]


def full(scene: Scene, sentence: Sequence[Claim], position: int, other: Claim, parts: Sequence[Claim]) -> bool:
    """Whether the parts found leave no room for one more that was done: all of them were (已全部开工), the last is the rest's other side
    (已轮出a，轮入b，尚未轮入c), or the one more is of a list that they stand behind (限期完成a项，限期完成的已完成b项，剩余c项)."""
    said, listed = spoken(sentence, position), scene.container.get(other.index)
    opposed = other_side(said, last_words(parts[-1])) and not other_side(said, last_words(other))
    behind = listed is not None and scene.container.get(parts[0].index) is not listed
    return len(parts) >= _MOST_DONE or _EVERY.match(other.tail) is not None or opposed or behind
