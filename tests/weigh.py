"""Measures what the traits of a reading are worth: `python tests/weigh.py RULE [FOLDER…]`, RULE one of those that have `[weights]`; each
document counts once.

Every reading in clean documents is right or wrong by its arithmetic: one that holds to the last digit of figures with many digits does
not hold by chance, one that breaks in a document without slips is wrong. A logistic regression over their traits, with a ridge that keeps
rare traits near nothing, gives the weights for `[weights]` of the rule; what it would say of documents that it was not fitted on is
printed beside (each folder left out in turn). The clean documents of the tests are always among them.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from checker.bind import bind
from checker.derive import derive
from checker.document import Unreadable
from checker.find import find
from checker.judge import judge
from checker.read import read
from checker.relate.evidence import BIAS, traits
from checker.relate.scene import Scene
from checker.relate.sums import nearby
from checker.relate.sums.traits import GROUPS as OF_RUNS
from checker.relate.tables import retold
from checker.relate.tables.echo_traits import GROUPS as OF_ECHOES
from checker.relation import Relation, term
from checker.run import shipped
from checker.settings import Settings

CLEAN = (Path(__file__).parent / "answers", Path(__file__).parent / "clean" / "whole")
# how strongly rare traits are kept near nothing; traits that cross others need more
_RIDGE = {"amounts-that-add-up": 3.0, retold.RULE: 6.0}
_STEPS = 25
_RARE = 0.05
_LEVELS = (0.3, 0.5, 0.7, 0.9)
Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Case:
    """A reading: where it comes from, what can be seen of it, whether it holds, and how sure that is."""

    folder: str
    seen: list[str]
    holds: bool
    weight: float


def of_runs(scene: Scene) -> Iterator[tuple[list[str], Relation]]:
    """Amounts that may add up."""
    for run in nearby.runs(scene):
        terms = [term("whole", run.whole), *(term("part", part) for part in run.parts)]
        yield traits(OF_RUNS, run), scene.relation("amounts-that-add-up", terms, ("run",), 1.0)


def of_echoes(scene: Scene) -> Iterator[tuple[list[str], Relation]]:
    """Figures of the prose and the cells that they may tell again."""
    for echo in (echo for each in retold.echoes(scene) for echo in each):
        yield traits(OF_ECHOES, echo), retold.relation(echo, 1.0)


READINGS = {"amounts-that-add-up": of_runs, retold.RULE: of_echoes}


def cases(rule: str, path: Path, folder: str) -> Iterator[Case]:
    """Every reading of a document that is not within the last digits of holding."""
    rules = shipped()
    document = read(path, Settings())
    figures = find(document, rules)
    claims = bind(document, figures, rules)
    scene = Scene(document, figures, claims, rules, derive(claims, rules))
    for seen, relation in READINGS[rule](scene):
        for verdict in judge([relation]):
            if verdict.outcome in ("agrees", "contradicts"):
                holds = verdict.outcome == "agrees"
                yield Case(folder, seen, holds, max(_RARE, 1 - 4 * verdict.chance) if holds else 1.0)


def fitted(columns: NDArray[np.float64], holds: Vector, weight: Vector, strength: float) -> Vector:
    """The weights of a logistic regression with a ridge, by Newton's method; the first column is the constant."""
    answer = np.zeros(columns.shape[1])
    ridge = np.full(columns.shape[1], strength)
    ridge[0] = 0.0
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-columns @ answer))
        curvature = (columns * (weight * chance * (1 - chance))[:, None]).T @ columns + np.diag(ridge + 1e-9)
        step = np.linalg.solve(curvature, columns.T @ (weight * (holds - chance)) - ridge * answer)
        answer += step
        if np.abs(step).max() < 1e-6:
            break
    return answer


def main(rule: str, folders: list[Path]) -> None:
    """Print the weights as TOML, and how often readings so likely hold in documents left out."""
    found: list[Case] = []
    read_before: set[bytes] = set()
    for folder in (*CLEAN, *folders):
        for path in sorted(p for p in folder.rglob("*") if p.suffix in (".md", ".txt") and p.name not in ("flawed.md", "README.md")):
            text = path.read_bytes()
            if text in read_before:
                continue
            read_before.add(text)
            try:
                found += cases(rule, path, str(folder))
            except Unreadable as error:
                print(path, error, file=sys.stderr)
    names = [BIAS, *sorted({trait for case in found for trait in case.seen})]
    place = {name: at for at, name in enumerate(names)}
    columns = np.zeros((len(found), len(names)))
    columns[:, 0] = 1
    for row, case in enumerate(found):
        columns[row, [place[trait] for trait in case.seen]] = 1
    holds, weight = np.array([float(case.holds) for case in found]), np.array([case.weight for case in found])
    for name, value in zip(names, fitted(columns, holds, weight, _RIDGE[rule]), strict=True):
        if abs(value) >= _RARE:
            print(f'"{name}" = {value:.2f}')
    print(f"# {len(found)} readings, {int(holds.sum())} hold", file=sys.stderr)
    told = left_out(rule, columns, holds, weight, np.array([case.folder for case in found]))
    for low, high in zip(_LEVELS, (*_LEVELS[1:], 1.01), strict=True):
        within = (told >= low) & (told < high)
        print(f"# likely {low}–{high}: {int(within.sum())} readings, {holds[within].mean():.2f} hold", file=sys.stderr)


def left_out(rule: str, columns: NDArray[np.float64], holds: Vector, weight: Vector, folder: NDArray[np.str_]) -> Vector:
    """How likely each reading is by weights that were fitted on the other folders."""
    answer = np.zeros(len(holds))
    for name in set(folder):
        inside = folder == name
        if not inside.all():
            answer[inside] = 1 / (1 + np.exp(-columns[inside] @ fitted(columns[~inside], holds[~inside], weight[~inside], _RIDGE[rule])))
    return answer


if __name__ == "__main__":
    arguments = ArgumentParser(description="What the traits of a rule's readings are worth.")
    arguments.add_argument("rule", choices=READINGS)
    arguments.add_argument("folders", nargs="*", type=Path)
    told = arguments.parse_args()
    main(told.rule, told.folders)
