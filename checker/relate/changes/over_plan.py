"""By what share an outcome exceeds what was planned or falls short of it: 批复概算12.36亿元，实际完成14.30亿元，超出15.7%."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.claim import Claim
from checker.relate.changes.levels import level
from checker.relate.scene import Scene
from checker.relate.topic import last_clause
from checker.relation import Relation, Term, term

_PLANNED = re.compile("概算|估算|预算|计划|目标|控制价|限价|限额|定额|批复|核定|任务")
_ACTUAL = re.compile("^(?:而|但|其中)?(?:最终|最后|后|则)?实际|^(?:竣工)?(?:决算|结算)|^执行数")
_OVER = re.compile("^超(?:出|支|额|过)?(?:原?批?复?概算?|预算|计划|目标|任务)?(?:率|比例|幅度)?(?:达到?|为|约|了){0,2}$")
_UNDER = re.compile("^(?:节约|节省|节支|少支|结余|节余)(?:率|比例|幅度)?(?:达到?|为|约|了){0,2}$")
_SURE = 0.94
_FEWEST = 2


def relations(scene: Scene) -> Iterator[Relation]:
    """Each such share against the plan and the outcome that its sentence tells side by side, an amount between them and it at most."""
    for sentence in scene.sentences:
        for position, share in enumerate(sentence):
            side = _side(share) if position >= _FEWEST else 0
            two = _told(sentence, position) if side else None
            if two is not None and scene.same_things(*two):
                planned, actual = two
                rate = Term("rate", share.quantity.interval if side > 0 else -share.quantity.interval, share)
                terms = [rate, term("now", actual), term("base", planned)]
                yield scene.relation("growth-from-levels", terms, ("rate", share.index), _SURE)


def _side(share: Claim) -> int:
    words = last_clause(share.lead)
    if share.quantity.dimension != "fraction" or "paren" in share.cues or share.lead[:1] not in ("，", "、"):
        return 0
    return 1 if _OVER.match(words) else -1 if _UNDER.match(words) else 0


def _told(sentence: list[Claim], position: int) -> tuple[Claim, Claim] | None:
    at = position - 1
    if at > 1 and not (_PLANNED.search(last_clause(sentence[at - 1].lead)) and _ACTUAL.match(last_clause(sentence[at].lead))):
        at -= 1  # 超概算0.42亿元，超概17.8%
    planned, actual = sentence[at - 1], sentence[at]
    plain = all(level(c) and "paren" not in c.cues and c.clause == sentence[position].clause for c in (planned, actual))
    worded = _PLANNED.search(last_clause(planned.lead)) is not None and _ACTUAL.match(last_clause(actual.lead)) is not None
    return (planned, actual) if plain and worded and actual.modality == "result" else None
