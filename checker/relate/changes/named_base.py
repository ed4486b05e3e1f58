"""A rate told against a level by its name: 合同价1200万元，结算价1280万元，比合同价增长6.7%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.claim import Claim
from checker.relate.changes.levels import level
from checker.relate.scene import Scene
from checker.relate.sorts import at_constant_prices
from checker.relate.topic import last_clause
from checker.relation import Relation, term

_THAN = re.compile(r"^[，、(]?[但仍又]?[比较](?P<name>[一-鿿]{2,10})$")
_TIME = re.compile("[年月季日周期][末初底度]?$|[上去前]年|同期|以来|均值|平均|水平|常年|历史")
_HALF, _PAIR = 2, 2
_ORDER, _REACH = 5, 12
_SURE = 0.94


def relations(scene: Scene, sentence: Sequence[Claim], position: int) -> Iterator[Relation]:
    """The rate against the two levels that alone are told before it, the first of which bears the name that it is compared with."""
    rate = sentence[position]
    name = _name(scene, rate)
    told = [c for c in sentence[: position if position < _REACH else 0] if level(c) and c.quantity.dimension != "fraction"]
    if not name or len(told) != _PAIR or rate.average or "comparable" in rate.cues:
        return
    base, now = told
    lesser, greater = sorted(abs(c.quantity.value) for c in told)
    plain = all("paren" not in c.cues and not c.average and not c.quantity.hedge and c.clause == rate.clause for c in told)
    fits = scene.same_things(base, now) and _called(base, name) and not _called(now, name) and "其中" not in now.lead
    nominal = "base" not in (base.modality, now.modality) and not at_constant_prices(scene.rules, now)
    if plain and fits and nominal and greater <= lesser * _ORDER:
        terms = [term("rate", rate), term("now", now), term("base", base)]
        yield scene.relation("growth-from-levels", terms, ("rate", rate.index), _SURE)


def _name(scene: Scene, rate: Claim) -> str:
    """What the clause says between 比 and the verb, '' where that is a time or a norm."""
    verbs = scene.rules.wording["increase"] + scene.rules.wording["decrease"]
    words = rate.lead.rstrip("了约近为达")
    verb = max((verb for verb in verbs if words.endswith(verb)), key=len, default="")
    found = _THAN.match(words.removesuffix(verb)) if verb else None
    return "" if found is None or _TIME.search(found["name"]) else found["name"]


def _called(claim: Claim, name: str) -> bool:
    """Whether the words before a figure end in a name, or in its two halves: 年初预算 of 年初部门预算."""
    words, name = last_clause(claim.lead).rstrip("为达约是共数额"), name.rstrip("数额")
    halves = name[:_HALF], name[_HALF:]
    return words.endswith(name) or len(name) > _HALF + 1 and halves[0] in words and words.endswith(halves[1])
