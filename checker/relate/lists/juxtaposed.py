"""Wholes whose words put the names of their parts side by side: 大中型水库 (大型, 中型), 优良天数 (优, 良), 国省道里程 (国道, 省道)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from checker.claim import Claim
from checker.relate.clause import last_words

# one of these before the row makes it longer (大|中小型), and so it does behind it (中小|微; 全市 before a row is a place)
_HEADS = frozenset("大中小微特高初农林牧渔猪牛羊禽新改扩迁东西南北上下优良差超轻重")
_LEVELS = frozenset("国省市县乡村")
_MARK = 2
_NOUN = re.compile("[一-鿿]{0,8}")


def juxtaposed(whole: Claim, names: Sequence[str]) -> bool:
    """Whether the words of a whole are the names of all parts in a row, each by what tells it from the others, and no further one."""
    said = last_words(whole) + _NOUN.match(whole.tail).group()  # type: ignore[union-attr]
    if len(names) < _MARK or not all(names) or len(set(names)) < len(names):
        return False
    ending = common_ending(names)
    heads = [name.removesuffix(ending) for name in names]
    if not all(heads) or max(map(len, heads)) > _MARK:
        return False
    row = "".join(heads)
    at = said.find(row)
    if at < 0 or said[at - 1 : at] in _HEADS and at:
        return False
    behind = said[at + len(row) :][:1]
    return not behind or behind not in _HEADS | _LEVELS


def common_ending(names: Sequence[str]) -> str:
    """The letters in which all names end."""
    letters = takewhile(lambda column: len(set(column)) == 1, zip(*(name[::-1] for name in names), strict=False))
    return "".join(column[0] for column in letters)[::-1]
