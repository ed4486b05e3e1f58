"""A sum told in one row with all that it was worked out from: 每人每月1200元, 86人, 6个月, 合计61.92万元. The dimensions say what is
multiplied, and nothing in the row is left over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import permutations

from checker.claim import Claim
from checker.interval import Interval
from checker.relate.clause import JOINTS
from checker.relate.likeness import coverage, told
from checker.relate.means.divisors import divisor
from checker.relate.means.each import EACH, MONTHS_OF_YEAR, OF_TIME, Each, each_of
from checker.relate.means.pace import quotient_term
from checker.relate.means.ranking import calculated, other_matter
from checker.relate.scene import Scene
from checker.relate.sorts import amount, countable, counted, own_basis
from checker.relate.topic import last_clause
from checker.relation import Relation, Term, term

_MOST, _PAIR, _NEAR = 3, 2, 12
# what may be done, or has a bound, is not what was done
_BOUND = re.compile(
    "[上下]限|最[高低多少大小]|不[超低少高]|至[少多]|能力|设计|限额|原来|提[高升]|[降提调]至|由$|从$|[前上近后]$"
    "|密度|当日|单日|高于|低于|超过|[比较]|其中|余下|剩余"
)
_WHOLE_YEAR = re.compile("全年|一年|^[，、(]?(?:即|折合|合)?(?:每人)?每?年(?!均|初|末|底|中)")
_STANDARD = re.compile("^[，、(]?(?:即|折合|合|折算)?(?:每人)?(?:每年|年|全年)(?:标准|补助|待遇|工资|收入)?(?:为|合计|达|共)?$")
_PLAIN = re.compile(
    "^[，、(]?(?:每?[月日年])?(?:即|合计|共计|总计|累计|总共|共|计|应|需|实际|已|将|为|实现|支付|支出|发放|兑付|兑现|拨付|下达|安排|补助|补贴|奖补|奖励|补偿|给予"
    "|收取|缴纳|收入|产值|货款|价款|粮款|租金|资金|金额|经费|费用|费|款|总额|总|全年|年度|年|成交额|成交金额|成交|交易额|交易|转让|对价|减持"
    "|增持|募集|保费|保险费|参保|购置|采购|购买|造价|总价|合价|投资|投入|销售额|销售|套现|回笼|到账|人民币|约|扣款|结算|奖金|薪酬|税收|税款|税额"
    "|产量|总产|总产量|水量|用水|用电|电量|共产){1,8}$"
)
_TIMES = (("每月", "月"), ("每年", "年"), ("每天", "日"), ("每日", "日"), ("每天", "天"))
_SPOKEN = re.compile("(?<![每本上当近年月日])(?P<time>[年月日])(?=[租工补供缴收支费用薪产销])")
_TIME_WORDS = {"年": "year", "月": "month", "日": "time"}
_SUMMED = frozenset("总计合")
_COMPARED = re.compile("^[，、]?(?:是|为|相当于|超|高于|低于|比|较)")
_MEAN = re.compile("均")
_EACH_WORDS = re.compile("每(?:一|个)?[一-鿿]")
_SUMS_UP = re.compile("合计|共计|总计|[两三四五六]项|共需|总共|一共|^[，；]?共")
_EACH_TIME = re.compile("每[年月日天季]")
_OWN_WORDS = 6
_STOPS = frozenset("，。；")
_NAMED = 0.5
_SURE = 0.95
_RIVAL = 0.5
# how many days of a year something was done is left to the reader
_DAYS = 0.9
_LOOSE = 0.8
# all of a row is used up, though the sum bears a name of its own: believed where one slip would mend it (8 of 8 in clean documents)
_UNNAMED = 0.88
# means of one count are read by their words; here only their place tells
_NEIGHBOURS = 0.9
_QUALIFYING = frozenset({"age", "grade", "rank"})
_DAYS_OF_YEAR = Interval(Decimal(365), Decimal(366))


def relations(scene: Scene) -> Iterator[Relation]:
    """For every figure of so much for each (and each month) the row of figures around it that multiplies up to a sum."""
    for figures in scene.sentences:
        # 1.86万名60岁以上老人: how old they are is no factor
        sentence = [claim for claim in figures if claim.quantity.dimension not in _QUALIFYING]
        for at, rate in enumerate(sentence):
            near, position = sentence[max(0, at - _NEAR) : at + _NEAR], min(at, _NEAR)
            if rate.measure in ("mean", "level") and rate.modality != "base" and _plain(rate):
                each = each_of(scene, rate)
                most = _NEIGHBOURS if _divided_elsewhere(scene, rate, each) else _SURE
                for factors, time, alike in _spoken(rate, each):
                    rows = _worked_out(scene, near, position, factors) if 0 < len(factors) <= _MOST else ()
                    found = (r for r in rows if not time or alike == (time in last_clause(_whole(r).lead)))
                    timeless = not any(one.dimension in OF_TIME for one in factors)
                    yield from (replace(r, trust=min(r.trust, _LOOSE if timeless and _lasts(near, r) else most)) for r in found)


def _spoken(rate: Claim, each: list[Each]) -> Iterator[tuple[list[Each], str, bool]]:
    """月租金30元/平方米 is of a month, unless the sum is of a month too: of what, where the sum is or is not so named."""
    found = _SPOKEN.search(last_clause(rate.lead))
    dimension = _TIME_WORDS[found["time"]] if found else ""
    if found is None or any(one.dimension == dimension for one in each):
        yield each, "", True
        return
    yield [*each, Each(dimension)], found["time"], False
    yield each, found["time"], True


def _lasts(sentence: Sequence[Claim], row: Relation) -> bool:
    """餐标10元/人，供餐22天: whether a length of time of the sentence may be one more factor, left out of a row that tells none."""
    own = {claim.index for claim in row.claims}
    return any(c.quantity.dimension in OF_TIME and c.index not in own and c.clause == row.claims[0].clause for c in sentence)


def _whole(relation: Relation) -> Claim:
    return relation.claims[1]


def _plain(claim: Claim) -> bool:
    mean = claim.quantity.hedge == "about" and _MEAN.search(last_clause(claim.lead)) is not None
    return (mean or not claim.quantity.hedge) and claim.quantity.high is None and not _BOUND.search(last_clause(claim.lead))


def _divided_elsewhere(scene: Scene, rate: Claim, each: Sequence[Each]) -> bool:
    """Whether a figure is a mean of one count only, whose words other sources read."""
    single = len(each) == 1 and each[0].dimension not in OF_TIME and "/" not in rate.quantity.dimension
    return single and not each[0].noun and not calculated(rate) and divisor(scene, rate) is not None


def _worked_out(scene: Scene, sentence: Sequence[Claim], position: int, each: Sequence[Each]) -> Iterator[Relation]:
    """The rows that begin or end with a sum and hold the rate and what it is multiplied by."""
    rate = sentence[position]
    for untold in range(len(each) + 1 if len(each) <= _PAIR else _PAIR):
        length = len(each) + 2 - untold
        for start in range(max(0, position + 1 - length), position + 1):
            row = sentence[start : start + length]
            if len(row) < length or row[0].clause != row[-1].clause or not all(_plain(c) and c.modality == rate.modality for c in row):
                continue
            if row[-1] is rate and _divided_elsewhere(scene, rate, each):
                continue
            ends = row[:-1] if row[-1] is rate and _worked_back(row) else row[-1:]
            for whole in ends:
                based = own_basis(scene.document.words, whole)
                if whole is not rate and not based and _sum_of(rate, whole, row) and not _several(row, sentence, rate, whole):
                    yield from _row(scene, rate, whole, [c for c in row if c is not whole and c is not rate], each)


def _worked_back(row: Sequence[Claim]) -> bool:
    """Whether the figure that ends the row is said to be a mean, or a bracket to tell from what the sum before it was worked out."""
    words = last_clause(row[-1].lead)
    explained = "paren" in row[-1].cues and any("按" in c.lead or "以" in c.lead for c in row[1:])
    return explained or _MEAN.search(words) is not None and _COMPARED.search(words) is None


def _sum_of(rate: Claim, whole: Claim, row: Sequence[Claim]) -> bool:
    top = rate.quantity.dimension.partition("/")[0]
    if whole is not row[-1] and (_BOUND.search(whole.lead) or any(_COMPARED.search(last_clause(c.lead)) for c in row if c is not whole)):
        return False
    aside = {"paren" in c.cues for c in row if c is not whole}
    apart = len(aside) > 1 or "paren" in whole.cues and aside == {False}
    # 共18个月、14.04万元 sums up both of what a member of a list would be told beside
    summed = whole.lead == "、" and whole.tail[:1] in _STOPS and row[-2].quantity.dimension in OF_TIME and "total" in row[-2].cues
    listed = whole.lead.startswith(JOINTS) and not summed
    return whole.quantity.dimension == top and amount(whole) and _of_all(rate, whole) and not apart and not listed


def _of_all(rate: Claim, whole: Claim) -> bool:
    """Whether a sum is for nobody each; 每月 said of both the rate and the sum (月工资a元，每月发放b元) leaves neither for each."""
    words = last_clause(whole.lead)
    if "each" not in whole.cues and EACH.search(_EACH_TIME.sub("", words)[-_OWN_WORDS:]) is None:
        return True  # 每年增收总额
    return len(EACH.findall(words)) == 1 and any(each in words and time in last_clause(rate.lead) for each, time in _TIMES)


def _several(row: Sequence[Claim], sentence: Sequence[Claim], rate: Claim, whole: Claim) -> bool:
    """Whether the sum may be of more than this row: another rate or count of its kind stands before in the sentence."""
    kinds = {c.quantity.dimension for c in row} | {rate.quantity.dimension}
    # 合计 sums up what a semicolon parts
    summed = _SUMS_UP.search(last_clause(whole.lead)) is not None
    before = [c for c in sentence if c.index < row[0].index and (summed or c.clause == row[0].clause) and c.quantity.dimension in kinds]
    return whole is row[-1] and bool(before)


def _row(scene: Scene, rate: Claim, whole: Claim, others: Sequence[Claim], each: Sequence[Each]) -> Iterator[Relation]:
    for order in permutations(each, len(others)):
        reached = [one.reach(scene, claim) for one, claim in zip(order, others, strict=True)]
        below = [Term("denominator", r, c) for r, c in zip(reached, others, strict=True) if r is not None]
        rest = [one for one in each if one not in order]
        if len(below) < len(others):
            continue
        trust = _trust(rate, whole, others)
        if rest:
            year = _of_year(rest[-1], rate, whole, others) if len(rest) == 1 or _STANDARD.match(whole.lead) else None
            if year is None or _for_whom(scene, rate, whole, below):
                return
            below.append(year)
            # how many were paid may have changed in the year
            once = year.interval == Interval.exactly(1)
            if rest[-1] == Each("time") and len(_beside(rate, whole)) > 1:
                trust = min(trust, _RIVAL)  # 节假日平均每天接待2.4万人次
            exact = year.interval.low == year.interval.high and not once
            trust = min(trust, _LOOSE if any(map(countable, others)) and not once else _SURE if exact else _DAYS)
        question = "per-time" if len(each) == 1 and each[0].dimension in OF_TIME else "mean"
        yield scene.relation("mean-per-unit", [_told(rate), term("numerator", whole), *below], (question, rate.index), trust)
        return


def _for_whom(scene: Scene, rate: Claim, whole: Claim, below: Sequence[Term]) -> bool:
    """聘用12人，工资3200元/月，全年支出: whether a count right before a rate says that it is for each of them."""
    before = next(scene.before(min(rate, whole, key=lambda c: c.index), 1), None)
    return not below and before is not None and before.sentence == rate.sentence and countable(before) and whole.index > rate.index


def _of_year(one: Each, rate: Claim, whole: Claim, others: Sequence[Claim]) -> Term | None:
    """The months or days of the year that the words before a sum say it is of."""
    told = "每年" in last_clause(rate.lead) or "/year" in rate.quantity.dimension
    if one == Each("year") and others and told:
        return Term("denominator", Interval.exactly(1), None, "1年")
    if not _WHOLE_YEAR.search(last_clause(whole.lead)):
        return None
    if one.dimension == "month":
        count = MONTHS_OF_YEAR / one.size
        return Term("denominator", Interval.exactly(count), None, f"{count:f}{'个月' if one.size == 1 else '个季度'}")
    if one == Each("time"):
        days = whole.period.days if whole.period is not None and not whole.period.point else 0
        return Term("denominator", Interval.exactly(days) if days else _DAYS_OF_YEAR, None, f"{days}天" if days else "365–366天")
    return None


def _told(rate: Claim) -> Term:
    """What is paid for each is laid down, what each is on the average has been rounded."""
    laid_down = rate.quantity.dimension.startswith("money") and not _MEAN.search(last_clause(rate.lead))
    return Term("mean", Interval.exactly(rate.quantity.value), rate) if laid_down else quotient_term(rate)


def _trust(rate: Claim, whole: Claim, others: Sequence[Claim]) -> float:
    """A sum that says no more than that it is one, or is named as what it was worked out from."""
    if other_matter(rate, whole):
        return _RIVAL
    said = "".join(sorted(told(last_clause(whole.lead)) - _SUMMED))
    if whole.index > rate.index and (_PLAIN.match(whole.lead) or not said):
        return _SURE
    if whole.index < rate.index and not _beside(rate, whole):
        return _SURE
    named = coverage(said, *counted(rate), _behind(rate), *(c.name + last_clause(c.lead) for c in (rate, *others))) if said else 0
    return _SURE if named >= _NAMED else _UNNAMED


def _beside(rate: Claim, whole: Claim) -> set[str]:
    """What the words of a rate tell that those of the sum do not."""
    return told(_EACH_WORDS.sub("", last_clause(rate.lead))) - set(last_clause(whole.lead) + _behind(whole))


def _behind(rate: Claim) -> str:
    """The words right behind a rate that still speak of it: 按人均15元标准配套."""
    return re.split("[，。；;、:()]", rate.tail[:10])[0]
