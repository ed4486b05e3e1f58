"""What levels and rates imply of the year before: the growth of a whole from that of its parts, shares and ratios a year ago."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.claim import Claim
from checker.relate.changes.balances import balances
from checker.relate.changes.factors import growth_of_product, growth_of_value
from checker.relate.changes.grown import Pace, paces, since
from checker.relate.scene import Scene
from checker.relate.shares.cores import core
from checker.relate.shares.wholes import named_whole
from checker.relate.sorts import one_subject, proportion
from checker.relate.topic import last_clause
from checker.relation import Relation, Term, term

_SURE = 0.95
_NEAR = 0.93
_WINDOW, _FAR = 16, 160
_MOST_PARTS = 6
_TELLING = 3
# 占39.2%，拉动全部投资增长2.3个百分点: no shift of the share
_OF_ANOTHER = re.compile("拉动|拉低|贡献|影响|[快慢]于|[高低]于|高出|增速|增幅|降幅|涨幅")


def relations(scene: Scene) -> Iterator[Relation]:
    """Growth by weighted parts, shifts of shares, ratios a year ago."""
    known = paces(scene)
    names = {pace.rate.index: pace.level.name for pace in known.values()}
    yield from _wholes(scene, known)
    yield from growth_of_value(scene, known)
    yield from balances(scene, known)
    for claim in scene.prose:
        if claim.measure == "points" and not claim.average:
            yield from _shift(scene, claim, known)
        elif claim.measure == "rate" and not claim.average:
            yield from growth_of_product(scene, claim, names)
        elif claim.modality == "base" and claim.indicator:
            yield from _ratio_before(scene, claim, known)


def _wholes(scene: Scene, known: dict[int, Pace]) -> Iterator[Relation]:
    """A whole and, right behind it, parts that make it up, each with its own rate."""
    ordered = [known[index] for index in sorted(known)]
    for position, whole in enumerate(ordered):
        parts: list[Pace] = []
        for part in ordered[position + 1 : position + 1 + _MOST_PARTS]:
            alike = part.level.quantity.dimension == whole.level.quantity.dimension and part.since == whole.since
            if not alike or part.level.block != whole.level.block or part.level.index - whole.level.index > _WINDOW:
                break
            parts.append(part)
            if len(parts) > 1 and _made_up(scene, whole.level, [p.level for p in parts]):
                terms = [term("rate", whole.rate), *(t for p in parts for t in (term("part", p.level), term("growth", p.rate)))]
                yield scene.relation("growth-of-whole", terms, ("weighted", whole.rate.index), _SURE)
                break


def _made_up(scene: Scene, whole: Claim, parts: list[Claim]) -> bool:
    """Whether the parts are all of the whole: they add up to its last digit, which figures of three digits hardly do by chance where words
    tie them, of four where none do."""
    total = parts[0].quantity.interval
    for part in parts[1:]:
        total = total + part.quantity.interval
    tied = parts[0].sentence == whole.sentence or "part" in parts[0].cues or scene.container.get(parts[0].index) is whole
    if parts[0].lead[:1] in "、和及与" and whole.sentence == parts[0].sentence and scene.container.get(parts[0].index) is not whole:
        return False  # members of one list
    exact = abs(total.middle - whole.quantity.interval.middle) <= whole.quantity.step
    return exact and total.meets(whole.quantity.interval) and _digits(whole) >= (_TELLING if tied else _TELLING + 1)


def _digits(claim: Claim) -> int:
    return len(claim.quantity.value.normalize().as_tuple().digits)


def _shift(scene: Scene, points: Claim, known: dict[int, Pace]) -> Iterator[Relation]:
    """A股… 占比69.1%，提高1.6个百分点: the share a year ago from part and whole and their rates."""
    if _OF_ANOTHER.search(last_clause(points.lead)) is not None:
        return
    here = [c for c in scene.before(points, 4) if c.sentence == points.sentence]
    share = next((c for c in here if proportion(c) and c.modality == "result"), None)
    if share is None or _digits(share) < _TELLING or any(c.modality == "base" for c in here[: here.index(share)]):
        return
    begin = points.index
    near = [known[i] for i in range(max(0, begin - _WINDOW), begin + _WINDOW // 2) if i in known and known[i].level.block == points.block]
    near = [pace for pace in near if pace.since == since(points)]
    far = _so_called(scene, share, points, known)
    for part in near:
        for whole in near + far:
            if part is whole or not scene.same_things(part.level, whole.level):
                continue
            if (part.level.quantity.interval / whole.level.quantity.interval).meets(share.quantity.interval):
                terms = [term("points", points), term("part", part.level), term("part growth", part.rate)]
                terms += [term("whole", whole.level), term("whole growth", whole.rate)]
                yield scene.relation("share-a-year-ago", terms, ("points", points.index), _SURE)


def _so_called(scene: Scene, share: Claim, points: Claim, known: dict[int, Pace]) -> list[Pace]:
    """占全市进出口总值的61.1%: what an earlier paragraph tells under the name of the whole."""
    named, start = named_whole(share), since(points)
    thing, meant = core(scene, named), scene.rules.indicator_in(named)
    reach = (known[i] for i in range(points.index - 1, max(-1, points.index - 1 - _FAR), -1) if i in known)
    told = (pace for pace in reach if pace.level.block != points.block and pace.since == start)
    return [pace for pace in told if meant and pace.level.indicator == meant or len(thing) > 1 and pace.level.name.endswith(thing)][
        :_MOST_PARTS
    ]


def _ratio_before(scene: Scene, ratio: Claim, known: dict[int, Pace]) -> Iterator[Relation]:
    """城乡居民收入比由上年的2.35: the ratio of the two levels before."""
    for rule in scene.rules.relations.values():
        if rule.form != "quotient" or not rule.roles or ratio.indicator not in rule.roles[next(iter(rule.roles))]:
            continue
        (result, _), *others = rule.roles.items()
        terms: list[Term] = [term(result, ratio)]
        for role, identities in others:
            for identity in identities:
                pace = _nearest(ratio, identity, known)
                if pace is not None:
                    former = pace.former(role)
                    scaled = former.interval.scaled(rule.factor) if role == "numerator" else former.interval
                    terms.append(Term(role, scaled, former.claim, former.note))
        if len(terms) == 1 + sum(len(identities) for _, identities in others):
            yield scene.relation(rule.id, terms, ("ratio before", ratio.index), _NEAR)


def _nearest(ratio: Claim, identity: str, known: dict[int, Pace]) -> Pace | None:
    reach = range(ratio.index - 1, max(-1, ratio.index - 2 * _WINDOW), -1)
    fitting = (known[i] for i in reach if i in known and known[i].level.indicator == identity)
    return next((pace for pace in fitting if one_subject(pace.level, ratio) and not pace.since), None)
