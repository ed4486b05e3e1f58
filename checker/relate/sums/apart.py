"""Two figures beside what they differ by: a，比B的b少d; a，低于B（b）d; a、b，两者相差d; 由a元/吨调整为b元/吨，下调d元; 新增d，由a增至b;
少记a，多记b，净少记d."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.claim import Claim
from checker.interval import Interval
from checker.relate.clause import alike, apiece, last_words, spoken
from checker.relate.scene import Scene
from checker.relate.sorts import amount, one_thing
from checker.relation import Relation, Term

_REACH = 12
_PAIR = 2
# what the words before a base say of the difference behind it
_AGAINST = re.compile("(低于|少于|不及|不足|高于|高出|超出|超过|多于|多出|超|比|较|距离?)(?!例|重)([^，、；;:。]{2,20}?)[(]?$")
_DIFFERENCE = re.compile(
    "^[)]?(?:还|要|略|仅|只|又|净)?(?:(多|高|大|长|快)(?:出|了)?|(少|低|小|短|慢)(?:了)?|(多)[一-鿿]{1,2}|(少)[一-鿿]{1,2}|尚有|还有|还差|仅差|只差|差)?(?:了|约)?$"
)
_LESS = ("低于", "少于", "不及", "不足")
_MORE = ("高于", "高出", "超出", "超过", "多于", "多出", "超")
_DISTANT = ("距", "距离")
_BETWEEN = re.compile(
    "(?:^|[二两]者|[二两][^，、；\\d]{1,4}|首尾|前后|总分|得分|最[高大多]与最[低小少][^，、；]{0,6})(?:之间)?(?:相差|的?差距|的?差额)(?:为|达|仅)?$"
)
# 新增d，总产能由a提高到b
_FROM = re.compile("，([^，、；;:()\\d]{0,12}?)[由从]$")
_ADDED = re.compile("^(?:又|再|将|拟|已|共|计划)?(?:新增|增设|增加|净增|新建|扩建|扩充|新开|增配|增投|新投放|新购)")
_TAKEN = re.compile("^(?:又|再|将|拟|已|共|计划)?(?:减少|净减|核减|撤销|撤并|退出|压减|精简|裁减|关停|拆除)")
# 甲线a公里建成通车，通车里程由b增至c
_OPENED = re.compile("(?:全线|全部|正式|顺利|均|已)?(?:建成|通车|投产|投运|开通|投用|竣工|投入)")
_UP, _DOWN = re.compile("(?:增|升|提高|扩大|扩充|达|增加)(?:至|到)$"), re.compile("(?:减|降|压|缩|减少|缩减)(?:至|到)$")
_NET = re.compile("^净([一-鿿]{2,3})$")
_PAIRS = (("多", "少"), ("增", "减"), ("入", "出"), ("买", "卖"), ("收", "支"), ("升", "降"), ("进", "退"))
_OPPOSITES = {one: other for pair in _PAIRS for one, other in (pair, pair[::-1])}
# a figure that is a difference itself
_APART = re.compile("(?:平均|均值|均为|超|低于|高于|高出|多于|少于|距|较|比|[涨跌](?![到至])|回落(?![到至])|相差)(?!重)[^，、；]{0,12}$")
# A difference that stands right behind the figure it is measured from is theirs in nearly all published texts.
_BESIDE = 0.94
# What may leave again while others come: firms, persons, projects.
_LASTING = ("净", "增设", "扩建", "扩充", "增配", "增投")
_LEAVING, _GROSS = frozenset({"家", "户", "人", "名", "项", "个"}), 0.6


def relations(scene: Scene) -> Iterator[Relation]:
    """Every difference that stands behind the two figures it lies between."""
    for sentence in scene.sentences:
        for position, gap in enumerate(sentence):
            if position < _PAIR or gap.modality == "base" or "paren" in gap.cues:
                continue
            if amount(gap) or gap.measure == "change":
                yield from _net(scene, sentence, position)
            if amount(gap):
                yield from _against(scene, sentence, position)
                yield from _between(scene, sentence, position)
                yield from _raised(scene, sentence, position)
            elif gap.measure == "change":
                yield from _repriced(scene, sentence, position)


def _against(scene: Scene, sentence: Sequence[Claim], position: int) -> Iterator[Relation]:
    """a，低于B（b）d: the base right before the difference, and the nearest figure of the kind before that."""
    gap, base = sentence[position], sentence[position - 1]
    told = gap.lead.removeprefix(base.lead.rstrip("(")) if "paren" in base.cues else gap.lead
    against, differs = _AGAINST.search(base.lead), _DIFFERENCE.match(told)
    if against is None or differs is None or not amount(base) or base.quantity.dimension != gap.quantity.dimension:
        return
    subject = next((c for c in reversed(sentence[max(0, position - _REACH) : position - 1]) if _set_against(gap, c)), None)
    greater = _greater(against.group(1), differs)
    if subject is not None and greater is not None and subject.clause == gap.clause:
        yield _relation(scene, gap, (subject, base) if greater else (base, subject))


def _set_against(gap: Claim, other: Claim) -> bool:
    apart = _APART.search(last_words(other)) is not None
    return not apart and alike(gap, other) and "paren" not in other.cues and one_thing(gap, other) and not apiece(other)


def _greater(word: str, differs: re.Match[str]) -> bool | None:
    """Whether the figure that is compared is the greater one; None if the words do not say."""
    more, less = differs.group(1) or differs.group(3), differs.group(2) or differs.group(4)
    if more or less:
        return bool(more)
    if word in _LESS:
        return False
    if word in _MORE:
        return True
    return False if word in _DISTANT else None


def _between(scene: Scene, sentence: Sequence[Claim], position: int) -> Iterator[Relation]:
    """最多a，最少b，两者相差d: the only two figures of the kind before it."""
    gap = sentence[position]
    if _BETWEEN.search(spoken(sentence, position)) is None:
        return
    pair = [c for c in sentence[max(0, position - _REACH) : position] if _set_against(gap, c) and "平均" not in last_words(c)]
    if len(pair) == _PAIR:
        yield _relation(scene, gap, sorted(pair, key=lambda c: -c.quantity.value))


def _net(scene: Scene, sentence: Sequence[Claim], position: int) -> Iterator[Relation]:
    """少记a，多记b，净少记d: the only two figures of the kind before it in its clause, called by its verb and by what says the contrary."""
    gap = sentence[position]
    found = _NET.match(last_words(gap))
    pair = [c for c in sentence[:position] if c.quantity.dimension == gap.quantity.dimension and c.clause == gap.clause]
    if found is None or len(pair) != _PAIR or not all((amount(c) or c.measure == "change") and c.modality != "base" for c in pair):
        return
    verb = found.group(1)
    contrary = {verb[:at] + _OPPOSITES[sign] + verb[at + 1 :] for at, sign in enumerate(verb) if sign in _OPPOSITES}
    mine = [last_words(c).startswith(verb) for c in pair]
    theirs = [any(last_words(c).startswith(other) for other in contrary) for c in pair]
    if mine in ([True, False], [False, True]) and theirs == mine[::-1]:
        yield _relation(scene, gap, pair if mine[0] else pair[::-1])


def _raised(scene: Scene, sentence: Sequence[Claim], position: int) -> Iterator[Relation]:
    """新增产能d，总产能由a提高到b: what was added or taken away stands before the levels that it lies between."""
    now, base, gap = sentence[position], sentence[position - 1], sentence[position - 2]
    if base.modality != "base" or not amount(base) or not alike(gap, gap) or "paren" in (*base.cues, *gap.cues):
        return
    if len({c.quantity.dimension for c in (now, base, gap)}) > 1 or len({c.clause for c in (now, base, gap)}) > 1:
        return
    led, rise, fall = _FROM.search(base.lead), _added(gap), _TAKEN.search(last_words(gap))
    if led is None or not _UP.search(now.lead) and not _DOWN.search(now.lead):
        return
    if position > _PAIR and sentence[position - 3].modality == "base":
        return  # 企业由a增加到b，商户由c增加到d: a level reached
    subject, said = led.group(1), last_words(gap) + gap.tail[:8]
    shared = any(subject[at : at + 2] in said for at in range(len(subject) - 1))
    if (rise and _UP.search(now.lead) or fall and _DOWN.search(now.lead)) and (shared or subject.startswith("总")):
        # 新增企业120家，总数由800家增至890家: some have left
        lasting = last_words(gap).startswith(_LASTING) or gap.quantity.unit not in _LEAVING
        yield _relation(scene, gap, (now, base) if rise else (base, now), trust=_BESIDE if lasting else _GROSS)


def _added(gap: Claim) -> bool:
    return _ADDED.search(last_words(gap)) is not None or _OPENED.match(gap.tail) is not None and "等" not in gap.lead


def _repriced(scene: Scene, sentence: Sequence[Claim], position: int) -> Iterator[Relation]:
    """价格由a元/吨调整为b元/吨，下调d元: the difference leaves out of what each it is."""
    gap, now, base = sentence[position], sentence[position - 1], sentence[position - 2]
    rate = base.quantity.dimension
    priced = rate == now.quantity.dimension and rate.startswith(gap.quantity.dimension + "/") and base.modality == "base"
    # what 元/吨 is in base units says nothing of 万元/吨
    plain = not any(scale in c.quantity.text for scale in "万亿" for c in (base, now))
    if priced and plain and now.clause == gap.clause and len(last_words(gap)) <= len("累计下调了"):
        pair = (base, now) if gap.direction < 0 else (now, base)
        yield _relation(scene, gap, pair, gap.quantity.interval.scaled(base.quantity.factor))


def _relation(scene: Scene, gap: Claim, pair: Sequence[Claim], stated: Interval | None = None, trust: float = _BESIDE) -> Relation:
    greater, lesser = pair
    terms = [Term("gap", stated or gap.quantity.interval, gap), Term("greater", greater.quantity.interval, greater)]
    return scene.relation("difference-in-words", [*terms, Term("lesser", lesser.quantity.interval, lesser)], ("apart", gap.index), trust)
