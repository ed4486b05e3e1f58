"""Amounts set aside, what of them was spent, and what is left: 共安排a，已支出b，尚有c未形成支出; 筹集a。累计支出b，结存c."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.claim import Claim
from checker.relate.clause import JOINTS, alike, last_words, silent, spoken
from checker.relate.lists.spoken_of import other_side
from checker.relate.scene import Scene
from checker.relate.sorts import one_scale, one_thing
from checker.relate.sums.status import of_another
from checker.relation import Relation, term

_BACK, _CLAUSE = 8, 30
_SET_ASIDE = re.compile(
    "(?:安排|筹集|下达|到位|拨入|预算|授信|总投资|投资|总额|规模|资金|任务|计划|面积|应[一-鿿]{1,4}|需[一-鿿]{1,4}|额度|指标|上限"
    "|涉及[一-鿿]{0,4}|合同[一-鿿]{0,2}|收到[一-鿿]{0,16})[一-鿿]{0,6}$"
)
# 下达6个项目专项债券a: a number may stand between the verb and what was set aside
_GIVEN = re.compile("(?:安排|筹集|下达|到位|拨入|收到|争取)[^，、；。;:()]{1,16}$")
_USED = re.compile(
    "(?:支出|使用|拨付|支付|完成[一-鿿]{0,4}|投入|整改|清收|预拨|发放|兑付|播种?|处置|收回|偿还|用于[一-鿿]{0,8}|利用|销售|交付|核销"
    "|实际(?!到位|安排|下达|收到|筹集|拨入|[应需投])[一-鿿]{2,4})(?:了|约|资金|金额|为|达){0,3}$"
)
_LEFT = re.compile(
    "^(?:(?:至今|目前|年末|期末|账面|仍|尚|还){0,2})(?:尚有|仍有|还有|尚余|仍余|还剩|余下|剩余|其余|结余|结存|节余|剩下|尚未[一-鿿]{1,4})(?:[一-鿿]{0,4})$"
    "|^结转(?:下年|下一年度|次年)?(?:继续)?(?:使用)?$"
)
_BRACKET = re.compile(r"\([^()]{0,12}\)")
# 已支出b，c闲置超过一年
_IDLE = re.compile("(?:资金)?(?:闲置|沉淀|滞留|结存|结余|尚?未(?:支出|使用|拨付|兑付|形成)|趴在?账)")
_SURELY = re.compile("^(?:但|而)?(?:仍|尚|还){0,2}(?:其余|余下|剩余|剩下|还剩|尚余|仍剩|尚未)")
_NOT_DONE = re.compile("(?:尚|还|仍|暂)?(?:[未待](?!遇)([一-鿿]{2})|暂缓|在建|在办|在途|拖欠|欠[一-鿿]{1,2}$|闲置|空置)")
_COMPARED = ("占", "比", "较", "同比", "环比")
_LIMIT = re.compile("(?:限额|上限|额度|红线)[一-鿿]{0,3}$")
_ROOM = re.compile("(?:限额|额度)(?:空间|余额|结余)[一-鿿]{0,2}$")
_OPEN = re.compile("上年|年初|滚存|累计结|结转结余|占|同比|增")
# What was set aside, spent and left in three clauses of one sentence is one subtraction in nearly all published texts.
_TOLD, _ACROSS = 0.94, 0.93


def relations(scene: Scene) -> Iterator[Relation]:
    """Every amount that is left, with the amount spent right before it and the one set aside before that."""
    previous: list[Claim] = []
    for sentence in scene.sentences:
        for position, rest in enumerate(sentence):
            plain = alike(rest, rest) and "paren" not in rest.cues and rest.quantity.dimension != "person"
            if position > 1 and plain and _ROOM.search(last_words(rest)):
                yield from _room(scene, sentence, position)
            if position > 1 and (_SURELY.match(spoken(sentence, position)) or _undone(scene, sentence, position)):
                yield from _of_two(scene, sentence, position)
            left = _LEFT.match(last_words(rest)) or _LEFT.match(_unbracketed(rest)) or _idle(scene, rest)
            if plain and position and left and not _OPEN.search(last_words(rest)):
                yield from _remaining(scene, previous, sentence, position)
        previous = sentence


def _undone(scene: Scene, sentence: Sequence[Claim], position: int) -> bool:
    """额度a，已发行b，待发行c; 里程a，已通车b，在建c: whether a figure is of what was not done yet, right behind the one that was."""
    said, before = spoken(sentence, position), spoken(sentence, position - 1)
    found = _NOT_DONE.match(said)
    # 待发行30亿元，作废4亿元: a third fate
    more = any(alike(sentence[position], c) for c in sentence[position + 1 : position + 3])
    if found is None or "其中" in before or more:
        return False
    done = before.startswith(("已", "实际", "累计已", *scene.rules.wording["done"]))
    return done if found.group(1) is None else found.group(1) in before and "未" not in before


def _idle(scene: Scene, rest: Claim) -> bool:
    """已支出b，c闲置超过一年: what lies idle is all that is left, unless a rest is told of behind it."""
    if last_words(rest) or _IDLE.match(rest.tail) is None:
        return False
    behind = scene.document.words[rest.quantity.end : rest.quantity.end + _CLAUSE].split("。")[0]
    return not any(word in behind for word in ("其余", "余下", "剩余"))


def _of_two(scene: Scene, sentence: Sequence[Claim], position: int) -> Iterator[Relation]:
    """398个问题里，立行立改的115个，剩下283个: where only two of the kind stand before it in its part of the sentence, the rest is of
    them, whatever is said of the one."""
    rest = sentence[position]
    like = rest.quantity.dimension
    near = [c for c in sentence[max(0, position - _BACK) : position] if c.quantity.dimension == like and c.clause == rest.clause]
    near = [c for c in near if alike(rest, c) and "paren" not in c.cues]
    if not alike(rest, rest) or "paren" in rest.cues or len(near) != len(("whole", "done")) or _OPEN.search(last_words(rest)):
        return
    whole, done = _limited(near)
    # 48个项目竣工、73个加快建设，余下15个: two of a row
    joined = done.lead.startswith(JOINTS) or done.lead.endswith("、") or silent(done) or scene.container.get(done.index, whole) is not whole
    based = last_words(done).startswith(_COMPARED) or whole.modality == "base" or done.modality == "base" or not one_scale(rest, whole)
    acts = all(_clause(scene, c).startswith(scene.rules.wording["acts"]) for c in near)
    # 当年开工61个，竣工34个，尚未开工25个: what the rest is the other side of is no total of it
    said = spoken(sentence, position)
    begun = any(word in last_words(whole) for word in scene.rules.wording["done"])
    opposed = begun and other_side(said, last_words(whole)) and not other_side(said, last_words(done))
    if not (joined or based or acts or opposed or of_another(scene, whole, done)):
        yield _split(scene, whole, done, rest, _TOLD)


def _room(scene: Scene, sentence: Sequence[Claim], position: int) -> Iterator[Relation]:
    """余额a，其中一般b、专项c，控制在限额d以内，限额空间e: the limit right before, and the figure that no list holds."""
    rest = sentence[position]
    near = [c for c in _alike(rest, sentence[max(0, position - _BACK) : position]) if c.clause == rest.clause]
    outer = [c for c in near if c.index not in scene.container]
    if len(outer) == len(("done", "limit")) and outer[-1] is near[-1] and _LIMIT.search(last_words(outer[-1])):
        yield _split(scene, outer[-1], outer[0], rest, _TOLD)


def _limited(near: Sequence[Claim]) -> Sequence[Claim]:
    """余额a，控制在限额b以内，尚余c: what is left of a limit is what it exceeds the figure by, whichever stands first."""
    first, second = near
    bounded = _LIMIT.search(last_words(second)) is not None and _LIMIT.search(last_words(first)) is None
    return (second, first) if bounded else near


def _clause(scene: Scene, claim: Claim) -> str:
    """The words of a figure's clause up to it, over the numbers in them: 提取公益金30%计15万元."""
    text = scene.document.words[max(0, claim.quantity.start - _CLAUSE) : claim.quantity.start]
    return text[max(text.rfind(mark) for mark in "，。；：,;:\n") + 1 :]


def _remaining(scene: Scene, previous: Sequence[Claim], sentence: Sequence[Claim], position: int) -> Iterator[Relation]:
    rest = sentence[position]
    around = _alike(rest, sentence[max(0, position - _BACK) : position])
    # 累计投入b，其中报告期投入c，尚未使用d: what is part of what was spent stands between
    around = [c for c in around if not (_spent(c) and any(scene.container.get(c.index) is w and _spent(w) for w in around))]
    near = [c for c in around if c.clause == rest.clause]
    if not near or not _spent(near[-1]):
        return
    done = near[-1]
    before = near[:-1]
    if before:
        whole = scene.container.get(before[-1].index, before[-1])
        if not _spent(before[-1]) and _set_aside(scene, whole) and len(before) == 1:
            yield _split(scene, whole, done, rest, _TOLD)
        return
    if position > 1 and any(c.clause != rest.clause for c in sentence[:position] if alike(rest, c)):
        # 到位a，其中…; 累计支出b，结余c: it stands in the clause before
        previous = [c for c in sentence[:position] if c.clause != rest.clause]
    if not previous or previous[-1].block != rest.block:
        return
    outer = [c for c in _alike(rest, previous) if c.index not in scene.container]
    if len(outer) == 1 and _set_aside(scene, outer[0]):
        yield _split(scene, outer[0], done, rest, _ACROSS)


def _alike(rest: Claim, claims: Sequence[Claim]) -> list[Claim]:
    fits = [c for c in claims if alike(rest, c) and "paren" not in c.cues and c.quantity.dimension == rest.quantity.dimension]
    return [c for c in fits if one_thing(rest, c) and one_scale(rest, c)]


def _spent(claim: Claim) -> bool:
    return _USED.search(last_words(claim)) is not None


def _set_aside(scene: Scene, claim: Claim) -> bool:
    said = last_words(claim)
    given = _SET_ASIDE.search(said) is not None or _GIVEN.search(_clause(scene, claim)) is not None
    return given and not _spent(claim) and not _OPEN.search(said)


def _unbracketed(claim: Claim) -> str:
    """The words of a figure's clause without what a bracket in them adds: 尚未使用的募集资金(不含利息)为."""
    return _BRACKET.sub("", claim.lead).rpartition("，")[2]


def _split(scene: Scene, whole: Claim, done: Claim, rest: Claim, trust: float) -> Relation:
    return scene.relation("total-and-its-fate", [term("whole", whole), term("part", done), term("part", rest)], ("fate", rest.index), trust)
