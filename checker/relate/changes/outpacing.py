"""Percentage points between a percentage and another that the words name: 高于全省平均, 比上半年加快, 快于时间进度, 差距."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.claim import POINT, Claim
from checker.interval import Interval
from checker.quantity import When
from checker.relate.changes import of_totals
from checker.relate.changes.rate_names import ALL, abbreviates, core, enumerated, names
from checker.relate.changes.set_against import bracketed, is_norm
from checker.relate.scene import Scene
from checker.relate.topic import alike, last_clause
from checker.relation import Relation, Term, term

FASTER = ("高于", "快于", "低于", "慢于", "高出", "超过", "好于")
SLOWER = ("低于", "慢于", "慢", "低", "落后于", "小")
_BESIDE = re.compile(r"^(?P<topic>[^，]{0,20}?)(?P<side>高于|快于|高出|好于|优于|低于|慢于|落后于|超过)(?P<other>[^，]{1,24})$")
_THAN = re.compile(r"^(?P<topic>[^，]{0,20}?)(?<![占同环之对百无相])[比较](?P<other>[^，]{1,24}?)(?P<side>快|高|低|慢|大|小)(?:出|了)?$")
_GROWTH = re.compile("增速|增幅|涨幅|降幅|跌幅|增长|加快|放缓|趋缓")
_FALL = ("降幅", "跌幅")
_WINDOW = 60
_STATED, _SURE = 0.95, 0.93
_CLOSE, _FEW = 4, 40
_WHOLE = ("全部", "各项", "全体")


def relations(scene: Scene, sentence: list[Claim], position: int) -> Iterator[Relation]:
    """The readings of points whose clause names what the percentage is compared with."""
    points = sentence[position]
    clause = last_clause(points.lead)
    when = _time_in(scene, points, len(clause))
    beside = _BESIDE.match(clause) or (None if when else _THAN.match(clause))
    if "respectively" in points.cues or "分别" in clause:
        return  # the k-th of several points is of the k-th rate
    elif "进度" in clause:
        return  # schedule.py
    elif clause.startswith(("差距", "相差")) or clause in ("差", "尚差", "还差") and "paren" in points.cues:
        yield from _gap(scene, sentence, position)
    elif beside is not None:
        yield from _to_other(scene, sentence, position, beside)
    elif when is not None:
        yield from _to_other_time(scene, sentence, position, when)


def difference(scene: Scene, points: Claim, now: Claim, base: Claim, trust: float) -> Relation:
    """now − base; a fall that narrows (降幅收窄) is told by its size."""
    sized = any(word in last_clause(c.lead) for c in (points, base) for word in _FALL)
    ends = (Term(role, _size(c) if sized else _goal_or_level(c), c) for role, c in (("now", now), ("base", base)))
    return scene.relation("points-of-rates", [term("points", points), *ends], ("points", points.index), trust)


def is_growth(*claims: Claim) -> bool:
    """Whether the words speak of rates of growth (增速, 加快), not of percentages as such."""
    return any(_GROWTH.search(last_clause(claim.lead)) for claim in claims)


def names_other(points: Claim) -> bool:
    """Whether the clause says what else the percentage is compared with (优于全国1个百分点)."""
    clause = last_clause(points.lead)
    return _BESIDE.match(clause) is not None or _THAN.match(clause) is not None and not re.search("[年月季初]", clause)


def elsewhere(points: Claim) -> bool:
    """Whether the other percentage is that of the country or the province, which the text need not state."""
    beside = _BESIDE.match(last_clause(points.lead))
    return beside is not None and beside["other"].startswith("全")


def amount_of(points: Claim) -> Term:
    """The points without a sign, where the words say which side is the greater."""
    return Term("points", points.quantity.interval.scaled(POINT), points)


def _size(claim: Claim) -> Interval:
    return claim.quantity.interval


def _goal_or_level(claim: Claim) -> Interval:
    """A goal of 95 % is set, not rounded."""
    plain = not claim.quantity.hedge and claim.quantity.high is None
    set_so = plain and (claim.modality == "target" and claim.measure != "rate" or is_norm(claim))
    return Interval.exactly(claim.quantity.value) if set_so else claim.signed


def _fractions(claims: list[Claim], growing: bool) -> list[Claim]:
    """The percentages of a sort, nearest first."""
    return [c for c in reversed(claims) if of_sort(c, growing) and "paren" not in c.cues]


def of_sort(claim: Claim, growing: bool) -> bool:
    """Whether a percentage of prose is a rate of growth (`growing`) or a percentage as such."""
    plain = claim.quantity.dimension == "fraction" and claim.quantity.ratio is None and claim.modality != "base"
    return plain and claim.cell is None and (claim.measure == "rate") == growing


def _to_other(scene: Scene, sentence: list[Claim], position: int, words: re.Match[str]) -> Iterator[Relation]:
    points, side = sentence[position], words["side"]
    before = sentence[:position]
    nearest = next((c for c in reversed(before) if c.quantity.dimension == "fraction" and "paren" not in c.cues), None)
    growing = is_growth(points) or side[0] in "快慢" or nearest is not None and nearest.measure == "rate"
    if words["topic"].startswith("前者"):
        pair = [(c, d) for d, c in [_fractions(before, growing)[:2]]] if len(_fractions(before, growing)) > 1 else []
    else:
        pair = list(_named_pair(scene, sentence, position, words, growing))
    for now, other in pair:
        orders = [(now, other), (other, now)] if side == "优于" else [(other, now)] if side in SLOWER else [(now, other)]
        sized = any(word in last_clause(points.lead) for word in _FALL)
        for order in orders:
            ends = (Term(role, _size(c) if sized else c.signed, c) for role, c in zip(("now", "base"), order, strict=True))
            yield scene.relation("points-of-rates", [amount_of(points), *ends], ("points", points.index), _SURE)


def _named_pair(scene: Scene, sentence: list[Claim], position: int, words: re.Match[str], growing: bool) -> Iterator[tuple[Claim, Claim]]:
    topic, name = core(scene, words["topic"]), core(scene, words["other"])
    here = _fractions(sentence[:position], growing)
    around = [enumerated(scene, c) for c in _around(scene, sentence[position], growing)]
    nows = [c for c in here[:1] if c.clause == sentence[position].clause]
    if not topic and not nows:
        # 增加值增速较1—9月加快0.3个百分点，高于全市平均水平(6.1%)0.8个百分点
        moved = [c for c in sentence[:position] if c.measure == "points" and c.clause == sentence[position].clause and is_growth(c)]
        topic = core(scene, moved[-1].name) if moved else ""
    if topic:
        nows = [c for c in (*(enumerated(scene, c) for c in here), *around) if alike(scene, topic, c) or abbreviates(topic, c.name)][:1]
    if not nows or not name:
        return
    now = nows[0]
    beside = bracketed(sentence, position, words["other"])
    if beside is not None:
        yield now, beside
        return
    if of_totals.of_larger(scene, words["other"]):
        return
    after = [c for c in sentence[position + 1 : position + 2] if c.quantity.dimension == "fraction"]
    after = [c for c in after if c.measure != "share" or now.measure == "share" and "paren" in c.cues]
    after = [c for c in after if last_clause(c.lead).lstrip("(").removeprefix(ALL).startswith(name)]
    if after and "paren" in after[0].cues:
        yield now, after[0]  # 高出二产16.2个百分点(二产占38.5%)
        return
    later = _fractions(sentence[position + 1 : position + 4], growing)[::-1]
    near = [c for c in [*after, *around, *later] if c.index != now.index]
    whole = words["other"].startswith(_WHOLE)
    others = (_heading(near, name, now) if whole else []) or [c for c in near if names(scene, name, now, c, whole)]
    others = [c for c in others if c.quantity.hedge not in ("above", "below") and of_totals.one_start(scene, c, now)]
    total = of_totals.rate_of(scene, words["other"], now) if not others else None
    others = others or ([total] if total is not None else _told_of(scene, name, now, here) or _in_short(scene, name, now, near))
    for other in others[:1]:
        if not _one_of_times(scene, other):
            yield now, other


def _one_of_times(scene: Scene, claim: Claim) -> bool:
    """规上工业增加值一季度、上半年、前三季度分别增长a、b、c: of which of them another is so much faster the name does not say."""
    following = next(scene.after(claim, 1), None)
    joined = following is not None and following.measure == claim.measure and not following.lead.strip("、和及与 ")
    return joined and "respectively" in claim.cues and re.search("[季月年]", claim.lead) is not None


def _in_short(scene: Scene, name: str, now: Claim, near: list[Claim]) -> list[Claim]:
    """原保险保费收入增长7.1%，赔款与给付支出增长13.8%，快于保费: the one percentage of the paragraph whose name holds the short one."""
    told = [c for c in near if c.block == now.block and name in c.name and "part" not in c.cues]
    told = [c for c in told if c.name[: c.name.find(name)][-1:] not in ("非", "不", "未") and c.measure == now.measure]
    alike = len({c.name for c in told}) == 1 and name not in now.name and len(name) > 1
    return [c for c in told if of_totals.one_start(scene, c, now)][:1] if alike else []


def _heading(near: list[Claim], name: str, now: Claim) -> list[Claim]:
    """固定资产投资增长5.8%。其中，工业投资增长14.3%，快于全部投资: the first percentage of the paragraph that is so named."""
    return [c for c in near if c.block == now.block and c.index < now.index and c.name.endswith(name)][-1:]


def _told_of(scene: Scene, name: str, now: Claim, here: list[Claim]) -> list[Claim]:
    """昼间达标108点次，达标率96.4%，夜间达标94点次，达标率83.9%，比昼间低: the words since the percentage before name what each is of."""
    others: list[Claim] = []
    for claim in here:
        before = next((c for c in scene.before(claim, _CLOSE) if c.quantity.dimension == "fraction" or c.sentence != claim.sentence), None)
        begin = before.quantity.end if before is not None else claim.quantity.start - _FEW
        told = name in scene.document.words[max(0, begin) : claim.quantity.start]
        if claim is now and told:
            return []
        if told:
            others.append(claim)
    return others if len(others) == 1 and others[0].name == now.name else []


def _around(scene: Scene, points: Claim, growing: bool) -> list[Claim]:
    """Percentages of the sort before the points, nearest first."""
    return _fractions(list(scene.claims[max(0, points.index - _WINDOW) : points.index]), growing)


def _time_in(scene: Scene, points: Claim, length: int) -> When | None:
    """The date that the clause compares with (比1—8月, 较上年)."""
    if not re.search("[比较]", last_clause(points.lead)):
        return None
    begin = points.quantity.start - length
    dates = [q for q in scene.dates_before(points.quantity.start) if q.start >= begin - 1]
    return dates[-1].when if dates else None


def _to_other_time(scene: Scene, sentence: list[Claim], position: int, when: When) -> Iterator[Relation]:
    """增长6.4%，增速比一季度加快0.7个百分点: the same rate, stated for that time."""
    points = sentence[position]
    before = sentence[:position]
    growing = is_growth(points)
    here = [c for c in reversed(before) if c.quantity.dimension == "fraction" and (c.measure == "rate" or not growing)]
    if not here or here[0].period is None:
        return
    now = here[0]
    behind = [c for c in sentence[position + 1 : position + 2] if "paren" in c.cues and c.quantity.dimension == "fraction"]
    behind = [c for c in behind if c.measure == now.measure or not c.name]
    for other in [*behind, *_around(scene, now, now.measure == "rate")]:
        named = other.name == now.name or other in behind and not other.name
        same = named or bool(now.indicator) and other.indicator == now.indicator and other.subject == now.subject
        if same and other is not now and other.average == now.average and _holds_at(other, when, now):
            yield difference(scene, points, now, other, _STATED)
            return


def _holds_at(claim: Claim, when: When, now: Claim) -> bool:
    if claim.period is None or now.period is None or when.form == "length":
        return False
    year = when.year if when.year is not None else now.period.last.year + (when.shift or 0)
    first, last = claim.period.first, claim.period.last
    months = (when.month, when.end_month or when.month) if when.month else (now.period.first.month, now.period.last.month)
    return (first.year, last.year, first.month, last.month) == (year, when.end_year or year, *months)


def _gap(scene: Scene, sentence: list[Claim], position: int) -> Iterator[Relation]:
    """目标1.5%，实际1.12%，差距0.38个百分点: whichever of the two is the greater."""
    points = sentence[position]
    near = [c for c in reversed(sentence[:position]) if c.quantity.dimension == "fraction"][:2]
    if len(near) == 2:
        for now, base in (near, near[::-1]):
            terms = [amount_of(points), *(Term(role, _goal_or_level(c), c) for role, c in (("now", now), ("base", base)))]
            yield scene.relation("points-of-rates", terms, ("points", points.index), _STATED)
