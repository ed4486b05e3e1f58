"""Wording that ties a whole to its parts."""

from __future__ import annotations

from collections.abc import Iterator

from checker.claim import Claim
from checker.relate.listing import Listing
from checker.relate.scene import Scene
from checker.relate.sorts import amount
from checker.relation import Relation, term

_DRAWN = ("合计", "共计", "总计", "两者", "两项", "三者", "三项", "各项合计", "两类", "两区")
_ENUMERATING = frozenset("、和及与")
_LONGEST_RUN = 8


def relations(scene: Scene) -> Iterator[Relation]:
    """Sums over listings, totals drawn after a list, wholes and what is left of them."""
    for listing in scene.listings:
        yield from _listed(scene, listing)
    for sentence in scene.sentences:
        for position, claim in enumerate(sentence):
            if amount(claim) and claim.lead.endswith(scene.rules.wording["copies"]):
                yield from _copies(scene, claim)
            if amount(claim) and "total" in claim.cues and position >= 2 and claim.modality != "base":
                yield from _drawn(scene, sentence, position)
            outside = claim.modality != "base" and claim.index not in scene.container
            if amount(claim) and outside and last_words(claim).startswith(scene.rules.wording["rest"]):
                yield from _left(scene, claim)


def last_words(claim: Claim) -> str:
    """The words between the last comma and the figure."""
    lead = claim.lead
    return lead[max(lead.rfind(mark) for mark in "，、；;:(") + 1 :]


def _listed(scene: Scene, listing: Listing) -> Iterator[Relation]:
    parts = listing.parts
    for rank, whole in enumerate(listing.wholes):
        for last in range(len(parts), 1, -1):
            # a list may run on into figures that no longer belong to it
            trust = listing.trust(whole, parts[:last]) if last == len(parts) else listing.bound * 0.55
            less = listing.overlap if last == len(parts) else ()
            terms = [term("whole", whole), *(term("part", part) for part in parts[:last]), *(term("less", twice) for twice in less)]
            yield scene.relation("parts-of-whole", terms, ("parts", parts[0].index), trust if rank == 0 else trust / 3)


def _copies(scene: Scene, made: Claim) -> Iterator[Relation]:
    """本合同一式八份，甲方执四份，乙方执三份，代理机构执一份."""
    held = [c for c in scene.after(made, 8) if c.quantity.dimension == made.quantity.dimension and amount(c)]
    if len(held) >= 2 and not any("各" in c.lead[-3:] for c in held):
        terms = [term("whole", made), *(term("part", c) for c in held)]
        yield scene.relation("parts-of-whole", terms, ("copies", made.index), 0.95)


def _drawn(scene: Scene, sentence: list[Claim], position: int) -> Iterator[Relation]:
    """A、B、C，合计T."""
    total = sentence[position]
    run: list[Claim] = []
    for other in reversed(sentence[:position]):
        if not amount(other) or other.modality == "base" or "paren" in other.cues:
            continue
        if other.quantity.dimension != total.quantity.dimension:
            if run:
                break
            continue
        run.insert(0, other)
        if any(word in other.lead for word in ("其中", "分别", "依次")) or other.lead[:1] not in _ENUMERATING or len(run) == _LONGEST_RUN:
            break
    words = last_words(total).strip("(")
    stated = words.startswith(_DRAWN) or words == "共" and total.clause == run[-1].clause if run else False
    for count in range(len(run), 1, -1):
        chosen = run[-count:]
        trust = (0.88 if stated else 0.4) if count == len(run) else 0.4
        terms = [term("whole", total), *(term("part", part) for part in chosen)]
        yield scene.relation("parts-of-whole", terms, ("total", total.index), trust)


def _left(scene: Scene, rest: Claim) -> Iterator[Relation]:
    """共T…，已完成A，尚有/其余B."""
    near = [c for c in scene.before(rest, 8) if amount(c) and c.quantity.dimension == rest.quantity.dimension and c.modality != "base"]
    question = ("rest", rest.index)
    for gap, done in enumerate(near[:4]):
        for far, whole in enumerate(near[gap + 1 : gap + 6]):
            terms = [term("whole", whole), term("part", done), term("part", rest)]
            yield scene.relation("parts-of-whole", terms, question, 0.45 if gap == far == 0 else 0.25)
