"""One amount that stood in several places of the former version: whoever changes it in one has to look at the others."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence

from checker.claim import Claim
from checker.relation import Relation, term
from checker.revision import Alignment, Carried
from checker.rules import Rules
from checker.verdict import Verdict

# so many significant digits are not the same in two places by chance; with fewer, names have to say so
_TELLING, _FEWEST = 4, 3
# what stands in more places than this is a constant of the text
_MOST_PLACES = 8
_NAMED, _UNNAMED = 0.99, 0.96


def echoes(former: Sequence[Claim], alignment: Alignment, rules: Rules) -> Iterator[Carried]:
    """For each revised figure a relation to every unrevised one that said the same amount before."""
    alike: dict[Hashable, list[Claim]] = {}
    for claim in former:
        if claim.index in alignment.now and _digits(claim) >= _FEWEST and claim.modality != "base":
            alike.setdefault((claim.quantity.value, claim.quantity.dimension, claim.measure), []).append(claim)
    for mentions in alike.values():
        if not 1 < len(mentions) <= _MOST_PLACES:
            continue
        revised = [claim for claim in mentions if alignment.now[claim.index].index in alignment.revised]
        left = [claim for claim in mentions if alignment.now[claim.index].index not in alignment.revised]
        for one in revised:
            for other in left:
                if (sure := _sureness(one, other)) and one.direction == other.direction:
                    yield _carried(one, other, sure, alignment, rules)


def _carried(one: Claim, other: Claim, sure: float, alignment: Alignment, rules: Rules) -> Carried:
    rule, question = rules.relations["said-twice"], ("repeat", one.index, other.index)
    held = Relation(rule, (term("again", one), term("first", other)), question, sure)
    now = Relation(rule, (term("again", alignment.now[one.index]), term("first", alignment.now[other.index])), question, sure)
    return Carried(now, Verdict(held, "agrees"), sure)


def _sureness(one: Claim, other: Claim) -> float:
    if one.modality != other.modality or one.period != other.period and None not in (one.period, other.period):
        return 0.0
    if _differ(one.indicator, other.indicator) or _differ(one.subject, other.subject):
        return 0.0
    if one.indicator and one.indicator == other.indicator or _holds(one.name, other.name) or _holds(other.name, one.name):
        return _NAMED
    # 甲镇完成投资 and 乙镇完成投资: of one kind, and not one amount; names that merely have to do with one another are no more than none
    return _UNNAMED if _digits(one) >= _TELLING else 0.0


def _differ(one: str, other: str) -> bool:
    return bool(one and other) and one != other


def _holds(name: str, other: str) -> bool:
    """Whether `name` is `other` with or without more words."""
    return len(other) > 1 and other in name


def _digits(claim: Claim) -> int:
    """How many significant digits were written, without noughts at the end of a whole number."""
    numeral = claim.quantity.numeral
    if numeral is None:
        return 0
    mantissa = numeral.mantissa
    whole = mantissa == mantissa.to_integral_value()
    return len((mantissa.normalize() if whole and mantissa.as_tuple().exponent == 0 else mantissa).as_tuple().digits) if mantissa else 0
