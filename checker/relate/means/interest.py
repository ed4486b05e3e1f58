"""Interest and penalties: a principal at a rate by the year, month or day, for so long; the days in which a penalty reaches its
limit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from checker.claim import Claim
from checker.interval import Interval
from checker.relate.scene import Scene
from checker.relate.sorts import amount
from checker.relate.topic import last_clause
from checker.relation import Relation, Term, term

_EARNED = re.compile(
    "(?:利息|付息|罚息|贴息|收益|违约金|滞纳金|资金占用费|利息支出|利息收入|利息费用)(?:共计?|合计|总额|为|约为|达|共为|人民币){0,2}$"
)
# what has been paid so far, or of a time of its own, is not that of the whole length
_SO_FAR = re.compile("[已未少免预]|[本当上今][年期月季半]|其中|另|年度|实际|第.[年期季]")
_YEARLY = re.compile("年利率|年化|票面利率|年息|年费率|(?<![月日])利率")
_MONTHLY = re.compile("月利率|月息|月费率")
_DAILY = re.compile("日利率|日息|每(?:逾期|延期|迟延|拖欠|滞纳|延误|超期)?一?[日天1]|按日|日(?:加收)?$")
_EACH_TIME = re.compile("每年|年付息|年利息|年收益|全年|一年|每[日天]|每月|每半年|每季")
_LIMIT = re.compile("上限|限额|封顶|最[高多]|不超过|为限")
_REACHED = re.compile("^(?:即|便|时|后|就|将){0,2}(?:达到?|到达|触及)[^，。;；]{0,6}上限")
_TO_LIMIT = re.compile("(?:上限|限额)[^，。；;]{0,4}(?:折算|折合|相当于|对应|即)[^，。；;]{0,4}$")
# what is paid back on the way bears no interest any more
_REPAID = re.compile("等额|等本|分[期年月次批]|逐[年月期]|(?:归还|偿还)本金|本金[^。；]{0,6}(?:归还|偿还)")
_ROW = 3
_FEW, _AROUND = 6, 20
_SURE = 0.95
_ONE = Decimal(1)
# a year of interest has 360 days by custom, 365 or 366 by the calendar
_YEAR_OF_DAYS = Interval(Decimal(360), Decimal(366))
_TWELVE = Decimal(12)


def relations(scene: Scene) -> Iterator[Relation]:
    """Every row of a principal, a rate, a length of time and what came of them; every limit of a penalty in days."""
    for sentence in scene.sentences:
        for position, earned in enumerate(sentence):
            if earned.quantity.dimension == "money" and amount(earned) and _plain(earned) and _EARNED.search(last_clause(earned.lead)):
                yield from _earned(scene, sentence[max(0, position - _ROW) : position], earned)
            when = earned.quantity.when
            if when is not None and when.form == "length" and when.unit == "日" and position > 1:
                yield from _limited(scene, sentence[max(0, position - _FEW) : position], earned)


def _plain(claim: Claim) -> bool:
    return not claim.quantity.hedge and claim.quantity.high is None and claim.modality != "base"


def _rate(claim: Claim) -> bool:
    return claim.quantity.dimension == "fraction" and claim.measure in ("level", "share") and _plain(claim)


def _earned(scene: Scene, row: Sequence[Claim], earned: Claim) -> Iterator[Relation]:
    """The one principal, the one rate and the one length right before, in whatever order."""
    principals = [c for c in row if c.quantity.dimension == "money" and amount(c) and _plain(c)]
    rates = [c for c in row if _rate(c)]
    lengths = [c for c in row if c.quantity.when is not None and c.quantity.when.form == "length" and not c.quantity.hedge]
    if not len(row) == _ROW == len(principals) + len(rates) + len(lengths) or len(principals) != 1 or len(rates) != 1:
        return
    if _SO_FAR.search(last_clause(earned.lead)) or row[0].clause != earned.clause or _EARNED.search(last_clause(principals[0].lead)):
        return
    if any(_REPAID.search(c.lead) for c in (*row, earned)) or _REPAID.search(re.split("[。；;]", earned.tail[:_AROUND])[0]):
        return
    long = _long(rates[0], lengths[0], principals[0], earned)
    if long is not None:
        rate = Term("rate", Interval.exactly(rates[0].quantity.value), rates[0])
        terms = [term("amount", earned), term("base", principals[0]), rate, Term("time", long[0], lengths[0], long[1])]
        yield scene.relation("amount-by-rate", terms, ("made", earned.index), _SURE)


def _long(rate: Claim, length: Claim, principal: Claim, earned: Claim) -> tuple[Interval, str] | None:
    """How many of the rate's years, months or days a length holds; one year of what is paid every year."""
    when = length.quantity.when
    if when is None or when.count is None:
        return None
    count, unit = when.count, when.unit
    words = last_clause(rate.lead) if len(rate.lead.strip("的")) else last_clause(principal.lead)
    if _EACH_TIME.search(last_clause(earned.lead)):
        yearly = _YEARLY.search(words) is not None and "年" in last_clause(earned.lead) and "半年" not in earned.lead
        return (Interval.exactly(_ONE), "1年") if yearly else None
    if _DAILY.search(words):
        return (Interval.exactly(count), f"{count:f}") if unit == "日" else None
    if _MONTHLY.search(words):
        months = {"月": count, "年": count * _TWELVE}.get(unit)
        return None if months is None else (Interval.exactly(months), f"{months:f}")
    if not _YEARLY.search(words + rate.tail[:4]):
        return None
    if unit == "日":
        return Interval.exactly(count) / _YEAR_OF_DAYS, f"{count:f} ÷ (360–366)"
    years = {"月": Interval.exactly(count) / Interval.exactly(_TWELVE), "年": Interval.exactly(count)}.get(unit)
    return None if years is None else (years, f"{count:f}" if unit == "年" else f"{count:f} ÷ 12")


def _limited(scene: Scene, row: Sequence[Claim], days: Claim) -> Iterator[Relation]:
    """每逾期一日0.5‰, 累计不超过5%, 逾期满100日即达上限: the limit over what a day costs."""
    if not (_REACHED.match(days.tail) or _TO_LIMIT.search(last_clause(days.lead))):
        return
    limits = [c for c in row if c.quantity.dimension == "fraction" and _LIMIT.search(last_clause(c.lead) + c.quantity.text + c.tail[:3])]
    daily = [c for c in row if c.quantity.dimension == "fraction" and c not in limits and not c.quantity.hedge and c.quantity.value > 0]
    if len(limits) == len(daily) == 1 and daily[0].index < limits[0].index:
        told = zip(("ratio", "numerator", "denominator"), (days, limits[0], daily[0]), strict=True)
        terms = [Term(role, Interval.exactly(c.quantity.value), c) for role, c in told]
        yield scene.relation("ratio-of-levels", terms, ("limit", days.index), _SURE)
