"""How many of a number of things went which way: 八大类价格中，六类上涨、一类持平、一类下降; 70个城市中，上涨的48个，下降的22个."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.claim import Claim
from checker.relate.clause import last_words
from checker.relate.scene import Scene
from checker.relation import Relation, Term

_WAYS = (
    ("up", "上涨|上升|增长|增产|增收|提高|提升|加快|回升|扩大|增加|改善|走高"),
    ("flat", "持平|不变|稳定|与上[年月]相同"),
    ("still", "停产|停工|停业|停建|未开工"),
    ("down", "下降|下跌|减产|减收|回落|放缓|下滑|减少|降低|缩小|恶化|走低|负增长"),
)
_BEFORE = "[^，。；、;:(]{0,6}?(?:同比|环比|价格|有所|保持|出现|呈|均|比上[年月]){0,3}"
_SIDES = (("over", "高于|优于|好于|高出"), ("under", "低于|不及|落后于"), ("gain", "盈利"), ("loss", "亏损"))
_TAIL = tuple((way, re.compile(f"{_BEFORE}(?:{words})")) for way, words in (*_WAYS, *_SIDES))
_LEAD = tuple((way, re.compile(rf"(?:{words})的?[^，。；、;:(]{{0,6}}有?$")) for way, words in _WAYS)
_AMONG = re.compile("[^，。；;:]{0,24}[中里](?:面)?[，,]?|[^，。；、;:]{0,12}[，:]$")
_PAIR, _ALL = 2, 3
# Up, level and down leave nothing out; of two of them, as of above and below a mark, the third may be silent.
_TOLD, _TWO = 0.94, 0.6


def relations(scene: Scene) -> Iterator[Relation]:
    """Every row of counts that each tell another direction, against the count right before of which 中 says that they are some."""
    for sentence in scene.sentences:
        for position in range(1, len(sentence)):
            whole, run = sentence[position - 1], _run(sentence, position)
            if len(run) >= _PAIR and _counts(whole, run[0]) and _AMONG.match(whole.tail) and not _way(whole):
                # 下降19个 counts what fell and is no fall itself
                terms = [Term("whole" if claim is whole else "part", claim.quantity.interval, claim) for claim in (whole, *run)]
                closed = len(run) == _ALL or {_way(claim) for claim in run} == {"gain", "loss"}
                yield scene.relation("parts-of-whole", terms, ("ways", run[0].index), _TOLD if closed else _TWO)


def _way(claim: Claim) -> str:
    for way, pattern in _TAIL:
        if pattern.match(claim.tail):
            return way
    said = last_words(claim)
    return next((way for way, pattern in _LEAD if pattern.search(said)), "")


def _counts(one: Claim, other: Claim) -> bool:
    """八大类 and 六类, 70个 and 48个: whether both count by one counter."""
    first, second = one.quantity, other.quantity
    counted = first.dimension.startswith("count:") and second.dimension.startswith("count:") and first.exact and second.exact
    same = first.dimension == second.dimension or (first.unit or "").endswith(second.unit or " ")
    return counted and same and "paren" not in one.cues and one.clause == other.clause


def _run(sentence: Sequence[Claim], position: int) -> list[Claim]:
    run: list[Claim] = []
    ways: set[str] = set()
    for claim in sentence[position : position + _ALL + 1]:
        way = _way(claim)
        if not way or way in ways or run and not _counts(run[0], claim):
            # one more of a way that was told (六类上涨，其中一类…) is no row of its own
            return [] if run and _counts(run[0], claim) else run
        run.append(claim)
        ways.add(way)
    return run
