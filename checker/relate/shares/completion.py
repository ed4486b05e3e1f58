"""What was reached as a percentage of what was planned: 完成年初预算的96.5%, 为年度计划的68.3%."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.claim import Claim
from checker.relate.scene import Scene
from checker.relate.sorts import amount
from checker.relation import Relation, Term

_PLAN = re.compile(
    r"(?:完成|占|为|达到|达|是|相当于|实现|不足|不到|超|超过|超出|近|仅|约)(?P<plan>[^，；;:()（）]{0,16}?(?:预算|计划|目标任务|目标|任务|指标|预期)(?:数|值|总额|任务|总?投资额?)?)的?(?:约|近|超)?$"
)
_KINDS = ("计划", "目标", "任务", "指标", "预期")
_BY_NOW = re.compile("截至|截止|已经?|实际|目前")
_ACCOUNT = re.compile("(?:公共|基金|经营|保险)预算")
_ADJUSTED = ("调整为", "调整到", "调整至", "调增为", "调增至", "调减为", "调减至", "调增到", "调减到", "追加至", "核定为")
_OF_THE_ADJUSTED = ("调整", "变动")
_REACH = 8
_SURE = 0.95
_LIKELY = 0.5


def relations(scene: Scene, share: Claim) -> Iterator[Relation]:
    """The result before the percentage over the nearest plan of its kind."""
    found = _PLAN.search(share.lead[-32:])
    if found is None:
        return
    plan = found["plan"]
    kind = next(kind for kind in scene.rules.wording["plan_kind"] if kind in plan)
    # 全年计划造林12.6万亩 is what 年度计划 means, 目标为1.2万套 what 目标任务 does
    kinds = (kind,) if kind.endswith("预算") else tuple(word for word in _KINDS if word in kind)
    near = [c for c in scene.before(share, _REACH) if amount(c) and "paren" not in c.cues]
    result = next((c for c in near if c.sentence == share.sentence and _reached(c) and not _planned(c, kinds)), None)
    if result is None:
        return
    # 完成318万亩，其中新建127万亩，改造191万亩；计划调整为315万亩，完成计划的: behind a list the whole is spoken of again
    listed = result.clause != share.clause and result.index in scene.container
    targets = [c for c in near if c is not result and _planned(c, kinds) and scene.same_things(c, result)]
    if plan.startswith(_OF_THE_ADJUSTED):
        targets.sort(key=lambda c: not c.lead.endswith(_ADJUSTED))
    for rank, target in enumerate(targets[:3]):
        terms = [Term("share", share.quantity.interval, share), Term("numerator", result.quantity.interval, result)]
        terms.append(Term("denominator", target.quantity.interval, target))
        trust = _SURE if rank == 0 and not listed and _of_one_thing(result, target, share, plan) else _LIKELY
        yield scene.relation("share-of-whole", terms, ("share", share.index), trust)


def _reached(claim: Claim) -> bool:
    """下达目标为1.2万套，截至8月底建成0.9万套: what was reached by a day is no goal though the sentence begins with one."""
    return claim.modality == "result" or claim.modality == "target" and _BY_NOW.search(claim.lead) is not None


def _planned(claim: Claim, kinds: tuple[str, ...]) -> bool:
    """Whether the words around a figure make it the plan spoken of."""
    clause = claim.lead[max(claim.lead.rfind(mark) for mark in "，；;。:") + 1 :]
    if clause.endswith(_ADJUSTED):
        return True  # 预算安排9.6亿元，执行中调整为10.2亿元
    # 一般公共预算收入 is the name of an account, no plan
    clause = _ACCOUNT.sub("", clause)
    return any(kind in clause or kind in claim.tail[:8].split("，")[0] for kind in kinds)


def _of_one_thing(result: Claim, target: Claim, share: Claim, plan: str) -> bool:
    """Whether the plan is one for the result: next to it in the sentence, or called what the percentage calls it and of the same thing."""
    if target.sentence == share.sentence and abs(target.index - result.index) == 1:
        return not result.indicator or not target.indicator or result.indicator == target.indicator
    if target.sentence == share.sentence and target.lead.endswith(_ADJUSTED) and plan.startswith(_OF_THE_ADJUSTED):
        return not result.indicator or not target.indicator or result.indicator == target.indicator
    thing = result.name[-2:]
    return plan in target.name and len(thing) == 2 and thing in target.name
