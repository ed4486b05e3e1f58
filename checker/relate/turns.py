"""Members told in turn (分别, 依次) of whom the words say that they are all there are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.claim import Claim
from checker.relate.clause import full_lead
from checker.rules import Rules

_CLASSES = "类|级|个|项|年|区|市|县|批|期|轮|档|段|者|地|种|镇|乡|村|校|家|座|条|线|部分|季度|阶段|标段"
_EACH = re.compile(rf"(?:^|[，,])(?:上述|以上|这)?(?:各[^，。；、;]{{1,4}}|[两三四五六七八九十2-9](?:{_CLASSES})).{{0,10}}(?:分别|依次)")
# what bands are bands of
_MEASURES = frozenset({"month", "year", "time", "age", "number", "money", "fraction"})


def all_of_a_class(rules: Rules, sentence: Sequence[Claim], head: Claim, count: int) -> bool:
    """三类水库依次为, 各年分别投入: who is spoken of are all the members of a class, or as many as the list has, or bands that leave
    nothing out (1年以内、1至2年、2年以上的分别为)."""
    position = head.index - sentence[0].index
    if _EACH.search(full_lead(sentence, position)) is not None or _banded(rules, sentence[:position], head, count):
        return True
    before = sentence[position - 1] if position else None
    if before is None or any(mark in head.lead for mark in "，、；;"):
        return False
    beside = before.quantity.dimension.startswith("count:") and before.lead.strip("，,") in ("", "上述", "以上", "这", "前")
    return beside and before.quantity.exact and before.quantity.value == count


def _banded(rules: Rules, before: Sequence[Claim], head: Claim, count: int) -> bool:
    near = before[-2 * count :]
    words = "".join(c.lead + c.quantity.text for c in near) + head.lead
    measured = any(c.quantity.dimension in _MEASURES for c in near) and words.count("、") >= count - 1
    return measured and all(any(word in words for word in rules.wording[end]) for end in ("band_below", "band_above"))
