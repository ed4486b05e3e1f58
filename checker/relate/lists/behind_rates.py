"""Closed sets that no word opens, behind the growth of their whole: 营收t，增长8.4%，主营业务收入a，其他业务收入b."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.claim import Claim
from checker.relate.clause import alike, apiece, coordinated, last_words
from checker.relate.lists.closed import partition
from checker.relate.lists.members import joints
from checker.rules import Rules

_PAIR = 2
# who told how much a whole grew goes on with what it is made of where the names leave nothing out
_TOLD = 0.95
_MARKS = "、和及与，;"
# what follows is of a part, told in turn, so much for each, or compared
_NARROWER = re.compile("其中|分别|依次|人均|户均|平均|每|[比较]")
# nothing but its noun and a mark stands behind the last one (not 均来自新产品), and nothing is left out
_ENDS = re.compile("[一-鿿]{0,4}(?:[，。；;(（]|$)(?!(?:不含|不包括|不计|另有?|其中不|尚有|还有))")
_SAID = re.compile("[均都皆已未来用]")
_FROM = re.compile("(?:来源|构成|组成|分布)[^，。；;:]{0,6}:")
_GAP = re.compile("顺差|逆差|差额")
_OF_GAPS = "差"


def set_behind(sentence: Sequence[Claim], position: int, run: Sequence[Claim], rules: Rules) -> float:
    """How sure it is that figures are the parts of the last amount before them, where only its own rates stand between: the
    members of a closed set, each told by its name alone. 0 if they are not."""
    at = next((at for at in range(position - 1, -1, -1) if not _rate(sentence[at])), -1)
    if at < 0 or len(run) < _PAIR or not joints(sentence, run) <= {"，", ";", "、"}:
        return 0.0
    whole, head = sentence[at], run[0]
    if at == position - 1 or not _holds(sentence, at, head) or whole.modality != head.modality:
        return 0.0
    names = [last_words(part).lstrip(_MARKS) for part in run]
    plain = not any(_NARROWER.search(part.lead) or "paren" in part.cues for part in run)
    plain = plain and (end := _ENDS.match(run[-1].tail)) is not None and _SAID.search(end.group()) is None
    return _TOLD if plain and partition(rules, names) and not no_whole(rules, whole, run) else 0.0


def no_whole(rules: Rules, whole: Claim, run: Sequence[Claim]) -> bool:
    """Whether the name of a figure says that those behind it are none of its parts: 省级a，市级b，县级c are of one set;
    顺差t，出口a，进口b: the difference of two sides, which are no differences."""
    if _GAP.search(last_words(whole)) and not any(_OF_GAPS in last_words(part) for part in run):
        return True
    return "其中" not in run[0].lead and partition(rules, [whole.name, *(part.name for part in run)])


def _rate(claim: Claim) -> bool:
    """Whether a figure tells how the one before it grew or what share it is: ，同比增长8.4%, (增长8.4%), ，占全市的12%."""
    return claim.quantity.dimension in ("fraction", "point") and claim.lead.startswith(("，", "(", "、")) and "其中" not in claim.lead


def _holds(sentence: Sequence[Claim], at: int, head: Claim) -> bool:
    whole = sentence[at]
    series = at > 0 and whole.lead.startswith("，") and any(alike(head, c) for c in sentence[max(0, at - _PAIR) : at])
    plain = alike(head, whole) and not apiece(whole) and not coordinated(whole) and "paren" not in whole.cues
    first = "中，" in whole.lead or _FROM.search(whole.lead) is not None  # 资金来源为:中央a(占20%)，省级b，市县c
    return plain and not series and not first and not whole.quantity.hedge and not _NARROWER.search(last_words(whole))
