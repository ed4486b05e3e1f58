"""How sure it is that figures named one after the other are one list of the parts of a whole."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.claim import Claim
from checker.relate.clause import full_lead, last_words, silent
from checker.relate.lists.appended import in_all
from checker.relate.lists.apposition import in_turn, of_the_product
from checker.relate.lists.behind_rates import no_whole
from checker.relate.lists.beside import companions
from checker.relate.lists.closed import complementary, partition
from checker.relate.lists.juxtaposed import juxtaposed
from checker.relate.lists.kinds import kindred
from checker.relate.lists.members import closes, joint, joints, told_apart, told_set
from checker.relate.lists.spoken_of import among, names, topic
from checker.relate.lists.turns import all_of_a_class, by_turns, divided, of_one_noun, of_the_same
from checker.relate.sorts import amount
from checker.rules import Rules

_ENDING, _PAIR = 2, 2
_PARTITIVE = re.compile("，(?:对|按|因|以|属于?|用于)?[^，；;:()]{2,40}的(?:案件|项目|企业|人员|资金)?(?:分别|依次)")
_PLAIN_TURNS = re.compile("[，,]?(?:涉及|所涉|其)?(?:金额|资金|数量|人数|面积|投资|规模|长度)?(?:分别|依次)")
# 187座水库(大型2座、…): the noun between a whole and the bracket that takes it apart
_BRACKETED = re.compile("[一-鿿]{0,8}[(]")
_FUNDED = re.compile("(?:中央|[省市州县区]级?|上级|财政|各级)(?:财政)?(?:专项)?(?:补助|奖补|资助)(?:资金|收入)?$")
# 构成：利息收入a，减利息支出b，得利息净收入c: an account worked out, no list
_WORKED_OUT = re.compile("^(?:再|并|应|需|在|先|须)?(?:减(?:去|掉)?(?![少免轻员征税费持排负速灾贫压])|扣减|扣去|扣除(?![^，、；]{0,8}后))")
# not 其中按揭贷款
_SORTED_BY = re.compile("按(?!揭)(?=[^按]{0,200}$)")
_ABOVE = ("超过", "以上", "突破", "高于", "大于")


def cohesion(sentence: list[Claim], run: list[Claim], whole: Claim, rules: Rules) -> float:
    """How sure it is that the parts are one list of the whole's parts: 、 joins a list, and so does a closed set; a comma or semicolon
    may begin another matter unless a colon announced it; a goal has no results for parts."""
    head = run[0]
    lead = full_lead(sentence, head.index - sentence[0].index)
    apart = divided(lead) and len(run) > 2
    named = told_apart(run)
    closed = told_set(rules, run) or partition(rules, named) or complementary(named) or juxtaposed(whole, named)
    # what is planned has parts that need not be called planned again
    planned = whole.modality == "target" and closed
    if whole.modality != head.modality and not (apart or planned):
        return 0.5
    if "(" in head.lead[-12:] and "其中" not in head.lead and "paren" in head.cues:
        # a bracket takes apart the figure it stands behind
        return 1.0 if whole.index == head.index - 1 and _BRACKETED.match(whole.tail) else 0.4
    if _of_others(head, whole) or _nested(sentence, run) or no_whole(rules, whole, run):
        return 0.3
    if apart:
        return 1.0
    beside = whole.index == head.index - 1 and whole.sentence == head.sentence and len(run) > 1
    if by_turns(head):
        return _in_turn(sentence, run, whole, rules, beside)
    if among(lead):
        return 1.0 if whole.sentence == head.sentence or names(topic(lead), whole) else 0.4
    left = len(run) == _PAIR and beside and last_words(run[-1]).startswith(rules.wording["rest"])
    announced = ":" in head.lead or closed or closes(rules, run[-1]) or left
    announced = announced or beside and (kindred(rules, sentence, whole, run) or in_all(sentence, whole, run))
    if len(run) < 2 or announced or joints(sentence, run) == {"、"} or companions(sentence, run):
        return 1.0
    return 0.9 if _one_ending([part.name for part in run]) else 0.65


def _in_turn(sentence: list[Claim], run: list[Claim], whole: Claim, rules: Rules, beside: bool) -> float:
    """分别, 依次: members that are all there are, or each named beside his figure; `beside` says that the whole stands right before."""
    head = run[0]
    if beside and all(len(part.name) > 1 and not silent(part) for part in run[1:]):
        return 1.0  # 依次为甲a、乙b、丙c: each is named beside its figure
    if beside and closes(rules, run[-1]) and head.lead.rstrip("为是有达").endswith(("分别", "依次")):
        return 1.0  # 甲、乙分别为a、b，其余三市c: others than those named only a whole has
    if in_turn(sentence, run, whole) or of_the_product(full_lead(sentence, head.index - sentence[0].index), whole):
        return 1.0
    if not of_the_same(head, whole, rules):
        return 0.5
    told = whole.sentence == head.sentence or head.sentence - whole.sentence == 1 and of_one_noun(head, whole)
    if len(run) > 1 and told and all_of_a_class(rules, sentence, head, whole, len(run)):
        return 1.0
    if beside and _PARTITIVE.match(head.lead) is not None and head.lead.count("、") + 1 == len(run) > _PAIR:
        return 1.0  # 案件684件，对甲、乙、丙的分别为a、b、c
    # who is named before 分别 has figures of his own: 甲省16件，乙省和丙省分别11件和10件
    return 1.0 if beside and (partition(rules, [part.name for part in run]) or _PLAIN_TURNS.match(head.lead) is not None) else 0.5


def _one_ending(names: Sequence[str]) -> bool:
    """Whether all names end in the same two characters and differ before: 北库拦蓄, 南库拦蓄."""
    return all(len(name) > _ENDING for name in names) and len({name[-_ENDING:] for name in names}) == 1 and len(set(names)) == len(names)


def _nested(sentence: list[Claim], run: list[Claim]) -> bool:
    """占比超过10%的44种、超过20%的23种: what is above the one mark is above the other."""
    leads = [full_lead(sentence, part.index - sentence[0].index) for part in run]
    return sum(any(word in lead for word in _ABOVE) for lead in leads) > 1


def _of_others(head: Claim, whole: Claim) -> bool:
    """员工1842人。研发人员按学历分，博士21人…: who is named before 按 is taken apart, and is not the whole."""
    before = head.lead[: found.start()] if (found := _SORTED_BY.search(head.lead)) else ""
    subject = before[max(before.rfind(mark) for mark in "，、；;:(。") + 1 :]
    return len(subject) > 1 and not any(subject[i : i + 2] in whole.lead for i in range(len(subject) - 1))


def granted(head: Claim, wholes: Sequence[Claim]) -> bool:
    """Whether the amounts are what a rule grants case by case (一等奖奖励5万元、二等奖…), which make up nothing; 中央补助 and the like are
    where money came from."""
    counted = head.quantity.dimension == "person" or head.quantity.dimension.startswith("count:")
    if "grant" not in head.cues or counted or _FUNDED.search(head.lead) or "相关的" in head.lead:
        return False  # 与资产相关的补助 is what a firm has booked
    return not (wholes and "grant" in wholes[0].cues and "total" in wholes[0].cues)


def of_another_unit(sentence: list[Claim], run: list[Claim]) -> bool:
    """诫勉296人，处分773人次，移送2人: a member counted in another unit, named and joined as the others are, cannot be added."""
    first, last, mark = run[0], run[-1], joint(run[-1])
    between = [c for c in sentence if first.index < c.index < last.index and c not in run and "paren" not in c.cues]
    return any(counts(c) and counts(last) and amount(c) and c.name and not silent(c) and joint(c) == mark for c in between)


def counts(claim: Claim) -> bool:
    """Whether a figure is of things or persons that are counted one by one."""
    return claim.quantity.dimension == "person" or claim.quantity.dimension.startswith("count:")


def income_behind(sentence: list[Claim], run: list[Claim]) -> bool:
    """期间费用a，其中销售、管理费用分别为b、c，财务费用为-d: whether an amount below nothing follows: the others may exceed it."""
    behind = next((c for c in sentence[run[-1].index - sentence[0].index + 1 :] if amount(c)), None)
    return behind is not None and behind.quantity.value < 0 and behind.quantity.dimension == run[0].quantity.dimension


def worked_out(run: list[Claim], whole: Claim) -> bool:
    """Whether a list is an account: some of its members are taken off the one before, or are the other side of what they follow
    (营业收入a，营业支出b，其他收益c)."""
    spent = whole.name.endswith("收入") and any(part.name.endswith(("支出", "成本")) for part in run)
    return spent or any(_WORKED_OUT.match(last_words(part)) for part in run[1:])
