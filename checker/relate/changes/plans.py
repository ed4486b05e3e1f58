"""What is planned: the level to be reached and its rate or change, against the level reached so far, or against the plan before it,
wherever the document states it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.claim import Claim
from checker.interval import Interval
from checker.relate.again.namesakes import Namesakes
from checker.relate.changes.levels import level
from checker.relate.scene import Scene
from checker.relate.sorts import at_constant_prices, one_subject
from checker.relate.topic import last_clause, topic_of
from checker.relation import Relation, Term, term

_AFTER = ("达到", "达", "总量", "总额", "规模", "、")
# 增长5.5%，力争达到15.1亿元
_STRIVEN = re.compile("^(?:力争|争取|预计|预期|确保|有望|总量|总额|规模|将){1,6}")
_SHORT = 8
_TIMES = re.compile("^(?:去年|上年|今年|明年|本年|当年|全年|[0-9]{4}年|全[国省市县区]|我[国省市县区])")
_PART = re.compile("[0-9一二三四五六七八九十]月(?![末底])|季度|半年|当月|[0-9]日")
_GROSS = ("总量", "总计")
_FULL_YEAR = 12
_MOST = 3
_NEAR, _FAR = 5, 24
_CLOSED = ("", "，", "。", ";", "、", "(")
# 比上年计划增长, 比上年调整后预算增长: measured from the plan before
_PLAN_BEFORE = re.compile(
    "[比较](?:上年|去年|[0-9]{4}年|年初)度?(?:(?P<adjusted>调整后)的?(?P<any>计划|预算)?|的?(?P<plan>计划|预算|目标|任务))"
)
_GRANTED = ("安排", "下达", "拨付", "投入", "支持")
_DONE = re.compile("实际|完成|执行")
_SET = re.compile("调整|计划|预算")
_SURE, _RIVAL = 0.93, 0.6


def relations(scene: Scene) -> Iterator[Relation]:
    """税收收入增长7%、达到21.4亿元 under a heading of goals; 安排8.4亿元，比上年执行数增长5%; 安排项目640个，较上年净增28个."""
    stated = [c for c in scene.prose if level(c) and (c.indicator or c.name)]
    reached = Namesakes(scene, (_cored(scene, c) for c in stated if c.modality == "result"))
    planned = [c for c in scene.prose if level(c) and (c.modality == "target" or _SET.search(c.name + last_clause(c.lead)))]
    for sentence in scene.sentences:
        for position, moved in enumerate(sentence):
            if moved.measure in ("rate", "change") and not moved.average and "comparable" not in moved.cues:
                goal = _goal(scene, sentence, position)
                if goal is not None:
                    yield from _from_before(scene, moved, goal, reached, planned)


def _goal(scene: Scene, sentence: list[Claim], position: int) -> Claim | None:
    moved = sentence[position]
    before = sentence[position - 1] if position else None
    after = sentence[position + 1] if position + 1 < len(sentence) else None
    if after is not None and level(after) and after.clause == moved.clause and _planned(scene, moved, after) and moved.measure == "rate":
        words = last_clause(after.lead) or after.lead
        words = _STRIVEN.sub("", words) or words
        if (not after.name or words.startswith(_AFTER)) and len(words) < _SHORT and topic_of(scene, moved):
            return after
    if before is not None and level(before) and before.clause == moved.clause and _planned(scene, moved, before):
        return before if _PLAN_BEFORE.search(last_clause(moved.lead)) or not topic_of(scene, moved) else None
    return None


def _planned(scene: Scene, moved: Claim, goal: Claim) -> bool:
    ahead = goal.modality == "target" or any(word in goal.lead for word in scene.rules.wording["ahead"])
    ahead = ahead or _PLAN_BEFORE.search(last_clause(moved.lead)) is not None
    return goal.modality != "base" and (ahead or moved.modality == "target") and goal.quantity.dimension != "fraction"


def _cored(scene: Scene, claim: Claim) -> Claim:
    return replace(claim, name=_core(scene, claim.name))


def _core(scene: Scene, name: str) -> str:
    """The name without the year, the place and the verb of planning before it."""
    before = ""
    while before != name:
        before, name = name, _TIMES.sub("", name)
        for word in scene.rules.wording["ahead"]:
            name = name.removeprefix(word)
    return name


def _from_before(scene: Scene, moved: Claim, goal: Claim, reached: Namesakes, planned: Sequence[Claim]) -> Iterator[Relation]:
    named = moved if topic_of(scene, moved) else goal
    if not named.name or at_constant_prices(scene.rules, named):
        return
    plan = _PLAN_BEFORE.search(last_clause(moved.lead))
    if plan is not None:
        found = _plans_before(scene, goal, planned, plan)
    else:
        alike = reached.alike(replace(goal, name=_core(scene, named.name), indicator=named.indicator, subject=named.subject))
        found = [c for c in alike if _may_be_base(scene, c, moved, goal, named) and scene.same_things(c, goal)]
        if _DONE.search(last_clause(moved.lead)):
            found = [c for c in found if not _SET.search(c.name + last_clause(c.lead))]  # 比2024年实际完成额增加
    bases = _distinct(found)
    for base in bases[:_MOST]:
        yield _moved_from(scene, moved, goal, base, _SURE if len(bases) == 1 else _RIVAL)


def _moved_from(scene: Scene, moved: Claim, goal: Claim, base: Claim, trust: float) -> Relation:
    rule = "growth-from-levels" if moved.measure == "rate" else "change-of-levels"
    now = Term("now", _set_at(goal), goal)
    return scene.relation(rule, [term(moved.measure, moved), now, term("base", base)], ("plan", moved.index), trust)


def _set_at(goal: Claim) -> Interval:
    """控制在43.7万元以内: what is planned grows from bound to bound."""
    bound = goal.quantity.text.endswith(("以内", "以上", "以下"))
    return Interval.around(goal.quantity.value, goal.quantity.step / 2) if bound else goal.signed


def _since(scene: Scene, claim: Claim) -> str:
    """The words of the paragraph up to a figure, whose first may say of what part of the year, though not of which, all of it is."""
    *_, first = claim, *scene.before(claim, _FAR)
    return scene.document.words[scene.document.words.back(first.quantity.start, len(first.lead)) : claim.quantity.start]


def _may_be_base(scene: Scene, claim: Claim, moved: Claim, goal: Claim, named: Claim) -> bool:
    before = claim.index < min(moved.index, goal.index) and one_subject(claim, named)
    if claim.name.endswith(_GRANTED) or not _named_whole(claim) or not _named_whole(goal):
        return False
    if moved.measure == "change" and (moved.quantity.hedge or goal.quantity.hedge or claim.quantity.hedge):
        return False
    period = claim.period
    # 累计完成13450户 is more than what a year adds
    if ("累计" in claim.lead) != ("累计" in goal.lead + moved.lead):
        return False
    whole = _PART.search(_since(scene, claim)) is None if period is None else period.point or period.months >= _FULL_YEAR
    return before and whole and claim.name.endswith(_GROSS) == named.name.endswith(_GROSS)


def _named_whole(claim: Claim) -> bool:
    """Whether the words before the figure name it: what 安排109亿元资金支持再就业 is for stands behind."""
    return claim.quantity.dimension != "money" or claim.tail[:1] in _CLOSED


def _plans_before(scene: Scene, goal: Claim, planned: Sequence[Claim], words: re.Match[str]) -> list[Claim]:
    """The plans told before this one of the same kind: 计划 or 预算, adjusted or not."""
    noun = _core(scene, goal.name)[-2:]
    found = [c for c in planned if c.index < goal.index and c.sentence != goal.sentence and scene.same_things(c, goal)]
    kind = words["plan"] or ""
    found = [c for c in found if kind in last_clause(c.lead) + c.name and noun in c.name + _said(scene, c)]
    return [c for c in found if ("调整" in last_clause(c.lead)) == bool(words["adjusted"])]


def _said(scene: Scene, claim: Claim) -> str:
    """The names of the figures right before one in its sentence."""
    return "".join(c.name for c in scene.before(claim, _NEAR) if c.sentence == claim.sentence)


def _distinct(found: Sequence[Claim]) -> list[Claim]:
    """The latest first; of a rounded figure and the full one the full one."""
    bases: list[Claim] = []
    for claim in sorted(found, key=lambda c: (bool(c.quantity.hedge), -c.index)):
        if not any(claim.quantity.interval.meets(other.quantity.interval) for other in bases):
            bases.append(claim)
    return bases
