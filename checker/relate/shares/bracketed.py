"""A rate whose two figures stand in a bracket right behind it: 整改率94.8%（已整改271个，共286个）."""

from __future__ import annotations

from collections.abc import Iterator

from checker.claim import Claim
from checker.relate.clause import last_words
from checker.relate.scene import Scene
from checker.relate.shares.operands import alike, operand, rate_named
from checker.relate.shares.rate_names import named_after
from checker.relate.shares.sanity import ruled_out
from checker.relate.shares.together import share_of
from checker.relate.sorts import own_basis, proportion
from checker.relation import Relation

_SURE = 0.93
_PAIR, _REACH = 2, 4
_DONE = ("已", "实", "完成", "其中", "达到")
_DUE = ("应", "共", "总", "全部", "计划", "预算", "目标", "任务", "受理", "合计", "拟")


def relations(scene: Scene) -> Iterator[Relation]:
    """Of two amounts of a kind alone in the bracket, the one that the rate is named after, or that is said to be done, over the other."""
    for rate in scene.prose:
        if not proportion(rate) or rate.quantity.hedge or not rate.tail.startswith(("(", "（")) or own_basis(scene.document.words, rate):
            continue
        told = [c for c in scene.after(rate, _REACH) if "paren" in c.cues]
        if len(told) != _PAIR or told[0].index != rate.index + 1 or not all(operand(c) for c in told) or rate_named(scene, rate)[1]:
            continue
        for top, bottom in (told, told[::-1]):
            if alike(scene, top, bottom) and _done(scene, rate, top, bottom) and not ruled_out(rate, (top,), bottom):
                yield share_of(scene, rate, (top,), bottom, ("share", rate.index), _SURE)


def _done(scene: Scene, rate: Claim, top: Claim, bottom: Claim) -> bool:
    """Whether the words of one make it what was done, and those of the other what there was to do."""
    root = named_after(rate)[1]
    above, below = (last_words(c).lstrip("(（") for c in (top, bottom))
    words = scene.rules.wording
    done = bool(root) and root in above and not above.endswith(words["undone"]) or above.startswith((*_DONE, *words["came_of_it"]))
    due = any(word in below for word in _DUE) or bool(root) and root not in below
    return done and due and not above.startswith(("应", "未", "共")) and not (below.startswith(_DONE) and root not in above)
