"""An account told step by step to what it leaves: 总股本a，扣除回购的b后，以c为基数; 净利润a，加年初未分配利润b，提取公积金c，派发股利d后，
结余e."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.claim import Claim
from checker.relate.clause import alike, last_words
from checker.relate.scene import Scene
from checker.relate.sorts import one_scale
from checker.relation import Relation, Term

_MOST, _SPAN = 7, 60
_MINUS = re.compile("^(?:再|并|应|需|在|先|须)?(?:减(?:去|掉|：)?(?![少免轻员征税费持排负])|扣除|扣减|剔除|刨除|剔掉|扣掉)")
# what becomes of a profit: told between it and what is left of it, each takes something away
_APPLIED = re.compile("^(?:并|再|已|拟|按[^，、；;]{0,16})?(?:提取|计提|派发|分配|对[^，、；;]{1,10}分配|支付|转作)")
_PLUS = re.compile("^(?:再|并|另|在)?加(?:上|：)?(?![速快强大工密入班装征权])")
_AFTER = re.compile("^[)]?(?:[^，、；;。\\d]{0,12})后")
_RESULT = re.compile(
    "^(?:本次|年末|期末|最终|全年|公司)?(?:实际(?:参与|可|享有|用于)|可供|结余|结存|剩余|余额|净额|未分配|应纳税|实有|净利润|净增加|为基数|账面价值|净值)"
)
# not all that is taken off has its figure
_UNTOLD = re.compile("等(?![级额位值])|扣除[^，；;\\d]{1,12}(?<!购买)、|及其他")
_CHANGED = re.compile("[比较占超]|同比|增长|下降|口径")
# What the words add and take off one after the other makes one sum in nearly all published texts.
_TOLD = 0.94


def relations(scene: Scene) -> Iterator[Relation]:
    """Every result behind a first amount and what the words add to it and take off it."""
    for sentence in scene.sentences:
        for position, result in enumerate(sentence):
            if position > 1 and alike(result, result) and "paren" not in result.cues and _leaves(result):
                yield from _account(scene, sentence, position)


def _leaves(result: Claim) -> bool:
    """Whether the words say that a figure is what was left when something had been taken off."""
    words = last_words(result)
    after = _AFTER.match(result.lead) is not None and not _CHANGED.search(result.lead)
    return after or _RESULT.match(words) is not None and not _CHANGED.search(words)


def _account(scene: Scene, sentence: Sequence[Claim], position: int) -> Iterator[Relation]:
    result = sentence[position]
    steps: list[tuple[str, Claim]] = []
    joined: list[Claim] = []
    for other in reversed(sentence[max(0, position - _MOST - 4) : position]):
        if other.quantity.dimension in ("fraction", "point") or "paren" in other.cues:
            continue
        if not alike(result, other) or other.clause != result.clause or not one_scale(result, other):
            return
        sign = _sign(scene, other)
        if not sign and other.lead.startswith(("、", "和", "及", "与", "以及")):
            joined.insert(0, other)
            continue
        steps = [(sign or "part", other), *((sign or "part", c) for c in joined), *steps]
        if sign:
            joined = []
            continue
        if joined:
            return
        break
    if len(steps) > 1 and steps[0][0] == "part" and _complete(scene, steps, result):
        terms = [Term("whole", result.quantity.interval, result)]
        terms += [Term("less" if role == "less" else "part", claim.quantity.interval, claim) for role, claim in steps]
        yield scene.relation("parts-of-whole", terms, ("steps", result.index), _TOLD)


def _sign(scene: Scene, claim: Claim) -> str:
    """less for what is taken off, more for what is added, '' for what neither is said of."""
    told = [words.lstrip("、和及与并") for words in (last_words(claim), _said(scene, claim))]
    if any(_MINUS.match(words) or _APPLIED.match(words) for words in told):
        return "less"
    return "more" if any(_PLUS.match(words) for words in told) else ""


def _complete(scene: Scene, steps: Sequence[tuple[str, Claim]], result: Claim) -> bool:
    """Whether something is taken off, by a word that says so, and all of it has its figure."""
    taken = [claim for role, claim in steps if role == "less"]
    if not any(_MINUS.match(last_words(c).lstrip("、和及与并")) for c in taken) and not (taken and any(r == "more" for r, _ in steps)):
        return False
    text = scene.document.words[steps[0][1].quantity.end : result.quantity.start]
    return len(text) < _SPAN * len(steps) and not _UNTOLD.search(text) and not any(_CHANGED.search(last_words(c)) for _, c in steps)


def _said(scene: Scene, claim: Claim) -> str:
    """The words of a figure's clause up to it, over the numbers in them: 提取10%法定盈余公积."""
    text = scene.document.words[max(0, claim.quantity.start - _SPAN) : claim.quantity.start]
    return text[max(text.rfind(mark) for mark in "，。；：、,;:\n（()）") + 1 :]
