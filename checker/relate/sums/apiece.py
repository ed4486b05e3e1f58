"""So much for each, and who bears it: 每人每年1070元，其中个人缴费400元、财政补助670元; 个人每人380元，财政每人670元，合计1050元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.claim import Claim
from checker.interval import Interval
from checker.relate.clause import apiece, last_words
from checker.relate.lists.closed import partition
from checker.relate.lists.members import closes
from checker.relate.scene import Scene
from checker.relate.sorts import one_scale
from checker.relation import Relation, Term, term

_PAIR, _MOST = 2, 6
_EACH = re.compile("每(?:一|个|名)?([一-鿿])|([人户亩生床头学栋套])均")
_SUMMED = re.compile("(?:合计|共计|总计)(?:为|达到?)?$")
# 每人每月300元，其中…每年: so much for another time is no part
_TIME = re.compile("每(?=[年月日天周学])([年月日天周学])")
_STANDARD = re.compile("标准|每")
_BRACKETED = "paren"
# whoever says who bears the cost of each names all that do, where the names leave nothing out
_TOLD = 0.94


def relations(scene: Scene) -> Iterator[Relation]:
    """Every figure for each with the parts that 其中 opens right behind it, every total for each behind what it sums up."""
    for sentence in scene.sentences:
        for position, claim in enumerate(sentence):
            if not _sum(claim):
                continue
            run = _parts(sentence, position) if apiece(claim) else []
            if len(run) >= _PAIR and _all_told(scene, run):
                yield _relation(scene, claim, run)
            if position >= _PAIR and _SUMMED.search(last_words(claim)):
                yield from _summed(scene, sentence, position)


def _parts(sentence: Sequence[Claim], position: int) -> list[Claim]:
    """The figures of the kind that follow in the clause, 其中 before the first, each named and for each of the same."""
    whole = sentence[position]
    run: list[Claim] = []
    for claim in sentence[position + 1 : position + 1 + _MOST]:
        opens = claim.lead.startswith("，其中") if not run else claim.lead[:1] in ("、", "，", "和")
        if not opens or not _of_it(whole, claim) or run and "其中" in claim.lead:
            break
        run.append(claim)
    return run


def _of_it(whole: Claim, part: Claim) -> bool:
    """Whether a figure is so much for each as another is, by its unit, scale and clause, and for the same time."""
    each, times = _each(part), set(_TIME.findall(part.lead))
    return _beside(whole, part) and (not each or each == _each(whole)) and times <= set(_TIME.findall(whole.lead))


def _beside(whole: Claim, part: Claim) -> bool:
    plain = _sum(part) and part.modality == whole.modality and len(part.name) > 1
    return plain and part.clause == whole.clause and one_scale(part, whole)


def _sum(claim: Claim) -> bool:
    """Whether a figure is a sum of money, for each or not, that is told on its own."""
    level = claim.measure in ("level", "mean") and not claim.average
    return level and claim.quantity.dimension == "money" and _BRACKETED not in claim.cues and claim.modality != "base"


def _each(claim: Claim) -> str:
    """What a figure is for each of: 每亩 and 亩均 → 亩."""
    found = _EACH.search(_TIME.sub("", claim.lead[claim.lead.rfind("，") + 1 :]))
    return (found.group(1) or found.group(2)) if found is not None else ""


def _all_told(scene: Scene, run: Sequence[Claim]) -> bool:
    """Whether the names of parts leave nothing out: a closed set, a rest, or three and more joined by 、."""
    left = closes(scene.rules, run[-1]) and not any(closes(scene.rules, part) for part in run[:-1])
    joined = len(run) > _PAIR and all(part.lead.startswith("、") for part in run[1:])
    return "等" not in run[-1].tail[:3] and (left or joined or partition(scene.rules, [part.name for part in run]))


def _summed(scene: Scene, sentence: Sequence[Claim], position: int) -> Iterator[Relation]:
    """Figures for each right before their total in the clause: who bears it, or what the total says is a standard or so much for each."""
    whole = sentence[position]
    run: list[Claim] = []
    for claim in reversed(sentence[max(0, position - _MOST) : position]):
        if not _beside(whole, claim) or not apiece(claim) or run and _each(claim) != _each(run[-1]):
            break
        run.insert(0, claim)
    if len(run) >= _PAIR and (_STANDARD.search(last_words(whole)) or partition(scene.rules, [part.name for part in run])):
        yield _relation(scene, whole, run)


def _relation(scene: Scene, whole: Claim, run: Sequence[Claim]) -> Relation:
    quantity = whole.quantity
    # 不低于2400元，其中a、b、c: the parts that are told make up the least
    stated = Interval.around(quantity.value, quantity.step / 2) if quantity.hedge else quantity.interval
    terms = [Term("whole", stated, whole), *(term("part", part) for part in run)]
    return scene.relation("parts-of-whole", terms, ("apiece", whole.index), _TOLD)
