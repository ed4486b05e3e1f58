"""What the three sorts of activity and the exchange rate made of the cash:
经营、投资、筹资活动净额分别为a、-b、-c，汇率变动影响d，现金净增加e."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.claim import Claim
from checker.interval import Interval
from checker.relate.clause import last_words
from checker.relate.scene import Scene
from checker.relate.sorts import one_scale
from checker.relation import Relation, Term

_BACK, _SENTENCES = 16, 3
_SORTS = {"经营": "operating", "投资": "investing", "筹资": "financing", "融资": "financing"}
_ACTIVITY = re.compile("(经营|投资|筹资|融资)(?:性|活动|(?=$|[、和及]))")
# what of a flow is left when the other side of it is taken off
_NET = re.compile("净额|净流|净现金流|净(?:收|支)|净[增减]")
_RATE = re.compile("汇率|汇兑|外币折算")
_CASH = re.compile(
    "(?:现金及(?:现金)?等价物|现金|货币资金|现金流)(?:余额)?(?:[较比](?:年初|上年末)|全年|本期)?"
    "净(?:增加|减少|增长|流入|流出|增|减)额?(?:约?为)?$"
)
_OUT = re.compile("净(?:流出|支出|减少|减)|减少(?:现金)?$")
_THREE = 3
# All three net flows, the exchange effect and what became of the cash: one sum in every published text.
_TOLD, _UNTOLD = 0.95, 0.5


def relations(scene: Scene) -> Iterator[Relation]:
    """Every net increase of cash with the net flow of each activity told before it, and what the exchange rate did."""
    for sentence in scene.sentences:
        for whole in sentence:
            if _moving(whole) and _CASH.search(last_words(whole)) and _ACTIVITY.search(last_words(whole)) is None:
                yield from _made(scene, whole)


def _moving(claim: Claim) -> bool:
    return claim.quantity.dimension == "money" and claim.measure in ("level", "change") and claim.modality == "result"


def _made(scene: Scene, whole: Claim) -> Iterator[Relation]:
    """The nearest net flow of every sort, each of them once."""
    near = [c for c in scene.before(whole, _BACK) if whole.sentence - c.sentence < _SENTENCES][::-1]
    told: dict[str, Claim] = {}
    for at, claim in enumerate(near):
        sort = _sort(near, at) if _moving(claim) and "paren" not in claim.cues else ""
        if sort in told:
            return  # two periods, or two companies
        if sort:
            told[sort] = claim
    flows = [told[sort] for sort in dict.fromkeys(_SORTS.values()) if sort in told]
    if len(flows) < _THREE or not all(one_scale(whole, c) for c in flows):
        return
    terms = [Term("whole", _signed(whole), whole), *(Term("part", _signed(c), c) for c in flows)]
    if "rate" in told:
        terms.append(Term("part", _signed(told["rate"]), told["rate"]))
    yield scene.relation("parts-of-whole", terms, ("cash", whole.index), _TOLD if "rate" in told else _UNTOLD)


def _sort(near: Sequence[Claim], at: int) -> str:
    """Of which activity a figure is the net flow, 'rate' for what the exchange rate did, '' for another figure."""
    claim = near[at]
    words = last_words(claim)
    if _RATE.search(words):
        return "rate"
    start = at
    while start and near[start].lead in ("、", "和", "及", "，") and "respectively" in near[start].cues:
        start -= 1
    if start < at or "respectively" in claim.cues:
        net = _NET.search(near[start].lead) is not None
        return _named(claim.name) if net else ""
    if not _NET.search(words):
        return ""
    if words.rstrip("约为是") in ("净额", "净流入", "净流出"):
        # 经营活动现金流入a、流出b，净额c
        before = next((c for c in reversed(near[:at]) if _ACTIVITY.search(c.lead)), None)
        return _named(last_words(before)) if before is not None and before.clause == claim.clause else ""
    return _named(words)


def _named(words: str) -> str:
    found = _ACTIVITY.findall(words)
    return _SORTS[found[0]] if len(set(found)) == 1 else ""


def _signed(claim: Claim) -> Interval:
    """The figure, below zero where the words say that cash went."""
    out = _OUT.search(last_words(claim)) is not None or claim.measure == "change" and claim.direction < 0
    return -claim.quantity.interval if out and claim.quantity.value > 0 else claim.quantity.interval
