"""Members that are stretches of time: 其中1—8月a，9月b; 上半年a、三季度b. They say themselves whether they make up the
whole's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.claim import Claim
from checker.relate.clause import full_lead

_PAIR = 2
_MONTHS = re.compile("(?<![0-9])(1[0-2]|[1-9])(?:月)?(?:—|-|至|～|到)(1[0-2]|[1-9])月|(?<![0-9])(1[0-2]|[1-9])月(?!末|底)(?:份)?")
_NAMED = (
    ("前三季度", (1, 9)),
    ("上半年", (1, 6)),
    ("下半年", (7, 12)),
    ("一季度", (1, 3)),
    ("二季度", (4, 6)),
    ("三季度", (7, 9)),
    ("四季度", (10, 12)),
    ("全年", (1, 12)),
)
# 截至8月底完成: all since the year began
_UNTIL = re.compile("截[至止]([2-9]|1[01])月[底末](?=[一-鿿]{0,6}(?:完成|实现|发放|投入|支出|拨付|征收|新增|累计))")
_FIRST_ONES = re.compile("前([2-9]|1[01]|[两二三四五六七八九十]|十一)个月")
_NUMBERS = ("", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一")
_STOCK = re.compile("余额|库存|结存|末|底|在[册岗校]|同期|比|较")


def in_time(sentence: Sequence[Claim], run: Sequence[Claim], whole: Claim) -> bool:
    """Whether the members are stretches that adjoin and together are as long as the whole's."""
    if len(run) != _PAIR:
        return False
    leads = [full_lead(sentence, part.index - sentence[0].index) for part in run]
    spans = [months(lead) for lead in leads]
    if any(_STOCK.search(lead) for lead in leads) or spans[0] is None or spans[1] is None:
        return False
    (begins, until), (next_one, ends) = sorted((spans[0], spans[1]))
    if next_one != until + 1:
        return False
    own = months(whole.lead)
    length = whole.period.months if whole.period is not None and not whole.period.point else ends - begins + 1
    return own == (begins, ends) if own is not None else length == ends - begins + 1


def months(words: str) -> tuple[int, int] | None:
    """The first and the last month of the last period that some words name."""
    found = list(_MONTHS.finditer(_UNTIL.sub(r"1—\1月", words)))
    if found:
        first, last, alone = found[-1].groups()
        return (int(alone), int(alone)) if alone else (int(first), int(last))
    if since := _FIRST_ONES.search(words):
        count = since.group(1)
        return 1, int(count) if count.isdigit() else _NUMBERS.index(count.replace("两", "二"))
    return next((span for name, span in _NAMED if name in words), None)


def stock(words: str) -> bool:
    """Whether a figure is of a moment, or of another time that it is compared with."""
    return _STOCK.search(_UNTIL.sub("", words)) is not None
