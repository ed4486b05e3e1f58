"""Two amounts set against each other by name: 逾期贷款2.4亿元，与不良贷款之比为87%; 逾期贷款与不良贷款的比值为87%."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.claim import Claim
from checker.relate.clause import last_words
from checker.relate.scene import Scene
from checker.relate.shares.afterwards import thing_of
from checker.relate.shares.around import listed
from checker.relate.shares.overall import one_a_value
from checker.relate.shares.sanity import ruled_out
from checker.relate.shares.together import share_of
from checker.relate.sorts import amount, one_scale, own_basis, proportion
from checker.relation import Relation

_SURE = 0.93
_REACH = 24
_RATIO = re.compile(
    "^(?P<above>[^，。；;、:(0-9]{0,14}?)与(?P<below>[^，。；;、:(0-9]{2,14}?)(?:之比|的?比值|的?比率|的比例)(?:约?为|是|达)?$"
)
_OTHER = re.compile("上年|去年|同期|全[国省]|平均|上[月季]|年初")
_SHORTEST = 2
_NARROW = frozenset({"paren", "each", "respectively"})


def relations(scene: Scene) -> Iterator[Relation]:
    """The amount right before the words, or the one that they name first, over the one that they name last."""
    for ratio in scene.prose:
        found = _RATIO.match(last_words(ratio)) if proportion(ratio) and ratio.modality == "result" and not ratio.quantity.hedge else None
        if found is None or _OTHER.search(found["below"]) or own_basis(scene.document.words, ratio):
            continue
        above = _named(scene, ratio, found["above"]) if found["above"] else _right_before(scene, ratio)
        below = _named(scene, ratio, found["below"])
        alike = above is not None and below is not None and above is not below and one_scale(above, below)
        if above is not None and below is not None and alike and scene.same_things(above, below) and not ruled_out(ratio, (above,), below):
            yield share_of(scene, ratio, (above,), below, ("share", ratio.index), _SURE)


def _right_before(scene: Scene, ratio: Claim) -> Claim | None:
    before = scene.claims[ratio.index - 1] if ratio.index else None
    right = before is not None and before.sentence == ratio.sentence and ratio.lead.startswith("，与") and _plain(before)
    return before if before is not None and right and not listed(scene, before) else None


def _named(scene: Scene, ratio: Claim, name: str) -> Claim | None:
    """The one amount of the paragraph of that name, whatever it is measured in: 不良贷款余额 is meant by 不良贷款."""
    thing = thing_of(scene, name)
    told = [c for c in scene.before(ratio, _REACH) if c.block == ratio.block and _plain(c) and c.name]
    found = one_a_value([c for c in told if thing_of(scene, c.name) == thing]) if len(thing) >= _SHORTEST else []
    return found[0] if len(found) == 1 else None


def _plain(claim: Claim) -> bool:
    return amount(claim) and claim.modality == "result" and not claim.quantity.hedge and not _NARROW & claim.cues
