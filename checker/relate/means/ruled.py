"""A base, its rate and what it makes, told in a row by their names: 每亩保额1000元，费率4%，每亩保费40元; 总投资3600万元 and 配套资金
720万元 behind 配套比例20%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from checker.claim import Claim
from checker.relate.means.product import laid_down, made_by
from checker.relate.scene import Scene
from checker.relate.sorts import proportion
from checker.relate.topic import last_clause
from checker.relation import Relation

_ROWS = (
    (re.compile("(?:保额|保险金额|保障金额)"), re.compile("费率"), re.compile("保费|保险费")),
    (re.compile("基数|缴费工资"), re.compile("缴费比例|缴存比例|费率|缴纳比例"), re.compile("缴费|缴存|缴纳|公积金")),
    (re.compile("计税(?:依据|价格|金额)|应税(?:收入|销售额)|应纳税所得额"), re.compile("税率|征收率"), re.compile("税")),
    (re.compile("评估价|货值|拍卖价|成交价"), re.compile("佣金比例|佣金率|手续费率|保证金比例"), re.compile("佣金|手续费|保证金")),
)
_ROOT = re.compile("(?P<root>[一-鿿]{2,8})(?:比例|比率)(?:为|是|按)?$")
_WHOLE = re.compile("总投资|总额|总价|合同价|合同金额|总造价|概算|总金额|价款|总费用|中标价")
_DATED = re.compile("上年|去年|同期|累计|其中|已|增|减")
_TIMED = re.compile("每?[年月季日天](?!初|末|底)")
_SHORT = 2
_SURE = 0.93


def relations(scene: Scene) -> Iterator[Relation]:
    """Every such row of three in a sentence."""
    for sentence in scene.sentences:
        for (first, second), third in zip(pairwise(sentence), sentence[2:], strict=False):
            if proportion(second) and not second.quantity.hedge and _sums(first, third):
                yield from _by_names(scene, first, second, third)
            elif proportion(first) and not first.quantity.hedge and _sums(second, third):
                yield from _by_root(scene, first, second, third)


def _sums(base: Claim, made: Claim) -> bool:
    told = all(
        c.quantity.dimension == "money" and c.measure in ("level", "mean") and c.modality != "base" and not c.quantity.hedge
        for c in (base, made)
    )
    return told and base.clause == made.clause and not any("paren" in c.cues or _DATED.search(last_clause(c.lead)) for c in (base, made))


def _by_names(scene: Scene, base: Claim, rate: Claim, made: Claim) -> Iterator[Relation]:
    """Both for each or neither; a base of the month makes no sum of a year."""
    words = [last_clause(c.lead) for c in (base, rate, made)]
    alike = ("每" in words[0]) == ("每" in words[2]) or "均" in words[0] + words[2]
    year = "年" in words[2] and "年" not in words[0]
    if alike and not year and any(all(p.search(w) for p, w in zip(row, words, strict=True)) for row in _ROWS):
        yield laid_down(made_by(scene, rate, made, base, _SURE))


def _by_root(scene: Scene, rate: Claim, base: Claim, made: Claim) -> Iterator[Relation]:
    """What a rate is of by its name is a part of the one whole behind it."""
    found = _ROOT.search(last_clause(rate.lead))
    if found is None or not _WHOLE.search(last_clause(base.lead)) or _TIMED.search(last_clause(made.lead)[:_SHORT]):
        return
    root = found["root"]
    if any(root[at:] in last_clause(made.lead) for at in range(len(root) - 1) if len(root) - at >= min(len(root), 2 * _SHORT)):
        yield laid_down(made_by(scene, rate, made, base, _SURE))
