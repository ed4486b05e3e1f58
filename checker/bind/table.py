"""Claims of tables: the row's label and the column's header name a cell's figure and give it its unit."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from checker.claim import Claim, Measure
from checker.document import Cell, Table
from checker.interval import Interval
from checker.quantity import Quantity
from checker.rules import Rules

_BRACKETED = re.compile(r"[(\[]([^()\[\]]{1,12})[)\]]")
_PERCENT_WORDS = ("占比", "比重", "增长", "增速", "增减", "增幅", "同比", "比例", "率", "完成预算", "±", "%", "为上年", "占", "完成")

# what is left of headings that name a time: years, months and what a figure is called whatever it measures
_TIME = re.compile(r"[0-9年月日季度末初底半数额值的至/、() —-]")

# a row of rates of change: 固定资产投资增速, 单位能耗降低（%）
_MOVED = re.compile(r"(?:增速|增长率?|增幅|降幅|降低率?|下降率?)(?:\([^()]{1,8}\))?$")

_RATE_ENDINGS = ("率", "占比", "比重", "比例", "增速", "增幅")


def bind_table(table: Table, number: int, quantities: Mapping[int, Quantity], block: int, first: int, rules: Rules) -> list[Claim]:
    """The claims of a table's body, row by row. `quantities` maps a cell's start to the figure that fills it; `first` is the index of
    the first claim."""
    claims: list[Claim] = []
    headers = [table.column_names(c) for c in range(max((len(row) for row in table.rows), default=0))]
    home = _label_column(headers, rules)
    unit = table.unit or _named_unit(headers, home, rules)
    scales, table_unit = _scales(headers, unit, rules), _unit_of("", unit, rules)
    silent = {column for column, names in enumerate(headers) if _says_when(names, rules)}
    coded = {column for column, names in enumerate(headers) if "".join(names) in rules.wording["code_header"]}
    for row in table.rows[table.header_rows :]:
        label = _label(row, quantities, coded, home)
        own = _unit_of(label, "", rules)
        row_unit = next((c.text for c in row if rules.unit(c.text) is not None and c.text), "") or own
        # beside 单位：亿元、% the rows of rates are in %
        rated = "%" in table.unit and label.endswith(_RATE_ENDINGS)
        for cell in row:
            quantity = quantities.get(cell.begin)
            if quantity is None or cell.column in coded:
                continue
            header = headers[cell.column] if cell.column < len(headers) else ()
            # in square brackets plans write what accrues over all the years, in the unit of the row
            accrued = cell.text[:1] == "["
            scale = "%" if rated else "" if accrued else scales[cell.column]
            if own and not accrued and scale == table_unit and (own == "%" or cell.column in silent):
                scale = own  # said of this row, as the one over the table is of those that say none: 净资产收益率（%）
            quantity = _scaled(quantity, scale, row_unit, () if accrued else header, rules)
            name = label or "".join(header)
            claims.append(
                Claim(
                    quantity=quantity,
                    index=first + len(claims),
                    measure=_measure(quantity, header, label),
                    name=name,
                    indicator=rules.indicator_in(name),
                    direction=_direction(cell, quantity, rules),
                    lead=label,
                    tail=" ".join(header),
                    block=block,
                    cell=(number, cell.row, cell.column),
                )
            )
    return claims


def _label_column(headers: list[tuple[str, ...]], rules: Rules) -> int:
    """The column whose heading says that it names what the rows are about (指标, 项目), right of one that groups them; else −1."""
    titles = ["".join(names) for names in headers]
    first = next((c for c, title in enumerate(titles) if title not in rules.wording["label_skip"]), 0)
    return first if 0 < first < len(titles) and titles[first] in rules.wording["label_header"] else -1


def _named_unit(headers: list[tuple[str, ...]], home: int, rules: Rules) -> str:
    """The unit that the heading of the column of names gives all figures: 项目（万元）. What counts things one by one may be a remark."""
    for inner in _BRACKETED.finditer("".join(headers[max(home, 0)]) if headers else ""):
        unit = rules.unit(inner[1])
        if unit is not None and not unit.countable and unit.dimension != "fraction":
            return inner[1]
    return ""


def _label(row: tuple[Cell, ...], quantities: Mapping[int, Quantity], coded: set[int], home: int) -> str:
    """What the row is about: the text in the column of names, else its first text."""
    if 0 <= home < len(row) and row[home].text and row[home].begin not in quantities:
        return row[home].text
    for cell in row:
        if cell.text and cell.begin not in quantities and (cell.column not in coded or home < 0):
            return cell.text
    return ""


def _direction(cell: Cell, quantity: Quantity, rules: Rules) -> int:
    """−1 where the cell says that something fell (减少1.44个百分点) or sets a loss in brackets as accounts do, else 1."""
    before = cell.text[: max(0, quantity.start - cell.begin)]
    accounts = before == "(" and cell.text.endswith(")") and quantity.dimension in ("number", "money")
    return -1 if accounts or before == "↓" or before in rules.wording["decrease"] else 1


def _scales(headers: list[tuple[str, ...]], unit: str, rules: Rules) -> list[str]:
    """The unit of each column; a column of changes (增减额) without one has that of the levels, where those have but one."""
    scales = [_unit_of("".join(names), unit, rules) for names in headers]
    amounts = {scale for scale in scales if scale not in ("", "%")}
    if len(amounts) == 1:
        moved = [bool(names) and names[-1] in rules.wording["change_header"] for names in headers]
        scales = [scale or (next(iter(amounts)) if change else "") for scale, change in zip(scales, moved, strict=True)]
    for column in range(1, len(scales)):
        # under a bare 上年 stands what the column on its left measures, a year before
        if not scales[column] and headers[column] and rules.heading_times["base"].fullmatch(headers[column][-1]):
            scales[column] = scales[column - 1]
    return scales


def _says_when(names: tuple[str, ...], rules: Rules) -> bool:
    """Whether a heading says of which time or stage its column is (2024年, 上年同期, 预算数) or that it is of changes, and nothing of what
    it measures."""
    title = "".join(names)
    for part in ("now", "base"):
        title = rules.heading_times[part].sub("", title)
    for word in sorted(rules.wording["column_plan"], key=len, reverse=True):
        title = title.replace(word, "")
    return bool(names) and (not _TIME.sub("", title) or names[-1] in rules.wording["change_header"])


def _unit_of(header: str, unit: str, rules: Rules) -> str:
    """The unit text a column is in: its own brackets, a bare % at its end, the table's (a % there is for the columns that hold rates)."""
    for inner in reversed(_BRACKETED.findall(header)):
        for part in re.split("[、,，]", inner):
            if rules.unit(part) is not None:
                return part
    if header.rstrip().endswith(("%", "％")):
        return "%"  # 增长%, ±%
    parts = [p.strip() for p in re.split("[、,，/ ]", unit) if p.strip()]
    plain = [p for p in parts if p not in ("%", "％")]
    if "%" in parts and any(word in header for word in _PERCENT_WORDS) and "额" not in header:
        return "%"
    return plain[0] if plain else ("%" if parts else "")


def _scaled(quantity: Quantity, column: str, row: str, header: tuple[str, ...], rules: Rules) -> Quantity:
    if quantity.dimension not in ("number", "") or quantity.unit:
        return quantity
    text = column or ("" if _is_rate("".join(header)) else row)
    if any(word in "".join(header) for word in rules.wording["count_header"]) and not _BRACKETED.search("".join(header)):
        text = row
    unit = rules.unit(text) if text else None
    if unit is not None:
        return quantity.in_unit(unit, unit.factor)
    whole = any(word in "".join(header) for word in rules.wording["column_number"]) and quantity.step == 1
    return replace(quantity, exact=True, interval=Interval.exactly(quantity.value)) if whole else quantity


def _is_rate(header: str) -> bool:
    return any(word in header for word in ("%", "增速", "占比", "比重", "率"))


def _measure(quantity: Quantity, header: tuple[str, ...], label: str) -> Measure:
    text = "".join(header)
    if quantity.dimension == "fraction":
        return "rate" if any(w in text for w in ("增", "同比", "±")) or _MOVED.search(label) else "share"
    return "change" if any(w in text for w in ("增减额", "增减", "增加额", "增量")) else "level"


