"""Which amount and which count a mean is likeliest of: those that its words name, in its own sentence, and nearest to it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.claim import Claim
from checker.relate.likeness import coverage, label, told
from checker.relate.means.divisors import Divisor
from checker.relate.scene import Scene
from checker.relate.sorts import countable
from checker.relate.topic import last_clause

_REACH = 16
_CLOSE = 2
_PAID = re.compile(
    "^[，、]?(?:，|即|计|共计?|合计|总计|应?需|兑付|兑现|发放|支付|拨付|下达|安排|补助|补贴|奖补|奖励|补偿|给予|资金|金额|经费|费用|款|为|约){1,8}$"
)
_GRANTED = re.compile("补贴|补助|奖补|奖励|补偿|资助|减免|补差")
_COST = re.compile("投资|购买|造价|费用|保费|收入|产值|总价|成本|货款|销售|贷款|营业|工资|租金")
_IN_ALL = ("合计", "共计", "总计", "共", "总额")
_ADDED = ("新增", "新登记", "新设", "新建", "新开", "新改建", "改造", "净增")


def ranked(scene: Scene, mean: Claim, per: Divisor, claims: Sequence[Claim]) -> list[Claim]:
    """Candidates, likeliest first: of the mean's own sentence before others, what the words name, the whole of a list before its parts,
    then the nearest."""
    return sorted(claims, key=lambda claim: _rank(scene, mean, per, claim))


def _rank(scene: Scene, mean: Claim, per: Divisor, claim: Claim) -> tuple[bool, bool, bool, float, bool, bool, bool, int]:
    own = [c.index for c in scene.before(mean, _REACH) if c.sentence == mean.sentence and c.measure == "mean"]
    listed = claim.index in scene.container and scene.container[claim.index].sentence == mean.sentence
    return (
        claim.sentence != mean.sentence,
        bool(own) and claim.index < own[0],
        not calculated(claim),
        -covered(scene, per.said, claim),
        claim.measure == "change",
        claim.clause != mean.clause,
        listed or added(per.said, claim),
        abs(claim.index - mean.index),
    )


def calculated(claim: Claim) -> bool:
    """按…计算, 以…为基数: the figure is said to be what the other was computed from."""
    if claim.lead.endswith("(即"):
        return True
    return ("按" in claim.lead or "以" in claim.lead) and claim.tail[:6].startswith(("计算", "测算", "估算", "为基数", "口径", "人口计"))


def covered(scene: Scene, said: str, *claims: Claim) -> float:
    """How much of what else the mean's words say comes back in the words around these figures."""
    return coverage(said, *(label(scene, claim) for claim in claims))


def topic(scene: Scene, claim: Claim) -> str:
    """The name of a count, or of the one before it that it is joined to: 接待74批次、612人次."""
    if claim.name or claim.lead.strip("、 "):
        return claim.name
    return next((other.name for other in scene.before(claim, 1)), "")


def added(said: str, top: Claim) -> bool:
    """Whether the amount was newly added while the mean is not said to be of what was added."""
    return bool(told(said)) and any(word in top.lead[-12:] and not set(word) & set(said) for word in _ADDED)


def among_others(scene: Scene, per: Divisor, top: Claim, bottom: Claim) -> bool:
    """卫生院38家、卫生室412家，卫生人员4120人，院均: whether a count told by its noun is joined to others, whose the amount may be too."""
    near = [(c, c) for c in scene.after(bottom, 1)] + [(c, bottom) for c in scene.before(bottom, 1)]
    joined = (c for c, later in near if later.lead[:1] in ("、", "和") and c is not top and countable(c))
    return bool(per.called) and next(joined, None) is not None


def other_matter(mean: Claim, top: Claim) -> bool:
    """每户奖补1200元，总投资1860万元: what is granted is no part of what all cost by so many, nor the other way round."""
    one, other = last_clause(mean.lead), last_clause(top.lead)
    sides = [(_GRANTED.search(words) is not None, _COST.search(words) is not None) for words in (one, other)]
    return sides in ([(True, False), (False, True)], [(False, True), (True, False)])


def together(mean: Claim, top: Claim) -> bool:
    """户均投入3.6万元，合计1.8亿元: the total that follows a mean is of the same."""
    if other_matter(mean, top) or top.clause != mean.clause or not 0 < top.index - mean.index <= _CLOSE:
        return False
    return "total" in top.cues and top.index == mean.index + 1 or any(word in last_clause(top.lead) for word in _IN_ALL)


def paid_out(scene: Scene, mean: Claim, top: Claim) -> bool:
    """改造1240户，每户1500元，共186万元: whether an amount right behind a price has no words but those for what it comes to, and the price
    is the only one of the sentence and of no month."""
    plain = top.index == mean.index + 1 and top.clause == mean.clause and _PAID.match(top.lead) is not None
    before = (c for c in scene.before(mean, _REACH) if c.sentence == mean.sentence and c.quantity.dimension == mean.quantity.dimension)
    others = (c for c in before if c.measure == "mean" or "each" in c.cues)
    return plain and "月" not in last_clause(mean.lead) and next(others, None) is None


def first(scene: Scene, mean: Claim, per: Divisor, claims: Sequence[Claim]) -> bool:
    """Whether the words single out the first of the candidates."""
    if len(claims) == 1 or calculated(claims[0]) or together(mean, claims[0]):
        return True
    one, other = (_rank(scene, mean, per, claim) for claim in claims[:2])
    return one[:-1] < other[:-1]
