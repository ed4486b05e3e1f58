"""Quarters or years told in turn, and what they make up: 一至四季度依次为a、b、c、d，上半年累计s; 三年依次为a、b、c，三年累计s."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.claim import Claim
from checker.relate.clause import alike, last_words, silent
from checker.relate.lists.spoken_of import names
from checker.relate.scene import Scene
from checker.relation import Relation, term

_QUARTERS, _NUMBERS = "一二三四", "零一二三四五六七八九十"
_TOLD_IN_TURN = re.compile("(?:分别|依次)[^，。；;、\\d]{0,12}$")
_YEARS = re.compile("(20[0-9]{2})年?(?:至|到|—|-|～)(20[0-9]{2})年")
_IN_YEARS = re.compile("([两二三四五六七八九十])年(?:间)?(?:合计|累计|共计|总计|共)[^，。；;、\\d]{0,6}$")
_BY_QUARTER = re.compile("(?:第?([一二三四1-4])(?:季度)?(?:至|到|—|-|～)第?([二三四2-4])季度|([一二三四])、[一二三四、和]{1,5}季度)")
# what a sum is called, and the first and last of the quarters that it holds
_SUMS = (
    (re.compile("前三季度|1[—-]9月"), (1, 3)),
    (re.compile("上半年|前两季度|1[—-]6月"), (1, 2)),
    (re.compile("下半年"), (3, 4)),
    (re.compile("全年|年度|四个季度"), (1, 4)),
)
_COMPARED = re.compile("同比|比|较|占|同期|上年|去年|预计|计划|目标|均|最|余额|在[岗校册]|存栏")
_PLAIN = re.compile("前三季度|上半年|下半年|全年|四个季度|1[—-][69]月|合计|累计|共计|总计|共|完成|实现|达到?|为|计|两个季度")
# 各季度末余额, 累计数, 均价: what does not add up over time
_NOT_ADDED = re.compile("季度?末|季度底|累计|均|余额|存栏|库存|存量|在[岗校册]|价|率|人口|总数")
_NOUN = 2
_AHEAD, _BACK, _SPAN, _QUARTER, _HALF = 6, 10, 40, 3, 2
# What is told of each of the quarters adds up to what is told of them together in nearly all published texts.
_TOLD = 0.95


def relations(scene: Scene) -> Iterator[Relation]:
    """Every half-year or year behind quarters told in turn, and the one before them."""
    for sentence in scene.sentences:
        for position, head in enumerate(sentence):
            if _TOLD_IN_TURN.search(last_words(head)) and _alike(head, head) and "paren" not in head.cues:
                run = _run(sentence, position)
                first = _first(scene, head, len(run))
                if len(run) >= _HALF and first:
                    yield from _sums(scene, sentence, run, first)
                elif len(run) >= _HALF:
                    yield from _years(scene, sentence, run)


def _run(sentence: Sequence[Claim], position: int) -> list[Claim]:
    run = [sentence[position]]
    for other in sentence[position + 1 :]:
        if not silent(other) or not _alike(run[0], other):
            break
        run.append(other)
    return run


def _alike(one: Claim, other: Claim) -> bool:
    """Amounts of one sort, or what was added in each: 一、二、三季度依次增加a、b、c."""
    moved = one.measure == other.measure == "change" and one.quantity.dimension == other.quantity.dimension == "money"
    return moved and one.direction == other.direction and other.modality != "base" or one.measure != "change" and alike(one, other)


def _before(scene: Scene, head: Claim) -> str:
    return re.split("[。；;*]", scene.document.words[max(0, head.quantity.start - _SPAN) : head.quantity.start])[-1]


def _stock(scene: Scene, head: Claim) -> bool:
    grown = any(word in head.lead for word in ("新增", "新建", "完成", "净增"))
    return bool(head.indicator) and not grown and scene.rules.indicators[head.indicator].kind not in ("flow", "count", "")


def _first(scene: Scene, head: Claim, count: int) -> int:
    """The first quarter of as many as there are figures, 0 where the words before them name no such quarters."""
    said = _before(scene, head)
    found = list(_BY_QUARTER.finditer(said))
    if not found or _stock(scene, head) or _NOT_ADDED.search(said[found[-1].end() :]) or said.startswith("末", found[-1].end()):
        return 0
    first, last, alone = found[-1].groups()
    if alone:
        named = [mark for mark in found[-1].group() if mark in _QUARTERS]
        return _QUARTERS.index(alone) + 1 if len(named) == count else 0
    start, end = ((_QUARTERS.index(mark) + 1 if mark in _QUARTERS else int(mark)) for mark in (first, last))
    return start if end - start + 1 == count else 0


def _sums(scene: Scene, sentence: Sequence[Claim], run: Sequence[Claim], first: int) -> Iterator[Relation]:
    head = run[0]
    behind = sentence[run[-1].index - sentence[0].index + 1 :][:_AHEAD]
    for total in behind:
        own = _PLAIN.sub("", last_words(total))
        if _alike(head, total) and "paren" not in total.cues and own in head.lead:
            yield from _sum(scene, total, run, first)
    before = [c for c in scene.before(head, _BACK) if _alike(head, c) and "paren" not in c.cues and c.modality == head.modality]
    before = [c for c in before if c.measure != "change" or not _COMPARED.search(last_words(c))]
    called = [c for c in before if len(head.name) < _NOUN or c.name.endswith(head.name) or names(head.name, c)]
    for total in called[:1]:
        yield from _sum(scene, total, run, first)


def _sum(scene: Scene, total: Claim, run: Sequence[Claim], first: int) -> Iterator[Relation]:
    said = last_words(total)
    held = next((span for pattern, span in _SUMS if pattern.search(said)), None) or _spanned(total, len(run), first)
    if held is None or _COMPARED.search(said) or total.modality == "base":
        return
    low, high = held[0] - first, held[1] - first + 1
    if low >= 0 and high <= len(run):
        terms = [term("whole", total), *(term("part", part) for part in run[low:high])]
        yield scene.relation("parts-of-whole", terms, ("quarters", total.index), _TOLD)


def _spanned(total: Claim, count: int, first: int) -> tuple[int, int] | None:
    """All the quarters told, where the period of a figure is as long as they are together."""
    period = total.period
    return (first, first + count - 1) if period is not None and not period.point and period.months == _QUARTER * count else None


def _years(scene: Scene, sentence: Sequence[Claim], run: Sequence[Claim]) -> Iterator[Relation]:
    """2021—2025年依次完成a、b、c、d、e，五年累计s: as many years as figures, and the sum says how many they are."""
    said = _before(scene, run[0])
    spans = [int(last) - int(first) + 1 for first, last in _YEARS.findall(said)]
    stock = _NOT_ADDED.search(said) is not None or _stock(scene, run[0])
    if not spans or spans[-1] != len(run) or stock:
        return
    for total in sentence[run[-1].index - sentence[0].index + 1 :][:_QUARTER]:
        found = _IN_YEARS.search(_before(scene, total).rpartition("，")[2])
        own = _PLAIN.sub("", last_words(total)) in run[0].lead
        if found is not None and own and alike(run[0], total) and _NUMBERS.index(found.group(1).replace("两", "二")) == len(run):
            terms = [term("whole", total), *(term("part", part) for part in run)]
            yield scene.relation("parts-of-whole", terms, ("quarters", total.index), _TOLD)
