"""The lowest, the mean and the highest of one thing, in that order: 均价8.14元（最低7.94元，最高8.36元）."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from checker.claim import Claim
from checker.interval import Interval
from checker.relate.scene import Scene
from checker.relate.topic import last_clause
from checker.relation import Relation, Term, term

_LOW, _HIGH = re.compile("最[低小少]"), re.compile("最[高大多]")
_MEAN = re.compile("均价|平均|均值|每股均|加权均")
# 最低收购价 and 最高限价 are set by somebody, and no extremes of what was found
_SET = re.compile("限价|限额|收购价|标准|工资|生活保障|要求|不得|不超|不低|控制|投标|补[助贴]|奖")
# 最高的甲县518公斤，最低的乙县337公斤
_OF_PLACE = re.compile("最[低小少高大多]的[^，]{0,8}$")
_FILL = "的为是达仅约即则有分别(、，和与及至：: "
_REACH = 3
_ORDER, _STATED = 0.95, 0.94


def relations(scene: Scene) -> Iterator[Relation]:
    """Every lowest and highest figure told side by side, and the mean told before or behind them in the sentence."""
    for sentence in scene.sentences:
        for one, other in pairwise(sentence):
            ends = _extremes(one, other)
            if ends is not None:
                mean = _mean(sentence, one, other)
                if mean is not None:
                    terms = [term("whole", mean), *(_plain("part", end) for end in ends)]
                    yield scene.relation("mean-between-extremes", terms, ("extremes", one.index), _STATED)
                else:
                    terms = [_plain("last", ends[1]), _plain("first", ends[0])]
                    yield scene.relation("extremes-in-order", terms, ("extremes", one.index), _ORDER)


def _plain(role: str, claim: Claim) -> Term:
    """最低7.94元 found on the market is 7.94元, not as much or more."""
    quantity = claim.quantity
    return Term(role, Interval.around(quantity.value, quantity.step / 2), claim)


def _words(claim: Claim) -> str:
    """The clause of a figure, the superlative before its number among them."""
    return last_clause(claim.lead + re.split(r"\d", claim.quantity.text)[0]).strip(_FILL)


def _extremes(one: Claim, other: Claim) -> tuple[Claim, Claim] | None:
    """Two neighbours whose words say lowest and highest of one thing."""
    if one.quantity.dimension != other.quantity.dimension or one.measure != other.measure or one.measure in ("rate", "points", "change"):
        return None
    if one.quantity.high is not None or other.quantity.high is not None or min(one.direction, other.direction) < 0:
        return None
    first, second = _words(one), _words(other)
    if _SET.search(first + second) or not _same(first, second):
        return None
    for low, high, words in ((one, other, (first, second)), (other, one, (second, first))):
        if _LOW.search(words[0]) and _HIGH.search(words[1]) and not _HIGH.search(words[0]) and not _LOW.search(words[1]):
            return low, high
    return None


def _same(first: str, second: str) -> bool:
    """最高成交价 and 最低: what the words add to the superlatives is one thing, or nothing with the second."""
    one, other = (re.sub("最[低小少高大多]", "", words).strip(_FILL) for words in (first, second))
    if _OF_PLACE.match(first) and _OF_PLACE.match(second):
        return True
    return not other or one.endswith(other) or other.endswith(one)


def _mean(sentence: list[Claim], one: Claim, other: Claim) -> Claim | None:
    """The nearest figure of the unit called a mean, with none of the unit between."""
    first, last = sentence.index(one), sentence.index(other)
    for side in (sentence[max(0, first - _REACH) : first][::-1], sentence[last + 1 : last + 1 + _REACH]):
        near = next((c for c in side if c.quantity.dimension == one.quantity.dimension), None)
        words = last_clause(near.lead) if near is not None else ""
        if near is not None and near.modality == "result" and _MEAN.search(words) and not re.search("最[低小少高大多]|[比较超高低]", words):
            return near
    return None
