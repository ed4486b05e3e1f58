"""What can be seen of amounts that may add up, without adding them: where they stand, how they are joined, what they are called.

Each group of traits answers one question with one trait, or none (''). What a trait is worth is measured and stands in the rule file
(`[weights]`, see checker/relate/evidence.py); a trait without a weight is worth nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from checker.claim import Claim
from checker.relate.clause import JOINTS, full_lead, last_words
from checker.relate.scene import Scene
from checker.relate.shares.around import words_of
from checker.relate.sorts import proportion

_JOINED = {"、": "、", "和": "、", "及": "、", "与": "、", "，": "，", ";": ";", "(": "(", ":": ":"}
_OPENING = ("其中", "包括", "分为", "组成", "构成", "分别", "依次")
_TOTALS = ("合计", "总", "共", "全", "累计", "两项", "三项")
_OTHERS = ("其他", "其它", "其余", "另", "剩余")
_FEW = 4


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
    return _JOINED.get(lead_of(scene, claim)[:1], "-")


def _apart(one: Claim, other: Claim) -> str:
    if one.sentence == other.sentence:
        return "clause" if one.clause == other.clause else "sentence"
    return "next" if abs(one.sentence - other.sentence) == 1 else "paragraph"


def _number(count: int, most: int) -> str:
    return str(count) if count <= most else "more"


def _skipped(run: Run) -> str:
    return f"{_number(run.skipped, 2)} {run.side}"


def _between(run: Run) -> str:
    gap = run.whole.index - run.parts[-1].index if run.before else run.parts[0].index - run.whole.index
    return f"{_number(gap - 1, 2)} {run.side}"


def _near(run: Run) -> str:
    return f"{_apart(run.whole, run.parts[-1] if run.before else run.parts[0])} {run.side}"


def _spread(run: Run) -> str:
    return "one sentence" if run.parts[0].sentence == run.parts[-1].sentence else "several"


def _gaps(run: Run) -> str:
    gaps = {b.index - a.index for a, b in zip(run.parts, run.parts[1:], strict=False)}
    return "none" if gaps == {1} else "even" if len(gaps) == 1 else "uneven"


def _marks(run: Run) -> str:
    kinds = set(run.marks)
    return run.marks[0] if len(kinds) == 1 else "loose" if "-" in kinds else "mixed"


def _last_mark(run: Run) -> str:
    return run.marks[-1]


def _opened(run: Run) -> str:
    lead = run.opening
    word = next((word for word in _OPENING if word in lead), "")
    if word or "按" in lead and "分" in lead[lead.find("按") :]:
        return word or "按…分"
    if "paren" in run.parts[0].cues and "paren" not in run.whole.cues:
        return "bracket"
    return ":" if ":" in lead else _JOINED.get(lead[:1], "-")


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


def _is_rest(claim: Claim) -> bool:
    return claim.name.startswith(_OTHERS) or last_words(claim).startswith(_OTHERS)


def _rest(run: Run) -> str:
    if any(_is_rest(part) for part in run.parts[:-1]):
        return "inside"
    return "last" if _is_rest(run.parts[-1]) else ""


def _beyond(run: Run) -> str:
    if run.beyond is None:
        return f"nothing {run.side}"
    if run.before:
        return f"{_apart(run.parts[0], run.beyond)} before"
    if any(word in run.beyond.lead for word in _TOTALS[:3]):
        return "total after"
    if _is_rest(run.beyond):
        return "rest after"
    if "其中" in run.beyond.lead:
        return "among after"
    return f"{_apart(run.parts[-1], run.beyond)} {joint(run.scene, run.beyond)} after"


def _goes_on(run: Run) -> str:
    """Whether what stands beyond is named and joined as the parts are."""
    beyond, last = run.beyond, run.parts[-1]
    if beyond is None or run.before or not (beyond.name and last.name):
        return ""
    alike = beyond.name[-1:] == last.name[-1:]
    return ("alike" if alike else "named") + (" joined" if run.marks[-1] == joint(run.scene, beyond) else "")


def _inner(run: Run) -> str:
    return "其中" if any("其中" in part.lead for part in run.parts[1:]) else ""


def _brackets(run: Run) -> str:
    inside = ["paren" in part.cues for part in run.parts]
    whole = "paren" in run.whole.cues
    return f"{'whole ' if whole else ''}{'parts' if all(inside) else 'mixed' if any(inside) else 'none'}"


def _total(run: Run) -> str:
    words = words_of(run.scene, run.whole)
    return f"total {run.side}" if any(word in words for word in _TOTALS) else ""


def _whole_joined(run: Run) -> str:
    if "其中" in run.whole.lead:
        return "其中"
    return "、" if run.whole.lead.startswith(JOINTS) else ""


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


def _first(run: Run) -> str:
    return "first of its kind" if run.first_told else ""


def _digits(run: Run) -> str:
    return _number(min(digits(claim) for claim in (run.whole, *run.parts)), _FEW)


def digits(claim: Claim) -> int:
    """How many digits stand before the zeros at a figure's end."""
    numeral = claim.quantity.numeral
    return len(numeral.mantissa.normalize().as_tuple().digits) if numeral is not None else 0


# the cheap and telling ones first: what cannot become likely any more is not looked at further
GROUPS: Sequence[tuple[str, Callable[[Run], str]]] = (
    ("skipped", _skipped), ("between", _between), ("near", _near), ("spread", _spread), ("listed", _listed),
    ("whole listed", _whole_listed), ("first", _first), ("gaps", _gaps), ("digits", _digits), ("marks", _marks),
    ("last mark", _last_mark), ("beyond", _beyond), ("opened", _opened), ("total", _total), ("named", _named), ("endings", _endings),
    ("called", _after_whole), ("rest", _rest), ("goes on", _goes_on), ("inner", _inner), ("brackets", _brackets), ("joined", _whole_joined),
    ("units", _units), ("steps", _steps), ("subjects", _subjects), ("rated", _rated),
)  # fmt: skip
