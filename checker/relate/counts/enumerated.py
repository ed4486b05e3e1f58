"""Lists that number their members: 一是…二是… in a sentence, （一） （二） over paragraphs and headings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.relate.counts.declared import Declared, Reading, another_count, declares
from checker.relate.counts.numbering import MARKERS, Outline, Run, within_division
from checker.relate.scene import Scene

_OPENING = re.compile(r"[:。;，(]\s?(?:一(是|要)|(第)一(?=[，、:是])|(其)一(?=[，、:是]))")
_COUNTED_ANEW = re.compile("(?:有|为|是|分)[二两三四五六七八九十]$")
_REACH = 45
# the last words of a sentence or paragraph that announces a list
_SHORT = 12
# counters that are general nouns themselves
_ASPECTS = ("方面", "点", "环节", "部分", "条")


def in_words(scene: Scene, one: Declared, plan: Outline) -> Iterator[Reading]:
    """三点建议：一是…；二是…；三是…"""
    text = one.passage.text
    opening = _OPENING.search(text, one.stop, one.stop + _REACH)
    if opening is None or another_count(scene, one, opening.start()):
        return
    between = text[one.stop : opening.start()]
    if _COUNTED_ANEW.search(between):
        return  # 23个问题未整改到位，成因有三：一是…
    if "。" in text[one.stop : opening.start() + 1] and not _announces(scene, one, between):
        return
    before, after = opening.group(2) or opening.group(3) or "", opening.group(1) or ""
    count, at = 1, opening.start() + 1
    again = text.find(before + MARKERS[0] + after, at + 2)
    while count < len(MARKERS):
        following = re.compile("[。;，:、 )”]" + before + MARKERS[count] + after).search(text, at + 2)
        if following is None or 0 <= again < following.start():
            break
        count, at = count + 1, following.start()
    if count < 2 or again >= 0 or _runs_on(scene, one, plan, text[at:], count):
        return
    yield Reading(count, count, f"{before}一{after} … {before}{MARKERS[count - 1]}{after}：{count}", 0.97)


def _runs_on(scene: Scene, one: Declared, plan: Outline, rest: str, count: int) -> bool:
    """Whether the list may go on behind its last number: in other words, or in the next paragraphs."""
    if any(word in rest for word in scene.rules.wording["runs_on"]) or any(form + MARKERS[count] in rest for form in "第其"):
        return True
    blocks = scene.document.blocks[one.claim.block + 1 : one.claim.block + 4]
    heads = [block.label + "".join(p.text[:4] for p in block.passages[:1]) for block in blocks]
    return any(head.startswith((MARKERS[count], "第" + MARKERS[count], "其" + MARKERS[count])) for head in heads)


def _announces(scene: Scene, one: Declared, words: str) -> bool:
    """Whether a count leads to its list even over a full stop, because only a general noun follows it: 抓好四个方面工作。一是…

    明确了五项措施 reports what another text lists."""
    if one.claim.lead.endswith("了") or not one.claim.lead.strip():
        return False
    while words:
        part = next((word for word in scene.rules.wording["list_nouns"] if words.endswith(word)), "")
        if not part:
            return False
        words = words[: -len(part)]
    return bool(one.noun) or one.claim.quantity.text.endswith(_ASPECTS)


def _one_of_several(scene: Scene, one: Declared) -> bool:
    """Whether a count closes a row of counts of the same things (甲3条，乙2条。): it is told of a part, not of what comes next."""
    alike = [c for c in scene.before(one.claim, 3) if c.sentence == one.claim.sentence and c.quantity.unit == one.claim.quantity.unit]
    return len(alike) > 1


def _of_several(scene: Scene, one: Declared) -> bool:
    """围绕5个领域制定26项措施。: whether the sentence counts something else too, which what comes next may be divided by."""
    before = [c for c in scene.before(one.claim, 3) if c.sentence == one.claim.sentence and declares(c)]
    return any(c.quantity.unit != one.claim.quantity.unit or c.tail[:2] != one.claim.tail[:2] for c in before)


def _joined(scene: Scene, one: Declared) -> bool:
    """增加两项、取消两项：: the last of a row tells how many of the list's members are of its sort."""
    before = next(scene.before(one.claim, 1), None)
    alike = before is not None and before.sentence == one.claim.sentence and before.quantity.unit == one.claim.quantity.unit
    return alike and one.claim.lead.startswith("、")


def in_paragraphs(scene: Scene, one: Declared, plan: Outline) -> Iterator[Reading]:
    """重点做好四方面工作。 and then （一）…（四）; 分四期支付： and then as many numbered paragraphs."""
    rest = one.passage.text[one.stop :].rstrip()
    run = plan.right_after(one.claim.block) if one.last and len(rest) <= _SHORT else None
    if run is not None and not set("，;。、") & set(rest[:-1]) and not run.broken and len(within_division(run, plan.heads)) > 1:
        words = rest.rstrip(":。")
        heading = scene.document.blocks[one.claim.block].level > 0
        if rest.endswith(":") and not _joined(scene, one) or _announces(scene, one, words) and not _one_of_several(scene, one):
            yield _reading(run, plan, 0.6 if _of_several(scene, one) else 0.95)
        elif heading:
            yield _reading(run, plan, 0.6)


def _reading(run: Run, plan: Outline, trust: float) -> Reading:
    count = len(run.blocks)
    kept = len(within_division(run, plan.heads))
    return Reading(min(count, kept), count, f"1 … {count}", trust)
