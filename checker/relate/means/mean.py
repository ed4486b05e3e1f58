"""Means and unit quotients: 户均, 人均, 亩均, 平均每…: one amount over a count, told apart by their units and their words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from checker.claim import Claim
from checker.interval import Interval
from checker.relate.likeness import label, told
from checker.relate.means import harvest, population
from checker.relate.means.divisors import Divisor, divisor
from checker.relate.means.pace import amount_like, quotient_term
from checker.relate.means.ranking import added, among_others, calculated, covered, first, other_matter, paid_out, ranked, together, topic
from checker.relate.means.tally import over_list, run_of
from checker.relate.scene import Scene
from checker.relate.shares.sanity import ruled_out
from checker.relate.sorts import amount, countable, of_the_first
from checker.relate.topic import last_clause
from checker.relation import Relation, Term, term

_REACH = 16
_LIMIT = re.compile("(?:[上下]限|最[高低]|起付线|限额|限价)[^，]{0,4}$|单[车店台户]")
_SURVEYED = re.compile("[人户]均[^，。；;]{0,6}(?:工资|收入|寿命)")
_POPULATION = re.compile("(?:(?<!城镇)(?<!乡村)(?<!农村)(?:常住|户籍)|总|平均)人口(?:总数|总量|数)?[为达到约有共]{0,2}$")
# 密度由上年末的每平方公里119公里提高到129公里
_FORMER = re.compile("[由从](?:[0-9一二三四五六七八九十]{1,4}年|[上去前]年|年初|[上去]年)[^，]{0,6}的")
_FURTHER = 120
_PRICE = re.compile("每(?![年月季天日])")
_YEAR_ROUND = Interval(Decimal("0.98"), Decimal("1.02"))
# a pair that the words do not single out is no more than a rival
_RIVAL = 0.5
_EACH_ONE = re.compile("每[^年月季天日，][^，]{0,3}$")
_TIMED = re.compile("[日月年周季]均|每[日天月年周季]")
_EACH = 8  # how far before a figure 每 makes it a price
_SURE = 0.94
# one of the two stands in the sentence before
_FAR = 0.92
# of several counts alike by their words the nearest
_NEAREST = 0.91
# likelier than all else: believed where one slip would mend it
_CLEAR = 0.88
_LOOSE = 0.6
# the share of a name's characters from which it names the same thing
_NAMED = 0.5
_WELL_NAMED = 0.6
_TELLING = 2
# characters that say of money no more than that it is spent
_SPENT = frozenset("支出金额费用花造价投资")
# 旅游收入38.9亿元，人均消费800元: what visitors spend is what is taken from them
_CONSUMED, _TOURISM = frozenset("消费"), "旅游"


def relations(scene: Scene) -> Iterator[Relation]:
    """For every figure that says so much for each, the amount and the count it comes from."""
    yield from harvest.relations(scene)
    for claim in scene.prose:
        if claim.measure not in ("mean", "level") or claim.modality == "base" or not amount_like(claim) or _surveyed(scene, claim):
            continue
        per = divisor(scene, claim)
        # 户均按每月18立方米估算: assumed, not worked out; 每家每种情形各计1个: so many counted, and no quotient
        former = _FORMER.search(last_clause(claim.lead)) is not None
        if per is not None and not calculated(claim) and "各计" not in claim.lead and not former:
            yield from _quotients(scene, claim, per)


def _surveyed(scene: Scene, claim: Claim) -> bool:
    """Incomes and expenses of households come from sample surveys, what the pack defines is its own business: no neighbours make them."""
    indicator = scene.rules.indicators.get(claim.indicator)
    if indicator is not None and (indicator.field == "income" or claim.indicator in scene.defined):
        return "/" in claim.quantity.dimension or "密度" not in last_clause(claim.lead)  # 人口密度为每平方公里250人
    return _SURVEYED.search(last_clause(claim.lead)) is not None


def _quotients(scene: Scene, mean: Claim, per: Divisor) -> Iterator[Relation]:
    near = [c for c in (*scene.before(mean, _REACH), *_following(scene, mean)) if _operand(c) and mean.sentence - c.sentence <= 1]
    bottoms = ranked(scene, mean, per, [c for c in near if per.fits(c) and _may_be_bottom(scene, mean, c)])
    tops = [c for c in near if _divided(per, c) and _may_be_top(scene, mean, per, c) and not of_the_first(scene.document.words, c)]
    tops = tops if any(c.sentence == mean.sentence for c in tops) else _by_time(scene, mean, per) or tops
    if bottoms and len(told(per.said)) < _TELLING and all(c.sentence != mean.sentence for c in tops):
        per = replace(per, said=per.said + topic(scene, bottoms[0]))
    tops = ranked(scene, mean, per, tops)
    yield from over_list(scene, mean, tops, bottoms)
    if per.of_population and all(c.sentence != mean.sentence for c in bottoms):
        yield from _over_population(scene, mean, per, tops)
    pairs = [(a, b) for a in tops[:4] for b in bottoms[:4] if a.index != b.index and not _impossible(mean, per, a, b)]
    for rank, (top, bottom) in enumerate(pairs):
        likely = [top, *(c for c in tops if c is not top)], [bottom, *(c for c in bottoms if c is not bottom)]
        sure = _SURE if _paid_for(scene, mean, top, bottom) or _traded(top, bottom, mean) else _trust(scene, mean, per, *likely)
        yield from _relations(scene, mean, per, top, bottom, _RIVAL if rank else sure)


def _by_time(scene: Scene, mean: Claim, per: Divisor) -> list[Claim]:
    """日均供餐3190人次，点均55人次: the only amount a day, a month or a year of the clause, where the mean tells no time of its own."""
    here = [c for c in scene.before(mean, _REACH) if c.clause == mean.clause and _divided(per, c) and c.modality == "result"]
    timed = len(here) == 1 and "paren" not in here[0].cues and _TIMED.search(last_clause(here[0].lead)) is not None
    return here if timed and not set("日天月年周季") & set(last_clause(mean.lead)) else []


def _impossible(mean: Claim, per: Divisor, top: Claim, bottom: Claim) -> bool:
    """Whether no slip of the pen would make this amount over this count the mean; of so much a month the months are not known here."""
    return "月" not in last_clause(mean.lead)[-8:] and ruled_out(mean, (top,), bottom, per.size)


def _divided(per: Divisor, claim: Claim) -> bool:
    """Whether a figure is of the kind the mean is of: 17万人次 over 412场 are 420人 each, 2108户次 over 4次 527户."""
    kinds = {claim.quantity.dimension, per.above}
    return len({kind.removesuffix("次") for kind in kinds}) == 1 or kinds == {"person", "count:人次"}


def _over_population(scene: Scene, mean: Claim, per: Divisor, tops: Sequence[Claim]) -> Iterator[Relation]:
    """每千人口床位: over the population named elsewhere; a mean of the year differs from the number at its end by little."""
    if population.settles(scene, mean):
        return
    place = bisect_left(scene.prose, mean.index, key=lambda other: other.index)
    around = [c for c in scene.prose[max(0, place - _FURTHER) : place + _FURTHER] if _operand(c) and c.index != mean.index]
    around.sort(key=lambda c: abs(c.index - mean.index))
    people = [c for c in around if c.quantity.dimension == "person" and _POPULATION.search(c.lead) and per.fits(c)]
    named = [c for c in tops if covered(scene, per.said, c) >= _WELL_NAMED and not added(per.said, c)]
    if not named and len(told(per.said)) >= _TELLING:
        far = [c for c in around if _divided(per, c) and covered(scene, per.said, c) >= _WELL_NAMED]
        named = sorted((c for c in far if not added(per.said, c)), key=lambda c: -covered(scene, per.said, c))
    for rank, top in enumerate(named[:2]):
        for second, count in enumerate(people[:3]):
            people_then = count.signed.scaled(1 / per.size) * _YEAR_ROUND
            terms = [quotient_term(mean), term("numerator", top), Term("denominator", people_then, count, f"{count.quantity.text}(±2%)")]
            yield scene.relation("mean-per-unit", terms, ("mean", mean.index), _FAR if rank == second == 0 else _RIVAL)


def _may_be_top(scene: Scene, mean: Claim, per: Divisor, claim: Claim) -> bool:
    """What follows a mean is its amount only if the words say so: 户均2.3万元，合计1.8亿元; 亩产402.7公斤；总产量75万吨."""
    bracketed = "paren" in claim.cues & mean.cues and claim.index < mean.index
    if bracketed and any("paren" not in between.cues for between in scene.claims[claim.index + 1 : mean.index]):
        return False  # 流水线1套(2368000元)、分析仪2台(单价497500元)
    if claim.index < mean.index or together(mean, claim) or paid_out(scene, mean, claim):
        return True
    others = any(per.fits(other) for other in scene.after(mean, claim.index - mean.index - 1))
    return not others and covered(scene, per.said, claim) >= _WELL_NAMED


def _may_be_bottom(scene: Scene, mean: Claim, claim: Claim) -> bool:
    """每10股: the number of units in the quotient word is no count; what follows a mean is its count only where it is explained, or where
    the total of both follows: 每台可容纳45人，28台合计可容纳1260人."""
    if claim.index < mean.index:
        return not (claim.index == mean.index - 1 and claim.lead.endswith("每"))
    if claim.index == mean.index + 1 and any(together(mean, other) for other in scene.after(claim, 1)):
        return True
    return calculated(claim) or "paren" in claim.cues and "paren" not in mean.cues


def _relations(scene: Scene, mean: Claim, per: Divisor, top: Claim, bottom: Claim, trust: float) -> Iterator[Relation]:
    """The quotient; of so much a month by the months as well, which the words may leave to the reader."""
    below = Term("denominator", bottom.signed.scaled(1 / per.size), bottom)
    # what is paid for each is laid down: no more was rounded than the sum
    agreed = paid_out(scene, mean, top) and "均" not in last_clause(mean.lead)
    told_mean = Term("mean", Interval.exactly(mean.quantity.value), mean) if agreed and not mean.quantity.hedge else quotient_term(mean)
    # 减免税收6419.5万元，户均86.8万元: both are told by their size
    sized = top.direction < 0 <= mean.quantity.value * mean.direction
    terms = [told_mean, Term("numerator", top.quantity.interval, top) if sized else term("numerator", top), below]
    question = ("mean", mean.index)
    if "月" not in last_clause(mean.lead)[-8:]:
        yield scene.relation("mean-per-unit", terms, question, trust)
        return
    known = mean.period.months if mean.period is not None and mean.period.months <= 12 else 12
    for months in sorted({1, known, 12}, key=lambda count: count != known):
        factor = [Term("denominator", Interval.exactly(months), None, f"{months}个月")] if months > 1 else []
        sure = months == known and "累计" not in top.lead
        yield scene.relation("mean-per-unit", [*terms, *factor], question, trust if sure else min(trust, _RIVAL))


def _operand(claim: Claim) -> bool:
    level = (amount(claim) or claim.measure == "change") and claim.modality != "base" and "each" not in claim.cues
    # 缴费基数上限为21228元: a limit is nobody's amount, nor is 单车毛利
    return level and _LIMIT.search(last_clause(claim.lead)) is None


def _following(scene: Scene, mean: Claim) -> Iterator[Claim]:
    """The figures right after a mean that still speak of it: …，合计1.8亿元; （按常住人口36.4万人计算）."""
    for claim in scene.after(mean, 2):
        if "each" in claim.cues or claim.measure == "change":
            return
        yield claim


def _paid_for(scene: Scene, mean: Claim, top: Claim, bottom: Claim) -> bool:
    """1240户，每户1500元，共186万元: what is counted, what each is, and what it comes to, one right behind the other."""
    beside = bottom.index == mean.index - 1 and bottom.sentence == mean.sentence and "paren" not in bottom.cues
    return beside and paid_out(scene, mean, top) and not any(c.quantity.hedge for c in (mean, top, bottom))


def _trust(scene: Scene, mean: Claim, per: Divisor, tops: Sequence[Claim], bottoms: Sequence[Claim]) -> float:
    """How sure it is that the likeliest amount and count are meant."""
    top, bottom = tops[0], bottoms[0]
    if top.quantity.hedge or bottom.quantity.hedge or "grant" in mean.cues or added(per.said, top) or among_others(scene, per, top, bottom):
        return _RIVAL
    if _PRICE.search(last_clause(top.lead)[-_EACH:]):
        return _RIVAL  # a price is no amount to be shared out, as 每年增收 is
    between = scene.claims[top.index + 1 : mean.index]
    if top.clause != mean.clause and any(_nearer(per, c, top, bottom, mean) for c in between):
        return _RIVAL  # another amount of its kind stands nearer, behind a semicolon
    whose = topic(scene, bottom) if bottom.clause == mean.clause != top.clause and not told(per.said) else ""
    if top.sentence == mean.sentence and len(told(whose)) > _TELLING and covered(scene, whose, top) < _NAMED:
        return _RIVAL  # 损坏89间；倒塌涉及31户，户均: behind a semicolon the count says what the mean is of
    begun = [c for c in between if "part" in c.cues and "paren" not in c.cues and amount(c) and c.sentence == mean.sentence]
    if begun:
        return _RIVAL  # the mean may be of the part alone
    if other_matter(mean, top) or together(mean, top) and _of_several(scene, mean, top):
        return _RIVAL
    alone = first(scene, mean, per, tops), first(scene, mean, per, bottoms)
    if top.sentence == bottom.sentence == mean.sentence:
        wanted = _NAMED if top.clause == mean.clause and len(told(per.said)) <= _TELLING else _WELL_NAMED
        spent = _SPENT | _CONSUMED if _TOURISM in label(scene, top) else _SPENT
        said = told(per.said) - (spent if per.above == "money" else frozenset())
        if said and covered(scene, per.said, top, bottom) < wanted and not together(mean, top):
            return _RIVAL
        if all(alone) or {mean.index - top.index, mean.index - bottom.index} == {1, 2}:
            return _SURE
        doubtful = _CLEAR if top.clause == bottom.clause == mean.clause else _LOOSE
        return _NEAREST if alone[0] and bottom.index < mean.index and len(run_of(scene, bottom)) == 1 else doubtful
    if not all(alone):
        return _RIVAL
    if bottom.sentence == mean.sentence:
        return _FAR if covered(scene, per.said, top) >= _WELL_NAMED else _RIVAL
    counted_so = "person" not in per.dimensions and top.sentence == mean.sentence
    return _FAR if counted_so and (not told(per.said) or covered(scene, per.said, top, bottom) >= _NAMED) else _RIVAL


def _of_several(scene: Scene, mean: Claim, top: Claim) -> bool:
    """Whether a total may be of several products: another price stands before in the sentence, or another sum between."""
    before = [c for c in scene.before(mean, _REACH) if c.sentence == mean.sentence and c.quantity.dimension == mean.quantity.dimension]
    prices = any(c.measure == mean.measure == "mean" or _EACH_ONE.search(last_clause(c.lead)) for c in before)
    return prices or any(c.quantity.dimension == mean.quantity.dimension for c in scene.claims[mean.index + 1 : top.index])


def _traded(top: Claim, bottom: Claim, mean: Claim) -> bool:
    """减持418万股，成交总金额6160万元，加权平均价格14.71元/股: shares of a trade, what was paid for them, and the price."""
    price = last_clause(mean.lead).rstrip("约为是").endswith(("均价", "平均价格", "平均价"))
    paid = last_clause(top.lead).rstrip("约为人民币").endswith(("金额", "总额", "支付", "资金", "价款"))
    return price and paid and bottom.quantity.dimension == "count:股" and bottom.clause == mean.clause


def _nearer(per: Divisor, claim: Claim, top: Claim, bottom: Claim, mean: Claim) -> bool:
    """Whether a figure stands between an amount and its mean in the same sentence, of the amount's kind."""
    same = claim.quantity.dimension == top.quantity.dimension and claim.index != bottom.index and claim.measure in ("level", "mean")
    # the mean's own clause counts whom it is of
    whom = claim.clause == mean.clause != bottom.clause and (countable(claim) or per.fits(claim))
    return claim.sentence == mean.sentence and (same or whom)
