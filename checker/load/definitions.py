"""Unit definitions in pint's syntax, compiled without pint: exact fractions, dimensions, spellings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Context, Decimal
from fractions import Fraction

from checker.load.strict import Source
from checker.pack_error import PackError
from checker.unit import Unit

EXACT = Context(prec=28)
COUNTERS = "classifiers"
FRACTION = "fraction"


@dataclass(frozen=True, slots=True)
class Definition:
    """One line: the `name`, its `relation` ("[money]", "0.01" or "10000/15 * 平方米"), other `spellings`, and where it stands."""

    name: str
    relation: str
    spellings: tuple[str, ...]
    file: str
    line: int

    def error(self, problem: str, value: str) -> PackError:
        """A PackError at this line."""
        return PackError(self.file, self.line, problem, value)


def definitions(file: Source) -> Iterator[Definition]:
    """The definitions of a units file; raises PackError for a line that is neither a definition, a comment nor empty."""
    for number, written in enumerate(file.text.splitlines(), 1):
        line = written.strip()
        if not line or line.startswith("#"):
            continue
        name, *rest = (part.strip() for part in line.split("="))
        if not rest or not all((name, *rest)):
            raise PackError(file.path, number, "syntax", line)
        yield Definition(name, rest[0], tuple(word for word in rest[1:] if word != "_"), file.path, number)


def compiled(file: Source, counting: bool, units: dict[str, Unit], places: dict[str, str]) -> None:
    """Adds the units of `file` to `units`, under every spelling. `counting` files define counters, whose dimension is "count:" and
    the name unless it is written in ASCII ([person]). `places` remembers where a spelling was defined, to name both places of a
    duplicate. Raises PackError."""
    for each in definitions(file):
        unit = _unit(each, counting, units)
        for word in (each.name, *each.spellings):
            if word in units:
                raise each.error("duplicate", f"{word} ({places[word]})")
            units[word] = unit
            places[word] = f"{each.file}:{each.line}"


def _unit(each: Definition, counting: bool, units: dict[str, Unit]) -> Unit:
    if each.relation.startswith("["):
        dimension = each.relation.strip("[]")
        if not dimension or each.relation != f"[{dimension}]":
            raise each.error("syntax", each.relation)
        base = f"count:{dimension}" if counting and not dimension.isascii() else dimension
        return Unit(each.name, base, Decimal(1), counting, (1, 1))
    number, _, base = (part.strip() for part in each.relation.partition("*"))
    if base and base not in units:
        raise each.error("unknown-unit", base)
    whole = units[base] if base else Unit("", FRACTION, Decimal(1), False, (1, 1))
    ratio = _number(each, number) * Fraction(*whole.ratio)
    factor = EXACT.divide(Decimal(ratio.numerator), Decimal(ratio.denominator))
    return Unit(each.name, whole.dimension, factor, counting, ratio.as_integer_ratio())


def _number(each: Definition, written: str) -> Fraction:
    above, slash, below = written.partition("/")
    try:
        value = Fraction(above.strip()) / (Fraction(below.strip()) if slash else 1)
    except (ValueError, ZeroDivisionError) as error:
        raise each.error("syntax", written) from error
    if value <= 0:
        raise each.error("wrong-value", written)
    return value
