"""The unit that each column of a table is in, as its heading, the line over the table and the look of its figures say."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal

from checker.rules import Rules

BRACKETED = re.compile(r"[(\[]([^()\[\]]{1,12})[)\]]")
_PERCENT_WORDS = (
    *("占比", "比重", "增长", "增速", "增减", "增幅", "同比", "比例", "率", "进度"),
    *("完成预算", "完成年", "完成计划", "完成目标", "±", "%", "为上年", "占"),
)
RATE_ENDINGS = ("率", "占比", "比重", "比例", "增速", "增幅", "进度")
_CAPTIONED = re.compile(r"[(\[]([^()\[\]]{1,24})[)\]][* ]{0,4}$")
_ALL_MONEY = re.compile(
    "(?:除[^。;]{1,16}外[^。;]{0,16}|[表文]内|[表文]中)(?:金额|货币|计量)?(?:币种均为人民币，)?单位[均皆]{0,1}(?:为|:)(?:人民币)?((?:百万|千|万|亿)?元)(?![/每])"
)
_NO_UNIT = frozenset({"time", "year", "month", "rank", "grade", "age"})
# 完成率(%) | 上年完成: what was done a year before is no rate, whatever stands on its left
_DONE = re.compile("(?:完成|执行|决算|实际|余额|数)$")
# 增减, 比年初: of an amount or a rate, as the figures tell
_EITHER = re.compile("增减|变动|变化|比年初|较年初|比上年|较上年|同比|环比|差额")
_RATED = re.compile("[率幅速%％±]|增长")
_FEWEST_ROWS = 3
_PEOPLE = ("人", "人数", "生", "生数", "职工", "教师", "员", "员数")
_COUNTS = ("数", "数量")
MONEY = ("额", "值", "收入", "支出", "投资", "资金", "利润", "成本", "费", "税", "款", "预算", "决算", "资产", "负债", "结余")
_AMOUNTS = ("产量", "销量", "面积", "里程", "用量", "电量", "重量", "长度", "库存")


def column_units(headers: list[tuple[str, ...]], unit: str, broken: Collection[int], rules: Rules) -> list[str]:
    """The unit of each column; a column of changes (增减额) without one has that of the levels, where those have but one. `broken` columns
    hold figures with decimals."""
    scales = [unit_of("".join(names), unit, rules, column in broken) for column, names in enumerate(headers)]
    amounts = {scale for scale in scales if scale not in ("", "%")}
    if len(amounts) == 1:
        moved = [bool(names) and names[-1] in rules.wording["change_header"] for names in headers]
        scales = [scale or (next(iter(amounts)) if change else "") for scale, change in zip(scales, moved, strict=True)]
    for column in range(1, len(scales)):
        # under a bare 上年 stands what the column on its left measures, a year before
        if not scales[column] and headers[column] and rules.heading_times["base"].fullmatch(headers[column][-1]):
            done = scales[column - 1] == "%" and _DONE.search(headers[column][-1])
            scales[column] = "" if done else scales[column - 1]
    return scales


def units_of_differences(headers: list[tuple[str, ...]], units: list[str], rows: Sequence[Mapping[int, Decimal]]) -> list[str]:
    """The units where the figures tell amounts of change from rates: 增减 under 单位：亿元、% is in 亿元 if it is what lies between two
    columns in nearly all rows. A heading that says which it is (增幅, ±%) is left alone."""
    answer = list(units)
    for column, names in enumerate(headers):
        header = "".join(names)
        if units[column] == "%" and _EITHER.search(header) and not _RATED.search(header):
            levels = [other for other, unit in enumerate(units) if unit not in ("", "%") and other != column]
            pairs = [(now, base) for now in levels for base in levels if now != base and units[now] == units[base]]
            found = next((units[now] for now, base in pairs if _lies_between(column, now, base, rows)), "")
            answer[column] = found or units[column]
    return answer


def _lies_between(column: int, now: int, base: int, rows: Sequence[Mapping[int, Decimal]]) -> bool:
    """Whether a column is one less another in at least so many rows and all but one, to the last digit, and not nothing in all of them."""
    held, missed, moved = 0, 0, False
    for row in rows:
        if column in row and now in row and base in row:
            fits = abs(row[now] - row[base] - row[column]) <= _step(row[column], row[now], row[base])
            held, missed, moved = held + fits, missed + (not fits), moved or bool(row[column])
            if missed > 1:
                return False  # wide tables have many pairs of columns
    return held >= _FEWEST_ROWS and moved


def _step(*values: Decimal) -> Decimal:
    """The worth of the last digit of the coarsest of some figures."""
    return max(Decimal(1).scaleb(int(value.as_tuple().exponent)) for value in values)


def unit_of(header: str, unit: str, rules: Rules, broken: bool = False) -> str:
    """The unit text a column is in: its own brackets, a bare % at its end, the table's (a % there is for the columns that hold rates)."""
    for inner in reversed(BRACKETED.findall(header)):
        for part in re.split("[、,，]", inner):
            if rules.unit(part) is not None:
                return part
            if part.lstrip("±+-") in ("%", "％"):
                return "%"  # 同比(±%)
    if header.rstrip().endswith(("%", "％")):
        return "%"  # 增长%, ±%
    parts, plain = _parts(unit), named_units(unit, rules)
    if "%" in parts and any(word in header for word in _PERCENT_WORDS) and ("额" not in header or header.endswith(RATE_ENDINGS)):
        return "%"
    if len(plain) > 1:
        return _of_several(header, plain, broken, rules)
    return plain[0] if plain else ("%" if parts else "")


def money_of(text: str) -> str:
    """The unit of money in which a document says all its amounts are (除特别注明外，金额单位为人民币百万元), else ''."""
    found = _ALL_MONEY.search(text)
    return found[1] if found is not None else ""


def captioned_unit(caption: str, rules: Rules) -> str:
    """The units in the last brackets of a table's name: 表2 用电量(亿千瓦时、%), 财务数据(合并口径，亿元、%)."""
    found = _CAPTIONED.search(caption)
    parts = re.split("[、,，]", found[1]) if found is not None else []
    named = [part.strip() for part in parts if (unit := rules.unit(part.strip())) is not None and unit.dimension not in _NO_UNIT]
    return "、".join(named) if named and named == [part.strip() for part in parts[-len(named) :]] else ""


def named_units(unit: str, rules: Rules) -> list[str]:
    """The units that 单位：个、万元、% names, % apart: that one is of the columns that hold rates. 含税 in 单位：元，含税 is none;
    what alone is said may be one that no unit is known for."""
    named = [part for part in _parts(unit) if part not in ("%", "％")]
    return [part for part in named if rules.unit(part) is not None] or named[:1]


def _parts(unit: str) -> list[str]:
    return [part.strip() for part in re.split("[、,，/ ]", unit) if part.strip()]


def _of_several(header: str, units: Sequence[str], broken: bool, rules: Rules) -> str:
    """Under 单位：个、万元 the unit of one column: one that its heading names; of a 数 or of persons what counts; of a 金额 money; what
    alone is left for figures with decimals; the first where neither heading nor figures tell."""
    known = {text: unit for text in units if (unit := rules.unit(text)) is not None}
    counting = [text for text, unit in known.items() if unit.countable]
    money = [text for text, unit in known.items() if unit.dimension == "money"]
    measuring = [text for text in known if text not in counting and text not in money]
    people = [text for text in counting if text.startswith("人")]
    if not broken and people and header.endswith(_PEOPLE):
        return people[0]
    if not broken and counting and header.endswith(_COUNTS):
        return next((text for text in counting if text in header), next((text for text in counting if text not in people), counting[0]))
    if money and any(word in header for word in MONEY):
        return money[0]
    others = [*([] if any(word in header for word in _AMOUNTS) else money), *measuring]
    if broken and others:
        return others[0] if len(others) == 1 else ""
    return next((text for text in reversed(list(known)) if text in header), units[0])
