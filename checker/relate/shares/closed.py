"""Shares of one whole that leave nothing out, since all others are the last of them or their bands adjoin: 国企占21%，民企占60%，其他占19%;
those in a bracket may make up the share before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from checker.claim import Claim
from checker.interval import Interval
from checker.relate.scene import Scene
from checker.relate.shares.subject import own_subject
from checker.relate.shares.wholes import named_whole
from checker.relate.sorts import proportion
from checker.relation import Relation, Term, term

_SURE = 0.95
_LEAST, _MOST, _SPAN = 3, 14, 40
# 前五大客户中, 前十名
_FIRST = re.compile("前[一二三四五六七八九十两0-9]{1,3}[大名位家户个]")
_REST = re.compile("^(?:其他|其它|其余|余下|剩余)")
_ANEW = re.compile("(?<!其)中[，,]|[按从][^，。；;、]{1,12}(?:分|看|划分|分类)?[，:]|[:。]")
_SOME = re.compile("其中")
_NUMBER = r"([0-9]{1,12}(?:\.[0-9]{1,6})?)"
_BETWEEN = re.compile(rf"{_NUMBER}[一-鿿℃㎡]{{0,4}}(?:[(（]不?含[)）])?(?:至|到|～|~|—|-|–){{1,3}}{_NUMBER}")
_ABOVE = re.compile(rf"{_NUMBER}[一-鿿℃㎡]{{0,4}}(?:及|[(（]不?含[)）])?以上")
_BELOW = re.compile(rf"{_NUMBER}[一-鿿℃㎡]{{0,4}}(?:及|[(（]不?含[)）])?以[下内]")

Band = tuple[Decimal | None, Decimal | None]


def relations(scene: Scene) -> Iterator[Relation]:
    """Every such run of shares, outside brackets and in them, makes 100 per cent or the share before its bracket."""
    for sentence in scene.sentences:
        for inside in (False, True):
            for run in _runs(scene, sentence, inside):
                if _LEAST <= len(run) <= _MOST and _closed(scene, run):
                    yield from _sums(scene, run, inside)


def _runs(scene: Scene, sentence: Sequence[Claim], inside: bool) -> Iterator[list[Claim]]:
    run: list[Claim] = []
    for claim in sentence:
        bracketed = "paren" in claim.cues
        if bracketed != inside or not _told(scene, claim):
            # a bracket ends what is in it; a figure that only qualifies a share's subject does not end a run
            if inside and not bracketed or not inside and not bracketed and not _qualifies(scene, claim):
                yield run
                run = []
            continue
        anew = _ANEW.search(claim.lead) or inside and claim.lead.startswith("(")
        if run and (anew or bool(_band(scene, claim)) != bool(_band(scene, run[-1]))):
            yield run
            run = []
        run.append(claim)
    yield run


def _told(scene: Scene, claim: Claim) -> bool:
    share = proportion(claim) and claim.modality != "base" and not claim.quantity.hedge and "占" in claim.lead
    return share and bool(own_subject(claim) or _band(scene, claim)) and not named_whole(claim)


def _qualifies(scene: Scene, claim: Claim) -> bool:
    """90平方米以下占18.6%: whether a figure is one of a band that a share is of."""
    behind = next(scene.after(claim, 2), None)
    return behind is not None and not proportion(claim) and bool(re.search("以[上下内]|[至到~—-]", claim.quantity.text + claim.tail))


def _closed(scene: Scene, run: Sequence[Claim]) -> bool:
    if any(_SOME.search(claim.lead) for claim in run[1:]) or narrowed(scene, run[0]):
        return False
    subjects = [own_subject(claim) for claim in run]
    if _REST.match(subjects[-1]):
        return not any(_REST.match(subject) for subject in subjects[:-1]) and len(set(subjects)) == len(subjects)
    bands = [_band(scene, claim) for claim in run]
    ends = [band for band in bands if band is not None]
    adjoin = len(ends) == len(run) and all(low[1] == high[0] is not None for low, high in pairwise(ends))
    return adjoin and ends[0][0] is None and ends[-1][1] is None


def narrowed(scene: Scene, first: Claim) -> bool:
    """重点行业中，钢铁占42%，…其他行业占4%: whether the words before the run speak of some only, whose shares may be of all there is."""
    text, start = scene.document.words, first.quantity.start
    said = re.split("[。；;\n]", text[max(0, start - _SPAN) : start])[-1]
    opening = said[: max(said.rfind(mark) for mark in "，,：:") + 1]
    return _FIRST.search(opening) is not None or any(word in opening for word in scene.rules.wording["some_only"])


def _band(scene: Scene, share: Claim) -> Band | None:
    text = scene.document.words
    said = re.split("[，；;。：:]", text[max(0, share.quantity.start - _SPAN) : share.quantity.start])[-1]
    if found := _BETWEEN.search(said):
        return Decimal(found.group(1)), Decimal(found.group(2))
    above, below = _ABOVE.search(said), _BELOW.search(said)
    if bool(above) == bool(below):
        return None
    return (Decimal(above.group(1)), None) if above is not None else (None, Decimal(below.group(1))) if below is not None else None


def _sums(scene: Scene, run: Sequence[Claim], inside: bool) -> Iterator[Relation]:
    question = ("structure", run[0].index)
    parts = [term("part", share) for share in run]
    before = next(scene.before(run[0], 1), None)
    if inside and before is not None and proportion(before) and before.sentence == run[0].sentence:
        yield scene.relation("parts-of-whole", [term("whole", before), *parts], question, _SURE)
    yield scene.relation("structure-of-hundred", [Term("whole", Interval.exactly(1), None, "100%"), *parts], question, _SURE)
