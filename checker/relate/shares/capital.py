"""Shares of a company's capital: so many 股, the 占总股本 or 持股比例 behind them, and the capital wherever the document states it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.claim import Claim
from checker.interval import Interval
from checker.relate.scene import Scene
from checker.relation import Relation, Term, term

_STOCK = "count:股"
_CAPITAL = "(?:总股本|股本总额|股本总数|(?:(?<=公司)|(?<=[占前后时的，。；;、:])|^)(?:目前|当前|现有)?(?:股份总数|股份总额|总股份))"
# 公司总股本(, 总股本变更为; never the capital less something, or of one class of shares
_STATED = re.compile(f"{_CAPITAL}(?:数量?)?(?:合计|共计|共|仍|已|将|由|从|[减增][少加]?)?(?:变更|变)?(?:为|至|到)?[(:：]?$")
_BECOMES = re.compile("^(?:股)?(?:变更|变动|变|减少|减|增加|增|下降|上升|降|升)(?:为|至|到)$")
_OTHER = re.compile(
    "[AHB]股|流通|限售|扣除|剔除|扣减|减去|优先|境[内外]|标的|目标公司|子公司|表决权|发行前|上市前|其|该"
    "|前[一二三四五六七八九十0-9]{1,2}[名大]"
)
_OF = re.compile(
    f"占(?P<who>[^，。；;、:占]{{0,14}}?){_CAPITAL}(?:数量?)?的?(?:股份)?(?:比例|比重|占比)?(?:分别|依次|各)?约?(?:为|达到?|是)?约?$"
)
# 连同已回购部分约占, 两人合计占: of more than the number before it
_MORE = re.compile("连同|合计|共|加上|两|三|累计|剩余|其余|另")
_KEPT = re.compile("被动|稀释|摊薄|增厚")
_OF_HEAD = re.compile(r"(?:分别|依次|各)")
_HOLDING = re.compile(
    "(?:^|[，、])(?:合计|共)?(?:持股|持有|所持)[^，。；;、]{0,6}?(?:比例|占比)(?:约?为|达到?|由|从|降至|升至|增至|减至)?约?$"
)
_FROM = re.compile("[由从]$")
_TURNS = re.compile("^(?:被动|相应|进一步)?(?:稀释|变更|变动|变|减少|减|增加|增|下降|上升|降低|提高|提升|降|升)(?:为|至|到)$")
_BARE = re.compile("^，?(?:约)?占(?:比)?(?:约)?(?:为)?$")
_HOLDS = re.compile("(?:持有|持股|所持|减持|增持|回购|买入|卖出|质押)[^，。；;]{0,14}$")
_BRACKET = re.compile("^[(]$")
_BETWEEN = 4
_FEW = 3
_SURE = 0.97
_FAR = 0.93
_RIVAL = 0.9
_MOST = 8


def relations(scene: Scene) -> Iterator[Relation]:
    """Every share of the capital over the shares before it, by each capital that the document states."""
    stated = capitals(scene)
    if not stated:
        return
    block, told = -1, False
    for sentence in scene.sentences:
        told = told and sentence[0].block == block
        block = sentence[0].block
        yield from _in_sentence(scene, sentence, stated, told)
        told = told or any(_names_capital(c) or _OF.search(c.lead) for c in sentence)


def _in_sentence(scene: Scene, sentence: list[Claim], stated: list[Claim], told: bool) -> Iterator[Relation]:
    """Of a paragraph that has `told` of the capital, or shares of it, in a sentence before."""
    position = 0
    while position < len(sentence):
        run = _run(sentence, position, told)
        told = told or bool(run) or _names_capital(sentence[position])
        if run:
            for share, stock, trust in _paired(sentence, position, run):
                yield from _of_each(scene, share, stock, stated, trust)
        position += max(1, len(run))


def _run(sentence: list[Claim], position: int, told: bool) -> list[Claim]:
    """The share of the capital here, with those joined to it where it is the first of several told in turn."""
    claim = sentence[position]
    if claim.quantity.dimension != "fraction" or claim.measure not in ("share", "level") or not _of_capital(sentence, position, told):
        return []
    end = position + 1
    while end < len(sentence) and sentence[end].quantity.dimension == "fraction" and sentence[end].lead in ("、", "和", "及", "，", "与"):
        end += 1
    return sentence[position:end]


def _of_capital(sentence: list[Claim], position: int, told: bool) -> bool:
    claim = sentence[position]
    of = _OF.search(claim.lead)
    if of is not None:
        return _OTHER.search(of["who"]) is None
    if _HOLDING.search(claim.lead):
        return _OTHER.search(claim.lead) is None
    before = sentence[position - 1] if position else None
    if before is None:
        return False
    if _TURNS.match(claim.lead):
        return before.quantity.dimension == "fraction" and bool(_HOLDING.search(before.lead)) and _OTHER.search(before.lead) is None
    # 持有683万股，占1.60%, 不超过427万股(1.00%): like the one before it in the sentence
    joined = _BARE.match(claim.lead) or _BRACKET.match(claim.lead) and claim.tail[:1] == ")"
    return told and bool(joined) and before.quantity.dimension == _STOCK and _HOLDS.search(before.lead) is not None


def _paired(sentence: list[Claim], position: int, run: list[Claim]) -> Iterator[tuple[Claim, Claim, float]]:
    """Each share with the number of shares that it is of, and how sure that is."""
    before = sentence[:position]
    if _FROM.search(run[0].lead):
        yield from _from_old(sentence, position)
    elif len(run) > 1:
        stocks = [c for c in before if c.quantity.dimension == _STOCK][-len(run) :]
        near = len(stocks) == len(run) and stocks[-1] is before[-1]
        if near and _OF_HEAD.search(run[0].lead):
            yield from ((share, stock, _SURE) for share, stock in zip(run, stocks, strict=True))
    elif (stock := _last_stock(before)) is not None and _MORE.search(run[0].lead) is None:
        near = stock is before[-1] or _TURNS.match(run[0].lead) is not None
        yield run[0], stock, _SURE if near else _FAR


def _from_old(sentence: list[Claim], position: int) -> Iterator[tuple[Claim, Claim, float]]:
    """持股由3534万股降至2333万股，持股比例由8.28%降至: the number before; 持股比例由37.00%被动增至 is of the one number that is kept."""
    share, stocks = sentence[position], [c for c in sentence[:position] if c.quantity.dimension == _STOCK]
    turned = len(stocks) > 1 and stocks[-1] is sentence[position - 1] and _TURNS.match(stocks[-1].lead) is not None
    if turned:
        yield share, stocks[-2], _SURE
    elif len(stocks) == 1 and _KEPT.match(share.tail):
        yield share, stocks[0], _SURE


def _last_stock(before: list[Claim]) -> Claim | None:
    """The number of shares told last, with nothing but shares, prices and sums paid behind it."""
    for claim in reversed(before[-_BETWEEN:]):
        if claim.quantity.dimension == _STOCK:
            return None if claim.lead.endswith("每") or _names_capital(claim) else claim
        if claim.quantity.dimension not in ("fraction", "money", "money/count:股"):
            return None
    return None


def _of_each(scene: Scene, share: Claim, stock: Claim, capitals: list[Claim], trust: float) -> Iterator[Relation]:
    """The number over every capital of the document: before an issue and after it there are two, and one of them is meant."""
    sure = trust if len(capitals) == 1 else min(trust, _FAR) if len(capitals) <= _FEW else _RIVAL
    part = Interval.around(stock.quantity.value, stock.quantity.step / 2)
    for capital in capitals:
        if capital.index == stock.index or capital.quantity.value < stock.quantity.value:
            continue
        terms = [term("share", share), Term("numerator", part, stock), term("denominator", capital)]
        yield scene.relation("share-of-whole", terms, ("share", share.index), sure)


def capitals(scene: Scene) -> list[Claim]:
    """The first statement of each capital of the company, as far as eight."""
    answer: dict[object, Claim] = {}
    for claim in scene.claims:
        if claim.quantity.dimension == _STOCK and not claim.quantity.hedge and _states_capital(scene, claim):
            answer.setdefault(claim.quantity.value, claim)
    return list(answer.values())[:_MOST]


def _states_capital(scene: Scene, claim: Claim) -> bool:
    if _names_capital(claim):
        return True
    before = scene.claims[claim.index - 1] if claim.index else None
    turned = before is not None and before.sentence == claim.sentence and before.quantity.dimension == _STOCK
    return turned and before is not None and claim.cell is None and bool(_BECOMES.match(claim.lead)) and _names_capital(before)


def _names_capital(claim: Claim) -> bool:
    found = _STATED.search(claim.lead)
    words = re.split("[，。；;、:]", claim.lead[: found.start()])[-1] if found else ""
    return found is not None and _OTHER.search(words) is None
