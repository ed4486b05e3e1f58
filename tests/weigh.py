"""Measures what the traits of a reading are worth: `python tests/weigh.py RULE [FOLDER…]`, RULE one of those that have `[weights]`; each
document counts once.

Every reading in clean documents is right or wrong by its arithmetic: one that holds to the last digit of figures with many digits does
not hold by chance, one that breaks in a document without slips is wrong. A logistic regression over their traits, with a ridge that keeps
rare traits near nothing, gives the weights for `[weights]` of the rule. Pairs of traits are added, so many a round, that the readings left
unexplained ask for most (the score test: Rao 1948). What the weights would say of documents that they were not fitted on is printed beside
(the folders left out in four turns). The clean documents of the tests are always among them.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from checker.bind import bind
from checker.derive import derive
from checker.document import Unreadable
from checker.find import find
from checker.judge import judge
from checker.read import read
from checker.relate.evidence import BIAS, FLOOR, PAIR, traits
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
# how often pairs of traits are added, how many at a time, and how many readings a pair needs to be looked at
_ROUNDS = {"amounts-that-add-up": 4, retold.RULE: 0}
_A_ROUND = 25
_FEWEST = 60
# how far below the lowest likely reading another is still looked at
_SLACK = 0.5
_TURNS = 4
_AT_A_TIME = 20_000
_STEPS = 25
_RARE = 0.05
_LEVELS = (0.3, 0.5, 0.7, 0.9)
Vector = NDArray[np.float64]
Trait = tuple[int, ...]


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


GROUPS: dict[str, Sequence[tuple[str, object]]] = {"amounts-that-add-up": OF_RUNS, retold.RULE: OF_ECHOES}
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


class Fit:
    """Readings as columns of traits, and the weights that explain best which of them hold.

    `seen` has a row for each reading and a column for each group of traits: 0 for nothing, else the number of the trait in the group.
    """

    def __init__(self, groups: Sequence[str], found: Sequence[Case], rule: str) -> None:
        self.groups = groups
        self.ridge, self.rounds = _RIDGE[rule], _ROUNDS[rule]
        each: list[dict[str, int]] = [{} for _ in groups]
        place = {name: at for at, name in enumerate(groups)}
        self.seen = np.zeros((len(found), len(groups)), int)
        for row, case in enumerate(found):
            for trait in case.seen:
                name, value = trait.split(": ", 1)
                at = place[name]
                self.seen[row, at] = each[at].setdefault(value, len(each[at]) + 1)
        self.values = [list(table) for table in each]
        self.holds = np.array([float(case.holds) for case in found])
        self.weight = np.array([case.weight for case in found])

    def column(self, trait: Trait, rows: NDArray[np.bool_]) -> NDArray[np.float32]:
        """1 where the reading has the trait, or both of a pair."""
        held = self.seen[rows][:, trait[0]] == trait[1]
        if len(trait) == 4:
            held &= self.seen[rows][:, trait[2]] == trait[3]
        return np.asarray(held, np.float32)

    def named(self, trait: Trait) -> str:
        """The trait as the rule file calls it."""
        one = f"{self.groups[trait[0]]}: {self.values[trait[0]][trait[1] - 1]}"
        return one if len(trait) == 2 else one + PAIR + self.named(trait[2:])

    def weights(self, rows: NDArray[np.bool_]) -> dict[Trait, float]:
        """What each trait is worth in these readings; () is the constant."""
        chosen: list[Trait] = [(), *((at, number + 1) for at, table in enumerate(self.values) for number in range(len(table)))]
        columns = np.stack([np.ones(rows.sum(), np.float32), *(self.column(trait, rows) for trait in chosen[1:])], 1)
        answer = self._newton(columns, rows, np.zeros(len(chosen)))
        for _ in range(self.rounds):
            more = self._wanted(columns @ answer, rows, set(chosen))
            chosen += more
            columns = np.concatenate([columns, np.stack([self.column(trait, rows) for trait in more], 1)], 1)
            answer = self._newton(columns, rows, np.concatenate([answer, np.zeros(len(more))]))
        return dict(zip(chosen, answer.tolist(), strict=True))

    def _newton(self, columns: NDArray[np.float32], rows: NDArray[np.bool_], answer: Vector) -> Vector:
        holds, weight = self.holds[rows], self.weight[rows]
        ridge = np.full(len(answer), self.ridge)
        ridge[0] = 0.0
        for _ in range(_STEPS):
            chance = 1 / (1 + np.exp(-(columns @ answer)))
            curvature = np.diag(ridge + 1e-9)
            for part in range(0, len(columns), _AT_A_TIME):
                some = columns[part : part + _AT_A_TIME].astype(float)
                curvature += (some * (weight * chance * (1 - chance))[part : part + _AT_A_TIME, None]).T @ some
            step = np.linalg.solve(curvature, columns.T @ (weight * (holds - chance)) - ridge * answer)
            answer = answer + step
            if np.abs(step).max() < 1e-4:
                break
        return answer

    def _wanted(self, score: Vector, rows: NDArray[np.bool_], chosen: set[Trait]) -> list[Trait]:
        """The pairs that what is left unexplained asks for most, by the score test."""
        chance, weight, seen = 1 / (1 + np.exp(-score)), self.weight[rows], self.seen[rows]
        off, sure = weight * (self.holds[rows] - chance), weight * chance * (1 - chance)
        asked: list[tuple[float, Trait]] = []
        for one, other in combinations(range(len(self.groups)), 2):
            width = len(self.values[other]) + 1
            code = np.where((seen[:, one] > 0) & (seen[:, other] > 0), seen[:, one] * width + seen[:, other], 0)
            pull, curve, count = (np.bincount(code, by) for by in (off, sure, None))
            strength = pull**2 / (curve + 2 * self.ridge)
            pairs = [int(pair) for pair in np.flatnonzero(count >= _FEWEST) if pair]
            asked += [(float(strength[pair]), (one, pair // width, other, pair % width)) for pair in pairs]
        return [trait for _, trait in sorted(asked, reverse=True) if trait not in chosen][:_A_ROUND]

    def scores(self, weights: Mapping[Trait, float], rows: NDArray[np.bool_]) -> Iterator[tuple[int, Vector]]:
        """The sum of weights after each group of traits: (place of the group, sum for each reading)."""
        total = np.full(rows.sum(), weights[()])
        for at in range(len(self.groups)):
            for trait, weight in weights.items():
                if trait and trait[-2] == at:
                    total = total + weight * self.column(trait, rows)
            yield at, total

    def told(self, weights: Mapping[Trait, float], rows: NDArray[np.bool_]) -> Vector:
        """How likely each reading is."""
        *_, (_, total) = self.scores(weights, rows)
        return np.asarray(1 / (1 + np.exp(-total)))


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
    fit = Fit([name for name, _ in GROUPS[rule]], found, rule)
    everywhere = np.ones(len(found), bool)
    weights = fit.weights(everywhere)
    for trait, value in sorted(weights.items(), key=lambda pair: (len(pair[0]), fit.named(pair[0]) if pair[0] else "")):
        if abs(value) >= _RARE:
            print(f'"{fit.named(trait) if trait else BIAS}" = {value:.2f}')
    if fit.rounds:
        likely = fit.told(weights, everywhere) >= _LEVELS[0]
        for at, total in fit.scores(weights, everywhere):
            print(f'"{FLOOR}{fit.groups[at]}" = {total[likely].min() - _SLACK:.1f}')
    print(f"# {len(found)} readings, {int(fit.holds.sum())} hold", file=sys.stderr)
    told = left_out(fit, [case.folder for case in found])
    for low, high in zip(_LEVELS, (*_LEVELS[1:], 1.01), strict=True):
        within = (told >= low) & (told < high)
        print(f"# likely {low}–{high}: {int(within.sum())} readings, {fit.holds[within].mean():.2f} hold", file=sys.stderr)


def left_out(fit: Fit, folders: Sequence[str]) -> Vector:
    """How likely each reading is by weights that were fitted on other folders: a quarter of them left out at a time."""
    turn = {folder: at % _TURNS for at, folder in enumerate(sorted(set(folders)))}
    turns = np.array([turn[folder] for folder in folders])
    answer = np.zeros(len(folders))
    for at in range(_TURNS):
        inside = turns == at
        if inside.any() and not inside.all():
            answer[inside] = fit.told(fit.weights(~inside), inside)
    return answer


if __name__ == "__main__":
    arguments = ArgumentParser(description="What the traits of a rule's readings are worth.")
    arguments.add_argument("rule", choices=READINGS)
    arguments.add_argument("folders", nargs="*", type=Path)
    told = arguments.parse_args()
    main(told.rule, told.folders)
