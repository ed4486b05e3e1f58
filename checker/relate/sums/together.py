"""Totals of what stands right before them: counts of several nouns, two that are named apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.claim import Claim
from checker.relate.clause import JOINTS, apiece
from checker.relate.scene import Scene
from checker.relate.sorts import amount
from checker.relation import Relation, Term, term

_LONGEST_RUN, _LEAST, _PAIR = 8, 3, 2
# the longest noun between two counts of a list
_NOUN = 12
NESTING = ("其中", "包括", "分别", "依次", "共", "计", "含", "连同")
_JOINED = (*JOINTS, "以及")
_GENERAL = ("count:个", "count:件", "count:件套", "count:台件", "count:台套")
# Totals told in these words after what they sum up add up in nearly all published texts.
_TOLD = 0.94


def mixed(scene: Scene, sentence: Sequence[Claim], position: int) -> Iterator[Relation]:
    """23个村、17家合作社和6家企业，共计46个: counts right before, joined by 、, each of another noun behind it; 个 counts them all."""
    total = sentence[position]
    run: list[Claim] = []
    for other in reversed(sentence[:position]):
        counts = other.quantity.dimension.startswith("count:") and amount(other) and other.quantity.exact and "paren" not in other.cues
        if not counts or other.modality == "base" or other.clause != total.clause:
            return
        run.insert(0, other)
        lead = other.lead
        if len(run) == _LONGEST_RUN or not any(mark in lead for mark in _JOINED):
            break
        if len(lead) > _NOUN or any(mark in lead for mark in "，；;:("):
            break
    nouns = [part.tail.strip("，、和及与以") for part in run]
    # 帐篷1280顶、折叠床4360张: the noun before it
    if all(part.name for part in run) and len({part.quantity.dimension for part in run}) > 1:
        nouns = [part.name for part in run]
    counted = all(2 <= len(noun.split("，")[0]) <= _NOUN for noun in nouns) and len(set(nouns)) == len(nouns)
    told = total.quantity.dimension in _GENERAL or {part.quantity.dimension for part in run} == {total.quantity.dimension}
    if len(run) >= _LEAST and counted and told and not any(word in run[0].lead for word in ("其中", "包括")):
        yield summed(scene, total, run, _TOLD)


def two(scene: Scene, sentence: Sequence[Claim], position: int) -> Iterator[Relation]:
    """甲局移送a件，乙局移送b件，合计t: no more than two of the kind in the total's part of the sentence, each named."""
    total = sentence[position]
    alike = [c for c in sentence[:position] if sort_of(c) == sort_of(total) and c.clause == total.clause]
    plain = [c for c in alike if c.modality != "base" and "paren" not in c.cues and not any(word in c.lead for word in NESTING)]
    named = all(len(c.name) > 1 and not apiece(c) for c in alike) and len({c.name for c in alike}) == len(alike)
    if len(alike) == len(plain) == _PAIR and named and alike[0].modality == alike[1].modality == total.modality:
        yield summed(scene, total, alike, _TOLD)


def sort_of(claim: Claim) -> tuple[str, str] | None:
    """What may be added to what: levels to levels and changes to changes, of one dimension."""
    if not amount(claim) and claim.measure != "change":
        return None
    return claim.measure, claim.quantity.dimension


def summed(scene: Scene, total: Claim, parts: Sequence[Claim], trust: float) -> Relation:
    """A total with what is summed up in it, each as much as is written, whatever its direction."""
    terms: list[Term] = [_unsigned("whole", total), *(_unsigned("part", part) for part in parts)]
    return scene.relation("parts-of-whole", terms, ("total", total.index), trust)


def _unsigned(role: str, claim: Claim) -> Term:
    return term(role, claim) if claim.measure == "level" else Term(role, claim.quantity.interval, claim)
