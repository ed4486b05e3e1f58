"""Persons counted more than once: 处分19人次，涉及17人（2人既受处分又被处理）: the times are the persons and those met twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.claim import Claim
from checker.relate.clause import last_words
from checker.relate.scene import Scene
from checker.relation import Relation, term

_BACK = 3
_TIMES = "count:人次"
_AGAIN = re.compile("^[^，。；;()]{0,4}(?:既[^。；;()]{1,14}[又也且]|同时(?:受|被)|两次|兼有|重复)")
_PERSONS = re.compile("涉及|共|实际|实有|涉")
# Where the words tell of times, of persons and of those who were met twice, they add up in nearly all published texts.
_TOLD = 0.93


def relations(scene: Scene) -> Iterator[Relation]:
    """Every number of persons met twice with the persons and the times told right before it."""
    for sentence in scene.sentences:
        for position, twice in enumerate(sentence):
            if position > 1 and twice.quantity.dimension == "person" and _AGAIN.match(twice.tail):
                yield from _times(scene, sentence, position)


def _times(scene: Scene, sentence: Sequence[Claim], position: int) -> Iterator[Relation]:
    twice, persons = sentence[position], sentence[position - 1]
    before = [c for c in sentence[max(0, position - _BACK) : position - 1] if c.quantity.dimension == _TIMES]
    told = persons.quantity.dimension == "person" and _PERSONS.search(last_words(persons)) and "其中" not in persons.lead
    if len(before) == 1 and told and before[0].clause == persons.clause:
        terms = [term("whole", before[0]), term("part", persons), term("part", twice)]
        yield scene.relation("parts-of-whole", terms, ("times", before[0].index), _TOLD)
