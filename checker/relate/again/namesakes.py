"""Figures of prose that are named alike, found by pieces of their names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from checker.claim import Claim
from checker.relate.scene import Scene
from checker.relate.sorts import counted, one_subject

_PIECE = 3
_SHORTEST_NAME = 4
# a piece of a name that more figures share tells them apart no longer
_MOST = 8
# of the shorter name so much must come back in the longer one, in one piece
_COVERED = 0.8
_SMALL = frozenset("的了和与及等为达到共有完成实现累计全年市县省区总数额比上期其中同年月日约近超逾各项个人")
_TELLING = 2
_ENDS = 2
# 支出决算中，因公出国费: a part of what the name says
_WITHIN = "中,"
# 公司已累计回购股份, 全市新增就业: what any name may begin with
_BEGINNING = "^(?:本?公司|本次|全[省市州县区镇]|我[省市县区]|已|累计|共计?|合计|实际|成功){1,4}"
_BEFORE, _ALONE = re.compile(_BEGINNING + "(?=[一-鿿]{3})"), re.compile(_BEGINNING)
_NOUN = re.compile("[一-鿿]{2,8}")
# 总诊疗235万人次 is what 总诊疗人次 is
_PASSAGES = frozenset({"人次", "户次", "台次", "批次", "架次", "班次", "车次", "件次", "场次"})
_Kind = tuple[str, str, bool, int]


class Namesakes:
    """The claims given, by kind and by the pieces of their names; a look-up costs the same however long the document is."""

    def __init__(self, scene: Scene, claims: Iterable[Claim]) -> None:
        self._scene = scene
        self._shelves: dict[tuple[_Kind, str], list[Claim]] = defaultdict(list)
        for claim in claims:
            for piece in _pieces(claim):
                self._shelves[_kind(claim), piece].append(claim)

    def of(self, claim: Claim) -> list[Claim]:
        """The other claims that may say the same of the same thing at the same time, in document order: those that are called so, if any,
        rather than those that are called much like it."""
        found = [c for c in self.alike(claim) if _one_time(claim, c)]
        name = called(claim)
        found = [c for c in found if c.period == claim.period] or found
        same = [c for c in found if called(c) == name]
        # 各项贷款余额 is the indicator that 贷款余额 means; 全市原保险保费收入 says all that 原保险保费收入 says, 保费收入 less
        known = [c for c in found if claim.indicator and c.indicator == claim.indicator] or found
        return same or [c for c in known if called(c).endswith(name)] or known

    def alike(self, claim: Claim) -> list[Claim]:
        """The other claims that are named alike, whatever time they hold for, in document order."""
        found: dict[int, Claim] = {}
        for piece in _pieces(claim):
            shelf = self._shelves.get((_kind(claim), piece), ())
            if len(shelf) <= _MOST:
                found.update((c.index, c) for c in shelf if c.index != claim.index and _one_thing(claim, c))
        return [found[index] for index in sorted(found)]


def _kind(claim: Claim) -> _Kind:
    return claim.measure, claim.quantity.dimension, claim.average, claim.direction


def _pieces(claim: Claim) -> Iterator[str]:
    if claim.indicator:
        yield "@" + claim.indicator
    name = called(claim)[:24]
    yield "=" + name
    if len(name) >= _SHORTEST_NAME:
        yield "^" + name[:_ENDS] + name[-_ENDS:]
    yield from {name[at : at + _PIECE] for at in range(len(name) - _PIECE + 1)}


def called(claim: Claim) -> str:
    """What a figure is called with what it counts behind it: 新增学位 of 3860个新增学位, without the words any name may begin with."""
    unit = claim.quantity.unit
    noun = counted(claim) or _persons(claim) or (unit if unit in _PASSAGES and not claim.name.endswith((unit, unit + "数")) else "")
    return _BEFORE.sub("", claim.name) + noun


def _persons(claim: Claim) -> str:
    """426名教师: what a count of persons counts stands behind it."""
    told = claim.quantity.dimension == "person" and claim.quantity.text.endswith(("名", "位"))
    found = _NOUN.match(claim.tail) if told else None
    return found.group() if found is not None else ""


def _one_thing(one: Claim, other: Claim) -> bool:
    if "part" in one.cues ^ other.cues:
        return False
    if _WITHIN in one.name + other.name:
        return False
    if one.indicator and other.indicator:
        return one.indicator == other.indicator and (one_subject(one, other) or _same_but_for_place(one.subject, other.subject))
    first, second = counted(one), counted(other)
    if first and second and not first.startswith(second) and not second.startswith(first):
        return False
    shorter, longer = sorted((called(one), called(other)), key=len)
    piece = _common(shorter, longer)
    told = sum(character not in _SMALL for character in piece)
    if shorter == longer:
        return len(shorter) > 1
    of_it = longer[longer.find(piece) + len(piece) :].startswith("中")
    if one_frame(shorter, longer) and len(shorter) >= _SHORTEST_NAME:
        return _in_order(shorter, longer)  # 支付总额 and 支付资金总额
    return len(piece) >= max(_PIECE, _COVERED * len(shorter)) and len(shorter) >= _SHORTEST_NAME and told >= _TELLING and not of_it


def _same_but_for_place(one: str, other: str) -> bool:
    """An ellipsis hides whom a figure is of; 全区新签约项目 are the district's 新签约项目."""
    return not one or not other or _ALONE.sub("", one) == _ALONE.sub("", other)


def _in_order(short: str, long: str) -> bool:
    rest = iter(long)
    return all(character in rest for character in short)


def one_frame(one: str, other: str) -> bool:
    """Whether two names begin and end alike: 支付总额 and 支付资金总额."""
    return one[:_ENDS] == other[:_ENDS] and one[-_ENDS:] == other[-_ENDS:]


def in_one_piece(one: str, other: str) -> bool:
    """Whether most of the shorter name comes back in the longer one with nothing put in between."""
    shorter, longer = sorted((one, other), key=len)
    return len(_common(shorter, longer)) >= _COVERED * len(shorter)


def _common(shorter: str, longer: str) -> str:
    """The longest piece of one name that the other repeats."""
    best = ""
    for begin in range(len(shorter)):
        while begin + len(best) < len(shorter) and shorter[begin : begin + len(best) + 1] in longer:
            best = shorter[begin : begin + len(best) + 1]
    return best


def _one_time(one: Claim, other: Claim) -> bool:
    """Whether both may hold for one time: what was reached by the end of August is what January to August brought, but no single month."""
    first, second = one.period, other.period
    if first is None or second is None:
        return True
    if first.point != second.point:
        stretch = second if first.point else first
        return first.last == second.last and (stretch.first.month, stretch.first.day) == (1, 1)
    return first.last == second.last and (first.point or first.first == second.first)
