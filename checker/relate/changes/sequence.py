"""Months, quarters or years told one after the other, and what the sentence goes on to say of one of them or of several: 一至四季度依次为
a、b、c、d，上半年合计e，四季度环比增长r%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from checker.claim import Claim
from checker.relate.changes.levels import level
from checker.relate.scene import Scene
from checker.relate.topic import alike, bare, last_clause, topic_of
from checker.relation import Relation, term

_NUMBER = {"一": 1, "二": 2, "三": 3, "四": 4}
_ONE = r"(?:[一二三四]|[0-9]{1,2})"
_SPAN = re.compile(rf"({_ONE})(?:月|季度)?[至到—~-]第?({_ONE})(月|季度)")
_LIST = re.compile(rf"{_ONE}(?:月份?|季度)?(?:[、和及]第?{_ONE}(?:月份?|季度)?){{1,11}}(?<=[月份度])")
_YEARS = re.compile("(?<![0-9])([0-9]{4})年?[至到—~-]([0-9]{4})年(?![0-9])")
_YEAR_LIST = re.compile("(?<![0-9])[0-9]{4}年?(?:[、和及][0-9]{4}年?){1,9}(?<=年)(?![0-9])")
# 四个季度分别为, 分季度看，收入依次为: all there are of a year
_ALL = re.compile("(?:四个|[分按各])(?P<quarters>季度)|(?:十二个|12个|[分按各])(?P<months>月)(?!末|初|底)")
_EACH = re.compile("分别|依次|逐[月季年]|各[月季年]")
_NAMED = re.compile(rf"(?<![0-9前])({_ONE})(月|季度)|(?<![0-9])([0-9]{{4}})(年)(?![0-9前间来以])")
_BY_NAME = re.compile(rf"[比较][^，]{{0,2}}(?:{_ONE}(?:月|季度)|[0-9]{{4}}年)")
_SAME = re.compile("同比|[上去]年")
# 可比口径, 扣除价格因素: no quotient of the levels told
_OTHERWISE = re.compile("可比|同口径|剔除|扣除|实际增|不变价|调整后")
_UP_TO = {"上半年": 6, "前三季度": 9, "全年": 12}
# years whose own numbers the words leave out: 三年分别为a、b、c
_SOME_YEARS = "几年"
_QUARTERS, _MONTHS = range(1, 5), range(1, 13)
_SURE, _SUM = 0.97, 0.97
_MOST = 12


@dataclass(frozen=True, slots=True)
class _Run:
    """`parts` by the number of their month, quarter or year, the unit of which is `unit`; `last` is the position behind them in the
    sentence."""

    parts: Mapping[int, Claim]
    unit: str
    last: int


def relations(scene: Scene) -> Iterator[Relation]:
    """Each sentence's runs of months, quarters or years against the rates, changes and sums told behind them in it."""
    for sentence in scene.sentences:
        for position, claim in enumerate(sentence):
            if level(claim) and _EACH.search(claim.lead) and (run := _run(sentence, position)) is not None:
                for before, after in pairwise(sentence[run.last - 1 : run.last + _MOST]):
                    yield from _moved(scene, run, after)
                    yield from _a_year_before(scene, run, before, after)
                    yield from _summed(scene, run, after)


def _run(sentence: Sequence[Claim], position: int) -> _Run | None:
    """The figures from here on that nothing but 、 and 和 joins, if the words before them name as many months, quarters or years."""
    end = position + 1
    while end < len(sentence) and level(sentence[end]) and not sentence[end].lead.strip("、和及 "):
        end += 1
    members = sentence[position:end]
    named = _periods(last_clause(members[0].lead) or members[0].lead) or _all_of_them(members) or _of_years(sentence, position, members)
    if named is None or len(named[0]) != len(members) or len(members) < 2 or len({c.quantity.dimension for c in members}) > 1:
        return None
    return _Run(dict(zip(named[0], members, strict=True)), named[1], end)


def _periods(words: str) -> tuple[Sequence[int], str] | None:
    for pattern, unit in ((_SPAN, ""), (_YEARS, "年")):
        span = pattern.search(words)
        if span is not None:
            first, last = _number(span[1]), _number(span[2])
            return (range(first, last + 1), unit or span[3]) if first < last < first + _MOST else None
    listed, years = _LIST.search(words), _YEAR_LIST.search(words)
    if years is not None:
        return [int(each) for each in re.findall("[0-9]{4}", years[0])], "年"
    if listed is None:
        return None
    return [_number(each) for each in re.findall(_ONE, listed[0])], "季度" if listed[0].endswith("季度") else "月"


def _all_of_them(members: Sequence[Claim]) -> tuple[Sequence[int], str] | None:
    """四个季度分别为a、b、c、d: as many as a year has."""
    found = _ALL.search(members[0].lead)
    whole = (_QUARTERS, "季度") if found is not None and found["quarters"] else (_MONTHS, "月")
    return whole if found is not None and len(whole[0]) == len(members) else None


def _of_years(sentence: Sequence[Claim], position: int, members: Sequence[Claim]) -> tuple[Sequence[int], str] | None:
    """三年分别为a、b、c: as many as the years right before them, which the words do not number."""
    when = sentence[position - 1].quantity.when if position else None
    if when is None or when.form != "length" or when.unit != "年" or when.count != len(members) or set("，、") & set(members[0].lead):
        return None  # 三年分别投向甲、乙、丙县a、b、c
    return range(len(members)), _SOME_YEARS


def _number(text: str) -> int:
    return _NUMBER.get(text) or int(text)


def _moved(scene: Scene, run: _Run, moved: Claim) -> Iterator[Relation]:
    """三季度环比增长r%, 6月比5月多d, 2025年比2023年增长r%: from the one before, or from the one that the words name."""
    clause = last_clause(moved.lead)
    if moved.measure not in ("rate", "change") or moved.average or _OTHERWISE.search(moved.lead):
        return
    if clause.startswith("环比"):
        clause = moved.lead  # 9月为年内最高，环比增长r%
    pair = _two_of(run, clause)
    if pair is None or pair[0] == pair[1] or _of_another(scene, run, moved, clause):
        return
    now, base = run.parts.get(pair[0]), run.parts.get(pair[1])
    if now is None or base is None:
        return
    if moved.measure == "rate":
        terms = [term("rate", moved), term("now", now), term("base", base)]
        yield scene.relation("growth-from-levels", terms, ("rate", moved.index), _SURE)
    elif scene.same_things(moved, now):
        terms = [term("change", moved), term("now", now), term("base", base)]
        yield scene.relation("change-of-levels", terms, ("change", moved.index), _SURE)


def _of_another(scene: Scene, run: _Run, moved: Claim, clause: str) -> bool:
    """2024年货运量比2022年增长, 2024年比2022年货运量增长: whether the words name something that the run is not of."""
    first = next(iter(run.parts.values()))
    verbs = scene.rules.wording["increase"] + scene.rules.wording["decrease"]
    words = clause.rstrip("了约近为达")
    verb = max((verb for verb in verbs if words.endswith(verb)), key=len, default="")
    behind = bare(scene, _NAMED.split(words.removesuffix(verb))[-1])
    topics = [topic for topic in (topic_of(scene, moved), behind) if topic]
    return bool(first.name) and not all(alike(scene, topic, first) for topic in topics)


def _two_of(run: _Run, clause: str) -> tuple[int, int] | None:
    """The numbers of the one reached and of the one compared with, as the clause names them."""
    told = [(number or year, unit or yearly) for number, unit, year, yearly in _NAMED.findall(clause)]
    named = [_number(number) for number, unit in told if unit == run.unit[-1:] or unit == run.unit]
    if len(told) - len(named) > 1 or len(named) > 1 and len(told) > len(named) or _SAME.search(clause):
        return None  # 2025年6月比2024年6月
    if "环比" in clause and len(named) == 1:
        return named[0], named[0] - 1
    if len(named) != 2 or not _BY_NAME.search(clause):
        return None
    if run.unit == _SOME_YEARS:
        first, last = min(run.parts), max(run.parts)
        return (last, first) if named[0] - named[1] == last - first else None
    return named[0], named[1]


def _a_year_before(scene: Scene, run: _Run, base: Claim, rate: Claim) -> Iterator[Relation]:
    """较去年三季度的b同比增长r%: of the one of the same number a year later."""
    named = _NAMED.findall(last_clause(base.lead)) if base.modality == "base" and _SAME.search(base.lead) else []
    now = run.parts.get(_number(named[0][0])) if len(named) == 1 and named[0][1] == run.unit else None
    if now is not None and rate.measure == "rate" and not rate.average and scene.same_things(now, base):
        terms = [term("rate", rate), term("now", now), term("base", base)]
        yield scene.relation("growth-from-levels", terms, ("rate", rate.index), _SURE)


def _summed(scene: Scene, run: _Run, whole: Claim) -> Iterator[Relation]:
    """上半年合计e: all those that lie in it, where all are told."""
    clause = last_clause(whole.lead)
    told = next((months for words, months in _UP_TO.items() if clause.lstrip("，").startswith(words)), 0)
    count = told // (3 if run.unit == "季度" else 1)
    if not told or not level(whole) or whole.modality != "result" or not {"total"} & whole.cues:
        return
    parts = [run.parts[number] for number in range(1, count + 1) if number in run.parts]
    if len(parts) == count and scene.same_things(whole, parts[0]):
        terms = [term("whole", whole), *(term("part", part) for part in parts)]
        yield scene.relation("parts-of-whole", terms, ("sequence", whole.index), _SUM)
