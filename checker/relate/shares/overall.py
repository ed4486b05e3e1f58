"""What a thing told with a qualifier is part of: 民营企业进出口 of 进出口总值, 三市保费 of 原保险保费收入, by the noun that both end in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.claim import Claim
from checker.relate.clause import apiece, last_words, silent
from checker.relate.scene import Scene
from checker.relate.shares.around import differs, listed
from checker.relate.shares.cores import core
from checker.relate.shares.subject import own_subject
from checker.relate.sorts import amount, one_scale, one_thing, proportion

_REACH = 300
_BEHIND = 4
_GROWN = ("rate", "change", "points")
_NARROW = frozenset({"paren", "each"})
_VERB = re.compile("(?:分别|依次|各|均|合计|共计?|累计|总计|已|实现|完成|达到?|突破|为|是|约|有|：|:){1,8}$")
_TURNS = re.compile("分别|依次")
# 此前七个月累计, 9月当月: less than what the text reports on
_SPELL = re.compile("此前|当月|当季|当日|单[月季]|前[一二三四五六七八九十0-9]{1,3}个月|上[月年]")
# 剔除翘尾因素后，税收收入为49.8亿元
_LESS = re.compile("(?:剔除|扣除|扣减|不含)[^；。;]{0,16}后?，")
_PLAN = re.compile("剔除|扣除|可比|其余|其他|(?:预算数?|计划|目标|限额|上限)(?:[为是达约]|安排){0,2}$")
_TOPIC = re.compile("([^，。；;、:（(0-9]{2,16})(?<!其)中[，,]")
_TOPICAL = 10
_RANKED = re.compile("^(?:其中)?([^，；;、]{2,12}?)(?:位居|排名|居|排|列)[^，；;]{0,10}(?:位|前列)")
_SHORTEST = 2
_TELLING = 3
_MARKS = tuple("，；;、(：:")
_LONGEST = 24
_ENDS = ("；", ";")
_PLACE = re.compile("[一-鿿]{1,5}[省市县区州盟旗镇]")
# where a document names the place it is about
_HEADING = 120
# of 进出口 the 出口 is but half
_INSIDE = ("进",)


def overall(scene: Scene, part: Claim, several: bool = False) -> list[Claim]:
    """The amounts of all that a part is some of, one a value, the nearest first: called by nothing but the noun that the words before the
    part end in. What is told of `several` (三市, 合计) needs no other word to be less than all."""
    before = next(scene.before(part, 1), None)
    # 白鹿、石桥两县受旱33万亩
    counted = before is not None and before.quantity.dimension.startswith("count:") and part.lead[:1] not in _MARKS
    return _called(scene, part, noun(part), several or counted or "合计" in part.lead)


def just_so_called(scene: Scene, part: Claim, name: str) -> list[Claim]:
    """The amounts before a part that bear a name and no other, one a value, where the name says more than what sort of number it is."""
    exact = [claim for claim in _before(scene, part) if claim.name == name]
    said = core(scene, name)
    if exact or len(said) < _TELLING:
        return one_a_value(exact)
    return one_a_value([claim for claim in _before(scene, part) if _shared(scene, claim, said, several=True) == len(said)])


def known_whole(scene: Scene, part: Claim) -> list[Claim]:
    """The amounts of the paragraph that the pack knows a part to be part of: 税收收入 of 一般公共预算收入."""
    above = scene.rules.indicators[part.indicator].whole if part.indicator else ""
    return one_a_value([c for c in _before(scene, part) if above and c.indicator == above and c.block == part.block])


def so_called(scene: Scene, part: Claim, name: str) -> list[Claim]:
    """The amounts before a part that a name (全市外贸总值) calls, one a value."""
    exact = [claim for claim in _before(scene, part) if claim.name == name]
    return one_a_value(exact) or _called(scene, part, core(scene, name), several=True)


def _called(scene: Scene, part: Claim, said: str, several: bool) -> list[Claim]:
    best: list[tuple[int, Claim]] = []
    for claim in _before(scene, part):
        length = _shared(scene, claim, said, several)
        if length:
            best.append((length, claim))
    longest = max((length for length, _ in best), default=0)
    return one_a_value([claim for length, claim in best if length == longest and of_the_topic(scene, part, claim)])


def noun(part: Claim) -> str:
    """The words of the clause before a figure without its verb: 外商投资企业、国有企业分别进出口 → 外商投资企业、国有企业进出口."""
    lead = part.lead[max(part.lead.rfind(mark) for mark in "，；;:(。") + 1 :]
    said = part.name if not lead and part.name else lead
    if (ranked := _RANKED.match(said)) is not None:
        said = ranked.group(1)  # 产量居前三位的甲市、乙市和丙市分别为
    return _TURNS.sub("", _VERB.sub("", said.strip()))[-_LONGEST:]


def one_a_value(claims: list[Claim]) -> list[Claim]:
    """The nearest of those that say the same: 48.62亿元 and 486203万元."""
    answer: list[Claim] = []
    for claim in claims:
        if not any(claim.quantity.interval.meets(other.quantity.interval) for other in answer):
            answer.append(claim)
    return answer


def of_the_topic(scene: Scene, part: Claim, whole: Claim) -> bool:
    """大陆人口中，文盲1.8亿人: where the sentence says among what, that and nothing else is the whole."""
    here = [part, *(c for c in scene.before(part, _TOPICAL) if c.sentence == part.sentence)]
    topic = next((found.group(1) for c in here if (found := _TOPIC.search(c.lead))), "")
    return not topic or bool(whole.name) and core(scene, topic) in (core(scene, whole.name), whole.name, whole.indicator)


def _before(scene: Scene, part: Claim) -> Iterator[Claim]:
    if part.modality != "result":
        return
    scope = scene.scope(part)
    for position in range(part.index - 1, max(-1, part.index - 1 - _REACH), -1):
        claim = scene.claims[position]
        if _all_there_is(scene, claim) and scene.scope(claim) == scope:
            alike = scene.same_things(part, claim) and one_scale(part, claim) and one_thing(part, claim)
            if alike and _of_time(scene, part, claim):
                yield claim


def _all_there_is(scene: Scene, claim: Claim) -> bool:
    if claim.index not in scene.wholes:
        told = claim.cell is None and amount(claim) and claim.modality == "result" and not claim.quantity.hedge
        told = told and not _NARROW & claim.cues and not differs(claim) and not apiece(claim) and not silent(claim)
        scene.wholes[claim.index] = told and not one_of(scene, claim)
    return scene.wholes[claim.index]


def one_of(scene: Scene, claim: Claim) -> bool:
    """Whether a figure is one of several, or has a share of its own: what is part of something is not all of it."""
    behind = next((c for c in scene.after(claim, _BEHIND) if c.measure not in _GROWN), None)
    shared = behind is not None and proportion(behind) and "占" in behind.lead and not own_subject(behind)
    less = _LESS.search(claim.lead) is not None or _PLAN.search(last_words(claim)) is not None
    spell = less or _SPELL.search(last_words(claim)) is not None
    return shared or spell or listed(scene, claim) or "respectively" in claim.cues or claim.lead.startswith("的")


def _of_time(scene: Scene, part: Claim, whole: Claim) -> bool:
    """去年同期为61.6%；外商投资企业进出口339亿元: what a former clause says of last year ends with it."""
    text, dated = scene.document.words, part.dated
    ended = dated is not None and any(mark in text[dated.end : part.quantity.start] for mark in _ENDS)
    return ended or part.period is None or whole.period is None or part.period == whole.period


def _shared(scene: Scene, whole: Claim, said: str, several: bool) -> int:
    """How many characters of the words the whole's own name makes up, if it has no words of its own that narrow it; 0 if none."""
    if whole.name.endswith("总计"):
        return 0  # of an account, with what is carried over and handed on
    things = {core(scene, whole.name)}
    indicator = scene.rules.indicators.get(whole.indicator)
    if indicator is not None:
        own = max((name for name in indicator.names if whole.name.endswith(name)), key=len, default="")
        before = whole.name[: len(whole.name) - len(own)]
        own_place = _PLACE.fullmatch(before) is not None and before in scene.document.words[:_HEADING]
        if own and (own_place or not core(scene, before)):
            things |= {core(scene, name) for name in indicator.names}
    if "总" in whole.name:
        things.add(whole.name.rpartition("总")[2])  # 四个行业产值 of 规上工业总产值
    fitting = [t for t in things if len(t) >= _SHORTEST and said.endswith(t) and (several or said != t) and not _cut(said, t)]
    return max((len(t) for t in fitting), default=0)


def _cut(said: str, thing: str) -> bool:
    return said[: len(said) - len(thing)].endswith(_INSIDE)
