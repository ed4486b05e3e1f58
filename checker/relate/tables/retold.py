"""Figures of the prose against the cell of a table that they most likely tell again, by what can be seen of each reading."""

from __future__ import annotations

from collections.abc import Iterator

from checker.relate.evidence import Evidence
from checker.relate.scene import Scene
from checker.relate.tables.company import keep_company
from checker.relate.tables.echo_traits import GROUPS
from checker.relate.tables.echoes import Echo, readings, said_of, stated
from checker.relate.tables.grid import cell_term
from checker.relate.tables.slots import shelved
from checker.relation import Relation, Term

RULE = "cell-told-again"
# the least likely reading that is of any use, and how many of a figure are
_LEAST, _MOST = 0.3, 3
# what words alone prove (see `recital`) is surer; of readings above 0.9 one in twenty is another figure, so that a slip must tell
_SUREST = 0.85


def relations(scene: Scene) -> Iterator[Relation]:
    """The likeliest readings of each figure, rivals of one another and of the rows that its name recites."""
    evidence = Evidence(GROUPS, scene.rules.relations[RULE].weights)
    for each in echoes(scene):
        weighed = [(evidence.probability(echo, _LEAST), echo) for echo in each]
        likely = sorted((pair for pair in weighed if pair[0] >= _LEAST), key=lambda pair: -pair[0])
        for trust, echo in likely[:_MOST]:
            yield relation(echo, min(trust, _SUREST))


def echoes(scene: Scene) -> list[list[Echo]]:
    """For each figure of the prose the readings that its words allow."""
    shelves = shelved(scene)
    if shelves is None:
        return []
    told = [said_of(scene, claim) for claim in scene.prose if stated(claim)]
    found = [read for said in told if not scene.foretold(said.claim) and (read := list(readings(shelves, said)))]
    keep_company(found)
    return found


def relation(echo: Echo, trust: float) -> Relation:
    """A reading as a relation, a rival of all others of its figure."""
    terms = [_said(echo), cell_term("cell", echo.slot.cell)]
    return echo.scene.relation(RULE, terms, ("recital", echo.said.claim.index), trust)


def _said(echo: Echo) -> Term:
    """The figure as the cell would give it: a fall is negative where the cell is."""
    claim, cell = echo.said.claim, echo.slot.cell
    return Term("said", claim.signed if cell.signed.low < 0 else claim.quantity.interval, claim)
