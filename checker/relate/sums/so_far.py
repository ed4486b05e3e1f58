"""What was done before, what was done now, and all of it together: 截至上年末已投入a，本期投入b，累计投入c; 本年投入b，以前年度投入a，累计
投入c."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.claim import Claim
from checker.relate.clause import alike, last_words
from checker.relate.scene import Scene
from checker.relate.sorts import one_scale, one_thing
from checker.relation import Relation, term

_BACK = 5
_SPAN = 40
_ALL = re.compile("(?:累计|共计|总计|合计|总数(?:达到?|为)?|总量(?:达到?|为)?)[^，、；;比较占]{0,8}$")
_PAST = re.compile(
    "(?:以前|此前|往年|以往|前期|过去|之前|前[一两二三四五六七八九十]{1,3}[年月]|[至到](?:上年|去年|上月|上期|20[0-9]{2}年)(?:末|底|[0-9]{0,2}月底?)?|上年末|上年底|20[0-9]{2}年底?前)"
)
_NOW = re.compile("(?:本年|今年|本期|当年|本月|当月|本季|本轮|报告期|年内|全年|本次|[一二三四]季度|[0-9]{1,2}月(?:份)?)(?!末|底|初)")
_STOCK = re.compile("余额|结余|存量|库存|结存|在[职岗册校]|占")
# Where one figure is of the time before, one of the present, and the next of both, they add up in nearly all published texts.
_TOLD = 0.94


def relations(scene: Scene) -> Iterator[Relation]:
    """Every cumulative figure right behind one of the time before and one of the present."""
    for sentence in scene.sentences:
        for position, total in enumerate(sentence):
            if position > 1 and alike(total, total) and "paren" not in total.cues and _ALL.search(last_words(total)):
                yield from _together(scene, sentence, position)


def _together(scene: Scene, sentence: Sequence[Claim], position: int) -> Iterator[Relation]:
    total = sentence[position]
    dimension = total.quantity.dimension
    near = [c for c in sentence[max(0, position - _BACK) : position] if "paren" not in c.cues and c.quantity.dimension == dimension]
    if len(near) < 2 or any(not alike(total, c) for c in near[-2:]):
        return
    first, second = near[-2:]
    said = {c.index: _said(scene, c) for c in (first, second)}
    past = [c for c in (first, second) if _PAST.search(said[c.index]) and not _NOW.search(_PAST.sub("", said[c.index]))]
    now = [c for c in (first, second) if c not in past and _NOW.search(said[c.index])]
    if len(past) != 1 or len(now) != 1 or any(_STOCK.search(last_words(c)) for c in (first, second, total)):
        return
    fits = all(one_thing(total, c) and one_scale(total, c) and c.clause == total.clause for c in (first, second))
    if fits and total.modality == first.modality == second.modality:
        terms = [term("whole", total), term("part", first), term("part", second)]
        yield scene.relation("parts-of-whole", terms, ("so far", total.index), _TOLD)


def _said(scene: Scene, claim: Claim) -> str:
    """The words of a figure's clause up to it, over the dates in them."""
    text = scene.document.words[max(0, claim.quantity.start - _SPAN) : claim.quantity.start]
    return text[max(text.rfind(mark) for mark in "，。；：,;:\n（(") + 1 :]
