"""What the headings of a table say: which column is computed from which, before any figure is looked at."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from checker.relate.tables.formula import Formula
from checker.relate.tables.grid import Grid, heading
from checker.rules import Rules

_YEAR = re.compile(r"(?:19|20)\d\d")
_BRACKETS = re.compile(r"[(\[][^()\[\]]{0,12}[)\]]")
# 2027年较2023年, 较2020年变化
_YEARS_COMPARED = re.compile(r"(?:(?P<now>(?:19|20)\d\d)年[末底]?)?(?:[比较]|相比)(?P<base>(?:19|20)\d\d)年")
_MIXED = "mixed"
_FILLING = re.compile(r"[年末度数额值的/、]")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of figures: `time` is its year, `part` what it is in a comparison (now, base, plan, '' if its heading does not say), `stem`
    what it measures, `kind` the commonest dimension of its figures ("mixed" where that is a percentage and most are none); `mixed` says
    that its rows are of several."""

    index: int
    title: str
    kind: str
    time: int
    part: str
    stem: str
    mixed: bool = False


def stated(grid: Grid, rules: Rules) -> Iterator[Formula]:
    """The formulas that the headings name; of several for one column the figures choose."""
    columns = columns_of(grid, rules)
    for column in columns:
        others = [c for c in columns if c.index != column.index]
        formula = _of(column, others, rules)
        if formula is not None:
            yield formula
        yield from _margins(column, others, rules)
        yield from _sums(column, columns, rules)
        yield from _amounts(column, others, rules)


def _sums(column: Column, columns: Sequence[Column], rules: Rules) -> Iterator[Formula]:
    """All neighbours of one kind on either side of a column headed 合计, 总分 …; those that leave it (扣分) count against it."""
    closing = any(column.title.endswith(word) or column.title.startswith(word) for word in rules.wording["column_total"])
    if not closing or column.kind == "fraction":
        return
    stops = (*rules.wording["rank_header"], *rules.wording["column_total"])
    at = next(i for i, c in enumerate(columns) if c.index == column.index)
    for side in (columns[:at][::-1], columns[at + 1 :]):
        run: list[Column] = []
        for c in side:
            if c.kind != column.kind or c.part or any(word in c.title for word in stops):
                break
            run.append(c)
        if len(run) >= 2:
            less = frozenset(c.index for c in run if any(word in c.title for word in rules.wording["column_less"]))
            yield Formula("table-row-sum", column.index, tuple(sorted(c.index for c in run)), words=True, less=less)


def _margins(column: Column, others: Sequence[Column], rules: Rules) -> Iterator[Formula]:
    """毛利率 = 1 − 营业成本 ÷ 营业收入, and its change from the growth of both."""
    moved = [c for c in others if any(word in c.title for word in rules.wording["column_change"])]
    plain = [c for c in others if c not in moved and c.kind in ("money", "number")]
    cost = [c.index for c in plain if "成本" in c.title]
    revenue = [c.index for c in plain if "收入" in c.title]
    if "毛利率" not in column.title or len(cost) != 1 or len(revenue) != 1:
        return
    shift = any(word in column.title for word in rules.wording["column_change"])
    if column.kind == "fraction" and not shift:
        yield Formula("table-margin", column.index, (cost[0], revenue[0]), words=True)
    rates = [[c.index for c in moved if word in c.title and c.kind == "fraction"] for word in ("成本", "收入")]
    # 毛利率增减 under 万元、% is told in points whether or not the heading says so
    if (column.kind == "point" or shift and column.kind == "fraction") and all(len(found) == 1 for found in rates):
        yield Formula("table-margin-shift", column.index, (cost[0], rates[0][0], revenue[0], rates[1][0]), words=True)


def _amounts(column: Column, others: Sequence[Column], rules: Rules) -> Iterator[Formula]:
    """单价 × 数量 under 金额."""
    words = rules.wording
    if column.kind != "money" or not any(word in column.title for word in words["column_amount"]) or "单价" in column.title:
        return
    prices = [c for c in others if any(word in c.title for word in words["column_price"]) and c.kind.startswith("money")]
    counted = [c for c in others if not c.kind.startswith(("money", "fraction", "point"))]
    # where but one column is of anything else than money, that is what the price is of, whatever it is called (收购量, 出库重量)
    numbers = [c for c in counted if any(word in c.title for word in words["column_number"])] or counted
    if len(prices) == 1 and len(numbers) == 1:
        yield Formula("table-product", column.index, (numbers[0].index, prices[0].index), words=True)


def columns_of(grid: Grid, rules: Rules) -> list[Column]:
    """The columns of figures, from left to right."""
    titles: dict[int, str] = {}
    kinds: dict[int, Counter[str]] = {}
    for (_, index), claim in sorted(grid.items()):
        titles.setdefault(index, heading(claim))
        kinds.setdefault(index, Counter())[claim.quantity.dimension] += 1
    columns = [_column(index, titles[index], kinds[index], rules) for index in sorted(titles)]
    return [_beside(column, before) for column, before in zip(columns, (None, *columns), strict=False)]


def _beside(column: Column, before: Column | None) -> Column:
    """A column headed by nothing but an earlier time (PM2.5 | 上年) measures what the column on its left does."""
    if before is None or column.part != "base" or column.stem or before.part not in ("", "now") or not before.stem:
        return column
    return replace(column, stem=before.stem) if before.index == column.index - 1 else column


def _column(index: int, title: str, kinds: Counter[str], rules: Rules) -> Column:
    year = _YEAR.search(title)
    bare = _YEAR.sub("", _BRACKETS.sub("", title))
    # of several words the longest says what the column is: 年初预算 is a plan and no level of 年初
    words = [(_word(name, bare, rules), name) for name in ("base", "plan", "now")]
    word, part = max(words, key=lambda each: len(each[0]))
    part, bare = (part, bare.replace(word, "")) if word else ("", bare)
    kind, often = kinds.most_common(1)[0]
    if kind == "fraction" and often * 2 <= kinds.total():
        kind = _MIXED  # indicators of all units, and more of them amounts than percentages
    return Column(index, title, kind, int(year[0]) if year else 0, part, _FILLING.sub("", bare), len(kinds) > 1)


def _word(part: str, title: str, rules: Rules) -> str:
    """The longest word of a heading that makes its column the base, the plan or what is reported; '' if there is none."""
    if part == "plan":
        return max((word for word in rules.wording["column_plan"] if word in title), key=len, default="")
    return max((found[0] for found in rules.heading_times[part].finditer(title)), key=len, default="")


def _of(column: Column, others: Sequence[Column], rules: Rules) -> Formula | None:
    """The formula that a heading names, if the columns it needs are there and no others would do as well."""
    title = column.title
    if any(word in title for word in rules.wording["column_other"]):
        return None
    if "年均" not in title and (compared := _YEARS_COMPARED.search(title)) is not None:
        return _between_years(column, others, compared)
    levels = [c for c in others if c.kind != "fraction" or column.kind == "fraction" or c.mixed and column.mixed]
    if "年均" in title:
        return _average(column, levels)
    if column.kind == "fraction" and any(word in title for word in rules.wording["column_completion"]):
        return _pick(column, [p for p in pairs_of(levels, "plan") if p[0].kind != "fraction"], "table-quotient")
    moved = any(word in title for word in rules.wording["column_change"])
    if not moved or column.part == "now" and column.stem == "":
        return None
    plain = [c for c in levels if not any(word in c.title for word in rules.wording["column_change"])]
    if column.kind == "fraction":
        return _pick(column, [p for p in pairs_of(plain, "base") if p[0].kind not in ("fraction", "point")], "table-growth")
    pairs = [p for p in pairs_of(plain, "base") if column.kind in (p[0].kind, "point") or column.mixed and p[0].mixed]
    return _pick(column, pairs or [p for p in pairs_of(plain, "plan") if p[0].kind == column.kind], "table-difference")


def _between_years(column: Column, others: Sequence[Column], compared: re.Match[str]) -> Formula | None:
    """2027年较2023年: how far each row moved between two columns that are of those years; the later one is the last where none is told."""
    dated = [c for c in others if c.time and not _YEARS_COMPARED.search(c.title)]
    last = compared["now"] or str(max((c.time for c in dated), default=0))
    nows, bases = ([c for c in dated if str(c.time) == year] for year in (last, compared["base"]))
    if len(nows) != 1 or len(bases) != 1 or nows[0].time <= bases[0].time or nows[0].stem != bases[0].stem:
        return None
    return Formula("table-growth", column.index, (nows[0].index, bases[0].index), words=True)


def _average(column: Column, levels: Sequence[Column]) -> Formula | None:
    years = sorted((c for c in levels if c.time), key=lambda c: c.time)
    if len(years) != 2 or years[0].stem != years[1].stem or not 2 <= years[1].time - years[0].time <= 30:
        return None
    return Formula("table-growth", column.index, (years[1].index, years[0].index), years[1].time - years[0].time, words=True)


def pairs_of(columns: Sequence[Column], against: str) -> list[tuple[Column, Column]]:
    """Columns that measure one thing now and at the time (or in the plan) it is compared with."""
    alike = [(now, base) for base in columns for now in columns if now is not base and (now.stem, now.kind) == (base.stem, base.kind)]
    found = [(now, base) for now, base in alike if base.part == against and now.part in ("now", "") and _not_before(now, base)]
    if against == "plan":
        return found
    found += [(now, base) for now, base in alike if base.time and base.time == now.time - 1 and now.part == base.part]
    years = [column for column in columns if column.time]
    if not found and len(years) == 2:
        found = [(now, base) for now, base in alike if base.time and now.time > base.time]
    return found


def _not_before(now: Column, base: Column) -> bool:
    return now.time >= base.time or not now.time or not base.time


def _pick(column: Column, pairs: Sequence[tuple[Column, Column]], rule: str) -> Formula | None:
    """The one pair; of several the one whose matter the heading names, or of the latest year."""
    named = [p for p in pairs if p[0].stem and p[0].stem in column.title]
    choice = named or [p for p in pairs if p[0].index < column.index] or list(pairs)
    latest = max((p[0].time for p in choice), default=0)
    choice = [p for p in choice if p[0].time == latest]
    if len(choice) > 1:
        near = max(p[0].index for p in choice)
        choice = [p for p in choice if p[0].index == near] if column.index > near else []
    if len(choice) != 1:
        return None
    now, base = choice[0]
    return Formula(rule, column.index, (now.index, base.index), words=True)
