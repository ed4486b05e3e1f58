"""What the figures of an account or of a list were before, and what moved them: 利息收入a，同比增加b；利息支出c，同比减少d；净收入e，增加f;
进出口a，比上年增加b，其中出口c，增加d，进口e，增加f."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from checker.claim import Claim
from checker.relate.scene import Scene
from checker.relation import Relation, Term

_AHEAD, _LEAST = 3, 3
_BARE = re.compile("^[，、(]?净?(?:增加|减少|上升|下降|增长)了?(?:约)?$")
# Where a list adds up and every member has its movement, the movements add up in nearly all published texts.
_TOLD = 0.94
_YEAR_ON_YEAR, _SINCE = "year", "opening"
_COMPARED = re.compile(
    "^[，、(]?(?:(同比|[比较][上去]年(?:同期)?)|([比较](?:年初|期初|[上去]年[末底])))净?[多少]?(?:增|减|上升|下降|多|少|提高|降低)"
)
# 不良贷款余额a，较年初多b: how a name goes on for what a figure moved by
MOVED = "±"
_BEFORE = re.compile("^[，、(]?(?:(?:上年|去年)(?:同期)?|同期)(?:为|是|的)?$")


def relations(scene: Scene) -> Iterator[Relation]:
    """What moved the members of every list that adds up, or what they were before, against that of its whole."""
    for listing in scene.listings:
        if listing.adds_up() and not listing.overlap:
            told = dict(enumerate((listing.wholes[0], *listing.parts)))
            yield from also(scene, [-1, *(1 for _ in listing.parts)], told, _TOLD, summed=True)


def moved_since(claim: Claim) -> bool:
    """Whether a figure says by how much the one before it moved since the year began or in a year."""
    return claim.measure == "change" and _COMPARED.match(claim.lead) is not None


def account(
    scene: Scene, signs: Sequence[int], filled: Mapping[int, Claim], trust: float, sort: str = "", summed: bool = False
) -> Relation:
    """The relation of an account, whose first sort and those of sign -1 are what the others make up; three figures are told as a
    difference, unless they are a whole and its parts."""
    places = list(filled)
    first, last = filled[places[0]], filled[places[-1]]
    if len(places) == _LEAST and signs[places[1]] > 0 and not summed:
        greater, lesser, gap = (filled[place] for place in places)
        terms = [_term(role, claim, sort) for role, claim in (("gap", gap), ("greater", greater), ("lesser", lesser))]
        return scene.relation("difference-in-words", terms, ("gap", sort, last.index) if sort else ("gap", last.index), trust)
    if all(signs[place] > 0 for place in places[1:]):
        terms = [_term("part" if at else "whole", filled[place], sort) for at, place in enumerate(places)]
        return scene.relation("parts-of-whole", terms, ("account of", sort, first.index, last.index), trust)
    # what is left is the first sort and those on its side, less the others
    terms = [_term("whole", last, sort)]
    terms += [_term("part" if signs[place] < 0 else "less", filled[place], sort) for place in places[:-1]]
    return scene.relation("stock-and-flow", terms, ("balance", sort or "closing", last.index), trust)


def also(scene: Scene, signs: Sequence[int], filled: Mapping[int, Claim], trust: float, summed: bool = False) -> Iterator[Relation]:
    """The same account of what moved its figures, and of what they were a year ago, where the words tell it of every one of them."""
    indices = {claim.index for claim in filled.values()}
    behind = {place: list(_behind(scene, claim, indices)) for place, claim in filled.items()}
    for sort in (_YEAR_ON_YEAR, _SINCE):
        yield from _all(scene, signs, {place: _change(claims, sort) for place, claims in behind.items()}, trust, sort, summed)
    yield from _all(scene, signs, {place: _former(claims) for place, claims in behind.items()}, trust, "former", summed)
    if not summed and not any("comparable" in claim.cues for claim in filled.values()):
        yield from _all(scene, signs, {place: scene.former.get(claim.index) for place, claim in filled.items()}, trust, "implied", summed)


def _behind(scene: Scene, claim: Claim, others: set[int]) -> Iterator[Claim]:
    """The figures of a claim's kind right behind it, before the next of the account."""
    for other in scene.claims[claim.index + 1 : claim.index + 1 + _AHEAD]:
        if other.index in others or other.sentence != claim.sentence:
            return
        if other.quantity.dimension == claim.quantity.dimension:
            yield other


def _change(claims: Sequence[Claim], sort: str) -> Claim | None:
    """The first figure for how much more or less it is than a year ago, or than at the beginning; one that does not say since when goes
    with the others."""
    for claim in claims:
        found = _COMPARED.match(claim.lead) if claim.measure == "change" else None
        if found is not None and (found.group(1) is not None) is (sort == _YEAR_ON_YEAR):
            return claim
        if found is None and claim.measure == "change" and _BARE.match(claim.lead):
            return claim
    return None


def _former(claims: Sequence[Claim]) -> Claim | None:
    return next((claim for claim in claims if claim.modality == "base" and _BEFORE.match(claim.lead)), None)


def _all(scene: Scene, signs: Sequence[int], told: Mapping[int, Claim | None], trust: float, sort: str, summed: bool) -> Iterator[Relation]:
    found = {place: claim for place, claim in told.items() if claim is not None}
    since = any(_COMPARED.match(claim.lead) for claim in found.values()) or sort not in (_YEAR_ON_YEAR, _SINCE)
    if len(found) == len(told) and since:
        yield account(scene, signs, found, trust, sort, summed)


def _term(role: str, claim: Claim, sort: str) -> Term:
    """A figure in its role, with its direction where it says how much more or less; 新增a，减少b，净增c are amounts."""
    bare = sort in (_YEAR_ON_YEAR, _SINCE) and _BARE.match(claim.lead) is not None
    signed = claim.measure == "change" and (bare or _COMPARED.match(claim.lead) is not None)
    return Term(role, claim.signed if signed or claim.quantity.dimension == "point" else claim.quantity.interval, claim)
