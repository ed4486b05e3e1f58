"""How much of what the words around one figure say comes back in the words around another."""

from __future__ import annotations

import re

from checker.claim import Claim
from checker.relate.scene import Scene

# characters of function words, of time and of calculation: they tell nothing of what is counted
_SMALL = frozenset("的为达约拥有在均每平月年日了可以到超近和及其各共计人户元全据此推算折合相当于按单位")
_NOUN = re.compile("[一-鿿]{0,6}")
_COMPARED = re.compile("[较比]")
_REACHED = ("到", "至", "为")


def told(said: str) -> set[str]:
    """The telling characters of a piece of text."""
    return {character for character in said if "一" <= character <= "鿿"} - _SMALL


def coverage(said: str, *labels: str) -> float:
    """The share of the telling characters of `said` that the labels repeat; 0 if it tells nothing."""
    characters = told(said)
    if not characters:
        return 0.0
    label = "".join(labels)
    return sum(character in label for character in characters) / len(characters)


def label(scene: Scene, claim: Claim) -> str:
    """The words that belong to a figure: its name, what stands before it, the noun right after it, and of a level reached (由a到b) the
    name of the level it started from."""
    words = claim.name + claim.lead[-14:] + _noun_after(claim)
    if any(word in claim.lead for word in _REACHED):
        words += next((c.name for c in scene.before(claim, 1) if c.modality == "base" and c.sentence == claim.sentence), "")
    return words


def ending(name: str, words: str) -> int:
    """How many characters of the end of a name the words repeat in one piece; 0 if they go on to compare what is so named."""
    length = next((length for length in range(min(len(name), 12), 0, -1) if name[-length:] in words), 0)
    return 0 if length and _COMPARED.search(words, words.rfind(name[-length:]) + length) else length


def _noun_after(claim: Claim) -> str:
    found = _NOUN.match(claim.tail)
    return found.group() if found else ""
