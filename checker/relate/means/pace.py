"""Amounts over time: 日均, 月均, 年均; how long a stock or a task lasts: 可用n天."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from checker.claim import Claim
from checker.interval import Interval
from checker.relate.changes.levels import over_years_past
from checker.relate.likeness import coverage, label, told
from checker.relate.scene import Scene
from checker.relate.shares.sanity import mean_ruled_out
from checker.relate.sorts import amount
from checker.relate.topic import last_clause
from checker.relation import Relation, Term, term

ONE = Decimal(1)
_NAMED = 0.7
# 47 of 47 in 1031 documents
_ALONE = 0.97
# likelier than all else, though the words leave the length of time to the reader: 7 of 11 hold
_CLEAR = 0.7
_SENTENCE = 12
_FLOWN = 0.94
_SEASONS = ("期间", "假期", "春运", "暑运", "黄金周", "节日", "专项", "以来")
# a plan's five years are no season
_FIVE_YEARS = re.compile("[一二三四五]五”?(?:规划)?期间")
_SUMMED = ("共", "累计", "合计", "总计")
_SEVERAL = 2
# a length that says how much sooner or longer something was, not how long it lasted
_APART = ("提前", "延长", "缩短", "超过", "比", "较")
_AT_HAND = re.compile("可[用供]|可调|有效")
_STORED = re.compile("[存储余剩备蓄]")
_MOVED = re.compile("[来耗用进出销购]")
_LASTS = ("可用", "可供", "可支撑", "可保障", "可满足", "可维持", "能用")
_PACE = re.compile("(?P<日均>日均|平均每一?[天日]|每[天日]平均)|(?P<月均>月均|平均每个?月|每月平均)|(?P<年均>年均|平均每年|每年平均)")
_PACE_REACH, _CLAUSES = 14, 200
_ON_THE_AVERAGE = re.compile("^[间内里，、(]?(?:平均|[日时]均)(?!水平|值)")
_WORTH = re.compile("相当于|折合|折算|合[^，]{0,2}$")
_OF_THEM = re.compile("其中|最[大高多小低少]|[比较]|超过|提前|延长|缩短")
_MONTHLY = re.compile("月均|每月|月平均|(?<![0-9一二三四五六七八九十])月支出")
_YEAR = 12


def relations(scene: Scene) -> Iterator[Relation]:
    """For every amount by the day, month or year the amount it adds up to, for every length that a stock lasts the stock and its use."""
    for claim in scene.prose:
        if claim.measure in ("mean", "level") and claim.modality != "base" and amount_like(claim):
            yield from _per_time(scene, claim)
            yield from _flow(scene, claim)
            if "每年" in last_clause(claim.lead):
                yield from _yearly(scene, claim)
        if claim.measure == "length" and any(word in claim.lead[-8:] for word in _LASTS):
            yield from _supply(scene, claim)
        if claim.measure == "length" and "可支付" in claim.lead[-8:]:
            yield from _fund(scene, claim)


def amount_like(claim: Claim) -> bool:
    """Whether the figure is an amount of something, as a mean or a level."""
    return claim.quantity.dimension not in ("fraction", "point", "multiple", "rank", "number", "ratio", "")


def quotient_term(mean: Claim) -> Term:
    """The mean in its role: though it counts whole things (36人), a quotient has been rounded to them."""
    quantity = mean.quantity
    around = Interval.around(quantity.value, quantity.step / 2) if quantity.exact else mean.signed
    return Term("mean", around, mean)


def _per_time(scene: Scene, mean: Claim) -> Iterator[Relation]:
    """日均, 月均, 年均: an amount over the days, months or years in which it came together."""
    found = _PACE.search(last_clause(mean.lead)[-_PACE_REACH:])
    if found is None or over_years_past(scene, mean):
        return
    word = next(name for name, text in found.groupdict().items() if text)
    alike = [c for c in scene.before(mean, 3) if c.quantity.dimension == mean.quantity.dimension]
    near = [c for c in alike if c.measure in ("level", "change") and c.modality != "base" and "each" not in c.cues]
    near = [c for c in near if (word == "年均" or not _of_other_time(c, mean)) and ("paren" in c.cues) == ("paren" in mean.cues)]
    said = last_clause(mean.lead)[-_PACE_REACH:][found.end() :]
    lengths = _lengths(scene, mean, word)
    for count, note, sole in lengths:
        for rank, whole in enumerate([c for c in near[:2] if not mean_ruled_out(mean, c, Decimal(count))]):
            terms = [quotient_term(mean), Term("numerator", whole.signed, whole), Term("denominator", Interval.exactly(count), None, note)]
            named = not told(said) or coverage(said, label(scene, whole)) >= _NAMED
            alone = rank == 0 and sole and named and whole.sentence == mean.sentence
            clear = rank == 0 and named and whole is near[0] and whole.sentence == mean.sentence and not whole.quantity.hedge
            trust = _ALONE if alone else _CLEAR if clear and len(lengths) == 1 else 0.5
            yield scene.relation("mean-per-unit", terms, ("per-time", mean.index), trust)


def _flow(scene: Scene, mean: Claim) -> Iterator[Relation]:
    """拦蓄洪水1.08亿立方米，相当于24小时平均拦蓄1250立方米每秒: so much in a second or an hour, over the time told right before it."""
    thing, _, per = mean.quantity.dimension.rpartition("/")
    length = next(scene.before(mean, 1), None)
    if per != "time" or length is None or length.clause != mean.clause or not _ON_THE_AVERAGE.match(mean.lead):
        return
    alike = [c for c in scene.before(length, _SENTENCE) if c.quantity.dimension == thing and c.sentence == mean.sentence]
    lasted = length.measure == "length" and length.quantity.dimension == "time" and not _OF_THEM.search(length.lead)
    if not lasted or len(alike) != 1 or alike[0].measure not in ("level", "change") or alike[0].modality != "result":
        return
    said = _ON_THE_AVERAGE.sub("", last_clause(mean.lead))
    if not _WORTH.search(length.lead) and (not told(said) or coverage(said, label(scene, alike[0])) < _NAMED):
        return  # 蓄水量1.08亿立方米，24小时平均入库1250立方米每秒
    terms = [quotient_term(mean), term("numerator", alike[0]), Term("denominator", Interval.exactly(length.quantity.value), length)]
    yield scene.relation("mean-per-unit", terms, ("per-time", mean.index), _FLOWN)


def _of_other_time(whole: Claim, mean: Claim) -> bool:
    """下半年需完成48亿元，月均8亿元，上半年月均8.33亿元: whether an amount is of a time that ends before the mean's begins, or begins
    after."""
    one, other = whole.period, mean.period
    return one is not None and other is not None and (one.last < other.first or other.last < one.first)


def _lengths(scene: Scene, mean: Claim, word: str) -> list[tuple[int, str, bool]]:
    """How many days, months or years may lie beneath the mean, each as worded and whether the words of the sentence leave no other."""
    if word == "年均":
        own = _years_here(scene, mean) or _years_between(scene, mean)
        counts = own or scene.year_lengths
        return [(count, f"{count}年", len(counts) == 1 and bool(own or _since_ever(scene, mean))) for count in counts]
    if days := _days_here(scene, mean, word):
        return days
    if mean.period is None or mean.period.point:
        return []
    stated = _period_stated(scene, mean)
    if word == "日均":
        return [(mean.period.days, f"{mean.period.days}天", stated)]
    return [(mean.period.months, f"{mean.period.months}个月", stated)]


def _days_here(scene: Scene, mean: Claim, word: str) -> list[tuple[int, str, bool]]:
    """5天抢收160万亩，日均32万亩: the one length of the sentence in days or months, where the amount stands behind it."""
    units = ("天", "日") if word == "日均" else ("个月", "月")
    text = scene.document.words
    start = max(_sentence_start(scene, mean), text.stretch(mean.quantity.start, mean.quantity.end, _CLAUSES)[0])
    here = scene.quantities_between(start, mean.quantity.start)
    lengths = [q for q in here if q.when is not None and q.when.form == "length"]
    alike = [q for q in here if q.dimension == mean.quantity.dimension]
    one = lengths[0].when if len(lengths) == 1 and len(alike) == 1 and alike[0].start > lengths[0].start else None
    if one is None or one.unit not in units or one.count is None or one.count != int(one.count) or one.count < _SEVERAL:
        return []
    words = text[start : alike[0].start]
    return [] if any(word in words for word in _APART) else [(int(one.count), lengths[0].text, True)]


def _since_ever(scene: Scene, mean: Claim) -> bool:
    """累计418亿元，年均83亿元 with no date in the sentence: over the years that the document reviews."""
    start = _sentence_start(scene, mean)
    dated = any(q.when is not None for q in scene.quantities_between(start, mean.quantity.start))
    return not dated and any("累计" in c.lead for c in scene.before(mean, 2) if c.sentence == mean.sentence)


def _period_stated(scene: Scene, mean: Claim) -> bool:
    """Whether the sentence itself names the time the mean is over, and no feast or campaign within it."""
    start = _sentence_start(scene, mean)
    spans = [q.when for q in scene.quantities_between(start, mean.quantity.start) if q.when is not None]
    whole = [w for w in spans if w.form == "span"]
    words = "".join(c.lead for c in scene.before(mean, _SENTENCE) if c.sentence == mean.sentence) + mean.lead
    words = _FIVE_YEARS.sub("", words)
    return bool(whole) and len(whole) == len(spans) and not any(word in words for word in _SEASONS)


def _sentence_start(scene: Scene, mean: Claim) -> int:
    first = next((c for c in reversed(list(scene.before(mean, _SENTENCE))) if c.sentence == mean.sentence), mean)
    return scene.document.words.back(first.quantity.start, len(first.lead))


def _years_here(scene: Scene, mean: Claim) -> list[int]:
    """The number of years that the sentence itself speaks of: 五年累计269.97亿元、年均近54亿元."""
    return _lengths_between(scene, _sentence_start(scene, mean), mean.quantity.start)


def _years_between(scene: Scene, mean: Claim) -> list[int]:
    """2021—2024年累计投入, “十四五”期间累计新建: the whole years of the time that the sentence begins with."""
    months = mean.period.months if mean.period is not None and not mean.period.point else 0
    # “十四五”期间累计 may be written before the five years are over
    numbered = mean.dated is not None and mean.dated.text[:1].isdigit()
    return [months // _YEAR] if months >= 2 * _YEAR and months % _YEAR == 0 and numbered and _period_stated(scene, mean) else []


def _lengths_between(scene: Scene, start: int, end: int) -> list[int]:
    spans = [q.when for q in scene.quantities_between(start, end) if q.when is not None and q.when.form == "length"]
    return sorted({int(w.count) for w in spans if w.unit == "年" and w.count is not None and 2 <= w.count <= 20})


def _yearly(scene: Scene, mean: Claim) -> Iterator[Relation]:
    """每年新增500个，四年共2000个: so many a year over the years that the total is said to cover."""
    length, total = (*scene.after(mean, 2), None, None)[:2]
    if length is None or total is None or length.quantity.when is None or length.quantity.when.unit != "年":
        return
    years = length.quantity.when.count
    if years and total.quantity.dimension == mean.quantity.dimension and amount(total) and total.lead.lstrip("内里间").startswith(_SUMMED):
        count = Term("denominator", Interval.exactly(int(years)), length)
        terms = [quotient_term(mean), term("numerator", total), count]
        yield scene.relation("mean-per-unit", terms, ("per-time", mean.index), 0.93)


def _fund(scene: Scene, length: Claim) -> Iterator[Relation]:
    """累计结余A，支出B，可支付n个月: what is left of a fund over its monthly spending."""
    when = length.quantity.when
    near = [c for c in scene.before(length, 8) if c.quantity.dimension == "money" and c.modality != "base"]
    near = [c for c in near if amount(c) or c.measure == "mean" and _MONTHLY.search(last_clause(c.lead))]
    left = [c for c in near if "结余" in last_clause(c.lead)[-8:] and "当年" not in c.lead[-8:] and "当期" not in c.lead[-8:]]
    spent = [c for c in near if last_clause(c.lead).rstrip("为是达约了").endswith("支出")]
    if when is None or when.unit not in ("个月", "月") or not left or not spent:
        return
    if scene.whose.get(left[0].index) != scene.whose.get(spent[0].index) and left[0].clause != spent[0].clause:
        return  # 支出b；统筹基金累计结余a: the clause began with another's name
    period = spent[0].period
    months = period.months if period is not None and not period.point else 12
    terms = [term("months", length), term("numerator", left[0]), term("denominator", spent[0])]
    if not _MONTHLY.search(last_clause(spent[0].lead)):
        terms.append(Term("denominator", Interval(ONE / months, ONE / months), None, f"(1 ÷ {months})"))
    yield scene.relation("mean-per-unit", terms, ("supply", length.index), 0.93)


def _supply(scene: Scene, length: Claim) -> Iterator[Relation]:
    """库存A，日均消耗B，可用n天: stock over daily use."""
    near = [c for c in scene.before(length, 8) if c.sentence == length.sentence and amount_like(c)]
    daily = [c for c in near if "日" in c.lead[-8:] and c.measure in ("mean", "level")]
    levels = [c for c in near if c not in daily and c.measure == "level" and c.modality == "result"]
    # 存煤240万吨，当月来煤228万吨、耗煤242万吨，可用31天: what is in store lasts, not what came or went
    # of water in store only what is above the dead storage may be used
    stock = next((kept for said in (_AT_HAND, _STORED) if (kept := [c for c in levels if said.search(last_clause(c.lead))])), [])
    if not stock:
        still = [c for c in levels if not _MOVED.search(last_clause(c.lead))]
        stock = still if len(still) == 1 else []
    if length.quantity.when is None or length.quantity.when.unit not in ("天", "日") or not daily or not stock:
        return
    if daily[0].quantity.dimension == stock[0].quantity.dimension:
        terms = [term("days", length), Term("numerator", stock[0].signed, stock[0]), Term("denominator", daily[0].signed, daily[0])]
        yield scene.relation("mean-per-unit", terms, ("supply", length.index), 0.93)
