"""What the indicator pack knows: wholes, parts and identities between indicators that the text need not spell out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from checker.claim import Claim
from checker.relate.scene import Scene
from checker.relate.sorts import one_subject
from checker.relation import Relation, Term, term
from checker.rules import Rule

_WINDOW = 40
_BLOCKS = 4
# forms that compare rates of growth, not levels
_OF_RATES = frozenset({"bracket"})


def relations(scene: Scene) -> Iterator[Relation]:
    """Partitions, parts below their wholes now and a year ago, and the pack's own identities."""
    levels: dict[str, list[Claim]] = defaultdict(list)
    rates: dict[str, list[Claim]] = defaultdict(list)
    for claim in scene.claims:
        if not claim.indicator or claim.modality == "base" or claim.average:
            continue
        if claim.measure == "rate":
            rates[claim.indicator].append(claim)
        elif claim.measure == "mean" and "每" in claim.lead and "每" not in claim.indicator:
            continue  # so much for each of something is not the amount itself
        elif claim.measure == "share" and scene.rules.indicators[claim.indicator].kind not in ("rate", "ratio"):
            continue  # a share of an amount is not the amount
        elif claim.measure in ("level", "mean", "share", "ratio") and (claim.quantity.ratio is None or claim.quantity.ratio[1] == 0):
            levels[claim.indicator].append(claim)
    yield from _parts(scene, levels, rates)
    for rule in scene.rules.relations.values():
        if rule.roles:
            yield from _identity(scene, rule, rates if rule.form in _OF_RATES else levels)


def _near(claim: Claim, others: list[Claim], count: int) -> list[Claim]:
    """The nearest claims of others' indicator that may speak of the same subject, time and sort of statement."""
    fitting = [
        other
        for other in others
        if abs(other.index - claim.index) <= _WINDOW
        and abs(other.block - claim.block) <= _BLOCKS
        and other.modality == claim.modality
        and (one_subject(other, claim) or other.sentence == claim.sentence and "" in (other.subject, claim.subject))
        and other.cell is None
        and claim.cell is None
        and (other.period is None or claim.period is None or other.period.last == claim.period.last)
    ]
    fitting.sort(key=lambda other: abs(other.index - claim.index))
    return [other for other in fitting if not _stranger_between(claim, other, others)][:count]


def _stranger_between(claim: Claim, other: Claim, others: list[Claim]) -> bool:
    """Whether the same indicator is nearer for another subject, so that the farther figure may be of someone else."""
    reach = abs(other.index - claim.index)
    return any(abs(third.index - claim.index) < reach and third.subject != claim.subject and third.block == claim.block for third in others)


# the units beneath the line that are 1 in base units, so that a mean may be written without them (750元 for 750元/人次)
_ONES = ("person", "count:")
_BARE = frozenset({"number", "multiple", "ratio"})


def _measures(scene: Scene, claim: Claim) -> bool:
    """Whether the figure is of the indicator's own dimension: a share of it, or so much of it for each 亩, is not."""
    wanted, have = scene.rules.indicators[claim.indicator].dimension, claim.quantity.dimension
    top, _, bottom = wanted.partition("/")
    return (
        scene.rules.akin(wanted, have)
        or bool(bottom) and bottom.startswith(_ONES) and have == top
        or wanted in _BARE and have in _BARE
    )


def _parts(scene: Scene, levels: dict[str, list[Claim]], rates: dict[str, list[Claim]]) -> Iterator[Relation]:
    for identity, wholes in list(levels.items()):
        indicator = scene.rules.indicators[identity]
        for whole in wholes:
            if whole.cell is not None:
                continue
            for partition in indicator.partitions:
                members = [_near(whole, levels[part], 1) for part in partition]
                if all(members):
                    chosen = [found[0] for found in members]
                    terms = [term("whole", whole), *(term("part", part) for part in chosen)]
                    yield scene.relation("partition-of-indicator", terms, ("partition", whole.index, partition), _trust(whole, chosen))
    yield from _growth_between(scene, rates)
    for identity, parts in list(levels.items()):
        for above in _ancestors(scene, identity):
            for part in parts:
                yield from _former(scene, part, _near(part, levels[above], 1))


def _growth_between(scene: Scene, rates: dict[str, list[Claim]]) -> Iterator[Relation]:
    for identity, growths in list(rates.items()):
        for partition in scene.rules.indicators[identity].partitions:
            for whole in growths:
                members = [_near(whole, rates[part], 1) for part in partition]
                if all(members) and "comparable" not in whole.cues:
                    terms = [term("whole", whole), *(term("part", found[0]) for found in members)]
                    trust = _trust(whole, [found[0] for found in members])
                    yield scene.relation("growth-between-parts", terms, ("bracket", whole.index, partition), trust)


def _ancestors(scene: Scene, identity: str) -> Iterator[str]:
    above = scene.rules.indicators[identity].whole
    while above:
        yield above
        above = scene.rules.indicators[above].whole


def _former(scene: Scene, part: Claim, wholes: list[Claim]) -> Iterator[Relation]:
    for whole in wholes:
        if whole.quantity.dimension != part.quantity.dimension:
            continue
        below = [term("part", part), term("whole", whole)]
        yield scene.relation("part-of-indicator", below, ("below", part.index, whole.index), _trust(part, [whole]))
        former_part, former_whole = scene.former.get(part.index), scene.former.get(whole.index)
        if former_part is not None and former_whole is not None:
            terms = [term("part", former_part), term("whole", former_whole)]
            yield scene.relation("former-part", terms, ("former", part.index, whole.index), _trust(part, [whole]))


def _trust(one: Claim, others: list[Claim]) -> float:
    """Nearness stands for one subject and one scope."""
    if all(other.block == one.block and abs(other.sentence - one.sentence) <= 1 for other in others):
        return 0.93
    return 0.85 if all(other.block == one.block for other in others) else 0.7


def _identity(scene: Scene, rule: Rule, claims: dict[str, list[Claim]]) -> Iterator[Relation]:
    """Every figure of the rule's result with the nearest figures of its other roles."""
    (result, results), *others = rule.roles.items()
    for claim in [c for identity in results for c in claims[identity] if c.measure == "rate" or _measures(scene, c)]:
        filled: list[Term] = [term(result, claim)]
        used: list[Claim] = []
        for role, identities in others:
            for identity in identities:
                near = _near(claim, [c for c in claims[identity] if c.measure == "rate" or _measures(scene, c)], 1)
                if not near:
                    break
                used.append(near[0])
                filled.append(Term(role, near[0].signed.scaled(rule.factor) if role == "numerator" else near[0].signed, near[0]))
        if len(used) == sum(len(identities) for _, identities in others):
            yield scene.relation(rule.id, filled, ("named", claim.index), _trust(claim, used))
