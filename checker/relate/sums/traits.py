"""What can be seen of amounts that may add up, without adding them: where they stand, how they are joined, what they are called.

Each group of traits answers one question with one trait, or none (''). What a trait is worth is measured and stands in the rule file
(`[weights]`, see checker/relate/evidence.py); a trait without a weight is worth nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from checker.chinese import FEW
from checker.relate.lists.behind_rates import no_whole
from checker.relate.lists.closed import complementary, partition
from checker.relate.lists.juxtaposed import juxtaposed
from checker.relate.shares.around import words_of
from checker.relate.sorts import proportion
from checker.relate.sums.layout import LAYOUT, is_rest
from checker.relate.sums.run import Run

_TOTALS = ("合计", "总", "共", "全", "累计", "两项", "三项")
_SO_MANY = re.compile("([两二三四五六2-6])(?:个|项|类|家|者|种|大|部分|地|市|县|区|镇|乡|批|笔|档|级|块|方面|产业)")
_REACH = 24


def _named(run: Run) -> str:
    named = sum(bool(part.name) for part in run.parts)
    return "all" if named == len(run.parts) else "some" if named else "none"


def _endings(run: Run) -> str:
    names = [part.name for part in run.parts]
    if not all(names):
        return ""
    if len(set(names)) < len(names):
        return "same name"
    return next((f"last {n} alike" for n in (2, 1) if len({name[-n:] for name in names}) == 1), "different")


def _after_whole(run: Run) -> str:
    """Whether the parts are called as the whole is, with something before: 贷款余额, of which 住户贷款余额."""
    name = run.whole.name
    if not name or not all(part.name for part in run.parts):
        return ""
    called = [part.name.endswith(name[-2:]) for part in run.parts]
    return "all" if all(called) else "some" if any(called) else "none"


def _rest(run: Run) -> str:
    if any(is_rest(part) for part in run.parts[:-1]):
        return "inside"
    return "last" if is_rest(run.parts[-1]) else ""


def _total(run: Run) -> str:
    words = words_of(run.scene, run.whole)
    return f"total {run.side}" if any(word in words for word in _TOTALS) else ""


def _units(run: Run) -> str:
    units = {part.quantity.factor for part in run.parts}
    return "one" if units == {run.whole.quantity.factor} else "parts" if len(units) == 1 else "mixed"


def _steps(run: Run) -> str:
    return "one" if len({part.quantity.step for part in run.parts}) == 1 else "mixed"


def _subjects(run: Run) -> str:
    subjects = {part.subject for part in run.parts}
    if subjects == {run.whole.subject}:
        return "one"
    return "each its own" if len(subjects) == len(run.parts) and run.whole.subject not in subjects else "mixed"


def _rated(run: Run) -> str:
    claims = run.scene.claims
    rated = [any(proportion(c) and c.sentence == part.sentence for c in claims[part.index + 1 : part.index + 2]) for part in run.parts]
    return "all" if all(rated) else "some" if any(rated) else "none"


def _listed(run: Run) -> str:
    held = [run.scene.container.get(part.index) for part in run.parts]
    if all(whole is run.whole for whole in held):
        return "by the whole"
    if any(whole is run.whole for whole in held):
        return "some by the whole"
    return "by another" if all(held) else "some by another" if any(held) else ""


def _whole_listed(run: Run) -> str:
    return "part of a list" if run.whole.index in run.scene.container else ""


def _periods(run: Run) -> str:
    """Whether the parts are of the time of the whole."""
    times = {part.period for part in run.parts}
    if len(times) == 1:
        return "one" if times == {run.whole.period} else "whole other"
    return "each its own" if len(times) == len(run.parts) else "mixed"


def _stages(run: Run) -> str:
    """Whether the parts are reached, planned or compared with as the whole is."""
    stages = {part.modality for part in run.parts}
    return "mixed" if len(stages) > 1 else "one" if stages == {run.whole.modality} else "whole other"


def _measures(run: Run) -> str:
    measures = {part.measure for part in run.parts}
    return "mixed" if len(measures) > 1 else "one" if measures == {run.whole.measure} else "whole other"


def _directions(run: Run) -> str:
    return "fall" if any(claim.direction < 0 for claim in (run.whole, *run.parts)) else ""


def _closed(run: Run) -> str:
    names = [part.name for part in run.parts]
    if not all(names) or no_whole(run.scene.rules, run.whole, run.parts):
        return ""
    if partition(run.scene.rules, names) or juxtaposed(run.whole, names):
        return "partition"
    return "complements" if complementary(names) else ""


def _told_number(run: Run) -> str:
    """Whether the words around the whole say how many parts there are."""
    words = run.whole.lead + ("" if run.before else run.whole.tail)
    told = {FEW[found] for found in _SO_MANY.findall(words[-_REACH:])}
    return "" if not told else "told" if len(run.parts) in told else "another"


def _other_parts(run: Run) -> str:
    """Whether words take the whole apart, and into these parts."""
    theirs = run.scene.taken_apart.get(run.whole.index)
    if not theirs:
        return ""
    mine = frozenset(part.index for part in run.parts)
    return "the same" if mine in theirs else "some of them" if any(mine & each for each in theirs) else "others"


GROUPS: Sequence[tuple[str, Callable[[Run], str]]] = (
    *LAYOUT,
    ("listed", _listed), ("whole listed", _whole_listed), ("other parts", _other_parts), ("total", _total), ("told number", _told_number),
    ("named", _named), ("endings", _endings), ("called", _after_whole), ("closed", _closed), ("rest", _rest), ("periods", _periods),
    ("stages", _stages), ("measures", _measures), ("directions", _directions), ("units", _units), ("steps", _steps),
    ("subjects", _subjects), ("rated", _rated),
)  # fmt: skip
