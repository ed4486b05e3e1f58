"""What the indicator pack knows: wholes, parts and identities between indicators that the text need not spell out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from checker.claim import Claim
from checker.relate.known.cast import Cast
from checker.relate.known.not_meant import added_to, converted, one_of_several, others_between, whose_else
from checker.relate.scene import Scene
from checker.relate.shares.scopes import of_another
from checker.relate.sorts import own_basis
from checker.relation import Relation, Term, term
from checker.rules import Rule

# how many figures of one role are tried beside the nearest
_OTHERS = 2
# one sentence names them all: 143 of 144 such readings hold in 304 documents by other hands, the other is farther off than any slip
_TOGETHER, _SIDE_BY_SIDE = 0.97, 0.98
_UNSURE = 0.7
# a part whose name lacks what its whole is called
_GUESSED = 0.5


def relations(scene: Scene) -> Iterator[Relation]:
    """Partitions, parts below their wholes now and a year ago, and the pack's own identities."""
    cast = Cast(scene)
    yield from _partitions(cast)
    yield from _growth_between(cast)
    yield from _below(cast)
    for rule in scene.rules.relations.values():
        if rule.roles:
            yield from _identity(cast, rule)


def _partitions(cast: Cast) -> Iterator[Relation]:
    for identity, wholes in list(cast.levels.items()):
        for partition in cast.scene.rules.indicators[identity].partitions:
            for whole in wholes:
                members = [cast.near(whole, cast.levels[part])[:1] for part in partition]
                if all(members) and all(_told(cast, claim) and _one_kind(whole, claim) for claim in (whole, *(m[0] for m in members))):
                    yield from _adding_up(cast.scene, whole, [found[0] for found in members], partition)


def _adding_up(scene: Scene, whole: Claim, parts: list[Claim], partition: tuple[str, ...]) -> Iterator[Relation]:
    """The parts make up the whole now, and did so a year ago where levels and rates tell all of last year's levels. Of several that the
    parts may make up (预算27万元，决算24万元，其中…) one is meant."""
    own = tuple(part.index for part in parts)
    terms = [term("whole", whole), *(term("part", part) for part in parts)]
    question = ("partition", whole.sentence, *own)
    yield scene.relation("partition-of-indicator", terms, question, _trust(whole, parts))
    former = [scene.former.get(claim.index) for claim in (whole, *parts)]
    if all(former) and not any("comparable" in claim.cues for claim in (whole, *parts)):
        terms = [term("whole" if not place else "part", claim) for place, claim in enumerate(former) if claim is not None]
        yield scene.relation("former-partition", terms, ("former partition", own, partition), _trust(whole, parts))


def _growth_between(cast: Cast) -> Iterator[Relation]:
    for identity, growths in list(cast.rates.items()):
        indicator = cast.scene.rules.indicators[identity]
        for partition in indicator.partitions:
            for whole in growths:
                members = [cast.near(whole, cast.rates[part])[:1] for part in partition]
                if all(members) and ("comparable" not in whole.cues or indicator.growth == "real"):
                    chosen = [found[0] for found in members]
                    terms = [term("whole", whole), *(term("part", part) for part in chosen)]
                    yield cast.scene.relation("growth-between-parts", terms, ("bracket", whole.index, partition), _trust(whole, chosen))


def _below(cast: Cast) -> Iterator[Relation]:
    for identity, parts in list(cast.levels.items()):
        for above in _ancestors(cast.scene, identity):
            for part in (claim for claim in parts if _told(cast, claim)):
                for whole in cast.near(part, cast.levels[above])[:1]:
                    yield from _former(cast.scene, part, whole)


def _told(cast: Cast, claim: Claim) -> bool:
    """预付款扣回率100% is a percentage of something else than the 预付款 it names, 为合同价的87.4% no price."""
    return claim.quantity.dimension != "fraction" or cast.measures(claim)


def _one_kind(whole: Claim, part: Claim) -> bool:
    """Whether a part is measured as its whole: 亿元 make up no 亿美元."""
    return part.quantity.dimension == whole.quantity.dimension


def _ancestors(scene: Scene, identity: str) -> Iterator[str]:
    above = scene.rules.indicators[identity].whole
    while above:
        yield above
        above = scene.rules.indicators[above].whole


def _former(scene: Scene, part: Claim, whole: Claim) -> Iterator[Relation]:
    if whole.quantity.dimension != part.quantity.dimension:
        return
    # a whole goes before its parts; what comes after them under the broader name may be of something else (铁路…，货运量)
    trust = _trust(part, [whole]) if whole.index < part.index or "total" in whole.cues or whole.subject[:1] == "全" else _UNSURE
    if part.clause != whole.clause and not _spelt(scene, part):
        trust = _GUESSED  # 拟聘人员中，党员137人；女性176人: another way to sort those of whom all is told
    if whole.subject and whole.subject != part.subject and not whole.subject.startswith(scene.rules.wording["own_body"]):
        trust = min(trust, _UNSURE)  # 乡村振兴贷款62亿元，涉农贷款126亿元: the whole is one sort of what its name says
    below = [term("part", part), term("whole", whole)]
    yield scene.relation("part-of-indicator", below, ("below", part.index, whole.index), trust)
    former_part, former_whole = scene.former.get(part.index), scene.former.get(whole.index)
    if former_part is not None and former_whole is not None:
        terms = [term("part", former_part), term("whole", former_whole)]
        yield scene.relation("former-part", terms, ("former", part.index, whole.index), trust)


def _spelt(scene: Scene, part: Claim) -> bool:
    """Whether the words of a figure hold a name of its indicator whole, not only what of it they add to the topic before."""
    said = part.lead + part.name + part.tail[:12]
    return any(name in said for name in scene.rules.indicators[part.indicator].names)


def _trust(one: Claim, others: list[Claim]) -> float:
    """Nearness stands for one subject and one scope."""
    if all(other.block == one.block and abs(other.sentence - one.sentence) <= 1 for other in others):
        return 0.93
    return 0.85 if all(other.block == one.block for other in others) else 0.7


def _trust_identity(cast: Cast, claim: Claim, chosen: list[Claim], found: list[list[Claim]]) -> float:
    """A column of a table has one scope by its make, a block one subject; farther away, and from prose to a table, a role is sure where
    only one figure may play it."""
    rivalled = others_between(cast, claim, chosen) or any(cast.rivalled(claim, candidates[0]) for candidates in found)
    elsewhere = claim.cell is None and claim.quantity.dimension == "fraction" and of_another(cast.scene, claim, *chosen)
    otherwise = converted(cast, claim, chosen) or added_to(cast, chosen) or whose_else(cast, claim, chosen)
    otherwise = otherwise or own_basis(cast.scene.document.words, claim)
    if rivalled or elsewhere or otherwise or one_of_several(cast, claim, chosen):
        return _UNSURE
    if claim.cell is not None:
        return 0.95
    if all(other.cell is None and other.sentence == claim.sentence for other in chosen):
        places = sorted(other.index for other in (claim, *chosen))
        return _SIDE_BY_SIDE if places[-1] - places[0] == len(chosen) else _TOGETHER
    if all(other.cell is None and other.block == claim.block for other in chosen):
        return 0.93
    return 0.93 if all(_only(claim, candidates) for candidates in found) else _UNSURE


def _only(claim: Claim, candidates: list[Claim]) -> bool:
    """Whether the role is filled beside the claim, or by one figure alone."""
    first = candidates[0]
    near = first.cell is None and first.block == claim.block and abs(first.sentence - claim.sentence) <= 1
    # 16.69亿元 is 166885万元 told in short
    return near or all(first.quantity.interval.meets(other.quantity.interval) for other in candidates[1:])


def _of_rates(rule: Rule) -> bool:
    """Whether the rule compares rates of growth, not levels."""
    return rule.form == "bracket" and rule.kind == "growth"


def _identity(cast: Cast, rule: Rule) -> Iterator[Relation]:
    """Every figure of the rule's result with the nearest figures of its other roles, and with the next ones as rivals."""
    (result, results), *others = rule.roles.items()
    roles = [(role, identity) for role, identities in others for identity in identities]
    claims = [claim for identity in results for claim in _figures(cast, rule, identity)]
    cases = [(claim, [_fill(cast, rule, claim, identity) for _, identity in roles]) for claim in claims]
    cases = [(claim, found) for claim, found in cases if all(found)]
    wanted: dict[int, list[Claim]] = defaultdict(list)
    for claim, found in cases:
        for candidates in found:
            wanted[candidates[0].index].append(claim)
    for claim, found in cases:
        nearest = [candidates[0] for candidates in found]
        for chosen in _readings(nearest, found):
            if any(one.quantity.hedge in ("above", "below") for one in (claim, *chosen) if one.cell is not None):
                continue  # 监管要求 ≥150%, ≤5%: what is required follows from nothing
            filled = [
                Term(role, one.signed.scaled(rule.factor) if role == "numerator" else one.signed, one)
                for (role, _), one in zip(roles, chosen, strict=True)
            ]
            trust = _trust_identity(cast, claim, chosen, found)
            if any(_claimed_by_others(claim, one, wanted[one.index]) for one in chosen):
                trust = min(trust, _UNSURE)
            yield cast.scene.relation(rule.id, [term(result, claim), *filled], ("named", rule.id, claim.index), trust)


def _claimed_by_others(claim: Claim, chosen: Claim, results: list[Claim]) -> bool:
    """在校生54280人 told far before 普通高中生师比11.93, 中职生师比15.41: what is not told with a rate and would do for several that differ
    is of none of them."""
    return (
        claim.cell is None
        and chosen.sentence != claim.sentence
        and any(not other.quantity.interval.meets(claim.quantity.interval) for other in results)
    )


def _figures(cast: Cast, rule: Rule, identity: str) -> list[Claim]:
    if _of_rates(rule):
        return list(cast.rates.get(identity, ()))
    return [claim for claim in (*cast.levels.get(identity, ()), *cast.cells.get(identity, ())) if cast.measures(claim)]


def _fill(cast: Cast, rule: Rule, claim: Claim, identity: str) -> list[Claim]:
    """The figures that may play a role beside the result, the likeliest first: those of prose around it, else those of a table."""
    if _of_rates(rule):
        return cast.near(claim, cast.rates.get(identity, []))[: 1 + _OTHERS]
    prose = [] if claim.cell is not None else [c for c in cast.near(claim, cast.levels.get(identity, [])) if cast.measures(c)]
    found = (prose[:_OTHERS] + cast.beside(claim, identity))[: 1 + _OTHERS]
    return found or ([] if claim.cell is not None else [c for c in cast.far(claim, cast.levels.get(identity, [])) if cast.measures(c)])


def _readings(nearest: list[Claim], found: list[list[Claim]]) -> Iterator[list[Claim]]:
    """The nearest figures, then each role's others in its place."""
    yield nearest
    for place, candidates in enumerate(found):
        for other in candidates[1:]:
            yield [*nearest[:place], other, *nearest[place + 1 :]]
