"""What is left when something is taken off: 成交价a，享受补贴d，实付r; 总费用a，医保报销d，个人自付r; 毛收入a，扣除成本d，净收益r;
总股本a，其中回购专户持有d，剔除后的总股本r."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.claim import Claim
from checker.relate.clause import coordinated, last_words
from checker.relate.scene import Scene
from checker.relation import Relation, Term

_MOST, _PAIR = 4, 2
# 剔除回购股份后的, 扣除后实有
_WITHOUT = re.compile("(?:剔除|扣除|扣减|减去|去掉|核减)(?:上述|该部分|前述)?([一-鿿]{0,12})后的?[一-鿿]{0,8}$")
_COMPARED = ("比", "较", "占", "同比", "上限", "最高", "不超过", "每年")
# 按15%计算为600元，超过500元封顶线: what a rule would give, and the most that it gives
_RULED = re.compile("计算(?:为|得|应为|出)?$|(?:超过|高于|封顶|上限为?)$")
_LEVELS = ("level", "mean")
# A price or an income, what the words take off it and what they say is paid or kept: that is a subtraction in nearly all published texts.
_TOLD = 0.94


def relations(scene: Scene) -> Iterator[Relation]:
    """Every figure for what is paid or kept, with what is taken off right before it and what that is taken from."""
    for sentence in scene.sentences:
        for position, rest in enumerate(sentence):
            if position > 1 and rest.quantity.dimension == "money" and _plain(rest):
                yield from _rest(scene, sentence, position)
            if position > 1 and _plain(rest):
                yield from _without(scene, sentence, position)


def _plain(claim: Claim) -> bool:
    spoken = claim.measure in _LEVELS and claim.modality != "base" and "paren" not in claim.cues
    return spoken and not any(word in last_words(claim) for word in _COMPARED)


def _rest(scene: Scene, sentence: Sequence[Claim], position: int) -> Iterator[Relation]:
    rest, words = sentence[position], scene.rules.wording
    kept, paid = (last_words(rest).startswith(words[key]) or rest.name.startswith(words[key]) for key in ("kept", "paid"))
    if not kept and not paid:
        return
    taken: list[Claim] = []
    for other in reversed(sentence[max(0, position - _MOST - 1) : position]):
        # 按20%计算为2560元，最多补贴2000元: what a rule would give is no price
        if other.quantity.dimension == "fraction" or _RULED.search(last_words(other)):
            continue
        if other.clause != rest.clause or other.quantity.dimension != "money" or not _plain(other):
            return
        said = last_words(other)
        if any(word in said for word in words["taken_off"]) or paid and any(word in said for word in words["granted"]):
            taken.insert(0, other)
            continue
        joined = other.lead.startswith("、") and len(said) <= len("税金及附加")
        if joined and not taken:
            taken.insert(0, other)
            continue
        named = not coordinated(other) and any(word in last_words(other) for word in words["taken_from"])
        if taken and named and other.measure == rest.measure and not last_words(taken[0]).startswith(("其中", "包括", "含")):
            terms = [Term("whole", other.quantity.interval, other), Term("part", rest.quantity.interval, rest)]
            terms += [Term("part", c.quantity.interval, c) for c in taken]
            yield scene.relation("parts-of-whole", terms, ("kept", rest.index), _TOLD)
        return


def _without(scene: Scene, sentence: Sequence[Claim], position: int) -> Iterator[Relation]:
    """总股本a，其中专户持有d，剔除后的总股本r: the only two figures of the kind before it, of which 后 says that the one is taken off."""
    rest = sentence[position]
    found = _WITHOUT.search(last_words(rest))
    near = [c for c in sentence[:position] if c.quantity.dimension == rest.quantity.dimension]
    if found is None or len(near) != _PAIR or not all(_plain(c) and c.measure == rest.measure for c in near):
        return
    whole, taken = near
    noun, said = found.group(1), last_words(taken)
    beside = "其中" in taken.lead and taken.index == whole.index + 1
    if beside if not noun else any(noun[at : at + _PAIR] in said for at in range(len(noun) - 1)):
        terms = [Term("whole", whole.quantity.interval, whole), Term("part", taken.quantity.interval, taken)]
        yield scene.relation("parts-of-whole", [*terms, Term("part", rest.quantity.interval, rest)], ("kept", rest.index), _TOLD)
