"""Rates whose name says by definition what is over what, and how near the words of a figure come to what a definition names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal

from checker.claim import Claim
from checker.relate.clause import last_words, silent
from checker.relate.scene import Scene
from checker.relate.shares import sanity
from checker.relate.shares.around import beside_each_other
from checker.relation import Relation, Term
from checker.rules import Wording

# quotient: a÷b; rest: 1−a÷b; excess: a÷b−1; both: a÷(a+b); multiple: a÷b as so many times
Form = Literal["quotient", "rest", "excess", "both", "multiple"]
_CLASSES: Mapping[str, Form] = {
    "defined_rates": "quotient",
    "rates_of_the_rest": "rest",
    "rates_of_the_excess": "excess",
    "rates_of_both": "both",
    "defined_multiples": "multiple",
}
# under which rule a form is told, and the roles of the rate and of what stands above and below
_RULES: Mapping[Form, tuple[str, tuple[str, str, str]]] = {
    "quotient": ("share-of-whole", ("share", "numerator", "denominator")),
    "rest": ("rest-of-base", ("result", "numerator", "denominator")),
    "excess": ("excess-over-base", ("result", "now", "base")),
    "both": ("share-of-siblings", ("share", "numerator", "part")),
    "multiple": ("ratio-of-levels", ("ratio", "numerator", "denominator")),
}
# what is not miswritten but out of date is seldom off by more than this
_LEAST = Decimal("0.6")
_LONGEST = 20
# how the words right before a figure name what is looked for: so and no more, with something before it, with something behind it
EXACT, ENDS, HOLDS = 0, 1, 2
_END = re.compile(
    "(?:总量|总数|数量|总额|总计|余额|金额|人数|户数|人次|件数|家数|面积|规模|价款|合计|累计|共计|完成|实现|达到"
    "|[量数额款人共约达到为是的了有计近超]){1,6}$"
)
_BEGIN = re.compile(
    "^(?:[0-9年月日、—-]+|第?[一二三四][至—、-]?[一二三四]?季度|前三季度|底|末|截至|目前|其中|期末|年末|年底|月末|全年|当年|本年|上半年"
    "|全[国省市县区州镇乡行院校]|我[国省市县区]|本行|(?:本?公司|集团)(?![贷存]款|客户|类)|实际|累计|共|已|合计|总|当期|报告期|同期|全部|的)+"
)
_UNIT = re.compile(r"[(（][^()（）]{1,12}[)）]$")
_BEHIND = 6


@dataclass(frozen=True, slots=True)
class Definition:
    """What is over what, each by the names that it may bear, the likeliest first."""

    form: Form
    above: tuple[str, ...]
    below: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Call:
    """How words name a figure by the name at a `place` of a list, and what stands `before` it that may narrow it."""

    how: int
    place: int
    before: str


@cache
def _book(entries: tuple[tuple[Form, tuple[str, ...]], ...]) -> dict[str, list[Definition]]:
    answer: dict[str, list[Definition]] = {}
    for form, words in entries:
        for entry in words:
            names, above, below = (tuple(part.split("|")) for part in entry.split("="))
            for name in names:
                answer.setdefault(name, []).append(Definition(form, above, below))
    return answer


def book(wording: Wording) -> Mapping[str, list[Definition]]:
    """Every defined rate by its name."""
    return _book(tuple((form, wording[name]) for name, form in _CLASSES.items()))


def defined(scene: Scene, said: str) -> tuple[str, list[Definition]]:
    """The longest name of a defined rate that some words end in, and its definitions; what stands before it is the caller's to weigh."""
    known = book(scene.rules.wording)
    for length in range(min(len(said), _LONGEST), 1, -1):
        if found := known.get(said[-length:]):
            return said[-length:], found
    return "", []


def phrases(scene: Scene, claim: Claim) -> Iterator[str]:
    """The words that may name a figure: those right before it, and the name that binding gave it."""
    if claim.cell is None:
        spoken = beside_each_other(scene, claim)[-1] if silent(claim) else claim
        yield last_words(spoken)
    # what changed bears the name of what it is a change of
    if claim.measure != "change":
        yield unit_less(claim.name)


def unit_less(name: str) -> str:
    """A name without the row that it is under and the unit in brackets behind it."""
    return _UNIT.sub("", name.rpartition(":")[2])


def called(scene: Scene, claim: Claim, names: tuple[str, ...]) -> Call | None:
    """How the figure is called by one of the names, the nearest first; None if it is not."""
    calls = (_call(scene, words, name, place) for words in phrases(scene, claim) for place, name in enumerate(names))
    return min((call for call in calls if call is not None), key=lambda call: (call.how, call.place), default=None)


def _call(scene: Scene, words: str, name: str, place: int) -> Call | None:
    full, short = words.rstrip("约共为达到是的了有近超 "), _END.sub("", words)
    stem = _END.sub("", name) or name
    for said, wanted in ((full, name), (short, stem)):
        if said.endswith(wanted):
            before = said[: len(said) - len(wanted)]
            if _of_another_kind(scene, before):
                return None
            before = _BEGIN.sub("", before)
            return Call(ENDS if before else EXACT, place, before)
    at = full.find(name)
    if at < 0 or len(name) == 1 or len(full) - at - len(name) > _BEHIND or _of_another_kind(scene, full[:at]):
        return None
    return Call(HOLDS, place, _BEGIN.sub("", full[:at]))


def bare(words: str) -> str:
    """What words come down to without how far they reach and in what they are measured: 期末不良贷款余额 → 不良贷款."""
    return _BEGIN.sub("", _END.sub("", _UNIT.sub("", words))) or _END.sub("", words)


def _of_another_kind(scene: Scene, before: str) -> bool:
    """未整改, 应参保, 治理水土流失: whether what stands before a name makes it the name of something else."""
    return before.endswith((*scene.rules.wording["undone"], *scene.rules.wording["acts_on"]))


def quotient(scene: Scene, rate: Claim, definition: Definition, top: Claim, bottom: Claim, trust: float) -> Relation:
    """The reading of a rate by its definition."""
    rule, roles = _RULES[definition.form]
    terms = [Term(role, claim.quantity.interval, claim) for role, claim in zip(roles, (rate, top, bottom), strict=True)]
    return scene.relation(rule, terms, ("share", rate.index), trust)


def ruled_out(form: Form, rate: Claim, top: Claim, bottom: Claim) -> bool:
    """Whether the figures are far from what the definition asks for and no slip of the pen would explain it."""
    if form in ("quotient", "multiple"):
        return sanity.ruled_out(rate, (top,), bottom)
    above, below, told = (claim.quantity.interval.middle for claim in (top, bottom, rate))
    if not (above > 0 and below > 0 and told > 0) or form != "excess" and told >= 1:
        return True
    if form == "both":
        implied, wanted = above / (above + below), ((top, below * told / (1 - told)), (bottom, above / told - above))
    else:
        part = 1 - told if form == "rest" else 1 + told
        implied = 1 - above / below if form == "rest" else above / below - 1
        wanted = ((top, below * part), (bottom, above / part))
    if implied > 0 and _LEAST <= told / implied <= 1 / _LEAST:
        return False
    slack = sum((c.quantity.interval.width / c.quantity.interval.middle for c in (rate, top, bottom)), Decimal(0))
    return not any(value > 0 and sanity.one_slip(claim, value, slack) for claim, value in ((rate, implied), *wanted))
