"""What of a plan is still to be done: 完成a，为全年预算b的c%…。要完成全年预算，后两个月尚需组织收入d."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence

from checker.claim import Claim
from checker.relate.clause import alike, last_words
from checker.relate.scene import Scene
from checker.relate.sorts import amount, one_scale
from checker.relation import Relation, Term

# completion rates that are looked back over
_MOST = 12
_SPAN, _BACK = 46, 6
_NOUN = 2
_TO_GO = re.compile("(?:尚|还|仍|则)(?:需|须|要|差|缺|有|余|剩)|(?:剩余|余下)[^，。；;\\d]{0,6}$")
_OF_THE_PLAN = re.compile("全年|年度|年初|预算|计划|目标|任务|[后余][一两二三四五六七八九]个月|[三四]季度|下半年|年内|年底前")
_PLAN = re.compile("(?:完成|占|为|达|相当于)[^，。；;\\d]{0,6}(?:预算|计划|目标|任务)[^，。；;\\d]{0,4}$")
_PLAN_BEHIND = re.compile("^[^，。；;\\d]{0,4}(?:预算|计划|目标|任务)(?:数)?的$")
_EACH = re.compile("均")
# The whole of a plan less what was done of it is what is told as still to be done, where both stand in one completion rate.
_TOLD, _AMONG = 0.93, 0.5


def relations(scene: Scene) -> Iterator[Relation]:
    """Every amount still to be done, with the done and the planned of a completion rate before it that is of the same thing."""
    told: deque[tuple[Claim, Claim]] = deque(maxlen=_MOST)
    for sentence in scene.sentences:
        for claim in sentence:
            if alike(claim, claim) and "paren" not in claim.cues and _to_go(scene, claim):
                yield from _left(scene, claim, told)
        told += _rates(sentence)


def _to_go(scene: Scene, claim: Claim) -> bool:
    words = last_words(claim)
    text = scene.document.words[max(0, claim.quantity.start - _SPAN) : claim.quantity.start]
    around = re.split("[。；;\n]", text)[-1] + claim.tail[:4]
    return _TO_GO.search(words) is not None and _OF_THE_PLAN.search(around) is not None and not _EACH.search(words)


def _rates(sentence: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """What was done and what was planned, of every completion rate that names the plan's amount right before it."""
    for position, plan in enumerate(sentence[:-1]):
        rate = sentence[position + 1]
        of_it = plan.tail == "的" and _PLAN.search(last_words(plan)) or _PLAN_BEHIND.match(plan.tail) and "完成" in last_words(plan)
        if rate.quantity.dimension != "fraction" or not of_it or not amount(plan):
            continue
        near = reversed(sentence[max(0, position - _BACK) : position])
        done = next((c for c in near if alike(plan, c) and "paren" not in c.cues and c.modality == "result"), None)
        if done is not None and one_scale(done, plan):
            yield done, plan


def _left(scene: Scene, rest: Claim, told: Iterable[tuple[Claim, Claim]]) -> Iterator[Relation]:
    fitting = [(done, plan) for done, plan in told if done.quantity.dimension == rest.quantity.dimension and one_scale(done, rest)]
    text = scene.document.words[max(0, rest.quantity.start - _SPAN) : rest.quantity.start]
    words = re.split("[。；;\n]", text)[-1]
    fitting = [pair for pair in fitting if pair[0].sentence == rest.sentence or _shared(last_words(pair[0]), words)]
    for done, plan in fitting:
        terms = [Term(role, c.quantity.interval, c) for role, c in (("gap", rest), ("greater", plan), ("lesser", done))]
        yield scene.relation("difference-in-words", terms, ("gap", rest.index), _TOLD if len(fitting) == 1 else _AMONG)


def _shared(done: str, words: str) -> bool:
    """Whether two words of a figure's name, but for those of any budget, come back where the rest is told of."""
    name = re.sub("完成|实现|达到|一般公共预算|累计|共", "", done)
    return any(name[at : at + _NOUN] in words for at in range(len(name) - 1))
