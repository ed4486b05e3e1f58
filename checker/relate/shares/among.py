"""So many of so many, and their share right behind: 覆盖19个派出所中的17个，覆盖率89.5%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from checker.claim import Claim
from checker.relate.clause import JOINTS
from checker.relate.scene import Scene
from checker.relate.shares.together import share_of
from checker.relate.sorts import amount, own_basis
from checker.relation import Relation, Term, term

_AMONG = re.compile("^[^，。；;、(（]{0,14}(?:中|里|当中)(?:的|，?有|，?已有|，)?$")
_NAMED = re.compile("(?:率|面|占比|比例|^[，(]?占)[为达约仅是]{0,2}$")
# 18个镇、3个街道中，已有13个
_IN_ALL = re.compile("^[一-鿿()]{0,8}中，?(?:已|共|仅)?有$")
# 建成服务中心，覆盖率
_RIGHT_BEHIND = re.compile("^[^，。；;、:()]{0,16}，(?:占比?|[一-鿿]{2,4}率|[一-鿿]{2,4}面)[为达约]{0,2}$")
_MOST = 4
_SURE = 0.93


def relations(scene: Scene, share: Claim) -> Iterator[Relation]:
    """The second of two counts, which the words put among the first, over the first, for the share that follows them."""
    part, whole = (*scene.before(share, 2), None, None)[:2]
    if part is not None and (run := _counted_together(scene, part)):
        yield from _of_them_all(scene, share, part, run)
        return
    if part is None or whole is None or share.quantity.hedge or own_basis(scene.document.words, share):
        return
    near = part.sentence == whole.sentence == share.sentence and len(share.lead) <= len("，实际覆盖率已达到约")
    counts = all(amount(c) and c.modality == "result" and not c.quantity.hedge for c in (part, whole))
    # 十个样品中三个: what is counted must be of one kind, or the second without a noun of its own
    if near and counts and scene.same_things(part, whole) and _AMONG.match(part.lead) and _NAMED.search(share.lead):
        name = share.lead.strip("，,为达约仅是 ")
        if not any(root in name for root in scene.rules.wording["rates_of_other_base"]) or name.endswith("面"):
            yield share_of(scene, share, (part,), whole, ("share", share.index), _SURE)


def _counted_together(scene: Scene, part: Claim) -> list[Claim]:
    """18个镇、3个街道中，已有13个建成: the counts joined to each other among all of which the part is; [] unless there are several."""
    run: list[Claim] = []
    if _IN_ALL.match(part.lead) is None:
        return run
    for claim in scene.before(part, _MOST):
        counted = amount(claim) and claim.quantity.dimension.startswith("count:")
        if claim.sentence != part.sentence or not counted or claim.quantity.hedge:
            return []
        run.append(claim)
        if not any(mark in claim.lead for mark in JOINTS):
            break
    named = all(_noun(c) for c in run)
    return run[::-1] if len(run) > 1 and named and not any(mark in run[-1].lead for mark in JOINTS) else []


def _noun(claim: Claim) -> bool:
    """Whether a count says itself of what it is, before the mark that joins the next one: 18个镇、."""
    return bool(re.split("[、和及与，中]", claim.tail, maxsplit=1)[0]) and claim.modality == "result"


def _of_them_all(scene: Scene, share: Claim, part: Claim, run: list[Claim]) -> Iterator[Relation]:
    plain = amount(part) and not part.quantity.hedge and part.sentence == share.sentence and part.index + 1 == share.index
    general = part.quantity.dimension in {c.quantity.dimension for c in run}
    if plain and general and _RIGHT_BEHIND.search(share.lead) and not share.quantity.hedge and not own_basis(scene.document.words, share):
        words = "(" + " + ".join(c.quantity.text for c in run) + ")"
        whole = sum((c.quantity.interval for c in run[1:]), run[0].quantity.interval)
        below = Term("denominator", whole, replace(run[0], sources=tuple(run)), words)
        terms = [term("share", share), term("numerator", part), below]
        yield scene.relation("share-of-whole", terms, ("share", share.index), _SURE)
