"""Which levels a rate, a change or a multiple speaks of: the one reached, the one before it, and the change between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.claim import Claim
from checker.relate.changes import reached, two_times
from checker.relate.changes.levels import a_norm, beside_a_mark, level, netted, of_the_head, passed_over, told_as_base
from checker.relate.changes.starts import behind_a_semicolon, may_start, of_the_next, one_base, one_time
from checker.relate.scene import Scene
from checker.relate.topic import alike, compared_with, last_clause, led_on, level_of_the_past, of_the_past, topic_of

_REACH, _BACK = 8, 40
_TWO_TIMES, _BY_NAME = 0.95, 0.97
_FIRST_OF_SEVERAL = "前两"
_OF_TWO = {"后者": -1, "前者": -2}
_FAR, _FAR_OFF = 120, 0.93
# 农林水支出上年预算数为a，比上年增加d: a is where it started from
_EARLIER = re.compile("(?<![比较超同由从占])(?:上年|去年|前年|上期|上月|上季)(?!末|底|结转|结余)[^，；]{0,8}为$")
_BARE, _AGAIN = 5, 9
# the year before, and not its end or the year's beginning, from which another rate is told
_YEAR_BEFORE = re.compile("(?:[比较](?:上年|去年)(?![末底])|同比)")
MOST = 8  # an enumeration has no more figures


@dataclass(frozen=True, slots=True)
class Step:
    """One quantity on its way: `now` reached from `base` by `change`, None where the words do not state them. `trust` is how surely the
    words bring them together."""

    now: Claim
    base: Claim | None
    change: Claim | None
    trust: float


def steps(scene: Scene, sentence: list[Claim], position: int) -> Iterator[Step]:
    """The readings of a rate, change or multiple, likeliest first; chosen by words, order and unit, never by value."""
    base, change = _base(scene, sentence, position), _change(scene, sentence, position)
    if (both := two_times.told(scene, sentence, position)) is not None:
        yield Step(*both, change if change is not None and scene.same_things(change, both[0]) else None, _TWO_TIMES)
        return
    given = base or change
    if any(_FIRST_OF_SEVERAL in c.name for c in sentence[max(0, position - _REACH) : position] if c.modality == "base"):
        return  # 甲a、乙b、丙c，前两者分别较上年同期的d和e增长r%、下降s%
    topic = topic_of(scene, sentence[position]) or (topic_of(scene, given) if given is not None else "")
    wide = topic in scene.rules.wording["totality"] or topic in scene.rules.wording["magnitude"]
    nows = _in_sentence(scene, sentence, position, "" if wide else topic, given)
    if wide or any("total" in c.cues for c in (sentence[position], given) if c is not None):
        nows = [(c, trust) for c, trust in nows if "respectively" not in c.cues]  # 分别为a和b，合计比上年增加d
    if base is not None and nows and (wide or not topic):
        nows = of_the_head(scene, sentence, nows, base, wide)
    if topic in _OF_TWO and given is not None and not any(topic in c.name for c, _ in nows):
        nows = _of_two(scene, sentence, given, topic)
    if not nows and given is not None:
        nows = _from_before(scene, sentence, given, topic)
    for now, trust in nows:
        own = base if base is not None and _paired(scene, now, base) else None
        of_it = change is not None and scene.same_things(change, now) and _follows(scene, sentence, change, now, position)
        yield Step(now, own, change if of_it else None, trust)


def _base(scene: Scene, sentence: list[Claim], position: int) -> Claim | None:
    near = _reach_back(scene, sentence, position)
    moved = sentence[position]
    found = [c for c in near if level(c) and (c.modality == "base" or told_as_base(scene, c))]
    found = [c for c in found if may_start(c, moved) and not behind_a_semicolon(scene, c, moved)]
    for after in sentence[position + 1 : position + 3]:
        told = (after.modality == "base" or "paren" in after.cues) and of_the_past(scene, after) or compared_with(scene, after, moved)
        told = told or "paren" in after.cues and a_norm(scene, after)
        if of_the_next(sentence, after):
            break
        if level(after) and (told or after is sentence[position + 1] and level_of_the_past(scene, after, moved)):
            found.append(after)
        if not _goes_on(scene, moved, after):
            break
    return found[0] if found and one_time(found[0], moved) else None  # 年初为b，比上年同期多增d


def _goes_on(scene: Scene, moved: Claim, after: Claim) -> bool:
    """减少d，下降r%(上年为b): a change and its rate, in either order, with nothing new between them."""
    if after.index == moved.index + 1 and reached.only_reached(scene, after):
        return True  # 增长5%，达到134.8亿元(2024年完成128.4亿元)
    both = {moved.measure, after.measure} == {"rate", "change"} or after.measure == "change"
    return both and not topic_of(scene, after) and after.direction == moved.direction


def _change(scene: Scene, sentence: list[Claim], position: int) -> Claim | None:
    if sentence[position].measure != "rate":
        return None
    near = _reach_back(scene, sentence, position)[:2]
    near = near[:1] if near and "part" in near[0].cues else near  # 减收d，其中增值税b，下降r%: d is of all
    found = next((c for c in near if c.measure == "change" and one_base(c, sentence[position])), None)
    after = sentence[position + 1] if position + 1 < len(sentence) else None
    fits = after is not None and after.measure == "change" and after.direction == sentence[position].direction
    if found is None and after is not None and fits and one_base(after, sentence[position]):
        words = last_clause(after.lead)
        # 增长5.6%，较上年多收6.8亿元
        again = _YEAR_BEFORE.match(words) is not None and len(words) < _AGAIN and not topic_of(scene, after)
        return after if len(words) < _BARE or again else None
    return found


def _in_sentence(scene: Scene, sentence: list[Claim], position: int, topic: str, given: Claim | None) -> list[tuple[Claim, float]]:
    planned = sentence[position].modality == "target"
    near = [c for c in _reach_back(scene, sentence, position) if level(c) and c.modality != "base" and "paren" not in c.cues]
    nows = [c for c in near if c.modality == "result" or planned] or near
    nows = [c for c in nows if c.lead != "的" or c.quantity.dimension != "fraction"]  # 不到常年97.8毫米的三分之一
    nows = [c for c in nows if c.tail != "的"] or nows  # 预算100万元的95%: what a share is of has not moved
    nows = [] if nows and netted(nows[0], sentence[position]) else [c for c in nows if not passed_over(sentence, c, position)]
    nows = [c for c in nows if not beside_a_mark(c) and not a_norm(scene, c) and not _EARLIER.search(last_clause(c.lead))]
    if given is not None and nows and given.index < nows[0].index:
        nows = nows[:1]
    if given is not None:
        nows = [c for c in nows if scene.same_things(c, given)]
    if topic:
        nows = [c for c in nows if not _of_a_part(sentence, c, position, topic)]
        own = topic_of(scene, sentence[position])
        led = {c.index for c in nows if given is not None and own == "" and (led_on(given, c) or reached.behind(scene, c))}
        nows = [c for c in nows if alike(scene, topic, c) or c.index in led]
    if nows:
        wholes = [] if topic else _whole_of(scene, nows[0], given)
        leads = (sentence[position].lead, given.lead if given is not None else "")
        if wholes and any(lead.startswith(("，比", "，较")) for lead in leads) and _one_of_several(scene, sentence, wholes[0][0], nows[0]):
            return [(wholes[0][0], 0.97), (nows[0], 0.9)]  # behind a list of parts and a comma the whole is spoken of again
        return [(nows[0], 0.98), *wholes]
    return [(c, 0.95) for c in _right_after(scene, sentence, position, given)]


def _of_a_part(sentence: list[Claim], now: Claim, position: int, topic: str) -> bool:
    """年末蓄水量a，比年初增加d；其中大型水库增加e，中型水库增加f: what moved is a part by a name of its own, and the level is of all."""
    between = sentence[now.index - sentence[0].index + 1 : position + 1]
    return any("part" in c.cues and "paren" not in c.cues for c in between) and not now.name.endswith(topic) and topic[:1] != "总"


def _whole_of(scene: Scene, part: Claim, given: Claim | None) -> list[tuple[Claim, float]]:
    """After a list of parts the words may speak of the whole again: 31座，其中大型1座、小型30座，比上年减少2座."""
    whole = scene.container.get(part.index) or _over_parts(scene, part)
    if whole is None or whole.sentence != part.sentence or not scene.same_things(whole, given or part):
        return []
    return [(whole, 0.96)]


def _one_of_several(scene: Scene, sentence: list[Claim], whole: Claim, part: Claim) -> bool:
    between = (c for c in sentence if whole.index < c.index <= part.index)
    return sum(level(c) and scene.same_things(c, part) and "paren" not in c.cues for c in between) > 1


def _over_parts(scene: Scene, part: Claim) -> Claim | None:
    """蓄水a，其中大型水库b、中型水库c，比常年多蓄d: the figure before 其中."""
    listed = False
    for claim in scene.before(part, _REACH):
        if claim.clause != part.clause:
            return None
        alike = level(claim) and scene.same_things(claim, part) and "paren" not in claim.cues
        if alike and listed and "part" not in claim.cues:
            return claim
        listed = listed or "part" in claim.cues
    return None


def _right_after(scene: Scene, sentence: list[Claim], position: int, given: Claim | None) -> list[Claim]:
    """增长r%，达到b: the level stands after the rate."""
    for claim in [c for c in sentence[position + 1 : position + 3] if c is not given][:1]:
        clause = last_clause(claim.lead)
        reached = not claim.name or clause.startswith(("达", "至", "实际", "总", "收于", "收报", "报收"))
        here = claim.clause == sentence[position].clause and "paren" not in claim.cues
        if level(claim) and here and claim.modality != "base" and reached and (given is None or scene.same_things(claim, given)):
            return [claim]
    return []


def _from_before(scene: Scene, sentence: list[Claim], given: Claim, topic: str) -> list[tuple[Claim, float]]:
    """The level now stands before the sentence: under the same name, or at the head of the sentence before a bare 与上年相比."""
    before = [c for c in scene.before(sentence[0], _BACK) if level(c) and c.modality != "base" and scene.same_things(c, given)]
    if topic:
        return [(c, 0.95) for c in before if alike(scene, topic, c)][:1] or _only_one(scene, sentence[0], given, topic)
    if not sentence[0].lead.lstrip(" ").startswith(("与", "较", "比", "同")):
        return []
    heads = [c for c in before if c.sentence == sentence[0].sentence - 1]
    return [(c, 0.95) for c in heads[-1:]]


def _of_two(scene: Scene, sentence: list[Claim], given: Claim, which: str) -> list[tuple[Claim, float]]:
    """境内收入17.3亿元，境外收入6.5亿元、占27.3%，后者较上年同期的5.4亿元增长: of the two told last the later one, or the former."""
    before = sentence[: given.index - sentence[0].index]
    percent = given.quantity.dimension == "fraction"
    told = [c for c in before if level(c) and c.modality == "result" and "paren" not in c.cues]
    told = [c for c in told if (c.quantity.dimension == "fraction") == percent][-2:]
    alone = len(told) > 1 and told[0].clause == told[1].clause and scene.same_things(told[_OF_TWO[which]], given)
    return [(told[_OF_TWO[which]], _BY_NAME)] if alone else []


def _only_one(scene: Scene, first: Claim, given: Claim, topic: str) -> list[tuple[Claim, float]]:
    """The one level of exactly that name that an earlier paragraph tells, where the words tell what it is compared with."""
    if given.measure == "change":
        return []
    far = scene.claims[max(0, first.index - _FAR) : first.index]
    told = [c for c in far if c.name == topic and level(c) and c.cell is None and c.modality == "result" and scene.same_things(c, given)]
    return [(told[-1], _FAR_OFF)] if len({c.quantity.value for c in told}) == 1 and not {"part", "paren"} & told[-1].cues else []


def _reach_back(scene: Scene, sentence: list[Claim], position: int) -> list[Claim]:
    """The claims before a rate, nearest first, up to the rate of another level: 同比增长r%，比年初的a增加d speaks of one level twice."""
    near: list[Claim] = []
    asked = sentence[position]
    _, mark, words = asked.lead.rpartition(";")
    if mark and "，" in words.strip("，") and not asked.name:
        return near  # behind a semicolon a clause of words names what the figure is of
    for other in reversed(sentence[max(0, position - _REACH) : position]):
        if other.average and other.measure == "rate" and asked.measure == "change" and not topic_of(scene, other):
            continue  # 由a增加到b，年均增长r%，累计净增d
        if other.measure == "rate" and (near or not asked.average):
            if not other.name or other.name != asked.name or not any(c.modality == "base" for c in near):
                break
            continue
        near.append(other)
    return near


def _paired(scene: Scene, now: Claim, base: Claim) -> bool:
    """Whether a base belongs to that level: it follows it (b，比上年的a…) or leads straight to it (由a增加到b)."""
    if not scene.same_things(now, base) or "合计" in last_clause(base.lead) and "合计" not in last_clause(now.lead):
        return False  # 甲517人、乙438人、丙296人，较去年同期三罪合计1402人减少151人: of all three
    if base.index > now.index or now.index - base.index == 1 and _leads_to(now.lead):
        return True
    return now.index - base.index == 2 and reached.behind(scene, now)


def _follows(scene: Scene, sentence: list[Claim], change: Claim, now: Claim, position: int) -> bool:
    """Whether the change is of that level: it stands after it, or between the rate and it (下降r%，压减d，实际支出b); a part told between
    the change and the rate is what the rate is of (b，增加d；其中6月c，增长r%), as is one of another
    name (公司贷款b，增加d；个人贷款c，增长r%)."""
    rate = sentence[position]
    if change.index == now.index - 1 and rate.index > now.index and reached.behind(scene, now):
        return True
    if change.index > now.index:
        between = [c for c in sentence[:position] if change.index < c.index and level(c) and "paren" not in c.cues]
        return not any("part" in c.cues or c.modality == "result" and c.name not in ("", now.name) for c in between)
    return rate.index < change.index and now.index - change.index == 1


def _leads_to(lead: str) -> bool:
    return any(word in lead for word in ("到", "至", "为", "达"))
