"""Town over country where the ratio has a short name: 城镇、农村居民人均可支配收入分别达38624元、19478元…收入比由上年的2.04缩小到1.98;
农村居民收入只及城镇居民的50.4%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.claim import Claim
from checker.relate.changes.grown import paces
from checker.relate.scene import Scene
from checker.relate.sorts import one_subject
from checker.relate.topic import last_clause
from checker.relation import Relation, Term, term

_RULE, _FULL = "urban-rural-income-ratio", "城乡居民收入比"
_TOWN, _COUNTRY = "城镇居民人均可支配收入", "农村居民人均可支配收入"
_SHORT = re.compile("^(?:[，；;(]|其)?(?:城乡)?(?:居民)?(?:人均)?(?:可支配)?收入(?:比|之比|倍差|比值|差距)[^，。；;(以0-9]{0,8}$")
_MOVED = re.compile("^(?:缩小|下降|降低|降|收窄|扩大|上升|缩)[到至为]$")
_OF_TOWN = re.compile(
    "农村居民[^，。；;0-9]{0,8}收入(?:只|仅)?(?:及|为|是|有|相当于)(?:全[市县省区])?城镇居民(?:[^，。；;0-9]{0,8})?的(?:约)?$"
)
_SORTS, _LEVELS = ("number", "multiple"), ("level", "mean")
_WIDER = ("全国", "全省")
_BACK, _FAR = 10, 120
_SURE, _THEN, _ELSEWHERE = 0.95, 0.93, 0.93


def relations(scene: Scene) -> Iterator[Relation]:
    """Every such ratio over the two incomes told before it, and over those of the year before where their rates are told."""
    for sentence in scene.sentences:
        for at, claim in enumerate(sentence):
            plain = claim.quantity.dimension in _SORTS and claim.quantity.ratio is None and "paren" not in claim.cues
            if plain and claim.indicator != _FULL and _SHORT.match(_clause(sentence, at)):
                yield from _ratio(scene, claim)
            elif claim.quantity.dimension == "fraction" and _OF_TOWN.search(last_clause(claim.lead)):
                yield from _portion(scene, claim)


def _clause(sentence: Sequence[Claim], at: int) -> str:
    """The words of a ratio's clause, those before the level it started from for the one reached."""
    claim = sentence[at]
    if at and sentence[at - 1].modality == "base" and _MOVED.match(claim.lead):
        claim = sentence[at - 1]
    return last_clause(claim.lead)


def _ratio(scene: Scene, ratio: Claim) -> Iterator[Relation]:
    near = [c for c in scene.before(ratio, _BACK) if ratio.sentence - c.sentence <= 1 and c.modality == "result" and c.measure in _LEVELS]
    town = next((c for c in near if c.indicator == _TOWN and c.quantity.dimension == "money"), None)
    country = next((c for c in near if c.indicator == _COUNTRY and c.quantity.dimension == "money"), None)
    if town is None or country is None or not one_subject(town, country) or town.subject[:2] in _WIDER:
        return
    question = ("income ratio", ratio.index)
    if ratio.modality != "base":
        ends = term("numerator", town), term("denominator", country)
        yield scene.relation(_RULE, [term("result", ratio), *ends], question, _SURE)
        return
    known = paces(scene)
    if town.index in known and country.index in known and not (known[town.index].since or known[country.index].since):
        ends = known[town.index].former("numerator"), known[country.index].former("denominator")
        yield scene.relation(_RULE, [term("result", ratio), *ends], question, _THEN)


def _portion(scene: Scene, share: Claim) -> Iterator[Relation]:
    """The two incomes that the document tells, each with one value."""
    told = [c for c in scene.earlier(share, _FAR) if c.modality == "result" and c.measure != "rate" and c.quantity.dimension == "money"]
    towns, countries = ([c for c in told if c.indicator == name and not c.quantity.hedge] for name in (_TOWN, _COUNTRY))
    if all(len({c.quantity.value for c in found}) == 1 for found in (towns, countries)):
        terms = [Term("share", share.quantity.interval, share), term("numerator", countries[0]), term("denominator", towns[0])]
        yield scene.relation("share-of-whole", terms, ("share", share.index), _ELSEWHERE)
