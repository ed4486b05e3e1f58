"""A declared number of things against the things listed."""

from __future__ import annotations

from collections.abc import Iterator

from checker.interval import Interval
from checker.relate.counts.dated import at_dates, in_stages
from checker.relate.counts.declared import Declared, Reading, declared
from checker.relate.counts.enumerated import in_paragraphs, in_words
from checker.relate.counts.listed import moved, named_after, named_before, valued_after
from checker.relate.counts.marks import in_marks
from checker.relate.counts.numbering import outline
from checker.relate.counts.rows import in_rows
from checker.relate.counts.spelled import each_told, in_signs
from checker.relate.counts.valued import each_with_its_value, in_turn
from checker.relate.scene import Scene
from checker.relation import Relation, Term

_READINGS = (
    named_after, named_before, valued_after, each_with_its_value, in_turn, moved, in_rows, in_marks, in_signs, each_told,
    at_dates, in_stages,
)  # fmt: skip


def relations(scene: Scene) -> Iterator[Relation]:
    """Counts of at most thirty against a list that follows or stands before them; the readings of one count are rivals."""
    plan = outline(scene.document)
    for one in declared(scene):
        for reading in (*in_words(scene, one, plan), *in_paragraphs(scene, one, plan)):
            yield _against(scene, one, reading)
        for read in _READINGS:
            for reading in read(scene, one):
                yield _against(scene, one, reading)


def _against(scene: Scene, one: Declared, reading: Reading) -> Relation:
    stated = Term("declared", one.claim.quantity.interval, one.claim)
    listed = Term("listed", Interval(Interval.exactly(reading.low).low, Interval.exactly(reading.high).high), None, reading.note)
    return scene.relation("declared-count", [stated, listed], ("count", one.claim.index), reading.trust)
