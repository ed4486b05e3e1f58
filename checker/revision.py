"""Two versions of a document, figure by figure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from checker.claim import Claim
from checker.relation import Relation
from checker.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Alignment:
    """Which figure of the former version is which of the present one. `now` maps the index of a former claim to the claim that took its
    place; figures that are gone or new are in it on neither side. `revised` maps the indices of those present claims that say another
    amount than before to the former ones."""

    now: Mapping[int, Claim]
    revised: Mapping[int, Claim]


@dataclass(frozen=True, slots=True)
class Carried:
    """A relation that held in the former version, between the figures that took the place of its own; `former` is how it held, and
    `sure` how sure it is that it holds by right: what held in print is no mere neighbourhood any more."""

    relation: Relation
    former: Verdict
    sure: float


@dataclass(frozen=True, slots=True)
class Broken:
    """A relation that held in the former version and does not hold between the present figures, of which some were revised and others,
    `left`, were not."""

    carried: Carried
    verdict: Verdict
    left: tuple[Claim, ...]
