"""Names that leave nothing out: the members of a closed set, what excludes one another, variants of one noun."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.claim import Claim
from checker.rules import Rules

_PAIR = 2
_ELSE = re.compile("(?:其他|其它)[一-鿿]{0,2}$")
_OTHERS = ("其他", "其它")


def complementary(names: Sequence[str]) -> bool:
    """Whether two names exclude one another and leave nothing out: 居民用气 and 非居民用气, 合格 and 不合格, 甲 and 乙及其他, 其他."""
    if names and _ELSE.search(names[-1]):
        return True
    if len(names) != _PAIR:
        return False
    denied = any(one and other.endswith(("非" + one, "不" + one, "未" + one)) for one, other in (names, names[::-1]))
    return denied or _opposite(names[0], names[1])


def _opposite(one: str, other: str) -> bool:
    """Whether names differ in one letter only, which says the contrary: 已婚 and 未婚, 有证经营 and 无证经营, 合同内 and 合同外."""
    differing = [at for at, (first, second) in enumerate(zip(one, other, strict=False)) if first != second]
    if len(one) != len(other) or len(differing) != 1:
        return False
    at = differing[0]
    if {one[at], other[at]} == {"内", "外"}:
        return at > 0 and one[at + 1 : at + 2] != "科"  # 内资 has 港澳台资 beside it, 内科 other wards
    return {one[at], other[at]} in ({"已", "未"}, {"有", "无"})


def parallel(names: list[str]) -> bool:
    """Whether the names are variants of one noun: 县道、乡道、村道; 高温库、低温库."""
    if len(names) < 2 or not all(names):
        return False
    return len({name[-1] for name in names}) == 1 or len({name[0] for name in names}) == 1 and len({len(name) for name in names}) == 1


def partition(rules: Rules, names: Sequence[str], bare: bool = False, at_edges: bool = False) -> bool:
    """Whether the names carry the members of a closed set (省级、市级、县级), each name another one; `bare` names are nothing else,
    those with it `at_edges` begin or end with it."""
    found = (words for words in sets_beside(rules, names) if _each_its_own(words, names, at_edges))
    return any(not bare or set(words) == set(names) for words in found)


def without_the_rest(rules: Rules, names: Sequence[str]) -> bool:
    """医院、基层医疗卫生机构、专业公共卫生机构: whether the names carry all of a closed set but the others (其他机构)."""
    shortest = min(names, key=len, default="")
    sets = (rules.closed_sets.get((len(names) + 1, letter), ()) for letter in set(shortest))
    whole = (words for found in sets for _, words in found if words[-1].startswith(_OTHERS))
    return any(_each_its_own(words[:-1], names, False) for words in whole)


def siblings(rules: Rules, names: Sequence[str]) -> bool:
    """Whether names carry a closed set and beside its words say one thing, one more of it than another: 中院新收, 基层法院新收案件."""
    return any(_each_its_own(words, names, False) and _one_rest(words, names) for words in sets_beside(rules, names))


def _one_rest(words: Sequence[str], names: Sequence[str]) -> bool:
    told = [(name, max((word for word in words if word in name), key=len)) for name in names]
    rests = [name.replace(word, "", 1) for name, word in told]
    return all(rest in max(rests, key=len) for rest in rests)


def sets_beside(rules: Rules, names: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Every closed set of as many words as there are names, one of which the shortest name holds: all that these names may carry."""
    shortest = min(names, key=len, default="")
    for at, letter in enumerate(shortest):
        for word, words in rules.closed_sets.get((len(names), letter), ()):
            if shortest.startswith(word, at):
                yield words


def _each_its_own(words: Sequence[str], names: Sequence[str], at_edges: bool) -> bool:
    """Whether every word can be found in a name of its own (a matching of words and names)."""
    held: dict[int, str] = {}

    def placed(word: str, tried: set[int]) -> bool:
        for at, name in enumerate(names):
            if at not in tried and _says(name, word, words) and (not at_edges or name.startswith(word) or name.endswith(word)):
                tried.add(at)
                if at not in held or placed(held[at], tried):
                    held[at] = word
                    return True
        return False

    return all(placed(word, set()) for word in words)


def _says(name: str, word: str, words: Sequence[str]) -> bool:
    """Whether a name says a word of a set, and not only a longer one of that set: 不合格 does not say 合格."""
    if word not in name:
        return False
    for longer in words:
        if word in longer and word != longer:
            name = name.replace(longer, "，")
    return word in name


def abbreviated(whole: Claim, names: Sequence[str]) -> bool:
    """猪牛羊禽肉总产量a。其中：猪肉b；牛肉c；羊肉d；禽肉e: the whole names its parts by what tells each from the others."""
    alike = len(names) > _PAIR and all(len(name) == _PAIR for name in names) and len({name[-1] for name in names}) == 1
    return alike and "".join(name[0] for name in names) + names[0][-1] in whole.lead
