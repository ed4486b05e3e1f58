"""Names for figures: the noun phrase as written, and the indicator of the pack that it means."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.bind.measure import last_segment
from checker.claim import Measure
from checker.rules import Rules

_COMPARING = ("比", "较", "与", "同比", "环比", "按", "高于", "低于", "快于", "慢于")
_FROM = ("由", "从")
_DATED = re.compile("[0-9][0-9年月日度末底初—至-]{0,20}")
_SEPARATORS = "、和及与以或，;: "


@dataclass(frozen=True, slots=True)
class Name:
    """What a figure is called: the noun phrase as written, the indicator it means and whom it is about ('' where the words are silent)."""

    text: str
    indicator: str = ""
    subject: str = ""


NAMELESS = Name("")


def name_of(lead: str, measure: Measure, rules: Rules) -> Name:
    """The noun phrase that the words before a figure give it, without the verbs around it. An indicator's own words are never taken for
    verbs; what stands before them is the subject."""
    name = last_segment(lead).strip(_SEPARATORS)
    if measure in ("rate", "change", "points", "multiple"):
        if name.startswith(_COMPARING):
            return NAMELESS
        name = _unended(name.rstrip("了约为达近"), _moving(rules))
    elif name.endswith(rules.wording["reach"]):
        name = _unended(name, rules.wording["reach"])
    elif name.startswith(_COMPARING) and "的" in name:
        name = name[name.rfind("的") + 1 :]
    if name.startswith(_FROM):
        name = name[1:]
    if name[:1].isdigit():
        name = _DATED.sub("", name, count=1)
    return named(name, rules)


def named(name: str, rules: Rules) -> Name:
    """A noun phrase with its indicator and subject."""
    verbs = rules.wording["achieve"]
    start, stop, identity = rules.indicator_span(name)
    if not identity:
        bare = _bare(name, verbs)
        return Name(bare, rules.alone.get(bare, ""))
    subject = _bare(name[:start], verbs)
    return Name(subject + name[start:stop] + _bare(name[stop:], verbs), identity, subject)


def _moving(rules: Rules) -> tuple[str, ...]:
    words = rules.wording
    return (*words["increase"], *words["decrease"], *words["rate_up"], *words["rate_down"])


def _bare(name: str, verbs: tuple[str, ...]) -> str:
    """The name without leading and trailing verbs, adverbs and copulas."""
    changed = True
    while changed and name:
        changed = False
        for verb in verbs:
            if name.startswith(verb):
                name, changed = name[len(verb) :], True
            if name and name.endswith(verb):
                name, changed = name[: -len(verb)], True
    return name.strip(_SEPARATORS)


def _unended(name: str, endings: tuple[str, ...]) -> str:
    longest = max((len(word) for word in endings if name.endswith(word)), default=0)
    return name[: len(name) - longest]


def respective_names(lead: str) -> list[str]:
    """The names of “A、B、C分别…” in order; empty if the words list fewer than two."""
    at = max(lead.rfind("分别"), lead.rfind("依次"))
    if at < 0:
        return []
    before = lead[:at]
    cut = max(before.rfind(mark) for mark in "，;。:")
    names = [n for part in before[cut + 1 :].split("、") for n in part.split("和") if n]
    return names if len(names) > 1 else []


def completed(name: str, model: str, rules: Rules) -> str:
    """The indicator that an elliptical name means beside its model: 农村居民 after 城镇居民人均可支配收入 leaves out the common end;
    '' if none."""
    for cut in range(1, len(model)):
        identity = rules.indicator_names.get(name + model[cut:])
        if identity:
            return identity
    return ""
