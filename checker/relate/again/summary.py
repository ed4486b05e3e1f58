"""What a summary says ahead of the body that says it again."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby

from checker.claim import Claim
from checker.relate.again.milestones import of_each
from checker.relate.again.namesakes import Namesakes, called, one_frame
from checker.relate.scene import Scene

_FEWEST_DIGITS = 2
# so many other figures of one passage must come again as they are before one that does not is held to its namesake
_COMES_AGAIN = 2
_NAME, _LONG_NAME = 3, 5
_NEAR = 4
# a list of more items sums up nothing
_MOST_ITEMS = 10
# what a change is measured from, where it is not the year before
_SINCE = re.compile(
    "(?P<opening>年初|[上去]年末|[上去]年底)|(?P<before>环比|[上前][月周旬季]|上期|时|日|月)"
    "|(?P<plan>目标|计划|预算|进度)|(?P<other>快于|高于|低于|慢于|高出)"
)
# what is done with an amount is no amount that there is
_ACT = re.compile("(?:累计|新)?(?:处置|清收|核销|化解|压降|压减|偿还|新增|增加|发放|投放|提取|减少)")
_TIMES = ("time", "year", "month")
_Pair = tuple[Claim, Claim]


def retold(scene: Scene) -> list[_Pair]:
    """Pairs (said first, said again) of figures that one passage tells ahead of the others or once more behind them, and of what is said to
    have changed with them: of one thing and time, each with a single namesake. A passage is a summary where two others of its figures come
    again (one, where the figure is rounded in words, or surely of the same thing and no other differs), and no more than a third do not."""
    stated = [claim for claim in scene.prose if _stated(claim) and not of_each(scene, claim)]
    known, passage = Namesakes(scene, stated), _passages(scene)
    ahead: dict[int, list[_Pair]] = defaultdict(list)
    behind: dict[int, list[_Pair]] = defaultdict(list)
    for claim in stated:
        others = [c for c in known.of(claim) if passage[c.block] != passage[claim.block]]
        later, earlier = [c for c in others if c.index > claim.index], [c for c in others if c.index < claim.index]
        listed = scene.document.blocks[claim.block].kind == "item"
        if _one_value(later) and _one_name(claim, later[0]) and (not listed or _ends(claim, later[0])):
            ahead[passage[claim.block]].append((claim, later[0]))
        if _one_value(earlier) and _one_name(earlier[-1], claim) and _mutual(known, earlier[-1], claim):
            behind[passage[claim.block]].append((earlier[-1], claim))
    answer = {(f.index, a.index): (f, a) for pairs in (*ahead.values(), *behind.values()) for f, a in _believed(scene, pairs)}
    answer |= {(f.index, a.index): (f, a) for f, a in _with(scene, list(answer.values()))}
    return list(answer.values())


def _with(scene: Scene, pairs: Iterable[_Pair]) -> Iterator[_Pair]:
    for pair in pairs:
        if _agrees(*pair):
            yield from _moved(scene, *pair)


def _believed(scene: Scene, pairs: list[_Pair]) -> list[_Pair]:
    """The pairs of one passage, if enough of them agree and few do not."""
    pairs = _alone(pairs)
    same = sum(_agrees(first, again) for first, again in pairs)
    unlike = sum(_differ(first, again) for first, again in pairs)
    if unlike > max(1, same // 3):
        return []
    sure = [pair for pair in pairs if _rough(scene, pair[0]) or not unlike - _differ(*pair) and _one_for_sure(*pair)]
    return [pair for pair in pairs if same - _agrees(*pair) >= (1 if pair in sure else _COMES_AGAIN)]


def _passages(scene: Scene) -> list[int]:
    """For each block the first of its passage: the items of a list that is not too long are one."""
    answer: list[int] = []
    for kind, run in groupby(enumerate(scene.document.blocks), key=lambda block: block[1].kind):
        numbers = [number for number, _ in run]
        together = kind == "item" and len(numbers) <= _MOST_ITEMS
        answer += [numbers[0]] * len(numbers) if together else numbers
    return answer


def _mutual(known: Namesakes, first: Claim, again: Claim) -> bool:
    return _ends(first, again) and again in known.of(first)


def _ends(one: Claim, other: Claim) -> bool:
    """Whether two are of one indicator, or the longer name ends as the shorter or in the same frame: 东港指数收盘 is no 西港指数收盘,
    已累计回购股份 is 通过竞价累计回购股份."""
    shorter, longer = sorted((one.name, other.name), key=len)
    return one_frame(shorter, longer) or longer.endswith(shorter[-_LONG_NAME:]) or bool(one.indicator) and one.indicator == other.indicator


def _one_name(one: Claim, other: Claim) -> bool:
    """处置不良贷款 is no 不良贷款余额, for all that the indicator is."""
    return (_ACT.match(called(one)) is None) == (_ACT.match(called(other)) is None)


def _one_value(claims: list[Claim]) -> bool:
    return bool(claims) and all(c.quantity.interval.meets(claims[0].quantity.interval) for c in claims[1:])


def _moved(scene: Scene, first: Claim, again: Claim) -> Iterator[_Pair]:
    """总诊疗235.68万人次，同比增6.4%; 总诊疗2356784人次，上年2214530人次，增幅6.4%: how much each of two that are one is said to have
    changed, since the same time."""
    here, there = (list(_changes(scene, claim)) for claim in (first, again))
    for change in here:
        alike = [c for c in there if _sort_of(c) == _sort_of(change)]
        if len(alike) == 1 and sum(_sort_of(c) == _sort_of(change) for c in here) == 1:
            yield change, alike[0]


def _changes(scene: Scene, claim: Claim) -> Iterator[Claim]:
    for after in scene.after(claim, _NEAR):
        if not _of_it(after, claim):
            return  # 收入超38亿元，固定资产投资增长逾7%
        if after.measure in ("rate", "points", "change") and "part" not in after.cues:
            if not after.average and not after.name.startswith("占") and after.quantity.value:
                yield after
        elif after.modality != "base" or set("；;") & set(after.lead):
            return


def _of_it(after: Claim, claim: Claim) -> bool:
    """Whether a figure behind another is named as that is, or not at all."""
    return not after.indicator or not claim.indicator or after.indicator == claim.indicator


def _sort_of(claim: Claim) -> tuple[str, str, int, str]:
    since = _SINCE.search(claim.lead)
    return claim.measure, claim.quantity.dimension, claim.direction, since.lastgroup or "" if since is not None else ""


def _differ(first: Claim, again: Claim) -> bool:
    return not first.quantity.interval.meets(again.quantity.interval)


def _one_for_sure(first: Claim, again: Claim) -> bool:
    """Whether both are of one stretch of time, and of one indicator or called alike at length."""
    short = min(len(first.name), len(again.name))
    alike = first.indicator == again.indicator and short >= _NAME if first.indicator else first.name == again.name and short >= _LONG_NAME
    return alike and first.measure != "mean" and first.period is not None and first.period == again.period


def _rough(scene: Scene, claim: Claim) -> bool:
    """近4亿元, 6900余万元, 126毫米左右: rounded on purpose, as a summary does, and no bound that a rule sets."""
    text = claim.quantity.text
    said = text.startswith(scene.rules.wording["milestone"]) or "余" in text or text.endswith("左右")
    return bool(claim.quantity.hedge) and said and not text.startswith(("不", "超过"))


def _stated(claim: Claim) -> bool:
    said = claim.measure in ("level", "mean", "rate", "share", "change") and claim.modality == "result"
    # 平均住院日 is known by its name
    timeless = claim.quantity.dimension not in _TIMES or claim.quantity.dimension == "time" and bool(claim.indicator)
    return said and bool(claim.quantity.value) and claim.quantity.ratio is None and timeless


def _alone(pairs: list[_Pair]) -> list[_Pair]:
    """Without those whose second figure two different ones of the passage could mean."""
    meant: dict[int, list[Claim]] = defaultdict(list)
    for first, again in pairs:
        meant[again.index].append(first)
    return [(f, a) for f, a in pairs if all(f.quantity.interval.meets(o.quantity.interval) for o in meant[a.index])]


def _agrees(first: Claim, again: Claim) -> bool:
    told = (again,) if first.quantity.hedge else (first, again)
    telling = all(len(c.quantity.numeral.mantissa.as_tuple().digits) >= _FEWEST_DIGITS for c in told if c.quantity.numeral)
    return telling and first.quantity.interval.meets(again.quantity.interval)
