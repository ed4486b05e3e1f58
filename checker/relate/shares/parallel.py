"""Shares told one after the other with what each of them comes to, of one whole that need not be told: 预付款30%，计24万元；验收后付70%，
计56万元; 甲12万吨，占30%；乙8万吨，占20%. Each amount over its share is the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from checker.claim import Claim
from checker.interval import Interval
from checker.relate.clause import JOINTS, last_words
from checker.relate.scene import Scene
from checker.relate.shares.cores import core
from checker.relate.shares.portions import base_name
from checker.relate.shares.respective import told_in_turn
from checker.relate.shares.wholes import named_whole
from checker.relate.sorts import amount, proportion
from checker.relation import Relation, Term

_SURE = 0.94
_NAMELY = re.compile("^[，(]?(?:即|计|合计|共计|金额为|约合|合)(?:为|人民币|约|¥|￥){0,4}$")
_IS = re.compile("^[，(](?:约|仅|只)?占(?:比|[^，。；;、:(0-9]{3,20}?的?(?:比[重例])?)?[为达约]{0,3}$")
# 占其总资产, 占同期生产总值: of a whole of its own
_OWN = re.compile("[其该所]|各自|同期|当年|当期|^本")

_AMONG = re.compile("(?<!其)[中里内][，,]")
# 62亿元，增长9%，占48%
_GROWN = ("rate", "change", "points")
# what several bodies have together
_JOINT = re.compile("注册资本|总股本|股本总|出席|^全[年国省市县区]")
_BODY = re.compile("(?!市县|省市)[一-鿿]{1,8}?(?:[县区镇乡村行厂校院局站]|公司|集团|项目|季度?|[年月期][初末]?|路|馆)")
_VERB = re.compile("(?:完成|实现|累计|共计?|合计|达到?|为|约|是|有|:){1,3}$")
_NOUN = 2
_REACH = 3
_NEAREST = 3

Pair = tuple[Claim, Claim]


def relations(scene: Scene, known: frozenset[int]) -> Iterator[Relation]:
    """The second of two neighbouring shares over its amount as the first is over its own; shares of a `known` whole need no neighbour."""
    for pairs in (_instalments(scene), _portions(scene)):
        for first, second in _neighbours(pairs):
            unknown = [pair for pair in (second, first) if pair[0].index not in known]
            if unknown and _parallel(scene, first, second):
                yield _alike(scene, first if unknown[0] is second else second, unknown[0])
    for sentence in scene.sentences:
        for run in told_in_turn(sentence):
            for first, second in pairwise(run):
                if second[0].index not in known and min(c.quantity.interval.low for c in (first[0], second[0])) > 0:
                    yield _alike(scene, first, second)


def _neighbours(pairs: list[Pair]) -> Iterator[tuple[Pair, Pair]]:
    """Each pair with the one before it that names the same whole; between them may be a share of what the amount is of another."""
    for position in range(1, len(pairs)):
        second = pairs[position]
        near = [pair for pair in pairs[max(0, position - _NEAREST) : position] if named_whole(pair[0]) == named_whole(second[0])]
        yield (near[-1] if near and named_whole(second[0]) else pairs[position - 1]), second


def _instalments(scene: Scene) -> list[Pair]:
    """Every percentage to be paid with the amount that it comes to."""
    answer: list[Pair] = []
    for share, made in pairwise(scene.prose):
        told = proportion(share) and amount(made) and made.sentence == share.sentence and _NAMELY.match(made.lead) is not None
        if told and not share.quantity.hedge and not made.quantity.hedge:
            answer.append((share, made))
    return answer


def _portions(scene: Scene) -> list[Pair]:
    """Every amount with its share right behind that names no whole."""
    answer: list[Pair] = []
    for share in scene.prose:
        part = next((c for c in scene.before(share, _REACH) if not _passed_over(c)), None) if _IS.match(share.lead) else None
        if part is None:
            continue
        told = amount(part) and proportion(share) and part.sentence == share.sentence
        plain = part.modality == share.modality == "result" and not _apart(share) & (part.cues | share.cues)
        if told and plain and not share.quantity.hedge and not part.quantity.hedge and not _joined_behind(scene, share):
            answer.append((share, part))
    return answer


def _passed_over(claim: Claim) -> bool:
    """占其所持股份的50%，占总股本的20%: between an amount and its share a change may stand, and a share of another whole."""
    return claim.measure in _GROWN or proportion(claim) and "占" in claim.lead and bool(named_whole(claim))


def _apart(share: Claim) -> frozenset[str]:
    """持股1.2亿股，占总股本的30%，其中质押0.6亿股，占总股本的15%: what is part of another is of one whole with it only if that is named."""
    return frozenset({"paren"} if named_whole(share) else {"part", "paren"})


def _joined_behind(scene: Scene, share: Claim) -> bool:
    """占35%、25%和20%: one of several shares of the amounts before."""
    behind = next(scene.after(share, 1), None)
    return behind is not None and proportion(behind) and behind.lead.strip() in (*JOINTS, "以及")


def _parallel(scene: Scene, first: Pair, second: Pair) -> bool:
    """Whether the two stand side by side, of things of one kind and of one base, with no other amount of the kind between."""
    (share, amount_of), (other, made) = first, second
    one_base = base_name(share) == base_name(other) or not base_name(other)
    bare = _alike_named(scene, first, second)
    near = made.sentence == amount_of.sentence or made.block == amount_of.block and _paid(scene, share) and _paid(scene, other)
    one_kind = made.quantity.dimension == amount_of.quantity.dimension and other.modality == share.modality
    stop, start = max(share.index, amount_of.index), min(other.index, made.index)
    between = scene.claims[stop + 1 : start]
    one_kind = one_kind and share.quantity.interval.low > 0 and other.quantity.interval.low > 0
    # 初中教师中，本科4651人，占94%；高中教师中，研究生487人，占17%: each is of those it is among
    among = any(_AMONG.search(c.lead) for c in (*between, made, other))
    topics = {last_words(part).rpartition("中")[0] for part in (amount_of, made)}
    among = among or len(topics - {""}) > 1
    return not among and one_kind and near and one_base and bare and not any(_of_kind(c, made) for c in between)


def _alike_named(scene: Scene, first: Pair, second: Pair) -> bool:
    """Whether the shares name no whole, or one and the same: 省级6000万元，占总投入的60%；市县4000万元，占总投入的40%."""
    one, other = named_whole(first[0]), named_whole(second[0])
    same = one == other and bool(core(scene, one) or "总" in one) and _OWN.search(one) is None
    return not one and not other or same and first[1].period == second[1].period and _of_one_body(first[1], second[1], one)


def _of_one_body(first: Claim, second: Claim, whole: str) -> bool:
    """Whether what the parts are called lets them be of one whole: 甲县教育支出 and 乙县教育支出 have a 财政支出 each, but 教育支出
    and 卫生支出 have one."""
    if _JOINT.search(whole):
        return True
    words = [_VERB.sub("", last_words(part)) for part in (first, second)]
    bodies = [_BODY.search(part) for part in words]
    if words[0][-_NOUN:] != words[1][-_NOUN:]:
        return bodies[1] is None or bodies[0] is not None and bodies[0].group() == bodies[1].group()
    return words[0][-_NOUN:] in whole and not any(bodies)


def _of_kind(claim: Claim, made: Claim) -> bool:
    """Whether a figure between may be another whole: an amount of the kind, or one without a unit of its own."""
    return claim.quantity.dimension in (made.quantity.dimension, "number", "fraction")


def _paid(scene: Scene, share: Claim) -> bool:
    return any(word in share.lead for word in (*scene.rules.wording["pays"], *scene.rules.wording["last_instalment"]))


def _alike(scene: Scene, first: Pair, second: Pair) -> Relation:
    (share, amount_of), (other, made) = first, second
    exact = _paid(scene, share) and _paid(scene, other)
    rates = [Interval.exactly(c.quantity.value) if exact else c.quantity.interval for c in (share, other)]
    whole = amount_of.quantity.interval / rates[0]
    words = f"({amount_of.quantity.text} ÷ {share.quantity.text})"
    terms = [Term("share", rates[1], other), Term("numerator", made.quantity.interval, made)]
    terms.append(Term("denominator", whole, replace(amount_of, sources=(amount_of, share)), words))
    return scene.relation("share-of-whole", terms, ("share", other.index), _SURE)
