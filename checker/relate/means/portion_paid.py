"""Sums that are a percentage of another told apart from both: 计提2304万元(按净利润的10%), 分两期支付：首期30%即4362万元."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.claim import Claim
from checker.relate.likeness import ending, label
from checker.relate.means import borne, ruled
from checker.relate.means.product import by_name, laid_down, made_by, may_be_base
from checker.relate.scene import Scene
from checker.relate.sorts import amount, proportion
from checker.relate.topic import last_clause
from checker.relation import Relation

# 提取公积金2304万元(按净利润的10%计提), 质量保证金12.6万元(结算价的3%)
_EXPLAINED = re.compile(
    "^(?:[^，。；;、:(]{0,6})[(，](?:即|系|为)?按照?(?P<by>[^，。；;、:()0-9]{2,20}?)的?$"
    "|^[(](?:即|系|为)?(?P<of>[^，。；;、:()0-9占]{2,16})的$"
)
_AFTER = re.compile("^(?:的?比例)?(?:计提|提取|计算|计取|计|测算|缴纳|缴存|收取|预留|扣留|核定|安排|支付|补助|奖励)?[)，。；;]")
_RULED = re.compile("(?:价|价款|额|总额|金额|利润|收入|税额|本金|费用?|基数|工资总额|投资|余额)$")
# 价款共计1.45亿元，分两期支付
_IN_PARTS = re.compile(
    "分(?:别|[一二三四五六两2-6])(?:期|批|次|笔|阶段|年)[^。；;]{0,8}(?:支付|付|拨付|到位|下达|缴纳|缴清|拨|兑付|安排|结算|发放)"
)
_PAYS = re.compile("(?:付清|预付款?|下达|到位|付|缴纳|拨|首付款?|余款|其余|剩余|余下|首期|尾款)[^，。；;、:的0-9]{0,6}$")
_NAMELY = re.compile("^(?:的?[^，。；;、:0-9]{0,8})?[，(]?(?:即|计|为|共计|合计)(?:为|人民币)?[(（]?(?:小写:?)?$")
# 合同价10%的履约保函，担保金额为
_WHAT = re.compile("^的[^，。；;、:0-9]{2,12}[，(](?:[^，。；;、:0-9]{0,4}(?:金额|数额|额度)|计|即)(?:为|是)?(?:人民币)?$")
_PRICE = re.compile("[价款额](?:的)?$")
_STOP = re.compile("[。；;\n]{1,9}")
_ROOT = 3
_TELLING = 2
_BEFORE = 10
_BLOCKS = 4
_WINDOW = 60
_SURE = 0.94


def relations(scene: Scene) -> Iterator[Relation]:
    """For every percentage of a rule the sum that it makes, and the amount that the rule names or that is paid in parts; what several bear
    of a sum, and a base, its rate and what it makes told in a row."""
    yield from borne.relations(scene)
    yield from ruled.relations(scene)
    for claim in scene.prose:
        if proportion(claim) and not claim.quantity.hedge and claim.quantity.high is None:
            yield from _explained(scene, claim)
            after = next(scene.after(claim, 1), None)
            if after is not None and amount(after) and after.modality != "base" and not after.quantity.hedge:
                yield from _instalment(scene, claim, after)
                yield from _of_kind(scene, claim, after)


def _explained(scene: Scene, rate: Claim) -> Iterator[Relation]:
    """The sum stands before the rule that makes it."""
    made = next(scene.before(rate, 1), None)
    found = _EXPLAINED.search(rate.lead)
    if made is None or found is None or made.sentence != rate.sentence or not amount(made) or made.quantity.hedge:
        return
    name = found["by"] or found["of"]
    if not _AFTER.match(rate.tail) or not _RULED.search(name):
        return
    here = [c for c in _amounts_before(scene, rate) if c.sentence == rate.sentence and c is not made and may_be_base(c, made)]
    named = [c for c in here if ending(name, label(scene, c)) >= min(_ROOT, len(name))]
    if len(named) == 1:
        yield laid_down(made_by(scene, rate, made, named[0], _SURE))
    else:
        yield from (laid_down(relation) for relation in by_name(scene, rate, made, name))


def _of_kind(scene: Scene, rate: Claim, made: Claim) -> Iterator[Relation]:
    """提交中标价10%的履约保函，担保金额为: the base is named right before the rate."""
    clause = last_clause(rate.lead)
    if made.clause - rate.clause <= 1 and _WHAT.match(made.lead) and _PRICE.search(clause):
        yield from (laid_down(relation) for relation in by_name(scene, rate, made, clause.removesuffix("的")))


def _instalment(scene: Scene, rate: Claim, made: Claim) -> Iterator[Relation]:
    """首期支付30%，即4362万元: of what is paid in parts, as the words between the two say."""
    if not _PAYS.search(last_clause(rate.lead)) or not _NAMELY.match(made.lead):
        return
    for base in _amounts_before(scene, rate):
        if rate.block - base.block > _BLOCKS:
            return
        if may_be_base(base, made) and _paid_in_parts(scene, base):
            yield laid_down(made_by(scene, rate, made, base, _SURE))
            return


def _paid_in_parts(scene: Scene, base: Claim) -> bool:
    """Whether the words behind an amount say so: of itself, or behind a stop of what is called as it is."""
    after = scene.document.words[base.quantity.end : base.quantity.end + _WINDOW]
    found = _IN_PARTS.search(after)
    following = scene.claims[base.index + 1] if base.index + 1 < len(scene.claims) else None
    if found is None or following is not None and amount(following) and following.quantity.start < base.quantity.end + found.start():
        return False
    *others, name = _STOP.split(after[: found.start()])
    return not others or ending(name, label(scene, base)) >= _TELLING


def _amounts_before(scene: Scene, rate: Claim) -> Iterator[Claim]:
    """The amounts of prose before a rate, nearest first, as far as ten."""
    return (c for c in scene.earlier(rate, _BEFORE) if amount(c) and c.modality != "base")
