"""A share whose whole is a figure that 的 joins to it: 占…11.2亿元的65.7%, 为年度任务1200户的93.8%."""

from __future__ import annotations

import re

from checker.chinese import FEW
from checker.claim import Claim
from checker.relate.clause import last_words
from checker.relate.scene import Scene
from checker.relate.shares.around import words_over_counts
from checker.relate.sorts import amount, proportion

_LINKS = ("占", "为", "完成", "达到", "是", "相当于", "达", "比", "较", "按", "每")
_FROM = ("从", "由")
_BESIDE = re.compile("^[已较]?(?:[高低多少快慢]于|超过?)(?!年|全年)")
_OF_BRACKET = ("占", "完成", "相当于", "达到", "为")
_TOGETHER = re.compile("(?:(?P<many>[两二三四五])[者项类个家种地][^，。；;、0-9]{0,2})?(?:合计|总计|共|合)占")
# 同比多增3亿元 is none of what was to grow in this year
_OF_ANOTHER_TIME = re.compile("同比|环比|同期|上[年月季周]|去年|前[一年月]|[多少][增减]")
_ROOT = 2
# counters of whatever is named
_GENERAL = frozenset({"count:项", "count:个", "count:类", "count:种", "count:大"})


def base_in_words(scene: Scene, share: Claim) -> Claim | None:
    """占…11.2亿元的65.7%, 为年度任务1200户的93.8%: the figure that 的 joins to the share. 三个单位职工总数的 is another thing."""
    lead = share.lead
    previous = next(scene.before(share, 1), None)
    if previous is None or previous.sentence != share.sentence or not (amount(previous) or _planned_change(scene, share, previous)):
        return None
    # 完成年度目标(4800人)的107%, 占市域面积(9872平方公里)的9.1%
    within = previous.lead.replace("（", "(")
    if "paren" in previous.cues and within.endswith("(") and lead == within.removesuffix("(") + "的":
        return previous if any(word in lead for word in _OF_BRACKET) else None
    if "的" not in lead or len(lead) > 8 or any(mark in lead for mark in "，、;(:总"):
        return None
    if _names_a_set(scene, share, previous) or previous.quantity.hedge in ("above", "below") and "以" in previous.quantity.text:
        return None  # 达100毫米以上的站点占68.7%: from where on something is counted
    # 占该7个项目送审金额1186万元的13%
    words = words_over_counts(scene, previous)
    words = words if words.startswith("占") else previous.lead[-24:]
    return previous if any(word in words for word in _LINKS) and not words.endswith(_FROM) else None


def _planned_change(scene: Scene, share: Claim, base: Claim) -> bool:
    """存款净增11亿元，完成全年净增18亿元任务的62%: what is planned may be by how much something is to grow."""
    return base.measure == "change" and share.lead.removesuffix("的").endswith(scene.rules.wording["plan_kind"])


def _names_a_set(scene: Scene, share: Claim, base: Claim) -> bool:
    """三项保险收入69.7亿元、支出65.5亿元，分别占七项基金的a和b: the count only says which things the amounts are of."""
    if base.quantity.dimension not in _GENERAL:
        return False
    between = [c for c in scene.before(base, 6) if c.sentence == base.sentence and amount(c)]
    return (
        "respectively" in base.cues | share.cues
        or bool(between)
        and not scene.same_things(between[0], base)
        and (not any(character.isdigit() and character.isascii() for character in base.quantity.text))
    )


def called_alike(scene: Scene, share: Claim, base: Claim) -> Claim | None:
    """抽查60家养老机构，其中公办22家、民办38家，占全市480家养老机构的12.5%: the 养老机构 before are meant, not a part of them."""
    noun = share.lead.removesuffix("的")
    if len(noun) < _ROOT:
        return None
    told = [c for c in scene.before(base, 16) if c.sentence == base.sentence and amount(c) and scene.same_things(c, base)]
    return next((c for c in told[1:] if c.tail.startswith(noun)), None) if told and not told[0].tail.startswith(noun) else None


def so_many(base: Claim) -> int | None:
    """两者共占全市206个站点的: how many figures the share is of, 0 where the words say that it is of several (合计占), None if of one."""
    found = _TOGETHER.search(last_words(base))
    return None if found is None else FEW[found["many"]] if found["many"] else 0


def subject_of(base: Claim) -> str:
    """What the clause of an explicit base speaks of before its verb: 本级收入(为调整预算140亿元的…)."""
    lead = base.lead.removesuffix("(")  # 过程雨量相当于8月常年雨量(214.6毫米)的87.3%
    clause = lead[max(lead.rfind(mark) for mark in "，、；;:(。)") + 1 :]
    at = min((found for word in _LINKS if (found := clause.find(word)) >= 0), default=0)
    return clause[:at].strip("所约各均共合计分别其中两者也仅只就已达到 ")


def parts_over(scene: Scene, base: Claim) -> list[Claim]:
    """What stands over an explicit base: the nearest results of the same kind before it, those outside brackets first."""
    alike = [c for c in scene.before(base, 8) if scene.same_things(c, base) and c.modality != "base"]
    # 200毫米及以上共103站: only of what size the stations are
    # 占所持6000万股的15%，占总股本3亿股的3%: what the one is of is no part of what the other is of
    alike = [c for c in alike if not c.quantity.text.endswith(("以上", "以下")) and not _a_base(scene, c)]
    alike = [c for c in alike if _BESIDE.search(last_words(c)) is None]  # 高于汛限水位相应蓄量1.73亿立方米: how far from a mark
    if base.measure == "change":
        alike = [c for c in alike if _OF_ANOTHER_TIME.search(last_words(c)) is None]
    found = [c for c in alike if amount(c) or c.measure == "change"]
    # a plan for what is to be added is met by what was added
    added = any(word in base.lead for word in ("净增", "新增", "增量", "增加"))
    found.sort(key=lambda c: ("paren" in c.cues, (c.measure == "change") != added))
    # 本级收入为调整预算的…: the amount so named may stand further up in the paragraph
    subject = subject_of(base)
    named = [c for c in scene.amounts_by_name.get(subject, ())[-40:] if c.block == base.block and c.index < base.index]
    if len(named) == 1 and scene.same_things(named[0], base) and not (found and found[0].name == subject):
        return [named[0], *(c for c in found[:4] if c is not named[0])]
    return found[:5]


def _a_base(scene: Scene, claim: Claim) -> bool:
    """完成年度计划14亿元的48.9%，完成奋斗目标14.5亿元的47.2%: whether the figure is itself what another share is of."""
    behind = next(scene.after(claim, 1), None)
    return behind is not None and proportion(behind) and base_in_words(scene, behind) is claim


def whole_list(scene: Scene, part: Claim, share: Claim) -> Claim | None:
    """The whole of a list that ends right before the share: 共704件，其中A 583件、B 121件，占…的10.97% speaks of all 704."""
    container = scene.container.get(part.index)
    previous = scene.claims[part.index - 1] if part.index else None
    # 水稻180万亩，玉米60万亩，其他11万亩；占应播320万亩的: nothing is a share of its own behind the last of them
    closed = share.lead[:1] == ";" or "remainder" in part.cues
    ended = part.index + 1 == share.index and (part.lead[:1] in ("、", "和", "及") or closed)
    together = container is not None and previous is not None and scene.container.get(previous.index) is container
    return container if ended and together else None
