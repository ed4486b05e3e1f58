"""From what time a change is measured, as far as its words and those of a level before it say."""

from __future__ import annotations

import re

from checker.claim import Claim
from checker.relate.scene import Scene
from checker.relate.topic import alike, last_clause, topic_of

_AGAINST = re.compile("(?<![占同环之对百无相])[比较]([一-鿿]{2})")
_FROM_WHEN = re.compile(
    "(?P<opening>年初|[上去]年末|[上去]年底)|(?P<before>环比|[上前][月周旬季]|上期)|(?P<year>同比|[上去]年)"
    "|(?P<then>[比较](?:[0-9]{1,4}[年月日时]){1,4})"
)


def one_base(change: Claim, rate: Claim) -> bool:
    """Whether a change and a rate are from one time: 比年初增加d，同比增长r% are from two."""
    against = [_AGAINST.search(last_clause(claim.lead)) for claim in (change, rate)]
    # 比平均报价高d，比最低报价高r%
    return len({found[1] for found in against if found is not None}) <= 1 and one_time(change, rate)


def one_time(one: Claim, other: Claim) -> bool:
    """Whether the words of two figures tell of one moment that something is measured from, or one of them of none."""
    told = [_FROM_WHEN.search(last_clause(claim.lead)) for claim in (one, other)]
    return None in told or len({found.lastgroup for found in told if found is not None}) == 1


def may_start(base: Claim, moved: Claim) -> bool:
    """比年初增加d(年初b)，比7月末减少e: whether the words that date a level do not date it otherwise than the change is measured."""
    if base.modality == "base" and "paren" not in base.cues:
        return True
    told, since = (_FROM_WHEN.search(last_clause(claim.lead)) for claim in (base, moved))
    if told is None or since is None or told.lastgroup == since.lastgroup:
        return True
    # what is compared 同比 is never the year's beginning; 比上年增加 of a stock may be
    return since.group() != "同比" and since.lastgroup not in ("then", "before")


def of_the_next(sentence: list[Claim], base: Claim) -> bool:
    """提高0.9个百分点，较目标54.5%低0.4个百分点: whether a change stands right behind what is compared with."""
    behind = next((c for c in sentence if c.index == base.index + 1), None)
    moved = behind is not None and behind.measure in ("points", "change", "rate") and "paren" not in base.cues
    return moved and behind is not None and len(behind.lead) > 0 and not set("，;:()") & set(behind.lead)


def behind_a_semicolon(scene: Scene, base: Claim, moved: Claim) -> bool:
    """招生a人，略低于上年的b人；在校生增长r%: whether what moved has a name of its own behind a semicolon, past the level before."""
    return ";" in moved.lead and bool(topic := topic_of(scene, moved)) and not alike(scene, topic, base)
