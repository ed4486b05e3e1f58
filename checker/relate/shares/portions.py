"""Amounts given as so much per cent of a base: 支付合同总价的30%，即141万元; 按合同价500万元的5%（即25万元）."""

from __future__ import annotations

from collections.abc import Iterator

from checker.claim import Claim
from checker.interval import Interval
from checker.relate.scene import Scene
from checker.relate.sorts import amount, proportion
from checker.relation import Relation, Term, term

_SURE = 0.95
_LONGEST = 12
_SHORTEST = 3
_REACH = 6
_LESSENED = "后的"


def relations(scene: Scene, share: Claim) -> Iterator[Relation]:
    """The amount that 即 joins to a percentage of a base named or stated before."""
    portion = next(scene.after(share, 1), None)
    if portion is None or not amount(portion) or portion.quantity.hedge or share.quantity.hedge:
        return
    behind = next(scene.after(portion, 1), None)
    if behind is not None and proportion(behind) and behind.lead == "的":
        return  # 为年度预算9.2亿元的93.9%，为调整预算8.9亿元的97.1%
    words = portion.lead.lstrip("，,( ")
    if len(words) > _REACH or words.startswith("计收") or not words.startswith(scene.rules.wording["that_is"]):
        return
    for rank, base in enumerate(_bases(scene, share)):
        if scene.same_things(base, portion) and base is not portion:
            # a percentage that is agreed on is exact
            rate = Term("share", Interval.exactly(share.quantity.value), share)
            terms = [term("portion", portion), rate, term("base", base)]
            yield scene.relation("portion-of-base", terms, ("portion", portion.index), _SURE if rank == 0 else 0.5)


def base_name(share: Claim) -> str:
    """What the percentage is of, with the words before it: (支付合同总价)的30%."""
    segment = share.lead[max(share.lead.rfind(mark) for mark in "，、；;:(。") + 1 :].rstrip("约为是 ")
    return segment.removesuffix("的").removesuffix("部分") if segment.endswith("的") else ""


def in_bracket(scene: Scene, share: Claim) -> Claim | None:
    """合同价（扣除暂列金额后为3937万元）的10%: the amount that a bracket between what is named and the percentage gives."""
    previous = next(scene.before(share, 1), None)
    told = previous is not None and amount(previous) and "paren" in previous.cues and previous.tail.startswith(")的")
    return previous if told else None


def _bases(scene: Scene, share: Claim) -> list[Claim]:
    previous = next(scene.before(share, 1), None)
    if (told := in_bracket(scene, share)) is not None:
        return [told]
    name = base_name(share)
    if _LESSENED in name:
        return []  # 扣除暂列金额后的签约合同价的20%: of less than what is so named
    if not name and share.lead == "的" and previous is not None and amount(previous):
        return [previous]
    for length in range(min(len(name), _LONGEST), _SHORTEST - 1, -1):
        named = [c for c in scene.amounts_by_name.get(name[-length:], ())[:40] if c.index < share.index]
        if named:
            return named[-1:-4:-1]
    return []
