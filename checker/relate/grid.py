"""The figures of a table by row and column, as the sources of evidence that read layouts look at them."""

from __future__ import annotations

from collections.abc import Iterator

from checker.claim import Claim
from checker.relate.scene import Scene
from checker.relation import Term

# (row, column) → the claim of the figure that fills the cell
Grid = dict[tuple[int, int], Claim]


def grids(scene: Scene) -> Iterator[tuple[int, Grid]]:
    """Number and figures of every table that holds any, in document order."""
    tables: dict[int, Grid] = {}
    for claim in scene.claims:
        if claim.cell is not None:
            tables.setdefault(claim.cell[0], {})[claim.cell[1], claim.cell[2]] = claim
    yield from tables.items()


def labels_of(scene: Scene, grid: Grid) -> dict[tuple[int, int], str]:
    """The text nearest on the left of each figure: tables may hold two lists side by side."""
    any_claim = next(iter(grid.values()))
    table = scene.document.blocks[any_claim.block].table
    assert table is not None
    answer: dict[tuple[int, int], str] = {}
    for row in table.rows:
        label = ""
        for cell in row:
            if (cell.row, cell.column) in grid:
                answer[cell.row, cell.column] = label
            elif cell.text:
                label = cell.text
    return answer


def cell_term(role: str, claim: Claim) -> Term:
    """The figure of a cell in a role: tables write signs, not verbs, so no direction enters."""
    return Term(role, claim.quantity.interval, claim)
