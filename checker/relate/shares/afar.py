"""A rate by definition whose operands stand elsewhere in the document, each told once under its very name, or in the rows of one table."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from checker.claim import Claim
from checker.relate.clause import JOINTS
from checker.relate.scene import Scene
from checker.relate.shares.definitions import bare, phrases, quotient, ruled_out
from checker.relate.shares.elsewhere import exact_one_a_value, of_now
from checker.relate.shares.operands import alike, operand, rate_named, stands_beside
from checker.relate.shares.rate_names import of_less
from checker.relate.shares.scopes import of_another
from checker.relate.sorts import amount, one_subject, own_basis
from checker.relation import Relation

_SURE = 0.93
_MOST = 40
_TELLING = 3
_BEGUN = re.compile("^(?:期末|年末|报告期末|全[市县区行]|[0-9年月末日，]+)+")
Index = Mapping[str, list[Claim]]


def relations(scene: Scene) -> Iterator[Relation]:
    """Each such rate over the figures so called: of a cell those of its column, of prose the only ones of its time."""
    rates = [(c, found) for c in scene.claims if c.modality == "result" and not c.quantity.hedge and (found := rate_named(scene, c))[1]]
    if not rates:
        return
    named = _index(scene)
    said = Counter((rate.sentence, name) for rate, (_, name, _) in rates if rate.cell is None)
    for rate, (prefix, name, definitions) in rates:
        doubtful = "respectively" in rate.cues or own_basis(scene.document.words, rate) or of_less(prefix, "")
        if doubtful or _of_one(scene, rate, said[rate.sentence, name]):
            continue
        for definition in definitions:
            if rate.cell is None and stands_beside(scene, rate, definition):
                continue
            top, bottom = (_told(rate, names, named) for names in (definition.above, definition.below))
            if top is None or bottom is None or not _fit(scene, rate, top, bottom) or of_another(scene, rate, top, bottom):
                continue
            if not ruled_out(definition.form, rate, top, bottom):
                yield quotient(scene, rate, definition, top, bottom, _SURE)


def _of_one(scene: Scene, rate: Claim, times: int) -> bool:
    """公司贷款14亿元、不良率1.4%，个人贷款8亿元、不良率1.7%: whether the rate is of the thing told right before it, or one of several."""
    before = next(scene.before(rate, 1), None)
    joined = before is not None and before.sentence == rate.sentence and amount(before) and rate.lead.startswith(JOINTS)
    return rate.cell is None and (times > 1 or joined)


def _index(scene: Scene) -> Index:
    """Every amount under what its words come down to."""
    answer: dict[str, list[Claim]] = {}
    for claim in scene.claims:
        if operand(claim) and claim.measure == "level":
            for key in {key for words in phrases(scene, claim) for key in (bare(words), _BEGUN.sub("", words))} - {""}:
                answer.setdefault(key, []).append(claim)
    return answer


def _told(rate: Claim, names: Sequence[str], named: Index) -> Claim | None:
    """The one figure that bears the first of the names that any bears; what has but two characters says too little from afar."""
    for name in names:
        key = stem if len(stem := bare(name)) >= _TELLING or rate.cell is not None else name
        found = [c for c in named.get(key, ())[:_MOST] if c.index != rate.index] if rate.cell is not None or len(key) >= _TELLING else []
        if rate.cell is not None:
            found = [c for c in found if c.cell is not None and c.cell[::2] == rate.cell[::2]]
        if found:
            return _only_one(rate, found)
    return None


def _only_one(rate: Claim, found: list[Claim]) -> Claim | None:
    if rate.cell is not None:
        return found[0] if len(found) == 1 else None
    cells = of_now(rate, rate, [c for c in found if c.cell is not None])
    groups = exact_one_a_value([*cells, *(c for c in found if c.cell is None)])
    return groups[0] if len(groups) == 1 and not {"part", "paren", "each"} & groups[0].cues else None


def _fit(scene: Scene, rate: Claim, top: Claim, bottom: Claim) -> bool:
    """Whether the figures are of one kind, one body and one time."""
    if top is bottom or not alike(scene, top, bottom):
        return False
    if rate.cell is not None:
        return True
    periods = {c.period.last for c in (rate, top, bottom) if c.period is not None}
    return len(periods) <= 1 and one_subject(top, bottom) and one_subject(rate, top)
