"""Lists in a sentence whose members are numbered, or each told with a figure: 八件实事：（1）…（8）…; 股东两家：甲持股a%，乙持股b%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.claim import Claim
from checker.relate.clause import last_words
from checker.relate.counts.declared import Declared, Reading, declares
from checker.relate.scene import Scene

_MOST, _NOUN, _ENDING = 60, 16, 2
_SIGNS = (
    tuple(f"({number})" for number in range(1, 31)),
    tuple(chr(0x2460 + number) for number in range(20)),
    tuple(f"({numeral})" for numeral in ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十")),
)
_NOBODY = ("员工", "职工", "公众", "社会公众", "其他", "其它", "其余", "自然人", "合计")
_PLAIN = re.compile("[^，。；;:()]{0,16}:")
_COLON = re.compile("[一-鿿]{0,10}(?:分别(?:是|为))?:")


def in_signs(scene: Scene, one: Declared) -> Iterator[Reading]:
    """今年办好八件实事：（1）…；（2）…"""
    text = one.passage.text
    announced = _PLAIN.match(text, one.stop)
    if announced is None or any(declares(c) and one.passage.index(c.quantity.start) < announced.end() for c in scene.after(one.claim, 1)):
        return
    for signs in _SIGNS:
        if not text.startswith(signs[0], announced.end()):
            continue
        at, count = announced.end(), 0
        while count < len(signs) and (found := text.find(signs[count], at)) >= 0:
            at, count = found + len(signs[count]), count + 1
        again = text.find(signs[0], announced.end() + 1) >= 0 or any(word in text[at:] for word in scene.rules.wording["runs_on"])
        if count > 1 and not again and _ends(scene, one, signs, count):
            yield Reading(count, count, f"{signs[0]} … {signs[count - 1]}：{count}", 0.96)


def _ends(scene: Scene, one: Declared, signs: Sequence[str], count: int) -> bool:
    """Whether the next paragraphs do not take the numbers up."""
    blocks = scene.document.blocks[one.claim.block + 1 : one.claim.block + 3]
    heads = ["".join(p.text[:4] for p in block.passages[:1]) for block in blocks]
    return count == len(signs) or not any(head.startswith(signs[count]) for head in heads)


def each_told(scene: Scene, one: Declared) -> Iterator[Reading]:
    """股东三家：甲公司持股a%，乙公司持股b%（出资d），丙公司持股c%。: the same words before each figure, another name before them."""
    text = one.passage.text
    if _COLON.match(text, one.stop) is None:
        return
    following = [c for c in scene.after(one.claim, _MOST) if "paren" not in c.cues]
    if not following or following[0].lead.count(":") != 1:
        return
    head = following[0]
    told = _told(head)
    own = [c for c in following if c.clause == head.clause]
    run = [c for c in own if c.quantity.dimension == head.quantity.dimension and _told(c) == told and c.measure == head.measure]
    names = {_name(c) for c in run}
    if any(name.startswith(_NOBODY) for name in names):
        return  # 员工持股15%: no holder that is counted
    plain = len(told) == _ENDING and len(run) > 2 and len(names) == len(run) and all(2 <= len(name) <= _NOUN for name in names)
    if plain and run == own and own == following and "等" not in run[-1].tail[:2]:
        yield Reading(len(run), len(run), f"{'、'.join(c.quantity.text for c in run)}：{len(run)}", 0.95)


def _told(claim: Claim) -> str:
    return last_words(claim)[-_ENDING:]


def _name(claim: Claim) -> str:
    return last_words(claim)[:-_ENDING]
