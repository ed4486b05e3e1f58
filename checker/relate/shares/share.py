"""Wording that ties a percentage to the part and the whole it is of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.claim import Claim
from checker.interval import Interval
from checker.relate.changes.levels import a_mark
from checker.relate.scene import Scene
from checker.relate.shares import (
    among,
    bare,
    certain,
    chain,
    completion,
    composed,
    declared,
    distant,
    elsewhere,
    increments,
    of_list,
    over_next,
    parallel,
    portions,
    ranked,
    rates,
    remainder,
    respective,
    sequel,
    siblings,
    sole,
    targets,
)
from checker.relate.shares.cores import core
from checker.relate.shares.explicit import base_in_words, called_alike, parts_over, so_many, subject_of, whole_list
from checker.relate.shares.numerators import called, numerator
from checker.relate.shares.sanity import without_ruled_out
from checker.relate.shares.subject import members, own_subject
from checker.relate.shares.together import of_the_same, share_of, summed, together
from checker.relate.shares.wholes import named_whole, wholes
from checker.relate.sorts import amount, proportion
from checker.relation import Relation, Term

_TOPIC = re.compile(r"([^，。；;、:（(]{2,16})中[，,、]")
_RATE_ROOT = 2
_UNNAMED = 0.1
_DAYS, _MOST_TOGETHER = 3, 5
# a reading trusted so much needs no others beside it
_STATED = 0.9


def relations(scene: Scene) -> Iterator[Relation]:
    """Shares, completion rates and other quotients of two amounts of one kind."""
    told = [certain.surer(scene, relation) for relation in without_ruled_out(_told(scene))]
    yield from told
    stated = (r.terms[0].claim for r in told if r.trust >= _STATED)
    yield from parallel.relations(scene, frozenset(claim.index for claim in stated if claim is not None))


def _told(scene: Scene) -> Iterator[Relation]:
    yield from chain.relations(scene, list(_told_in_turn(scene)))
    named, things = distant.index(scene), elsewhere.index(scene)
    for sentence in scene.sentences:
        yield from respective.relations(scene, sentence)
        yield from targets.relations(scene, sentence)
        topic = found.group(1) if (found := _TOPIC.search(sentence[0].lead)) else ""
        former, runs = sequel.Former(), respective.told_in_a_run(sentence)
        runs |= {claim.index for run in targets.runs(sentence) for claim in run}
        for claim in sentence:
            # the k-th of several shares (占比分别为) is of the k-th amount, which respective sees to
            # 占18.0%（占该行全部新增贷款）: the bracket says of what, and no figure of that need stand here
            told = claim.tail.startswith("(占")
            several = {"respectively", "share"} <= claim.cues or claim.index in runs
            if proportion(claim) and claim.modality != "base" and not told and not several and not a_mark(claim):
                topic = found.group(1) if (found := _TOPIC.search(claim.lead)) else topic
                yield from _of_days(scene, claim)
                readings = list(_of(scene, claim, topic if "占" in claim.lead else ""))
                yield from readings
                yield from among.relations(scene, claim)
                yield from increments.relations(scene, claim)
                yield from remainder.relations(scene, claim)
                if all(reading.trust < _STATED for reading in readings):
                    listed = list(of_list.relations(scene, claim, own_subject(claim)))
                    yield from listed
                    readings += listed
                if all(reading.trust < _STATED for reading in readings):
                    yield from bare.relations(scene, claim, own_subject(claim))
                if not own_subject(claim):
                    yield from former.relations(scene, claim)
                former.take(readings)
                yield from ranked.relations(scene, claim, own_subject(claim))
                far = list(distant.relations(scene, claim, own_subject(claim), named))
                if all(reading.trust < _STATED for reading in readings):
                    far += elsewhere.relations(scene, claim, own_subject(claim), things)
                yield from far
                if all(reading.trust < _STATED for reading in (*readings, *far)):
                    yield from sole.relations(scene, claim)
                # A占营业收入的a%；B占b%: what the first share is of goes for those after it
                topic = named_whole(claim) or topic


def _told_in_turn(scene: Scene) -> Iterator[tuple[Claim, Claim]]:
    """Every share with the amount right before it that it is of, if that is no part of another share's part."""
    for share in scene.prose:
        if share.measure == "share" and proportion(share) and share.modality != "base" and "respectively" not in share.cues:
            part = numerator(scene, share, [c for c in scene.before(share, 3) if amount(c)])
            if part is not None and "part" not in part.cues and not together(share) and not share.quantity.hedge:
                yield share, part


def _of(scene: Scene, share: Claim, topic: str) -> Iterator[Relation]:
    yield from portions.relations(scene, share)
    if (settled := _declared(scene, share)) is not None:
        yield from settled
        return
    yield from completion.relations(scene, share)
    yield from rates.relations(scene, share)
    yield from over_next.relations(scene, share)
    near = [c for c in scene.before(share, 12) if amount(c)]
    if not near:
        return
    question = ("share", share.index)
    part = numerator(scene, share, near)
    if share.measure == "share" and part is not None:
        yield from _of_part(scene, share, part, near, topic)
    yield from _pairs(scene, share, near, question)


def _declared(scene: Scene, share: Claim) -> list[Relation] | None:
    """The readings of a share of which the words say outright what it is of, or what the parts are; None if they do not."""
    if (below := declared.base(scene, share)) is not None:
        return list(declared.relations(scene, share, below))
    if (names := members(share)) and (told := list(composed.relations(scene, share, names))):
        return told
    explicit = base_in_words(scene, share)
    if explicit is None:
        return None
    subject = subject_of(explicit)
    parts = parts_over(scene, explicit)
    if parts and (instead := whole_list(scene, parts[0], explicit) or called_alike(scene, share, explicit)):
        parts.insert(0, instead)
    if (count := so_many(explicit)) is not None:
        # 7个，118个，两者共占206个站点的60.7%
        listed = [above for above in parts if above.sentence == share.sentence][: count or _MOST_TOGETHER]
        several = [tuple(reversed(listed[:many])) for many in range(count or 2, len(listed) + 1)]
        return [share_of(scene, share, above, explicit, ("share", share.index), 0.95 if count else 0.4) for above in several]
    # 增收2.65亿元；完成年度计划（189亿元）的52.0%: what the sentence before tells is meant only where it is named
    here = [above.sentence == share.sentence and "respectively" not in share.cues for above in parts]
    plain = [
        rank == 0 and (here[0] if len(subject) < _RATE_ROOT else called(above, subject)) for rank, above in enumerate(parts)
    ]
    return [
        share_of(scene, share, (above,), explicit, ("share", share.index), 0.97 if sure else 0.4)
        for above, sure in zip(parts, plain, strict=True)
    ]


def _of_part(scene: Scene, share: Claim, part: Claim, near: list[Claim], topic: str) -> Iterator[Relation]:
    question = ("share", share.index)
    named = core(scene, named_whole(share)) and len(own_subject(share)) < _RATE_ROOT
    listed = whole_list(scene, part, share) if named else None
    if listed is not None:
        for whole, trust in wholes(scene, share, listed, topic)[:2]:
            yield share_of(scene, share, (listed,), whole, question, trust)
    found = wholes(scene, share, part, topic)
    several = together(share)
    for rank, (whole, trust) in enumerate(found):
        doubtful = several or listed is not None
        sure = min(trust, 0.4) if doubtful else trust if rank == 0 else min(trust, 0.5)
        yield share_of(scene, share, (part,), whole, question, sure)
        container = scene.container.get(part.index)
        if container is not None and container.index != whole.index and scene.same_things(container, whole):
            yield share_of(scene, share, (container,), whole, question, min(trust, 0.5))
        if container is whole:
            yield from of_the_same(scene, share, part, whole, question, sure)
    yield from siblings.relations(scene, share, own_subject(share))
    yield from summed(scene, share, near, found, question)


def _of_days(scene: Scene, share: Claim) -> Iterator[Relation]:
    """优良天数330天，优良率90.4%: days of a period over its days in the calendar."""
    name = share.name.removesuffix("率").removesuffix("比例")
    # 优良天数327天，比上年多11天，优良率: a difference between them is passed over
    told = [c for c in scene.before(share, _DAYS) if c.sentence == share.sentence and c.quantity.dimension == "time"]
    days = next((c for c in told if name in c.name and c.measure != "change"), None)
    if days is None or days.modality == "base" or days.period is None or days.period.point:
        return
    if len(name) >= _RATE_ROOT and "天" in days.quantity.unit + days.quantity.text:
        calendar = Term("denominator", Interval.exactly(days.period.days), None, f"{days.period.days}天")
        terms = [Term("share", share.quantity.interval, share), Term("numerator", days.quantity.interval, days), calendar]
        yield scene.relation("share-of-whole", terms, ("days", share.index), 0.9)


def _pairs(scene: Scene, share: Claim, near: list[Claim], question: tuple[object, ...]) -> Iterator[Relation]:
    """Any two amounts of one kind just before the rate, the smaller over the greater: no more than a way to confirm it."""
    close = near[:6]
    for first, part in enumerate(close):
        for whole in close[:first] + close[first + 1 :]:
            if scene.same_things(part, whole) and part.quantity.value <= whole.quantity.value:
                yield share_of(scene, share, (part,), whole, question, _UNNAMED)
