"""Names for figures: the noun phrase as written, and the indicator of the pack that it means."""

from __future__ import annotations

from checker.bind.measure import last_segment
from checker.claim import Measure
from checker.rules import Rules

_COMPARING = ("比", "较", "与", "同比", "环比", "按", "高于", "低于", "快于", "慢于")
_SEPARATORS = "、和及与以或，;: "


def name_of(lead: str, measure: Measure, rules: Rules) -> str:
    """The noun phrase that the words before a figure give it, without the verbs around it; '' if there is none."""
    name = last_segment(lead).strip(_SEPARATORS)
    if measure in ("rate", "change", "points", "multiple"):
        if name.startswith(_COMPARING):
            return ""
        name = _unended(name.rstrip("了约为达近"), (*rules.wording["increase"], *rules.wording["decrease"], *rules.wording["rate_up"], *rules.wording["rate_down"]))
    elif name.startswith(_COMPARING) and "的" in name:
        name = name[name.rfind("的") + 1 :]
    return _bare(name, rules.wording["achieve"])


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


def indicator_in(text: str, rules: Rules) -> str:
    """Id of the last indicator named in `text`, the longest name winning where names overlap; '' if none."""
    found, end = "", -1
    index = rules.indicator_index
    at = 0
    while at < len(text) - 1:
        for name, identity, unless in index.get(text[at : at + 2], ()):
            if text.startswith(name, at) and not _means_otherwise(text, at, at + len(name), unless):
                if at + len(name) > end:
                    found, end = identity, at + len(name)
                at += len(name) - 1
                break
        at += 1
    return found


def subject_in(name: str, indicator: str, rules: Rules) -> str:
    """Whom a figure is about: what stands in its name before the indicator (县经开区, 市本级), '' for the document's own subject."""
    if not indicator:
        return ""
    for known in sorted(rules.indicators[indicator].names, key=len, reverse=True):
        at = name.find(known)
        if at >= 0:
            return _bare(name[:at], rules.wording["achieve"])
    return ""


def _means_otherwise(text: str, start: int, end: int, unless: tuple[str, ...]) -> bool:
    for word in unless:
        if text.startswith(word, end) if word[0] != "^" else text.endswith(word[1:], 0, start):
            return True
    return False
