"""Growth of a whole without one of its parts: 扣除房地产后增长9.2% lies on the other side of the growth of the whole than that part's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.claim import Claim
from checker.relate.scene import Scene
from checker.relate.topic import alike, last_clause
from checker.relation import Relation, term

_LEFT_OUT = re.compile("(?:扣除|剔除|除去|除开|若不含|如不含|不考虑)(?P<part>[^，。；:、]{2,16}?)(?:之?后|之?外|以外)?(?:，|$)")
# 扣除价格因素 is no part
_NO_PART = re.compile("价格|物价|因素|影响|汇率|季节|基数|通胀|不可比|税|费用")
_NEAR = 16
_STATED = 0.93


def relations(scene: Scene) -> Iterator[Relation]:
    """For every rate behind such words the rates of the part and of the whole told before in the paragraph."""
    for claim in scene.prose:
        if claim.measure == "rate" and not claim.average:
            said = _LEFT_OUT.search(claim.lead)
            part = re.sub("同比|增长|下降", "", said["part"]) if said is not None else ""
            if part and not _NO_PART.search(part):
                yield from _between(scene, claim, part)


def _between(scene: Scene, rest: Claim, name: str) -> Iterator[Relation]:
    rates = [c for c in scene.before(rest, _NEAR) if c.measure == "rate" and not c.average and "paren" not in c.cues]
    part = next((c for c in rates if _named(scene, name, c)), None)
    own = last_clause(rest.lead)
    wholes = [c for c in rates if c is not part and part is not None and c.index < part.index]
    wholes = [c for c in wholes if c.indicator and c.indicator == rest.indicator or c.name and c.name in own or _bare(own) in c.name]
    if part is None or not wholes or "环比" in wholes[0].lead + part.lead:
        return
    if _bare(own) or wholes[0].sentence == rest.sentence:
        terms = [term("whole", wholes[0]), term("part", part), term("part", rest)]
        yield scene.relation("growth-between-parts", terms, ("without", rest.index), _STATED)


def _named(scene: Scene, name: str, part: Claim) -> bool:
    """Whether a rate is of what is left out, in its own words or in most of them."""
    return alike(scene, name, part) and (part.name not in name or 2 * len(part.name) > len(name))


def _bare(words: str) -> str:
    return re.sub("^(?:全[国省市县区]|我[国省市县区])|同比|其余|其他|仍|则|实现|增长|下降|增速|为|达到|[由转].{0,40}$", "", words)
