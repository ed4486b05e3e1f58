"""What something comes to at a price that is laid down: 上网电量1400万千瓦时，电价0.55元/千瓦时，售电收入770万元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.claim import Claim
from checker.interval import Interval
from checker.relate.means.divisors import Divisor, divisor
from checker.relate.scene import Scene
from checker.relate.sorts import amount
from checker.relate.topic import last_clause
from checker.relation import Relation, Term, term

_MONEY = "money"
# a price that was worked out is of other deals than those beside it
_WORKED_OUT = re.compile(
    "均|最[高低]|[上下]限|起|以[上内下]|涨|降|增|减|比|较|差|原|上年|去年|同期|收盘|参考|基准|净值"
    "|面值|市价|上浮|下浮"
)
_PRICE = re.compile("价格?(?:为|是|定为|按|约)?$|(?:标准|租金|运费|费用|费率|收费)(?:为|是|按|定为)?$")
# so much a month is for months that are not told beside it
_EACH = re.compile("每(?![^，]{0,4}[年月季周天日])[^，。；;、每0-9]{1,8}$")
# 每亩年租金600元，务工年收入8.6万元: what it comes to has no name of its own
_COMES_TO = re.compile(
    "^(?:计|测算|计算)?[，,]?(?:年|全年|共|合计|共计|总|累计|需|应|可|预计)?(?:兑付|发放|支付|收取|给予|补助)?"
    "(?:收入|支出|补贴|补助|费用?|租金|收费|金额|总额|资金|成本|货款)"
)
_BY = re.compile("^(?:的)?(?:标准|价格)?(?:进行)?(?:计算|测算|核算|估算|核定|安排|计|算|结算|收取)")
_SUM = re.compile(
    r"^(?:[(][^()]{0,10}[)])?[，,]?(?:(?:的)?(?:标准|价格)?(?:进行)?(?:计算|测算|核算|估算|计|算|结算|收取)[，,]?)?"
    "(?![^，]{0,14}(?:其中|增|降|减|比|较|另|尚|余|节|毛利|利润|净|税|上年|去年|累计))"
    "[^，。；;、:]{0,10}(?:费用?|额|收入|款项?|价款|总价|货款|资金|成本|支出|补贴|补助|奖励|奖金|薪酬|工资|租金|合计|共计|总计|产值)"
    "(?:为|约为|约|计|共计|合计|达|人民币)?$"
)
_FEE = re.compile("(?:费用?|额|款|资金|成本|支出|补贴|补助|租金)(?:为|安排|预算)?$")
_OTHERWISE = re.compile("其中|另|上年|去年|同期|累计|增|减|比|较")
_SURE = 0.93
_LONGEST = 3


def relations(scene: Scene) -> Iterator[Relation]:
    """Every price with what it is of and what that comes to, three figures running in one sentence but for shares told of them."""
    for told in scene.sentences:
        sentence = [claim for claim in told if claim.quantity.dimension != "fraction"]
        for three in zip(sentence, sentence[1:], sentence[2:], strict=False):
            yield from _of(scene, three)


def _of(scene: Scene, three: Sequence[Claim]) -> Iterator[Relation]:
    first, second, third = three
    if any(claim.quantity.hedge in ("above", "below") or claim.modality == "base" for claim in three):
        return
    if third.quantity.dimension == _MONEY and third.measure == "level" and _SUM.search(third.lead) and "paren" not in third.cues:
        each = second.quantity.dimension == _MONEY
        if _is_price(second) and not _OTHERWISE.search(last_clause(second.lead)) and (not each or _COMES_TO.match(third.lead)):
            yield from _relation(scene, second, first, third)
        # 以每股7.86元的价格转让a股，价款共计b: a price paid is of what is sold at it
        elif _is_price(first) and (_EACH.search(first.lead) is None or first.tail.startswith("的价")):
            yield from _relation(scene, first, second, third)
    elif first.quantity.dimension == _MONEY and first.measure == "level" and _FEE.search(first.lead) and _worked(second, third):
        yield from _relation(scene, second, third, first)


def _worked(price: Claim, number: Claim) -> bool:
    """租机费684万元，按每架次1.80万元测算，计划作业380架次: a sum told before what it was worked out from."""
    return _is_price(price) and "按" in last_clause(price.lead) and _BY.match(number.lead) is not None


def _is_price(claim: Claim) -> bool:
    words = last_clause(claim.lead)
    if _WORKED_OUT.search(words) or claim.quantity.high is not None:
        return False
    over = claim.quantity.dimension.startswith(_MONEY + "/")
    if over:
        return _PRICE.search(words) is not None or "按" in words
    return claim.quantity.dimension == _MONEY and _EACH.search(words) is not None


def _by_unit(scene: Scene, price: Claim) -> Divisor | None:
    """每架次: any unit that the pack knows."""
    words = last_clause(price.lead).rpartition("每")[2]
    units = (scene.rules.unit(words[:length]) for length in range(_LONGEST, 0, -1))
    unit = next((unit for unit in units if unit is not None), None)
    return Divisor(_MONEY, frozenset({unit.dimension}), unit.factor) if unit is not None else None


def _relation(scene: Scene, price: Claim, number: Claim, total: Claim) -> Iterator[Relation]:
    """The price as the sum over the number, where the unit of the number is what the price is for."""
    if not amount(number) or "paren" in number.cues or "part" in number.cues and "part" not in price.cues and price.clause != number.clause:
        return
    over = price.quantity.dimension.partition("/")[2]
    per = Divisor(_MONEY, frozenset({over})) if over else divisor(scene, price) or _by_unit(scene, price)
    if per is None or not per.fits(number) or number.quantity.dimension == "person" and per.size != 1:
        return
    below = Term("denominator", number.signed.scaled(1 / per.size), number)
    told = price.quantity.interval if price.quantity.hedge else Interval.exactly(price.quantity.value)
    terms = [Term("mean", told, price), term("numerator", total), below]
    yield scene.relation("mean-per-unit", terms, ("mean", price.index), _SURE)
