"""Wording that ties a rate or a change to the levels before and after it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from checker.claim import Claim
from checker.interval import Interval
from checker.relate.changes import compound, more_than_then, named_base
from checker.relate.changes import real as real_growth
from checker.relate.changes.in_brackets import told_behind
from checker.relate.changes.levels import a_mark, level
from checker.relate.changes.partners import MOST, Step, steps
from checker.relate.changes.points import as_percent, of_points
from checker.relate.clause import last_words
from checker.relate.scene import Scene
from checker.relate.sorts import at_constant_prices
from checker.relate.topic import alike, topic_of
from checker.relation import Relation, Term, term

_PAIR = 2
# 较前三年平均水平: a level of its own, behind the number of years
_OF_MEANS = ("平均水平", "平均值", "均值", "的平均", "同期平均")
_SURE, _FROM_BASE = 0.95, 0.93


def relations(scene: Scene) -> Iterator[Relation]:
    """Growth, change, points and multiples as the words state them, sentence by sentence."""
    for sentence in scene.sentences:
        yield from _runs(scene, sentence)
        for position, claim in enumerate(sentence):
            if claim.measure == "points":
                yield from of_points(scene, sentence, position)
            elif claim.measure == "rate":
                yield from real_growth.relations(scene, sentence, position)
            elif claim.measure == "multiple":
                yield from compound.of_multiple(scene, sentence, position)


def _runs(scene: Scene, sentence: list[Claim]) -> Iterator[Relation]:
    """Rates and changes one by one, or several at once where 分别 or an enumeration joins them."""
    position = 0
    while position < len(sentence):
        measure = sentence[position].measure
        end = position + 1
        while end < len(sentence) and sentence[end].measure == measure and not sentence[end].lead.strip("、和及与 "):
            end += 1
        if measure in ("rate", "change") and end - position > 1:
            yield from _respective(scene, sentence[:position], sentence[position:end], sentence[end : end + MOST])
        elif measure == "rate":
            yield from _rate(scene, sentence, position)
        elif measure == "change":
            yield from _change(scene, sentence, position)
        position = end


def _respective(scene: Scene, before: list[Claim], run: list[Claim], after: list[Claim]) -> Iterator[Relation]:
    """n levels before, n levels now, n changes, n rates: “比上年的25起、8人分别下降12.0%和25.0%”; those before may follow in a bracket."""
    count = len(run)
    if run[0].lead.startswith(_OF_MEANS):
        return  # 上年为254件、286人，分别较前三年平均水平增长
    earlier = [c for c in before if level(c) and "paren" not in c.cues]
    changes = [c for c in before[-count:] if c.measure == "change"]
    bases = [c for c in earlier if c.modality == "base"]
    if bases and len(bases) < count and len(earlier) >= 2 * count:
        # only the first of an enumeration carries 比上年的
        first = earlier.index(bases[-1])
        joined = next((at for at, c in enumerate(earlier[first + 1 :], first + 1) if not c.lead.startswith("、")), len(earlier))
        if joined - first > count:
            yield from _some_of(scene, run, earlier[:first], earlier[first:joined])
            return
        bases = earlier[first : first + count]
    nows = [c for c in earlier if c not in bases][-count:]
    if len(nows) < count:
        return
    if not bases:
        bases = told_behind(scene, after, count)
    if len(bases) >= count:
        for moved, now, base in zip(run, nows, bases[-count:], strict=True):
            if scene.same_things(now, base):
                yield from between(scene, moved, Step(now, base, None, 0.98))
    elif run[0].measure == "rate" and len(changes) == count:
        for rate, now, change in zip(run, nows, changes, strict=True):
            if scene.same_things(now, change):
                yield from _by_change(scene, rate, Step(now, None, change, _SURE))


def _some_of(scene: Scene, run: list[Claim], nows: list[Claim], bases: list[Claim]) -> Iterator[Relation]:
    """87起、52人、61人，与上年的102起、58人、61人相比，起数、死亡人数分别下降x和y: fewer rates than pairs of levels, each with its name."""
    nows = nows[-len(bases) :]
    if len(nows) != len(bases):
        return
    told = [pair for pair in zip(nows, bases, strict=True) if scene.same_things(*pair)]
    for moved in run:
        pairs = [pair for pair in told if _called(moved.name, pair[0])]
        if len(pairs) == 1:
            yield from between(scene, moved, Step(*pairs[0], None, 0.95))


def _called(name: str, now: Claim) -> bool:
    unit = now.quantity.unit
    return name == f"{unit}数" or len(now.name) > 1 and bool(name) and (now.name in name or name in now.name)


def between(scene: Scene, moved: Claim, step: Step) -> Iterator[Relation]:
    """A rate or a change against the level reached and the one before it."""
    if moved.measure == "rate":
        yield from _grown(scene, moved, step)
    elif step.base is not None:
        terms = [_moved(moved, step.base), _counted("now", step.now), _counted("base", step.base)]
        yield scene.relation("change-of-levels", terms, ("change", moved.index), min(step.trust, 0.97))


def _moved(change: Claim, base: Claim) -> Term:
    """同比减亏d after a loss that is written below zero: the loss shrinks, the result rises."""
    if change.lead.endswith("亏") and base.signed.high < 0:
        return Term("change", -change.signed, change)
    if _without_its_divisor(change, base):
        return Term("change", change.signed.scaled(base.quantity.factor / change.quantity.factor), change)
    return _counted("change", change)


def _without_its_divisor(change: Claim, base: Claim) -> bool:
    """比上年的3361元/人增加291元: a change told without what the level is for each of."""
    return bool(change.quantity.unit) and base.quantity.unit.startswith(change.quantity.unit + "/")


def _counted(role: str, claim: Claim) -> Term:
    """A figure in its role; whole days, weeks and months (由20天缩短至8天) are counted one by one."""
    quantity = claim.quantity
    whole = quantity.when is not None and quantity.value == quantity.value.to_integral_value() and not quantity.hedge
    return Term(role, Interval.exactly(quantity.value * claim.direction), claim) if whole and quantity.step == 1 else term(role, claim)


def _rate(scene: Scene, sentence: list[Claim], position: int) -> Iterator[Relation]:
    rate = sentence[position]
    if a_mark(rate):
        return  # 高出10.5%的监管底线3.18个百分点
    yield from as_percent(scene, sentence, position)
    if rate.average:
        yield from compound.of_average(scene, sentence, position)
    yield from _from_base(scene, sentence, position)
    yield from named_base.relations(scene, sentence, position)
    for step in steps(scene, sentence, position):
        if step.base is not None:
            yield from _grown(scene, rate, step)
        elif "环比" in rate.lead and not _comparable(rate, step.now):
            yield from _from_period_before(scene, sentence, rate, step.now)
        yield from _by_change(scene, rate, step)


def _from_base(scene: Scene, sentence: list[Claim], position: int) -> Iterator[Relation]:
    """上年预算数为b，比上年增加d，增长r%: the level reached is nowhere, and the change is a share of the one before."""
    rate, told = sentence[position], sentence[max(0, position - 2) : position]
    if position != _PAIR or len(told) < _PAIR or rate.average or _comparable(rate):
        return
    base, change = told
    fits = level(base) and base.modality == "base" and change.measure == "change" and scene.same_things(base, change)
    topic = topic_of(scene, rate) or topic_of(scene, change)
    if fits and change.direction == rate.direction and (not topic or alike(scene, topic, base)):
        words = f"({base.quantity.text} {'−' if change.direction < 0 else '+'} {change.quantity.text})"
        now = Term("now", base.signed + change.signed, replace(change, sources=(base, change)), words)
        yield scene.relation("growth-from-levels", [term("rate", rate), now, term("base", base)], ("rate", rate.index), _FROM_BASE)


def _by_change(scene: Scene, rate: Claim, step: Step) -> Iterator[Relation]:
    """增加d，增长r%: the level before is the level now less the change."""
    if step.change is None or rate.average or _comparable(rate, step.now) or at_constant_prices(scene.rules, step.now):
        return
    if last_words(step.change).rstrip("了约达").endswith(scene.rules.wording["off_plan"]):
        return  # 下降15.8%，短收3亿元
    if step.change.quantity.hedge and step.now.quantity.hedge:
        return  # 超过4800亿元，多增300余亿元: what is told so roughly makes no rate
    terms = [term("rate", rate), term("change", step.change), term("now", step.now)]
    yield scene.relation("growth-from-change", terms, ("rate", rate.index), min(step.trust, _SURE))


def _change(scene: Scene, sentence: list[Claim], position: int) -> Iterator[Relation]:
    change = sentence[position]
    if a_mark(change):
        return
    if change.average:
        yield from compound.of_yearly_change(scene, sentence, position)
        return
    yield from more_than_then.relations(scene, sentence, position)
    if change.quantity.hedge in ("above", "below") and not change.lead.strip("，;、"):
        return  # 缩短0.53天，低于8天的目标值; 偏高1.8℃;35℃及以上高温日: a mark, and no verb says that anything moved by it
    for step in steps(scene, sentence, position):
        if step.base is not None and (scene.same_things(change, step.base) or _without_its_divisor(change, step.base)):
            yield from between(scene, change, step)


def _from_period_before(scene: Scene, sentence: list[Claim], rate: Claim, now: Claim) -> Iterator[Relation]:
    """环比: the level of the period just before, if the sentence states it; a rate that names its month is of that month's level."""
    if rate.dated is not None and rate.dated.start >= now.quantity.end and rate.period != now.period:
        return
    for other in sentence:
        same = other.measure == now.measure and other.quantity.dimension == now.quantity.dimension
        if same and other.index < now.index and _adjoins(other, now):
            terms = [term("rate", rate), term("now", now), term("base", other)]
            yield scene.relation("growth-from-levels", terms, ("rate", rate.index), _SURE)


def _adjoins(before: Claim, after: Claim) -> bool:
    """Whether one period ends the day before the other begins, both of one length in months."""
    if before.period is None or after.period is None or "part" in before.cues:
        return False
    return before.period.last + timedelta(days=1) == after.period.first and before.period.months == after.period.months


def _comparable(*claims: Claim) -> bool:
    return any("comparable" in claim.cues for claim in claims)


def _grown(scene: Scene, rate: Claim, step: Step) -> Iterator[Relation]:
    now, base = step.now, step.base
    if base is None:
        return
    terms = [term("rate", rate), _counted("now", now), _counted("base", base)]
    question = ("rate", rate.index)
    real = any(at_constant_prices(scene.rules, level) for level in (now, base))
    abstain = "real" if real else "comparable" if _comparable(rate, now) else ""
    if abstain:
        yield scene.relation("growth-from-levels", terms, question, 0.0, abstain=abstain)
    elif rate.average:
        for years, trust in compound.years(scene, now, base):
            yield scene.relation("average-growth", terms, question, trust, years)
    else:
        fractions = now.quantity.dimension == "fraction"
        if fractions and rate.index > max(now.index, base.index) + 1:
            return  # 比重由a%升至b%；票据贴现压降c，降幅d%: what stands between has moved
        yield scene.relation("percent-for-points" if fractions else "growth-from-levels", terms, question, step.trust)
