"""What has accrued since the beginning, against what the year added to it: 缴存额78.5亿元; 年末缴存总额612.4亿元，比上年末增长14.7%."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from checker.claim import Claim
from checker.relate.changes.levels import level
from checker.relate.scene import Scene
from checker.relate.topic import last_clause
from checker.relation import Relation, term

_WHOLE, _YEARLY = "总额", "额"
_OPENINGS = ("上年末", "去年末", "上年底", "去年底", "年初")
_SHORTEST = 2
_SURE = 0.95
_YEAR = 12


def relations(scene: Scene) -> Iterator[Relation]:
    """Each 总额 of the end of a year with its growth since the year before, and the one amount that its year added."""
    added = _added(scene)
    for sentence in scene.sentences if added else ():
        for position, whole in enumerate(sentence):
            stem = whole.name.removesuffix(_WHOLE)[-_SHORTEST:]
            if level(whole) and whole.name.endswith(_WHOLE) and len(stem) >= _SHORTEST and whole.period is not None:
                flows = [c for c in added.get(stem, ()) if c.period is not None and c.period.last.year == whole.period.last.year]
                if flows and all(c.quantity.interval.meets(flows[0].quantity.interval) for c in flows[1:]):
                    yield from _grown(scene, whole, flows[0], sentence[position + 1 : position + 4])


def _added(scene: Scene) -> Mapping[str, list[Claim]]:
    """Amounts of a whole year by the last characters before their 额."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in scene.prose:
        yearly = claim.period is not None and not claim.period.point and claim.period.months == _YEAR
        if level(claim) and claim.quantity.dimension != "fraction" and yearly and claim.modality == "result" and not claim.cues & {"part"}:
            stem = claim.name.removesuffix(_YEARLY)
            if stem != claim.name and not claim.name.endswith((_WHOLE, "余额")):
                found[stem[-_SHORTEST:]].append(claim)
    return found


def _grown(scene: Scene, whole: Claim, flow: Claim, after: Sequence[Claim]) -> Iterator[Relation]:
    change = replace(flow, direction=1)
    for claim in after:
        if claim.name not in ("", whole.name) and claim.modality != "base" or ";" in claim.lead:
            return
        since = any(word in last_clause(claim.lead) for word in _OPENINGS)
        if claim.measure == "rate" and since and not claim.average:
            terms = [term("rate", claim), term("change", change), term("now", whole)]
            yield scene.relation("growth-from-change", terms, ("rate", claim.index), _SURE)
        elif claim.modality == "base" and since and scene.same_things(claim, whole):
            terms = [term("change", change), term("now", whole), term("base", claim)]
            yield scene.relation("change-of-levels", terms, ("accrued", whole.index), _SURE)
