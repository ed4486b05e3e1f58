"""What the words before 占 call the part: 非税收入(占42.2%), and what a bracket behind it says it is made up of: 新能源（风电、光伏）."""

from __future__ import annotations

import re

from checker.claim import Claim

_DATED = re.compile(r"^(?:\d{4}年|上年|全年|年末|年底|期末|目前|现有)(?:末|底)?")
_FILL = re.compile("^(?:合计|共计|分别|其中|两者|所|约|各|均|共|仅|只| )+|(?:合计|共计|分别|其中|两者|所|约|各|均|共|仅|只| )+$")
_MARKS = "，、;:(。"
_COMPOSED = re.compile(r"[(（]([^()（），。；;0-9]{2,40})[)）](?:合计|总计|共|约)?$")
_TOGETHER = re.compile("(?:[两二三四五六]项)?(?:等)?(?:合计|总计|共计|加起来|加总|一共|共|合)?$")
_AND = re.compile("以及|[、和与及+＋加]")
_MOST = 6
_LONGEST = 2
_MEASURES = ("收入", "支出", "部分", "方面", "业务", "投资", "人口", "额", "量", "数", "类", "业")


def own_subject(share: Claim) -> str:
    """What stands before 占 in its clause: 非税收入占42.2%; without what a bracket says it is made up of."""
    lead = share.lead
    at = _verb(lead)
    if at < 0:
        return ""
    before = _COMPOSED.sub("", lead[:at])
    start = max(before.rfind(mark) for mark in _MARKS)
    words = _FILL.sub("", before[start + 1 :])
    # a date alone says that the part is another than the amount before
    return _DATED.sub("", words) or words


def members(share: Claim) -> tuple[str, ...]:
    """The names that stand before 占 for one share of them together: 风电、光伏占, 新能源（风电、光伏）占; () if there are not several."""
    before = share.lead[: max(0, _verb(share.lead))]
    found = _COMPOSED.search(before)
    clause = found.group(1) if found else re.split("[，；;:(。]", before)[-1]
    names = tuple(_FILL.sub("", name) for name in _AND.split(_TOGETHER.sub("", clause)))
    return names if 1 < len(names) <= _MOST and all(len(name) > 1 for name in names) else ()


def no_narrower(subject: str, name: str) -> bool:
    """Whether a name adds to another only what it is measured by: 税收收入 is 税收, but 新单中期交 is less than 新单."""
    return len(subject) - len(name) <= _LONGEST and subject.endswith((name, *_MEASURES))


def _verb(lead: str) -> int:
    return max(lead.rfind("占"), lead.rfind("比重") if "占" not in lead else -1)
