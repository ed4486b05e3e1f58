"""What an audit of a price cut off: 送审造价386万元，审定339万元，核减48万元，核减率12.4%. The rate is of what was submitted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.claim import Claim
from checker.relate.clause import last_words
from checker.relate.scene import Scene
from checker.relate.sorts import proportion
from checker.relation import Relation, Term, term

_RATE = re.compile("(?:综合|平均|总体?|平均综合)?(?:核减|审减|净减)(?:率|比例|幅度)(?:为|达到?|约|是){0,3}")
_CUT = re.compile("(?:核减|审减|净减)(?:金额|额|投资|造价|工程款|价款|资金|数)?(?:为|达|约|共|合计|了){0,4}$")
_APPROVED = re.compile("(?:审定|核定|审核确认)(?:金额|额|投资|造价|结算价|价款?|数)?(?:为|达|约|共|合计){0,4}$")
_SUBMITTED = re.compile("(?:送审|报审)(?:的)?[一-鿿]{0,6}$")
_REACH = 8
_SURE, _CERTAIN = 0.95, 0.98


def relations(scene: Scene) -> Iterator[Relation]:
    """Every such rate with the one submitted amount before it in its sentence, and what was cut off or what was left."""
    for rate in scene.prose:
        if proportion(rate) and not rate.quantity.hedge and _RATE.fullmatch(last_words(rate)):
            yield from _of(scene, rate)


def _of(scene: Scene, rate: Claim) -> Iterator[Relation]:
    near = [c for c in scene.before(rate, _REACH) if c.sentence == rate.sentence and c.quantity.dimension == "money"]
    near = [c for c in near if not c.quantity.hedge and "paren" not in c.cues]
    cut, approved, submitted = ([c for c in near if words.search(last_words(c))] for words in (_CUT, _APPROVED, _SUBMITTED))
    # 送审8426万元，其中3个项目核减48万元: a part of what was submitted
    if len(submitted) != 1 or len(cut) > 1 or len(approved) > 1 or any("part" in c.cues for c in (*cut, *approved)):
        return
    below = term("denominator", submitted[0])
    if cut:
        terms = [Term("share", rate.quantity.interval, rate), Term("numerator", cut[0].quantity.interval, cut[0]), below]
        yield scene.relation("share-of-whole", terms, ("share", rate.index), _CERTAIN)
    elif approved:
        terms = [term("result", rate), term("numerator", approved[0]), below]
        yield scene.relation("reduction-to-approved", terms, ("share", rate.index), _CERTAIN)
    if cut and approved:
        terms = [Term("result", cut[0].quantity.interval, cut[0]), term("now", submitted[0]), term("base", approved[0])]
        yield scene.relation("audit-reduction", terms, ("named", "audit-reduction", cut[0].index), _SURE)
