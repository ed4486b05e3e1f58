"""Several years told one after the other, and the rate at which each grew over the one before it: 三年分别为a、b、c，分别增长x%、y%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from checker.chinese import FEW
from checker.claim import Claim
from checker.relate.changes.levels import level
from checker.relate.scene import Scene
from checker.relate.sorts import at_constant_prices
from checker.relate.topic import alike, topic_of
from checker.relation import Relation, term

_JOINTS = "、和及与 "
# 2021—2023年, 2021年至2023年, 近三年, 三年来 before the first of the figures
_SPAN = re.compile("(20[0-9]{2})年?(?:[—~～-]{1,2}|至|到)(20[0-9]{2})年")
_YEARS = re.compile("20[0-9]{2}(?=年)")
_COUNTED = re.compile("(?:[近这过去前]{0,2})([三四五])年(?:来|间)?")
# 近三年，甲、乙、丙三县: what is told one after the other is no year
_THINGS = re.compile("、|[一二三四五六七八九十两0-9][个县市区镇乡村家类项大行所院户]")
_FEWEST, _MOST = 3, 6
_LEAD = 60
_STATED = 0.94


def relations(scene: Scene) -> Iterator[Relation]:
    """Each rate of a run, against the figures of its year and of the year before."""
    for sentence in scene.sentences:
        for position, rate in enumerate(sentence):
            if rate.measure == "rate" and not rate.average and not _joined(sentence, position):
                yield from _run(scene, sentence, position)


def _joined(sentence: list[Claim], position: int) -> bool:
    """Whether a figure only goes on with the one before it."""
    same = position > 0 and sentence[position - 1].measure == sentence[position].measure
    return same and not sentence[position].lead.strip(_JOINTS) and sentence[position].lead != ""


def _run(scene: Scene, sentence: list[Claim], position: int) -> Iterator[Relation]:
    end = position + 1
    while end < len(sentence) and sentence[end].measure == "rate" and _joined(sentence, end):
        end += 1
    rates = sentence[position:end]
    levels = _levels(scene, sentence[:position])
    if not _FEWEST <= len(levels) <= _MOST or len(levels) - len(rates) not in (0, 1) or len(rates) < _FEWEST - 1:
        return
    if any(c.name not in ("", levels[0].name) for c in levels[1:]):
        return  # 甲、乙、丙三县分别为a、b、c
    topic = topic_of(scene, rates[0])
    if topic and not alike(scene, topic, levels[0]):
        return
    if at_constant_prices(scene.rules, levels[0]) or any("comparable" in c.cues for c in (*levels, *rates)):
        return
    skipped = len(levels) - len(rates)
    for at, rate in enumerate(rates):
        now = at + skipped
        if now:
            terms = [term("rate", rate), term("now", levels[now]), term("base", levels[now - 1])]
            yield scene.relation("growth-from-levels", terms, ("yearly", rate.index), _STATED)


def _levels(scene: Scene, before: list[Claim]) -> list[Claim]:
    """The figures of as many years one after the other as the words before the first of them name; [] if they name none."""
    found: list[Claim] = []
    for claim in reversed(before):
        if claim.measure == "length":
            continue
        plain = level(claim) and claim.modality == "result" and "paren" not in claim.cues and claim.quantity.dimension != "fraction"
        if not plain or found and claim.quantity.dimension != found[0].quantity.dimension or len(found) == _MOST:
            break
        found.append(claim)
        if _told(scene, claim, found[0]) == len(found):
            return found[::-1]
    return []


def _told(scene: Scene, first: Claim, last: Claim) -> int:
    """How many years in a row the words from before the first figure to the last name; 0 if they are not in a row."""
    begin = max(0, first.quantity.start - _LEAD)
    ahead = scene.document.words[begin : first.quantity.start]
    ahead = ahead[max(ahead.rfind(mark) for mark in "。;\n") + 1 :]
    for pattern in (_SPAN, _COUNTED):
        named = pattern.search(ahead)
        if named is not None and not _THINGS.search(ahead, named.end()):
            return int(named[2]) - int(named[1]) + 1 if pattern is _SPAN else FEW[named[1]]
    years = [int(year) for year in _YEARS.findall(ahead + scene.document.words[first.quantity.start : last.quantity.start])]
    return len(years) if len(years) >= _FEWEST and all(b - a == 1 for a, b in pairwise(years)) else 0
