"""What is added to a first amount before a total: 收入a，…。加上补助b、上年结转c，收入总计t; 加营业外收入b、减营业外支出c，利润总额t."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.claim import Claim
from checker.relate.clause import PLUS, alike, last_words, silent
from checker.relate.scene import Scene
from checker.relate.sorts import one_scale
from checker.relation import Relation, Term

_BACK, _MOST = 24, 8
# 支出完成数，加上解支出a: what is added to has no figure here
_NAMED_ONLY = re.compile("[；。;:：][^，。；;:：]{2,14}，?(?:再|并)?(?:加上?|连同)[^，。；;]{0,12}$")
_MINUS = re.compile("^(?:再|并)?(?:减(?:去)?|扣除|扣减|剔除)(?![少免轻员征税费排持负])")
_TOTAL = re.compile("(?:总计|合计|总量|总额|可用财力|财力|总收入|总支出|总财力|共计|收入共|支出共|净利润|余额|为)$")
_SIDES = ("收入", "支出")
# Where 加上 begins a row of amounts that a total ends, what stood before them is the rest of it in nearly all published texts.
_TOLD = 0.94


def relations(scene: Scene) -> Iterator[Relation]:
    """Every total behind amounts of which the first are said to be added, with the amount they are added to."""
    for sentence in scene.sentences:
        for position, total in enumerate(sentence):
            if position and alike(total, total) and "paren" not in total.cues and _TOTAL.search(last_words(total)):
                yield from _built(scene, sentence, position)


def _built(scene: Scene, sentence: Sequence[Claim], position: int) -> Iterator[Relation]:
    total = sentence[position]
    run: list[tuple[str, Claim]] = []
    started = -1
    for at in range(position - 1, max(-1, position - 1 - _MOST), -1):
        other = sentence[at]
        if other.quantity.dimension == "fraction" or "paren" in other.cues:
            continue
        if not alike(total, other) or other.clause != total.clause or silent(other) or not one_scale(total, other):
            return
        words = last_words(other).lstrip("、和及与")
        role = "less" if _MINUS.match(words) else "part"
        run.insert(0, (role, other))
        if PLUS.match(words):
            started = at
            if not at or not PLUS.match(last_words(sentence[at - 1]).lstrip("、和及与")):
                break
    if started < 0:
        return
    for base in _bases(scene, sentence, started, total):
        terms = [Term("whole", total.quantity.interval, total), Term("part", base.quantity.interval, base)]
        terms += [Term(role, c.quantity.interval, c) for role, c in run]
        yield scene.relation("parts-of-whole", terms, ("added", total.index), _TOLD)


def _bases(scene: Scene, sentence: Sequence[Claim], started: int, total: Claim) -> list[Claim]:
    """What is added to: the amount of the sentence that no list holds, else the first of the block that is of the total's side."""
    if started and _NAMED_ONLY.search(scene.document.words[sentence[started - 1].quantity.end : sentence[started].quantity.start]):
        return []
    if any(word in c.lead for c in sentence[:started] for word in ("扣除", "减去", "扣减")):
        return []  # 毛利扣除a和期间费用，加上b: not all that was taken off is told
    own = [c for c in sentence[:started] if _may(scene, total, c)]
    if own:
        return own[:1] if own[0] is own[-1] else [own[-1], own[0]]
    before = [c for c in scene.before(sentence[started], _BACK) if c.sentence < total.sentence and _may(scene, total, c)]
    side = next((word for word in _SIDES if word in last_words(total)), "")
    sided = [c for c in before if side and side in last_words(c)]
    chosen = sided or before
    return [chosen[-1], chosen[0]] if len(chosen) > 1 else chosen


def _may(scene: Scene, total: Claim, claim: Claim) -> bool:
    fits = alike(total, claim) and claim.modality == total.modality and "paren" not in claim.cues and claim.index not in scene.container
    return fits and one_scale(total, claim) and not last_words(claim).startswith(("比", "较", "占", "同比"))
