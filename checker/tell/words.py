"""The words that gave a figure its name and its statement."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from checker.claim import Claim
from checker.rules import Rules

_FURTHEST = 40
_MOVES = ("rate", "change", "points")
_COMPARED: tuple[str, ...] = ("比", "较", "与", "由", "从")
# what the binder looks for by itself, beside the classes of rules/wording
_CUES: Mapping[str, tuple[str, ...]] = {
    "part": ("其中", "包括", "分为", "包含"),
    "share": ("占", "比重"),
    "respectively": ("分别", "依次"),
}


def named_by(claim: Claim, claims: Sequence[Claim]) -> Claim | None:
    """The figure that lends a claim its name: the nearest amount or percentage before it so named, else the one whose words are the names
    of a list (甲、乙分别为); None if the claim's own words are its name."""
    if not claim.name or claim.cell is not None or _own(claim, claim.name):
        return None
    near = claims[max(0, claim.index - _FURTHEST) : claim.index]
    before = [other for other in reversed(near) if other.block == claim.block]
    named = (other for other in before if other.name == claim.name and other.measure not in _MOVES)
    return next(named, None) or next((other for other in before if _own(other, claim.name)), None)


def _own(claim: Claim, name: str) -> bool:
    """Whether the words before a figure hold the name, in order: binding takes dates and verbs out of them and adds nothing."""
    rest = iter(claim.lead)
    return all(character in rest for character in name)


def cue_words(claim: Claim, rules: Rules) -> tuple[str, ...]:
    """The words around a figure, in their order, that say what it measures, which way, of what modality; none for a cell."""
    if claim.cell is not None:
        return ()
    found: dict[str, int] = {}
    around = claim.lead + "\0" + claim.tail
    for words, behind in _sought(claim, rules):
        seen = [word for word in words if word in claim.lead or behind and claim.tail.startswith(word)]
        if seen:
            # the last of the words is the one nearest to the figure, the longest of those that end there the one meant
            word = max(seen, key=lambda word: (around.rfind(word) + len(word), len(word)))
            found[word] = around.rfind(word)
    return tuple(sorted(found, key=lambda word: found[word]))


def _sought(claim: Claim, rules: Rules) -> Iterator[tuple[tuple[str, ...], bool]]:
    """The classes of words that may have led to what the claim says, and whether they may stand behind the figure."""
    words = rules.wording
    if claim.measure in (*_MOVES, "multiple"):
        up, down = (*words["increase"], *words["rate_up"]), (*words["decrease"], *words["rate_down"])
        yield (down if claim.direction < 0 else up), False
    else:
        yield words["reach"], False
    if claim.modality == "base":
        yield _COMPARED, False
        yield words["base"], False
    elif claim.modality == "target":
        yield words["goal"], True
    if claim.average:
        yield words["average"], False
    for cue in sorted(claim.cues - {"paren"}):
        yield _CUES.get(cue) or words.classes.get(cue, ()), cue in ("share", "grant")
