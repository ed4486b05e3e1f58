"""Growth over several years, and growth told in multiples."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from checker.claim import Claim
from checker.interval import Interval
from checker.relate.changes.levels import level
from checker.relate.changes.partners import steps
from checker.relate.scene import Scene
from checker.relate.topic import alike, last_clause, topic_of
from checker.relation import Relation, Term, term

# 2020年比2015年
_SPAN = re.compile("([0-9]{4})年?[比较]([0-9]{4})年")
_FROM = re.compile("(?<![占同环])[比较]([0-9]{4})年[底末]?(?:净?增加?|减少?|增长|下降|扩大|提高)?[一-鿿]{0,2}$")
# 年均复合增长 is 年均增长 by its geometric name
_MANNER = ("复合", "递增", "几何")
_SINCE_YEAR = re.compile("(?:(?<![占同环之对百无相])[比较]|相比于?)([0-9]{4})年[底末度]?(?:累计|共|净)?$")
_YEARLY_STRAIGHT = re.compile("^[，、;(]?(?:其间|期间)?(?:年均|年平均|年)(?:复合)?$")
_BARE_RATE = re.compile("，(?:累计|共)?(?:增长|下降|增加|减少|提高)了?")
ONE = Interval(Decimal(1), Decimal(1))
_EACH_YEAR = re.compile("^[，、(:]?(?:其中)?(?:各年|每年|逐年|分年度?|历年)[^，；]{0,8}(?:分别|依次)")
_STATED = 0.97
_SERIES = 0.94
_PAIR = 2
_LONGEST = 30
_YEAR = 12


def of_average(scene: Scene, sentence: list[Claim], position: int) -> Iterator[Relation]:
    """年均 rates against what the sentence states over all the years at once: their rate, or the level or rate of each year."""
    rate, said = sentence[position], said_years(sentence, position)
    yield from _year_by_year(scene, sentence[position + 1 : position + 1 + _LONGEST], rate)
    before = position - (2 if said else 1)
    previous = sentence[before] if before >= 0 else None
    if previous is None:
        return
    topic = topic_of(scene, rate)
    if previous.measure == "rate" and not previous.average:
        if not topic or topic in _MANNER or alike(scene, topic, previous):
            counted = said or _years_of(sentence, before) or _since(sentence, before)
            found = None if _SPAN.search(previous.lead) else _SINCE_YEAR.search(_without_verb(scene, previous))
            if found is None or (counted := _from_the_year(scene, rate, counted, _since_year(previous, int(found[1])))):
                yield from _yearly(scene, rate, previous, counted)
    else:
        yield from _series(scene, sentence[:position], rate)


def said_years(sentence: list[Claim], position: int) -> int:
    """四年年均增长r%: the number of years right before a yearly rate; 0 where none is. 两年平均 is against the year before the last two."""
    previous = sentence[position - 1] if position else None
    if previous is None or previous.quantity.when is None or not sentence[position].lead.startswith(("年均", "年平均")):
        return 0
    count = previous.quantity.when.count
    return int(count) if previous.quantity.when.unit == "年" and count is not None and 1 < count <= _LONGEST else 0


def _years_of(sentence: list[Claim], position: int) -> int:
    """五年累计降低13.5%: the number of years told right before a rate over all of them; 0 where none is."""
    previous = sentence[position - 1] if position else None
    when = previous.quantity.when if previous is not None else None
    over_all = sentence[position].lead.lstrip("来间里内以").startswith(("累计", "共", "总共"))
    if when is None or when.unit != "年" or when.count is None or not over_all:
        return 0
    return int(when.count) if 1 < when.count <= _LONGEST and when.count == int(when.count) else 0


def _since(sentence: list[Claim], position: int) -> int:
    """2025年底5724张，比2020年底净增1864张，增长48.3%，年均增长8.2%: the years since the one that the change is measured from, or 0."""
    change, whole = sentence[position - 1] if position else None, sentence[position]
    found = _FROM.search(last_clause(change.lead)) if change is not None and change.measure == "change" else None
    if found is None or whole.period is None or not _BARE_RATE.fullmatch(whole.lead):
        return 0
    count = whole.period.last.year - int(found[1])
    return count if 1 < count <= _LONGEST else 0


def _year_by_year(scene: Scene, after: Sequence[Claim], rate: Claim) -> Iterator[Relation]:
    """2022—2024年年均增长5.2%，各年分别增长6.1%、4.3%和5.2%: the rate of every year, one right behind the other."""
    run: list[Claim] = []
    for claim in after:
        if claim.quantity.dimension != "fraction" or claim.average or run and claim.lead.strip("、和及 "):
            break
        run.append(claim)
    period = rate.period
    years_told = period.last.year - period.first.year + 1 if period is not None and not period.point else 0
    if len(run) < _PAIR or len(run) != years_told or not _EACH_YEAR.match(run[0].lead) or run[0].clause != rate.clause:
        return
    grown = ONE
    for claim in run:
        grown = grown * (ONE + claim.signed)
    words = " × ".join(factor("now", claim).text for claim in run)
    terms = [term("rate", rate), Term("now", grown, replace(run[0], sources=tuple(run)), words), Term("base", ONE, None, "1")]
    yield scene.relation("average-growth", terms, ("rate", rate.index), _SERIES, len(run))


def _from_the_year(scene: Scene, rate: Claim, said: int, since: int) -> int:
    """The years of a yearly rate behind one since a year that is told, 0 where it may be over others: 较2021年增长33.1%，近五年年均增长
    8.1%."""
    if said and since:
        return said if said == since else 0
    return said or (since if _YEARLY_STRAIGHT.match(_without_verb(scene, rate)) else 0)


def _since_year(whole: Claim, start: int) -> int:
    """2024年为a，较2022年增长31.4%，年均增长14.6%: the years since the one that the rate over all of them is measured from, or 0."""
    if whole.period is None or whole.period.months > _YEAR:
        return 0
    count = whole.period.last.year - start
    return count if 1 < count <= _LONGEST else 0


def _without_verb(scene: Scene, rate: Claim) -> str:
    words, verbs = rate.lead.rstrip("了约近率为达"), scene.rules.wording["increase"] + scene.rules.wording["decrease"]
    return words[: len(words) - max((len(verb) for verb in verbs if words.endswith(verb)), default=0)]


def _yearly(scene: Scene, rate: Claim, whole: Claim, said: int) -> Iterator[Relation]:
    """下降2.86%，年平均下降0.29%: the yearly rate against the rate over all years."""
    spans = [(int(b) - int(a), _STATED) for b, a in _SPAN.findall(whole.lead) if int(b) > int(a)] or years(scene, whole, whole)
    for count, trust in [(said, _STATED)] if said else spans:
        terms = [term("rate", rate), factor("now", whole), Term("base", ONE, None, "1")]
        yield scene.relation("average-growth", terms, ("rate", rate.index), trust, count)


def factor(role: str, rate: Claim) -> Term:
    """1 + rate, as the number by which what grew was multiplied."""
    return Term(role, ONE + rate.signed, rate, f"(1 {'−' if rate.direction < 0 else '+'} {rate.quantity.text})")


def _series(scene: Scene, before: list[Claim], rate: Claim) -> Iterator[Relation]:
    """三年分别为a、b、c，年均增长r%: from the first year to the last there are as many steps as levels less one."""
    run: list[Claim] = []
    for claim in reversed(before):
        if not level(claim) or "respectively" not in claim.cues or run and claim.quantity.dimension != run[-1].quantity.dimension:
            break
        run.append(claim)
    told = before[-len(run) - 1] if run and len(before) > len(run) else None
    if len(run) < 3 or told is None or told.measure != "length" or told.quantity.value != len(run):
        return
    terms = [term("rate", rate), term("now", run[0]), term("base", run[-1])]
    yield scene.relation("average-growth", terms, ("rate", rate.index), _STATED, len(run) - 1)


def years(scene: Scene, now: Claim, base: Claim) -> list[tuple[int, float]]:
    """Numbers of years that may lie between two levels, each with how sure it is: from their own dates, else from the lengths that the
    document speaks of, of which only a single one is sure."""
    if now.period and base.period and now.period.last.year > base.period.last.year:
        return [(now.period.last.year - base.period.last.year, _STATED)]
    return [(count, _STATED if len(scene.year_lengths) == 1 else 0.6) for count in scene.year_lengths]


def of_yearly_change(scene: Scene, sentence: list[Claim], position: int) -> Iterator[Relation]:
    """增加11万个，年均增加3.8万个: the change over the years, spread evenly."""
    change, whole = sentence[position], sentence[position - 1] if position else None
    if whole is None or whole.measure != change.measure or whole.average or not scene.same_things(whole, change):
        return
    for count, trust in years(scene, whole, whole):
        terms = [term("mean", change), term("numerator", whole), Term("denominator", Interval.exactly(count), None, f"{count}")]
        yield scene.relation("mean-per-unit", terms, ("change", change.index), min(trust, 0.93))


def of_multiple(scene: Scene, sentence: list[Claim], position: int) -> Iterator[Relation]:
    """是…的3倍 and 增长到3倍 are quotients; 增长2倍 is growth (国家统计局常用名词)."""
    multiple = sentence[position]
    question = ("multiple", multiple.index)
    grows = _grows(scene, multiple)
    previous = sentence[position - 1] if position else None
    if grows and previous is not None and previous.measure == "multiple" and last_clause(multiple.lead).startswith("即"):
        terms = [term("multiple", multiple), term("now", previous), Term("base", ONE, None, "1")]
        yield scene.relation("growth-in-multiples", terms, question, _STATED)
        return
    for step in steps(scene, sentence, position):
        if step.base is not None:
            terms = [term("multiple", multiple), term("now", step.now), term("base", step.base)]
            yield scene.relation("growth-in-multiples" if grows else "multiple-of-levels", terms, question, 0.95)


def _grows(scene: Scene, multiple: Claim) -> bool:
    verb = last_clause(multiple.lead).rstrip("了约近")
    return multiple.quantity.text[:1] != "翻" and verb.endswith(scene.rules.wording["increase"])
