"""What kind of statement a figure makes, read off the words just before and after it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.bind.compared import COMPARISON, PARTICLES, of_before
from checker.claim import Measure, Modality
from checker.quantity import Quantity
from checker.rules import Rules

_OUTPACING = ("快于", "慢于", "高于", "低于", "高出", "多于", "少于")
# closed brackets and footnote marks
_CLOSED = re.compile(r"\([^()]{0,30}\)|\[[0-9]{1,2}\]")
# 比上年多支出5万元, 比上年的27万元多支出5万元: the verb of what was done more of stands between 多 and the amount
_MORE_DONE = re.compile("(?:[比较][^，]{1,12}|^[同环]比|^)(?P<side>[多少])(?!年|数|量|于|达|种)[\u4e00-\u9fff]{1,3}$")
# 压缩至2025年的17.2个工作日, 降至目前的1.32%, 提高到每公斤3.6元
_TIME = "(?:(?:[0-9]{1,4}[年月日时]){1,3}|目前|现在|当前|如今|[今本当]年|[本当]月|[年月季期])[末底初份]?的"
_OF_A_TIME = re.compile(f"(?<=[至到为])(?:{_TIME}|每[一-鿿]{{1,3}})$")
# 连续5年平均增长, and not 近五年平均水平
_OVER_YEARS = re.compile("平均(?!水平|值|数)")
_OPENERS = "，、;:(。"
# 正高128人、副高258人: the last character names a grade, no rise; 改造提升191万亩: so much was rebuilt
_TITLED = re.compile("(?:^|[、，])[正副](?:高|低)$|[初普职]高$|体能?高$|(?:改造|整治|巩固|扩容|修缮|维护)提升$")


@dataclass(frozen=True, slots=True)
class Reading:
    """The statement a figure makes."""

    measure: Measure
    direction: int = 1
    modality: Modality = "result"
    average: bool = False
    cues: frozenset[str] = frozenset()


def read_measure(quantity: Quantity, lead: str, tail: str, rules: Rules) -> Reading:
    """Measure, direction, modality and cues of a figure from its `lead` (text since the figure before) and `tail`."""
    words = rules.wording
    segment = last_segment(lead)
    verb = segment.rstrip(PARTICLES)
    named_rate = quantity.dimension == "fraction" and _is_named_rate(verb, rules)
    moved = not named_rate and _TITLED.search(verb) is None
    fell, rose = moved and verb.endswith(words["decrease"]), moved and verb.endswith(words["increase"])
    rose = rose or quantity.dimension == "fraction" and _signed(quantity, verb, lead)
    reached = _reached(segment, rules, rose or fell or verb.endswith((*words["rate_up"], *words["rate_down"])))
    # 连续5年平均增长: the number of years stands between
    over_years = quantity.dimension == "fraction" and _OVER_YEARS.match(segment) is not None
    average = over_years or any(word in segment for word in words["average"])
    each = _for_each(segment, rules)
    cues = _cues(lead, segment, tail, rules, each)
    # 是上年的3倍 and 高于去年0.3个百分点 say how far a result is from last year
    spread = quantity.dimension in ("multiple", "point")
    modality = _modality(segment or _before_bracket(lead), tail, rules, (rose or fell) and not reached, spread)
    measure, direction = _measure(quantity, "" if named_rate else verb, reached, rose, fell, each, cues, rules)
    if measure == "level" and not reached and (more := _more_done(lead, segment, quantity)):
        measure, direction = "change", more
    if measure == "length" and modality == "base":
        measure = "level"  # 比上年的8.2天: what is compared with is no mere length
    return Reading(measure, direction, modality, average, cues)


def _signed(quantity: Quantity, verb: str, lead: str) -> bool:
    """28416台次(上年25873台次，+9.8%), 同比-7.3%: a sign tells growth where nothing or 同比 stands before it."""
    if quantity.value < 0:
        return verb in ("同比", "环比") or lead in ("，", "(")
    return verb in ("+", "同比+", "环比+")


def _is_named_rate(verb: str, rules: Rules) -> bool:
    """自然增长率, 失业率: a percentage of its own, whatever verb its name ends in."""
    _, stop, identity = rules.indicator_span(verb)
    return bool(identity) and stop == len(verb) and rules.indicators[identity].kind in ("rate", "ratio")


def _for_each(segment: str, rules: Rules) -> bool:
    """Whether the words make the figure a quotient: 户均, 生均, 平均每…; 年均 spreads growth, 均为 and 均值 are no quotients, nor is
    人均收入等2项."""
    if any(word in segment for word in rules.wording["each"]):
        return not segment.endswith("等")
    at = segment.find("均")
    return at > 0 and segment[at - 1] not in "平年各，、" and segment[at + 1 : at + 2] not in tuple("为已衡达有在实可未不是较值")


def _reached(segment: str, rules: Rules, changed: bool) -> bool:
    """Whether a level reached follows (提高到, 上升为); a mere 达 or 达到 leaves 增幅达, 增长达到 a change."""
    text = _OF_A_TIME.sub("", segment.rstrip("了约近"))
    hit = max((word for word in rules.wording["reach"] if text.endswith(word)), key=len, default="")
    return bool(hit) and (not changed or hit.startswith((*rules.wording["increase"], *rules.wording["decrease"])))


def last_segment(lead: str) -> str:
    """The words since the last mark of punctuation, brackets included."""
    lead = _CLOSED.sub("", lead) if "(" in lead or "[" in lead else lead
    cut = max(lead.rfind(mark) for mark in _OPENERS)
    if cut == len(lead) - 1 and lead.endswith((":", "(")):
        inner = lead[:-1]
        return inner[max(inner.rfind(mark) for mark in _OPENERS) + 1 :] if lead.endswith(":") else ""
    return lead[cut + 1 :]


def _more_done(lead: str, segment: str, quantity: Quantity) -> int:
    """1 for 多支出, −1 for 少支出 where the words compare, 0 else: 多得补助5万元 at the head of a clause compares with nothing."""
    more = None if quantity.dimension == "fraction" or quantity.when is not None else _MORE_DONE.search(segment.rstrip(PARTICLES))
    if more is None or not more.start("side") and lead != segment:
        return 0
    return -1 if more["side"] == "少" else 1


def _before_bracket(lead: str) -> str:
    """较上年(3.68%): the words before the bracket that opens right before the figure, if they compare."""
    words = last_segment(lead[:-1]) if lead.endswith("(") else ""
    return words if COMPARISON.search(words) else ""


def _measure(
    quantity: Quantity, verb: str, reached: bool, rose: bool, fell: bool, each: bool, cues: frozenset[str], rules: Rules
) -> tuple[Measure, int]:
    words = rules.wording
    if quantity.ratio is not None:
        return "ratio", 1
    sign = -1 if fell else 1
    if quantity.dimension == "point":
        return "points", sign if rose or fell else _by_extent(verb, rules)[1]
    if quantity.dimension == "multiple":
        return "multiple", sign
    if quantity.dimension == "rank" or quantity.when is not None:
        return _of_time(quantity, verb, reached, rose or fell, rules), -1 if fell and not reached else 1
    if reached:
        return ("share" if "share" in cues else "level"), 1
    if quantity.dimension == "fraction":
        if verb.endswith(words["rate_down"]):
            return "rate", -1
        if rose or fell or verb.endswith(words["rate_up"]) or any(word in verb for word in _OUTPACING):
            return "rate", sign
        return ("share" if "share" in cues else "level"), 1
    if each:
        return "mean", 1
    if verb.endswith("新增") and COMPARISON.search(verb) is None:
        return "level", 1
    if rose or fell:
        return "change", sign
    return _by_extent(verb, rules)


def _by_extent(verb: str, rules: Rules) -> tuple[Measure, int]:
    """由152.30米涨至158.74米，涨幅6.44米: a clause of nothing but the noun for how far something rose or fell."""
    bare = verb.removeprefix("累计").removeprefix("总")
    if bare in rules.wording["rate_down"]:
        return "change", -1
    return ("change", 1) if bare in rules.wording["rate_up"] else ("level", 1)


def _of_time(quantity: Quantity, verb: str, reached: bool, moved: bool, rules: Rules) -> Measure:
    """A rank, or a length of time: one that is itself what grew or shrank (用时由20天缩短至8天，缩短12天) or a mere length."""
    if quantity.dimension == "rank":
        return "rank"
    if moved and not reached:
        return "change"
    return "level" if reached or verb.rstrip("由从是").endswith(rules.wording["time_noun"]) else "length"


def _modality(segment: str, tail: str, rules: Rules, changed: bool, spread: bool) -> Modality:
    words = rules.wording
    if not (changed or spread) and of_before(segment, tail, rules):
        return "base"
    start, stop, _ = rules.indicator_span(segment)
    around = segment[:start] + "·" + segment[stop:] if start >= 0 else segment
    over = tail.startswith("的") and segment.endswith(words["plan_kind"])  # 完成预算214000万元的101.4%
    if over or tail.startswith((*words["goal"], "的目标", "的年度")) or any(word in around for word in words["goal"]):
        return "target"
    return "result"


def _cues(lead: str, segment: str, tail: str, rules: Rules, each: bool) -> frozenset[str]:
    found: list[str] = []
    words = rules.wording
    if "其中" in lead or "当中" in lead or "包括" in lead or "分为" in lead or "包含" in lead:
        found.append("part")
    if "占" in segment or tail.startswith(("的占", "占")) or "比重" in segment:
        found.append("share")
    start, stop, _ = rules.indicator_span(segment)
    around = segment[:start] + "·" + segment[stop:] if start >= 0 else segment
    # the 共 of 公共预算 draws no total
    if any(word in around for word in words["total"]) or segment[start:stop].startswith("总"):
        found.append("total")
    if any(word in segment for word in words["remainder"]):
        found.append("remainder")
    if any(word in lead for word in ("分别", "依次")):
        found.append("respectively")
    found += [cue for cue in ("overlap", "comparable") if any(word in lead for word in words[cue])]
    if any(word in segment for word in words["grant"]) or tail.startswith(words["grant"]):
        found.append("grant")
    if each:
        found.append("each")
    return frozenset(found)
