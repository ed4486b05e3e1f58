"""Names that leave nothing out: the members of a closed set, what excludes one another, variants of one noun."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.claim import Claim
from checker.rules import Rules

_PAIR = 2
_ELSE = re.compile("(?:其他|其它)[一-鿿]{0,2}$")


def complementary(names: Sequence[str]) -> bool:
    """Whether two names exclude one another and leave nothing out: 居民用气 and 非居民用气, 合格 and 不合格, 甲 and 乙及其他, 其他."""
    if names and _ELSE.search(names[-1]):
        return True
    return len(names) == _PAIR and any(one and other.endswith(("非" + one, "不" + one, "未" + one)) for one, other in (names, names[::-1]))


def parallel(names: list[str]) -> bool:
    """Whether the names are variants of one noun: 县道、乡道、村道; 高温库、低温库."""
    if len(names) < 2 or not all(names):
        return False
    return len({name[-1] for name in names}) == 1 or len({name[0] for name in names}) == 1 and len({len(name) for name in names}) == 1


def partition(rules: Rules, names: Sequence[str], bare: bool = False) -> bool:
    """Whether the names carry the members of a closed set (省级、市级、县级), each once; `bare` names are nothing else."""
    for key, words in rules.wording.classes.items():
        if len(words) == len(names) and key.startswith("partition:") and all(any(word in name for name in names) for word in words):
            return not bare or set(words) == set(names)
    return False


def abbreviated(whole: Claim, names: Sequence[str]) -> bool:
    """猪牛羊禽肉总产量a。其中：猪肉b；牛肉c；羊肉d；禽肉e: the whole names its parts by what tells each from the others."""
    alike = len(names) > _PAIR and all(len(name) == _PAIR for name in names) and len({name[-1] for name in names}) == 1
    return alike and "".join(name[0] for name in names) + names[0][-1] in whole.lead
