"""Which lines of a sheet may be computed from which others: sums with any signs, quotients, growth, products, the nearest lines first.

The readings are many and none of them is named by words; each comes with the number of those as near to one another, so that what holds
by accident can be told from what holds because the table is so made.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product

from checker.relate.tables.formula import Formula
from checker.relate.tables.sheet import Sheet

# lines that are farther apart are not looked at together
_SPAN = 12
_RUN = 6
_MOST_LINES = 60
_MOST_CASES = 14
# lines that show a case to be the sum of others
_SEEN = 2
_PER_SPAN_SUM, _PER_SPAN_QUOTIENT, _PER_SPAN_PRODUCT = 1.5, 2.0, 1.5

Reading = tuple[Formula, float]


def readings(sheet: Sheet) -> Iterator[Reading]:
    """Formulas over line numbers with the number of readings as near as they are; bounded by the number of lines."""
    count = len(sheet.lines)
    if count < 3 or count > _MOST_LINES:
        return
    kinds = sheet.kinds
    yield from _triples(kinds)
    yield from _runs(kinds)
    yield from _rates(kinds)
    yield from _products(kinds)


def implied_cases(sheet: Sheet) -> frozenset[int]:
    """The cases that follow from others line by line (a column of totals, or of changes): sums that hold there are no evidence of their
    own."""
    count = len(sheet.lines[0])
    found: set[int] = set()
    if count > _MOST_CASES:
        return frozenset()
    for width in (2, 3):
        for cases in combinations(range(count), width):
            for result in range(count):
                if result not in cases and not found.issuperset((result, *cases)) and _adds_up(sheet, result, cases):
                    found.add(result)
    return frozenset(found)


def _adds_up(sheet: Sheet, result: int, cases: tuple[int, ...]) -> bool:
    """Whether a case is the sum of others in all lines, in two at least."""
    seen = 0
    for line in sheet.lines:
        whole, parts = line[result], [line[case] for case in cases]
        figures = [part for part in parts if part is not None]
        if whole is None or len(figures) < len(parts):
            continue
        if abs(sum(f.value for f in figures) - whole.value) > whole.reach + sum(f.reach for f in figures):
            return False
        seen += 1
    return seen >= _SEEN


def _triples(kinds: list[str]) -> Iterator[Reading]:
    """One of three lines is the sum of the two others."""
    for first in range(len(kinds)):
        near = [other for other in range(first + 1, min(len(kinds), first + _SPAN)) if kinds[other] == kinds[first]]
        for second, third in combinations(near, 2):
            tries = _PER_SPAN_SUM * (third - first) ** 2
            for result in (first, second, third):
                yield Formula("table-balance", result, tuple(line for line in (first, second, third) if line != result)), tries


def _runs(kinds: list[str]) -> Iterator[Reading]:
    """Four to six neighbouring lines that cancel out with some signs, and one line as the sum of a run of others near it."""
    for width in range(4, _RUN + 1):
        for first in range(len(kinds) - width + 1):
            lines = tuple(range(first, first + width))
            if len({kinds[line] for line in lines}) == 1:
                yield from ((formula, float(2**width)) for formula in _signed(lines))
    for result, kind in enumerate(kinds):
        for width in range(3, _RUN):
            for first in range(max(0, result - _SPAN), min(len(kinds), result + _SPAN) - width + 1):
                run = tuple(range(first, first + width))
                gap = first - result if first > result else result - run[-1]
                if gap > 1 and all(kinds[line] == kind for line in run):
                    yield Formula("table-balance", result, run), 4.0 * (gap + width)


def _signed(lines: tuple[int, ...]) -> Iterator[Formula]:
    """Every way in which lines cancel out that has signs of both sorts; the line that stands alone against the others is their sum, of
    several the last one is what the others leave."""
    for rest in product((1, -1), repeat=len(lines) - 1):
        signs = (1, *rest)
        ups, downs = signs.count(1), signs.count(-1)
        if not downs:
            continue
        alone = 1 if ups == 1 and downs > 1 else -1 if downs == 1 else signs[-1]
        at = max(i for i, sign in enumerate(signs) if sign == alone)
        less = frozenset(line for i, line in enumerate(lines) if i != at and signs[i] == alone)
        yield Formula("table-balance", lines[at], tuple(line for i, line in enumerate(lines) if i != at), less=less)


def _rates(kinds: list[str]) -> Iterator[Reading]:
    """A line of percentages is one line over another of one kind, or its growth from it."""
    for rate in (line for line, kind in enumerate(kinds) if kind == "fraction"):
        near = [other for other in range(max(0, rate - _SPAN), min(len(kinds), rate + _SPAN)) if kinds[other] not in ("fraction", "")]
        for above in near:
            for below in near:
                if above != below and kinds[above] == kinds[below]:
                    tries = _PER_SPAN_QUOTIENT * (max(rate, above, below) - min(rate, above, below)) ** 2
                    yield Formula("table-quotient", rate, (above, below)), tries
                    yield Formula("table-growth", rate, (above, below)), tries


def _products(kinds: list[str]) -> Iterator[Reading]:
    """A line is the product of two others of which at most one is measured as it is."""
    for first in range(len(kinds)):
        for lines in combinations(range(first, min(len(kinds), first + _SPAN)), 3):
            if lines[0] != first:
                break
            own = [kinds[line] for line in lines]
            if len(set(own)) < 2 or any(kind in ("fraction", "number", "") for kind in own):
                continue
            for result in lines:
                one, other = (line for line in lines if line != result)
                if not kinds[one] == kinds[other] == kinds[result] and kinds[one] != kinds[other]:
                    yield Formula("table-product", result, (one, other)), _PER_SPAN_PRODUCT * (lines[2] - first) ** 2
