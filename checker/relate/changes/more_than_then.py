"""How much more or less a change is than that of the year before: 比年初增加268.9亿元，上年同期增加232.7亿元，同比多增36.2亿元."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.claim import Claim
from checker.relate.scene import Scene
from checker.relate.topic import last_clause
from checker.relation import Relation, term

_THEN = re.compile("^(?:而)?(?:上年|去年)(?:同期|同月|同季)?(?:则)?(?!末|底)")
_MORE = re.compile("^(?:同比|比上年同期|较上年同期|比去年同期|较去年同期)?[多少](?:增加?|升|投放?|新增)$")
_REACH = 4
_SURE = 0.95


def relations(scene: Scene, sentence: list[Claim], position: int) -> Iterator[Relation]:
    """The two changes told around it, the later one opened by the time before."""
    more, near = sentence[position], sentence[position - 1 : position] + sentence[position + 1 : position + 2]
    if _MORE.match(last_clause(more.lead).rstrip("了约")) is None or more.lead[:1] != "，":
        return
    then = next((c for c in near if _then(c) and scene.same_things(c, more) and c.clause == more.clause), None)
    if then is None:
        return
    begin = min(position, then.index - sentence[0].index)
    ahead = reversed(sentence[max(0, begin - _REACH) : begin])
    now = next((c for c in ahead if c.measure == "change"), None)
    if now is not None and scene.same_things(now, more) and not _then(now) and now.clause == more.clause:
        terms = [term("change", more), term("now", now), term("base", then)]
        yield scene.relation("change-of-levels", terms, ("change", more.index), _SURE)


def _then(claim: Claim) -> bool:
    return claim.measure == "change" and "paren" not in claim.cues and _THEN.match(last_clause(claim.lead)) is not None
