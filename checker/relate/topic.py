"""What the clause of a figure says by itself: its words since the last comma, what has moved, and whether a level is that."""

from __future__ import annotations

import re

from checker.claim import Claim
from checker.relate.scene import Scene
from checker.relate.sorts import counted

# 比 and 较 that compare, 由 and 从 that lead from a level; what stands before them in the clause is what moved
_TURN = re.compile("(?<![占同环之对百无相])[比较](?![重例率较赛如价])|[由从与]")

_SINCE = re.compile("(?<![占同环之对百无相])[比较][^，;。()]{1,8}\\([^()]{1,24}\\)(?P<noun>[一-鿿]{3,16})$")
# 标准自7月起由128元提至148元
_SINCE_WHEN = re.compile("自[^，自]{1,12}起$")
# 细颗粒物(PM2.5)浓度由46微克降到33微克: names leave out what a bracket adds
_ADVERB = 8
_FEWEST = 2
# before a name: 净资产, 非税收入, 不良贷款
_MAKES_ANOTHER = ("净", "非", "不良", "逾期", "负")
_NUMBERS = ("数", "个数", "数量", "总数", "件数", "家数", "户数")
_ASIDE = re.compile(r"\([^()]{1,24}\)")
_LEVEL_NOUN = re.compile("的?(?:余额|规模|总额|总量|数量|水平|产量|销量|总数|数)(?:仅?为|是|仅|约为?|达到?)?")
_YEAR_ONLY = re.compile("[0-9]{4}年(?:末|底|同期|度)?(?:实际|预计)?(?:完成|实现|达到|达|执行数|决算数|实绩)?(?:为|是|:)?")
# 较5月增长r%(5月b), 比2023年度减少d(2023年度为b): the time compared with, told again before the level of that time
_COMPARED = re.compile("(?:(?<![占同环之对百无相])[比较]|[同环]比)(?P<time>[^，;()]{2,12})")
_SET = re.compile("年初(?:预算|计划|目标|安排|任务|确定)")
_MEANS = ("均值", "平均值", "水平")
_TIME_TOLD = re.compile("[^，;()]{0,7}?(?:[年月季周期旬日末初底度天届]|半年)(?:度|末|底|初|同期)?")


def last_clause(lead: str) -> str:
    """The words since the last comma."""
    return lead[max(lead.rfind(mark) for mark in "，;。:") + 1 :]


def topic_of(scene: Scene, claim: Claim) -> str:
    """What the clause itself says has moved, before any comparison, '' if it leaves that to the words before."""
    clause = last_clause(claim.lead)
    if claim.measure in ("level", "mean", "share"):
        turn = _TURN.search(clause)
        return bare(scene, _ASIDE.sub("", _SINCE_WHEN.sub("", clause[: turn.start()]))) if turn else ""
    if claim.measure == "multiple" and clause.startswith(("是", "为", "相当于", "约")):
        return ""  # 由a增至b，是原来的2.5倍
    if claim.lead.startswith("的") and last_clause(claim.lead) == claim.lead:
        return ""  # 较8,500元的控制线高出764元: what the figure before is, and not what is above it
    if _behind_a_mean(scene, claim):
        return ""
    enumerated = "respectively" in claim.cues and not claim.lead.strip("、和及与 ")
    own = len(claim.name) > 1 and (enumerated or claim.name[-2:] in clause)
    return bare(scene, claim.name) if own else _moved_since(scene, claim.lead)


def _behind_a_mean(scene: Scene, claim: Claim) -> bool:
    """比近五年均值(85.9万人)偏多20.9%: whether the name is what the words before the bracket compare with."""
    inside = next(scene.before(claim, 1), None)
    opened = inside is not None and "paren" in inside.cues and inside.lead.endswith("(") and claim.lead.startswith(inside.lead[:-1])
    return opened and inside is not None and claim.name in _MEANS and inside.lead[:-1].endswith(claim.name)


def _moved_since(scene: Scene, lead: str) -> str:
    """较上期(第8期)受旱面积增加d: the noun between the time compared with and the verb, '' if none stands there."""
    found = _SINCE.search(lead)
    if found is None:
        return ""
    words = scene.rules.wording
    verbs = (*words["increase"], *words["decrease"])
    noun = bare(scene, found["noun"])
    ends = max((len(verb) for verb in verbs if noun.endswith(verb)), default=0)
    return bare(scene, noun[: len(noun) - ends]) if ends else ""


def of_the_past(scene: Scene, claim: Claim) -> bool:
    """，上年为311.4亿元, (上年同期20.6%) and (2022年为4.1%) after a change: what it is measured from."""
    words = last_clause(claim.lead.rstrip(":")).lstrip("(").removeprefix("而")
    if _SET.match(words):
        return False  # 完成年初预算的68.7%(年初预算178.0亿元)，同比增长3.6%: set at the beginning of the year, and not reached by then
    return words.startswith(scene.rules.wording["base"]) or "paren" in claim.cues and _YEAR_ONLY.fullmatch(words) is not None


def compared_with(scene: Scene, claim: Claim, *moved: Claim) -> bool:
    """较5月增长r%(5月3219件), 比年初增加d(年初余额b): a bracket that repeats the time a change is measured from, and names nothing new."""
    if "paren" not in claim.cues:
        return False
    label = last_clause(claim.lead).rpartition("(")[2]
    told = _TIME_TOLD.match(label)
    if told is None or len(told.group()) < _FEWEST:
        return False
    clauses = [last_clause(c.lead) for change in moved for c in (*scene.before(change, 1), change)]
    compared = any(found["time"].startswith(told.group()) for found in map(_COMPARED.search, clauses) if found is not None)
    rest = label[told.end() :].removeprefix("的")
    return compared and (not rest or _LEVEL_NOUN.fullmatch(rest) is not None or rest in ("为", "是", "仅", "仅为"))


def level_of_the_past(scene: Scene, claim: Claim, rate: Claim) -> bool:
    """，上年同期余额为1113.5亿元: words for what a rate is measured from (同比 never from 年初), and a noun that names nothing new."""
    words = last_clause(claim.lead).lstrip("(")
    begun = max((base for base in scene.rules.wording["base"] if words.startswith(base)), key=len, default="")
    if rate.measure != "rate" or "同比" in rate.lead and not begun.endswith(("同期", "同月", "上年", "去年")):
        return False
    rest = words[len(begun) :]
    # 出栏肉牛a，增长r%，上年出栏b: a word out of the name of what grew
    said_before = len(rest) >= _FEWEST and rest.rstrip("为是") in rate.name
    return bool(begun) and (said_before or _LEVEL_NOUN.fullmatch(rest) is not None)


def bare(scene: Scene, name: str) -> str:
    """The words without adverbs and particles around them; '' if hardly anything is left."""
    words, before = scene.rules.wording["degree"], ""
    while before != name:
        before = name
        for word in words:
            name = name.removeprefix(word).removesuffix(word)
    return name if len(name) > 1 else ""


def led_on(base: Claim, now: Claim) -> bool:
    """由37.00%被动增至37.33%, 从20万相应调整为18万: no mark and no other figure stands between, so that adverbs there name nothing new."""
    direct = now.index == base.index + 1 and base.modality == "base" and not set("，;、(") & set(now.lead)
    return direct and now.lead.endswith(("到", "至", "为")) and len(now.lead) < _ADVERB


def alike(scene: Scene, topic: str, claim: Claim) -> bool:
    """Whether the words name what the figure is of; 受旱作物中玉米 is a part of 受旱作物."""
    if _counts(topic, claim) or _counts_all(scene, topic, claim):
        return True
    if not claim.name or claim.name.startswith((topic + "中", topic + "当中")):
        return False
    if topic in claim.name and claim.name.partition(topic)[0].endswith(_MAKES_ANOTHER):
        return False
    if topic in claim.name or claim.name in topic and not _narrower(scene, topic, claim) or topic in last_clause(claim.lead):
        return True
    return bool(claim.indicator) and scene.rules.indicator_in(topic) == claim.indicator


def _counts_all(scene: Scene, topic: str, claim: Claim) -> bool:
    """医疗保险参保224万人，其中职工…，总参保人数: whether the topic is the number of all that a count, which is no part, is of."""
    counts = claim.quantity.dimension.startswith(("count:", "person")) and claim.index not in scene.container
    number = max((word for word in (*_NUMBERS, "人数") if topic.endswith(word)), key=len, default="")
    thing = topic[1 : len(topic) - len(number)]
    return counts and topic[:1] == "总" and bool(number) and len(thing) > 1 and claim.name.endswith(thing)


def _narrower(scene: Scene, topic: str, claim: Claim) -> bool:
    """城镇常住人口 is less than 常住人口: whether a word stands before the name of a figure that its own words do not say."""
    before = bare(scene, topic[: topic.find(claim.name)].removeprefix("但").removeprefix("其"))
    before = before.removeprefix(claim.subject)
    meant = scene.rules.indicator_in(topic)
    if meant and claim.indicator and meant != claim.indicator and not before:
        return True  # 进出口 is no 出口
    return bool(before) and before[:1] != "全" and before not in last_clause(claim.lead)


def _counts(topic: str, claim: Claim) -> bool:
    """Whether the topic is the number of what a count is of: 问题个数 of 37个问题, 示范村数量 of 建成示范村86个."""
    if not claim.quantity.dimension.startswith(("count:", "person")):
        return False
    number = max((word for word in _NUMBERS if topic.endswith(word)), key=len, default="")
    thing = topic[: len(topic) - len(number)]
    return len(thing) > 1 and (thing == counted(claim) or bool(number) and claim.name.endswith(thing))
