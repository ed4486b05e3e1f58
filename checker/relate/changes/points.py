"""Wording that ties percentage points to the two percentages they lie between, and per cent written where points are meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.claim import POINT, Claim
from checker.relate.changes import each_behind, of_ratios, outpacing, schedule, set_rates, the_other, two_moments, yearly_points
from checker.relate.changes.outpacing import FASTER, difference, is_growth
from checker.relate.changes.rate_names import core
from checker.relate.changes.set_against import set_beside
from checker.relate.changes.starts import of_the_next
from checker.relate.changes.that_time import told_of_it
from checker.relate.scene import Scene
from checker.relate.topic import alike, compared_with, last_clause, led_on, of_the_past, topic_of
from checker.relation import Relation, term

# a difference of one digit agrees with too much
_TELLING = 2
_AT_HAND = 12
_FAR = 160
_RATE_NAME = 3
_SHORT = 4
_ALONG = 0.93
_SHORT_OF = re.compile("^(?:但|仍|还)?[距离与]")
_DISTANCE = ("的差距", "的距离", "差距")
_CALLED, _MOVED = re.compile("([一-鿿]{2,12})(?:约|仅)?[为达是]$"), re.compile("[增升降差涨跌扩收回提落减幅距]|拉动|贡献|变[动化]")
_SHARES = ("比重", "占比")


def of_points(scene: Scene, sentence: list[Claim], position: int) -> Iterator[Relation]:
    """提高2.3个百分点 is the percentage now less the one before; without a base in words any two percentages at hand may be meant."""
    points = sentence[position]
    if points.average:
        yield from yearly_points.relations(scene, sentence, position)
        return
    several = _one_of_several(sentence, position)
    other = several or outpacing.names_other(points) or _named_otherwise(points)
    now, base = (None, None) if other else _now_and_base(scene, sentence, position)
    question = ("points", points.index)
    if now is not None and base is not None:
        yield _either_way(scene, points, now, base)
        return
    named = (set_rates, schedule, outpacing, each_behind, the_other, two_moments)
    compared = [relation for source in named for relation in source.relations(scene, sentence, position)]
    compared += _along_series(scene, sentence, position)
    yield from compared
    if compared or outpacing.elsewhere(points) or _leads_to_its_level(sentence, position):
        return
    yield from of_ratios.relations(scene, points, question)
    near = [c for c in scene.before(points, 8) if c.quantity.dimension == "fraction" and c.measure in ("rate", "share", "level")]
    for first in near[:3]:
        for second in near:
            if second is not first:
                terms = [term("points", points), term("now", first), term("base", second)]
                yield scene.relation("points-of-rates", terms, question, 0.3)


def _named_otherwise(points: Claim) -> bool:
    """净效应为8.2个百分点: whether the points are of something that has a name of its own and is no movement of the rate before."""
    found = _CALLED.search(last_clause(points.lead))
    return found is not None and _MOVED.search(found[1]) is None


def _either_way(scene: Scene, points: Claim, now: Claim, base: Claim) -> Relation:
    """优化1.2个百分点 tells by how much, and that it is for the better: which way that is the thing itself decides."""
    if not last_clause(points.lead).rstrip("了约").endswith(scene.rules.wording["bettered"]):
        return difference(scene, points, now, base, 0.97)
    less, more = sorted((now, base), key=lambda c: c.quantity.value)
    return difference(scene, points, more, less, 0.97)


def _one_of_several(sentence: list[Claim], position: int) -> bool:
    """比一季度的a、上半年的b分别高p个和q个百分点: each of several points is from a base of its own, to a percentage told elsewhere."""
    run = position
    while run and sentence[run].measure == "points" and not sentence[run].lead.strip("、和及与 "):
        run -= 1
    several = "respectively" in sentence[run].cues and sentence[run].measure == "points"
    after = position + 1
    while after < len(sentence) and sentence[after].measure == "points":
        after += 1
    behind = sentence[after : after + 1]
    listed = bool(behind) and ("respectively" in behind[0].cues or any(c.lead in ("、", "和") for c in sentence[after + 1 : after + 2]))
    if several and after - run > 1 and behind and behind[0].modality == "base" and listed:
        return True  # 分别提高p和q个百分点，上年分别为c和d
    bases = sentence[max(0, run - 2) : run]
    return several and any(c.modality == "base" for c in bases) and all(c.quantity.dimension == "fraction" for c in bases)


def _now_and_base(scene: Scene, sentence: list[Claim], position: int) -> tuple[Claim | None, Claim | None]:
    """The percentage now and the one before, as the sentence states them; the base may also follow (上年为61.1%), and the percentage now
    stand in a sentence before."""
    points = sentence[position]
    near = [c for c in reversed(sentence[max(0, position - 4) : position]) if c.quantity.dimension == "fraction"]
    after = [c for c in sentence[position + 1 : position + 3] if c.quantity.dimension == "fraction"]
    told = [c for c in after[:1] if "paren" in c.cues and (of_the_past(scene, c) or compared_with(scene, c, points))]
    past = [c for c in after[:1] if (c.modality == "base" or c in told) and not of_the_next(sentence, c)]
    # behind a semicolon another percentage moves
    own = [c for c in near if c.clause == points.clause or c.index == points.index - 1]
    if own and _SHORT_OF.search(last_clause(own[0].lead)) and ("差" in points.lead or points.tail.startswith(_DISTANCE)):
        return None, None  # 距目标值85%尚差2.4个百分点: what is short of it is told farther off
    own = [c for c in own if not _used_up(sentence, c, position)] if not _of_a_part(points, own) else []
    base = next((c for c in (*own, *past) if c.modality == "base" or _bracketed_past(scene, c)), past[0] if past else None)
    if base is None and own and (timed := _timed(scene, points, own, after)) is not None:
        return own[0], timed
    if near and (set_beside(points, near[0]) or base is None and last_clause(near[0].lead).endswith(FASTER) and points.lead[:1] == "的"):
        base = near[0]  # 高出10.5%的监管标准3.09个百分点
    if base is None:
        return None, None
    growing = is_growth(base, points)
    nows = [c for c in near if c.modality != "base" and c is not base and ((c.measure == "rate") == growing or _then(base, c, points))]
    # behind a semicolon another thing is told of, unless it bears the same name
    nows = [c for c in nows if (c.clause == base.clause or c.name == base.name) and not _opposite(c, base, points)]
    topic = core(scene, topic_of(scene, base)) if base.index < points.index else ""
    nows = [c for c in nows if not topic or not c.name or alike(scene, topic, c) or led_on(base, c)]
    if not nows and base in past and (said := topic_of(scene, points)):
        nows = [c for c in near if c is not base and c.modality != "base" and alike(scene, said, c)]
    if not nows and base is sentence[position - 1] and after and _reached(after[0]):
        return after[0], base
    return nows[0] if nows else _named_before(scene, base), base


def _of_a_part(points: Claim, own: list[Claim]) -> bool:
    """净息差1.78%，比上年的1.93%收窄15个基点，其中资产收益率下行32个基点: whether the points are of a part by a name of its own."""
    return "part" in points.cues and bool(points.name) and not any(points.name in c.name or c.name in points.name for c in own if c.name)


def _used_up(sentence: list[Claim], base: Claim, position: int) -> bool:
    """利率3.46%，上年同月为3.84%，下降38个基点，普惠利率3.92%，下降41个基点: whether points were told of a base, and another percentage by
    name since."""
    between = sentence[base.index - sentence[0].index + 1 : position] if base.modality == "base" else []
    told = next((at for at, c in enumerate(between) if c.measure == "points"), len(between))
    return any(c.quantity.dimension == "fraction" and c.modality != "base" and len(c.name) > 1 for c in between[told:])


def _timed(scene: Scene, points: Claim, own: list[Claim], after: list[Claim]) -> Claim | None:
    """The percentage before or behind that is told of the time the points are measured from."""
    near = (c for c in (*after[:1], *own[1:2]) if "paren" not in c.cues and c.modality == "result")
    return next((c for c in near if told_of_it(scene, points, c, own[0])), None)


def _then(base: Claim, now: Claim, points: Claim) -> bool:
    """增速由a提高到b，提高p个百分点: whether the points stand right behind a percentage that another led to."""
    return led_on(base, now) and points.index == now.index + 1 and "拉动" not in points.lead


def _bracketed_past(scene: Scene, claim: Claim) -> bool:
    """比上年(22个，占84.6%)提高: a percentage in a bracket that begins with what is compared with."""
    before = next(scene.before(claim, 1), None)
    opened = before is not None and "paren" in before.cues and before.modality == "base" and before.sentence == claim.sentence
    return opened and "paren" in claim.cues and ")" not in claim.lead


def _reached(claim: Claim) -> bool:
    """较上季末的1.52%下降0.06个百分点，回落至1.46%: the percentage that the next clause says has been reached."""
    clause = last_clause(claim.lead)
    return claim.modality == "result" and len(clause) <= _SHORT and clause.endswith(("至", "到", "为")) and claim.measure != "rate"


def _along_series(scene: Scene, sentence: list[Claim], position: int) -> Iterator[Relation]:
    """三个月利率分别为4.13%、4.02%和3.95%，累计下行18个基点: from the first of a run of percentages to its last."""
    points = sentence[position]
    run: list[Claim] = []
    for claim in reversed(sentence[:position]):
        if claim.measure == "length" and not run:
            continue
        if claim.quantity.dimension != "fraction" or "respectively" not in claim.cues:
            break
        run.append(claim)
    if len(run) > 2 and "累计" in last_clause(points.lead):
        yield difference(scene, points, run[0], run[-1], _ALONG)


def _leads_to_its_level(sentence: list[Claim], position: int) -> bool:
    """跌2.8个基点报2.951%: the percentage now stands behind, what it was before nowhere."""
    following = sentence[position + 1 : position + 2]
    return bool(following) and following[0].quantity.dimension == "fraction" and following[0].lead in ("报", "至", "到", "收于", "收报")


def _opposite(now: Claim, *others: Claim) -> bool:
    """Whether the percentage is of what the others are not of: 不合格率 beside 合格率."""
    bare = next((now.name[1:] for mark in "不未非" if now.name.startswith(mark)), "")
    return len(bare) > 1 and any(bare in last_clause(c.lead) and now.name not in last_clause(c.lead) for c in others)


def _named_before(scene: Scene, base: Claim) -> Claim | None:
    """The same percentage as stated before: 资产负债率59.2%。… 资产负债率比年初的58.3%上升0.9个百分点."""
    if not base.name:
        return None
    near = scene.before(base, 40)
    if base.indicator and not base.subject:
        near = (c for c in reversed(scene.claims[max(0, base.index - _FAR) : base.index]) if c.cell is None)
    levels = (c for c in near if c.quantity.dimension == "fraction" and c.modality == "result" and c.measure != "rate")
    return next((c for c in levels if c.name == base.name), None) or _only_one(scene, base)


def _only_one(scene: Scene, base: Claim) -> Claim | None:
    """取证率比全市平均的a低d: the one percentage of that name that stands anywhere before."""
    name = re.split("(?<=率)[比较低高]", base.name)[0]
    if not name.endswith("率") or len(name) < _RATE_NAME:
        return None
    far = [c for c in scene.claims[max(0, base.index - _FAR) : base.index] if c.name == name and c.quantity.dimension == "fraction"]
    return far[0] if len(far) == 1 and far[0].cell is None and far[0].modality == "result" and far[0].measure != "rate" else None


def _written(claim: Claim) -> int:
    """How many digits are written, zeros at the end among them: 9.0 is two."""
    numeral = claim.quantity.numeral
    return len("".join(c for c in numeral.text if c.isdigit()).lstrip("0")) if numeral is not None else 0


def as_percent(scene: Scene, sentence: list[Claim], position: int) -> Iterator[Relation]:
    """上升4.35% after a percentage, 快于后者3.8% after two rates: where the plain difference of two percentages at hand is exactly what is
    written, per cent stands for percentage points."""
    rate = sentence[position]
    previous = sentence[position - 1] if position else None
    if any(word in last_clause(rate.lead) for word in _SHARES) and not rate.quantity.hedge:
        for now, base, named in of_ratios.members(scene, rate):
            if named and rate.signed.meets(now.signed.scaled(POINT) - base.signed.scaled(POINT)):
                terms = [term("rate", rate), term("now", now), term("base", base)]
                yield scene.relation("percent-for-points", terms, ("percent", rate.index), 0.98)
                return
    compared = any(word in last_clause(rate.lead) for word in FASTER)
    after_base = previous is not None and previous.modality == "base" and previous.quantity.dimension == "fraction"
    if not (compared or after_base) or rate.quantity.hedge or rate.tail.startswith("的") or _written(rate) < _TELLING:
        return
    near = [c for c in scene.before(rate, _AT_HAND) if c.quantity.dimension == "fraction" and c.quantity.ratio is None]
    near = [c for c in near if not c.quantity.hedge]
    bases = [previous] if previous is not None and after_base else near[:4]
    for base in bases:
        for now in near:
            if now is not base and rate.signed.meets(now.signed - base.signed) and not now.signed.meets(base.signed):
                terms = [term("rate", rate), term("now", now), term("base", base)]
                yield scene.relation("percent-for-points", terms, ("percent", rate.index), 0.98)
                return
