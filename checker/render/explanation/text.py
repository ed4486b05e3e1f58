"""One figure explained to a reader."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from checker.explanation import Comparison, Explanation, Sense
from checker.finding import Place
from checker.render.explanation.words import GROUNDS, LACKS, MEASURES, MODALITIES, OUTCOMES, WORDS
from checker.render.figures import plain
from checker.render.labels import CLASSES, KINDS
from checker.render.words import printable
from checker.report import Language

# how much of its line is quoted on either side of the figure
_MARGIN = 30


def as_text(told: Explanation, language: Language) -> str:
    """What was understood, then the relations, certain ones first, then what is missing."""
    return "\n".join(printable(line) for line in _lines(told, language)) + "\n"


def _lines(told: Explanation, language: Language) -> Iterator[str]:
    figure, words = told.figure, WORDS[language]
    yield f"{told.path}:{figure.line}:{figure.column}  {' '.join(figure.text.split())}"
    yield f"    {figure.line} | {_quoted(told)}"
    yield from (f"  {line}" for line in _meaning(told, language))
    certain = [one for one in told.comparisons if one.certain]
    uncertain = [one for one in told.comparisons if not one.certain]
    for head, group in (("compared", certain), ("uncertain", uncertain)):
        if group:
            yield words[head]
        for one in group:
            yield from (f"  {line}" for line in _comparison(one, told, language))
    if told.lacks:
        yield words["lacks"]
    for lack in told.lacks:
        yield f"  {LACKS[language][lack]}"


def _quoted(told: Explanation) -> str:
    begin = told.figure.column - 1
    end = min(begin + told.figure.end - told.figure.start, len(told.line))
    before, after = told.line[:begin], told.line[end:]
    left = before if len(before) <= _MARGIN else "…" + before[-_MARGIN:]
    right = after if len(after) <= _MARGIN else after[:_MARGIN] + "…"
    return f"{left}«{told.line[begin:end]}»{right}".strip()


def _meaning(told: Explanation, language: Language) -> Iterator[str]:
    words, figure = WORDS[language], told.figure
    klass = CLASSES[figure.klass] if language == "zh" else figure.klass
    yield words["class"].format(**{"class": klass})
    if told.sense is None:
        return
    yield _sense(told.sense, told, language)
    name = words["name"].format(name=told.name) if told.name else ""
    lent = words["lent"].format(place=_at(told.named_by)) if told.named_by is not None else ""
    yield words["indicator"].format(indicator=figure.indicator or words["unsaid"]) + name + lent
    yield words["subject"].format(subject=figure.subject or words["own"])
    yield words["period"].format(period=figure.period or words["unsaid"]) + _dated(told, words)
    if told.heads is not None:
        heads = told.heads
        yield words["heads"].format(row=heads.row, column=heads.column, unit=heads.unit or words["none"])
    moves = figure.measure in ("rate", "change", "points")
    direction = words["down" if told.direction < 0 else "up"] if moves else ""
    direction += words["average"] if told.average else ""
    modality = MODALITIES[language][told.modality]
    yield words["measure"].format(measure=MEASURES[language][figure.measure], direction=direction, modality=modality)
    if told.cues:
        yield words["cues"].format(cues=" … ".join(told.cues))


def _sense(sense: Sense, told: Explanation, language: Language) -> str:
    words, figure = WORDS[language], told.figure
    hedges = words["hedges"].format(hedges="…".join(sense.hedges)) if sense.hedges else ""
    return words["sense"].format(
        written=_range(sense.low, sense.high, words),
        unit=sense.unit,
        base=_range(figure.low, figure.high, words),
        dimension=figure.dimension,
        ground=GROUNDS[language][sense.ground] + hedges,
    )


def _range(low: Decimal | None, high: Decimal | None, words: Mapping[str, str]) -> str:
    return plain(low) or "" if low == high else words["range"].format(low=plain(low), high=plain(high))


def _dated(told: Explanation, words: Mapping[str, str]) -> str:
    if not told.figure.period:
        return ""
    return words["dated"].format(place=_at(told.dated)) if told.dated is not None else words["undated"]


def _comparison(one: Comparison, told: Explanation, language: Language) -> Iterator[str]:
    words = WORDS[language]
    state = words["reported"] if one.reported else ""
    if one.outcome == "contradicts" and one.certain and not one.reported:
        state = words["vouched"]
    trust = "" if one.certain else words["trust"].format(trust=f"{one.trust:.2f}")
    kind = f"{words['open']}{KINDS[language][one.kind]}{words['close']}"
    yield f"{OUTCOMES[language][one.outcome]}  {one.rule}{kind}{trust}{state}"
    if one.working:
        yield f"  {one.working}"
    if one.zh:
        yield f"  {one.zh if language == 'zh' else one.en}"
    mine = [place.role for place in one.places if place.start == told.figure.start]
    others = [f"{place.role} {_at(place)}" for place in one.places if place.start != told.figure.start]
    yield f"  {words['here']}{words['stop'].join([*mine, *others])}"


def _at(place: Place) -> str:
    return f"{place.line}:{place.column} {' '.join(place.text.split())}"
