"""Percentages of a base that is told between: 支付率不低于50%，按资金合计3亿元测算为1.5亿元; 按常住人口231万人计算，参保率为97%."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.claim import Claim
from checker.interval import Interval
from checker.relate.clause import last_words
from checker.relate.scene import Scene
from checker.relate.shares.around import words_of
from checker.relate.shares.overall import one_a_value
from checker.relate.shares.rate_names import named_after
from checker.relate.shares.sanity import ruled_out
from checker.relate.shares.together import share_of
from checker.relate.sorts import amount, proportion
from checker.relation import Relation, Term, term

_SURE, _RATED = 0.95, 0.93
_REACH = 16
_BASE = re.compile("^(?:按照?|以)[^，；;、:()0-9]{1,20}$")
_WORKED_OUT = "(?:测算|计算|折算|核算|匡算|为基数(?:计算|测算)?)"
# 测算为; 为基数，本年可转让额度: behind a comma only what may or must be is worked out
_MADE = re.compile(
    f"^{_WORKED_OUT}(?:，?(?:约?为|得出?|是|即)|，?[^，；;、:()0-9]{{0,8}}(?:应|可|须|需)[^，；;、:()0-9]{{0,8}}(?:额度?|限额|数量?)?(?:为|是)?)$"
)
_AGAIN = re.compile("^，(?:即|为|计)$")
_RATED_SO = re.compile(f"^{_WORKED_OUT}，")
_MEASURED = frozenset({"paren", "each", "respectively", "part"})


def relations(scene: Scene) -> Iterator[Relation]:
    """What a percentage comes to on the base behind it, and again on the same base; what a rate says of the base before it."""
    former: Claim | None = None
    for share in scene.prose:
        if not proportion(share) or share.modality == "base" or share.quantity.hedge and not share.quantity.text.startswith("不"):
            continue
        base, made = _told(scene, share)
        if base is None and former is not None and former.sentence == share.sentence:
            base, made = former, _again(scene, share)
        if base is not None and made is not None and scene.same_things(base, made):
            rate = Term("rate", Interval.exactly(share.quantity.value) if _agreed(share) else share.quantity.interval, share)
            yield scene.relation("portion-of-base", [term("portion", made), rate, term("base", base)], ("portion", made.index), _SURE)
            former = base
        elif not share.quantity.hedge:
            yield from _rated(scene, share)


def _agreed(share: Claim) -> bool:
    """Whether a percentage is one that is asked for and so exact, and none that came out of a count."""
    return bool(share.quantity.hedge) or share.modality == "target" or share.lead.endswith("的")


def _told(scene: Scene, share: Claim) -> tuple[Claim | None, Claim | None]:
    base, made = (*scene.after(share, 2), None, None)[:2]
    if base is None or made is None or not (_plain(base) and _plain(made)) or made.sentence != share.sentence:
        return None, None
    named = base.lead[:1] == "，" and _BASE.match(base.lead[1:].removeprefix("即")) is not None
    return (base, made) if named and _MADE.match(made.lead) else (None, None)


def _again(scene: Scene, share: Claim) -> Claim | None:
    """…测算为1.5亿元；年底不低于85%，为2.5亿元: what a further percentage of the sentence comes to."""
    made = next(scene.after(share, 1), None)
    alone = "占" not in share.lead and not share.lead.endswith("的") and share.lead[:1] in ("，", ";")
    told = made is not None and made.sentence == share.sentence and _plain(made) and _AGAIN.match(made.lead) is not None
    return made if alone and told else None


def _rated(scene: Scene, rate: Claim) -> Iterator[Relation]:
    """参保224.9万人…按常住人口231.6万人计算，参保率为97.1%: the one amount told in the words the rate is named after, over that base."""
    base = next(scene.before(rate, 1), None)
    root = named_after(rate)[1] if _RATED_SO.match(rate.lead) else ""
    if base is None or not root or base.sentence != rate.sentence or not _plain(base) or not _BASE.match(last_words(base)):
        return
    near = [c for c in scene.before(base, _REACH) if c.block == rate.block and _plain(c) and not _MEASURED & c.cues]
    told = [c for c in near if scene.same_things(c, base) and root in words_of(scene, c) + c.name and c.index not in scene.container]
    if len(one_a_value(told)) == 1 and not ruled_out(rate, (told[0],), base):
        yield share_of(scene, rate, (told[0],), base, ("share", rate.index), _RATED)


def _plain(claim: Claim) -> bool:
    return amount(claim) and claim.modality != "base" and not claim.quantity.hedge
