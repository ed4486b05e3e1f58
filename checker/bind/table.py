"""Claims of tables: the row's label and the column's header name a cell's figure and give it its unit."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from checker.bind.column_units import (
    BRACKETED,
    MONEY,
    RATE_ENDINGS,
    captioned_unit,
    column_units,
    named_units,
    unit_of,
    units_of_differences,
)
from checker.claim import Claim, Measure
from checker.document import Cell, Table
from checker.interval import Interval
from checker.quantity import Quantity
from checker.rules import Rules

# what is left of headings that name a time: years, months and what a figure is called whatever it measures
_TIME = re.compile(r"[0-9年月日季度末初底半数额值的至/、() —-]")

_FEWEST_ROWS = 3

# a row of rates of change: 固定资产投资增速, 单位能耗降低（%）
_MOVED = re.compile(r"(?:增速|增长率?|增幅|降幅|降低率?|下降率?)(?:\([^()]{1,8}\))?$")


@dataclass(frozen=True, slots=True)
class At:
    """Where a table stands: the number of its block, the index of its first claim, and the unit of money that the document is in where
    it says nothing else, '' if unsaid."""

    block: int
    first: int
    money: str = ""


@dataclass(frozen=True, slots=True)
class _Head:
    """What the headings and the line over a table say: the names and the unit of each column, the unit of the table and whether it names
    several, the columns that say only of when they are (`silent`), and those of codes."""

    names: list[tuple[str, ...]]
    home: int
    units: list[str]
    unit: str
    several: bool
    percent: bool
    silent: frozenset[int]
    coded: frozenset[int]
    money: str
    of_money: bool


def bind_table(table: Table, number: int, quantities: Mapping[int, Quantity], place: At, rules: Rules) -> list[Claim]:
    """The claims of a table's body, row by row. `quantities` maps a cell's start to the figure that fills it."""
    claims: list[Claim] = []
    head = _head(table, quantities, place.money, rules)
    for row in table.rows[table.header_rows :]:
        label = _label(row, quantities, head)
        own = unit_of(label, "", rules)
        row_unit = next((c.text for c in row if rules.unit(c.text) is not None and c.text), "") or own
        for cell in row:
            quantity = quantities.get(cell.begin)
            if quantity is None or cell.column in head.coded:
                continue
            header = head.names[cell.column] if cell.column < len(head.names) else ()
            quantity = _measured(quantity, cell, head, label, own, row_unit, rules)
            name = label or "".join(header)
            claims.append(
                Claim(
                    quantity=quantity,
                    index=place.first + len(claims),
                    measure=_measure(quantity, header, label),
                    name=name,
                    indicator=rules.indicator_in(name),
                    direction=_direction(cell, quantity, rules),
                    lead=label,
                    tail=" ".join(header),
                    block=place.block,
                    cell=(number, cell.row, cell.column),
                )
            )
    return claims


def _head(table: Table, quantities: Mapping[int, Quantity], money: str, rules: Rules) -> _Head:
    names = [table.column_names(c) for c in range(max((len(row) for row in table.rows), default=0))]
    home = _label_column(names, rules)
    unit = table.unit or captioned_unit(table.caption, rules) or _named_unit(names, home, rules)
    broken = {c.column for row in table.rows[table.header_rows :] for c in row if _broken(quantities.get(c.begin))}
    figures = [{c.column: value for c in row if (value := _value(quantities.get(c.begin))) is not None} for row in table.rows]
    return _Head(
        names=names,
        home=home,
        units=units_of_differences(names, column_units(names, unit, broken, rules), figures[table.header_rows :]),
        unit=unit_of("", unit, rules),
        several=len(named_units(unit, rules)) > 1,
        percent="%" in unit,
        silent=frozenset(column for column, header in enumerate(names) if _says_when(header, rules)),
        coded=frozenset(column for column, header in enumerate(names) if "".join(header) in rules.wording["code_header"]),
        money="" if unit else money,
        of_money=table.caption.rstrip("情况表* ").endswith(MONEY) or _totals_money(table, quantities),
    )


def _totals_money(table: Table, quantities: Mapping[int, Quantity]) -> bool:
    """Whether the first or the last row is a total of money by its name: what 贷款总额 adds up is money too."""
    rows = table.rows[table.header_rows :]
    ends = [next((c.text for c in row if c.text and c.begin not in quantities), "") for row in (rows[:1] + rows[-1:])]
    return len(rows) >= _FEWEST_ROWS and any(label.endswith("总额") for label in ends)


def _measured(quantity: Quantity, cell: Cell, head: _Head, label: str, own: str, row_unit: str, rules: Rules) -> Quantity:
    """The figure of a cell in the unit that its column, its row or the table gives it."""
    # in square brackets plans write what accrues over all the years, in the unit of the row
    accrued = cell.text[:1] in ("[", "〔")
    # beside 单位：亿元、% the rows of rates are in %
    rated = head.percent and label.endswith(RATE_ENDINGS)
    scale = "%" if rated else "" if accrued else head.units[cell.column]
    if own and not accrued and scale == head.unit and (own == "%" or cell.column in head.silent):
        scale = own  # said of this row, as the one over the table is of those that say none: 净资产收益率（%）
    header = head.names[cell.column] if cell.column < len(head.names) and not accrued else ()
    scaled = _scaled(quantity, scale, row_unit, header, head.several, rules)
    unit = rules.unit(head.money) if head.money and scaled.dimension == "number" and _of_money(head, cell, label, rules) else None
    return scaled if unit is None else scaled.in_unit(unit, unit.factor)


def _of_money(head: _Head, cell: Cell, label: str, rules: Rules) -> bool:
    """Whether a row or its column is of sums of money by its name or that of the table, and no rate, index or number of things."""
    header = "".join(head.names[cell.column])
    counted = any(word in header + label for word in rules.wording["count_header"]) or label.endswith("数")
    if _is_rate(header) or label.endswith(RATE_ENDINGS) or counted:
        return False
    indicator = rules.indicators.get(rules.indicator_in(label)) or rules.indicators.get(rules.indicator_in(header))
    of_money = label.endswith(MONEY) or header.endswith(MONEY) or head.of_money and cell.column in head.silent
    return of_money or indicator is not None and indicator.dimension == "money"


def _label_column(headers: list[tuple[str, ...]], rules: Rules) -> int:
    """The column whose heading says that it names what the rows are about (指标, 项目), right of one that groups them; else −1."""
    titles = ["".join(names) for names in headers]
    first = next((c for c, title in enumerate(titles) if title not in rules.wording["label_skip"]), 0)
    return first if 0 < first < len(titles) and titles[first] in rules.wording["label_header"] else -1


def _named_unit(headers: list[tuple[str, ...]], home: int, rules: Rules) -> str:
    """The unit that the heading of the column of names gives all figures: 项目（万元）. What counts things one by one may be a remark."""
    for inner in BRACKETED.finditer("".join(headers[max(home, 0)]) if headers else ""):
        unit = rules.unit(inner[1])
        if unit is not None and not unit.countable and unit.dimension != "fraction":
            return inner[1]
    return ""


def _label(row: tuple[Cell, ...], quantities: Mapping[int, Quantity], head: _Head) -> str:
    """What the row is about: the text in the column of names, else its first text."""
    home = head.home
    if 0 <= home < len(row) and row[home].text and row[home].begin not in quantities:
        return row[home].text
    for cell in row:
        if cell.text and cell.begin not in quantities and (cell.column not in head.coded or home < 0):
            return cell.text
    return ""


def _direction(cell: Cell, quantity: Quantity, rules: Rules) -> int:
    """−1 where the cell says that something fell (减少1.44个百分点) or sets a loss in brackets as accounts do, else 1."""
    before = cell.text[: max(0, quantity.start - cell.begin)]
    accounts = before == "(" and cell.text.endswith(")") and quantity.dimension in ("number", "money")
    return -1 if accounts or before == "↓" or before in rules.wording["decrease"] else 1


def _broken(quantity: Quantity | None) -> bool:
    """Whether a figure is written with decimals: nothing that is counted one by one is."""
    return quantity is not None and quantity.numeral is not None and quantity.numeral.mantissa % 1 != 0


def _value(quantity: Quantity | None) -> Decimal | None:
    """The number of a cell without its unit, None where there is none."""
    return None if quantity is None or quantity.numeral is None else quantity.numeral.mantissa


def _says_when(names: tuple[str, ...], rules: Rules) -> bool:
    """Whether a heading says of which time or stage its column is (2024年, 上年同期, 预算数) or that it is of changes, and nothing of what
    it measures."""
    title = "".join(names)
    for part in ("now", "base"):
        title = rules.heading_times[part].sub("", title)
    for word in sorted(rules.wording["column_plan"], key=len, reverse=True):
        title = title.replace(word, "")
    return bool(names) and (not _TIME.sub("", title) or names[-1] in rules.wording["change_header"])


def _scaled(quantity: Quantity, column: str, row: str, header: tuple[str, ...], several: bool, rules: Rules) -> Quantity:
    if quantity.dimension not in ("number", "") or quantity.unit:
        return quantity
    text = column or ("" if _is_rate("".join(header)) else row)
    if not several and any(word in "".join(header) for word in rules.wording["count_header"]) and not BRACKETED.search("".join(header)):
        text = row
    unit = rules.unit(text) if text else None
    if unit is not None:
        return quantity.in_unit(unit, unit.factor)
    title = "".join(header)
    whole = quantity.step == 1 and (any(word in title for word in rules.wording["column_number"]) or _counts(title, rules))
    return replace(quantity, exact=True, interval=Interval.exactly(quantity.value)) if whole else quantity


def _counts(title: str, rules: Rules) -> bool:
    """Whether a heading is of how many there are: 个数, 立案件数."""
    counter = rules.unit(title[-2:-1]) if title.endswith("数") else None
    return counter is not None and counter.countable


def _is_rate(header: str) -> bool:
    return any(word in header for word in ("%", "增速", "占比", "比重", "率"))


def _measure(quantity: Quantity, header: tuple[str, ...], label: str) -> Measure:
    text = "".join(header)
    if quantity.dimension == "fraction":
        return "rate" if any(w in text for w in ("增", "同比", "±")) or _MOVED.search(label) else "share"
    return "change" if any(w in text for w in ("增减额", "增减", "增加额", "增量")) else "level"
