"""Declared numbers of things, and the readings of what is listed against them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.claim import Claim
from checker.passage import Passage
from checker.relate.scene import Scene

MOST = 30
# what has places (7位), not members
_CODES = ("字符", "编码", "代码", "号码", "数字", "序号")


@dataclass(frozen=True, slots=True)
class Declared:
    """A count of two to thirty things; `passage` is where it stands, [`begin`, `stop`) its place in the folded text."""

    claim: Claim
    passage: Passage
    begin: int
    stop: int
    last: bool

    @property
    def noun(self) -> str:
        """What is counted: the words up to the next mark (四项重点任务 → 重点任务), of a noun for a counter its own name (两县 → 县)."""
        found = re.match("[一-鿿]{1,12}", self.passage.text[self.stop : self.stop + 12])
        return found.group() if found else ""


@dataclass(frozen=True, slots=True)
class Reading:
    """How many things one reading finds listed (`low` to `high` where 和 may join two or stand inside one), with the working's note."""

    low: int
    high: int
    note: str
    trust: float


def declared(scene: Scene) -> Iterator[Declared]:
    """Every exact count of prose that a list may follow or precede; `last` where no other stands behind it in its block."""
    found = [claim for claim in scene.prose if declares(claim)]
    for position, claim in enumerate(found):
        block = scene.document.blocks[claim.block]
        passage = next((p for p in block.passages if p.start <= claim.quantity.start < p.end), None)
        if passage is not None:
            begin, stop = passage.index(claim.quantity.start), passage.index(claim.quantity.end - 1) + 1
            last = position + 1 == len(found) or found[position + 1].block != claim.block
            yield Declared(claim, passage, begin, stop, last)


def declares(claim: Claim) -> bool:
    """Whether a figure counts so few things, exactly, that they may be listed."""
    quantity = claim.quantity
    coded = quantity.unit == "位" and any(word in claim.lead[-8:] + claim.tail[:4] for word in _CODES)
    counts = not coded and (quantity.dimension.startswith("count:") or quantity.dimension == "person")
    return counts and quantity.exact and quantity.hedge == "" and 2 <= quantity.value <= MOST


def another_count(scene: Scene, one: Declared, first: int) -> bool:
    """Whether a nearer count stands between this one and the list that begins at `first`."""
    return any(declares(c) and one.passage.index(c.quantity.start) < first for c in scene.after(one.claim, 3))
