"""A round figure that says how far something has come (突破200亿元, 近8万人) against the full figure given of it elsewhere."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from checker.claim import Claim
from checker.relate.scene import Scene
from checker.relate.sorts import one_subject
from checker.relation import Relation, term

_MOST_ROUND = 2
_SHORTEST_NAME = 5
_MOST_NAMESAKES = 4
# a milestone is reached by what has one full figure of its name and time; among several, figures and milestone may be of unlike scope
_REACHED, _ONE_OF_SEVERAL = 0.93, 0.4
# 后者毛利率接近48%: of some that were named before
_PRONOUN = re.compile("[前后两二三四]者")
_Key = tuple[str, str, str, int, bool]


def relations(scene: Scene) -> Iterator[Relation]:
    """Each milestone against the full figures of its name, kind and time in other sentences."""
    full: dict[_Key, list[Claim]] = defaultdict(list)
    for claim in scene.prose:
        if _full(claim):
            full[_key(claim)].append(claim)
    for claim in scene.prose:
        if _milestone(scene, claim):
            yield from _reached(scene, claim, full)


def _reached(scene: Scene, stone: Claim, full: Mapping[_Key, list[Claim]]) -> Iterator[Relation]:
    found = [other for other in full.get(_key(stone), ()) if other.sentence != stone.sentence and _one_fact(stone, other)]
    distinct = [c for at, c in enumerate(found) if not any(c.quantity.interval.meets(e.quantity.interval) for e in found[:at])]
    for other in found[:_MOST_NAMESAKES]:
        trust = _REACHED if len(distinct) == 1 else _ONE_OF_SEVERAL
        yield scene.relation("said-twice", [term("again", stone), term("first", other)], ("milestone", stone.index), trust)


def _key(claim: Claim) -> _Key:
    kind = "move" if claim.measure in ("rate", "change", "points") else claim.measure
    name = claim.indicator or (claim.name if len(claim.name) >= _SHORTEST_NAME else "")
    return name, kind, claim.quantity.dimension, claim.direction, claim.average


def _one_fact(stone: Claim, other: Claim) -> bool:
    here, there = stone.period, other.period
    timed = here is not None and there is not None and here.last == there.last and here.first.year == there.first.year
    subject = one_subject(stone, other) or not stone.subject or not other.subject
    fuller = _digits(other) > _digits(stone)
    return timed and fuller and subject and stone.modality == other.modality and stone.cues & {"part"} == other.cues & {"part"}


def _full(claim: Claim) -> bool:
    quantity = claim.quantity
    exact = not quantity.hedge and quantity.high is None and quantity.ratio is None and quantity.numeral is not None
    return exact and bool(_key(claim)[0]) and claim.modality != "base" and _digits(claim) > 1


def _milestone(scene: Scene, claim: Claim) -> bool:
    """A round figure under a verb of reaching or an 余 that ends its clause: what follows in it would be what the figure only sizes."""
    quantity = claim.quantity
    if of_each(scene, claim) or _PRONOUN.search(claim.lead) or _PRONOUN.fullmatch(claim.subject):
        return False
    if not quantity.hedge or quantity.high is not None or quantity.numeral is None or not 0 < _digits(claim) <= _MOST_ROUND:
        return False
    words = scene.rules.wording["milestone"]
    said = quantity.text.startswith(words) or quantity.text.rstrip("个户家人万亿元吨亩件名次%").endswith(("余", "多"))
    return said and _ends(scene, claim) and not any(word in claim.lead for word in scene.rules.wording["years_after"])


def of_each(scene: Scene, claim: Claim) -> bool:
    """有6个村集体经营性收入不足50万元, 3个乡镇财政收入突破2亿元: behind things counted, with no comma between, a bound says what each of
    them has."""
    before = next(scene.before(claim, 1), None)
    joined = before is not None and before.sentence == claim.sentence and not set("，、；：,;:") & set(claim.lead)
    return joined and before is not None and bool(claim.quantity.hedge) and before.quantity.dimension.startswith(("count:", "person"))


def _ends(scene: Scene, claim: Claim) -> bool:
    rest = claim.tail
    for word in scene.rules.wording["step_reached"]:
        rest = rest.removeprefix(word)
    return rest[:1] in ("", "，", "、", ";", "。", ",", "(", ")")


def _digits(claim: Claim) -> int:
    numeral = claim.quantity.numeral
    return len(numeral.mantissa.normalize().as_tuple().digits) if numeral is not None and claim.quantity.value else 0
