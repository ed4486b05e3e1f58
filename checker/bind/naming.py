"""Names for figures: the noun phrase as written, and the indicator of the pack that it means."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from checker.bind.measure import last_segment
from checker.claim import Measure
from checker.quantity import Quantity
from checker.rules import Rules

_COMPARING = ("比", "较", "与", "同比", "环比", "按", "高于", "低于", "快于", "慢于")
_FROM = ("由", "从")
# what leads on to the figure that another is compared with: 产值由上年(的), 增速较(1—8月的)
_LEANING = re.compile(
    "[由从比较](?:基[期年]|[上去]年|本年|当年|年[初末底]|[上去]年[末底]|上个?[月季]度?[末底]?|上[期周旬轮批次届]|前一?[日天周旬轮]"
    "|法定|现行|原定|[0-9]{1,2}[日时])?$"
)
_SHORT = 2
_FEWEST = 2
_DATED = re.compile("[0-9][0-9年月日度末底初—至-]{0,20}")
# 多支出, 同比少收: more or less of what was done before says nothing of its own
_MORE_DONE = re.compile("(?:同比|环比)?[多少][一-鿿]{1,3}")
# 标准由每人每月, 提高到每人每月: for whom and for how long the amount is
# or for when: 降至目前的, 上涨至14时的
_APIECE = re.compile(
    "(?:每(?:[人户亩名家次件只头座间床斤吨度克股]|公斤|平方米|立方米|千瓦时))?(?:每[月年天日次季]|年|月)?"
    "|(?:(?:[0-9]{1,4}[年月日时]){1,3}|目前|现在|当前|如今|[今本当]年|[本当]月|[年月季期])[末底初份]?的?"
)
# 减利息支出, 得利息净收入: what is done with the figure is no subject
_WORKED = re.compile("(?:再|并|另|先|须|应|需)?(?:减去?|减掉|扣减|扣除|扣去|冲减|抵减|剔除|加上?|加计|计入|得到?|得出)")
# 卫生技术人员中执业医师: some of those named first; 中小, 中心 and the like begin a word of their own
_AMONG = re.compile("(?:[当之]中|里面?|中(?![小心央学等长介医期标专职国外级层])|当中)(?=[一-鿿]{2})")
_PASSAGES = ("人次", "户次", "台次", "批次", "架次", "班次", "车次", "件次", "场次")
_SEPARATORS = "、和及与以或，;: "


@dataclass(frozen=True, slots=True)
class Name:
    """What a figure is called: the noun phrase as written, the indicator it means and whom it is about ('' where the words are silent)."""

    text: str
    indicator: str = ""
    subject: str = ""


NAMELESS = Name("")
_LEADING = frozenset("由从较比和及与至到将已共各")


def name_of(undated: str, measure: Measure, rules: Rules) -> Name:
    """The noun phrase that the words before a figure, without their dates, give it; the verbs around it are no part of it. An indicator's
    own words are never taken for verbs; what stands before them is the subject."""
    name = _of_others(last_segment(undated).strip(_SEPARATORS), rules)
    if measure in ("rate", "change", "points", "multiple"):
        if name.startswith(_COMPARING) or _MORE_DONE.fullmatch(name):
            return NAMELESS
        name = _unended(_unended(name.rstrip("了约为是达近"), _moving(rules)), rules.wording["manner"])
    elif (reached := max((w for w in rules.wording["reach"] if name.startswith(w)), key=len, default="")) and _APIECE.fullmatch(
        name[len(reached) :]
    ):
        return NAMELESS
    elif name.rstrip("的").endswith(rules.wording["reach"]):
        name = _unended(name.rstrip("的"), rules.wording["reach"])
    elif name.startswith(_COMPARING) and "的" in name and not name.startswith(rules.wording["no_comparison"]):
        name = name[name.rfind("的") + 1 :]
    name = name.rstrip("的")
    if (leaning := _LEANING.search(name)) and not name[: leaning.start() + 1].endswith(rules.wording["no_comparison"]):
        name = name[: leaning.start()]
    if name.startswith(_FROM):
        name = name[1:]
    if name[:1].isdigit():
        name = _DATED.sub("", name, count=1)
    return named(name, rules)


def _of_others(name: str, rules: Rules) -> str:
    """甲、乙等丙: the name is 丙; what is listed before 等 are some of its members."""
    at = name.rfind("等")
    whole = name[at - 1 : at + 1] in rules.wording["no_others"] or name[at : at + 2] in rules.wording["no_others"]
    return name if at <= 0 or whole or len(name) - at <= _SHORT else name[at + 1 :]


def named(name: str, rules: Rules) -> Name:
    """A noun phrase with its indicator and subject."""
    verbs, words = rules.wording["achieve"], rules.wording["no_achieving"]
    start, stop, identity = rules.indicator_span(name)
    if identity and (behind := among(name, stop)):
        return named(name[behind:], rules)
    if not identity:
        bare = _bare(name, verbs, words)
        return Name(bare, rules.alone.get(bare, ""))
    subject = "" if _WORKED.fullmatch(name[:start]) else _bare(name[:start], verbs, words)
    return Name(subject + name[start:stop] + _bare(name[stop:], verbs, words), identity, subject)


def among(text: str, stop: int) -> int:
    """Where the name of some of those begins whose name ends at `stop` (卫生技术人员中执业医师); 0 if it says nothing of the sort."""
    found = _AMONG.match(text, stop)
    return found.end() if found is not None else 0


def _moving(rules: Rules) -> tuple[str, ...]:
    words = rules.wording
    return (*words["increase"], *words["decrease"], *words["rate_up"], *words["rate_down"])


@cache
def _longest_first(verbs: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(verbs, key=len, reverse=True))


def _bare(name: str, verbs: tuple[str, ...], words: tuple[str, ...]) -> str:
    """The name without leading and trailing verbs, adverbs and copulas; `words` begin, or stand alone and end, like one and are none."""
    changed = True
    while changed and name:
        changed = False
        for verb in _longest_first(verbs):
            # 约 opens 约束性 and 净 净利润: a single character leads to a name only where it can begin no word
            if name.startswith(verb) and (len(verb) > 1 or verb in _LEADING) and not name.startswith(words):
                name, changed = name[len(verb) :], True
            if name.endswith(verb) and name not in words:
                name, changed = name[: -len(verb)], True
    return name.strip(_SEPARATORS)


def _unended(name: str, endings: tuple[str, ...]) -> str:
    longest = max((len(word) for word in endings if name.endswith(word)), default=0)
    return name[: len(name) - longest]


def respective_names(lead: str, rules: Rules) -> list[Name]:
    """The names of “A、B、C分别…” in order; empty if the words list fewer than two. The last may end in what all are of (城镇、农村居民
    人均可支配收入)."""
    at = max(lead.rfind("分别"), lead.rfind("依次"))
    if at < 0:
        return []
    before = lead[:at]
    cut = max(before.rfind(mark) for mark in "，;。:")
    texts = [n for part in before[cut + 1 :].split("、") for n in part.split("和") if n]
    if len(texts) < _FEWEST:
        return []
    names = [named(text, rules) for text in texts]
    last = names[-1].text
    return [name if name.indicator else Name(name.text, completed(name.text, last, rules), name.subject) for name in names]


def completed(name: str, model: str, rules: Rules) -> str:
    """The indicator that an elliptical name means beside its model: 农村居民 after 城镇居民人均可支配收入 leaves out the common end;
    '' if none."""
    for cut in range(1, len(model)):
        identity = rules.indicator_names.get(name + model[cut:])
        if identity:
            return identity
    return ""


def in_its_noun(quantity: Quantity, name: str, rules: Rules) -> Quantity:
    """总诊疗人次235.68万, 参保户数4.2万: a bare number counts what the noun before it ends in."""
    if quantity.dimension != "number" or quantity.unit or quantity.numeral is None:
        return quantity
    counter = rules.unit(name[-3:-1] if name[-3:-1] in _PASSAGES else name[-2:-1]) if name.endswith("数") else None
    unit = counter or (rules.unit(name[-2:]) if name[-2:] in _PASSAGES else None)
    return quantity.in_unit(unit, unit.factor) if unit is not None and unit.countable else quantity
