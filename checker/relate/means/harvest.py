"""What a field yields: 播种面积 × 平均亩产 = 总产, told in any order in a passage that tells each of the three once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.claim import Claim
from checker.relate.likeness import told
from checker.relate.means.pace import quotient_term
from checker.relate.scene import Scene
from checker.relate.shares.around import differs
from checker.relate.sorts import amount
from checker.relate.topic import last_clause
from checker.relation import Relation, Term, term

_YIELD = re.compile("(?:亩产|单产|单位面积产量|每公顷产量|每亩产量)[^，]{0,4}$")
_FIELD = re.compile("(?:播种|种植|收获|面积)[^，]{0,6}$")
_CROP = re.compile("总?产量?[^，]{0,3}$")
# of several outputs of one crop the whole, not the summer's or the autumn's
_TOTAL = re.compile("^[，；;、]?(?:[^，；;、]{0,6}的?)?总产(?:量)?[为达到约]{0,2}$")
_SOWN = re.compile("(?:播种|种植)面积[为达到约]{0,2}$")
_REACH = 10
_SURE = 0.95


def relations(scene: Scene) -> Iterator[Relation]:
    """For every yield the one area and the one output that its sentence or the one before tells."""
    for claim in scene.prose:
        mass = claim.quantity.dimension in ("mass", "mass/area") and claim.measure in ("level", "mean") and claim.modality == "result"
        if mass and not claim.quantity.hedge and _YIELD.search(last_clause(claim.lead)):
            yield from _of(scene, claim)


def _of(scene: Scene, each: Claim) -> Iterator[Relation]:
    around = [c for c in scene.claims[max(0, each.index - _REACH) : each.index + _REACH] if c.cell is None and c.sentence == each.sentence]
    told = [c for c in around if c is not each and amount(c) and c.modality == "result" and not c.quantity.hedge and not differs(c)]
    fields = [c for c in told if c.quantity.dimension == "area"]
    masses = [c for c in told if c.quantity.dimension == "mass" and not _YIELD.search(last_clause(c.lead))]
    # 总产29.4万吨，折5.88亿斤
    crops = [c for c in masses if _CROP.search(last_clause(c.lead))]
    crops, fields = _whole(crops, _TOTAL), _whole(fields, _SOWN)
    yields = [c for c in around if c.modality == "result" and c.measure != "change" and _YIELD.search(last_clause(c.lead))]
    # 其中优质稻面积: another area, another output or another yield may be of something else
    if len(fields) == len(crops) == len(yields) == 1 and _FIELD.search(fields[0].lead):
        if not all(_of_the_field(c, fields[0], pattern) for c, pattern in ((each, _YIELD), (crops[0], _CROP))):
            return
        area = fields[0].signed
        if "/" not in each.quantity.dimension:
            unit = "公顷" if "公顷" in last_clause(each.lead) else "亩"
            area = area.scaled(1 / scene.rules.units[unit].factor)
        below = Term("denominator", area, fields[0])
        yield scene.relation("mean-per-unit", [quotient_term(each), term("numerator", crops[0]), below], ("mean", each.index), _SURE)


def _whole(claims: list[Claim], pattern: re.Pattern[str]) -> list[Claim]:
    """Of several the one that the words say is the whole; all if they say so of none or of more."""
    named = [claim for claim in claims if pattern.search(last_clause(claim.lead))]
    return named if len(claims) > 1 and len(named) == 1 and named[0] is claims[0] else claims


def _of_the_field(claim: Claim, field: Claim, pattern: re.Pattern[str]) -> bool:
    """Whether the words before 亩产 or 总产 name nothing that those of the area do not: 示范片平均亩产 is of other fields."""
    words = pattern.sub("", last_clause(claim.lead)).strip("，；;、。 ").replace("平均", "")
    return told(words) <= set(last_clause(field.lead))
