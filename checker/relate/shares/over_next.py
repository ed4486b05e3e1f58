"""A rate behind its part and the whole that follows the part: 持卡人数168.4万人，户籍人口190.5万人，持卡率88.4%."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.claim import Claim
from checker.relate.clause import last_words
from checker.relate.scene import Scene
from checker.relate.shares.rate_names import named_after
from checker.relate.shares.sanity import ruled_out
from checker.relate.shares.together import share_of
from checker.relate.sorts import amount, own_basis
from checker.relation import Relation

_SURE = 0.93
_PAIR = 2
# what the second of two amounts is called where it is all there is, and no rest
_ALL = re.compile(
    "(?:(?:户籍|常住)?人口|适龄(?:人口|儿童)|总[数量额人户][数量]?|总面积|(?:^|[^对相适供])应[一-鿿]{1,6}|全部[一-鿿]{1,6})(?:为|共|约)?$"
)


def relations(scene: Scene, rate: Claim) -> Iterator[Relation]:
    """The amount that the rate is named after, told first, over the one right before the rate, if that is a whole by its name."""
    _, root = named_after(rate)
    told = list(scene.before(rate, _PAIR))
    if not root or len(told) != _PAIR or rate.quantity.hedge or own_basis(scene.document.words, rate):
        return
    whole, part = told
    plain = all(amount(c) and c.modality == "result" and "paren" not in c.cues and not c.quantity.hedge for c in told)
    if not plain or part.sentence != rate.sentence or part.clause != rate.clause or not scene.same_things(part, whole):
        return
    named = root in last_words(part) and root not in last_words(whole) and not last_words(part).endswith(("未", "不"))
    if named and _ALL.search(last_words(whole)) is not None and "part" not in whole.cues and not ruled_out(rate, (part,), whole):
        yield share_of(scene, rate, (part,), whole, ("share", rate.index), _SURE)
