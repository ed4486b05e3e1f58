"""A declared number of things against the things listed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.claim import Claim
from checker.document import Passage
from checker.interval import Interval
from checker.relate.scene import Scene
from checker.relation import Relation, Term, term

_DIGITS = "一二三四五六七八九"
_MARKERS = (*_DIGITS, "十", *("十" + d for d in _DIGITS), "二十", *("二十" + d for d in _DIGITS), "三十")
_LIST_OPENERS = ("，即", ":即", "(即", ",即", "，包括", ":", "，分别是", "，分别为", "，依次为", "，具体为", "，具体包括", ",包括")
_OPEN_ENDED = ("等", "及其他", "其中", "…", "之一")
_MOVES = frozenset(f"count:{word}" for word in "升降增减涨跌快慢")
# How many characters may stand between a count and what it announces, and how many things it may count.
_BESIDE = 24
_NOUN = 8
_MOST = 30
_FIGURE = re.compile(r"\d")


def relations(scene: Scene) -> Iterator[Relation]:
    """Counts of at most thirty against a list that follows or stands before them."""
    for claim in scene.prose:
        if not _declares(claim):
            continue
        passage = _passage(scene, claim)
        if passage is None:
            continue
        stop = passage.index(claim.quantity.end - 1) + 1
        yield from _numbered(scene, claim, passage, stop)
        yield from _named_after(scene, claim, passage, stop)
        yield from _named_before(scene, claim, passage)
        yield from _valued_after(scene, claim)
        yield from _moved(scene, claim)
        yield from _itemised(scene, claim, passage, stop)


def _declares(claim: Claim) -> bool:
    quantity = claim.quantity
    counts = quantity.dimension.startswith("count:") or quantity.dimension == "person"
    return counts and quantity.exact and quantity.hedge == "" and 2 <= quantity.value <= 30


def _passage(scene: Scene, claim: Claim) -> Passage | None:
    block = scene.document.blocks[claim.block]
    return next((p for p in block.passages if p.start <= claim.quantity.start < p.end), None)


def _numbered(scene: Scene, claim: Claim, passage: Passage, stop: int) -> Iterator[Relation]:
    """三点建议：一是…；二是…；三是…"""
    text = passage.text
    opening = re.compile(r"[:。;]\s?一(是|要)").search(text, stop, stop + 45)
    if opening is None or _another_count(scene, claim, passage, opening.start()):
        return
    if "。" in text[stop : opening.end()] and not _announces(text[stop : opening.start()]):
        return
    mark = opening.group(1)
    first = opening.end() - 2
    count, at = 1, first
    while count < len(_MARKERS):
        following = text.find(_MARKERS[count] + mark, at + 2)
        if following < 0:
            break
        count, at = count + 1, following
    if count >= 2:
        yield _counted(scene, claim, count, count, f"一{mark} … {_MARKERS[count - 1]}{mark}：{count}", 0.97)


def _announces(words: str) -> bool:
    """Whether the words after a count lead to its list even over a full stop: 抓好四个方面工作。一是…"""
    return len(words) <= 4 and any(noun in words for noun in ("方面", "工作", "任务", "措施", "建议", "问题", "重点", "举措"))


def _another_count(scene: Scene, claim: Claim, passage: Passage, first: int) -> bool:
    """Whether a nearer count stands between this one and the list."""
    return any(_declares(c) and passage.index(c.quantity.start) < first for c in scene.after(claim, 3))


def _named_after(scene: Scene, claim: Claim, passage: Passage, stop: int) -> Iterator[Relation]:
    """新建三类设施，即甲、乙、丙。"""
    text = passage.text
    opened = -1
    for opener in _LIST_OPENERS:
        at = text.find(opener, stop, stop + 16)
        if at >= 0 and (opened < 0 or at < opened) and not set("。;，") & set(text[stop:at]):
            opened = at + len(opener)
    if opened < 0:
        return
    end = min((e for e in (text.find(mark, opened) for mark in "。;，)") if e >= 0), default=len(text))
    body = text[opened:end]
    if _FIGURE.search(body) or any(word in body or text.startswith(word, end + 1) for word in _OPEN_ENDED) or "、" not in body:
        return
    low, high = _members(body)
    yield _counted(scene, claim, low, high, f"{body}：{low if low == high else f'{low}–{high}'}", 0.96 if text[opened - 1] == "即" else 0.8)


def _named_before(scene: Scene, claim: Claim, passage: Passage) -> Iterator[Relation]:
    """省、市、县三级: the list leans on the number."""
    begin = passage.index(claim.quantity.start)
    text = passage.text[max(0, begin - 60) : begin]
    cut = max(text.rfind(mark) for mark in "，。;:(“”《》")
    body = text[cut + 1 :]
    if body.count("、") < 1 or not body or body[-1] in "、和及等共的" or _FIGURE.search(body):
        return
    if any(word in body for word in ("等", "共", "其中")):
        return
    if claim.quantity.numeral is None or claim.quantity.numeral.style == "arabic" and cut < 0:
        return
    low, high = _members(body)
    yield _counted(scene, claim, low, high, f"{body}：{low if low == high else f'{low}–{high}'}", 0.5)


def _valued_after(scene: Scene, claim: Claim) -> Iterator[Relation]:
    """三个产业分别完成a、b和c; 已开展五轮，各轮依次为a、b、c、d、e: one value for each."""
    following = list(scene.after(claim, 24))
    if not following or not any(word in following[0].lead for word in ("分别", "依次")) or "其中" in following[0].lead:
        return
    lead = following[0].lead
    named = lead[: max(lead.find("分别"), lead.find("依次"))]
    if claim.modality == "base" or not claim.lead.strip("、和及与 ") or set("、和及与") & set(named):
        return
    joined = not set("，。;:") & set(lead) or "各" + claim.quantity.unit in lead or "每" + claim.quantity.unit in lead
    values = [following[0]]
    for other in following[1:]:
        if other.lead.strip("、和及与 ") or other.quantity.dimension != values[0].quantity.dimension:
            break
        values.append(other)
    if joined and len(values) >= 2 and "等" not in values[-1].tail[:2]:
        quoted = "、".join(value.quantity.text for value in values)
        yield _counted(scene, claim, len(values), len(values), f"{quoted}：{len(values)}", 0.92)


def _moved(scene: Scene, claim: Claim) -> Iterator[Relation]:
    """六个板块“五升一降”: those that moved one way and the other are all there are."""
    following = [c for c in scene.after(claim, 2) if c.quantity.start - claim.quantity.end < _BESIDE]
    if len(following) == 2 and all(c.quantity.dimension in _MOVES for c in following):
        low = sum(int(c.quantity.value) for c in following)
        note = " + ".join(c.quantity.text for c in following) + f" = {low}"
        yield _counted(scene, claim, low, low, note, 0.93)


def _itemised(scene: Scene, claim: Claim, passage: Passage, stop: int) -> Iterator[Relation]:
    """分四期支付：and then as many numbered paragraphs; 推荐三名候选人：第一…；第二…；第三…"""
    rest = passage.text[stop:].rstrip()
    if not rest.endswith(":") or len(rest) > _NOUN or any(_declares(c) for c in scene.after(claim, 3)):
        return
    following = scene.document.blocks[claim.block + 1 : claim.block + 1 + 2 * _MOST]
    texts = [block.label + "".join(passage.text for passage in block.passages)[:8] for block in following]
    form = next((form for form in _FORMS if texts and texts[0].startswith(form.format(1, _MARKERS[0]))), "")
    count = 0
    while form and count < min(len(texts), _MOST) and texts[count].startswith(form.format(count + 1, _MARKERS[count])):
        count += 1
    # a list that goes on behind other paragraphs is not counted to its end
    goes_on = count < _MOST and any(text.startswith(form.format(count + 1, _MARKERS[count])) for text in texts[count:])
    if count >= 2 and not goes_on:
        yield _counted(scene, claim, count, count, f"1 … {count}", 0.95)


# how the paragraphs of a list are numbered, in digits or in words
_FORMS = ("({0})", "（{0}）", "{0}.", "{0}．", "{0}、", "({1})", "（{1}）", "{1}、", "{1}是", "第{1}")


def _members(body: str) -> tuple[int, int]:
    """How many things a list names: each 、 parts two; 和, 及 and 与 may or may not."""
    depth_free = re.sub(r"[(“《][^()“”《》]{0,60}[)”》]", "·", body)
    least = depth_free.count("、") + 1
    joints = sum(depth_free.count(word) for word in ("和", "及", "与", "或"))
    return least, least + joints


def _counted(scene: Scene, claim: Claim, low: int, high: int, note: str, trust: float) -> Relation:
    listed = Term("listed", Interval(Interval.exactly(low).low, Interval.exactly(high).high), None, note)
    return scene.relation("declared-count", [term("declared", claim), listed], ("count", claim.index), trust)
