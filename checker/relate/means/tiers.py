"""One sum over several rates and as many counts, told in one order: 每人每年分别为4000元、3000元，依次为1200人、2600人，共需1260万元; or in
pairs: 一类每人500元120人、二类每人300元260人，共13.8万元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from checker.claim import Claim
from checker.interval import Interval
from checker.relate.clause import JOINTS
from checker.relate.means.divisors import Divisor, divisor
from checker.relate.means.each import EACH, MONTHS_OF_YEAR, OF_TIME, Each, each_of
from checker.relate.scene import Scene
from checker.relate.sorts import amount
from checker.relate.topic import last_clause
from checker.relation import Relation, Term, term

_SUM = re.compile(
    "^(?:的?标准[^，。；;0-9]{0,16})?[，、;(]?(?:按此)?(?:测算|计算)?，?(?:全年|年|每年|本学期|当年)?(?:共计?|合计|总计|累计|总共|计|即|应|需|将|为|达|支付|支出|发放|兑付|拨付"
    "|下达|安排|补助|补贴|奖补|奖励|补偿|给予|收取|缴纳|收入|产值|货款|成交|成交额|成交金额|价款|转让款|对价|交易额|资金|金额|经费|费用|保费|助学金|补助金|总产|产量|费|款|总额|总|约|所|的|分别|依次|各){1,10}$"
)
_SKIPPED = frozenset({"age", "grade", "rank", "number"})
# 二级每人每月: of which sort, no number of anything
_TIERS = re.compile("第?[一二三四五六1-6两]?[档类级等种](?:每[一-鿿]){0,2}$")
# what some only yield or get, and what is paid in part
_NARROW = re.compile("示范|试点|试验|样板|核心区|攻关|测产|其中|新增|上年|去年|已|余款|前期|首批|上半年|季度|年末|月末|期末")
_FEWEST, _MOST, _FAR = 2, 6, 12
# 两项共需, 四类合计
_ROWS = re.compile("[两二三四五六七八九2-9][项类笔档者种块]$")
_REST = re.compile("[，；;(](?:余款|其余|剩余|余下|尚|仍需|不足|缺口|次年|下年)")
# 甲、乙、丙三镇
_PLACES = re.compile("[两二三四五六七八九十]{1,2}[镇乡县市区村校院所家地个]$")
_TOGETHER = ("共", "合计", "总", "累计", "资金", "补助", "需")
_LABEL = 10
_AMOUNTS = frozenset({"mean", "level"})
_SURE = 0.94


@dataclass(frozen=True, slots=True)
class _Apiece:
    """What the rates are for one of, by the words of 每 or by those of a price or a yield."""

    each: Sequence[Each]
    per: Divisor | None

    def reach(self, scene: Scene, count: Claim) -> Interval | None:
        """How many of those a figure counts; None if it counts something else."""
        others = [one for one in self.each if one.dimension not in OF_TIME]
        if self.per is not None:
            return count.signed.scaled(1 / self.per.size) if self.per.fits(count) else None
        return others[0].reach(scene, count) if len(others) == 1 else None


def relations(scene: Scene) -> Iterator[Relation]:
    """Every sum right behind, or right before, such rows of rates and counts."""
    for whole_sentence in scene.sentences:
        sentence = [c for c in whole_sentence if not _aside(c)]
        for at, rate in enumerate(sentence):
            if rate.measure not in _AMOUNTS or not plain(rate) or len(sentence) <= 2 * _FEWEST:
                continue
            each = each_of(scene, rate)
            per = divisor(scene, rate) if not each else None
            if not each and per is None:
                continue
            apiece = _Apiece(each, per)
            for rows in (_in_rows(sentence, at), _in_pairs(sentence, at)):
                if rows is not None:
                    yield from _summed(scene, sentence, apiece, *rows)
            yield from _one_by_one(scene, sentence, at, apiece)


def _aside(claim: Claim) -> bool:
    """Whether a figure is no member of a row: how old they are, by what share it rose, how many the rows are."""
    return (
        claim.quantity.dimension in _SKIPPED
        or claim.measure in ("rate", "points")
        or _TIERS.match(claim.quantity.text) is not None
        or _PLACES.match(claim.quantity.text) is not None
        or _ROWS.match(claim.quantity.text) is not None and claim.tail.startswith(_TOGETHER)
    )


def plain(claim: Claim) -> bool:
    """Whether a figure is told as it is, outside brackets, and no other is measured from it."""
    return not claim.quantity.hedge and claim.quantity.high is None and claim.modality != "base" and "paren" not in claim.cues


def _in_rows(sentence: Sequence[Claim], at: int) -> tuple[Sequence[Claim], Sequence[Claim]] | None:
    """The run of rates that begins here with the run of as many counts right behind it or right before it."""
    rates = _run(sentence, at)
    size = len(rates)
    if not _FEWEST <= size <= _MOST:
        return None
    after = _run(sentence, at + size)
    if len(after) == size:
        return rates, after
    if at >= size and len(before := _run(sentence, at - size)) == size:
        return rates, before
    for start in range(at + size + 1, min(len(sentence), at + size + _FAR) - size + 1):
        # 依次为3300元、2300元，分别提高300元、200元；预计受助5125人，人数分别为3140人、1985人
        behind = _run(sentence, start)
        if len(behind) == size and behind[0].quantity.dimension != rates[0].quantity.dimension:
            return rates, behind
    return None


def _one_by_one(scene: Scene, sentence: Sequence[Claim], at: int, apiece: _Apiece) -> Iterator[Relation]:
    """每股19.86元分别转让318万股和120万股，成交额为6315.48万元和2383.2万元: the k-th sum is of the k-th count, at one rate or the k-th."""
    rates = _run(sentence, at)
    counts = _run(sentence, at + len(rates))
    sums = _run(sentence, at + len(rates) + len(counts))
    size = len(sums)
    inside = at > 0 and len(_run(sentence, at - 1)) > 1
    if not _FEWEST <= size <= _MOST or len(counts) != size or len(rates) not in (1, size) or inside:
        return
    if not is_sum(sums[0], rates[0]) or any(one.dimension in OF_TIME for one in apiece.each):
        return
    for place, (count, whole) in enumerate(zip(counts, sums, strict=True)):
        rate, number = rates[place if len(rates) > 1 else 0], apiece.reach(scene, count)
        if number is not None and not _NARROW.search(count.lead + whole.lead):
            mean, below = Term("mean", Interval.exactly(rate.quantity.value), rate), Term("denominator", number, count)
            yield scene.relation("mean-per-unit", [mean, term("numerator", whole), below], ("one by one", whole.index), _SURE)


def _run(sentence: Sequence[Claim], at: int) -> Sequence[Claim]:
    """The figures of one kind that begin here, each joined to the one before."""
    end = at + 1
    while end < len(sentence) and _joined(sentence[end]) and _alike(sentence[end], sentence[at]):
        end += 1
    return sentence[at:end]


def _joined(claim: Claim) -> bool:
    """、 and 、二档每生每年: the next of a run, which may say again what it is for each of."""
    return claim.lead in ("", *JOINTS) or claim.lead.startswith(JOINTS) and len(claim.lead) <= _LABEL and "，" not in claim.lead


def _alike(one: Claim, other: Claim) -> bool:
    return one.quantity.dimension == other.quantity.dimension and {one.measure, other.measure} <= _AMOUNTS and plain(one)


def _in_pairs(sentence: Sequence[Claim], at: int) -> tuple[Sequence[Claim], Sequence[Claim]] | None:
    """每人500元120人、每人300元260人: rates and counts by turns, the rate first or the count."""
    for first in (at, at - 1):
        pairs: list[Sequence[Claim]] = []
        for place in range(max(first, 0), len(sentence) - 1, 2):
            rate, count = sentence[place : place + 2][:: 1 if first == at else -1]
            told = _alike(rate, sentence[at]) and (EACH.search(last_clause(rate.lead)) or not rate.lead) and plain(count)
            if not told or pairs and not _alike(count, pairs[0][1]):
                break
            pairs.append((rate, count))
        if first >= 0 and _FEWEST <= len(pairs) <= _MOST and _opens(sentence[:first], pairs[0]):
            return [rate for rate, _ in pairs], [count for _, count in pairs]
    return None


def _opens(before: Sequence[Claim], pair: Sequence[Claim]) -> bool:
    """Whether no pair of the same kind stands before; a sum of them may stand right before."""
    kinds = {c.quantity.dimension for c in pair}
    others = [c for c in before if c.quantity.dimension in kinds]
    return not others or others == list(before[-1:]) and amount(before[-1]) and "each" not in before[-1].cues


def _summed(
    scene: Scene, sentence: Sequence[Claim], apiece: _Apiece, rates: Sequence[Claim], counts: Sequence[Claim]
) -> Iterator[Relation]:
    """The sum is the first figure behind both rows, or the last before them."""
    members = sorted((*rates, *counts), key=lambda c: c.index)
    whole = next((c for c in sentence if c.index > members[-1].index), None)
    if whole is None or whole.tail in JOINTS or not is_sum(whole, rates[0]) or whole.clause != members[-1].clause:
        return
    months = times_in([one for one in apiece.each if one.dimension in OF_TIME], whole)
    reached = [apiece.reach(scene, count) for count in counts]
    if months is None or any(one is None for one in reached) or any(_NARROW.search(c.lead) for c in (*members, whole)):
        return
    told = [(rate, count, one.scaled(months)) for rate, count, one in zip(rates, counts, reached, strict=True) if one is not None]
    for rate, count, number in told:
        rest = [_product(*other) for other in told if other[0] is not rate]
        below = Term("denominator", number, count, count.quantity.text + (f" × {months}个月" if months > 1 else ""))
        terms = [Term("mean", Interval.exactly(rate.quantity.value), rate), term("numerator", whole), *rest, below]
        yield scene.relation("mean-per-unit", terms, ("tiers", rate.index), _SURE)


def is_sum(whole: Claim, rate: Claim) -> bool:
    """Whether a figure is of the kind that the rate adds up to, and its words say no more than that it is a sum."""
    top = rate.quantity.dimension.partition("/")[0]
    if _REST.match(whole.tail):
        return False  # 已拨付1200万元，余款次年拨付
    return whole.quantity.dimension == top and amount(whole) and plain(whole) and "each" not in whole.cues and bool(_SUM.match(whole.lead))


def times_in(timed: Sequence[Each], whole: Claim) -> Decimal | None:
    """How often a rate was paid for each, None if that is not told: so much a year is of the year, so much a month twelve times in what
    is said to be of the year."""
    if not timed:
        return Decimal(1)
    yearly = re.search("全年|一年|年度|每年", last_clause(whole.lead)) is not None
    if len(timed) > 1 or timed[0].dimension not in ("year", "month"):
        return None
    if timed[0].dimension == "year":
        return Decimal(1)
    return MONTHS_OF_YEAR / timed[0].size if yearly else None


def _product(rate: Claim, count: Claim, number: Interval) -> Term:
    words = f"{count.quantity.text} × {rate.quantity.text}"
    return Term("less", number.scaled(rate.quantity.value), replace(rate, sources=(rate, count)), words)
