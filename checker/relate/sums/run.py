"""Neighbouring amounts that may make up another one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from checker.claim import Claim
from checker.relate.clause import full_lead
from checker.relate.scene import Scene

JOINED = {"、": "、", "和": "、", "及": "、", "与": "、", "，": "，", ";": ";", "(": "(", ":": ":"}


@dataclass(frozen=True)
class Run:
    """Neighbouring amounts that may make up `whole`: `before` says that they stand before it, `skipped` counts the amounts of their kind
    between, `beyond` is the next one behind the run (None: no more in the paragraph), `first_told`: the whole is the first of its kind."""

    scene: Scene
    whole: Claim
    parts: Sequence[Claim]
    before: bool
    skipped: int
    beyond: Claim | None
    first_told: bool

    @property
    def side(self) -> str:
        """Where the whole stands, for traits that mean another thing there."""
        return "before" if self.before else "after"

    @cached_property
    def opening(self) -> str:
        """The words before the first part."""
        return lead_of(self.scene, self.parts[0])

    @cached_property
    def marks(self) -> list[str]:
        """What joins each part to the one before."""
        return [joint(self.scene, part) for part in self.parts[1:]]


def lead_of(scene: Scene, claim: Claim) -> str:
    """The words before a figure, over numbers that only qualify its name."""
    sentence = scene.claims[max(0, claim.index - 6) : claim.index + 1]
    return full_lead([c for c in sentence if c.sentence == claim.sentence], sum(c.sentence == claim.sentence for c in sentence) - 1)


def joint(scene: Scene, claim: Claim) -> str:
    """The mark before a figure, 和 as 、; '-' for none."""
    return JOINED.get(lead_of(scene, claim)[:1], "-")


def digits(claim: Claim) -> int:
    """How many digits stand before the zeros at a figure's end."""
    numeral = claim.quantity.numeral
    return len(numeral.mantissa.normalize().as_tuple().digits) if numeral is not None else 0
