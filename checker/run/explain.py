"""The order of the verbs for one figure that somebody asks about."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from checker.document import Document
from checker.explanation import Explanation, NoFigure
from checker.judge import judge, worked
from checker.quantity import Quantity
from checker.read import read
from checker.relate.scene import Scene
from checker.relation import Relation
from checker.report import Reason
from checker.run.understanding import reason, related
from checker.settings import Policy
from checker.sift.comparison import comparisons
from checker.tell import figure_at, tell
from checker.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Understood:
    """A document of whose figures one after another can be explained: its scene, the relations between its figures, and how they came out,
    with their working."""

    scene: Scene
    relations: tuple[Relation, ...]
    verdicts: tuple[Verdict, ...]

    def at(self, offset: int) -> Explanation | None:
        """The explanation of the figure that `offset` (code points from the head of the document) lies in; None where none stands."""
        quantity = next((quantity for quantity in self.scene.quantities if quantity.start <= offset < quantity.end), None)
        return None if quantity is None else self.of(quantity)

    def of(self, quantity: Quantity) -> Explanation:
        """What was understood of one of the document's figures, and what it was compared with."""
        scene = self.scene
        compared = comparisons(scene.document, quantity.start, self.verdicts)
        proposed = any(claim.quantity.start == quantity.start for relation in self.relations for claim in relation.claims)
        return tell(scene.document, quantity, scene.claims, scene.rules, compared, proposed)


def understand(document: Document, policy: Policy) -> Understood | Reason:
    """The document as far as it was understood, or the reason why a source of evidence failed."""
    scene, relations, failures = related(document, policy.rules)
    if failures:
        return reason(failures[0])
    return Understood(scene, tuple(relations), tuple(worked(verdict) for verdict in judge(relations)))


def explain_figure(path: Path, line: int, column: int, policy: Policy) -> Explanation | Reason:
    """What was understood of the figure at a place of a file, or the first after it on its line, and what it was compared with; or the
    reason why the file cannot be explained. Lines and columns count from 1. Raises NoFigure if no figure stands there."""
    try:
        document = read(path, policy.settings)
        understood = understand(document, policy)
        if isinstance(understood, Reason):
            return understood
        return understood.of(figure_at(document, understood.scene.quantities, line, column))
    except NoFigure:
        raise
    except Exception as error:  # noqa: BLE001 - an explanation fails as a check does, with a sentence
        return reason(error)
