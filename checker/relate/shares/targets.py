"""Several results against several plans in one breath: 新增就业3.8万人，再就业1.1万人，分别完成目标3.6万人、1.05万人的106.2%和107.9%; or of
one whole: 工业6亿、服务业3亿千瓦时，分别占用电量10亿千瓦时的60%、30%."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.claim import Claim
from checker.relate.scene import Scene
from checker.relate.shares.together import share_of
from checker.relate.sorts import amount, proportion
from checker.relation import Relation

_SURE = 0.95
_JOINED = "、和及与以 "
_LED = re.compile(
    "(?:分别|依次|各)[^，。；;]{0,16}(?:目标|计划|任务|预算|指标|要求|总量|总数|总额|全国|全省|全市|上年|去年)[^，。；;]{0,8}$"
)
_LED_TO_ONE = re.compile("(?:分别|依次|各)(?:约|仅)?(?:占|相当于|完成|达到?|为)[^，。；;]{0,24}$")


def relations(scene: Scene, sentence: list[Claim]) -> Iterator[Relation]:
    """The k-th percentage is the k-th result over the k-th plan, or over the one whole."""
    for run in runs(sentence):
        count = len(run)
        first = sentence.index(run[0])
        told = _bases(sentence, first, count)
        bases = told * (count // len(told))
        before = sentence[: first - len(told)]
        results = [c for c in before if amount(c) and c.modality == "result" and "paren" not in c.cues][-count:]
        if len(results) == count and all(scene.same_things(a, b) for a, b in zip(results, bases, strict=True)):
            for share, result, base in zip(run, results, bases, strict=True):
                yield share_of(scene, share, (result,), base, ("share", share.index), _SURE)


def runs(sentence: list[Claim]) -> list[list[Claim]]:
    """Every run of percentages that 的 joins to as many amounts, which 分别 introduces: 分别为目标a、b的x、y."""
    answer: list[list[Claim]] = []
    for position, head in enumerate(sentence):
        if head.lead != "的" or not proportion(head):
            continue
        end = position + 1
        while end < len(sentence) and proportion(sentence[end]) and not sentence[end].lead.strip(_JOINED):
            end += 1
        if _bases(sentence, position, end - position):
            answer.append(sentence[position:end])
    return answer


def _bases(sentence: list[Claim], position: int, count: int) -> list[Claim]:
    """The amounts before so many percentages that they are of: one each, or one for all; [] if the words do not say so."""
    bases = sentence[max(0, position - count) : position]
    joined = len(bases) == count > 1 and all(amount(c) for c in bases) and not any(c.lead.strip(_JOINED) for c in bases[1:])
    if joined and _LED.search(bases[0].lead):
        return bases
    one = bases[-1:]
    return one if count > 1 and one and amount(one[0]) and _LED_TO_ONE.search(one[0].lead) else []
