"""What both sides of an account leave when they are set against each other: 收入总计a…；支出总计b…。收支相抵，结转下年c."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.claim import Claim
from checker.relate.clause import alike, last_words
from checker.relate.scene import Scene
from checker.relate.sorts import one_scale
from checker.relation import Relation, Term

_SPAN, _FAR = 28, 60
_MATCHED = re.compile("收支(?:相抵|轧抵|两抵|相减|轧差|品迭)(?:后)?[，,]?[^，。；;\\d]{0,14}$")
_TOTAL = "(?:总计|总量|合计|共计|总额|总数)"
_TOLD_AS = "(?:分别|均|各|约)?(?:为|达|达到|是|实现|完成)?$"
_IN = re.compile(f"(?:(?:收入|财力){_TOTAL}|(?<!税)总收入){_TOLD_AS}")
_OUT = re.compile(f"(?:支出{_TOTAL}|总支出|总费用){_TOLD_AS}")
# 本年收入合计 leaves out what was carried over
_PARTIAL = re.compile("[比较占超]|其中|上年|去年|本年|当年")
# 收支相抵 sets the two totals told before it against each other in nearly all published accounts.
_TOLD = 0.95


def relations(scene: Scene) -> Iterator[Relation]:
    """Every figure that 收支相抵 leaves, with the last total of either side before it under the same heading."""
    for claim in scene.prose:
        if alike(claim, claim) and claim.quantity.dimension == "money" and _MATCHED.search(_text(scene, claim)):
            came, went = _last(scene, claim, _IN), _last(scene, claim, _OUT)
            if came is not None and went is not None and one_scale(claim, came) and abs(came.block - went.block) <= 2:
                terms = [Term(role, c.quantity.interval, c) for role, c in (("gap", claim), ("greater", came), ("lesser", went))]
                yield scene.relation("difference-in-words", terms, ("gap", claim.index), _TOLD)


def _text(scene: Scene, claim: Claim) -> str:
    return scene.document.words[max(0, claim.quantity.start - _SPAN) : claim.quantity.start]


def _last(scene: Scene, gap: Claim, side: re.Pattern[str]) -> Claim | None:
    """The nearest total of a side before a figure, above no heading."""
    for position in range(gap.index - 1, max(-1, gap.index - 1 - _FAR), -1):
        other = scene.claims[position]
        if any(scene.document.blocks[block].kind == "heading" for block in range(other.block, gap.block)):
            return None
        words = last_words(other)
        if other.cell is None and alike(gap, other) and "paren" not in other.cues and side.search(words) and not _PARTIAL.search(words):
            return other
    return None
