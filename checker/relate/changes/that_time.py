"""The percentage of the very time that points are measured from, told beside them: 较1—4月回落0.5个百分点；1—4月增长6.9%."""

from __future__ import annotations

import re

from checker.claim import Claim
from checker.relate.scene import Scene
from checker.relate.topic import bare, last_clause

_COMPARED = re.compile("(?<![占同环之对百无相])[比较](?P<time>[^，;()]{2,14})")
_TIME = re.compile(
    "(?:[0-9]{4}年)?(?:[0-9]{1,2}(?:[—~～-][0-9]{1,2})?月份?|[一二三四]季度|前三季度|[上下]半年|前[0-9]{1,2}个月)(?:末|底)?"
    "|[0-9]{4}年(?:末|底|度)?|[上去前]年(?:同期|同月|同季|全年|末|底)?|上月末?|上个月|上季度?末?|上期|年初|前一?月"
)
_SHORT = 4


def told_of_it(scene: Scene, points: Claim, other: Claim, now: Claim) -> bool:
    """Whether the clause of a percentage opens with the time that the points are measured from, and names nothing but what has moved."""
    said = _COMPARED.search(last_clause(points.lead))
    time = _TIME.match(said["time"]) if said is not None else None
    words = last_clause(other.lead).lstrip("(").removeprefix("而")
    if time is None or other.quantity.dimension != "fraction" or not words.startswith(time.group()):
        return False
    rest = words[len(time.group()) :]
    if _TIME.match(rest) or len(rest) > _SHORT + len(now.name):
        return False
    for word in (*_longest(scene), now.name):
        rest = rest.removesuffix(word) if word else rest
    return not bare(scene, rest.rstrip("为是达仅约")) and other.measure == now.measure


def _longest(scene: Scene) -> list[str]:
    words = scene.rules.wording
    return sorted((*words["increase"], *words["decrease"], *words["rate_up"], *words["rate_down"]), key=len, reverse=True)
