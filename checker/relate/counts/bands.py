"""Things counted by size, the bands adjoining one another: 743个，其中250毫米以上23个，100至250毫米318个，50至100毫米402个;
or by grade: 146家，三级12家、二级38家、一级及以下96家."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from checker.claim import Claim
from checker.relate.clause import alike
from checker.relate.scene import Scene
from checker.relate.sorts import counted
from checker.relation import Relation, term

_MOST, _LEAST, _BACK, _SPAN, _NOUN = 8, 2, 8, 40, 6
_NUMBER = r"([0-9]+(?:\.[0-9]+)?)"
_UNIT = "(?:[一-鿿℃%]{0,4})"
_BETWEEN = re.compile(rf"{_NUMBER}{_UNIT}(?:至|到|～|~|—|-|–)+{_NUMBER}")
_ABOVE = re.compile(rf"(?:超过?|高于|大于|多于|突破|达到?){_NUMBER}|{_NUMBER}{_UNIT}(?:及|\(含\))?以上")
_BELOW = re.compile(rf"(?:不足|低于|小于|少于|不到|未满){_NUMBER}|{_NUMBER}{_UNIT}(?:及|\(含\))?以[下内]")
# ranks of persons (三级警长, 一级教师) and shades of a grade (三级甲等) leave others out
_GRADE = re.compile(
    "(?:^|其中|即|为|有|[、和及与])([一二三四五六七八九])级(?![一-鿿]{0,2}(?:警|调研|主任|巡视|科员|法官|检察|建造|裁判|教师|职员|工程|技师"
    "|消防|心理|注册|高级|等))(?:及|\\(含\\))?(以[上下])?"
)
_GRADES = "一二三四五六七八九"
# three of which the last is open (一级及以下), or the four from the first to the fourth
_FEWEST_GRADES, _ALL_GRADES = 3, 4
# Bands that adjoin leave nothing out between their ends; a whole has the same ends, or none.
_TOLD = 0.95
_OPEN = (None, None)
_TOTALS = ("合计", "计", "共")

Band = tuple[Decimal | None, Decimal | None]


def relations(scene: Scene) -> Iterator[Relation]:
    """Every chain of adjoining bands with the count before it, or the total behind it, that has the same ends."""
    for sentence in scene.sentences:
        yield from _told(scene, sentence, [_band(scene, sentence, position) for position in range(len(sentence))])
        grades = [_grade(scene, sentence, position) for position in range(len(sentence))]
        if sum(grade is not None for grade in grades) >= _FEWEST_GRADES:
            yield from _graded(scene, sentence, grades)


def _told(scene: Scene, sentence: Sequence[Claim], bands: Sequence[Band | None]) -> Iterator[Relation]:
    done = -1
    for position in range(len(sentence)):
        run = _chain(sentence, bands, position) if position > done and bands[position] else []
        if len(run) < _LEAST:
            continue
        done = run[-1].index - sentence[0].index
        ends = _ends([band for c in run if (band := bands[c.index - sentence[0].index])])
        whole = _whole(scene, sentence, bands, run, ends)
        if whole is not None:
            yield _sum(scene, whole, run, "parts")
        for upper, parts in _above(sentence, bands, run):
            yield _sum(scene, upper, parts, "upper bands")


def _graded(scene: Scene, sentence: Sequence[Claim], grades: Sequence[Band | None]) -> Iterator[Relation]:
    """The chain of grades that follow one another and are all there are, where nothing goes on behind it (未定级90家)."""
    first = next(position for position, grade in enumerate(grades) if grade)
    run = _chain(sentence, grades, first)
    told = [grade for c in run if (grade := grades[c.index - sentence[0].index])]
    marks = {low or high for low, high in told}
    closed = any(None in grade for grade in told) or 1 in marks and len(run) >= _ALL_GRADES
    beside = [c for c in scene.after(run[-1], 2) if c.sentence == run[-1].sentence and c.quantity.dimension == run[-1].quantity.dimension]
    goes_on = any(c.lead[:1] in "，、" and not any(word in c.lead for word in _TOTALS) for c in beside)
    if len(run) >= _FEWEST_GRADES and len(marks) == len(run) and closed and not goes_on:
        whole = _whole(scene, sentence, grades, run, _OPEN)
        if whole is not None:
            yield _sum(scene, whole, run, "grades")


def _sum(scene: Scene, whole: Claim, parts: Sequence[Claim], sort: str) -> Relation:
    terms = [term("whole", whole), *(term("part", part) for part in parts)]
    return scene.relation("parts-of-whole", terms, (sort, parts[0].index), _TOLD)


def _counts(claim: Claim) -> bool:
    return claim.quantity.dimension.startswith(("count:", "person")) and not claim.quantity.hedge and alike(claim, claim)


def _said(scene: Scene, sentence: Sequence[Claim], position: int) -> str:
    """The words of a count's clause behind the last one before it."""
    start = sentence[position].quantity.start
    before = next((c for c in reversed(sentence[:position]) if _counts(c)), None)
    since = max(start - _SPAN, before.quantity.end if before is not None else 0)
    return re.split("[。；;，,]", scene.document.words[since:start])[-1]


def _band(scene: Scene, sentence: Sequence[Claim], position: int) -> Band | None:
    """The band that the words between a count and the last one before it tell, None where they tell none."""
    claim = sentence[position]
    if not _counts(claim):
        return None
    said = _said(scene, sentence, position)
    if found := _BETWEEN.search(said):
        return Decimal(found.group(1)), Decimal(found.group(2))
    above, below = _ABOVE.search(said), _BELOW.search(said)
    if bool(above) == bool(below):
        return None
    if above is not None:
        return Decimal(above.group(1) or above.group(2)), None
    return None, Decimal(below.group(1) or below.group(2)) if below is not None else None


def _grade(scene: Scene, sentence: Sequence[Claim], position: int) -> Band | None:
    """The grade that the words between a count and the last one before it tell."""
    found = _GRADE.search(_said(scene, sentence, position)) if _counts(sentence[position]) else None
    if found is None:
        return None
    grade = Decimal(_GRADES.index(found.group(1)) + 1)
    return (None if found.group(2) == "以下" else grade), (None if found.group(2) == "以上" else grade)


def _chain(sentence: Sequence[Claim], bands: Sequence[Band | None], position: int) -> list[Claim]:
    """The counts from one on whose bands adjoin, downwards or upwards."""
    run = [sentence[position]]
    last = bands[position]
    for at in range(position + 1, min(len(sentence), position + 3 * _MOST)):
        band = bands[at]
        if not _counts(sentence[at]):
            continue
        if band is None or last is None or sentence[at].quantity.dimension != run[0].quantity.dimension:
            break
        if not (_adjoin(band[1], last[0]) or _adjoin(last[1], band[0])):
            break
        run.append(sentence[at])
        last = band
    return run


def _adjoin(high: Decimal | None, low: Decimal | None) -> bool:
    """100至250, 250以上; 35岁以下, 36至45岁."""
    return high is not None and low is not None and (low == high or low == int(low) and low - high == 1)


def _ends(bands: Sequence[Band]) -> Band:
    lows, highs = [band[0] for band in bands], [band[1] for band in bands]
    return (
        None if None in lows or 0 in lows else min(low for low in lows if low is not None),  # 0—14岁: from the first on
        None if None in highs else max(high for high in highs if high is not None),
    )


def _whole(scene: Scene, sentence: Sequence[Claim], bands: Sequence[Band | None], run: Sequence[Claim], ends: Band) -> Claim | None:
    """The nearest count before that has the ends of the chain, or has none where the chain is open at both; of a member of another list
    that list's whole; else the total right behind."""
    first = sentence[0].index
    for other in scene.before(run[0], _BACK):
        if not _counts(other) or not _of_the_things(scene, other, run[0]) or "paren" in other.cues or other.modality == "base":
            continue
        band = bands[other.index - first] if other.sentence == run[0].sentence else None
        if (band or _OPEN) == ends:
            return other if band else scene.container.get(other.index, other)
        if other.sentence != run[0].sentence:
            return None
    behind = next((c for c in scene.after(run[-1], 2) if c.quantity.dimension == run[0].quantity.dimension), None)
    total = behind is not None and bands[behind.index - first] is None and any(word in behind.lead for word in _TOTALS)
    return behind if total and ends == _OPEN else None


def _of_the_things(scene: Scene, whole: Claim, part: Claim) -> bool:
    """432个雨量站, 17站: one dimension, or the noun that the whole counts ends in the counter of its parts."""
    unit = part.quantity.unit or " "
    return scene.same_things(whole, part) or unit in counted(whole)[:_NOUN]


def _above(sentence: Sequence[Claim], bands: Sequence[Band | None], run: Sequence[Claim]) -> Iterator[tuple[Claim, list[Claim]]]:
    """100毫米以上共165站 behind the chain: the bands from there on together."""
    first = sentence[0].index
    behind = [c for c in sentence[run[-1].index - first + 1 :][:_BACK] if _counts(c)]
    for other in behind[:_LEAST]:
        band = bands[other.index - first]
        if band is None or band[1] is not None or other.quantity.dimension != run[0].quantity.dimension or "其中" in other.lead:
            return
        chosen = [c for c in run if (own := bands[c.index - first]) and own[0] is not None and band[0] is not None and own[0] >= band[0]]
        lows = [own[0] for c in chosen if (own := bands[c.index - first])]
        if len(chosen) >= _LEAST and band[0] in lows:
            yield other, chosen
