"""What has moved, taken apart: 甲增加t，其中乙增加a，丙减少b; 由s调整为t，其中甲由a调整为b，乙由c调整为d; 甲、乙分别增加a和减少b，
合计减少t."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.claim import Claim
from checker.relate.clause import last_words
from checker.relate.lists.closed import complementary, partition
from checker.relate.scene import Scene
from checker.relate.sorts import amount
from checker.relation import Relation, Term

_MOST = 6
_PAIR = 2
_COUNTED = "count:"
_MORE = ("多增", "少增", "多减", "少减")
_TOTAL = re.compile("^(?:[总净]|合计|共计|两者|二者|三者)")
_COMPARED = ("同比", "环比", "比", "较", "多增", "少增", "多减", "少减")
# Where the names leave nothing out, or are as many as the whole says, the movements make up its movement in nearly all published texts.
_TOLD = 0.94


def relations(scene: Scene) -> Iterator[Relation]:
    """Every movement, and every level with the one it came from, whose parts 其中 names without leaving any out."""
    for sentence in scene.sentences:
        for position, head in enumerate(sentence):
            if position and "其中" in head.lead and "paren" not in head.cues:
                if head.measure == "change":
                    yield from _changes(scene, sentence, position)
                elif head.modality == "base" and position >= _PAIR:
                    yield from _pairs(scene, sentence, position)
            elif position >= _PAIR and "respectively" in head.cues and head.measure == "change":
                yield from _together(scene, sentence, position)


def _together(scene: Scene, sentence: Sequence[Claim], position: int) -> Iterator[Relation]:
    """甲a人、乙b人，分别增加c人和减少d人，总数减少e人: movements told in turn of as many levels, and their total right behind."""
    head = sentence[position]
    end = position + 1
    while end < len(sentence) and sentence[end].lead.startswith(("和", "、", "及")) and sentence[end].measure == "change":
        end += 1
    run, total = sentence[position:end], sentence[end] if end < len(sentence) else None
    levels = sentence[max(0, position - len(run)) : position]
    told = len(levels) == len(run) > 1 and all(amount(c) and c.quantity.dimension == head.quantity.dimension for c in levels)
    if total is None or not told or total.measure != "change" or total.clause != head.clause or "paren" in total.cues:
        return
    alike = all(c.quantity.dimension == total.quantity.dimension and c.direction for c in (*run, total))
    others = position > len(run) and sentence[position - len(run) - 1].clause == head.clause and amount(sentence[position - len(run) - 1])
    if alike and not others and total.lead.startswith("，") and _TOTAL.match(last_words(total)):
        terms = [Term("whole", total.quantity.interval, total)]
        terms += [Term("part" if c.direction == total.direction else "less", c.quantity.interval, c) for c in run]
        yield scene.relation("parts-of-whole", terms, ("moves", head.index), _TOLD)


def _moves(claim: Claim, like: Claim, whole: bool = False) -> bool:
    """Whether a figure is a movement told as another is; 较年初增加t，其中甲增加a: the whole may say since when for all."""
    compared = any(word in claim.lead[-8:] for word in (_MORE if whole else _COMPARED))
    same = claim.measure == "change" and claim.quantity.dimension == like.quantity.dimension and claim.modality == like.modality
    return same and not compared and "paren" not in claim.cues and claim.direction != 0


def _changes(scene: Scene, sentence: Sequence[Claim], position: int) -> Iterator[Relation]:
    head = sentence[position]
    whole = next((c for c in reversed(sentence[max(0, position - _PAIR) : position]) if c.quantity.dimension != "fraction"), None)
    if whole is None or not _moves(head, whole) or not _moves(whole, whole, whole=True) or whole.clause != head.clause:
        return
    run = [head]
    for other in sentence[position + 1 :]:
        if other.clause != head.clause or "其中" in other.lead or len(run) > _MOST:
            break
        if other.quantity.dimension == head.quantity.dimension and "paren" not in other.cues:
            if not _moves(other, head):
                break
            run.append(other)
    before = sentence[whole.index - sentence[0].index - 1] if whole.index > sentence[0].index else None
    said = before is not None and before.quantity.dimension.startswith(_COUNTED) and before.quantity.value == len(run)
    if len(run) >= _PAIR and (said or _closed(scene, run)):
        terms = [Term("whole", whole.quantity.interval, whole)]
        terms += [Term("part" if c.direction == whole.direction else "less", c.quantity.interval, c) for c in run]
        yield scene.relation("parts-of-whole", terms, ("moves", head.index), _TOLD)


def _closed(scene: Scene, run: Sequence[Claim]) -> bool:
    names = [part.name for part in run]
    # 三季度当季增加a，上半年增加b
    said = [last_words(part) for part in run]
    return partition(scene.rules, names) or complementary(names) or partition(scene.rules, said)


def _pairs(scene: Scene, sentence: Sequence[Claim], position: int) -> Iterator[Relation]:
    """The pairs (from, to) that follow one another, against the pair right before them."""
    pairs = [_pair(sentence, at) for at in range(position - _PAIR, min(len(sentence) - 1, position + 2 * _MOST), _PAIR)]
    found: list[tuple[Claim, Claim]] = []
    for pair in pairs:
        if pair is None or found and pair[0].quantity.dimension != found[0][0].quantity.dimension:
            break
        found.append(pair)
    if len(found) > _PAIR and _closed(scene, [now for _, now in found[1:]]):
        for side, sort in enumerate(("from", "to")):
            terms = [Term("whole" if at == 0 else "part", pair[side].quantity.interval, pair[side]) for at, pair in enumerate(found)]
            yield scene.relation("parts-of-whole", terms, ("moves", sort, found[0][side].index), _TOLD)


def _pair(sentence: Sequence[Claim], at: int) -> tuple[Claim, Claim] | None:
    base, now = sentence[at], sentence[at + 1]
    levels = base.measure == now.measure == "level" and base.modality == "base" != now.modality
    return (base, now) if levels and base.quantity.dimension == now.quantity.dimension and base.clause == now.clause else None
