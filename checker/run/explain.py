"""The order of the verbs for one figure that somebody asks about."""

from __future__ import annotations

from pathlib import Path

from checker.explanation import Explanation, NoFigure
from checker.judge import judge, worked
from checker.read import read
from checker.report import Reason
from checker.run.understanding import reason, related
from checker.settings import Policy
from checker.sift.comparison import comparisons
from checker.tell import figure_at, tell


def explain_figure(path: Path, line: int, column: int, policy: Policy) -> Explanation | Reason:
    """What was understood of the figure at a place of a file, or the first after it on its line, and what it was compared with; or the
    reason why the file cannot be explained. Lines and columns count from 1. Raises NoFigure if no figure stands there."""
    try:
        document = read(path, policy.settings)
        scene, relations, failures = related(document, policy.rules)
        if failures:
            return reason(failures[0])
        quantity = figure_at(document, scene.quantities, line, column)
        compared = comparisons(document, quantity.start, [worked(verdict) for verdict in judge(relations)])
        proposed = any(claim.quantity.start == quantity.start for relation in relations for claim in relation.claims)
        return tell(document, quantity, scene.claims, policy.rules, compared, proposed)
    except NoFigure:
        raise
    except Exception as error:  # noqa: BLE001 - an explanation fails as a check does, with a sentence
        return reason(error)
