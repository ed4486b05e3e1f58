"""What the prose says of how a row of a table moved, against the two figures of that row: 实际资本增长6.6% beside 本年末 and 上年末."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from checker.claim import POINT, Claim, Period
from checker.relate.scene import Scene
from checker.relate.sorts import at_constant_prices
from checker.relate.tables.grid import Grid, cell_term, grids, halves
from checker.relate.tables.heading_times import months_of
from checker.relate.tables.headings import Column, columns_of, pairs_of
from checker.relate.tables.recital import of_time, time_told
from checker.relate.tables.rows import of_one_amount
from checker.relate.topic import last_clause
from checker.relation import Relation, Term, term

_NUMBERING = re.compile(r"^(?:\(?[一二三四五六七八九十0-9]{1,3}\)?[、.]|其中[:：]|#){0,2}")
_NUMBER = re.compile("[(]?[0-9①-⑳一二三四五六七八九十]{1,3}[)、.]?")
_UNIT = re.compile(r"[(\[][^()\[\]]{0,8}[)\]]$")
# 养老床位总数 is what 养老床位 are
_IN_ALL = re.compile("(?:总数|总量|总额|数量|总计|合计)$")
_OPENING = re.compile("年初|期初|[上去]年末|[上去]年底|上年度末")
_SPAN, _OF_FALL = re.compile("[比较]((?:1[—至-])?[0-9]{1,2}月|上半年|前三季度|一季度)"), re.compile("[降跌]幅")
_JUST_BEFORE = re.compile("环比|上个?[月季周]|上期|上旬")
_YEAR_BEFORE = re.compile("同比|[上去]年|上年度")
_OF_BASE = re.compile("基期|基准[年期]|规划前|实施前")
_TIMES = (_OPENING, _JUST_BEFORE, _YEAR_BEFORE, _OF_BASE)
_PLANNED = re.compile("(?:[比较]|低于|高于|超过|超出|超|不及)[^，]{0,6}(?:计划|预算|目标|任务)")
_SINCE_YEAR = re.compile("(?:比|较|以|自|[—至])(20[0-9]{2})年")
_PARTED = re.compile("[月季旬]|半年")
_SHORTEST = 2
_YEAR = 12
_LEADING = re.compile("^(?:(?:主要)?原因(?:在于|是)|主要(?:是|由于)|由于|因|而|但|同期|其中)")
# 财务费用由正转负，减少865.45万元: what the sentence opens with
_HEADED = re.compile(
    "([一-鿿]{2,14}?)(?:由[正负盈亏]转|[持继]续|稳步|小幅|大幅|有所|明显|显著|呈|保持|止)[一-鿿]{1,10}，"
    "(?:同比|[比较][上去]年)?(?:增|减|上|下|提|多|少)[一-鿿]{0,3}$"
)
_PACES = ("", "增速", "增幅", "涨幅", "降幅", "跌幅")
_SILENT = ("", "而", "但", "全市", "全省", "全县", "全区", "公司")
_SURE = 0.93
_BACK = 3
# times and footings that no heading of a table of two years is of
_OTHERWISE = re.compile("上[月季周旬个半]|季度末|月末|[0-9]{4}年|以来|实际|不变价|全[国省市县]|[快高低多少慢]于")


@dataclass(frozen=True, slots=True)
class _Row:
    """The figures of a row by column, and which two columns tell of what is reached and what it is compared with, of an earlier
    time; for a plan, of the level that it sets out from. `rates` are the columns of rates of growth."""

    cells: Mapping[int, Claim]
    then: tuple[tuple[Column, Column], ...]
    ahead: tuple[tuple[Column, Column], ...]
    rates: tuple[Column, ...]


def relations(scene: Scene) -> Iterator[Relation]:
    """Each rate, change or points of the prose whose name is that of one row, where the row has one pair of figures it may lie between."""
    rows = _rows(scene)
    if not rows:
        return
    for moved in scene.prose:
        if moved.measure in ("rate", "change", "points") and not moved.average and "comparable" not in moved.cues:
            found = _row_of(scene, moved, rows)
            if len(found) == 1 and not _at_constant_prices(scene, moved):
                yield from _between(scene, moved, found[0])


def _row_of(scene: Scene, moved: Claim, rows: Mapping[str, list[_Row]]) -> list[_Row]:
    """The rows so named; nameless points (固定资产投资增长4.3%，低于计划3.7个百分点) are of the rate right before them."""
    named = moved
    if moved.measure == "points" and moved.name in _PACES:
        before = next((c for c in scene.before(moved, 1) if c.sentence == moved.sentence and c.measure == "rate"), None)
        named = before or moved
    plain = _LEADING.sub("", named.name)
    if not plain and named is moved and (headed := _HEADED.match(moved.lead)) is not None:
        plain = headed[1]
    for word in (*scene.rules.wording["own_body"], *sorted(scene.rules.wording["achieve"], key=len, reverse=True)):
        plain = plain.removeprefix(word)
    keys = [plain, *(["@" + named.indicator] if named.indicator and named.subject in _SILENT else [])]
    if named is not moved:
        keys = [*(key + "增速" for key in keys), *keys]
    return next((found for key in keys if (found := rows.get(key, []))), [])


def _rows(scene: Scene) -> dict[str, list[_Row]]:
    index: dict[str, list[_Row]] = defaultdict(list)
    for _, grid in grids(scene):
        columns = columns_of(grid, scene.rules)
        then, plan = pairs_of(columns, "base"), pairs_of(columns, "plan")
        ahead = [(now, base) for base, now in plan if now.time == base.time + 1 and base.time]
        ahead += [(goal, done) for goal in columns for done in columns if _sets_out(goal, done)]
        grown = [c for c in columns if c.kind == "fraction" and any(word in c.title for word in scene.rules.wording["column_change"])]
        if then or ahead or len(grown) > 1:
            for label, cells in _labelled(scene, grid):
                row = _Row(cells, tuple(then), tuple(ahead), tuple(grown))
                index[label].append(row)
                if len(stem := _IN_ALL.sub("", label)) >= _SHORTEST and stem != label:
                    index[stem].append(row)
                bare, rate = (label[:-2], "增速") if label.endswith("增速") else (label, "")
                if identity := scene.rules.indicator_names.get(bare, ""):
                    index["@" + identity + rate].append(row)
    return index


def _sets_out(goal: Column, done: Column) -> bool:
    return goal.part == "plan" and done.part != "plan" and bool(done.time) and goal.time == done.time + 1


def _labelled(scene: Scene, grid: Grid) -> Iterator[tuple[str, dict[int, Claim]]]:
    for figures, names in halves(scene, grid):
        for row, name in names.items():
            words = [word for word in name.split(" ") if not _NUMBER.fullmatch(word)] or [""]
            label = _UNIT.sub("", _NUMBERING.sub("", words[0]))
            if len(label) >= _SHORTEST:
                yield label, {column: claim for (at, column), claim in figures.items() if at == row}


def _between(scene: Scene, moved: Claim, row: _Row) -> Iterator[Relation]:
    clause = last_clause(moved.lead)
    if _PLANNED.search(clause) or _OTHERWISE.search(clause):
        return
    if (spans := _SPAN.findall(clause)) and moved.measure == "points":
        yield from _since_months(scene, moved, row, spans[-1])
        return
    pairs = row.then if moved.modality != "target" else row.ahead if moved.measure == "rate" else ()
    found = [(now, base) for now, base in pairs if _fits(scene, moved, row, now, base)]
    latest = max((now.time for now, _ in found), default=0)
    found = [pair for pair in found if pair[0].time == latest]
    if len(found) != 1:
        return
    now, base = (row.cells[column.index] for column in found[0])
    before = (claim for claim in scene.before(moved, _BACK) if claim.sentence == moved.sentence)
    if scene.scope(moved) == scene.scope(now) and of_one_amount(scene, now, before):
        yield _moved(scene, moved, now, base)


def _since_months(scene: Scene, points: Claim, row: _Row, months: str) -> Iterator[Relation]:
    """增速比1—9月回落0.3个百分点: between the rate of growth now and the one under the heading of those months."""
    bases = [c for c in row.rates if months in c.title and c.index in row.cells]
    nows = [c for c in row.rates if months not in c.title and c.index in row.cells]
    if len(bases) == len(nows) == 1:
        yield _moved(scene, points, row.cells[nows[0].index], row.cells[bases[0].index])


def _fits(scene: Scene, moved: Claim, row: _Row, now: Column, base: Column) -> bool:
    one, other = row.cells.get(now.index), row.cells.get(base.index)
    if one is None or other is None or one.quantity.dimension != other.quantity.dimension:
        return False
    dimension = one.quantity.dimension
    # what has no unit of its own grows by a rate all the same
    sort = dimension == "fraction" if moved.measure == "points" else dimension not in ("fraction", "rank", "point")
    alike = moved.measure != "change" or scene.same_things(moved, one)
    timed = moved.modality == "target" or _compares(last_clause(moved.lead), base)
    dated = moved.period is None or moved.modality == "target" or _in_its_time(scene, moved.period, now)
    return sort and alike and timed and dated


def _in_its_time(scene: Scene, period: Period, column: Column) -> bool:
    """Whether the time of a change is that of a column: a quarter's growth is neither its year's nor its half-year's. What is of the time
    that the document tells of (报告期) is of its columns."""
    months, told = months_of(column.title), of_time(period, time_told(scene))
    if column.time and period.last.year != column.time:
        return False
    if months is not None:
        longer = period.first.month <= months[0] and period.last.month >= months[1]
        return told and longer or period.last.month == months[1] and (period.point or period.first.month == months[0])
    if not column.time:
        return told
    return period.point or period.months >= _YEAR or _PARTED.search(column.title) is not None


def _at_constant_prices(scene: Scene, moved: Claim) -> bool:
    return moved.measure == "rate" and ("产值" in moved.name or at_constant_prices(scene.rules, moved))


def _compares(clause: str, base: Column) -> bool:
    """Whether the time that the words measure from is that of the column: a column of 年初 is no base of what grew 同比."""
    years = _SINCE_YEAR.findall(clause)
    if years:
        return [int(year) for year in years] == [base.time]
    said = next((words for words in _TIMES if words.search(clause)), None)
    told = next((words for words in _TIMES if words.search(base.title)), None)
    if said is None:
        return told in (None, _YEAR_BEFORE)
    if told is None:
        return bool(base.time) and said is not _JUST_BEFORE
    return said is told


def _moved(scene: Scene, moved: Claim, now: Claim, base: Claim) -> Relation:
    ends = [cell_term("now", now), cell_term("base", base)]
    if moved.measure == "rate":
        return scene.relation("growth-from-levels", [term("rate", moved), *ends], ("told", moved.index), _SURE)
    if moved.measure == "change":
        return scene.relation("change-of-levels", [term("change", moved), *ends], ("told", moved.index), _SURE)
    clause = last_clause(moved.lead)
    # 降幅收窄: the rate, which is below zero, rises
    falls = (moved.direction < 0 or "低于" in clause or "不及" in clause) != (_OF_FALL.search(clause) is not None)
    size = moved.quantity.interval.scaled(POINT)
    return scene.relation("points-of-rates", [Term("points", -size if falls else size, moved), *ends], ("points", moved.index), _SURE)
