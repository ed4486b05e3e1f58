"""Which rows of a list make up which: totals over what they close, headed groups over their members. Names alone decide, never figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_TOTAL = re.compile(r"合\s{0,4}计|总\s{0,4}计|小\s{0,4}计|共\s{0,4}计|总数|总额|总量|^总|^全[市县省区国部]|总投资|^合$")
_CLOSING = re.compile(r"(?:合\s{0,4}计|总\s{0,4}计|小\s{0,4}计|共\s{0,4}计)(?:数|额)?[))]?$")
_SMALL = re.compile(r"小\s{0,4}计")
_OF_WHICH = re.compile(r"^其\s{0,2}中|^#")
_APART = re.compile(r"^(?:按.{1,8}分|分.{1,6})[::]|^(?:加|减)[::]|结转|结余|上年|年初|期初|除外|不含")
_LEVELS = (
    re.compile(r"^[一二三四五六七八九十]{1,3}[、.．]"),
    re.compile(r"^[(（][一二三四五六七八九十]{1,3}[)）]"),
    re.compile(r"^\d{1,2}(?:[、.．](?!\d)|(?= )|$)"),
    re.compile(r"^[(（]\d{1,2}[)）]"),
)
# 政府收支分类科目: 类 201, 款 20103, 项 2010301
_CODE = re.compile(r"^\d{3}(?:\d\d){0,2}(?= |[一-鿿])")
_SIGN = re.compile("^[加其]")
_LESS = re.compile(r"^(?:减|扣除|抵减)[::]")
_DOTTED = re.compile(r"^(\d{1,2}(?:\.\d{1,2}){1,3})(?=[ 、(]|$|[一-鿿]{4})")

_NUMBER = re.compile(r"\d{1,2}")
_CODES = 10


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that may add up to a row. `sure`: the names leave no other reading; `closing`: a word (合计) says that it is a sum; `apart`
    groups split the whole a second way and answer a question of their own."""

    members: tuple[int, ...]
    sure: bool = False
    closing: bool = False
    apart: bool = False


def names_total(name: str) -> bool:
    """Whether a row's name says that it is a whole."""
    return bool(_TOTAL.search(name))


def groups(rows: Sequence[int], row: int, names: dict[int, str]) -> Iterator[Group]:
    """What may add up to `row`, the reading that its words favour first."""
    at = rows.index(row)
    above, below = list(rows[:at]), list(rows[at + 1 :])
    closing = bool(_CLOSING.search(names[row]))
    if names_total(names[row]) or not below or not above:
        yield from _closed(row, above, below, names, closing)
    children = _children(below, names[row], names)
    if children:
        plain = all(_plain(names[r]) for r in children)
        dotted = _dotted_under(names[row], [names[r] for r in children])
        yield Group(tuple(children), sure=plain and (dotted or level_of(names[row]) != 2), closing=plain and dotted)
    for view in _split(below, names) if closing else ():
        yield Group(view, apart=True, closing=True, sure=True)


def _closed(row: int, above: list[int], below: list[int], names: dict[int, str], closing: bool) -> Iterator[Group]:
    totals = [r for r in above if names_total(names[r])]
    small = [r for r in above if _SMALL.search(names[r])]
    minor = bool(_SMALL.search(names[row]))
    if small and not minor:
        yield Group((*small, *(r for r in above if r > small[-1])), closing and len(small) == len(totals), closing)
    elif totals and (closing or not below):
        since = tuple(r for r in above if r > totals[-1])
        carried = Group((totals[-1], *since), "总" in names[row] and bool(since), closing)
        alone = Group(since, minor and _peers(list(since), names), closing)
        yield from (alone, carried) if minor else (carried, alone)
        if len(totals) >= 2 and "总计" in names[row] and all(_CLOSING.search(names[r]) for r in totals[-2:]):
            yield Group((totals[-2], totals[-1], *since), closing=closing)
    if above:
        top = _top(above, names)
        firm = not totals and (closing and _peers(above, names) or bool(top) and (closing or names_total(names[row]) and not below))
        yield Group(tuple(r for r in (top or above) if r not in totals), firm, closing or firm)
        yield from _without_members(above, totals, names, closing)
        yield Group(tuple(r for r in above if r not in totals), closing=closing)
    if below and not minor and not _split(below, names):
        lower = _top(below, names)
        last = any(names_total(names[r]) for r in below) or bool(above)
        firm = not last and names_total(names[row]) and (bool(lower) or _peers(below, names))
        yield Group(tuple(lower or below), firm, closing)
        yield from _without_members(below, [], names, closing)
        yield Group(tuple(below), closing=closing)


def _without_members(rows: list[int], totals: list[int], names: dict[int, str], closing: bool) -> Iterator[Group]:
    """The rows that are not under 其中: all that follow up to the next row with members of its own, or only the one so named."""
    heads = [i for i, r in enumerate(rows) if _OF_WHICH.search(names[r])]
    if heads:
        runs = _runs(rows, names, heads)
        inside = {r for run in runs for r in run}
        yield Group(tuple(r for r in rows if r not in inside and r not in totals), closing=closing)
        yield Group(tuple(r for r in rows if not _OF_WHICH.search(names[r]) and r not in totals), closing=closing)


def _runs(rows: list[int], names: dict[int, str], heads: list[int]) -> list[list[int]]:
    """The rows from each 其中 to the row before the next one that is divided, or to the next total."""
    runs: list[list[int]] = []
    for place, begin in enumerate(heads):
        stop = heads[place + 1] - 1 if place + 1 < len(heads) else len(rows)
        run = rows[begin : max(stop, begin + 1)]
        runs.append(run[: next((i for i, r in enumerate(run) if names_total(names[r])), len(run))])
    return runs


def taken_off(name: str) -> bool:
    """Whether a row's name says that it counts against the sum: 减：坏账准备."""
    return bool(_LESS.search(name))


def less_carried_on(names: dict[int, str]) -> dict[int, str]:
    """The names with 减： before those that follow one so named, up to the next sign, number or total, as statements of account mean it."""
    answer, less = {}, False
    for row, name in names.items():
        if taken_off(name):
            less = True
        elif names_total(name) or level_of(name) >= 0 or _SIGN.match(name):
            less = False
        answer[row] = f"减:{name}" if less and not taken_off(name) else name
    return answer


def level_of(name: str) -> int:
    """How deep a numbering stands: 一、 0, (一) 1, 1. 2, (1) 3, 1.1 and deeper 4 and more, 201 and its 20103 beyond; −1 without one."""
    dotted = _DOTTED.match(name)
    if dotted:
        return 3 + dotted[1].count(".")
    code = _CODE.match(name)
    if code:
        return _CODES + len(code[0])
    return next((depth for depth, scheme in enumerate(_LEVELS) if scheme.match(name)), -1)


def _top(rows: list[int], names: dict[int, str]) -> list[int]:
    """The rows of the outermost numbering, where the rows between them are on deeper levels; empty without a numbering."""
    levels = {r: level_of(names[r]) for r in rows}
    least = min((level for level in levels.values() if level >= 0), default=-1)
    top = [r for r in rows if levels[r] == least]
    return top if least >= 0 and rows and rows[0] == top[0] and len(top) >= 2 else []


def _children(below: list[int], name: str, names: dict[int, str]) -> list[int]:
    """The rows right under a numbered one, down to its next neighbour; of several levels the outermost."""
    own = level_of(name)
    if below and _OF_WHICH.search(names[below[0]]):
        heads = [i for i, r in enumerate(below) if _OF_WHICH.search(names[r])]
        return _runs(below, names, heads)[0]
    if own < 0:
        return []
    inside: list[int] = []
    for r in below:
        level = level_of(names[r])
        if names_total(names[r]) or 0 <= level <= own:
            break
        inside.append(r)
    return _top(inside, names) or inside


def _dotted_under(name: str, members: Sequence[str]) -> bool:
    """1 工程费用 over 1.1 建筑工程费, 1.2 设备购置费: whether the members bear the number of the row with one of their own behind it."""
    number = _NUMBER.match(name)
    found = [_DOTTED.match(member) for member in members]
    return number is not None and len(members) > 1 and all(each is not None and each[1].startswith(f"{number[0]}.") for each in found)


def _peers(rows: list[int], names: dict[int, str]) -> bool:
    """Whether every row is one of a kind: none is part of another, none stands apart."""
    return all(_plain(names[r]) for r in rows) and len({level_of(names[r]) for r in rows}) == 1


def _plain(name: str) -> bool:
    return not (_OF_WHICH.search(name) or _APART.search(name) or names_total(name))


def _split(below: list[int], names: dict[int, str]) -> list[tuple[int, ...]]:
    """Rows under a total that divide it by one view after the other, each named with it: 分产品:甲, 分产品:乙, 分地区:境内, 分地区:境外."""
    views: dict[str, list[int]] = {}
    for row in below:
        if found := re.match(r"(?:按.{1,8}分|分.{1,6})[::]", names[row]):
            views.setdefault(found[0], []).append(row)
    return [tuple(rows) for rows in views.values() if len(rows) > 1]
