"""What a figure without a name of its own speaks of: the figure before it."""

from __future__ import annotations

import re
from dataclasses import replace

from checker.bind.naming import completed
from checker.claim import Claim
from checker.rules import Rules

_JOINTS = frozenset("、和及与，；;: \"“”（）()")
_LISTED = ("、", "和", "及", "与")
_FEWEST_PARTS, _PAIR = 2, 2
_LEVELS = ("level", "mean", "share")
_COMPARED = re.compile("(?<![同环占])(?:比|较)$")
# 上半年完成a，下半年完成b: a clause with a time of its own
_OWN_TIME = re.compile("[下今本当][半年月季期]|[0-9]{1,4}[年月]|[一二三四]季度|目前|截至")


_TIME_ONLY = re.compile(
    "[，;](?:[0-9]{1,4}[—至-][0-9]{1,2}月份?|[前0-9]{2,3}个月|[上下]半年|[一二三四前]{1,2}季度|全年|当[月季年])(?:累计)?"
)


class _Antecedents:
    """The figures of one sentence that a nameless one may speak of: the last amount and percentage outside brackets, the whole of the list
    being read, and the last enumeration of several figures."""

    def __init__(self) -> None:
        self.sentence = -1
        self.amount: Claim | None = None
        self.share: Claim | None = None
        self.whole: Claim | None = None
        self.changed: Claim | None = None
        self.before: Claim | None = None
        self.parts = 0
        self.runs: list[list[Claim]] = []

    def meet(self, claim: Claim) -> None:
        """Take note of a figure, its name settled."""
        joined = set(claim.lead) <= _JOINTS and claim.lead != "" and self.before is not None
        if joined and self.before is not None and self.before.quantity.dimension == claim.quantity.dimension and self.runs:
            self.runs[-1].append(claim)
        else:
            self.runs.append([claim])
        self.before = claim
        if claim.measure not in ("level", "mean", "share") or claim.modality == "base" or "paren" in claim.cues:
            return
        if claim.quantity.dimension == "fraction":
            self.share = claim
            return
        if "part" in claim.cues:
            self.whole, self.parts = self.amount, 1
        elif claim.lead.startswith(_LISTED) and self.whole is not None:
            self.parts += 1
        else:
            self.whole, self.parts = None, 0
        self.amount = claim

    def spoken_of(self, claim: Claim) -> Claim | None:
        """What a nameless rate, change or difference speaks of. After a list of parts (其中甲1座、乙6座，较上月减少) that is the whole."""
        if claim.measure not in ("rate", "change", "points") or _of_its_own(claim):
            return None
        if claim.measure == "points":
            return self.share or self.amount
        if claim.measure == "rate" and self.changed is not None and (self.amount is None or self.changed.index > self.amount.index):
            return self.changed  # 甲余额比年初增加d(年初余额b)，同比增长r%
        listed = self.parts >= _FEWEST_PARTS and claim.lead.startswith(("，", ";"))
        return self.whole if listed and self.whole is not None and self.whole.name else self.amount


def _only_dated(before: Claim, claim: Claim) -> bool:
    """8月零售总额a，增长r%；1—8月b: behind a semicolon nothing but a time of its own says what the amount is of."""
    told = claim.measure == "level" and claim.modality == "result" and claim.quantity.dimension == before.quantity.dimension
    return told and not claim.name and not claim.indicator and _TIME_ONLY.fullmatch(claim.lead) is not None


def _of_its_own(claim: Claim) -> bool:
    """甲a；乙平稳增长，增速r%: behind a semicolon a clause of words names what the figure is of."""
    _, mark, words = claim.lead.rpartition(";")
    return bool(mark) and "，" in words.strip("，")


def inherit(claims: list[Claim], rules: Rules) -> list[Claim]:
    """Rates and changes that carry no name of their own speak of the nearest amount before them in the sentence, points of the nearest
    percentage; the k-th of several figures speaks of what the k-th of as many before it did."""
    answer: list[Claim] = []
    known = _Antecedents()
    for position, claim in enumerate(claims):
        if claim.sentence != known.sentence:
            known = _Antecedents()
            known.sentence = claim.sentence
        claim = _of_the_multiple(claim, claims[position + 1 : position + 2])
        claim = _more_apiece(answer[-2:], _rate_of_the_change(answer[-1:], claim), rules)
        if _is_base(known, claims, position, claim, rules):
            claim = replace(claim, modality="base")
        before = known.before
        if not claim.name and not claim.indicator and (other := _parallel(known, claims, position)) is not None:
            claim = _named_like(claim, other)
        elif before is not None and before.modality == "base" and not claim.name and _reached_from(before, claim):
            claim = _named_like(claim, before)
        elif known.amount is not None and known.amount.indicator and _elliptical(claim):
            claim = replace(claim, indicator=completed(claim.name, known.amount.name, rules))
        elif known.amount is not None and _only_dated(known.amount, claim):
            claim = _named_like(claim, known.amount)
        elif not claim.indicator and not claim.name and (source := known.spoken_of(claim)) is not None:
            claim = _named_like(claim, source)
        if claim.measure == "share" and not claim.subject and claim.name.startswith("占") and known.amount is not None:
            claim = replace(claim, subject=known.amount.name)
        known.meet(claim)
        if claim.measure == "change" and claims[position].name:
            known.changed = claim
        answer.append(claim)
    return answer


def _more_apiece(told: list[Claim], claim: Claim, rules: Rules) -> Claim:
    """月人均由2877元提高到2986元，月人均增加109元: how much more each one has than before, and no share of a sum that each one gets."""
    if claim.measure != "mean" or not told or told[-1].sentence != claim.sentence:
        return claim
    dimension = claim.quantity.dimension
    alike = [c for c in told if c.quantity.dimension.partition("/")[0] == dimension and c.sentence == claim.sentence]
    led_up = len(alike) == _PAIR and alike[0].modality == "base" != alike[1].modality
    words = claim.lead.rstrip("了约近 ")
    rose, fell = words.endswith(rules.wording["increase"]), words.endswith(rules.wording["decrease"])
    if not alike or not (rose or fell) or not (led_up or alike[-1].measure == "mean" and alike[-1] is told[-1]):
        return claim
    return replace(claim, measure="change", direction=1 if rose else -1, name="", indicator="", cues=claim.cues - {"each"})


def _is_base(known: _Antecedents, claims: list[Claim], position: int, claim: Claim, rules: Rules) -> bool:
    """Whether the words around make a figure what another is compared with."""
    beside, behind = claims[position - 1 : position], claims[position + 1 : position + 2]
    joined = known.before is not None and known.before.modality == "base" and _joins_compared(known.before, claim)
    joined = joined or _COMPARED.search(claim.lead) is not None and any(_joins_compared(claim, c) for c in behind)
    return joined or _behind_compared(beside, claim) or _told_before(known, claim, rules) or _then_and_now(claim, behind, rules)


def _told_before(known: _Antecedents, claim: Claim, rules: Rules) -> bool:
    """不良率1.26%，…，年初不良率1.31%: the same indicator once more, of an earlier time."""
    if claim.modality != "result" or claim.measure != "level" or not claim.indicator:
        return False
    told = _clause_words(claim).startswith(rules.wording["base"])
    own = _OWN_TIME.match(_clause_words(claim)) is not None
    if not told and not own and (before := known.before) is not None and before.clause == claim.clause and claim.lead.startswith("，"):
        # 年初不良余额为83亿元，不良率1.31%: the next clause is of that time too
        told = before.measure == "level" and _clause_words(before).startswith(rules.wording["base"])
    if not told:
        return False
    same = (c for c in (known.share, known.amount) if c is not None and c.quantity.dimension == claim.quantity.dimension)
    return any(c.indicator == claim.indicator and c.measure == claim.measure for c in same)


def _then_and_now(claim: Claim, following: list[Claim], rules: Rules) -> bool:
    """去年损失率2.3%，今年降为1.9%; 变动前占14.7%，变动后占9.9%: the earlier of two levels of one thing, each told by the words that open
    its clause or by what lies between them."""
    if claim.modality != "result" or claim.measure not in _LEVELS or not following:
        return False
    after = following[0]
    if after.measure not in _LEVELS or after.quantity.dimension != claim.quantity.dimension or after.sentence != claim.sentence:
        return False
    first, second = _clause_words(claim), _clause_words(after)
    named_anew = len(after.name) > 1 and after.name not in claim.name and claim.name not in after.name
    if first.startswith(rules.wording["base"]) and second.startswith(rules.wording["now"]):
        return not named_anew or second.rstrip("了").endswith(rules.wording["reach"])
    events = [word for word in rules.wording["before_and_after"] if word + "前" in first and word + "后" in second]
    return bool(events) and second.startswith((events[0], "本次", "此次"))


def _clause_words(claim: Claim) -> str:
    return claim.lead[max(claim.lead.rfind(mark) for mark in "，;(。") + 1 :]


def _named_like(claim: Claim, source: Claim) -> Claim:
    return replace(claim, name=source.name, indicator=source.indicator, subject=source.subject)


def _parallel(known: _Antecedents, claims: list[Claim], position: int) -> Claim | None:
    """甲、乙产值分别为a、b，分别增长c、d: the figure that stands in the same place of an enumeration as long as this one."""
    first = position
    while first and _joins(claims[first - 1], claims[first]):
        first -= 1
    last = position
    while last + 1 < len(claims) and _joins(claims[last], claims[last + 1]):
        last += 1
    length = last - first + 1
    told = "respectively" in claims[first].cues or claims[first].measure == "level"
    settled = known.runs[:-1] if position > first and known.runs else known.runs
    # 甲、乙分别为a、b，比计划多c和d
    moved = claims[first].measure in ("change", "points", "rate")
    told = told or moved and bool(settled) and len(settled[-1]) == length and "respectively" in settled[-1][0].cues
    if length < _FEWEST_PARTS or not told:
        return None
    run = next((run for run in reversed(settled) if len(run) == length and all(other.name for other in run)), None)
    return run[position - first] if run is not None else None


def _joins(one: Claim, other: Claim) -> bool:
    listed = other.lead != "" and set(other.lead) <= _JOINTS and one.sentence == other.sentence
    return listed and one.quantity.dimension == other.quantity.dimension and other.index == one.index + 1


def _rate_of_the_change(before: list[Claim], claim: Claim) -> Claim:
    """缩短9.2分钟、13.6%: a percentage joined to a change is the rate of the same change, an amount another change."""
    moved = before[0] if before and before[0].measure == "change" and before[0].sentence == claim.sentence else None
    if moved is None or claim.measure != "level" or claim.lead not in ("、", "和"):
        return claim
    if claim.quantity.dimension != "fraction":
        return replace(claim, measure="change", direction=moved.direction)  # 同比减少8起、3人
    if claim.lead != "、":
        return claim
    return replace(claim, measure="rate", direction=moved.direction) if moved.quantity.dimension != "fraction" else claim


def _of_the_multiple(claim: Claim, following: list[Claim]) -> Claim:
    """是上个五年338亿元的1.66倍: the amount is what the multiple is of."""
    if not following or following[0].measure != "multiple" or following[0].lead != "的" or claim.measure != "level":
        return claim
    clause = claim.lead[max(claim.lead.rfind(mark) for mark in "，;(") + 1 :]
    return replace(claim, modality="base") if clause.startswith(("是", "为", "相当于", "达到", "达")) else claim


def _joins_compared(base: Claim, claim: Claim) -> bool:
    """较7.5%、8.5%、10.5%的最低要求: what is listed with a figure that others are compared with is compared with as well."""
    alike = base.quantity.dimension == claim.quantity.dimension and base.index + 1 == claim.index and base.measure == claim.measure
    return alike and claim.lead in _LISTED and claim.measure in _LEVELS


def _behind_compared(before: list[Claim], claim: Claim) -> bool:
    """比2023届的5380人增加: a figure between 比 and the amount only says whose amount it is that the other is compared with."""
    told = bool(before) and before[0].sentence == claim.sentence and _COMPARED.search(before[0].lead) is not None
    return told and claim.lead == "的" and claim.measure == "level"


def _elliptical(claim: Claim) -> bool:
    return not claim.indicator and 2 <= len(claim.name) <= 8 and claim.measure in ("level", "mean")


def _reached_from(base: Claim, claim: Claim) -> bool:
    """由a增加到b: the level reached is of what the level before it was of."""
    return claim.measure in ("level", "mean", "share", "ratio") and claim.quantity.dimension == base.quantity.dimension and base.name != ""
