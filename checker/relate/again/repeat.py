"""The same figure said twice, in prose or a table, in another unit, precision or approximation.

Figures are looked up by their digits, so that the cost stays linear: a figure meets those that equal it, and those that would but for one
slip. How much their names have in common says how sure it is that they mean the same thing.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from checker.claim import Claim
from checker.relate.again.namesakes import called, in_one_piece
from checker.relate.again.summary import retold
from checker.relate.scene import Scene
from checker.relate.sorts import one_subject
from checker.relate.topic import last_clause
from checker.relation import Relation, term

_FEWEST_DIGITS = 2
_SHORTEST_NAME = 4
_AGAIN = frozenset({"(", "(约", "(折合", "(合", "(即", "(约合", "(相当于", "(折合人民币"})
# 近2万个(实际19247个): the full figure of a rounded one
_IN_FULL = frozenset({"(实际", "(实际为", "(实为", "(准确数为", "(具体为"})
_CONVERTED = frozenset({"折合", "折合约", "约合", "折合为", "合", "折合人民币", "折合成"})
# what a hedge that belongs to the figure says
_ABOUT = ("约合", "折合约")
_MOST_ALIKE = 6
_TENTH = Decimal("0.1")
_ORDER = 9
# a summary that otherwise says what the body does
_RETOLD = 0.93
_SEVERAL = 3
_ONE_OF_MANY = 0.05
_THEN = ("上年", "去年", "前年", "上月")
# so many digits behind the first are seldom alike by chance
_SLIPPED, _ALIKE, _TAIL = 0.93, 0.4, 3
_Key = tuple[str, str]
_GENERIC = frozenset("的了和与及等为达到共有完成实现累计全年市县省区总数额比上期其中同年月日")


def relations(scene: Scene) -> Iterator[Relation]:
    """Each figure against the earlier ones that have the same digits, the same digits in another order, or one digit changed."""
    yield from _bracketed(scene)
    retold_pairs = {(again.index, first.index): (again, first) for first, again in retold(scene)}
    for again, first in retold_pairs.values():
        yield _relation(scene, again, first, _RETOLD)
    shelves: dict[_Key, list[Claim]] = {}
    common = _common_names(scene)
    for claim in scene.claims:
        digits = _digits(claim)
        if digits is None or scene.foretold(claim):
            continue
        seen: set[int] = set()
        for key in _keys(claim, digits):
            shelf = shelves.setdefault(key, [])
            for other in shelf[-_MOST_ALIKE:]:
                if other.index in seen or (claim.index, other.index) in retold_pairs or not _comparable(claim, other):
                    continue
                if _a_tenth(scene, claim, other):
                    continue
                seen.add(other.index)
                if trust := _trust(claim, other):
                    trust = _SLIPPED if trust >= _ALIKE and _but_for_the_first(claim, other) else trust
                    several = (claim.measure, claim.indicator or claim.name) in common
                    yield _relation(scene, claim, other, min(trust, _ONE_OF_MANY) if several else trust)
            shelf.append(claim)


def _but_for_the_first(claim: Claim, other: Claim) -> bool:
    """新增学位3860个, 4860个新增学位: figures of prose under one name that differ in nothing but their first digit."""
    one, two = _written(claim), _written(other)
    tail = one[1:]
    told = tail == two[1:] and one[:1] != two[:1] and len(tail.rstrip("0")) >= _TAIL and _one_name(claim, other)
    return told and claim.cell is other.cell is None and claim.quantity.unit == other.quantity.unit


def _one_name(claim: Claim, other: Claim) -> bool:
    """Whether two are called the same, up to what is said of what one counts, and nothing opens their clauses in two ways: 1月, 2月."""
    shorter, longer = sorted((claim, other), key=lambda c: len(called(c)))
    name, rest = called(shorter), called(longer)
    same = bool(name) and (rest == name or not longer.name and rest.startswith(name))
    first, second = (last_clause(c.lead).partition(c.name)[0] if c.name else "" for c in (claim, other))
    return same and (first == second or not first or not second)


def _a_tenth(scene: Scene, claim: Claim, other: Claim) -> bool:
    """履约保证金按中标价的10%提交，为864.24万元: whether the words say that one of two figures is a tenth of the other."""
    one, most = sorted((abs(claim.quantity.value), abs(other.quantity.value)))
    if not one * 9 < most < one * 11:
        return False
    near = [*scene.before(claim, 4), *scene.after(claim, 2)]
    return any(c.quantity.dimension == "fraction" and c.quantity.value == _TENTH for c in near)


def _common_names(scene: Scene) -> set[tuple[str, str]]:
    """Names under which the prose gives so many different values that they must be of as many things (净利润 of several companies)."""
    values: dict[tuple[str, str], list[Claim]] = {}
    for claim in scene.prose:
        known = values.setdefault((claim.measure, claim.indicator or claim.name), [])
        if len(known) <= _SEVERAL and not any(claim.quantity.interval.meets(other.quantity.interval) for other in known):
            known.append(claim)
    return {name for name, known in values.items() if len(known) > _SEVERAL}


def _relation(scene: Scene, again: Claim, first: Claim, trust: float) -> Relation:
    terms = [term("again", again), term("first", first)]
    return scene.relation("said-twice", terms, ("repeat", again.index, first.index), trust)


def _bracketed(scene: Scene) -> Iterator[Relation]:
    """300亩（约20万平方米）, 31.2千公顷，折合46.8万亩: the figure before is said once more, in another unit or rounded."""
    for before, claim in zip(scene.prose, scene.prose[1:], strict=False):
        again = claim.lead in _AGAIN or bool(before.quantity.hedge) and claim.lead in _IN_FULL
        bracketed = again and claim.tail[:1] == ")"
        converted = claim.lead.lstrip("，") in _CONVERTED or not claim.lead.lstrip("，") and claim.quantity.text.startswith(_ABOUT)
        if not bracketed and not converted or claim.index != before.index + 1:
            continue
        if before.quantity.dimension == claim.quantity.dimension and "" != _written_unit(before) != _written_unit(claim) != "":
            yield scene.relation("said-twice", [term("again", claim), term("first", before)], ("bracket", claim.index), 0.95)


def _written_unit(claim: Claim) -> str:
    """What stands beside the digits, hedges and scale words included."""
    numeral = claim.quantity.numeral
    if numeral is None or numeral.style == "chinese":
        return ""
    return "".join(character for character in claim.quantity.text if not character.isdigit() and character not in ".,，")


def _digits(claim: Claim) -> str | None:
    """The significant digits of a figure's base value; None for figures too short to be told apart, and for what is no statement."""
    if claim.modality == "base" or claim.measure in ("length", "rank", "ratio", "multiple") or not claim.quantity.value:
        return None
    digits = "".join(map(str, abs(claim.quantity.value).normalize().as_tuple().digits))
    return digits if len(digits) >= _FEWEST_DIGITS else None


def _written(claim: Claim) -> str:
    """The digits as they stand on the page, zeros at the end included."""
    numeral = claim.quantity.numeral
    return "".join(map(str, numeral.mantissa.as_tuple().digits)) if numeral is not None else ""


def _keys(claim: Claim, digits: str) -> Iterator[_Key]:
    """Where a figure stands on the shelves: by its first three digits rounded, its digits in any order, and each digit left out."""
    kind = f"{claim.measure}:{claim.quantity.dimension}"
    magnitude = claim.quantity.value.copy_abs()
    rounded = f"{magnitude:.2E}"
    yield kind, "=" + rounded
    yield kind, "*" + rounded.split("E")[0]
    if len(digits) > 3:
        yield kind, "=" + f"{magnitude:.1E}"
    if claim.indicator or len(claim.name) >= _SHORTEST_NAME:
        yield kind, "@" + (claim.indicator or claim.name)
    written = _written(claim) or digits
    if len(written) >= 4:
        yield kind, "~" + "".join(sorted(written))
        for position in range(min(len(written), 8)):
            yield kind, "?" + written[:position] + "_" + written[position + 1 :]


def _comparable(one: Claim, other: Claim) -> bool:
    if one.sentence == other.sentence and one.cell is None and other.cell is None:
        return False
    if one.cell is not None and other.cell is not None and one.cell[0] == other.cell[0]:
        return False
    if (one.cell is not None and other.cell is not None or one.quantity.dimension == "number") and _far_apart(one, other):
        return False
    if last_clause(one.lead).startswith(_THEN) != last_clause(other.lead).startswith(_THEN):
        return False  # 去年办理3218件
    if one.modality != other.modality or one.direction != other.direction or one.average != other.average:
        return False
    return one.cell is not None or other.cell is not None or _at_one_time(one, other)


def _far_apart(one: Claim, other: Claim) -> bool:
    """Whether two figures differ by an order of magnitude: the tables of one document may be in different units, said or unsaid."""
    lesser, greater = sorted((abs(one.quantity.value), abs(other.quantity.value)))
    return lesser * _ORDER < greater


def _at_one_time(one: Claim, other: Claim) -> bool:
    """Whether two figures may hold for one time: what was reached by the end of August is what January to August brought, but what
    five years brought is not what the last of them did."""
    first, second = one.period, other.period
    if first is None or second is None:
        return True
    return first.last == second.last and (first.point or second.point or first.first == second.first)


def _trust(one: Claim, other: Claim) -> float:
    """How sure it is that two figures say the same of the same thing, from what their names have in common."""
    if one.indicator and other.indicator:
        if one.indicator != other.indicator:
            return 0.0
        if not one_subject(one, other):
            # an ellipsis may hide the subject of one of them, never change it
            return 0.25 if not one.subject or not other.subject else 0.0
        return 0.7 if one.name == other.name else 0.4
    if one.measure == "share" and one.subject != other.subject:
        return 0.0
    likeness = _likeness(one, other)
    if one.name == other.name and len(one.name) >= 4:
        return 0.7
    if one.quantity.interval.meets(other.quantity.interval):
        return 0.5 if likeness >= 0.5 else 0.0
    if _same_digits(one, other) and not in_one_piece(one.name, other.name):
        return 0.0
    if likeness >= 0.8:
        return 0.4 if _overlap(one, other) >= 0.5 else 0.1
    return 0.1 if likeness >= 0.5 else 0.0


def _same_digits(one: Claim, other: Claim) -> bool:
    """贷款余额170.93亿元, 贷款风险准备金余额17093万元: as if a point had slipped; one may be a hundredth of the other by rule."""
    if one.quantity.interval.meets(other.quantity.interval):
        return False
    return f"{abs(one.quantity.value):.2E}".split("E")[0] == f"{abs(other.quantity.value):.2E}".split("E")[0]


def _likeness(one: Claim, other: Claim) -> float:
    """The share of the shorter name's telling characters that the longer one has too."""
    first, second = _telling(one), _telling(other)
    if len(first) < 2 or len(second) < 2:
        return 0.0
    return len(first & second) / min(len(first), len(second))


def _overlap(one: Claim, other: Claim) -> float:
    """The share of all telling characters of both names that they have in common."""
    first, second = _telling(one), _telling(other)
    return len(first & second) / len(first | second)


def _telling(claim: Claim) -> set[str]:
    name = claim.name if claim.cell is None else claim.name + claim.tail
    if claim.quantity.dimension.startswith("count:") and claim.cell is None:
        name += claim.tail[:6].split("，")[0]
    return {character for character in name if "一" <= character <= "鿿"} - _GENERIC
