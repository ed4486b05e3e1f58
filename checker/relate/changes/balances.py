"""The balance of two sides a year ago, from the two sides now and the rates at which they grew: 出口a，增长r%；进口b，下降s%；顺差c，上年
同期d."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.claim import Claim
from checker.relate.changes.grown import Pace
from checker.relate.changes.levels import level
from checker.relate.scene import Scene
from checker.relate.topic import last_clause
from checker.relation import Relation, Term, term

_BALANCE = re.compile("(?:[顺逆]差|差额|净流[入出]|净收入|净额)$")
_YEAR_AGO = re.compile("同比|(?:上年|去年)(?![末底])")
_OF_OTHERS = re.compile("其中|[0-9]月|环比|年初")
_REACH = 12
# two sides whose difference is the balance to its last digit are hardly others than its own
_TELLING, _UNNAMED = 3, 5
_SURE = 0.93


def balances(scene: Scene, known: dict[int, Pace]) -> Iterator[Relation]:
    """Each balance with that of the year before, or with the change since, where both of its sides tell how they grew."""
    for balance in scene.prose if known else ():
        if level(balance) and balance.modality == "result" and _digits(balance) and not balance.quantity.hedge:
            moved = next(scene.after(balance, 1), None)
            sides = _sides(scene, balance, known) if moved is not None and _of_the_year(scene, balance, moved) else None
            if moved is not None and sides is not None:
                yield _a_year_ago(scene, balance, moved, *sides)


def _of_the_year(scene: Scene, balance: Claim, moved: Claim) -> bool:
    """Whether the figure right behind a balance is that of the year before, or how far it has come since: 上年同期d, 同比扩大e."""
    words = last_clause(moved.lead)
    turned = "逆" in words and "逆" not in balance.name or "顺" in words and "顺" not in balance.name
    said = not turned and moved.clause == balance.clause and _YEAR_AGO.search(words) is not None and _OF_OTHERS.search(words) is None
    kind = level(moved) and moved.modality == "base" or moved.measure == "change" and not moved.average
    return said and kind and scene.same_things(balance, moved) and not moved.quantity.hedge


def _sides(scene: Scene, balance: Claim, known: dict[int, Pace]) -> tuple[Pace, Pace] | None:
    """The only two levels around, each with its rate since the year before, whose difference is the balance to its last digit."""
    near = [known[at] for at in range(balance.index - _REACH, balance.index + _REACH) if at in known]
    near = [pace for pace in near if pace.level.block == balance.block and not pace.since and scene.same_things(pace.level, balance)]
    step, value = balance.quantity.step, balance.quantity.value
    apart = [(a, b) for a in near for b in near if abs(a.level.quantity.value - b.level.quantity.value - value) <= step]
    return apart[0] if len(apart) == 1 else None


def _digits(balance: Claim) -> bool:
    """Whether a figure has digits enough to be told by them: fewer where it is called a balance."""
    enough = _TELLING if _BALANCE.search(balance.name) else _UNNAMED
    return len(balance.quantity.value.normalize().as_tuple().digits) >= enough


def _a_year_ago(scene: Scene, balance: Claim, moved: Claim, greater: Pace, lesser: Pace) -> Relation:
    ends = [greater.former("greater"), lesser.former("lesser")]
    if moved.modality == "base":
        return scene.relation("difference-in-words", [term("gap", moved), *ends], ("balance", moved.index), _SURE)
    sign = "−" if moved.direction > 0 else "+"
    gap = Term("gap", balance.signed - moved.signed, balance, f"({balance.quantity.text} {sign} {moved.quantity.text})")
    return scene.relation("difference-in-words", [gap, *ends], ("balance", moved.index), _SURE)
