"""Percentage points ahead of or behind the schedule of the year: 上半年完成47.5%，低于时间进度2.5个百分点."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from checker.claim import Claim
from checker.interval import Interval
from checker.relate.changes.outpacing import SLOWER, amount_of, of_sort
from checker.relate.scene import Scene
from checker.relate.topic import last_clause
from checker.relation import Relation, Term, term

_MONTHS = 12
_STATED = 0.95


def relations(scene: Scene, sentence: list[Claim], position: int) -> Iterator[Relation]:
    """上半年完成47.5%，低于时间进度2.5个百分点: half of the year has passed."""
    points = sentence[position]
    if "进度" not in last_clause(points.lead) or "respectively" in points.cues:
        return
    if position and "paren" in sentence[position - 1].cues:
        return  # 快于序时进度(25%)1.8个百分点: the bracket says it
    now = next((c for c in reversed(sentence[:position]) if of_sort(c, growing=False)), None)
    months = _passed(now) if now is not None else 0
    if now is None or not 0 < months < _MONTHS or not _of_the_year(scene, now):
        return
    passed = Interval.exactly(months) / Interval.exactly(_MONTHS)
    time = Term("base", passed, None, f"{months}/{_MONTHS}")
    done = term("now", now)
    slower = any(word in last_clause(points.lead) for word in SLOWER)
    ends = (Term("now", time.interval, None, time.note), Term("base", done.interval, now)) if slower else (done, time)
    yield scene.relation("points-of-rates", [amount_of(points), *ends], ("points", points.index), _STATED)


def _passed(done: Claim) -> int:
    """How many months of the year have passed: 上半年, or 截至9月末."""
    period = done.period
    if period is None:
        return 0
    if period.point:
        return period.last.month if (period.last + timedelta(days=1)).day == 1 else 0
    return period.months if period.first.month == 1 else 0


def _of_the_year(scene: Scene, done: Claim) -> bool:
    """Whether a percentage tells how much of a year's plan is done: the schedule of a plan over several years is no twelfth, and the share
    of beds or of households is none of a plan."""
    words, blocks = scene.rules.wording, scene.document.blocks
    said = done.name + last_clause(done.lead)
    around = "".join(passage.text for block in (blocks[0], blocks[done.block]) for passage in block.passages)
    fulfils = any(word in said for word in (*words["fulfilment"], *words["schedule"]))
    return fulfils and not any(word in around for word in words["plan_of_years"])
