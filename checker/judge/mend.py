"""Single slips of the pen that would make a broken relation hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal, DecimalException
from itertools import pairwise

from checker.claim import Claim
from checker.interval import Interval
from checker.relation import Relation, Term
from checker.verdict import Mend

Compute = Callable[[Sequence[Term], Decimal], Interval]
_Try = tuple[str, str, Decimal]
_HANDFUL = 9
# numbers of a few things are written out, and one is miscounted
_COUNTING = "一二三四五六七八九十"
_COUNTED = frozenset(_COUNTING) | {"两"}
_POINT, _TEN_THOUSAND = Decimal("0.01"), Decimal(10000)
_SCALES = (Decimal(10), Decimal("0.1"), Decimal(10000), Decimal("0.0001"), Decimal(100), Decimal("0.01"))


def mends(relation: Relation, compute: Compute) -> tuple[Mend, ...]:
    """For each figure of the relation the first slip that would mend it, with the probability that one of that
    sort would do so by accident."""
    found: list[Mend] = []
    for index, term in enumerate(relation.terms):
        if term.claim is None or term.claim.quantity.numeral is None:
            continue
        numeral = term.claim.quantity.numeral
        signed = term.claim.cell is not None or term.claim.quantity.dimension == "fraction"
        readings = [*_readings(numeral.text, numeral.mantissa, signed), *_rescaled(term.claim)]
        tries = Counter(slip for slip, _, _ in readings)
        for slip, reading, mantissa in _promising(relation, compute, index, term, readings):
            if _holds(relation, compute, index, _reread(term, mantissa)):
                found.append(Mend(index, slip, reading, _accident(relation, compute, index, tries[slip])))
                break
    return tuple(found or _seldom(relation, compute))


def _seldom(relation: Relation, compute: Compute) -> Iterator[Mend]:
    """Where nothing likelier mends the relation, two digits that stand apart may have changed places, or one may be too many. It says that
    a slip is possible, and is no evidence for one."""
    for index, term in enumerate(relation.terms):
        numeral = term.claim.quantity.numeral if term.claim is not None else None
        digits = "".join(c for c in numeral.text if c.isdigit() or c == ".").strip(".") if numeral is not None else ""
        if numeral is None or len(digits) < 3 or digits.replace(".", "") != f"{abs(numeral.mantissa)}".replace(".", ""):
            continue
        sign = -1 if numeral.mantissa < 0 else 1
        places = [i for i, c in enumerate(digits) if c != "."]
        apart = [_spelled("swap", digits, sign, {a: digits[b], b: digits[a]}) for a, b in zip(places, places[2:], strict=False)]
        shorter = [digits[:place] + digits[place + 1 :] for place in places]
        for slip, reading, mantissa in [*apart, *(("extra", short, sign * Decimal(short)) for short in shorter)]:
            if _holds(relation, compute, index, _reread(term, mantissa)):
                yield Mend(index, slip, reading, 1.0)
                break


def _promising(relation: Relation, compute: Compute, index: int, term: Term, readings: Sequence[_Try]) -> Iterator[_Try]:
    """The readings without those of which a whole handful, taken as one range, cannot hold: nine tries for the price of one."""
    for begin in range(0, len(readings), _HANDFUL):
        handful = readings[begin : begin + _HANDFUL]
        if handful[-1][0] not in ("swap", "digit"):
            yield from handful
            continue
        values = [value for _, _, value in handful]
        least, most = _reread(term, min(values)), _reread(term, max(values))
        if _holds(relation, compute, index, replace(term, interval=least.interval.hull(most.interval)), unsure=True):
            yield from handful


def _readings(text: str, mantissa: Decimal, signed: bool) -> Iterator[tuple[str, str, Decimal]]:
    """Other ways the number might have been meant: (slip, digits, value), likeliest first."""
    digits = "".join(c for c in text if c.isdigit() or c == ".").strip(".")
    plain = f"{abs(mantissa)}"
    if text in _COUNTED:
        yield from (("digit", other, Decimal(number)) for number, other in enumerate(_COUNTING, 1) if number != mantissa)
    if digits.replace(".", "") != plain.replace(".", ""):
        return
    sign = -1 if mantissa < 0 else 1
    places = [i for i, c in enumerate(digits) if c != "."]
    for a, b in pairwise(places):
        if digits[a] != digits[b]:
            yield _spelled("swap", digits, sign, {a: digits[b], b: digits[a]})
    for a in places:
        for other in "0123456789":
            if other != digits[a] and not (a == 0 and other == "0" and len(places) > 1 and digits[1:2] != "."):
                yield _spelled("digit", digits, sign, {a: other})
    if mantissa and signed:
        yield "sign", f"{-mantissa}", -mantissa


def _rescaled(claim: Claim) -> Iterator[_Try]:
    """A point misplaced by one or two digits, or 万 and 亿 mixed up: there is a 万 too many only where 万 or 亿 is written."""
    quantity = claim.quantity
    assert quantity.numeral is not None
    for scale in _SCALES:
        unwritten = scale < _POINT and quantity.factor < _TEN_THOUSAND or scale == _TEN_THOUSAND and quantity.dimension == "fraction"
        if not unwritten:
            yield "scale", f"{quantity.numeral.mantissa * scale:f}", quantity.numeral.mantissa * scale


def _spelled(slip: str, digits: str, sign: int, changes: dict[int, str]) -> tuple[str, str, Decimal]:
    reading = "".join(changes.get(i, c) for i, c in enumerate(digits))
    return slip, reading, sign * Decimal(reading)


def _reread(term: Term, mantissa: Decimal) -> Term:
    assert term.claim is not None and term.claim.quantity.numeral is not None
    old = term.claim.quantity.numeral.mantissa
    if not old:
        return term
    rate = term.claim.signed
    if term.interval.low - rate.low == term.interval.high - rate.high == 1:
        # the factor 1 + r is not r times anything
        return replace(term, interval=Interval.exactly(1) + rate.scaled(mantissa / old))
    if abs(mantissa) in (abs(old) * s for s in _SCALES):
        return replace(term, interval=term.interval.scaled(mantissa / old))
    middle = term.interval.middle
    shift = middle * mantissa / old - middle
    return replace(term, interval=Interval(term.interval.low + shift, term.interval.high + shift))


def _holds(relation: Relation, compute: Compute, index: int, term: Term, unsure: bool = False) -> bool:
    """Whether the relation holds with `term` at `index`; `unsure` is the answer where there is no arithmetic to do."""
    terms = [*relation.terms[:index], term, *relation.terms[index + 1 :]]
    try:
        return terms[0].interval.meets(compute(terms, relation.exponent))
    except (ValueError, DecimalException):
        return unsure


def _accident(relation: Relation, compute: Compute, index: int, tries: int) -> float:
    """tries × (how wide a band of values of this term would do) ÷ (how far its values range)."""
    terms = list(relation.terms)
    try:
        before = compute(terms, relation.exponent)
        slack = before.width + terms[0].interval.width
        value = abs(terms[index].interval.middle)
        if not slack:
            slack = _unit_step(relation)
        if index:
            nudge = value / 1000
            terms[index] = replace(terms[index], interval=Interval(terms[index].interval.low + nudge, terms[index].interval.high + nudge))
            slope = abs(compute(terms, relation.exponent).middle - before.middle) / nudge
            slack = slack / slope if slope else Decimal(10**9)
    except (ValueError, DecimalException):
        return 1.0
    return max(_roundness(relation, index, tries), min(1.0, float(tries * slack / (2 * value)))) if value else 1.0


def _roundness(relation: Relation, index: int, tries: int) -> float:
    """The chance that is left however exact the arithmetic: a figure of few digits that are not zero is one of few."""
    claim = relation.terms[index].claim
    if claim is None or claim.quantity.numeral is None or not claim.quantity.numeral.mantissa:
        return 0.0
    digits = len(claim.quantity.numeral.mantissa.normalize().as_tuple().digits)
    return min(1.0, tries / (9 * 10.0 ** (digits - 1)))


def _unit_step(relation: Relation) -> Decimal:
    steps = [claim.quantity.step for claim in relation.claims if claim.quantity.step]
    return min(steps) if steps else Decimal(1)
