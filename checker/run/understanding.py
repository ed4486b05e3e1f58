"""From a document to its figures and the relations between them."""

from __future__ import annotations

from collections.abc import Iterable

from checker.bind import bind
from checker.derive import derive
from checker.document import Document, Unreadable
from checker.find import find
from checker.quantity import Quantity
from checker.relate import relate
from checker.relate.scene import Scene
from checker.relation import Relation
from checker.report import Figure, Reason
from checker.rules import Rules


def related(document: Document, rules: Rules) -> tuple[Scene, list[Relation], list[Exception]]:
    """The claims of a document in their scene, the relations between them, and what failed on the way."""
    quantities = find(document, rules)
    claims = bind(document, quantities, rules)
    scene = Scene(document, quantities, claims, rules, derive(claims, rules))
    return scene, *relate(scene)


def figures(document: Document, rules: Rules) -> tuple[Figure, ...]:
    """Every figure of a document with what it was understood to say, in document order."""
    quantities = find(document, rules)
    return figures_of(Scene(document, quantities, bind(document, quantities, rules), rules), quantities)


def figures_of(scene: Scene, quantities: Iterable[Quantity]) -> tuple[Figure, ...]:
    """`quantities` of a scene with what they were understood to say."""
    claims = {claim.quantity.start: claim for claim in scene.claims}
    return tuple(Figure.of(quantity, claims.get(quantity.start), scene.document, scene.rules) for quantity in quantities)


def reason(error: Exception) -> Reason:
    """One sentence for what went wrong with a document."""
    if isinstance(error, Unreadable):
        return Reason(error.zh, error.en)
    what = f"{type(error).__name__}: {error}"
    return Reason(f"核数程序自身出错，此文件未核对完（{what}）。", f"The program itself failed on this document ({what}).")


