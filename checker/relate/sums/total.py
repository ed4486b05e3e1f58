"""Wording that ties a whole to its parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.claim import Claim
from checker.relate.clause import alike, last_words
from checker.relate.lists.listing import Listing
from checker.relate.lists.members import joint
from checker.relate.scene import Scene
from checker.relate.sorts import amount
from checker.relation import Relation, Term, term

# A list whose nearest whole does not fit may belong to one farther off: its holding settles the question, its breaking proves nothing.
_FARTHER = 0.5
_PAIR = 2
# figures behind a list of which it may go on with two
_BEHIND = 5
# how far one trusts that a list begins after its first members, which its holding alone says
_LATER = 0.55
# From here a list is whole; that its first members make up the whole too is an accident.
_SURE = 0.9


def relations(scene: Scene) -> Iterator[Relation]:
    """Sums over listings, wholes and what is left of them."""
    for listing in scene.listings:
        yield from _listed(scene, listing)
    for sentence in scene.sentences:
        for claim in sentence:
            if amount(claim) and claim.lead.endswith(scene.rules.wording["copies"]):
                yield from _copies(scene, claim)
            outside = claim.modality != "base" and claim.index not in scene.container
            if amount(claim) and outside and last_words(claim).startswith(scene.rules.wording["rest"]):
                yield from _left(scene, claim)


def _listed(scene: Scene, listing: Listing) -> Iterator[Relation]:
    parts = listing.parts
    for rank, whole in enumerate(listing.wholes):
        for last in range(len(parts), 1, -1):
            # a list may run on into figures that no longer belong to it
            fewer = 0.35 if listing.complete > _SURE else 0.55
            trust = listing.trust(listing.wholes[0], parts) if last == len(parts) else listing.bound * fewer
            less = listing.overlap if last == len(parts) else ()
            # 减少t。减少人员中，甲a、乙b: what fell is told as an amount, and so are its parts
            of = Term("whole", whole.quantity.interval, whole)
            terms = [of, *(term("part", part) for part in parts[:last]), *(term("less", twice) for twice in less)]
            sum_up = scene.relation("parts-of-whole", terms, ("parts", parts[0].index), trust if rank == 0 else trust * _FARTHER)
            yield replace(sum_up, gathered=not _closed(scene, listing))
    yield from _later_ones(scene, listing)
    yield from _longer_ones(scene, listing)


def _later_ones(scene: Scene, listing: Listing) -> Iterator[Relation]:
    """按规模，大型17处，…；一级21处、二级24处，其余4处: where the last ones alone make up the whole, the first are of another matter."""
    whole, parts = listing.wholes[0], listing.parts
    for first in range(1, len(parts) - 1):
        if joint(parts[first]) == "、":
            continue
        interval = sum((part.quantity.interval for part in parts[first + 1 :]), parts[first].quantity.interval)
        if whole.quantity.interval.meets(interval):
            terms = [term("whole", whole), *(term("part", part) for part in parts[first:])]
            yield scene.relation("parts-of-whole", terms, ("parts", parts[0].index), listing.bound * _LATER)


def _longer_ones(scene: Scene, listing: Listing) -> Iterator[Relation]:
    """财产险公司27家，人身险公司33家，养老险机构2家: where one or two more behind make up the whole with them, the list goes on."""
    whole, parts = listing.wholes[0], listing.parts
    if listing.trust(whole, parts) < _SURE:
        return
    following = [c for c in scene.after(parts[-1], _BEHIND) if alike(parts[-1], c) and "paren" not in c.cues][:_PAIR]
    for count in range(1, len(following) + 1):
        longer = (*parts, *following[:count])
        if whole.quantity.interval.meets(sum((part.quantity.interval for part in longer[1:]), longer[0].quantity.interval)):
            terms = [term("whole", whole), *(term("part", part) for part in longer)]
            yield scene.relation("parts-of-whole", terms, ("parts", parts[0].index), listing.bound * _LATER)


def _closed(scene: Scene, listing: Listing) -> bool:
    """Whether the words say that the list is whole: 其他c, 由…组成, members counted twice told; or its parts, which are no units that
    may stand in several of them, exceed the whole."""
    last = listing.parts[-1]
    counted = last.quantity.dimension == "person" or last.quantity.dimension.startswith("count:")
    alike = len({part.indicator for part in listing.parts}) == 1
    if alike and not counted and listing.exceeds(listing.wholes[0], listing.parts):
        return True
    return bool(listing.overlap) or last.name.startswith(scene.rules.wording["rest"]) or last.tail.startswith(("组成", "构成"))


def _copies(scene: Scene, made: Claim) -> Iterator[Relation]:
    """协议一式六份，甲方执三份，乙方执两份，备案机构执一份."""
    held = [c for c in scene.after(made, 10) if c.quantity.dimension == made.quantity.dimension and amount(c)]
    kinds = [at for at, c in enumerate(held) if any(word in c.lead for word in ("正本", "副本"))]
    if len(kinds) >= _PAIR:
        yield from _held(scene, made, [held[at] for at in kinds[:_PAIR]])
    if len(kinds) == _PAIR:
        # 正本2份，双方各执1份；副本10份，甲方6份、乙方4份
        first, second = kinds
        # 正本四份，副本十份；甲方执七份: who is told behind both holds of both
        apart = second > first + 1
        yield from _held(scene, held[first], held[first + 1 : second])
        yield from _held(scene, held[second] if apart else made, held[second + 1 :])
    elif not kinds:
        yield from _held(scene, made, held)


def _held(scene: Scene, made: Claim, held: Sequence[Claim]) -> Iterator[Relation]:
    if len(held) >= _PAIR and not any("各" in c.lead[-3:] for c in held):
        terms = [term("whole", made), *(term("part", c) for c in held)]
        yield scene.relation("parts-of-whole", terms, ("copies", made.index), 0.95)


def _left(scene: Scene, rest: Claim) -> Iterator[Relation]:
    """共T…，已完成A，尚有/其余B."""
    near = [c for c in scene.before(rest, 8) if amount(c) and c.quantity.dimension == rest.quantity.dimension and c.modality != "base"]
    question = ("rest", rest.index)
    for gap, done in enumerate(near[:4]):
        for far, whole in enumerate(near[gap + 1 : gap + 6]):
            terms = [term("whole", whole), term("part", done), term("part", rest)]
            yield scene.relation("parts-of-whole", terms, question, 0.45 if gap == far == 0 else 0.25)
